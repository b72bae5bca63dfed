"""Plain text as extractors leave it, to lines: repeated bold collapsed, marks put back, page foot and head told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Mark, Run
from kg.read.fold import fold
from kg.read.line import Line, Zone
from kg.read.marks import Marked, mark, mark_note
from kg.read.pieces import Piece, concat, piece
from kg.read.repeats import Collapsed, collapse, times

_BREAK = re.compile(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_LONE = re.compile(r"\[?(?P<label>\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|\*{1,3})(?:\]|/)?")
_RULE = re.compile(r"[_＿‗─━―—–-]{5,}")
_ORNAMENT = re.compile(r"[_＿‗─━―—–\-=*·•. ]{3,}")
_CODE = re.compile(r"\*\s?\d{5,8}\s?\*.*")
_JOB = r"(?:[A-Z]{1,3}\.? ?)?\d{2}-\d{5,6}(?: ?\([A-Z]\))?(?: \d{6})?"  # 12-48825, GE.12-13456 (C) 250113
_NUMBER = r"(?P<page>\d{1,3}) ?/ ?(?P<of>\d{1,3})|[-–—] ?\d{1,3} ?[-–—]"
_NUMBER += r"|第\d{1,3}页(?:[,，]?共\d{1,3}页)?|[Pp]age \d{1,3}(?: of \d+)?"
_PAGE = re.compile(rf"(?:{_JOB} ?)?(?:{_NUMBER})(?: ?{_JOB})?|{_JOB}(?: \d{{1,3}})?|\d{{1,3}} {_JOB}")
_NUMBERS = re.compile(_NUMBER)
_SYMBOL = re.compile(r"(?:[A-Z]{1,2}|ST|TD|CERD|CCPR|CEDAW|CAT|CRC)/[A-Z0-9][\w./()-]*\d[\w./()]*(?: \(\d{4}\))?")
_ENDED = re.compile(r"[。.！!？?；;：:…][”’\"'」』》)\]]*$")
_NUMBERED = re.compile(r"\d{1,3}[.、]\s*\D")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TEXT = 15  # characters that a line of text has at least
_MASTHEAD = 8  # lines at the head of a text among which its own symbol is printed
_FRONT = 16  # lines at the head of a text among which a running header's words are first printed


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line of the file with its clean text and, for each character of that, its place in the file."""

    text: str
    source: tuple[int, ...]
    emphasis: tuple[tuple[int, int], ...]
    page: int
    indent: int
    gap: int
    first: bool
    last: bool = False  # the last line before a form feed


def read_text(text: str) -> tuple[tuple[Line, ...], int]:
    """Return the lines of a plain text and the number of its pages.

    Form feeds part pages; without them notes below a rule, printed page numbers, and blank lines that are missing.
    """
    raws = list(_raw_lines(text))
    labels = _labels(raws)
    walker = _Walker(_furniture(raws, labels), labels, any(raw.page > 1 for raw in raws), _step(raws))
    for raw in raws:
        walker.take(raw)
    return tuple(walker.lines), max((line.page for line in walker.lines), default=1)


def _raw_lines(text: str) -> Iterator[_Raw]:
    spans = list(_spans(text))
    often = times(text[start:end] for start, end, *_ in spans)
    for number, (start, end, page, gap, first) in enumerate(spans):
        last = number + 1 < len(spans) and spans[number + 1][2] > page
        yield _raw(text[start:end], start, page, gap, first, last, often)


def _spans(text: str) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield start, end, page, distance in lines to the one before, and whether it is its page's first, of each line."""
    position, page, gap, first = 0, 1, 1, True
    for found in [*_BREAK.finditer(text), None]:
        end = found.start() if found else len(text)
        if text[position:end].strip(" \t\u3000\xa0\ufeff\u200b"):
            yield position, end, page, gap, first
            gap, first = 1, False
        else:
            gap += 1
        if found:
            position = found.end()
            if found[0] == "\x0c":
                page, first = page + 1, True


def _raw(content: str, start: int, page: int, gap: int, first: bool, last: bool, often: int) -> _Raw:
    once = collapse(content, often) if often > 1 else Collapsed(content, range(len(content)))
    folded = fold(once.text)
    source = tuple(start + once.places[place] for place in folded.source)
    emphasis = tuple(_ranges(folded.source, once.ranges))
    indent = len(content) - len(content.lstrip(" \t\u3000\xa0\ufeff"))
    return _Raw(folded.text, source, emphasis, page, indent + content[:indent].count("\u3000"), gap, first, last)


