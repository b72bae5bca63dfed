"""Reads a PDF into lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DocumentError, UsageError
from kg.model import Problem
from kg.read.glyph import UNMAPPED, Page
from kg.read.layout import layout
from kg.read.line import Line

READERS = ("pdfium", "pdfplumber")
"""Names of the readers: the fast one, the default, and the reference."""

_TAIL = 4096  # bytes at the end of a file in which a PDF says that it ends


@dataclass(frozen=True, slots=True)
class PdfText:
    """A PDF as read: its lines in reading order, its count of pages, and what a person should look at."""

    lines: tuple[Line, ...]
    pages: int
    problems: tuple[Problem, ...] = ()


def read_pdf(
    source: Path | bytes, reader: str = "pdfium", *, name: str = "", furniture_patterns: Sequence[str] = ()
) -> PdfText:
    """Return the lines of a PDF file, or of its bytes; errors call it ``name``, or by its file name.

    ``furniture_patterns`` are regular expressions of a language for rows at the head or foot of a page that carry no
    facts. DocumentError where the file is no PDF, is damaged, truncated, encrypted or empty, or holds no text.
    """
    name = name or (source.name if isinstance(source, Path) else "document")
    data = _bytes(source, name)
    pages = read_pages(data, reader, name)
    problems = _problems(pages, name)
    return PdfText(layout(pages, furniture_patterns), len(pages), problems)


def read_pages(data: bytes, reader: str = "pdfium", name: str = "document") -> tuple[Page, ...]:
    """Return the pages of glyphs of a PDF; DocumentError as for ``read_pdf``, UsageError for an unknown reader."""
    if reader not in READERS:
        raise UsageError(reader, "is no reader", advice="use one of " + ", ".join(READERS))
    _check(data, name)
    if reader == "pdfium":
        from kg.read import pdfium

        pages = pdfium.read(data, name)
    else:
        from kg.read import plumber

        pages = plumber.read(data, name)
    if not pages:
        raise DocumentError(name, "has no pages", advice="fetch the file again")
    return pages


def _bytes(source: Path | bytes, name: str) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        return source.read_bytes()
    except OSError as error:
        raise DocumentError(name, f"cannot be read ({error.strerror or error})") from None


def _check(data: bytes, name: str) -> None:
    """Refuse what is no PDF, or not the whole of one: PDFium would mend some of it and leave out pages in silence."""
    if not data.strip():
        raise DocumentError(name, "is empty", advice="fetch the file again")
    if b"%PDF-" not in data[:1024]:
        raise DocumentError(name, "is no PDF", advice="give a PDF, or a text file with the ending .txt")
    tail = data[-_TAIL:]
    if b"%%EOF" not in tail and b"startxref" not in tail:
        raise DocumentError(name, "is truncated: the end of the PDF is missing", advice="fetch the file again")


def _problems(pages: Sequence[Page], name: str) -> tuple[Problem, ...]:
    """Return what the glyphs leave doubtful; DocumentError where no page has text."""
    silent = [page for page in pages if not _has_text(page)]
    if len(silent) == len(pages):
        if not any(page.images for page in pages):
            raise DocumentError(name, "has no text", _places(silent), "nothing is printed on it")
        advice = "recognize the text (OCR) first, or give another form of the document"
        raise DocumentError(name, "is an image without text" if len(pages) == 1 else "are images without text",
                            _places(silent), advice)  # fmt: skip
    problems = [
        Problem("page-without-text", "the page is an image without text", f"page {page.number}")
        for page in silent
        if page.images
    ]
    problems += [
        Problem(
            "turned-text", f"{page.turned} characters that do not stand upright were left out", f"page {page.number}"
        )
        for page in pages
        if page.turned
    ]
    for page in pages:
        unmapped = sum(span.texts.count(UNMAPPED) for span in page.spans)
        if unmapped:
            message = f"{unmapped} characters have no meaning in their font and were read as {UNMAPPED}"
            problems.append(Problem("unmapped-text", message, f"page {page.number}"))
    return tuple(problems)


def _has_text(page: Page) -> bool:
    return page.turned > 0 or any(not text.isspace() for span in page.spans for text in span.texts)


def _places(pages: Sequence[Page]) -> str:
    """Return ``page 2``, ``pages 1 to 3``, ``pages 1, 4``."""
    numbers = [page.number for page in pages]
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    if numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"pages {numbers[0]} to {numbers[-1]}"
    return "pages " + ", ".join(map(str, numbers))
