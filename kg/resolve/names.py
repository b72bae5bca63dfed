"""Treaties, instruments and bodies: full names to entities, short forms to what they stand for in this document.

The rule for a short form (公约, 委员会, the Committee), first that fits:

1. a definition in the text ("下称"委员会""),
2. for a body, an antecedent that the treaty under discussion established,
3. the nearest name before it that ends with the same noun,
4. the first such name after it (a title may use the short form before paragraph 1 gives the whole),
5. what authority data tie to the treaty under discussion: its committee, its only protocol,
6. the organ that speaks, if its name ends with the noun.

A name fits only if its own noun is the short form: 小组委员会 is no antecedent of 委员会, though it ends with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.authority import Authority, fold
from kg.model import Entity, Kind, Mention, PartKind
from kg.resolve.context import Context, entity_of, is_front

NAMED = (Kind.TREATY, Kind.INSTRUMENT, Kind.BODY)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in full as it stands in the text, its entity, and where."""

    place: tuple[int, int, int]
    name: str
    entity: Entity
    front: bool


def resolve_names(context: Context) -> None:
    """Resolve every mention of a treaty, an instrument or a body."""
    nouns = _nouns(context)
    mentions = context.of(*NAMED)
    full: list[Named] = []
    for mention in mentions:
        entity = _full(context, mention, nouns)
        if entity and not entity.known and mention.kind != Kind.BODY:
            entity = next((n.entity for n in reversed(full) if _shortened(n, entity)), entity)
        if entity and full and _is_alias(context, mention, full[-1]):
            entity = full[-1].entity
        if entity:
            name = fold(mention.surface)
            part = context.part(mention)
            front = is_front(part) and part.kind != PartKind.TITLE
            full.append(Named(context.place(mention), name, entity, front))
    table = {named.place: named for named in full}
    short: dict[tuple[int, int, int], Entity] = {}
    for mention in mentions:
        if context.part(mention).kind == PartKind.TITLE:
            continue  # a title is known as a whole; the names in it only explain short forms
        found = table.get(context.place(mention))
        if found:
            context.add(
                replace(mention, kind=found.entity.kind), found.entity, "label" if found.entity.known else "form"
            )
            continue
        entity, how = _short(context, mention, full, nouns, short)
        if entity:
            short[context.place(mention)] = entity
        context.add(replace(mention, kind=entity.kind) if entity else mention, entity, how)


def _shortened(named: Named, entity: Entity) -> bool:
    """Tell whether a title that no list knows is the end of one named before (《指导原则》)."""
    longer = named.name.endswith(entity.key) and named.name != entity.key
    return longer and named.entity.kind in (entity.kind, Kind.TREATY, Kind.INSTRUMENT)


def _is_alias(context: Context, mention: Mention, before: Named) -> bool:
    """Tell whether a name in parentheses right behind another is a second name of the same thing."""
    order, _, end = before.place
    between = context.part(mention).text[end : mention.start]
    return order == context.order[mention.part] and between in ("(", "（") and before.entity.kind == mention.kind


def _nouns(context: Context) -> list[str]:
    return sorted((str(noun) for noun in context.rules.table("short").get("nouns", ())), key=len, reverse=True)


def noun_of(name: str, nouns: list[str]) -> str:
    """Return the longest noun of kind with which a name ends, empty where none."""
    return next((noun for noun in nouns if name.endswith(noun)), "")


def _full(context: Context, mention: Mention, nouns: list[str]) -> Entity | None:
    """Return the entity of a full name; None for a short form."""
    authority, code = context.authority, context.rules.code
    if mention.value:
        return entity_of(authority.entries[mention.value])
    name = fold(mention.surface)
    entry = authority.find(name, code, NAMED) or authority.find(mention.surface, code, NAMED)
    if entry:
        return entity_of(entry)
    if mention.rule.endswith("body.established"):
        return _established(context, mention)
    if mention.detail("short") or mention.detail("generic") or name in nouns:
        return None
    return Entity(f"{mention.kind}/{name}", mention.kind, name, labels=((code, name),))


def _established(context: Context, mention: Mention) -> Entity:
    """Return a sanctions committee, known by the resolutions that set it up."""
    numbers = [(mention.detail("a"), mention.detail("b")), *re.findall(r"(\d{1,4})\((\d{4})\)", mention.detail("more"))]
    return _committee(numbers, context.authority)


def _committee(numbers: list[tuple[str, str]], authority: Authority) -> Entity:
    texts = [f"{a} ({b})" for a, b in numbers]
    listed = texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " and " + texts[-1]
    key = f"Security Council Committee established pursuant to resolution{'s' if len(texts) > 1 else ''} {listed}"
    slug = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
    known = authority.find(key, "en", (Kind.BODY,))
    if known:
        return entity_of(known)
    related = (("establishedBy", f"https://undocs.org/S/RES/{numbers[0][0]}({numbers[0][1]})"),)
    return Entity(f"body/{slug}", Kind.BODY, key, labels=(("en", key),), relations=related)


