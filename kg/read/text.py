"""Plain text as extractors leave it, to lines: repeated bold collapsed, marks put back, page foot and head told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import Mark, Run
from kg.read.fold import fold
from kg.read.line import Line, Zone

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BREAK = re.compile(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")
# Bold by overprinting comes out of extractors as the same word three or four times over; a doubled word is a word.
REPEATED = re.compile(r"(?=.*[^\W\d_]|[、，；])(?P<word>[^\d_\s.…-][^\n]{0,80}?|[^\n]{2,80}?)(?:(?P=word)){3}")
MARK_LINE = re.compile(r"(?P<open>\[?)(?P<label>\d{1,3}|\*{1,3})(?(open)\]?)/?")
SEPARATOR = re.compile(r"[_＿—\-─━]{5,}")
FURNITURE = re.compile(
    r"\d{1,3}/\d{1,3}(?:\s+\d{2}-\d{5}.*)?|(?:\d{2}-\d{5}\s+)\d{1,3}/\d{1,3}|-\s?\d{1,3}\s?-|\*\d{5,8}\*.*|\d{2}-\d{5}(?:\s?\([A-Z]\))?.*|(?:第\s?\d+\s?页)(?:共\s?\d+\s?页)?|Page\s\d+.*"
)
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NOTE_START = re.compile(
    r"(?:(?P<g>[①-⑳])|(?P<h>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\[(?P<a>\d{1,3})\]|(?P<b>\d{1,3})/(?!\d)|\((?P<c>\d{1,3})\)"
    r"|(?P<d>\*{1,3})|(?P<f>\d{1,3})(?=[^\d.、．/]))\s*(?=\S)"
)
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# A bare digit is a mark where a title, clause or word ends before it and no unit follows; and only the next in turn.
BARE = re.compile(
    r"(?<=[》”）)、，；。])(?P<a>\d{1,3})(?= |$|[^\d年月日号届次条章段项人名个国天种类.,%/:至到-])"
    r"|(?<=[\u4e00-\u9fff])(?<![第件章节表款图项号年月日为共达约])(?P<b>\d{1,3})(?=[和及以，、。；]|$)"
)
INLINE = re.compile(r"\[(?P<label>\d{1,3}|\*{1,3})\]|(?P<circled>[①-⑳])|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)")


@dataclass
class _Raw:
    """A raw line: its text, where it starts in the file, its page, and how it stands."""

    text: str
    start: int
    page: int
    first: bool = False
    gap: int = 1


@dataclass
class _Built:
    """A line under construction: clean text with, for each character, its place in the file."""

    page: int
    zone: Zone
    indent: int
    gap: int
    first: bool
    text: str = ""
    source: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    emphasis: list[tuple[int, int]] = field(default_factory=list)

    def append(self, text: str, source: list[int]) -> None:
        self.text += text
        self.source += source

    def line(self) -> Line:
        runs = (Run(0, len(self.text), self.page, self.source[0], self.source[-1] + 1),) if self.text else ()
        return Line(
            self.text, self.page, self.zone, tuple(self.marks), tuple(self.emphasis), runs,
            float(self.indent), float(self.gap), 0.0, self.first,
        )  # fmt: skip


def read_text(text: str) -> tuple[tuple[Line, ...], int]:
    """Return the lines of a plain text and the number of its pages (form feeds, or footnote rules, end pages)."""
    raws = list(_raw_lines(text))
    built = _zones(raws)
    noted = {plain_label(m[0]) for b in built if (m := INLINE.match(b.text))}
    noted |= {b.marks[0].label for b in built if b.zone == Zone.FOOTNOTE and b.marks}
    last = 0
    for line in built:
        _inline(line, noted)
        if line.zone == Zone.BODY:
            last = _bare(line, noted, last)
    lines = tuple(b.line() for b in built if b.text)
    return lines, max((line.page for line in lines), default=1)


def _raw_lines(text: str) -> Iterator[_Raw]:
    position, page, blank, first = 0, 1, 0, True
    for match in [*BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        content = text[position:end]
        if content.strip():
            yield _Raw(content, position, page, first, blank + 1)
            blank, first = 0, False
        else:
            blank += 1
        if match:
            position = match.end()
            if match[0] == "\x0c":
                page, first = page + 1, True


def _zones(raws: list[_Raw]) -> list[_Built]:
    """Walk through the raw lines: body, a rule, its notes, body again; marks on lines of their own are put back."""
    built: list[_Built] = []
    state = Zone.BODY
    shift, after_rule, fresh = 0, False, False
    forms = any(raw.page > 1 for raw in raws)
    pending: str | None = None
    for raw in raws:
        stripped = fold(raw.text).text
        if SEPARATOR.fullmatch(stripped):
            state, after_rule = Zone.FOOTNOTE, True
            continue
        if raw.first and raw.page > 1:
            state = Zone.BODY
        mark = MARK_LINE.fullmatch(stripped)
        if state == Zone.FOOTNOTE and mark:
            pending = mark["label"]
            continue
        if state == Zone.FOOTNOTE and pending is None and not _starts_note(stripped, built, after_rule):
            note = _open_note(built, after_rule)
            if note is not None:
                _extend(note, raw)
                after_rule = False
                continue
            state, fresh = Zone.BODY, not forms
            shift += not forms
        after_rule = False
        if mark and built and built[-1].zone == Zone.BODY:
            _mark(built[-1], mark["label"], raw)
            continue
        if FURNITURE.fullmatch(stripped):
            continue
        line = _build(raw, state, raw.page + shift, raw.first or fresh)
        fresh = False
        if pending is not None and state == Zone.FOOTNOTE:
            _prefix(line, pending, raw)
            pending = None
        elif state == Zone.FOOTNOTE:
            _own_mark(line)
        built.append(line)
    return built


def _ends(text: str) -> bool:
    return text.endswith(("。", "."))


def _starts_note(text: str, built: list[_Built], after_rule: bool) -> bool:
    match = NOTE_START.match(text)
    if match is None:
        return False
    label = plain_label(next(v for v in match.groups() if v))
    last = next((b.marks[0].label for b in reversed(built) if b.zone == Zone.FOOTNOTE and b.marks), "")
    follows = label.isdecimal() and last.isdecimal() and int(label) == int(last) + 1
    return after_rule or follows or not label.isdecimal()


def _open_note(built: list[_Built], after_rule: bool) -> _Built | None:
    """Return the note that a line goes on: the one right before it, or over the page the last one before the rule."""
    last = next((b for b in reversed(built) if b.zone == Zone.FOOTNOTE), None)
    if last is None or _ends(last.text) or not (after_rule or built[-1] is last):
        return None
    return last


def _build(raw: _Raw, zone: Zone, page: int, first: bool) -> _Built:
    text, places, emphasis = collapse(raw.text)
    folded = fold(text)
    indent = len(raw.text) - len(raw.text.lstrip(" \t\u3000"))
    line = _Built(page, zone, indent, raw.gap, first)
    line.append(folded.text, [raw.start + places[i] for i in folded.source])
    back = {origin: index for index, origin in reversed(list(enumerate(folded.source)))}
    for start, end in emphasis:
        inside = [back[i] for i in range(start, end) if i in back]
        if inside:
            line.emphasis.append((min(inside), max(inside) + 1))
    return line


def collapse(text: str) -> tuple[str, list[int], list[tuple[int, int]]]:
    """Collapse words printed four times over; return the text, each character's place, and the ranges collapsed.

    >>> collapse("强调强调强调强调人人")[0]
    '强调人人'
    """
    kept: list[str] = []
    places: list[int] = []
    emphasis: list[tuple[int, int]] = []
    position = 0
    for match in REPEATED.finditer(text):
        word = match["word"]
        if not word.strip() or not re.search(r"[^\W\d_]|[、，；]", word):
            continue
        _copy(text, position, match.start(), kept, places)
        start = len(kept)
        _copy(text, match.start(), match.start() + len(word), kept, places)
        if emphasis and emphasis[-1][1] == start:
            emphasis[-1] = (emphasis[-1][0], len(kept))
        else:
            emphasis.append((start, len(kept)))
        position = match.end()
    _copy(text, position, len(text), kept, places)
    return "".join(kept), places, emphasis


def _copy(text: str, start: int, end: int, kept: list[str], places: list[int]) -> None:
    kept.extend(text[start:end])
    places.extend(range(start, end))


def _extend(line: _Built, raw: _Raw) -> None:
    more = _build(raw, line.zone, line.page, False)
    line.append(more.text, more.source)


def _mark(line: _Built, label: str, raw: _Raw) -> None:
    """Put a mark that stood on a line of its own at the end of the line before."""
    place = raw.start + raw.text.index(label[0])
    start = len(line.text)
    line.append(label.translate(SUPERSCRIPT), list(range(place, place + len(label))))
    line.marks.append(Mark(start, len(line.text), label))


def _prefix(line: _Built, label: str, raw: _Raw) -> None:
    raised = label.translate(SUPERSCRIPT)
    line.text = raised + line.text
    line.source = [max(raw.start - 1, 0)] * len(raised) + line.source
    line.emphasis = [(a + len(raised), b + len(raised)) for a, b in line.emphasis]
    line.marks.insert(0, Mark(0, len(raised), label))


def plain_label(printed: str) -> str:
    """Return a mark's plain form: ``[3]`` and ``③`` are 3."""
    if printed in CIRCLED:
        return str(CIRCLED.index(printed) + 1)
    return "".join(str(RAISED.index(char)) if char in RAISED else char for char in printed.strip("[]()/"))


