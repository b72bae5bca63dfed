"""Footnotes: what a mark denotes, what 'ibid.' repeats, and what the text that carries a mark calls the thing cited."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.model import Entity, Kind, Mention, Part, PartKind, Reference
from kg.resolve.context import Context, entity_of

CLOSERS = re.compile(r"[》〉)）”’\"'，,、。；;：:\s\u00b9\u00b2\u00b3\u2070-\u2079*\[\]/]*")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a footnote cites: documents and registrations, after 'ibid.'."""

    references: tuple[Reference, ...]

    @property
    def series(self) -> bool:
        """Whether it cites the Treaty Series."""
        return any(r.mention.kind == Kind.UNTS for r in self.references)


def resolve_footnotes(context: Context) -> None:
    """Resolve marks, registrations and 'ibid.', then what each footnote identifies."""
    notes = [part for part in context.document.parts if part.kind == PartKind.FOOTNOTE]
    names = {note.locator for note in notes}
    for mention in context.of(Kind.FOOTNOTE):
        path = f"fn{mention.value}"
        known = path in names
        context.add(mention, Entity(path, Kind.FOOTNOTE, mention.value) if known else None, "mark" if known else "")
    cited = _citations(context, notes)
    for reference in list(context.references):
        if reference.mention.kind == Kind.FOOTNOTE and reference.entity:
            _identify(context, reference, cited.get(reference.entity.path))


def _citations(context: Context, notes: list[Part]) -> dict[str, Cited]:
    table: dict[str, Cited] = {}
    before = Cited(())
    for note in notes:
        own = [
            r
            for r in context.references
            if r.mention.part == note.name and r.mention.kind == Kind.DOCUMENT and r.entity
        ]
        for mention in (m for m in context.of(Kind.UNTS) if m.part == note.name):
            fits = not mention.detail("ibid") or before.series
            entity = registration(mention.value) if fits else None
            context.add(mention, entity, "registration" if not mention.detail("ibid") else "ibid" if fits else "")
            if entity:
                own.append(context.references[-1])
        if not own:
            own = _repeated(context, note, before)
        table[note.locator] = before = Cited(tuple(own)) if own else before
        if not own:
            table[note.locator] = Cited(())
    return table


def _repeated(context: Context, note: Part, before: Cited) -> list[Reference]:
    """Repeat the source of the note before where a note says just 'ibid.', or 'ibid.' and another place in it."""
    pattern = context.rules.pattern("ibid", "mark")
    match = pattern.search(note.text) if pattern else None
    if match is None:
        return []
    repeated = []
    for reference in before.references:
        surface = note.text[match.start() : match.end()]
        mention = Mention(
            note.name, match.start(), match.end(), reference.mention.kind, surface,
            f"{context.rules.code}/ibid.mark", reference.mention.value,
        )  # fmt: skip
        repeated.append(Reference(mention, reference.entity, "ibid"))
    context.references += repeated
    return repeated


def registration(value: str) -> Entity:
    """Return the registration of ``UNTS 1465/24841``."""
    return Entity("registration/" + value.lower().replace(" ", "-").replace("/", "-"), Kind.UNTS, value)


def _identify(context: Context, mark: Reference, cited: Cited | None) -> None:
    """Tie a footnote's source to the name that ends where its mark stands."""
    if cited is None or not cited.references or mark.entity is None:
        return
    text = context.part(mark.mention).text
    named = [
        r
        for r in context.references
        if r.mention.part == mark.mention.part
        and r.mention.kind in (Kind.TREATY, Kind.INSTRUMENT)
        and r.entity
        and r.mention.end <= mark.mention.start
        and CLOSERS.fullmatch(text, r.mention.end, mark.mention.start)
    ]
    for reference in named[-1:]:
        entity = _by_citation(context, reference, cited)
        mention = replace(reference.mention, kind=Kind.IDENTIFIES, rule=f"{context.rules.code}/identifies.mark")
        context.add(mention, entity, "mark", about=mark.entity.path)


def _by_citation(context: Context, reference: Reference, cited: Cited) -> Entity:
    """Return the entity that a name and its footnote give together: a registration names an unknown treaty."""
    entity = reference.entity
    assert entity is not None
    if entity.known or entity.kind != Kind.TREATY:
        return entity
    for source in cited.references:
        if source.mention.kind == Kind.UNTS and source.entity:
            known = [
                e for e in context.authority.by_relation("registration", source.entity.path) if e.kind == Kind.TREATY
            ]
            better = entity_of(known[0]) if len(known) == 1 else _registered(entity, source.entity)
            context.references[:] = [replace(r, entity=better) if r.entity == entity else r for r in context.references]
            return better
    return entity


def _registered(entity: Entity, source: Entity) -> Entity:
    path = "treaty/" + source.path.removeprefix("registration/")
    return replace(entity, path=path, relations=(*entity.relations, ("registration", source.path)))
