"""Repeated bold in plain text: a word that was printed several times in one place comes out as often.

Extractors leave 强调强调强调强调 where bold was made by printing 强调 four times. A word that is really doubled (人人,
种种) stays: twofold and threefold repetition count only where the document shows that it prints its bold in that way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_LETTER = re.compile(r"[^\W\d_]")
_MARKS = "、，；：。,;:.()（）《》“”\"'‘’/-— "
_MOST = 100  # characters of the longest piece that is printed several times
_SHOWS = 3  # paragraphs that must begin with a doubled word for doubling to be the document's bold
_HEAD = re.compile(r"[\s\u3000]*(?:\d{1,3}[.．、]\s*)?")


class Collapsed(NamedTuple):
    """A text with repetitions taken out: the place of each character before, and the ranges that were repeated."""

    text: str
    places: tuple[int, ...] | range
    ranges: tuple[tuple[int, int], ...] = ()


def times(lines: Iterable[str]) -> int:
    """Return how often the document prints its bold: 4 (or more), 3, 2, or 1 where it shows no repetition.

    >>> times(["强调强调各国", "吁请吁请所有", "请请秘书长", "又请又请主席"])
    2
    """
    heads = {2: 0, 3: 0}
    count = 0
    for line in lines:
        if _pattern(4).search(line):
            return 4
        head = _HEAD.match(line)
        rest = line[head.end() :] if head else line
        if not rest or not _LETTER.match(rest):
            continue
        count += 1
        for fold in (3, 2):
            if re.match(rf"([^\W\d_]{{2,8}}?)\1{{{fold - 1}}}(?!\1)", rest):
                heads[fold] += 1
                break
    for fold in (3, 2):
        if heads[fold] >= _SHOWS and heads[fold] * 8 >= count:
            return fold
    return 1


def collapse(text: str, fold: int = 4) -> Collapsed:
    """Take repetitions out of a line; ``fold`` is what ``times`` returned for its document.

    >>> collapse("强调强调强调强调指出指出指出指出人人平等").text
    '强调指出人人平等'
    """
    if fold < 2 or len(text) < fold:
        return Collapsed(text, range(len(text)))
    if fold == 2:
        return _collapse_head(text)
    kept: list[str] = []
    places: list[int] = []
    ranges: list[tuple[int, int]] = []
    at = 0
    for found in _pattern(fold).finditer(text):
        word = found["word"]
        if not _LETTER.search(word) and (word.strip() == "" or any(sign not in _MARKS for sign in word)):
            continue
        if not _LETTER.search(word) and not ranges:
            continue  # an ornament, unless it stands between repeated words
        kept.append(text[at : found.start()])
        places.extend(range(at, found.start()))
        _mark(ranges, len(places), len(places) + len(word))
        kept.append(word)
        places.extend(range(found.start(), found.start() + len(word)))
        at = found.end()
    if not ranges:
        return Collapsed(text, range(len(text)))
    kept.append(text[at:])
    places.extend(range(at, len(text)))
    return Collapsed("".join(kept), tuple(places), tuple(ranges))


def _mark(ranges: list[tuple[int, int]], start: int, end: int) -> None:
    if ranges and ranges[-1][1] == start:
        ranges[-1] = (ranges[-1][0], end)
    else:
        ranges.append((start, end))


_PATTERNS = {
    fold: re.compile(rf"(?P<word>[^\d\s_.…·*=—-](?:.{{0,{_MOST - 1}}}?[^\s])??)(?:\s?(?P=word)){{{fold - 1}}}")
    for fold in (3, 4)
}


def _pattern(fold: int) -> re.Pattern[str]:
    return _PATTERNS[max(3, min(fold, 4))]


def _collapse_head(text: str) -> Collapsed:
    """Take out the doubling at the head of a line, where bold verbs stand, and of a line that is doubled as a whole."""
    head = _HEAD.match(text)
    start = head.end() if head else 0
    found = re.compile(r"(?P<word>[^\W\d_]{1,8}?)(?P=word)(?!(?P=word))").match(text, start)
    whole = re.fullmatch(r"(?P<word>.+?)(?P=word)(?P<rest>[，,：:]?)", text[start:].rstrip())
    if whole and len(whole["word"]) > 1:
        length = len(whole["word"])
    elif found:
        length = len(found["word"])
    else:
        return Collapsed(text, range(len(text)))
    places = (*range(start + length), *range(start + 2 * length, len(text)))
    return Collapsed("".join(text[place] for place in places), places, ((start, start + length),))
