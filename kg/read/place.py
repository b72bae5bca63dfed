"""Places: where on the pages a stretch of a part's text is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Box, Run


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one printed line: its page, its range in the source, and its box where there is geometry."""

    page: int
    source_start: int
    source_end: int
    box: Box | None = None


def places(runs: Sequence[Run], start: int, end: int) -> tuple[Place, ...]:
    """Return where ``text[start:end]`` stands, one place a line, in reading order.

    Inside a run characters are taken to be equally wide.
    """
    found: list[Place] = []
    for place in _cut(runs, start, end):
        if found and _same_line(found[-1], place):
            found[-1] = _joined(found[-1], place)
        else:
            found.append(place)
    return tuple(found)


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Place]:
    for run in runs:
        first, last = max(start, run.start), min(end, run.end)
        if first >= last:
            continue
        length, source = run.end - run.start, run.source_end - run.source_start
        before, after = first - run.start, last - run.start
        if length == source:
            source_start, source_end = run.source_start + before, run.source_start + after
        else:
            source_start, source_end = run.source_start, run.source_end
        yield Place(run.page, source_start, source_end, _part(run.box, before / length, after / length))


def _part(box: Box | None, before: float, after: float) -> Box | None:
    if box is None or (before == 0.0 and after == 1.0):
        return box
    width = box.x1 - box.x0
    return Box(box.x0 + before * width, box.top, box.x0 + after * width, box.bottom)


def _same_line(last: Place, place: Place) -> bool:
    if last.page != place.page:
        return False
    if last.box is None or place.box is None:
        return last.source_end == place.source_start
    return place.box.top < last.box.bottom and last.box.top < place.box.bottom and place.box.x0 >= last.box.x0


def _joined(last: Place, place: Place) -> Place:
    box = last.box
    if box is not None and place.box is not None:
        box = Box(
            min(box.x0, place.box.x0), min(box.top, place.box.top),
            max(box.x1, place.box.x1), max(box.bottom, place.box.bottom),
        )  # fmt: skip
    start, end = min(last.source_start, place.source_start), max(last.source_end, place.source_end)
    return Place(last.page, start, end, box)
