"""Documents cited, the sessions named, and the provisions of instruments: each belongs to something named near it."""

from __future__ import annotations

import re

from kg.model import Entity, Kind, Mention, PartKind, Reference
from kg.resolve.context import Context
from kg.resolve.own import numbered_symbol, session_entity

NEAR = 16  # characters between a document and its paragraph ("第1267(1999)号决议执行部分第4段")


def resolve_documents(context: Context) -> None:
    """Resolve cited documents: a symbol is its own name, a number takes the organ that is named before it."""
    for mention in context.of(Kind.DOCUMENT):
        symbol, how = mention.value, "symbol"
        if not symbol:
            organ, how = _organ(context, mention)
            if mention.detail("form") == "old" and _foreign(context, mention):
                continue
            noun = "DEC" if mention.detail("type") == "decision" else "RES"
            symbol = numbered_symbol(mention, context.series(organ), noun)
        if symbol == context.symbol:
            continue
        context.add(mention, Entity(symbol, Kind.DOCUMENT, symbol), how)


def _foreign(context: Context, mention: Mention) -> bool:
    """Tell whether the body named right before a number in the old form is no organ of the UN: the OAU had such too."""
    nearest = context.before(mention, Kind.BODY)[:1]
    text = context.part(mention).text
    return any(
        not context.series(r.entity) and not re.search("[，。；]", text[r.mention.end : mention.start]) for r in nearest
    )


def _organ(context: Context, mention: Mention) -> tuple[Entity | None, str]:
    text = context.part(mention).text
    its = str(context.rules.table("documents").get("its", "(?!)"))
    if re.search(rf"(?:{its})[^，。；]{{0,20}}$", text[max(0, mention.start - 32) : mention.start]):
        return context.organ, "organ that speaks"
    for reference in context.before(mention, Kind.BODY):
        between = text[reference.mention.end : mention.start]
        if context.series(reference.entity) and not re.search(r"[。；]", between):
            return reference.entity, "organ named"
    return context.organ, "organ that speaks"


def resolve_sessions(context: Context) -> None:
    """Resolve sessions: of the body named right before, else of the last organ of the sentence, else of the speaker."""
    for mention in context.of(Kind.SESSION):
        organ = context.organ
        for reference in context.before(mention, Kind.BODY):
            between = context.part(mention).text[reference.mention.end : mention.start]
            if not between and not context.series(reference.entity):
                organ = None
                break
            if context.series(reference.entity) not in ("", "S") and not re.search(r"[。；]", between):
                organ = reference.entity
                break
        series = context.series(organ)
        if organ and series and series != "S":
            context.add(mention, session_entity(f"{series}/{mention.value}", organ), "organ")


def resolve_provisions(context: Context) -> None:
    """Resolve provisions to the instrument named last before them in their paragraph, else in the sentence after.

    A paragraph number right behind a document is that document's; elsewhere it is one of this document and no
    reference to another.
    """
    for mention in context.of(Kind.PROVISION):
        unit = mention.detail("designation").split(".")[0]
        found = _instrument(context, mention, unit)
        if found is None:
            if unit == "art" and context.part(mention).kind in (
                PartKind.PREAMBULAR,
                PartKind.OPERATIVE,
                PartKind.SUBPARAGRAPH,
            ):
                context.add(mention, None, "")
            continue
        assert found.entity
        key = f"{found.entity.key} {mention.detail('designation')}"
        slug = re.sub(r"[^a-z0-9]+", "-", mention.detail("designation").lower()).strip("-")
        holder = found.entity.path if found.entity.kind != Kind.DOCUMENT else found.entity.key
        path = f"{holder}#{slug}"
        context.add(
            mention, Entity(path, Kind.PROVISION, key, relations=(("provisionOf", holder),)), "instrument before"
        )


def _instrument(context: Context, mention: Mention, unit: str) -> Reference | None:
    text = context.part(mention).text
    footnote = context.part(mention).kind == PartKind.FOOTNOTE
    kinds = (Kind.TREATY, Kind.INSTRUMENT, Kind.DOCUMENT)
    for reference in context.before(mention, *kinds):
        document = reference.entity is not None and reference.entity.kind == Kind.DOCUMENT
        between = text[reference.mention.end : mention.start]
        if document and not footnote and (unit == "art" or len(between) > NEAR or re.search(r"[，。；]", between)):
            continue
        if unit == "para" and not document and (len(between) > NEAR or re.search(r"[，。；]", between)):
            continue
        if unit == "ch" and "。" in between:
            continue
        return reference
    if unit == "art":
        chapeau = _chapeau(context, mention)
        if chapeau:
            return chapeau
    reverse = context.rules.pattern("provisions", "reverse")
    if reverse and (match := reverse.match(text, mention.end)):
        following = [r for r in context.references if r.mention.part == mention.part and r.mention.start == match.end()]
        return following[0] if following else None
    return None


def _chapeau(context: Context, mention: Mention) -> Reference | None:
    """Return the treaty named last in the paragraph to which a sub-paragraph belongs."""
    locator = context.part(mention).locator
    while "." in locator:
        locator = locator.rpartition(".")[0]
        found = [
            r
            for r in context.references
            if r.entity
            and r.mention.kind in (Kind.TREATY, Kind.INSTRUMENT)
            and context.part(r.mention).locator == locator
        ]
        if found:
            return max(found, key=lambda r: r.mention.end)
    return None
