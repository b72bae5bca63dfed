"""The document's own identity: its symbol, the organ that speaks, its session."""

from __future__ import annotations

import re
from pathlib import PurePath

from kg.authority import Authority
from kg.model import Entity, Kind, Mention, Reference
from kg.resolve.context import Context, entity_of, is_front

FILE_NAME = re.compile(r"^(A|S|E)[_-](.+)$")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def resolve_own(context: Context) -> str:
    """Set the context's symbol and organ; return how the symbol was found."""
    printed = next(iter(context.of(Kind.SYMBOL)), None)
    speaker = _speaker(context)
    how = "printed"
    if printed and printed.value:
        context.symbol = printed.value
    elif printed:
        context.symbol = numbered_symbol(printed, context.series(speaker), "RES")
        how = "number"
    else:
        context.symbol, how = _from_name(context.document.source.name)
    context.organ = _organ_of(context.symbol, context.authority) or speaker
    return how


def _speaker(context: Context) -> Entity | None:
    """Return the organ that the front matter names: the last body with a document series (the line "大会，")."""
    found = None
    for mention in context.of(Kind.BODY):
        entry = context.authority.entries.get(mention.value)
        part = context.part(mention)
        if entry and is_front(part) and entry.related("documentSeries"):
            found = found or entity_of(entry)
            if part.text.rstrip("，,、:：").endswith(mention.surface):
                found = entity_of(entry)
    return found


def _organ_of(symbol: str, authority: Authority) -> Entity | None:
    """Return the organ whose series a symbol begins with; the longest series wins (``A/HRC`` before ``A``)."""
    head = re.split(r"/(?:RES|DEC|PRST)/", symbol)[0] if re.search(r"/(?:RES|DEC|PRST)/", symbol) else ""
    for entry in authority.entries.values():
        if head and head in entry.related("documentSeries"):
            return entity_of(entry)
    return None


def _from_name(name: str) -> tuple[str, str]:
    """Read the symbol out of a file's name as the UN names its files (``A_RES_67_161``), else return the name."""
    stem = re.sub(r"\.(?:txt|pdf|docx?|html?)$", "", PurePath(name).name, flags=re.IGNORECASE)
    stem = re.sub(r"[._-](?:ar|zh|en|fr|ru|es)$", "", stem, flags=re.IGNORECASE)
    if FILE_NAME.match(stem) and re.search(r"_(?:RES|DEC|PRST)_", stem):
        return re.sub(r"\s*\(", "(", stem.replace("_", "/")), "file name"
    return stem, "none"


def numbered_symbol(mention: Mention, series: str, noun: str) -> str:
    """Write the symbol of a resolution or decision from the form of its number and its organ's series.

    The forms are those of kg.extract.documents: each belongs to certain organs whatever the words around it say.
    """
    a, b, letter = mention.detail("a"), mention.detail("b"), mention.detail("letter")
    match mention.detail("form"):
        case "council":
            return f"S/{noun}/{a}({b})"
        case "old":
            return f"{'E' if series == 'E' else 'A'}/{noun}/{a}{letter}({b})"
        case "special":
            return f"{'A/HRC' if series == 'A/HRC' else 'A'}/{noun}/{a}/{b}{letter}"
        case "year":
            return f"{series if series.startswith('E') else 'E'}/{noun}/{a}/{b}"
    number = int(a)
    if series in ("", "S", "E"):
        series = "A" if number > 30 else "A/HRC"
    if series == "A" and number <= 30:
        series = "A/HRC"  # the Assembly has numbered its resolutions by session only since the thirty-first, in 1976
    return f"{series}/{noun}/{a}/{b}{letter}"


def own_references(context: Context, how: str) -> list[Reference]:
    """Return what the front matter says of the document: symbol, title, adoption, meeting, session, bodies."""
    found: list[Reference] = []
    for mention in context.of(Kind.SYMBOL, Kind.TITLE, Kind.ADOPTED, Kind.MEETING):
        if mention.kind == Kind.SYMBOL:
            found.append(Reference(mention, Entity(context.symbol, Kind.SYMBOL, context.symbol), how))
            session = own_session(context.symbol)
            if session:
                also = Mention(
                    mention.part,
                    mention.start,
                    mention.end,
                    Kind.SESSION,
                    mention.surface,
                    f"{context.rules.code}/session.symbol",
                    session,
                )
                found.append(Reference(also, session_entity(session, context.organ), "symbol"))
        else:
            found.append(Reference(mention, Entity(mention.value, mention.kind, mention.value), "printed"))
    return found


def session_entity(key: str, organ: Entity | None) -> Entity:
    """Return the session of a key such as ``A/68``."""
    relations = (("sessionOf", organ.path),) if organ else ()
    return Entity("session/" + key.replace("/", "-"), Kind.SESSION, key, relations=relations)


def own_session(symbol: str) -> str:
    """Return the session at which a resolution was adopted, as its symbol tells it; empty where it does not.

    >>> own_session("A/RES/67/161"), own_session("A/RES/3379(XXX)"), own_session("A/RES/ES-10/21")
    ('A/67', 'A/30', 'A/ES-10')
    """
    match = re.match(r"(A|A/HRC)/(?:RES|DEC)/((?:S-|ES-)?\d+)/", symbol)
    if match:
        return f"{match[1]}/{match[2]}"
    match = re.match(r"A/RES/\d+[A-Z]?\((S-|ES-)?([IVXLC]+)\)", symbol)
    return f"A/{match[1] or ''}{from_roman(match[2])}" if match else ""


def from_roman(text: str) -> int:
    """Return the number of a Roman numeral."""
    values = [ROMAN[letter] for letter in text]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
