"""Printed labels of paragraphs: 12., 三、, (a), (甲), ㈠, 第3条, and the series that they belong to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from kg.language import Rules
from kg.numerals import to_roman

_ROMAN = re.compile(r"(?=[ivxlc])(?:x{0,3}|xl|lx{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<value>\d{1,3})(?:[.．、](?![\d])|[ ]?[–—-](?= )|[ ](?=[^\W\d]))\s*")
_BARE = re.compile(r"(?P<value>\d{1,3})(?=[一-鿿])")
_HAN = re.compile(r"(?P<value>[一二三四五六七八九十]{1,4})(?:[、.．]|\s)\s*")
_PAREN = re.compile(r"[(（]\s?(?P<value>[^\W_]{1,4})\s?[)）]\s*|(?P<half>[^\W_]{1,2})\)\s*")
_ENCLOSED = re.compile(r"[㈠-㈩①-⑳⑴-⒇⒜-⒵ⓐ-ⓩ⒈-⒛]\s*")


class Style(StrEnum):
    """The series that a label belongs to."""

    NUMBER = "number"  # 12.
    HAN = "han"  # 三、
    LETTER = "letter"  # (a)
    ROMAN = "roman"  # (iv)
    DIGIT = "digit"  # (4)
    NUMERAL = "numeral"  # (四)
    SERIES = "series"  # (丙), (в): the letters of a language, in the order of its data


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a paragraph: ``end`` is where the text behind it begins, ``value`` counts from 1.

    ``row`` tells the language's series of letters apart (甲乙丙 from 子丑寅).
    """

    style: Style
    value: int
    printed: str
    end: int
    row: int = 0

    def follows(self, other: Label) -> bool:
        """Tell whether this is the next label of the other's series."""
        return (self.style, self.row) == (other.style, other.row) and self.value == other.value + 1


def number_label(text: str, rules: Rules, bare: bool = False) -> Label | None:
    """Return the number of a paragraph: ``12.``, ``三、``; with ``bare`` also ``12`` right before Han."""
    found = _NUMBER.match(text) or (_BARE.match(text) if bare else None)
    if found:
        return Label(Style.NUMBER, int(found["value"]), found[0].strip(), found.end())
    enclosed = _ENCLOSED.match(text)
    if enclosed and (plain := unicodedata.normalize("NFKC", text[0])).endswith("."):
        return Label(Style.NUMBER, int(plain[:-1]), text[0], enclosed.end())
    found = _HAN.match(text)
    if found and rules.numerals.digits:
        return Label(Style.HAN, rules.numerals.value(found["value"]), found[0].strip(), found.end())
    return None


def item_labels(text: str, rules: Rules) -> tuple[Label, ...]:
    """Return what the label of an item may be, the likelier first: (i) is the ninth letter or the first numeral."""
    enclosed = _ENCLOSED.match(text)
    found = _PAREN.match(text)
    if enclosed:
        printed, end = unicodedata.normalize("NFKC", text[0]).strip("()"), enclosed.end()
    elif found and (found["value"] or found["half"]):
        printed, end = found["value"] or found["half"], found.end()
    else:
        return ()
    shown = text[:end].strip()
    return tuple(
        Label(style, value, shown, end, row) for style, value, row in _readings(printed.lower(), rules) if value > 0
    )


def _readings(printed: str, rules: Rules) -> list[tuple[Style, int, int]]:
    if printed.isascii() and printed.isdigit():
        return [(Style.DIGIT, int(printed), 0)] if len(printed) < 3 else []
    found: list[tuple[Style, int, int]] = []
    if printed.isascii() and _ROMAN.fullmatch(printed):
        found.append((Style.ROMAN, roman(printed), 0))
    if printed.isascii() and printed.isalpha() and len(set(printed)) == 1 and len(printed) < 4:
        letter = (Style.LETTER, ord(printed[0]) - 96 + 26 * (len(printed) - 1), 0)
        found.insert(0 if printed not in ("i", "ii", "iii") else 1, letter)
    for row, letters in enumerate(_series(rules)):
        if len(printed) == 1 and printed in letters:
            found.append((Style.SERIES, letters.index(printed) + 1, row))
    if not printed.isascii() and rules.numerals.digits:
        with suppress(ValueError):
            found.append((Style.NUMERAL, rules.numerals.value(printed), 0))
    return found


def _series(rules: Rules) -> Sequence[str]:
    return [str(letters) for letters in rules.table("structure").get("stems", ())]


def roman(text: str) -> int:
    """Return the value of a Roman numeral.

    >>> roman("xiv")
    14
    """
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total = 0
    for letter, following in zip(text.lower(), f"{text.lower()[1:]} ", strict=True):
        value = values[letter]
        total += -value if values.get(following, 0) > value else value
    return total


def latin(label: Label, depth: int) -> str:
    """Write a label in Latin letters, as locators have it: what is in Latin letters or digits stays as printed.

    Of other scripts, the first depth of items is a, b, c, the second i, ii, iii, as Latin versions print them.
    """
    if label.style in (Style.ROMAN,):
        return to_roman(label.value).lower()
    if label.style in (Style.DIGIT, Style.NUMBER):
        return str(label.value)
    if label.style != Style.LETTER and depth % 2 == 1:
        return to_roman(label.value).lower()
    count, rest = divmod(label.value - 1, 26)
    return chr(97 + rest) * (count + 1)
