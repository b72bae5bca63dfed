"""Documents of one or a few paragraphs, so that a test of a rule reads as a sentence and what it says."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kg.authority import Authority, load
from kg.extract import extract
from kg.extract.view import View, view_of
from kg.language import Rules, rules_of
from kg.model import Document, Kind, Mark, Part, PartKind, Source, Understanding
from kg.resolve import resolve

ROOT = Path(__file__).resolve().parent.parent


def chinese() -> Rules:
    """Return the shipped rules of Chinese."""
    rules = rules_of("zh")
    assert rules is not None
    return rules


@lru_cache(maxsize=1)
def authority() -> Authority:
    """Return the shipped authority data."""
    return load([ROOT / "ontology" / "authority"])


def part(text: str, locator: str = "op1", kind: PartKind | None = None) -> Part:
    """Return a part; superscript digits in its text are marks."""
    kinds = {"pp": PartKind.PREAMBULAR, "op": PartKind.OPERATIVE, "fn": PartKind.FOOTNOTE, "fr": PartKind.FRONT}
    digits = "⁰¹²³⁴⁵⁶⁷⁸⁹"
    marks, index = [], 0
    while index < len(text):
        end = index
        while end < len(text) and text[end] in digits:
            end += 1
        if end > index:
            marks.append(Mark(index, end, "".join(str(digits.index(c)) for c in text[index:end])))
        index = max(end, index + 1)
    chosen = kind or (PartKind.SUBPARAGRAPH if "." in locator else kinds[locator[:2]])
    label = locator.removeprefix("fn") if chosen == PartKind.FOOTNOTE else ""
    return Part(locator, locator if chosen != PartKind.FRONT else "front", chosen, text, label, tuple(marks))


def view(text: str, locator: str = "op1") -> View:
    """Return the view of a sentence."""
    return view_of(part(text, locator))


def document(**parts: str) -> Document:
    """Return a document of the General Assembly: ``document(pp1="…", op1="…", fn1="…")``; ``op1_a`` is op1.a."""
    made = [
        Part("front.1", "front", PartKind.FRONT, "A/RES/64/990"),
        Part("front.2", "front", PartKind.FRONT, "大会，"),
        *(part(text, name.replace("_", ".")) for name, text in parts.items()),
    ]
    return Document(Source("specimen.txt", "text/plain", "0" * 64), "zh", tuple(made))


def understand(**parts: str) -> Understanding:
    """Extract and resolve a document of a few paragraphs."""
    made = document(**parts)
    return resolve(made, extract(made, chinese(), authority()), chinese(), authority())


def said(kind: Kind, **parts: str) -> list[str]:
    """Return ``locator: key`` of each reference of a kind, ``?`` for what stays unresolved."""
    understanding = understand(**parts)
    where = {p.name: p.locator for p in understanding.document.parts}
    return [
        f"{r.about or where[r.mention.part]}: {r.entity.key if r.entity else '?'}"
        for r in understanding.references
        if r.mention.kind == kind and where[r.mention.part] != "front"
    ]
