"""Work, version, file and parts."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from kg.describe.graph import Graph
from kg.describe.iris import is_symbol, node
from kg.describe.vocabulary import allot, c4o, dcterms, doco, integer, kg, language, undo
from kg.model import Document, Part, PartKind, Source

CLASSES = {
    PartKind.FRONT: "FrontMatter",
    PartKind.TITLE: "FrontMatter",
    PartKind.CLOSING: "FrontMatter",
    PartKind.PREAMBULAR: "PreambularParagraph",
    PartKind.OPERATIVE: "OperativeParagraph",
    PartKind.SUBPARAGRAPH: "SubParagraph",
    PartKind.FOOTNOTE: "Footnote",
    PartKind.HEADING: "Heading",
    PartKind.ANNEX: "AnnexParagraph",
}
SPAR = {"FrontMatter": "FrontMatter", "Footnote": "Footnote", "Heading": "SectionTitle"}
RESOLUTION = re.compile(r"/RES/")


def describe_work_and_version(graph: Graph, document: Document) -> None:
    """Describe the work, its language version, and the file that it was read from."""
    work = node(graph.work)
    graph.a(work, undo["Document"], allot["FRBRWork"])
    if RESOLUTION.search(graph.symbol) and is_symbol(graph.symbol):
        graph.a(work, undo["Resolution"])
    graph.add(work, dcterms["identifier"], Literal(graph.symbol))
    graph.add(work, allot["hasRealization"], graph.name)
    graph.a(graph.name, undo["DocumentVersion"], allot["FRBRExpression"])
    graph.add(graph.name, kg["versionOf"], work)
    graph.add(graph.name, dcterms["language"], language[document.language])
    describe_file(graph, document.source)


def describe_file(graph: Graph, source: Source) -> None:
    """Describe a file as a manifestation of the version."""
    file = graph.entity(f"file/sha256-{source.digest}")
    graph.add(graph.name, allot["hasEmbodiment"], file)
    graph.a(file, allot["FRBRManifestation"])
    graph.add(file, dcterms["title"], Literal(source.name))
    graph.add(file, dcterms["format"], Literal(source.media_type))
    graph.add(file, kg["sha256"], Literal(source.digest))
    graph.add(file, kg["pageCount"], integer(source.pages))


def work_part(graph: Graph, locator: str) -> NamedNode:
    """Return the node of a part of the work."""
    return node(f"{graph.work}#{locator}")


def text_part(graph: Graph, name: str) -> NamedNode:
    """Return the node of a part's text in the version."""
    return node(f"{graph.version}#{name}")


def describe_parts(graph: Graph, document: Document) -> None:
    """Describe every part: once for the work, and its text for the version."""
    locators = {part.locator for part in document.parts}
    position = 0
    seen: set[str] = set()
    for part in document.parts:
        if part.locator not in seen:
            seen.add(part.locator)
            position += 1
            _work_part(graph, part, position, locators)
        _text(graph, part)


def _work_part(graph: Graph, part: Part, position: int, locators: set[str]) -> None:
    subject = work_part(graph, part.locator)
    name = CLASSES[part.kind]
    graph.a(subject, kg[name], doco[SPAR.get(name, "Paragraph")])
    graph.add(subject, dcterms["isPartOf"], node(graph.work))
    graph.add(subject, kg["locator"], Literal(part.locator))
    graph.add(subject, kg["position"], integer(position))
    if part.kind == PartKind.FOOTNOTE:
        graph.add(subject, kg["mark"], Literal(part.label))
    holder = part.locator.rpartition(".")[0]
    if holder in locators:
        graph.add(subject, dcterms["isPartOf"], work_part(graph, holder))


def _text(graph: Graph, part: Part) -> None:
    subject = text_part(graph, part.name)
    graph.a(subject, kg["PartText"], doco["TextChunk"])
    graph.add(subject, kg["textOf"], work_part(graph, part.locator))
    graph.add(subject, dcterms["isPartOf"], graph.name)
    graph.add(subject, c4o["hasContent"], Literal(part.text, language=graph.language))
    if part.label:
        graph.add(subject, kg["label"], Literal(part.label))
    graph.add(subject, kg["page"], integer(part.page))
