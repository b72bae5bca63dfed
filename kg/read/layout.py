"""Layout: pages of glyphs become lines in reading order, each with its zone, marks, emphasis and measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.model import Box, Run
from kg.read.furniture import Sheet, furniture
from kg.read.glyph import Page
from kg.read.line import Line, Zone
from kg.read.marks import Marked, mark, mark_note, note_form
from kg.read.notes import NOTE_SIZE, note_rows
from kg.read.row import Row, plain_fonts, rows

_HAN = "\u2e80"  # where the blocks of CJK begin
_SHARE = 0.1  # an edge at which at least this share of the rows stands is an edge of the column
_CENTRE_SLACK = 0.75  # ems by which a centred line may miss the middle
_CENTRE_MARGIN = 2.5  # ems that a centred line leaves free on both sides


class _Measures(NamedTuple):
    """What the lines of a document are measured by: points, and the edges of the text column."""

    size: float
    left: float
    right: float
    step: float
    note_step: float


def layout(pages: Sequence[Page], furniture_patterns: Sequence[str] = ()) -> tuple[Line, ...]:
    """Return the lines of the pages; ``furniture_patterns`` are regular expressions for what a page's edge says."""
    plain = plain_fonts(pages)
    sheets = [Sheet(page, rows(page, plain)) for page in pages]
    size = _body_size(sheets)
    dropped = furniture(sheets, size, furniture_patterns)
    left, right = _column(sheets, dropped, size)
    notes = _notes(sheets, dropped, size, (left, right))
    measures = _measures(sheets, dropped, notes, size, left, right)
    forms = frozenset(
        form for sheet in sheets for row in sheet.rows if id(row) in notes and (form := note_form(row.text))
    )
    maker = _Maker(measures, dropped, notes, forms)
    return tuple(line for sheet in sheets for line in maker.lines(sheet))


def _body_size(sheets: Iterable[Sheet]) -> float:
    votes: Counter[float] = Counter()
    for sheet in sheets:
        for row in sheet.rows:
            votes[row.size] += len(row.text)
    return votes.most_common(1)[0][0] if votes else 0.0


