"""The document itself: the work, its language version, the files that hold it, and works that it cites."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode

from kg.describe import iris
from kg.describe import vocabulary as v
from kg.describe.quads import Quads, code, node
from kg.model import Kind, Part, PartKind, Reference, Source, Understanding

# What an element of a symbol says of the kind of document: A/RES/67/161, A/DEC/67/501.
_CLASSES = {"RES": v.UNDO_RESOLUTION, "DEC": v.UNDO_DECISION}
_FRONT = frozenset((PartKind.FRONT, PartKind.TITLE, PartKind.CLOSING))


def describe_work(quads: Quads, understanding: Understanding, work: str, base: str) -> None:
    """Describe the work: its class, symbol, organ, adoption, meeting and session."""
    subject = node(work)
    quads.first(work)
    classes = [name for element, name in _CLASSES.items() if element in understanding.symbol.split("/")]
    quads.typed(subject, *classes, v.UNDO_DOCUMENT, v.ALLOT_WORK)
    quads.add(subject, v.DCT_IDENTIFIER, Literal(understanding.symbol))
    if understanding.organ is not None:
        quads.once(work, v.DCT_CREATOR, iris.entity_iri(understanding.organ.path, base))
    quads.add(subject, v.ALLOT_HAS_REALIZATION, quads.graph)
    _describe_adoption(quads, understanding, work, base)


def _describe_adoption(quads: Quads, understanding: Understanding, work: str, base: str) -> None:
    adopted = _in_front(understanding, Kind.ADOPTED)
    if adopted is not None and adopted.mention.value:
        quads.add(node(work), v.KG_ADOPTED, Literal(adopted.mention.value, datatype=v.EDTF))
    meeting = _in_front(understanding, Kind.MEETING)
    if meeting is not None and meeting.mention.value.isdecimal():
        quads.add(node(work), v.KG_MEETING, v.integer(int(meeting.mention.value)))
    session = _in_front(understanding, Kind.SESSION, "symbol") or _in_front(understanding, Kind.SESSION)
    if session is not None and session.entity is not None:
        quads.once(work, v.KG_SESSION, iris.entity_iri(session.entity.path, base))


def _in_front(understanding: Understanding, kind: Kind, how: str = "") -> Reference | None:
    """Return the first reference of a kind in the front matter, or the first that was resolved in that way."""
    front: dict[str, Part] = {part.name: part for part in understanding.document.parts if part.kind in _FRONT}
    order = {name: index for index, name in enumerate(front)}
    found = [
        r for r in understanding.references if r.mention.kind == kind and r.mention.part in front and how in ("", r.how)
    ]
    return min(found, key=lambda r: (order[r.mention.part], r.mention.start, r.mention.end), default=None)


def describe_version(
    quads: Quads, understanding: Understanding, work: str, base: str, sources: Sequence[Source]
) -> None:
    """Describe the language version and the files that hold it, the one that was read first."""
    language = understanding.document.language
    subject = quads.graph
    quads.typed(subject, v.UNDO_DOCUMENT_VERSION, v.ALLOT_EXPRESSION)
    quads.add(subject, v.KG_VERSION_OF, node(work))
    quads.add(subject, v.DCT_LANGUAGE, node(iris.LANGUAGES + language))
    title = _in_front(understanding, Kind.TITLE)
    if title is not None:
        quads.add(subject, v.DCT_TITLE, Literal(title.mention.value or title.mention.surface, language=language))
    for source in sources:
        iri = iris.file_iri(source.digest, base)
        quads.once(quads.iri, v.ALLOT_HAS_EMBODIMENT, iri)
        if quads.first(iri):
            _describe_file(quads, node(iri), source)


def _describe_file(quads: Quads, file: NamedNode, source: Source) -> None:
    quads.typed(file, v.ALLOT_MANIFESTATION)
    quads.add(file, v.DCT_TITLE, Literal(source.name))
    quads.add(file, v.DCT_FORMAT, code(source.media_type))
    quads.add(file, v.KG_SHA256, Literal(source.digest))
    quads.add(file, v.KG_PAGE_COUNT, v.integer(source.pages))


def describe_cited(quads: Quads, iri: str, symbol: str) -> None:
    """Describe a work that is cited, unless that was done: all that is known of it is its symbol."""
    if quads.first(iri):
        subject = node(iri)
        quads.typed(subject, v.UNDO_DOCUMENT)
        quads.add(subject, v.DCT_IDENTIFIER, Literal(symbol))
