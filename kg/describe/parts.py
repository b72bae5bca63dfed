"""The parts of a work, and their texts in one language version."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from kg.describe import iris
from kg.describe import vocabulary as v
from kg.describe.quads import Quads, code, node
from kg.model import Document, Part, PartKind


def locator_of(part: Part) -> str:
    """Return what names the part in the work: its locator, or its name where it has none (headings)."""
    return part.locator or part.name


def describe_parts(quads: Quads, document: Document, work: str) -> None:
    """Describe the work's parts in reading order, and the text of each."""
    owner = node(work)
    locators = {locator_of(part) for part in document.parts}
    position = 0
    for part in document.parts:
        iri = iris.part_iri(work, locator_of(part))
        if quads.first(iri):
            position += 1
            _describe_part(quads, part, node(iri), owner, position)
            parent = locator_of(part).rpartition(".")[0]
            if parent in locators:
                quads.add(node(iri), v.DCT_IS_PART_OF, node(iris.part_iri(work, parent)))
        _describe_text(quads, part, node(iri), document.language)


def _describe_part(quads: Quads, part: Part, subject: NamedNode, work: NamedNode, position: int) -> None:
    quads.typed(subject, *v.PART_CLASSES[part.kind])
    quads.add(subject, v.DCT_IS_PART_OF, work)
    quads.add(subject, v.KG_LOCATOR, code(locator_of(part)))
    quads.add(subject, v.KG_POSITION, v.integer(position))
    if part.kind == PartKind.FOOTNOTE:
        quads.add(subject, v.KG_MARK, code(part.locator.removeprefix("fn")))


def _describe_text(quads: Quads, part: Part, of: NamedNode, language: str) -> None:
    subject = node(iris.part_iri(quads.iri, part.name))
    quads.typed(subject, v.KG_PART_TEXT, v.DOCO_TEXT_CHUNK)
    quads.add(subject, v.KG_TEXT_OF, of)
    quads.add(subject, v.DCT_IS_PART_OF, quads.graph)
    quads.add(subject, v.C4O_HAS_CONTENT, Literal(part.text, language=language))
    if part.label:
        quads.add(subject, v.KG_LABEL, code(part.label))
    quads.add(subject, v.KG_PAGE, v.integer(part.page))
