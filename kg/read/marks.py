"""Footnote marks in a line: told from numbers, and turned into superscript digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Mark

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"[\[(]?(?P<number>\d{1,3})(?:[\])]| ?/)?|(?P<sign>\*+|[†‡§¶]+)")
_WRITTEN = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
_SLASHED = re.compile(r"(?<![0-9A-Za-z/.])(?P<number>\d{1,3})/(?![0-9A-Za-z])")
_BRACKETED = re.compile(r"\[(?P<number>\d{1,3})\]")
_LEADING = re.compile(
    r"(?:\[(?P<bracketed>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<slashed>\d{1,3}) ?/(?!\w)|(?P<sign>\*{1,4}|[†‡§¶]))"
)
_LEADING_NUMBER = re.compile(r"(?P<number>\d{1,3})(?=[ \u2e80-\u9fff《]|$)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line's text with its marks, and for each character its place in the text before."""

    text: str
    places: Sequence[int]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Find:
    start: int
    end: int
    label: str


def mark(text: str, raised: Sequence[bool], slashed: frozenset[str] = frozenset()) -> Marked:
    """Return the text with marks as superscript digits; brackets and the slash of a mark are dropped.

    A mark is raised (``raised``, one flag for each character), or written as ``7/`` or ``[7]`` where a footnote of the
    document is marked in that way: ``slashed`` holds those marks as ``7/`` and ``[7]``.
    """
    finds = _raised(text, raised)
    finds += [_Find(m.start(), m.end(), m[0].translate(_DIGITS)) for m in _WRITTEN.finditer(text)]
    if slashed:
        for pattern in (_SLASHED, _BRACKETED):
            finds += [_Find(m.start(), m.end(), m["number"]) for m in pattern.finditer(text) if m[0] in slashed]
    return _apply(text, finds)


def mark_note(text: str, raised: Sequence[bool], expected: str = "") -> Marked:
    """Return a footnote line with the mark it begins with; a bare number counts only if it is the one expected."""
    leading = _LEADING.match(text)
    number = _LEADING_NUMBER.match(text)
    if raised and raised[0]:
        finds = [find for find in _raised(text, raised) if find.start == 0]
    elif leading:
        finds = [_Find(0, leading.end(), leading["bracketed"] or leading["round"] or leading["slashed"] or leading[0])]
    elif written := _WRITTEN.match(text):
        finds = [_Find(0, written.end(), written[0].translate(_DIGITS))]
    elif number and number["number"] == expected:
        finds = [_Find(0, number.end(), expected)]
    else:
        finds = []
    return _apply(text, finds)


def note_form(text: str) -> str:
    """Return the form of the mark that a footnote line begins with where it may stand unraised (``7/``, ``[7]``)."""
    found = _SLASHED.match(text) or _BRACKETED.match(text)
    return found[0] if found else ""


def _raised(text: str, raised: Sequence[bool]) -> list[_Find]:
    """Return the marks in the raised stretches of a text."""
    if True not in raised:
        return []
    finds = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and raised[end] == raised[start]:
            continue
        if raised[start]:
            finds += [_Find(m.start(), m.end(), m["number"] or m["sign"]) for m in _RAISED.finditer(text, start, end)]
        start = end
    return finds


def _apply(text: str, finds: list[_Find]) -> Marked:
    if not finds:
        return Marked(text, range(len(text)), ())
    pieces: list[str] = []
    places: list[int] = []
    marks: list[Mark] = []
    at = length = 0
    for find in sorted(finds, key=lambda find: find.start):
        if find.start < at:
            continue
        shown = find.label.translate(_SUPERSCRIPTS)
        first = text.find(find.label[0], find.start) if find.label[0] in text[find.start : find.end] else find.start
        pieces += [text[at : find.start], shown]
        places += [*range(at, find.start), *range(first, first + len(shown))]
        length += find.start - at
        marks.append(Mark(length, length + len(shown), find.label))
        length += len(shown)
        at = find.end
    pieces.append(text[at:])
    places += range(at, len(text))
    return Marked("".join(pieces), places, tuple(marks))
