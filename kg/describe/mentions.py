"""Mentions as Web Annotations, and what they add to the work."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import Literal, NamedNode

from kg.describe.entities import describe_date, describe_entity, describe_work
from kg.describe.graph import Graph
from kg.describe.iris import node
from kg.describe.parts import text_part, work_part
from kg.describe.vocabulary import (
    EDTF, RFC_8118, VALUE, allot, c4o, cito, dcterms, integer, kg, oa, undo,
)  # fmt: skip
from kg.model import Entity, Kind, Part, Reference, Understanding
from kg.read.place import places

CONTEXT = 16  # characters of prefix and suffix of a quotation
LITERAL = {Kind.TITLE, Kind.ADOPTED, Kind.MEETING}
MENTIONED = {Kind.BODY, Kind.TREATY, Kind.INSTRUMENT, Kind.PROVISION, Kind.SESSION, Kind.DATE}


def describe_references(graph: Graph, understanding: Understanding) -> None:
    """Describe every reference: its annotation, its entity, and its statement about the work."""
    parts = {part.name: part for part in understanding.document.parts}
    seen: Counter[str] = Counter()
    for reference in understanding.references:
        part = parts[reference.mention.part]
        subject = _annotation(graph, reference, part, seen)
        body = _body(graph, reference, subject, understanding)
        if body is None:
            graph.a(subject, kg["UnresolvedMention"])
            continue
        graph.add(subject, oa["hasBody"], body)
        _statement(graph, reference, part, body, understanding)


def _annotation(graph: Graph, reference: Reference, part: Part, seen: Counter[str]) -> NamedNode:
    mention = reference.mention
    name = f"{graph.version}#{part.name}.{mention.kind}.{mention.start}-{mention.end}"
    seen[name] += 1
    if seen[name] > 1:
        name = f"{name}.{seen[name]}"
    subject = node(name)
    graph.a(subject, oa["Annotation"], kg["Mention"], kg[f"{str(mention.kind).capitalize()}Mention"])
    graph.add(subject, oa["motivatedBy"], oa["identifying"])
    graph.add(subject, kg["rule"], Literal(mention.rule))
    if reference.how:
        graph.add(subject, kg["resolution"], Literal(reference.how))
    _target(graph, name, reference, part, subject)
    return subject


def _target(graph: Graph, name: str, reference: Reference, part: Part, subject: NamedNode) -> None:
    mention = reference.mention
    target, position, quote = node(f"{name}.target"), node(f"{name}.position"), node(f"{name}.quote")
    graph.add(subject, oa["hasTarget"], target)
    graph.a(target, oa["SpecificResource"])
    graph.add(target, oa["hasSource"], text_part(graph, part.name))
    graph.add(target, oa["hasSelector"], position)
    graph.add(target, oa["hasSelector"], quote)
    graph.a(position, oa["TextPositionSelector"])
    graph.add(position, oa["start"], integer(mention.start))
    graph.add(position, oa["end"], integer(mention.end))
    graph.a(quote, oa["TextQuoteSelector"])
    graph.add(quote, oa["exact"], Literal(mention.surface))
    graph.add(quote, oa["prefix"], Literal(part.text[max(0, mention.start - CONTEXT) : mention.start]))
    graph.add(quote, oa["suffix"], Literal(part.text[mention.end : mention.end + CONTEXT]))
    found = places(part.runs, mention.start, mention.end)
    for index, place in enumerate(found, 1):
        page = node(f"{name}.page" + (f".{index}" if len(found) > 1 else ""))
        fragment = f"page={place.page}"
        if place.box:
            box = place.box
            fragment += f"&viewrect={box.x0:.1f},{box.top:.1f},{box.x1 - box.x0:.1f},{box.bottom - box.top:.1f}"
        graph.add(target, oa["hasSelector"], page)
        graph.a(page, oa["FragmentSelector"])
        graph.add(page, dcterms["conformsTo"], RFC_8118)
        graph.add(page, VALUE, Literal(fragment))


def _body(graph: Graph, reference: Reference, subject: NamedNode, understanding: Understanding) -> NamedNode | None:
    entity, kind = reference.entity, reference.mention.kind
    if entity is None:
        return None
    if kind in LITERAL:
        body = node(f"{subject.value}.body")
        graph.a(body, oa["TextualBody"])
        graph.add(body, VALUE, Literal(entity.key))
        return body
    if kind == Kind.SYMBOL:
        return node(graph.work)
    if kind == Kind.FOOTNOTE:
        return work_part(graph, entity.path)
    if kind in (Kind.ASKED, Kind.REPORT):
        return _request(graph, reference, understanding)
    return describe_entity(graph, entity)


def _statement(
    graph: Graph, reference: Reference, part: Part, body: NamedNode, understanding: Understanding
) -> None:
    mention = reference.mention
    work, about = node(graph.work), work_part(graph, part.locator)
    if mention.kind in MENTIONED:
        graph.add(about, allot["mentions"], body)
        graph.add(work, allot["mentions"], body)
    if mention.kind == Kind.DOCUMENT:
        graph.add(about, cito["cites"], body)
        graph.add(work, cito["cites"], body)
    elif mention.kind == Kind.ACT:
        _act(graph, about, body, understanding.organ)
    elif mention.kind == Kind.FOOTNOTE:
        graph.add(about, kg["hasFootnote"], body)
        subject = _mention_node(graph, reference, part)
        graph.a(subject, c4o["InTextReferencePointer"])
        graph.add(subject, c4o["denotes"], body)
    elif mention.kind == Kind.UNTS:
        graph.add(about, kg["citesRegistration"], body)
    elif mention.kind == Kind.IDENTIFIES:
        note = work_part(graph, reference.about)
        graph.add(note, kg["identifies"], body)
        graph.add(_mention_node(graph, reference, part), kg["onBehalfOf"], note)
    elif part.locator == "front":
        _own(graph, reference, body)


def _mention_node(graph: Graph, reference: Reference, part: Part) -> NamedNode:
    mention = reference.mention
    return node(f"{graph.version}#{part.name}.{mention.kind}.{mention.start}-{mention.end}")


def _own(graph: Graph, reference: Reference, body: NamedNode) -> None:
    """Say what the front matter says of the work."""
    mention, work = reference.mention, node(graph.work)
    assert reference.entity
    if mention.kind == Kind.ADOPTED:
        graph.add(work, kg["adopted"], Literal(mention.value, datatype=EDTF))
    elif mention.kind == Kind.MEETING:
        graph.add(work, kg["meeting"], integer(int(mention.value)))
    elif mention.kind == Kind.SESSION and mention.rule == "session.symbol":
        graph.add(work, kg["session"], body)
    elif mention.kind == Kind.TITLE:
        graph.add(graph.name, dcterms["title"], Literal(mention.value, language=graph.language))


def _act(graph: Graph, about: NamedNode, concept: NamedNode, organ: Entity | None) -> None:
    subject = node(f"{about.value}.act")
    graph.add(about, kg["performs"], subject)
    graph.a(subject, undo["Relation"], kg["PerformativeAct"])
    graph.add(subject, undo["hasSemantics"], concept)
    graph.add(subject, undo["hasReceiver"], about)
    if organ:
        graph.add(subject, undo["hasProponent"], graph.entity(organ.path))


def _request(graph: Graph, reference: Reference, understanding: Understanding) -> NamedNode:
    """Describe who is asked, or what is to be reported to whom and by when."""
    entity = reference.entity
    assert entity
    locator = next(p.locator for p in understanding.document.parts if p.name == reference.mention.part)
    about = work_part(graph, locator)
    slug = entity.path.rpartition("/")[2]
    subject = node(f"{about.value}.{reference.mention.kind}.{slug}")
    graph.a(subject, undo["Relation"])
    graph.add(subject, dcterms["isPartOf"], about)
    if reference.mention.kind == Kind.ASKED:
        graph.a(subject, kg["Request"])
        graph.add(subject, undo["hasReceiver"], graph.entity(entity.path))
        graph.add(subject, undo["hasSemantics"], graph.entity("act/" + reference.mention.value.replace(" ", "-")))
        if understanding.organ:
            graph.add(subject, undo["hasProponent"], graph.entity(understanding.organ.path))
        return subject
    graph.a(subject, kg["ReportingRequest"])
    graph.add(subject, dcterms["identifier"], Literal(entity.key))
    for term, path in entity.relations:
        graph.add(subject, kg[term], _related(graph, term, path))
    return subject


def _related(graph: Graph, term: str, path: str) -> NamedNode:
    if term == "due" and path.startswith("date/"):
        return describe_date(graph, path.removeprefix("date/").replace("_", "/"))
    return graph.entity(path)


def describe_creator(graph: Graph, organ: Entity | None) -> None:
    """Say which organ speaks."""
    if organ:
        graph.add(node(graph.work), dcterms["creator"], graph.entity(organ.path))


__all__ = ["describe_creator", "describe_references", "describe_work"]
