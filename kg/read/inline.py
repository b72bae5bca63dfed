"""Footnote marks inside plain text: [3], 3/, (3), a bare 3 or a star, told from numbers by the notes that there are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.read.cues import Cues
from kg.read.line import Line
from kg.read.pieces import Piece, mark_at, piece

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PATTERNS = {
    "[": re.compile(r" ?\[(?P<label>\d{1,3}|\*{1,3})\]"),
    "/": re.compile(r" ?(?<![\w./])(?P<label>\d{1,3})/(?![\w(])|(?<=[^\x00-\x7f])(?P<tight>\d{1,3})/(?![\w(])"),
    "(": re.compile(r" ?\((?P<label>\d{1,3})\)"),
    "*": re.compile(r"(?<=[^\s*(])(?P<label>\*{1,4}|[†‡])(?![*†‡\w])"),
}
_ALWAYS = {"[": _PATTERNS["["], "①": re.compile(r" ?(?P<label>[①-⑳])")}
_BARE = re.compile(
    r"(?<=[一-鿿])(?P<clause>\d{1,2})(?=[，。；])|"  # 罗马规约3，
    r"(?<=[^\W\d_一-鿿])(?P<word>\d{1,2})(?=[\s,.;:)\]]|$)"  # Rights2 and
    r"|(?<=[,.;:»”’)])(?P<point>\d{1,2})(?=\s|$)"  # 2006,1 by
    r"|(?:(?<=[，。；])|(?<=[^\d]、))(?P<han>\d{1,2})(?=[，。；：、）)《“]|[一-鿿]|$)"  # 《公约》，1 缔约国
    r"|(?<=[》」”）)])(?P<title>\d{1,2})(?=[，。；：、）)]|[一-鿿]|$)"  # 《公约》1缔约国
)


def mark_lines(lines: Sequence[Line], labels: frozenset[str], forms: frozenset[str], cues: Cues) -> tuple[Line, ...]:
    """Return the lines with the marks of those notes as marks; ``forms`` are the ways in which notes print them.

    A bare number counts only in the order of the notes: the next, or one that was met before.
    """
    if not labels:
        return tuple(lines)
    patterns = [*_ALWAYS.values(), *(_PATTERNS[form] for form in sorted(forms & (_PATTERNS.keys() - _ALWAYS.keys())))]
    bare = "1" in forms and not any(line.marks for line in lines)
    found: list[Line] = []
    highest = 0
    for line, following in zip_longest(lines, lines[1:]):
        if line.marks or line.box:
            highest = max([highest, *(int(mark.label) for mark in line.marks if mark.label.isdigit())])
        whole = piece(line)
        for pattern in patterns:
            whole = _marked(whole, pattern, labels)
        if bare and not line.box:
            whole, highest = _bare(whole, following.text if following else "", labels, highest, cues)
        changed = whole.text != line.text or whole.marks != line.marks
        found.append(
            replace(line, text=whole.text, marks=whole.marks, emphasis=whole.emphasis, runs=whole.runs)
            if changed
            else line
        )
    return tuple(found)


def _marked(whole: Piece, pattern: re.Pattern[str], labels: frozenset[str]) -> Piece:
    for found in reversed(list(pattern.finditer(whole.text))):
        label = unicodedata.normalize("NFKC", next(value for value in found.groupdict().values() if value))
        if label in labels:
            whole = mark_at(whole, found.start(), found.end(), label.translate(_RAISED), label)
    return whole


def _bare(whole: Piece, following: str, labels: frozenset[str], highest: int, cues: Cues) -> tuple[Piece, int]:
    not_after, not_before = cues.pattern("not_after_mark"), cues.pattern("not_before_mark")
    listed = cues.pattern("list_after_mark")
    context = whole.text + following
    taken: list[re.Match[str]] = []
    for found in _BARE.finditer(whole.text):
        label = found[0]
        if found.end() == len(whole.text) and _goes_on(following):
            continue
        if label not in labels or int(label) > highest + 1 or label.startswith("0"):
            continue
        if not_after and not_after.match(context, found.end()):
            continue
        if int(label) <= highest and not (found["title"] or found["word"]):
            continue  # only a title or a word bears a mark that was met before
        if found["han"] and listed and listed.match(context, found.end()):
            continue
        if found["clause"] and not_before and not_before.match(whole.text, found.start() - 1):
            continue
        highest = max(highest, int(label))
        taken.append(found)
    for found in reversed(taken):
        label = found[0]
        whole = mark_at(whole, found.start(), found.end(), label.translate(_RAISED), label)
    return whole, highest


def _goes_on(following: str) -> bool:
    """Tell whether the next line may go on a number at a line end: with a digit, but no number of a paragraph."""
    return re.match(r"\d(?!\d{0,2}[.、．]\D)|[.,/:%-]", following) is not None
