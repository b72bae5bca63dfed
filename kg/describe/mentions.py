"""Mentions as Web Annotations: what stands where, which rule found it, what it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from kg.describe import iris
from kg.describe import vocabulary as v
from kg.describe.quads import Quads, code, node
from kg.model import Kind, Mention, Part, Reference
from kg.read.place import Place, places

CONTEXT = 16  # characters of the text before and after that a quotation is told apart by
LITERAL = frozenset((Kind.TITLE, Kind.ADOPTED, Kind.MEETING))  # kinds whose body is a text

# A form may look like a treaty and turn out to be a declaration: among these, what it refers to gives the kind.
_LIKE = frozenset((Kind.BODY, Kind.TREATY, Kind.INSTRUMENT, Kind.DOCUMENT))


def kind_of(reference: Reference) -> Kind:
    """Return the kind of fact that a reference is."""
    kind = reference.mention.kind
    if kind in _LIKE and reference.entity is not None and reference.entity.kind in _LIKE:
        return reference.entity.kind
    return kind


def named(
    references: Sequence[Reference], version: str, parts: Mapping[str, int]
) -> Iterator[tuple[str, Kind, Reference]]:
    """Yield each reference once with the IRI of its mention and its kind, in the order of ``parts`` and characters.

    Mentions of one kind at the same characters are told apart by a number, in the order of what they refer to, so that
    it does not matter in which order they were found.
    """
    given: dict[str, int] = {}
    seen: set[tuple[object, ...]] = set()
    for reference in sorted(references, key=lambda r: (parts[r.mention.part], *_order(r))):
        kind = kind_of(reference)
        mention = reference.mention
        same = (mention.part, mention.start, mention.end, kind, _path(reference), reference.about)
        if same in seen:
            continue
        seen.add(same)
        iri = iris.mention_iri(version, mention.part, kind.value, mention.start, mention.end)
        count = given[iri] = given.get(iri, 0) + 1
        yield (iri if count == 1 else f"{iri}.{count}"), kind, reference


def _path(reference: Reference) -> str:
    return reference.entity.path if reference.entity is not None else ""


def _order(reference: Reference) -> tuple[int, int, str, str, str, str, str]:
    m = reference.mention
    return m.start, m.end, m.kind.value, _path(reference), reference.about, m.rule, reference.how


def describe_mention(
    quads: Quads, iri: str, kind: Kind, reference: Reference, part: Part, body: str, behalf: str = ""
) -> None:
    """Describe a mention as an annotation of a part's text.

    ``body`` is the IRI of what it refers to, or empty where that is not known; ``behalf`` that of the part which the
    fact belongs to where it is another than the mention's own.
    """
    mention = reference.mention
    annotation = NamedNode(iri)
    quads.typed(annotation, v.OA_ANNOTATION, v.KG_MENTION, v.MENTION_CLASSES[kind])
    quads.add(annotation, v.OA_MOTIVATED_BY, v.OA_IDENTIFYING)
    if kind in LITERAL:
        _describe_text(quads, annotation, NamedNode(f"{iri}.body"), mention.value or mention.surface)
    elif body:
        quads.add(annotation, v.OA_HAS_BODY, node(body))
    else:
        quads.typed(annotation, v.KG_UNRESOLVED_MENTION)
    if kind == Kind.FOOTNOTE:
        quads.typed(annotation, v.C4O_POINTER)
        if body:
            quads.add(annotation, v.C4O_DENOTES, node(body))
    if behalf:
        quads.add(annotation, v.KG_ON_BEHALF_OF, node(behalf))
    quads.add(annotation, v.KG_RULE, code(mention.rule))
    if reference.how:
        quads.add(annotation, v.KG_RESOLUTION, code(reference.how))
    _describe_target(quads, annotation, iri, mention, part)


def _describe_text(quads: Quads, annotation: NamedNode, body: NamedNode, text: str) -> None:
    quads.add(annotation, v.OA_HAS_BODY, body)
    quads.typed(body, v.OA_TEXTUAL_BODY)
    quads.add(body, v.RDF_VALUE, Literal(text))


def _describe_target(quads: Quads, annotation: NamedNode, iri: str, mention: Mention, part: Part) -> None:
    add = quads.add
    start, end = mention.start, mention.end
    target, position, quote = NamedNode(f"{iri}.target"), NamedNode(f"{iri}.position"), NamedNode(f"{iri}.quote")
    add(annotation, v.OA_HAS_TARGET, target)
    add(target, v.RDF_TYPE, v.OA_SPECIFIC_RESOURCE)
    add(target, v.OA_HAS_SOURCE, node(iris.part_iri(quads.iri, part.name)))
    add(target, v.OA_HAS_SELECTOR, position)
    add(target, v.OA_HAS_SELECTOR, quote)
    add(position, v.RDF_TYPE, v.OA_TEXT_POSITION_SELECTOR)
    add(position, v.OA_START, v.integer(start))
    add(position, v.OA_END, v.integer(end))
    add(quote, v.RDF_TYPE, v.OA_TEXT_QUOTE_SELECTOR)
    add(quote, v.OA_EXACT, Literal(mention.surface))
    if start:
        add(quote, v.OA_PREFIX, Literal(part.text[max(0, start - CONTEXT) : start]))
    if end < len(part.text):
        add(quote, v.OA_SUFFIX, Literal(part.text[end : end + CONTEXT]))
    found = places(part.runs, start, end) or (Place(part.page, 0, 0),)
    for count, place in enumerate(found, 1):
        page = NamedNode(f"{iri}.page" if len(found) == 1 else f"{iri}.page.{count}")
        add(target, v.OA_HAS_SELECTOR, page)
        add(page, v.RDF_TYPE, v.OA_FRAGMENT_SELECTOR)
        add(page, v.DCT_CONFORMS_TO, v.PDF_FRAGMENTS)
        add(page, v.RDF_VALUE, Literal(fragment(place)))


def fragment(place: Place) -> str:
    """Return a place as a fragment of RFC 8118: its page, and its left, top, width and height in points.

    >>> from kg.model import Box
    >>> fragment(Place(5, 0, 9)), fragment(Place(5, 0, 9, Box(120.0, 333.0, 162.0, 343.5)))
    ('page=5', 'page=5&viewrect=120.0,333.0,42.0,10.5')
    """
    box = place.box
    if box is None:
        return f"page={place.page}"
    return f"page={place.page}&viewrect={box.x0:.1f},{box.top:.1f},{box.x1 - box.x0:.1f},{box.bottom - box.top:.1f}"
