"""Where in which document a node of the graph is, for people who read a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

import pyoxigraph as ox

from kg.validate.index import Index
from kg.validate.terms import RDF, Node, term

OWN = "https://w3id.org/un-kg/ontology#"
_DOCUMENT = re.compile(
    r"(?:https://undocs\.org/(?:(?P<zone>[a-z]{2})/)?|.*?/(?:(?P<tongue>[a-z]{2})/)?document/)(?P<symbol>[^#]+)"
)
_INSIDE = re.compile(r"(?P<part>.+?)(?:(?P<span>\.[a-z]+\.\d+-\d+)(?:\..*)?|\.act|\.(?:asked|report)(?:\..*)?)?\Z")
_PAGE = re.compile(r"page=(\d+)")


@dataclass(frozen=True, slots=True)
class Place:
    """A document, a locator in it and a page; empty or None where they are not known."""

    document: str = ""
    locator: str = ""
    page: int | None = None


def place(focus: Node, index: Index) -> Place:
    """Return where a node is: by its IRI where that is one of a document, or else by the graph that holds it."""
    iri, _, inside = focus.partition("#") if isinstance(focus, str) else ("", "", "")
    if not _DOCUMENT.match(iri):
        return Place(_graph(focus, index))
    match = _INSIDE.match(inside)
    if match is None:
        return Place(_name(iri))
    locator = re.sub(r"\Afront\.\d+\Z", "front", match["part"])
    return Place(_name(iri), locator, _page(iri, match["part"], match["span"] or "", index))


def _name(iri: str) -> str:
    match = _DOCUMENT.match(iri)
    if match is None:
        return unquote(iri.rsplit("/", 1)[-1])
    language = match["zone"] or match["tongue"]
    return unquote(match["symbol"]) + (f" ({language})" if language else "")


def _graph(focus: Node, index: Index) -> str:
    if isinstance(focus, ox.Literal):
        return ""
    graphs = index.graphs or (None,)
    for graph in graphs:
        for quad in index.store.quads_for_pattern(term(focus), None, None, graph):  # type: ignore[arg-type]
            return _name(quad.graph_name.value) if isinstance(quad.graph_name, ox.NamedNode) else ""
    return ""


def _page(iri: str, part: str, span: str, index: Index) -> int | None:
    if span:
        selected = index.forward(RDF + "value")
        for name in (".page", ".page.1"):
            for value in selected(f"{iri}#{part}{span}{name}"):
                match = _PAGE.match(value.value) if isinstance(value, ox.Literal) else None
                if match:
                    return int(match[1])
    begins = index.forward(OWN + "page")
    for text in (f"{iri}#{part}", *index.backward(OWN + "textOf")(f"{iri}#{part}")):
        for value in begins(text):
            if isinstance(value, ox.Literal) and value.value.isdecimal():
                return int(value.value)
    return None
