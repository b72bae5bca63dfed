"""Lines: the common form of a PDF page and of a text file, before paragraphs are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model import Box, Mark, Run


class Zone(StrEnum):
    """Where on the page a line stands."""

    BODY = "body"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"  # running headers, page numbers, barcodes, job numbers


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line with clean text: overprint collapsed, compatibility forms folded, marks as superscripts.

    ``indent`` is the distance of the first character from the left edge of the text column, in ems (a multiple of the
    line's font size; for plain text the count of leading spaces), ``gap`` the distance to the line above in multiples
    of the usual distance (for plain text 1 plus the blank lines between), ``size`` the font size in points or 0.
    ``first`` tells that the line is the first of its page, where indent and gap say nothing in plain text.
    """

    text: str
    page: int
    zone: Zone = Zone.BODY
    marks: tuple[Mark, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    runs: tuple[Run, ...] = ()
    indent: float = 0.0
    gap: float = 1.0
    size: float = 0.0
    first: bool = False
    centred: bool = False
    box: Box | None = None
