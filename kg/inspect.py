"""Shows what was understood of a document: drawn over its pages, and as an outline for the terminal."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kg.errors import DocumentError, OutputError
from kg.model import Box, Document, Kind, Mention, Part, PartKind
from kg.read.place import places

RESOLUTION = 110  # dots per inch of the pictures
_SHOWN = 60  # characters of a part's text in the outline
Colour = tuple[int, int, int]

PART_COLOURS: dict[PartKind, Colour] = {
    PartKind.FRONT: (110, 110, 110),
    PartKind.TITLE: (150, 60, 170),
    PartKind.CLOSING: (110, 110, 110),
    PartKind.PREAMBULAR: (30, 110, 200),
    PartKind.OPERATIVE: (20, 140, 60),
    PartKind.SUBPARAGRAPH: (110, 160, 20),
    PartKind.FOOTNOTE: (200, 110, 20),
    PartKind.HEADING: (190, 40, 60),
    PartKind.ANNEX: (20, 140, 150),
}
_MENTION_COLOURS: dict[Kind, Colour] = {
    Kind.TREATY: (220, 60, 60),
    Kind.INSTRUMENT: (220, 120, 60),
    Kind.PROVISION: (230, 90, 140),
    Kind.BODY: (70, 90, 220),
    Kind.DOCUMENT: (140, 70, 200),
    Kind.DATE: (0, 150, 170),
    Kind.SESSION: (0, 130, 120),
    Kind.ACT: (0, 150, 60),
    Kind.FOOTNOTE: (200, 130, 0),
    Kind.UNTS: (160, 100, 40),
}
_OTHER: Colour = (120, 120, 120)


class _Frame(NamedTuple):
    """A box to draw, with the words beside it."""

    box: Box
    colour: Colour
    label: str


def draw(path: Path, document: Document, folder: Path, mentions: Sequence[Mention] = ()) -> list[Path]:
    """Draw the parts of a PDF, and mentions in them, over its pages; return a PNG file a page.

    A part has a frame in the colour of its kind (``PART_COLOURS``), with its locator; mentions and footnote marks are
    washed over in the colour of theirs. DocumentError where the file cannot be drawn (it is no PDF),
    OutputError where the folder cannot be written.
    """
    frames, washes = _frames(document), _washes(document, mentions)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), f"cannot be written ({error.strerror or error})") from None
    return _draw_pages(path, folder, frames, washes)


def outline(document: Document) -> str:
    """Return a line for each part: locator, kind, page, label, the text's beginning, and its footnote marks."""
    wide = max((len(part.locator) for part in document.parts), default=0)
    kinds = max((len(part.kind) for part in document.parts), default=0)
    lines = [_outline_line(part, wide, kinds) for part in document.parts]
    lines += [f"! {problem.place}: {problem.message}".replace("! :", "!") for problem in document.problems]
    return "\n".join(lines)


def _outline_line(part: Part, wide: int, kinds: int) -> str:
    text = part.text if len(part.text) <= _SHOWN else part.text[: _SHOWN - 1] + "…"
    shown = f"{part.label} {text}".strip().replace("\n", " ")
    marks = " ".join(mark.label for mark in part.marks)
    line = f"{part.locator:<{wide}}  {part.kind:<{kinds}}  p{part.page:<3} {shown}"
    return f"{line}  [{marks}]" if marks else line


def _frames(document: Document) -> dict[int, list[_Frame]]:
    """Return a frame for each part on each page where it stands."""
    frames: dict[int, list[_Frame]] = defaultdict(list)
    for part in document.parts:
        boxes: dict[int, list[Box]] = defaultdict(list)
        for run in part.runs:
            if run.box is not None:
                boxes[run.page].append(run.box)
        for page, members in boxes.items():
            frames[page].append(_Frame(_around(members), PART_COLOURS[part.kind], part.locator))
    return frames


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes) - 2, min(box.top for box in boxes) - 1,
        max(box.x1 for box in boxes) + 2, max(box.bottom for box in boxes) + 1,
    )  # fmt: skip


def _washes(document: Document, mentions: Sequence[Mention]) -> dict[int, list[_Frame]]:
    """Return a frame for each line of each mention and footnote mark."""
    parts = {part.name: part for part in document.parts}
    washes: dict[int, list[_Frame]] = defaultdict(list)
    stretches = [
        (part, mark.start, mark.end, _MENTION_COLOURS[Kind.FOOTNOTE]) for part in document.parts for mark in part.marks
    ]
    stretches += [
        (parts[mention.part], mention.start, mention.end, _MENTION_COLOURS.get(mention.kind, _OTHER))
        for mention in mentions
        if mention.part in parts
    ]
    for part, start, end, colour in stretches:
        for place in places(part.runs, start, end):
            if place.box is not None:
                washes[place.page].append(_Frame(place.box, colour, ""))
    return washes


def _draw_pages(
    path: Path, folder: Path, frames: dict[int, list[_Frame]], washes: dict[int, list[_Frame]]
) -> list[Path]:
    import pdfplumber
    from pdfplumber.utils.exceptions import PdfminerException

    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    drawn: list[Path] = []
    try:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                target = folder / f"{path.stem}.{page.page_number}.png"
                _draw_page(page, target, frames.get(page.page_number, []), washes.get(page.page_number, []))
                drawn.append(target)
    except PdfminerException:
        raise DocumentError(path.name, "cannot be drawn: it is no PDF that can be read") from None
    finally:
        logger.setLevel(level)
    return drawn


def _draw_page(page: Any, target: Path, frames: Sequence[_Frame], washes: Sequence[_Frame]) -> None:
    image = page.to_image(resolution=RESOLUTION, antialias=True)
    left, top = page.cropbox[:2]  # our boxes count from the corner of what is shown
    for wash in washes:
        image.draw_rect(_corners(wash.box, left, top), fill=(*wash.colour, 60), stroke=None, stroke_width=0)
    for frame in frames:
        image.draw_rect(_corners(frame.box, left, top), fill=None, stroke=(*frame.colour, 255), stroke_width=1)
    _write_labels(image, frames)
    image.save(target, format="PNG", quantize=False)


def _corners(box: Box, left: float, top: float) -> tuple[float, float, float, float]:
    return box.x0 + left, box.top + top, box.x1 + left, box.bottom + top


def _write_labels(image: Any, frames: Sequence[_Frame]) -> None:
    """Write each locator left of its frame, or above it where the margin has no room."""
    scale = RESOLUTION / 72
    for frame in frames:
        text = image.draw
        width = text.textlength(frame.label)
        x, y = frame.box.x0 * scale - width - 4, frame.box.top * scale
        if x < 0:
            x, y = frame.box.x0 * scale, frame.box.top * scale - 11
        text.rectangle((x - 1, y, x + width + 1, y + 11), fill=(255, 255, 255, 220))
        text.text((x, y), frame.label, fill=(*frame.colour, 255))