def _inline(line: _Built, noted: set[str]) -> None:
    """Turn bracketed or circled numbers into marks where a note bears the same."""
    for match in reversed(list(INLINE.finditer(line.text))):
        taken = any(mark.start <= match.start() < mark.end for mark in line.marks)
        if match.start() > 0 and not taken and plain_label(match[0]) in noted:
            _raise(line, *match.span(), plain_label(match[0]))


def _bare(line: _Built, noted: set[str], last: int) -> int:
    """Turn bare digits into marks, each the next in turn; return the highest mark so far."""
    last = max([last, *(int(mark.label) for mark in line.marks if mark.label.isdecimal())])
    position = 0
    while match := BARE.search(line.text, position):
        label = match[0]
        position = match.end()
        titled = line.text[match.start() - 1] in "》、，" and label in noted and int(label) == last
        if label in noted and (int(label) == last + 1 or titled):
            last = int(label)
            position = match.start() + len(label)
            _raise(line, *match.span(), label)
    return last


def _raise(line: _Built, start: int, end: int, label: str) -> None:
    raised = label.translate(SUPERSCRIPT)
    place = line.source[start]
    line.text = line.text[:start] + raised + line.text[end:]
    line.source[start:end] = [place] * len(raised)
    shift = len(raised) - (end - start)
    line.emphasis = [(a + shift * (a >= end), b + shift * (b >= end)) for a, b in line.emphasis]
    line.marks = [Mark(m.start + shift, m.end + shift, m.label) if m.start >= end else m for m in line.marks]
    line.marks.append(Mark(start, start + len(raised), label))
    line.marks.sort(key=lambda mark: mark.start)


def _own_mark(line: _Built) -> None:
    """Read the mark at the head of a note that is printed on the note's own line."""
    match = NOTE_START.match(line.text)
    if match is None or line.marks:
        return
    label = plain_label(next(v for v in match.groups() if v))
    raised = label.translate(SUPERSCRIPT)
    place = line.source[0]
    line.text = raised + line.text[match.end() :]
    line.source = [place] * len(raised) + line.source[match.end() :]
    line.marks.insert(0, Mark(0, len(raised), label))
