"""A file becomes a Document: its text clean and mapped back to page, box and source."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from kg.errors import DocumentError
from kg.language import Rules
from kg.model import Document, Problem, Source
from kg.read.line import Line


def read(path: Path | str, *, reader: str = "pdfium", rules: Sequence[Rules] = ()) -> Document:
    """Read a PDF or a text file.

    ``reader`` is the PDF reader, "pdfium" or "pdfplumber"; ``rules`` are the languages to choose from, by default all
    that are shipped. DocumentError where the file cannot be read or is in none of these languages.
    """
    from kg.read.identify import identify
    from kg.read.structure import structure
    from kg.read.variants import simplified

    path = Path(path)
    data = _bytes(path)
    lines, pages, media_type, problems = _lines(data, path.name, reader)
    lines = simplified(lines)
    language = identify(lines, rules, path.name)
    source = Source(path.name, media_type, hashlib.sha256(data).hexdigest(), pages)
    return structure(lines, source, language, problems)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(path.name, error.strerror or str(error), advice="name a file that can be read") from error


def _lines(data: bytes, name: str, reader: str) -> tuple[tuple[Line, ...], int, str, tuple[Problem, ...]]:
    if data[:1024].lstrip().startswith(b"%PDF") or b"%PDF-" in data[:1024] or name.lower().endswith(".pdf"):
        from kg.read.pdf import read_pdf

        pdf = read_pdf(data, reader, name=name)
        return pdf.lines, pdf.pages, "application/pdf", pdf.problems
    from kg.read.decode import decode
    from kg.read.text import read_text

    lines, pages = read_text(decode(data, name))
    if not lines:
        raise DocumentError(name, "the file has no text", advice="give a PDF or a text file")
    return lines, pages, "text/plain", ()