def _column(sheets: Iterable[Sheet], dropped: set[int], size: float) -> tuple[float, float]:
    """Return the edges of the text column: the outermost at which a fair share of the rows stands."""
    text = [
        row
        for sheet in sheets
        for row in sheet.rows
        if id(row) not in dropped and NOTE_SIZE * size < row.size <= 1.1 * size
    ]
    if not text:
        return 0.0, 0.0
    least = max(1.0, _SHARE * len(text))
    lefts, rights = Counter(round(row.left) for row in text), Counter(round(row.right) for row in text)
    left = min((x for x in lefts if lefts[x - 1] + lefts[x] + lefts[x + 1] >= least), default=min(lefts))
    right = max((x for x in rights if rights[x - 1] + rights[x] + rights[x + 1] >= least), default=max(rights))
    near_left = [row.left for row in text if abs(row.left - left) <= 1.5]
    near_right = [row.right for row in text if abs(row.right - right) <= 1.5]
    return sorted(near_left)[len(near_left) // 2], sorted(near_right)[len(near_right) // 2]


def _notes(sheets: Iterable[Sheet], dropped: set[int], size: float, column: tuple[float, float]) -> set[int]:
    notes: set[int] = set()
    running = False
    for sheet in sheets:
        found = note_rows(sheet.page, sheet.rows, dropped, size, column, running)
        notes |= {id(row) for row in found}
        running = bool(found)
    return notes


def _measures(
    sheets: Iterable[Sheet], dropped: set[int], notes: set[int], size: float, left: float, right: float
) -> _Measures:
    text: Counter[float] = Counter()
    note: Counter[float] = Counter()
    for sheet in sheets:
        for above, row in pairwise(row for row in sheet.rows if id(row) not in dropped):
            step = round(2 * (row.baseline - above.baseline)) / 2
            if (id(row) in notes) == (id(above) in notes) and step > 1.0:
                (note if id(row) in notes else text)[step] += 1
    step = text.most_common(1)[0][0] if text else 1.2 * size
    return _Measures(size, left, right, step, note.most_common(1)[0][0] if note else step)


class _Maker:
    """Makes lines of rows, page after page."""

    def __init__(self, measures: _Measures, dropped: set[int], notes: set[int], forms: frozenset[str]) -> None:
        self.measures, self.dropped, self.notes, self.forms = measures, dropped, notes, forms
        self.next_note = "1"

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        """Yield the lines of a page: text, then notes, then furniture, each from top to bottom."""
        zones: dict[Zone, list[Row]] = {zone: [] for zone in Zone}
        for row in sheet.rows:
            zones[self._zone(row)].append(row)
        for zone, members in zones.items():
            above: Row | None = None
            for row in members:
                yield self._line(row, zone, above)
                above = row

    def _zone(self, row: Row) -> Zone:
        if id(row) in self.dropped:
            return Zone.FURNITURE
        return Zone.FOOTNOTE if id(row) in self.notes else Zone.BODY

    def _line(self, row: Row, zone: Zone, above: Row | None) -> Line:
        marked = self._marked(row, zone)
        glyphs = [row.glyphs[place] for place in marked.places]
        measures = self.measures
        return Line(
            text=marked.text,
            page=row.page,
            zone=zone,
            marks=marked.marks,
            emphasis=_emphasis(marked.text, glyphs, row.emphatic),
            runs=tuple(_runs(row, marked.text, glyphs)),
            indent=round((row.left - measures.left) / row.size, 2) + 0.0 if row.size else 0.0,
            gap=self._gap(row, zone, above),
            size=row.size,
            first=above is None and zone is Zone.BODY,
            centred=_is_centred(row, measures),
            box=row.box,
        )

    def _gap(self, row: Row, zone: Zone, above: Row | None) -> float:
        if above is None:
            return 1.0
        step = self.measures.note_step if zone is Zone.FOOTNOTE else self.measures.step
        return max(0.0, round((row.baseline - above.baseline) / step, 2)) if step else 1.0

    def _marked(self, row: Row, zone: Zone) -> Marked:
        raised = [glyph >= 0 and row.raised[glyph] for glyph in row.glyphs]
        if zone is Zone.FOOTNOTE:
            marked = mark_note(row.text, raised, self.next_note)
            if marked.marks and marked.marks[0].label.isdigit():
                self.next_note = str(int(marked.marks[0].label) + 1)
            return marked
        if zone is Zone.FURNITURE:
            return Marked(row.text, range(len(row.text)), ())
        return mark(row.text, raised, self.forms)


def _is_centred(row: Row, measures: _Measures) -> bool:
    """Tell whether a row stands in the middle of the column and fills it on neither side."""
    left, right = row.left - measures.left, measures.right - row.right
    return abs(left - right) <= 2 * _CENTRE_SLACK * row.size and min(left, right) >= _CENTRE_MARGIN * row.size


def _emphasis(text: str, glyphs: Sequence[int], emphatic: Sequence[bool]) -> tuple[tuple[int, int], ...]:
    """Return the ranges printed with emphasis; a space inside does not end one."""
    if True not in emphatic:
        return ()
    ranges: list[tuple[int, int]] = []
    for place, (char, glyph) in enumerate(zip(text, glyphs, strict=True)):
        if char == " " or glyph < 0 or not emphatic[glyph]:
            continue
        if ranges and not text[ranges[-1][1] : place].strip(" "):
            ranges[-1] = ranges[-1][0], place + 1
        else:
            ranges.append((place, place + 1))
    return tuple(ranges)


def _runs(row: Row, text: str, glyphs: Sequence[int]) -> Iterator[Run]:
    """Yield runs that cover the text.

    A run ends where the glyphs of the source do not follow one another, after a space, and between Han and other
    characters: inside a run characters are about equally wide, so that a box for a part of it can be reckoned.
    """
    indexes = row.indexes
    start = 0
    first = last = -1  # the run's first and last glyph; a space that was not printed is none
    before, wide = "", False
    for place, (char, glyph) in enumerate(zip(text, glyphs, strict=True)):
        han = char >= _HAN
        if first >= 0 and char != " ":
            follows = glyph >= 0 and indexes[glyph] - indexes[last] in (0, 1)
            if before == " " or han != wide or not follows:
                yield _run(row, start, place, first, last)
                start, first = place, -1
        if glyph >= 0:
            first, last = glyph if first < 0 else first, glyph
        before, wide = char, han
    if first >= 0:
        yield _run(row, start, len(text), first, last)


def _run(row: Row, start: int, end: int, first: int, last: int) -> Run:
    box = Box(row.lefts[first], row.top, row.rights[last], row.bottom)
    return Run(start, end, row.page, row.indexes[first], row.indexes[last] + 1, box)
