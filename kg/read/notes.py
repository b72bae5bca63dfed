"""Footnotes: which rows of a page are notes at its foot, also where a note runs on overleaf."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Box
from kg.read.furniture import is_separator
from kg.read.glyph import Page
from kg.read.row import Row

NOTE_SIZE = 0.93  # notes are set at most this share of the size of the text
_SHORT = 0.55  # a rule above notes spans at most this share of the column
_MARK = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3} ?/(?!\w)|\*{1,4}|[†‡§¶]|[¹²³⁴-⁹⁰])")


def begins_with_mark(row: Row) -> bool:
    """Tell whether a row begins with a footnote's mark: raised, or of a form that is clearly a mark."""
    glyph = row.glyphs[0]
    return (glyph >= 0 and row.raised[glyph]) or _MARK.match(row.text) is not None


def note_rows(
    page: Page, rows: Sequence[Row], furniture: set[int], body_size: float, column: tuple[float, float], running: bool
) -> list[Row]:
    """Return the rows of the page's footnotes.

    They stand below a short rule at the edge of the column (``column``: left and right edge, points), drawn or made of
    underscores; or, where there is none, are the small rows at the foot of the page from one that begins with a mark.
    ``running`` tells that the page before ended in a note, so that this page's may begin without a mark.
    """
    text = [row for row in rows if id(row) not in furniture]
    for edge in sorted(_edges(page, rows, column)):
        below = [row for row in text if row.top > edge - 0.3 * row.size]
        if below and _are_notes(below, body_size, running):
            return below
    return _small_rows(text, body_size, running)


def _edges(page: Page, rows: Sequence[Row], column: tuple[float, float]) -> list[float]:
    """Return the heights at which a rule may part notes from text."""
    drawn = [rule.bottom for rule in page.rules if _stands_at_edge(rule, column)]
    return drawn + [row.baseline for row in rows if is_separator(row) and _stands_at_edge(row.box, column)]


def _stands_at_edge(rule: Box, column: tuple[float, float]) -> bool:
    left, right = column
    near = 0.05 * (right - left)
    return rule.x1 - rule.x0 <= _SHORT * (right - left) and (abs(rule.x0 - left) < near or abs(rule.x1 - right) < near)


def _are_notes(rows: Sequence[Row], body_size: float, running: bool) -> bool:
    small = all(row.size <= NOTE_SIZE * body_size for row in rows)
    return small or begins_with_mark(rows[0]) or running


def _small_rows(rows: Sequence[Row], body_size: float, running: bool) -> list[Row]:
    """Return the small rows at the foot of a page, from the first that begins with a mark."""
    start = len(rows)
    while start > 0 and rows[start - 1].size <= NOTE_SIZE * body_size:
        start -= 1
    small = rows[start:]
    if running and start > 0:
        return list(small)
    first = next((index for index, row in enumerate(small) if begins_with_mark(row)), len(small))
    return list(small[first:])
