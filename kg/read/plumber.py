"""Reads the glyphs of a PDF through pdfplumber: the reference that the fast reader is held against."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from kg.errors import DocumentError
from kg.model import Box
from kg.read.glyph import UNMAPPED, Page, Span, Style, is_rule, style


def read(data: bytes, name: str) -> tuple[Page, ...]:
    """Return the pages of a PDF; DocumentError where it is encrypted, broken or has no pages."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    with _silence():
        try:
            with pdfplumber.open(BytesIO(data)) as pdf:
                return tuple(_read_page(page) for page in pdf.pages)
        except (PdfminerException, MalformedPDFException) as error:
            if any(isinstance(cause, PDFPasswordIncorrect) for cause in (*error.args, error.__cause__)):
                raise DocumentError(name, "is encrypted", advice="save it without a password") from None
            raise DocumentError(name, "is damaged and cannot be read as PDF", advice="fetch it again") from None


@contextmanager
def _silence() -> Iterator[None]:
    """Keep pdfminer's remarks on fonts and syntax from the user: none of them calls for anything to be done."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _read_page(page: Any) -> Page:
    x0, top, x1, bottom = page.cropbox
    chars = page.chars
    descents = _descents(chars)
    spans = tuple(_spans(chars, x0, top, descents))
    rules = [
        Box(item["x0"] - x0, item["top"] - top, item["x1"] - x0, item["bottom"] - top)
        for item in (*page.rects, *page.lines, *page.curves)
        if is_rule(item["x0"], item["top"], item["x1"], item["bottom"])
    ]
    turned = sum(not char["upright"] for char in chars)
    return Page(page.page_number, x1 - x0, bottom - top, spans, tuple(rules), len(page.images), turned)


def _descents(chars: list[Any]) -> dict[str, float]:
    """Return for each font how far below the baseline its boxes reach, as a share of the size.

    pdfplumber does not give the baseline itself; a raised glyph's box is raised with it, and the rare ones of these
    are outvoted by the others.
    """
    votes: dict[str, Counter[float]] = defaultdict(Counter)
    for char in chars:
        if char["upright"] and char["size"]:
            votes[char["fontname"]][round((char["y0"] - char["matrix"][5]) / char["size"], 3)] += 1
    return {font: counter.most_common(1)[0][0] for font, counter in votes.items()}


def _spans(chars: list[Any], shift_x: float, shift_y: float, descents: dict[str, float]) -> Iterator[Span]:
    styles: dict[tuple[str, float, bool], Style] = {}
    span: Span | None = None
    for index, char in enumerate(chars):
        if not char["upright"]:
            continue
        matrix = char["matrix"]
        key = (char["fontname"], round(char["size"], 2), matrix[2] > 0.15 * matrix[3])
        if key not in styles:
            styles[key] = style(key[0], key[1], italic=key[2])
        shape = styles[key]
        bottom = char["bottom"] - shift_y
        text = _text(char["text"])
        left, right = char["x0"] - shift_x, char["x1"] - shift_x
        follows = (
            span is not None
            and span.style is shape
            and span.bottom == bottom
            and span.start + len(span.texts) == index
            and -0.5 * shape.size < left - span.rights[-1] < 1.5 * shape.size
        )
        if span is not None and follows:
            span.texts.append(text)
            span.lefts.append(left)
            span.rights.append(right)
            continue
        if span is not None:
            yield span
        baseline = bottom + descents[key[0]] * char["size"]
        span = Span(shape, baseline, char["top"] - shift_y, bottom, index, [text], [left], [right])
    if span is not None:
        yield span


def _text(text: str) -> str:
    if text == "\xad":  # printed, so it is a hyphen
        return "-"
    return UNMAPPED if text.startswith("(cid:") else text
