"""Entities that mentions refer to: dates, sessions, registrations, provisions, and what no authority file knows."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from kg.describe.graph import Graph
from kg.describe.iris import node, work_iri
from kg.describe.vocabulary import DATE, EDTF, dcterms, integer, kg, org, skos, time, undo
from kg.model import Entity, Kind

SCHEMES = {Kind.BODY: "bodies", Kind.TREATY: "treaties", Kind.INSTRUMENT: "instruments"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def describe_entity(graph: Graph, entity: Entity) -> NamedNode:
    """Describe an entity as far as its kind and the document tell, and return its node."""
    match entity.kind:
        case Kind.DOCUMENT | Kind.SYMBOL:
            return describe_work(graph, entity.key)
        case Kind.DATE:
            return describe_date(graph, entity.key)
        case Kind.SESSION:
            subject = graph.entity(entity.path)
            graph.a(subject, kg["Session"])
            graph.add(subject, skos["notation"], Literal(entity.key))
            for _, organ in entity.relations:
                graph.add(subject, kg["sessionOf"], graph.entity(organ))
            return subject
        case Kind.UNTS:
            return _registration(graph, entity)
        case Kind.PROVISION:
            return _provision(graph, entity)
        case Kind.ACT:
            return graph.entity(entity.path)
        case _:
            return _named(graph, entity)


def describe_work(graph: Graph, symbol: str) -> NamedNode:
    """Describe a cited document by its symbol."""
    subject = node(work_iri(symbol, graph.base))
    graph.a(subject, undo["Document"])
    graph.add(subject, dcterms["identifier"], Literal(symbol))
    return subject


def describe_date(graph: Graph, edtf: str) -> NamedNode:
    """Describe a date or an interval."""
    subject = graph.entity("date/" + edtf.replace("/", "_"))
    graph.a(subject, time["TemporalEntity"])
    graph.add(subject, kg["edtf"], Literal(edtf, datatype=EDTF))
    if DAY.fullmatch(edtf):
        graph.a(subject, time["Instant"])
        graph.add(subject, time["inXSDDate"], Literal(edtf, datatype=DATE))
    elif "/" in edtf:
        first, last = edtf.split("/")
        graph.a(subject, time["ProperInterval"])
        graph.add(subject, time["hasBeginning"], describe_date(graph, first))
        graph.add(subject, time["hasEnd"], describe_date(graph, last))
    return subject


def _registration(graph: Graph, entity: Entity) -> NamedNode:
    subject = graph.entity(entity.path)
    volume, number = entity.key.removeprefix("UNTS ").split("/")
    graph.a(subject, kg["TreatySeriesRegistration"])
    graph.add(subject, dcterms["identifier"], Literal(entity.key))
    graph.add(subject, kg["volume"], integer(int(volume)))
    graph.add(subject, kg["number"], Literal(number))
    return subject


def _provision(graph: Graph, entity: Entity) -> NamedNode:
    holder = entity.relations[0][1]
    whole = node(work_iri(holder, graph.base)) if "/" in holder and holder[0].isupper() else graph.entity(holder)
    subject = node(f"{whole.value}#{entity.path.rpartition('#')[2]}")
    graph.a(subject, kg["Provision"])
    graph.add(subject, dcterms["identifier"], Literal(entity.key))
    graph.add(subject, kg["provisionOf"], whole)
    match = re.search(r"(?:art|ch|para|part)\. .*$", entity.key)
    graph.add(subject, kg["designation"], Literal(match[0] if match else entity.key))
    return subject


def _named(graph: Graph, entity: Entity) -> NamedNode:
    """Describe a body, treaty or instrument that authority data do not hold."""
    subject = graph.entity(entity.path)
    if entity.known:
        return subject
    graph.a(subject, skos["Concept"], kg["Unlisted"], kg[str(entity.kind).capitalize()])
    if entity.kind == Kind.TREATY:
        graph.a(subject, undo["Treaty"])
    elif entity.kind == Kind.BODY:
        graph.a(subject, org["Organization"])
    graph.add(subject, skos["inScheme"], graph.entity(f"scheme/{SCHEMES[entity.kind]}"))
    for language, label in entity.labels:
        graph.add(subject, skos["prefLabel"], Literal(label, language=language))
    for term, path in entity.relations:
        graph.add(subject, kg[term], graph.entity(path))
    return subject
