"""Furniture: what the page prints for its own sake (running headers, page and job numbers, barcodes), not the text.

Told by place, repetition and shape, which are the same in every language; words ("Please recycle") are the business of
a language's rules and come in as patterns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.glyph import Page
from kg.read.row import Row

HEAD, FOOT = 0.12, 0.85  # the head of a page ends, and its foot begins, at this share of its height
_WIDE = 0.4  # a rule below the running header spans at least this share of the page's width
_CODE = re.compile(r"\*\s?\d{5,}\s?\*")
_BARCODE_FONT = re.compile(r"barcode|3 ?of ?9|code ?(?:39|93|128)", re.IGNORECASE)
_JOB = r"(?:[A-Z]{1,3}\.? ?)?\d{2}-\d{5,6}"  # 12-48825, GE.12-13456
_NUMBER = r"(?:(?:[-–—] ?)?\d{1,3}(?: ?[-–—])?|\d{1,3} ?/ ?\d{1,3}|\([A-Z]\)|\d{6}|\* ?\d{5,} ?\*|" + _JOB + ")"
_NUMBERS = re.compile(rf"{_NUMBER}(?: {_NUMBER})*")  # page numbers (3, - 3 -, 3/7), job numbers, languages, dates
_IMPRINT = re.compile(r"\*\s?\d{5,}|" + _JOB)
_SEPARATOR = re.compile(r"[_‗─━―—–-]{4,}")
_ORNAMENT = re.compile(r"[_‗─━―—–\-=*·. ]{3,}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its rows, top to bottom."""

    page: Page
    rows: list[Row]


def is_separator(row: Row) -> bool:
    """Tell whether a row is a rule made of underscores or dashes."""
    return _SEPARATOR.fullmatch(row.solid) is not None


def furniture(sheets: Sequence[Sheet], body_size: float, patterns: Sequence[str] = ()) -> set[int]:
    """Return the ``id`` of each row that is furniture.

    ``patterns`` are regular expressions for whole rows at the head or foot of a page. The masthead of the first page
    says what document this is and stays.
    """
    words = [re.compile(pattern) for pattern in patterns]
    first = "".join(row.solid for row in sheets[0].rows) if sheets else ""
    repeated = _repeated(sheets)
    found: set[int] = set()
    for order, sheet in enumerate(sheets):
        shaped = [row for row in sheet.rows if _by_shape(row, sheet.page, words)]
        found |= {id(row) for row in shaped} | {id(row) for row in _imprint(sheet, shaped)}
        if order > 0:
            found |= {id(row) for row in _running(sheet, first, repeated, body_size)}
    return found


def _edge(row: Row, page: Page) -> bool:
    return row.bottom < HEAD * page.height or row.top > FOOT * page.height


def _by_shape(row: Row, page: Page, words: Sequence[re.Pattern[str]]) -> bool:
    if _ORNAMENT.fullmatch(row.text):
        return True
    if not _edge(row, page):
        return False
    if _CODE.match(row.text) or any(_BARCODE_FONT.search(font) for font in row.fonts):
        return True
    if _NUMBERS.fullmatch(row.text) and not any(row.raised):
        return True
    return any(word.fullmatch(row.text) for word in words)


def _imprint(sheet: Sheet, shaped: Sequence[Row]) -> list[Row]:
    """Return what stands at the foot beside or below a job number or barcode: notices on recycling and the like."""
    foot = FOOT * sheet.page.height
    edge = min((row.baseline for row in shaped if row.top > foot and _IMPRINT.match(row.text)), default=None)
    if edge is None:
        return []
    return [row for row in sheet.rows if row.top > foot and row.baseline > edge - 0.5 * row.size]


def _repeated(sheets: Sequence[Sheet]) -> set[tuple[str, int]]:
    """Return (text, height on the page in steps of 4 points) of what several pages print in one place of their edge."""
    counts: Counter[tuple[str, int]] = Counter()
    for sheet in sheets:
        counts.update({_place(row) for row in sheet.rows if _edge(row, sheet.page) and not any(row.raised)})
    return {place for place, count in counts.items() if count > 1}


def _place(row: Row) -> tuple[str, int]:
    return row.solid, round(row.baseline / 4)


def _running(sheet: Sheet, first: str, repeated: set[tuple[str, int]], body_size: float) -> list[Row]:
    """Return the running header of a later page, and what it repeats at its foot.

    A header stands above a rule across the page, or says again at the head of the page what another page says there,
    or, smaller or bolder than the text, what the first page says.
    """
    page = sheet.page
    head = [row for row in sheet.rows if row.bottom < HEAD * page.height]
    edge = _header_rule(page)
    for row in head:
        stands_out = row.size < 0.95 * body_size or all(row.emphatic)
        if _place(row) in repeated or (stands_out and row.solid in first):
            edge = max(edge, row.baseline)
    found = [row for row in head if row.baseline <= edge + 1.0]
    found += [row for row in sheet.rows if row.top > FOOT * page.height and _place(row) in repeated]
    return found


def _header_rule(page: Page) -> float:
    """Return the height of the rule below a running header, 0 where there is none."""
    widths: Counter[int] = Counter()
    for rule in page.rules:
        if rule.bottom < HEAD * page.height:
            widths[round(rule.bottom)] += round(rule.x1 - rule.x0)
    return max((top for top, width in widths.items() if width >= _WIDE * page.width), default=0.0)
