"""The two readers side by side: the same words in the same order, in boxes that overlap."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import pytest

from kg.model import Box
from kg.read.pdf import read_pdf
from kg.read.place import places

SPECIMENS = sorted((Path(__file__).parent.parent / "documents").glob("*.pdf"))


def overlap(one: Box | None, other: Box | None) -> bool:
    """Tell whether two boxes share most of their breadth and some of their height."""
    if one is None or other is None:
        return False
    breadth = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return breadth > 0.8 * min(one.x1 - one.x0, other.x1 - other.x0) and height > 0


def compare(path: Path) -> None:
    """Assert that both readers see the same in a PDF."""
    fast, reference = read_pdf(path, "pdfium"), read_pdf(path, "pdfplumber")
    assert fast.pages == reference.pages
    for one, other in zip_longest(fast.lines, reference.lines):
        assert one is not None and other is not None
        assert (one.page, one.zone, one.text) == (other.page, other.zone, other.text)
        assert one.marks == other.marks, one.text
        assert one.emphasis == other.emphasis, one.text
        assert abs(one.indent - other.indent) < 0.15 and abs(one.gap - other.gap) < 0.1, one.text
        for run in other.runs:  # they break elsewhere where the order of the glyphs is another
            (place,) = places(one.runs, run.start, run.end)
            assert overlap(place.box, run.box), (one.text, place, run)


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: str(path.name))
def test_readers_agree_on_specimens(path: Path) -> None:
    compare(path)


def test_readers_agree_on_published_documents(shared: Path) -> None:
    paths = sorted((shared / "documents").glob("*.pdf"))
    if not paths:
        pytest.skip("no PDFs among the documents to test on")
    for path in paths:
        compare(path)
