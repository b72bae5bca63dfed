"""What a PDF reader yields: pages of glyphs, in the order in which the reader meets them.

Glyphs come in spans, stretches of one style on one baseline, so that a page of four thousand glyphs costs a few hundred
values. Coordinates are PDF points from the top left corner of the page as it is shown (crop box, rotation applied).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kg.model import Box

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|[-,](?:bd|bl)\b|hei(?:ti)?(?:sc|tc)?\b|simhei|黑", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|slanted|[-,]it\b|kai(?:ti|sc|tc|u)?\b|simkai|楷", re.IGNORECASE)

UNMAPPED = "\ufffd"
"""The text of a glyph whose font does not tell what character it is."""


class Style(NamedTuple):
    """How a glyph is printed: font without subset tag, size in points as printed, and what the font adds."""

    font: str
    size: float
    bold: bool
    italic: bool


class Span(NamedTuple):
    """Consecutive glyphs of one style on one baseline, left to right.

    ``start`` is the index of the first glyph in the reader's order, the others follow. ``texts`` holds a string for
    each glyph, mostly one character (a ligature may be several); ``lefts`` and ``rights`` are its edges by advance
    width. ``top`` and ``bottom`` follow the font's ascent and descent. ``overprinted`` tells of glyphs that the reader
    itself met more than once in the same place and yields once.
    """

    style: Style
    baseline: float
    top: float
    bottom: float
    start: int
    texts: list[str]
    lefts: list[float]
    rights: list[float]
    overprinted: bool = False


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a page, as a span holds many; ``index`` counts from 0 in the reader's order."""

    text: str
    style: Style
    box: Box
    index: int
    overprinted: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: its number from 1, its size, its glyphs, the horizontal rules drawn on it, its images.

    ``turned`` counts glyphs that were left out because they do not stand upright on the page as shown.
    """

    number: int
    width: float
    height: float
    spans: tuple[Span, ...]
    rules: tuple[Box, ...] = ()
    images: int = 0
    turned: int = 0

    @property
    def glyphs(self) -> Iterator[Glyph]:
        """The glyphs one by one, in the reader's order."""
        for span in self.spans:
            for offset, (text, left, right) in enumerate(zip(span.texts, span.lefts, span.rights, strict=True)):
                box = Box(left, span.top, right, span.bottom)
                yield Glyph(text, span.style, box, span.start + offset, span.overprinted)


class Reader(Protocol):
    """A function that reads a PDF's pages; raises DocumentError naming ``name`` where it cannot."""

    def __call__(self, data: bytes, name: str) -> tuple[Page, ...]:
        """Return the pages in order."""


def style(font: str, size: float, bold: bool = False, italic: bool = False) -> Style:
    """Return the style of a font, bold and italic also where its name says so (Han: 黑体 and 楷体, their like)."""
    name = _SUBSET.sub("", font)
    return Style(name, size, bold or _BOLD.search(name) is not None, italic or _ITALIC.search(name) is not None)


def is_rule(x0: float, top: float, x1: float, bottom: float) -> bool:
    """Tell whether a drawn box is a horizontal rule: flat, and longer than a dash."""
    return bottom - top < 3.0 and x1 - x0 > 20.0