def _ranges(places: Sequence[int], ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in ranges:
        inside = [index for index, place in enumerate(places) if start <= place < end]
        if inside:
            yield inside[0], inside[-1] + 1


def _running(raws: Sequence[_Raw]) -> set[int]:
    """Return the indexes of running headers: a symbol, alone or with what the head of the text or other pages say."""
    head = "\n".join(raw.text for raw in raws[:_FRONT] if raw.page == 1)
    solid = re.sub(r"\s", "", head)
    seen: dict[str, int] = {}
    for raw in raws:
        seen[raw.text] = seen.get(raw.text, 0) + 1
    found = set()
    for index, raw in enumerate(raws):
        symbol = _SYMBOL.search(raw.text)
        rest = raw.text
        if symbol:
            rest = raw.text[: symbol.start()] + raw.text[symbol.end() :]
        rest = re.sub(r"\s", "", _NUMBERS.sub("", rest))
        later = index >= _FRONT or raw.page > 1
        again = rest in solid and (later or raw.text not in head)
        header = symbol is not None and (again or not rest) and (later or index >= _MASTHEAD)
        edge = raw.first and raw.page > 1 and (seen[raw.text] > 1 or (len(rest) > 7 and again))
        again_below = index - 1 in found and len(rest) > 3 and again and not _ENDED.search(rest)
        if header or edge or again_below:
            found.add(index)
    return found


def _furniture(raws: Sequence[_Raw], labels: frozenset[str]) -> set[int]:
    """Return the indexes of what pages print for their own sake: headers, page and job numbers, barcodes, ornaments."""
    found = _running(raws)
    found |= {index for index, raw in enumerate(raws) if _by_shape(raw.text)}
    lone = [index for index, raw in enumerate(raws) if raw.text.isdecimal() and len(raw.text) < 4]
    for index in lone:
        raw = raws[index]
        edge = raw.page > 1 and (raw.first or raw.last) and abs(int(raw.text) - raw.page) <= 1
        beside = raw.text not in labels and (index - 1 in found or index + 1 in found)
        if edge or beside or (raw.last and raw.text == str(raw.page)):
            found.add(index)
    return found


def _by_shape(text: str) -> bool:
    return bool(
        _PAGE.fullmatch(text) or _CODE.fullmatch(text) or (_ORNAMENT.fullmatch(text) and not _RULE.fullmatch(text))
    )


def _step(raws: Sequence[_Raw]) -> int:
    """Return the usual distance between lines: 2 where each is followed by a blank one."""
    gaps = sorted(raw.gap for raw in raws)
    return gaps[len(gaps) // 2] if gaps else 1


def _labels(raws: Sequence[_Raw]) -> frozenset[str]:
    """Return the marks of the notes that stand below a rule."""
    labels: set[str] = set()
    below = False
    for raw in raws:
        if _RULE.fullmatch(raw.text):
            below = True
        elif below:
            lone = _LONE.fullmatch(raw.text)
            found = _noted(raw.text, str(len(labels) + 1)).marks
            if lone:
                labels.add(lone["label"].translate(_DIGITS))
            elif found:
                labels.add(found[0].label)
            elif _NUMBERED.match(raw.text):
                below = False
    return frozenset(labels)


def _noted(text: str, expected: str) -> Marked:
    """Return a line below a rule with the mark that it begins with, circled ones, too."""
    if text[:1] in _CIRCLED:
        label = str(_CIRCLED.index(text[0]) + 1)
        return Marked(text[1:].lstrip(), range(len(text) - len(text[1:].lstrip()), len(text)), (Mark(0, 0, label),))
    return mark_note(text, (), expected)


class _Walker:
    """Walks through the lines of a text: body, a rule, the notes below it, body again."""

    def __init__(self, furniture: set[int], labels: frozenset[str], forms: bool, step: int) -> None:
        self.furniture, self.labels, self.forms, self.step = furniture, labels, forms, step
        self.lines: list[Line] = []
        self.index = -1
        self.zone = Zone.BODY
        self.after_rule = False
        self.fresh = False  # the next line of the body is the first after notes
        self.pending = ""  # the mark of a note that stands on the line above
        self.next_note = 1
        self.page = 1
        self.marked = False  # the line above was a mark, or no text

    def take(self, raw: _Raw) -> None:
        """Read one line."""
        self.index += 1
        if self.forms:
            if raw.page != self.page:
                self.zone = Zone.BODY
            self.page = raw.page
        if _RULE.fullmatch(raw.text) and self._rules_off():
            self.zone, self.after_rule = Zone.FOOTNOTE, True
            self._drop(raw)
        elif self.index in self.furniture or _RULE.fullmatch(raw.text):
            self._turn(raw)
            self._drop(raw)
        elif self.zone == Zone.FOOTNOTE:
            self._note(raw)
        else:
            self._body(raw)

    def _rules_off(self) -> bool:
        """Tell whether a rule parts notes from text: not the one below the masthead."""
        return bool(self.labels) and any(line.zone == Zone.BODY for line in self.lines)

    def _turn(self, raw: _Raw) -> None:
        """Turn to the page whose number is printed here, where no form feeds count pages."""
        page = _NUMBERS.search(raw.text)
        number = page["page"] if page and page["page"] else raw.text
        if not self.forms and number.isdecimal() and self.page < int(number) <= self.page + 20:
            self.page = int(number)
            self.zone, self.fresh = Zone.BODY, True

    def _drop(self, raw: _Raw) -> None:
        self.marked = True
        self.lines.append(_line(raw, self.page, Zone.FURNITURE, Marked(raw.text, range(len(raw.text)), ())))

    def _note(self, raw: _Raw) -> None:
        lone = _LONE.fullmatch(raw.text)
        if lone:
            self.pending = lone["label"].translate(_DIGITS)
            self.after_rule = False
            return
        marked = _noted(raw.text, self._expected(raw))
        if self.pending:
            marked = Marked(raw.text, range(len(raw.text)), (Mark(0, 0, self.pending),))
            self.pending = ""
        if not marked.marks and self._leaves(raw):
            self.zone, self.fresh = Zone.BODY, True
            if not self.forms:
                self.page += 1
            self._body(raw)
            return
        if marked.marks and marked.marks[0].label.isdigit():
            self.next_note = int(marked.marks[0].label) + 1
        self.after_rule = False
        self.marked = True
        self.lines.append(_line(raw, self.page, Zone.FOOTNOTE, marked))

    def _expected(self, raw: _Raw) -> str:
        """Return the number that may begin a note here: the next; below a rule also 1, where a page counts anew."""
        anew = self.after_rule and re.match(r"1(?!\d)", raw.text)
        return "1" if anew else str(self.next_note)

    def _leaves(self, raw: _Raw) -> bool:
        """Tell whether a line below a rule that begins no note is text of the body again."""
        if self.forms or self.after_rule:
            return False
        notes = [line for line in self.lines if line.zone == Zone.FOOTNOTE]
        return not notes or bool(_ENDED.search(notes[-1].text)) or bool(_NUMBERED.match(raw.text))

    def _body(self, raw: _Raw) -> None:
        lone = _LONE.fullmatch(raw.text)
        last = next((index for index in range(len(self.lines) - 1, -1, -1) if self.lines[index].zone == Zone.BODY), -1)
        if lone and last >= 0 and self._is_mark(lone["label"].translate(_DIGITS), raw):
            self.lines[last] = _marked_after(self.lines[last], raw, lone["label"].translate(_DIGITS))
            self.marked = True
            return
        if raw.gap < self.step and last >= 0 and self._runs_on(self.lines[last], raw):
            self.page, self.fresh = self.page + 1, True  # the blank line that is missing was a page's end
        self.marked = False
        line = _line(raw, self.page, Zone.BODY, mark(raw.text, ()))
        self.lines.append(replace(line, first=raw.first or self.fresh))
        self.fresh = False

    def _runs_on(self, before: Line, raw: _Raw) -> bool:
        """Tell whether the blank line is missing that else stands between two lines of text."""
        if self.forms or self.fresh or self.marked:
            return False
        return self.index >= _FRONT and len(before.text) >= _TEXT and len(raw.text) >= _TEXT

    def _is_mark(self, label: str, raw: _Raw) -> bool:
        """Tell whether a number on a line of its own is a mark: a note has it, or no notes are known to have others."""
        return not label.isdigit() or label in self.labels or (not self.labels and not raw.first and not raw.last)


def _marked_after(line: Line, raw: _Raw, label: str) -> Line:
    """Put the mark that stands on a line of its own behind the line before."""
    shown = label.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    run = Run(0, len(shown), line.page, raw.source[0], raw.source[-1] + 1)
    whole = concat([piece(line), Piece(shown, (Mark(0, len(shown), label),), (), (run,))])
    return replace(line, text=whole.text, marks=whole.marks, emphasis=whole.emphasis, runs=whole.runs)


def _line(raw: _Raw, page: int, zone: Zone, marked: Marked) -> Line:
    places = [raw.source[place] for place in marked.places]
    shift = {place: index for index, place in reversed(list(enumerate(marked.places)))}
    emphasis = tuple(
        (shift[start], shift[end - 1] + 1) for start, end in raw.emphasis if start in shift and end - 1 in shift
    )
    return Line(
        marked.text, page, zone, marked.marks, emphasis, tuple(_runs(places, page)),
        float(raw.indent), float(raw.gap), 0.0, raw.first,
    )  # fmt: skip


def _runs(places: Sequence[int], page: int) -> Iterator[Run]:
    """Yield runs in which text and source go side by side."""
    start = 0
    for index in range(1, len(places) + 1):
        if index == len(places) or places[index] != places[index - 1] + 1:
            yield Run(start, index, page, places[start], places[index - 1] + 1)
            start = index
