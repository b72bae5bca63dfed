"""What a document names: sessions, dates, registrations and provisions always, the rest where no list knows it."""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import Literal, NamedNode

from kg.describe import iris
from kg.describe import vocabulary as v
from kg.describe.dates import describe_date
from kg.describe.quads import Quads, code, node
from kg.describe.work import describe_cited
from kg.model import Entity, Kind

_FOLDERS = {
    "body": Kind.BODY,
    "treaty": Kind.TREATY,
    "instrument": Kind.INSTRUMENT,
    "act": Kind.ACT,
    "date": Kind.DATE,
    "session": Kind.SESSION,
    "registration": Kind.UNTS,
}
_NAMED = {
    Kind.TREATY: (v.UNDO_TREATY, v.KG_TREATY, v.SKOS_CONCEPT, v.KG_UNLISTED),
    Kind.INSTRUMENT: (v.KG_INSTRUMENT, v.SKOS_CONCEPT, v.KG_UNLISTED),
    Kind.ACT: (v.KG_ACT, v.SKOS_CONCEPT, v.KG_UNLISTED),
}
_SCHEMES = {
    v.KG_BODY: "bodies",
    v.KG_TREATY: "treaties",
    v.KG_INSTRUMENT: "instruments",
    v.KG_ACT: "acts",
    v.KG_GROUP: "groups",
}


def describe_entity(quads: Quads, iri: str, entity: Entity, language: str, base: str, designation: str = "") -> None:
    """Describe an entity in the graph of the document that names it, unless that was done or authority data does it."""
    if entity.kind == Kind.DATE:
        describe_date(quads, iri, entity.key, base)
    elif entity.kind == Kind.DOCUMENT:
        describe_cited(quads, iri, entity.key)
    elif entity.kind == Kind.PROVISION:
        _describe_provision(quads, iri, entity, base, designation)
    elif entity.kind in _DERIVED:
        if quads.first(iri):
            _DERIVED[entity.kind](quads, iri, entity)
            _relate(quads, iri, entity, base)
    elif not entity.known and quads.first(iri):
        _describe_named(quads, iri, entity, language, base)


def folder_kind(path: str) -> Kind | None:
    """Return the kind of what stands at a path, by its folder: ``body/…``, ``session/…``; None for others (groups)."""
    return _FOLDERS.get(path.partition("/")[0])


def _describe_session(quads: Quads, iri: str, entity: Entity) -> None:
    quads.typed(node(iri), v.KG_SESSION_CLASS)
    quads.add(node(iri), v.SKOS_NOTATION, code(entity.key))


def _describe_registration(quads: Quads, iri: str, entity: Entity) -> None:
    quads.typed(node(iri), v.KG_TREATY_SERIES_REGISTRATION)
    quads.add(node(iri), v.DCT_IDENTIFIER, code(entity.key))
    volume, _, numbers = entity.key.removeprefix("UNTS ").partition("/")
    if volume.isdecimal():
        quads.add(node(iri), v.KG_VOLUME, v.integer(int(volume)))
    if numbers:
        quads.add(node(iri), v.KG_NUMBER, code(numbers))


_DERIVED: dict[Kind, Callable[[Quads, str, Entity], None]] = {
    Kind.SESSION: _describe_session,
    Kind.UNTS: _describe_registration,
}


def _describe_provision(quads: Quads, iri: str, entity: Entity, base: str, designation: str) -> None:
    if not quads.first(iri):
        return
    quads.typed(node(iri), v.KG_PROVISION)
    quads.add(node(iri), v.DCT_IDENTIFIER, Literal(entity.key))
    quads.add(node(iri), v.KG_DESIGNATION, code(designation or entity.key))
    _relate(quads, iri, entity, base)
    of = dict(entity.relations).get("provisionOf", "")
    if iris.is_symbol(of):
        describe_cited(quads, iris.work_iri(of), of)


def _describe_named(quads: Quads, iri: str, entity: Entity, language: str, base: str) -> None:
    classes = _classes(entity)
    quads.typed(node(iri), *classes)
    labels = entity.labels or ((_language(entity.key, language), entity.key),)
    preferred: set[str] = set()
    for tongue, text in dict.fromkeys(labels):
        quads.add(
            node(iri), v.SKOS_ALT_LABEL if tongue in preferred else v.SKOS_PREF_LABEL, Literal(text, language=tongue)
        )
        preferred.add(tongue)
    quads.once(iri, v.RELATIONS["inScheme"], f"{base}scheme/{next(_SCHEMES[c] for c in classes if c in _SCHEMES)}")
    _relate(quads, iri, entity, base)


def _classes(entity: Entity) -> tuple[NamedNode, ...]:
    kind = folder_kind(entity.path) or entity.kind
    if kind in _NAMED:
        return _NAMED[kind]
    if kind == Kind.BODY:
        post = any(name == "postIn" for name, _ in entity.relations)
        return (v.ORG_POST if post else v.ORG_ORGANIZATION, v.KG_BODY, v.SKOS_CONCEPT, v.KG_UNLISTED)
    return (v.KG_GROUP, v.SKOS_CONCEPT)


def _language(name: str, language: str) -> str:
    """Return the language of a key: names are English, or in the language of the document."""
    return "en" if name.isascii() else language


def _relate(quads: Quads, iri: str, entity: Entity, base: str) -> None:
    for name, path in entity.relations:
        quads.once(iri, v.RELATIONS[name], iris.entity_iri(path, base))
