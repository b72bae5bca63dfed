"""A right graph passes, and each way to break it is caught by the shape that is meant for it."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.validate import Report, Severity, default_shapes, validate
from kg.validate.reader import read_shapes
from tests.validate import specimen
from tests.validate.breaks import BREAKS, Break

PARSED_WITH_OTHERS = {"Symbol", "DocumentWithSymbol", "DocumentWithoutSymbol"}  # shapes inside shape:Document


def _caught(report: Report) -> set[tuple[str, Severity]]:
    return {(result.shape, result.severity) for result in report.results}


def _found(report: Report) -> set[tuple[str, ...]]:
    """Return the results as both engines can be compared; blank nodes have another label in each."""
    return {
        (
            "blank" if isinstance(r.focus, ox.BlankNode) else str(r.focus),
            "blank" if r.shape.startswith("_:") else r.shape,
            r.component,
            r.path,
            "blank" if isinstance(r.value, ox.BlankNode) else str(r.value),
            r.severity,
        )
        for r in report.results
    }


RIGHT = _caught(validate(specimen.store()))


def test_a_right_graph_has_no_violation() -> None:
    report = validate(specimen.store())
    assert [r for r in report.results if r.severity is Severity.VIOLATION] == []
    assert [(r.shape.partition("#")[2], r.severity) for r in report.results] == [
        ("Unlisted", Severity.INFO),
        ("UnresolvedMention", Severity.WARNING),
    ]


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.name)
def test_each_break_is_caught_by_its_shape(case: Break) -> None:
    store = specimen.store()
    before = set(store)
    case.apply(store)
    assert set(store) != before, "the break changes nothing"
    caught = [r for r in validate(store).results if r.shape == case.shape_iri and r.severity is case.severity]
    assert caught
    assert all(result.message for result in caught)
    if (case.shape_iri, case.severity) in RIGHT:
        assert len(caught) > 1


def test_every_shape_has_a_break() -> None:
    shapes = read_shapes(default_shapes()).shapes
    checking = {
        str(name).partition("#")[2]
        for name, s in shapes.items()
        if isinstance(name, str) and (s.components or s.queries)
    }
    assert checking - PARSED_WITH_OTHERS == {case.shape for case in BREAKS}


def _batches() -> list[list[Break]]:
    """Return all breaks in as few groups as may be, in each of which every break still shows."""
    batches: list[tuple[ox.Store, list[Break]]] = []
    for case in BREAKS:
        for store, cases in batches:
            trial = ox.Store()
            trial.extend(store)
            case.apply(trial)
            caught = _caught(validate(trial))
            if all((each.shape_iri, each.severity) in caught for each in (*cases, case)):
                case.apply(store)
                cases.append(case)
                break
        else:
            store = specimen.store()
            case.apply(store)
            batches.append((store, [case]))
    return [cases for _, cases in batches]


@pytest.mark.usefixtures("quick_rdflib")
def test_pyshacl_finds_the_same_in_the_right_graph_and_in_every_broken_one() -> None:
    for cases in ([], *_batches()):
        store = specimen.store()
        for case in cases:
            case.apply(store)
        fast, slow = _found(validate(store)), _found(validate(store, engine="pyshacl"))
        assert fast == slow
