"""The graphs that are of no document: authority data, the ontology, and the description of the build itself."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg import BASE, __version__, store
from kg.describe.vocabulary import term
from kg.errors import DataError
from kg.model import Problem
from kg.resources import authority, ontology

_SOFTWARE = "software/un-kg"


@functools.cache
def data_graphs(base: str = BASE, files: tuple[Path, ...] = ()) -> bytes:
    """Return the graphs of authority data, further ``files`` of it included, and of the ontology, as N-Quads.

    Authority data are written under the default base; here they come under the base of the build. DataError where a
    file is broken.
    """
    shipped = sorted(authority().glob("*.ttl"))
    graphs = [_graph(path, f"{BASE}graph/authority") for path in (*shipped, *files)]
    graphs.append(_graph(ontology() / "kg.ttl", f"{BASE}graph/ontology"))
    return rebased(store.merged(graphs), base)


def rebased(nquads: bytes, base: str) -> bytes:
    """Move IRIs from the default base to another; the terms of the ontology stay where they are."""
    if base == BASE:
        return nquads
    old, terms = f"<{BASE}".encode(), f"<{BASE}ontology#".encode()
    moved = nquads.replace(terms, b"\0").replace(old, f"<{base}".encode()).replace(b"\0", terms)
    return store.merged([moved])


def _graph(path: Path, graph: str) -> bytes:
    name = ox.NamedNode(graph)
    try:
        triples = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=BASE)
        return store.canonical(ox.Quad(t.subject, t.predicate, t.object, name) for t in triples)
    except SyntaxError as error:
        raise DataError(path.name, str(error.msg), f"line {error.lineno}", "mend the Turtle") from None
    except OSError as error:
        raise DataError(path.name, error.strerror or str(error), advice="name a file that can be read") from None


def build_graph(
    base: str, graphs: Iterable[tuple[str, bytes]], problems: Iterable[tuple[str, Sequence[Problem]]]
) -> bytes:
    """Return the description of a build: its version graphs with their sizes and files, and the problems of each.

    It holds no time and no place, so that the same documents give the same bytes.
    """
    name = ox.NamedNode(f"{base}graph/build")
    statements = [*_described(base, name, graphs), *_problems(problems)]
    return store.canonical(ox.Quad(*statement, name) for statement in statements)


Statement = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


def _described(base: str, dataset: ox.NamedNode, graphs: Iterable[tuple[str, bytes]]) -> Iterator[Statement]:
    run, software = ox.NamedNode(f"{base}build"), ox.NamedNode(base + _SOFTWARE)
    yield dataset, term("rdf:type"), term("void:Dataset")
    yield dataset, term("rdf:type"), term("dcat:Dataset")
    yield dataset, term("dcterms:title"), ox.Literal("United Nations documents as a graph", language="en")
    yield dataset, term("prov:wasGeneratedBy"), run
    yield run, term("rdf:type"), term("prov:Activity")
    yield run, term("prov:wasAssociatedWith"), software
    yield software, term("rdf:type"), term("prov:SoftwareAgent")
    yield software, term("rdfs:label"), ox.Literal(f"un-kg {__version__}")
    for graph, nquads in graphs:
        version = ox.NamedNode(graph)
        yield dataset, term("void:subset"), version
        yield version, term("rdf:type"), term("void:Dataset")
        yield version, term("void:triples"), ox.Literal(nquads.count(b"\n"))
        yield version, term("prov:wasGeneratedBy"), run


def _problems(problems: Iterable[tuple[str, Sequence[Problem]]]) -> Iterator[Statement]:
    for graph, found in problems:
        for number, problem in enumerate(found, 1):
            subject = ox.NamedNode(f"{graph}#problem.{number}")
            yield subject, term("rdf:type"), term("kg:Problem")
            yield subject, term("dcterms:subject"), ox.NamedNode(graph)
            yield subject, term("kg:code"), ox.Literal(problem.code)
            yield subject, term("dcterms:description"), ox.Literal(problem.message)
            if problem.place:
                yield subject, term("kg:place"), ox.Literal(problem.place)