def _short(
    context: Context, mention: Mention, full: list[Named], nouns: list[str], short: dict[tuple[int, int, int], Entity]
) -> tuple[Entity | None, str]:
    if mention.detail("generic"):
        return _of_treaty(context, mention, full, nouns, short)
    noun = mention.detail("short") or fold(mention.surface)
    itself = _itself(context, mention, noun)
    if itself:
        return itself, "this document"
    place = context.place(mention)
    pointed = fold(mention.surface) != noun  # "该基金": the demonstrative points to a name that just ends so
    fitting = [n for n in full if _fits(n, noun, mention.kind, nouns, pointed)]
    body = [n for n in fitting if not n.front] or (fitting if mention.kind != Kind.BODY else [])
    treaty = _topic(place, full, short)
    before = [n for n in body if n.place < place]
    if context.organ and mention.kind == Kind.BODY:  # the organ's own bodies before those of others
        before = [n for n in before if _belongs(context, n.entity)] or before
    if mention.kind == Kind.BODY and treaty:
        tied = [n for n in before if treaty.path in _established_by(context, n.entity)]
        if tied:
            return tied[-1].entity, "treaty body"
    if before:
        return before[-1].entity, "antecedent"
    organ = context.organ
    if organ and mention.kind == Kind.BODY and noun_of(_own_name(context, organ), nouns) == noun:
        return organ, "organ"
    if body:
        return body[0].entity, "later name"
    own = _set_up_here(context, noun)
    if own:
        return own, "set up here"
    return _tied(context, mention, noun, treaty, nouns)


def _belongs(context: Context, entity: Entity) -> bool:
    """Tell whether the organ that speaks set a body up, or has it under it."""
    entry, organ = context.authority.entries.get(entity.path), context.organ
    if organ is None:
        return False
    if entry is None:
        return any(term == "establishedBy" and context.series(organ) == "S" for term, _ in entity.relations)
    return organ.path in (*entry.related("unitOf"), *entry.related("subOrganizationOf"), *entry.related("postIn"))


def _set_up_here(context: Context, noun: str) -> Entity | None:
    """Return the committee that a resolution of the Security Council itself sets up: it is known by that resolution."""
    match = re.fullmatch(r"S/RES/(\d+)\((\d{4})\)", context.symbol)
    pattern = context.rules.pattern("short", "set_up")
    if match is None or pattern is None or noun != context.rules.table("short").get("set_up_noun"):
        return None
    if not any(pattern.search(part.text) for part in context.document.parts):
        return None
    return _committee([(match[1], match[2])], context.authority)


def _itself(context: Context, mention: Mention, noun: str) -> Entity | None:
    """Return the instrument that a document itself holds: "this Declaration" is the one of its title."""
    text = context.part(mention).text
    this = str(context.rules.table("short").get("this", "(?!)"))
    before = text[max(0, mention.start - 2) : mention.start] + mention.surface[:2]
    if mention.kind == Kind.BODY or not re.search(this, before):
        return None
    for part in context.document.parts:
        if (
            part.kind in (PartKind.TITLE, PartKind.HEADING)
            and fold(part.text).endswith(noun)
            and fold(part.text) != noun
        ):
            name = fold(part.text)
            entry = context.authority.find(name, context.rules.code, NAMED)
            own = Entity(f"{mention.kind}/{name}", mention.kind, name, labels=((context.rules.code, name),))
            return entity_of(entry) if entry else own
    return None


def _own_name(context: Context, organ: Entity) -> str:
    entry = context.authority.entries.get(organ.path)
    return entry.name(context.rules.code) if entry else organ.key


def _fits(named: Named, noun: str, kind: Kind, nouns: list[str], pointed: bool) -> bool:
    same = (named.entity.kind == Kind.BODY) == (kind == Kind.BODY)
    own = noun_of(named.name, nouns)
    return same and named.name != noun and (own == noun or (pointed and named.name.endswith(noun)))


def _established_by(context: Context, entity: Entity) -> tuple[str, ...]:
    entry = context.authority.entries.get(entity.path)
    return entry.related("establishedBy") if entry else ()


def _topic(place: tuple[int, int, int], full: list[Named], short: dict[tuple[int, int, int], Entity]) -> Entity | None:
    """Return the treaty under discussion at a place: the last named before it, a short form counting as its name."""
    named = [(n.place, n.entity) for n in full] + list(short.items())
    treaties = [(p, e) for p, e in named if e.kind == Kind.TREATY and p < place]
    return max(treaties, key=lambda pair: pair[0])[1] if treaties else None


def _tied(
    context: Context, mention: Mention, noun: str, treaty: Entity | None, nouns: list[str]
) -> tuple[Entity | None, str]:
    """Return what authority data tie to the treaty under discussion, if it is just one thing of that noun."""
    if treaty is None:
        return None, ""
    term = "establishedBy" if mention.kind == Kind.BODY else "protocolTo"
    related = context.authority.by_relation(term, treaty.path)
    fitting = [e for e in related if noun_of(fold(e.name(context.rules.code)), nouns) == noun]
    return (entity_of(fitting[0]), "authority") if len(fitting) == 1 else (None, "")


def _of_treaty(
    context: Context, mention: Mention, full: list[Named], nouns: list[str], short: dict[tuple[int, int, int], Entity]
) -> tuple[Entity | None, str]:
    """Return a body that is known only as set up by a treaty (《任择议定书》所设特别基金)."""
    generic, title = mention.detail("generic"), mention.detail("treaty")
    english = context.rules.table("short").get("english", {})
    treaty = next((n.entity for n in reversed(full) if n.name == title and n.entity.kind == Kind.TREATY), None)
    treaty = treaty or next(
        (e for p, e in reversed(list(short.items())) if p < context.place(mention) and e.kind == Kind.TREATY), None
    )
    if treaty is None or generic not in english:
        return None, ""
    noun = english.get(noun_of(title, nouns), treaty.key)
    key = f"{english[generic]} established by the {noun if title in nouns else treaty.key}"
    slug = re.sub(r"[^a-z0-9]+", "-", f"{english[generic]} established by the {treaty.key}".lower()).strip("-")
    known = context.authority.find(key, "en", (Kind.BODY,))
    if known:
        return entity_of(known), "derived"
    relations = (("establishedBy", treaty.path),)
    return Entity(f"body/{slug}", Kind.BODY, key, labels=(("en", key),), relations=relations), "derived"
