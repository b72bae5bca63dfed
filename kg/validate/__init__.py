"""Check a graph against shapes: ``validate(store)`` returns a ``Report``.

    report = validate(load_graph_file(Path("graph.ttl")))
    print(render.text(report), report.conforms)

Two engines give the same results: ``fast``, for every build, and ``pyshacl``, the reference. A shapes file that uses
something that the fast engine does not know is checked by pyshacl, with a line on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UsageError
from kg.resources import ontology
from kg.validate import render
from kg.validate.fast import Finding, Run
from kg.validate.index import GraphName, Index
from kg.validate.load import load_graph_file
from kg.validate.paths import sparql
from kg.validate.place import place
from kg.validate.reader import read_shapes
from kg.validate.report import Report, Result, Severity
from kg.validate.terms import spelling, term

__all__ = ["ENGINES", "Report", "Result", "Severity", "default_shapes", "load_graph_file", "render", "validate"]

ENGINES = ("fast", "pyshacl")


def validate(
    store: ox.Store,
    shapes: Path | None = None,
    engine: str = "fast",
    graphs: Sequence[GraphName] | None = None,
    focus: Sequence[GraphName] | None = None,
) -> Report:
    """Check graphs of a store against a shapes file (by default the project's own).

    ``graphs`` are the graphs whose union is the data, by default all of the store. ``focus`` are those of them that
    are to be checked, by default all: with it a new document is checked against authority data that are known to be
    right. DataError where the shapes file is broken, UsageError for an unknown engine.
    """
    if engine not in ENGINES:
        raise UsageError("--engine", f"there is no engine {engine!r}", advice=f"use one of {', '.join(ENGINES)}")
    file = shapes or default_shapes()
    index = Index(store, graphs, focus)
    found = _findings(file, index, engine)
    return Report(tuple(sorted((_result(each, index) for each in found), key=_order)))


def default_shapes() -> Path:
    """Return the project's own shapes file, in a checkout or installed."""
    return ontology() / "shapes.ttl"


def _findings(file: Path, index: Index, engine: str) -> list[Finding]:
    rules = read_shapes(file)
    if engine == "fast" and not rules.unknown:
        return Run(rules, index).findings()
    if engine == "fast":
        print(f"{file}: checked by pyshacl, as it uses {', '.join(rules.unknown)}", file=sys.stderr)  # noqa: T201
    from kg.validate import reference

    return reference.findings(index, file, rules)


def _result(found: Finding, index: Index) -> Result:
    where = place(found.focus, index)
    messages = dict(found.messages)
    return Result(
        focus=term(found.focus),
        path=sparql(found.path) if found.path is not None else "",
        value=None if found.value is None else term(found.value),
        severity=found.severity,
        message=messages.get("en") or next(iter(messages.values()), ""),
        shape=found.shape if isinstance(found.shape, str) else f"_:{spelling(found.shape)}",
        component=found.component,
        document=where.document,
        locator=where.locator,
        page=where.page,
        messages=found.messages,
        route=found.path,
    )


def _order(result: Result) -> tuple[object, ...]:
    """Sort by document, then by page and place, so that the same graph gives the same report."""
    return (
        result.document,
        result.page or 0,
        result.locator,
        result.severity.rank,
        str(result.focus),
        result.shape,
        result.path,
        str(result.value),
        result.component,
        result.message,
    )
