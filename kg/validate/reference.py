"""The reference engine: pyshacl over the same graphs, slow and complete."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import DataError
from kg.validate.fast import Finding, Run
from kg.validate.index import Index
from kg.validate.reader import Reader
from kg.validate.report import Severity
from kg.validate.shapes import Shapes
from kg.validate.terms import SH, TYPE, Node, node, spelling

if TYPE_CHECKING:
    import rdflib

_FAILURE = SH + "ValidationResult"


def findings(index: Index, shapes: Path, rules: Shapes) -> list[Finding]:
    """Validate the graphs of an index with pyshacl; ``rules`` are the same shapes as the fast engine reads them."""
    import pyshacl
    import rdflib

    for name in ("pyshacl", "rdflib.term"):  # what is wrong with a literal is in the report
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            constraints = rdflib.Graph().parse(shapes, format="turtle", publicID="https://w3id.org/un-kg/")
            _, report, text = pyshacl.validate(
                _copy(index), shacl_graph=constraints, advanced=_is_advanced(rules), inplace=True, do_owl_imports=False
            )
            if not isinstance(report, rdflib.Graph):
                raise DataError(str(shapes), " ".join(str(text).split()))
            lines = report.serialize(format="nt", encoding="utf-8")
    except DataError:
        raise
    except Exception as error:
        raise DataError(str(shapes), " ".join(str(error).split()) or type(error).__name__) from None
    found = list(_read(lines))
    return _focused(found, index, rules) if index.narrow else found


def _is_advanced(rules: Shapes) -> bool:
    """Return whether a shapes file needs what SHACL's advanced features add: rules, SPARQL targets, functions."""
    return bool(rules.unknown) or any(t.way == "select" for shape in rules.shapes.values() for t in shape.targets)


def _focused(found: list[Finding], index: Index, rules: Shapes) -> list[Finding]:
    """Return the findings on nodes that the graphs in focus make a target; pyshacl looked at all graphs."""
    run = Run(rules, index)
    targets: dict[Node, set[Node]] = {}
    for shape in rules.with_targets():
        nodes = set(run.targets(shape))
        for name in (shape.name, *(shape.properties if shape.path is None else ())):
            targets.setdefault(name, set()).update(nodes)
    return [f for f in found if (f.focus in targets[f.shape] if f.shape in targets else index.in_focus(f.focus))]


def _copy(index: Index) -> rdflib.Graph:
    """Return the union of the graphs as rdflib holds it, blank nodes under the same labels."""
    import rdflib

    def same(value: object) -> rdflib.term.Node:
        if isinstance(value, ox.NamedNode):
            return rdflib.URIRef(value.value)
        if isinstance(value, ox.Literal):
            if value.language:
                return rdflib.Literal(value.value, lang=value.language)
            kind = value.datatype.value
            plain = kind == "http://www.w3.org/2001/XMLSchema#string"
            return rdflib.Literal(value.value, datatype=None if plain else rdflib.URIRef(kind), normalize=False)
        return rdflib.BNode(spelling(node(value)))

    graph = rdflib.Graph()
    for name in index.graphs or (None,):
        for quad in index.store.quads_for_pattern(None, None, None, name):
            graph.add((same(quad.subject), rdflib.URIRef(quad.predicate.value), same(quad.object)))
    return graph


def _read(lines: bytes) -> Iterator[Finding]:
    facts: dict[Node, dict[str, list[Node]]] = {}
    for triple in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES):
        facts.setdefault(node(triple.subject), {}).setdefault(triple.predicate.value, []).append(node(triple.object))
    reader = Reader(facts)
    nested = {detail for each in facts.values() for detail in each.get(SH + "detail", ())}
    for name, about in facts.items():
        if _FAILURE not in about.get(TYPE, ()) or name in nested:
            continue
        path = reader.one(name, "resultPath")
        said = [(v.language or "", v.value) for v in reader.values(name, "resultMessage") if isinstance(v, ox.Literal)]
        yield Finding(
            about[SH + "focusNode"][0],
            reader.path(path) if path is not None else None,
            reader.one(name, "value"),
            Severity(spelling(about[SH + "resultSeverity"][0]).removeprefix(SH)),
            tuple(sorted(said)),
            about[SH + "sourceShape"][0],
            spelling(about[SH + "sourceConstraintComponent"][0]),
        )
