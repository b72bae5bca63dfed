"""Writes a graph in the formats of RDF, the same graph always as the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg import jsonld
from kg.errors import OutputError, UsageError
from kg.formats import RDF
from kg.resources import ontology
from kg.store import canonical, read_quads

_FORMATS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


def context() -> jsonld.Context:
    """Return the JSON-LD context of the ontology, whose prefixes the other formats use too."""
    return jsonld.read_context(ontology() / "context.jsonld")


def export(folder: Path, form: str, output: BinaryIO) -> None:
    """Write the graph of a finished build to a binary stream; OutputError where there is no graph."""
    write(read_quads(folder), form, output)


def export_file(folder: Path, form: str, path: Path) -> None:
    """Write the graph of a finished build to a file; OutputError where one of both is not to be had."""
    quads = read_quads(folder)
    try:
        with path.open("wb") as output:
            write(quads, form, output)
    except OSError as error:
        raise OutputError(str(path), f"cannot be written ({error.strerror or error})") from None


def write(quads: Iterable[ox.Quad], form: str, output: BinaryIO) -> None:
    """Write quads in a format; formats without named graphs get the union of them. UsageError for another format."""
    if form not in RDF:
        raise UsageError(form, "is no format of RDF", advice="use one of " + ", ".join(RDF))
    if form == "nq":
        output.write(canonical(quads))
    elif form == "jsonld":
        for piece in jsonld.write(_by_graph(quads), context()):
            output.write(piece.encode())
    elif _FORMATS[form].supports_datasets:
        ox.serialize(_by_graph(quads), output, _FORMATS[form], prefixes=dict(context().prefixes))
    else:
        ox.serialize(_triples(quads), output, _FORMATS[form], prefixes=dict(context().prefixes))


def _by_graph(quads: Iterable[ox.Quad]) -> Sequence[ox.Quad]:
    return sorted(quads, key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))


def _triples(quads: Iterable[ox.Quad]) -> Sequence[ox.Triple]:
    distinct = {quad.triple for quad in quads}
    return sorted(distinct, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
