"""What the other stages make of our specimen documents has no violation, whichever engine looks."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import understand
from kg.describe import describe
from kg.read.read import read
from kg.resources import authority
from kg.validate import Report, Severity, validate

DOCUMENTS = Path(__file__).resolve().parent.parent / "documents"
KNOWN = ox.NamedNode("https://w3id.org/un-kg/graph/authority")


@pytest.fixture(scope="module")
def known() -> list[ox.Quad]:
    return [
        ox.Quad(triple.subject, triple.predicate, triple.object, KNOWN)
        for file in sorted(authority().glob("*.ttl"))
        for triple in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri="https://w3id.org/un-kg/")
    ]


def described(file: Path, known: list[ox.Quad]) -> tuple[ox.Store, ox.NamedNode]:
    """Return a store with known entities and the document's graph, and the name of that."""
    quads = describe(understand(read(file)))
    store = ox.Store()
    store.extend([*known, *quads])
    name = quads[0].graph_name
    assert isinstance(name, ox.NamedNode)
    return store, name


def wrong(report: Report) -> list[tuple[str, str, str]]:
    return [
        (r.shape.partition("#")[2], r.locator, str(r.focus)) for r in report.results if r.severity is Severity.VIOLATION
    ]


@pytest.mark.parametrize("file", sorted(DOCUMENTS.glob("*.txt")), ids=lambda file: file.name)
def test_a_described_document_has_no_violation(file: Path, known: list[ox.Quad]) -> None:
    store, name = described(file, known)
    assert wrong(validate(store, graphs=[KNOWN], focus=[name])) == []


@pytest.mark.usefixtures("quick_rdflib")
def test_both_engines_say_the_same_of_a_described_document(known: list[ox.Quad]) -> None:
    store, name = described(DOCUMENTS / "S_2012_9917.zh.txt", [])
    named = {quad.object for quad in store}
    store.extend(quad for quad in known if quad.subject in named)
    fast, slow = (validate(store, graphs=[KNOWN], focus=[name], engine=engine) for engine in ("fast", "pyshacl"))
    assert {(str(r.focus), r.shape, r.severity) for r in fast.results} == {
        (str(r.focus), r.shape, r.severity) for r in slow.results
    }
