"""What mentions add to the work: each fact as a statement that holds in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.describe import iris
from kg.describe import vocabulary as v
from kg.describe.acts import act_iri, describe_act, describe_report, describe_request
from kg.describe.entities import describe_entity, folder_kind
from kg.describe.mentions import LITERAL, describe_mention, kind_of, named
from kg.describe.parts import locator_of
from kg.describe.quads import Quads
from kg.model import Entity, Kind, Part, Reference, Understanding

_MENTIONED = frozenset((Kind.BODY, Kind.TREATY, Kind.INSTRUMENT, Kind.PROVISION, Kind.SESSION, Kind.DATE))


@dataclass(frozen=True, slots=True)
class Scene:
    """What every statement of a document needs: its graph, work, organ (empty where unknown), language and base.

    ``entities`` are those that the document names, by path: a report names its recipient and time by these.
    """

    quads: Quads
    work: str
    organ: str
    language: str
    base: str
    entities: Mapping[str, Entity]


def describe_references(quads: Quads, understanding: Understanding, work: str, base: str) -> None:
    """Describe every mention, what it refers to, and what it lets the work say."""
    organ = iris.entity_iri(understanding.organ.path, base) if understanding.organ else ""
    document = understanding.document
    entities = {r.entity.path: r.entity for r in understanding.references if r.entity is not None}
    scene = Scene(quads, work, organ, document.language, base, entities)
    parts = {part.name: part for part in document.parts}
    works = {name: iris.part_iri(work, locator_of(part)) for name, part in parts.items()}
    several = _several_acts(understanding.references, works)
    if understanding.organ is not None:
        _describe(scene, organ, understanding.organ)
    order = {name: index for index, name in enumerate(parts)}
    for iri, kind, reference in named(understanding.references, quads.iri, order):
        part: Part = parts[reference.mention.part]
        own = works[part.name]
        about = works.get(reference.about, own)
        body = _state(scene, kind, reference, about, own in several)
        describe_mention(quads, iri, kind, reference, part, body, about if about != own else "")


def _several_acts(references: tuple[Reference, ...], works: dict[str, str]) -> set[str]:
    """Return the work parts that perform more than one act."""
    acts: dict[str, set[str]] = {}
    for reference in references:
        if kind_of(reference) == Kind.ACT and reference.entity is not None:
            acts.setdefault(works[reference.mention.part], set()).add(reference.entity.path)
    return {part for part, paths in acts.items() if len(paths) > 1}


def _state(scene: Scene, kind: Kind, reference: Reference, part: str, several: bool) -> str:
    """Say what a reference says of a part of the work; return the IRI of what it refers to, or an empty string."""
    entity = reference.entity
    if kind == Kind.SYMBOL:
        return scene.work
    if entity is None or kind in LITERAL:
        return ""
    if kind == Kind.FOOTNOTE:
        footnote = iris.part_iri(scene.work, entity.path)
        scene.quads.once(part, v.KG_HAS_FOOTNOTE, footnote)
        return footnote
    if kind == Kind.REPORT:
        for name, path in entity.relations:
            if path in scene.entities:
                _describe(scene, iris.entity_iri(path, scene.base), scene.entities[path])
            elif name == "due":
                _describe(scene, iris.entity_iri(path, scene.base), _period(path, entity.key))
        return describe_report(scene.quads, part, reference, scene.base)
    if kind == Kind.ASKED:
        _describe(scene, iris.entity_iri(entity.path, scene.base), entity)
        return describe_request(scene.quads, part, reference, scene.organ, scene.base)
    iri = iris.entity_iri(entity.path, scene.base)
    _describe(scene, iri, entity, reference.mention.detail("designation"))
    if kind == Kind.ACT:
        describe_act(scene.quads, act_iri(part, entity.path, several), part, iri, scene.organ)
    else:
        _relate(scene, kind, part, iri)
    return iri


def _relate(scene: Scene, kind: Kind, part: str, iri: str) -> None:
    once = scene.quads.once
    if kind in _MENTIONED:
        once(part, v.ALLOT_MENTIONS, iri)
        once(scene.work, v.ALLOT_MENTIONS, iri)
    elif kind == Kind.DOCUMENT:
        once(part, v.CITO_CITES, iri)
        once(scene.work, v.CITO_CITES, iri)
    elif kind == Kind.UNTS:
        once(part, v.KG_CITES_REGISTRATION, iri)
    elif kind == Kind.IDENTIFIES:
        once(part, v.KG_IDENTIFIES, iri)


def _period(path: str, key: str) -> Entity:
    """Return the session or date of a report that is due then and not named elsewhere."""
    return Entity(path, folder_kind(path) or Kind.DATE, key.rpartition(" @ ")[2])


def _describe(scene: Scene, iri: str, entity: Entity, designation: str = "") -> None:
    describe_entity(scene.quads, iri, entity, scene.language, scene.base, designation)
