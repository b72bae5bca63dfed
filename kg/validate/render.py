"""A report for people, as JSON, and as SHACL's own RDF."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

import pyoxigraph as ox

from kg.validate.paths import Either, Inverse, Path, Predicate, Steps
from kg.validate.report import Report, Result, Severity, Term
from kg.validate.terms import FIRST, NIL, REST, SH, TYPE, XSD

_WORDS = {Severity.VIOLATION: "violation", Severity.WARNING: "warning", Severity.INFO: "note"}
_TIMES = {"*": "zeroOrMorePath", "+": "oneOrMorePath", "?": "zeroOrOnePath"}


def text(report: Report) -> str:
    """Return the report for people: a line for each result under its document, and the counts."""
    lines = []
    for document, results in itertools.groupby(report.results, key=lambda result: result.document):
        lines.append(document or "(no document)")
        lines.extend(_line(result) for result in results)
    return "\n".join((*lines, summary(report))) + "\n"


def _line(result: Result) -> str:
    where = " ".join(filter(None, (result.locator, f"(page {result.page})" if result.page else "")))
    shape = result.shape.rsplit("#", 1)[-1]
    value = f" = {_short(result.value)}" if result.value is not None and result.value != result.focus else ""
    start = f"{where}: " if where else ""
    return f"  {start}{_WORDS[result.severity]}: {result.message} [{shape}] {_short(result.focus)}{value}"


def _short(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<{term.value}>"
    if isinstance(term, ox.Literal):
        line = " ".join(term.value.split())
        return f'"{line[:60]}…"' if len(line) > 60 else f'"{line}"'
    return str(term)


def summary(report: Report) -> str:
    """Return the counts in words.

    >>> summary(Report())
    'conforms: 0 violations, 0 warnings, 0 notes'
    """
    counts = (f"{n} {_WORDS[severity]}{'' if n == 1 else 's'}" for severity, n in report.counts().items())
    return f"{'conforms' if report.conforms else 'does not conform'}: {', '.join(counts)}"


def as_json(report: Report) -> str:
    """Return the report as one JSON object with ``conforms``, ``counts`` and ``results``."""
    value = {
        "conforms": report.conforms,
        "counts": {severity.value: count for severity, count in report.counts().items()},
        "results": [
            {
                "document": result.document,
                "locator": result.locator,
                "page": result.page,
                "severity": result.severity.value,
                "message": result.message,
                "messages": dict(result.messages),
                "focus": _plain(result.focus),
                "path": result.path,
                "value": None if result.value is None else _plain(result.value),
                "shape": result.shape,
                "component": result.component,
            }
            for result in report.results
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _plain(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def turtle(report: Report) -> str:
    """Return the report as an ``sh:ValidationReport`` in Turtle."""
    prefixes = {
        "sh": SH,
        "xsd": XSD,
        "shape": "https://w3id.org/un-kg/shapes#",
        "kg": "https://w3id.org/un-kg/ontology#",
    }
    return (ox.serialize(_triples(report), format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()


def _triples(report: Report) -> Iterator[ox.Triple]:
    top = ox.BlankNode("report")
    yield ox.Triple(top, ox.NamedNode(TYPE), _sh("ValidationReport"))
    yield ox.Triple(top, _sh("conforms"), ox.Literal(not report.results))
    for number, result in enumerate(report.results, 1):
        name = ox.BlankNode(f"result{number}")
        yield ox.Triple(top, _sh("result"), name)
        yield ox.Triple(name, ox.NamedNode(TYPE), _sh("ValidationResult"))
        yield ox.Triple(name, _sh("focusNode"), result.focus)
        yield ox.Triple(name, _sh("resultSeverity"), _sh(result.severity.value))
        yield ox.Triple(name, _sh("sourceConstraintComponent"), ox.NamedNode(result.component))
        yield ox.Triple(name, _sh("sourceShape"), _shape(result.shape))
        for tag, message in result.messages:
            yield ox.Triple(
                name, _sh("resultMessage"), ox.Literal(message, language=tag) if tag else ox.Literal(message)
            )
        if result.value is not None:
            yield ox.Triple(name, _sh("value"), result.value)
        if result.route is not None:
            path, more = _path(result.route, f"result{number}path", itertools.count(1))
            yield ox.Triple(name, _sh("resultPath"), path)
            yield from more


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(SH + name)


def _shape(name: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(name)


def _path(
    path: Path, prefix: str, numbers: itertools.count[int]
) -> tuple[ox.NamedNode | ox.BlankNode, list[ox.Triple]]:
    """Return the node of a path, and the triples that describe it."""
    if isinstance(path, Predicate):
        return ox.NamedNode(path.iri), []
    if isinstance(path, Steps):
        return _list(path.paths, prefix, numbers)
    name = ox.BlankNode(f"{prefix}{next(numbers)}")
    if isinstance(path, Either):
        inner, triples = _list(path.paths, prefix, numbers)
        return name, [ox.Triple(name, _sh("alternativePath"), inner), *triples]
    key = "inversePath" if isinstance(path, Inverse) else _TIMES[path.times]
    inner, triples = _path(path.path, prefix, numbers)
    return name, [ox.Triple(name, _sh(key), inner), *triples]


def _list(
    paths: tuple[Path, ...], prefix: str, numbers: itertools.count[int]
) -> tuple[ox.NamedNode | ox.BlankNode, list[ox.Triple]]:
    if not paths:
        return ox.NamedNode(NIL), []
    name = ox.BlankNode(f"{prefix}{next(numbers)}")
    first, triples = _path(paths[0], prefix, numbers)
    rest, more = _list(paths[1:], prefix, numbers)
    return name, [
        ox.Triple(name, ox.NamedNode(FIRST), first),
        ox.Triple(name, ox.NamedNode(REST), rest),
        *triples,
        *more,
    ]


RENDERERS = {"text": text, "json": as_json, "turtle": turtle}
