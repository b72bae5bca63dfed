"""Lines to a document: front matter, preamble, operative paragraphs, sub-paragraphs, closing lines, annexes, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.language import Rules
from kg.model import Document, Mark, Part, PartKind, Problem, Source
from kg.read.line import Line, Zone
from kg.read.paragraphs import Paragraph, paragraphs
from kg.read.pieces import Piece, cut, join, part, piece
from kg.read.text import plain_label


def structure(lines: Sequence[Line], source: Source, rules: Rules, problems: Sequence[Problem] = ()) -> Document:
    """Tell the parts of a document from its lines; what could not be told is a problem of the document."""
    body = [line for line in lines if line.zone == Zone.BODY]
    notes = [line for line in lines if line.zone == Zone.FOOTNOTE]
    body = _without_running_heads(body)
    builder = _Builder(rules)
    body, tail = _tail_notes(body, rules)
    builder.add(paragraphs(body, rules))
    builder.footnotes([*notes, *tail])
    return Document(source, rules.code, tuple(builder.parts), (*problems, *builder.problems))


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Drop running heads of plain text: a symbol, or the title with it, at the head of a page or twice in the text."""
    symbol = re.compile(r"(?:[A-Z]{1,4})/(?:[A-Z.]+/)*\d[\w./()]*\d\)?")
    texts = "\n".join(line.text for line in lines[:14])
    kept = []
    for index, line in enumerate(lines):
        match = symbol.search(line.text)
        if index > 14 and match and (line.text[: match.start()] + line.text[match.end() :]).strip() in texts:
            rest = (line.text[: match.start()] + line.text[match.end() :]).strip()
            if line.first or not rest or len(rest) > 8:
                continue
        kept.append(line)
    return kept


def _tail_notes(lines: list[Line], rules: Rules) -> tuple[list[Line], list[Line]]:
    """Split off notes that stand at the end of the text: marked lines in sequence after the last paragraph."""
    pattern = rules.pattern("structure", "end_note")
    if pattern is None:
        return lines, []
    for index in range(len(lines)):
        match = pattern.match(lines[index].text)
        if (
            match
            and plain_label(_label(match)) in ("1", "*")
            and index > len(lines) // 3
            and _notes_follow(lines[index:], pattern)
        ):
            return lines[:index], [_as_note(line, pattern) for line in lines[index:]]
    return lines, []


def _notes_follow(lines: list[Line], pattern: re.Pattern[str]) -> bool:
    return sum(1 for line in lines if pattern.match(line.text)) * 2 >= len(lines)


def _label(match: re.Match[str]) -> str:
    return next(value for value in match.groups() if value)


def _as_note(line: Line, pattern: re.Pattern[str]) -> Line:
    match = pattern.match(line.text)
    if match is None:
        return replace(line, zone=Zone.FOOTNOTE, marks=())
    rest = cut(piece(line), match.end())
    label = plain_label(_label(match))
    runs = rest.runs or line.runs
    return Line(rest.text, line.page, Zone.FOOTNOTE, (Mark(0, 0, label),), rest.emphasis, runs)


@dataclass
class _Builder:
    rules: Rules
    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    front: int = 0
    preambular: int = 0
    operative: int = 0
    annexed: str = ""
    last: str = ""
    sub: str = ""
    headings: int = 0
    article: int = 0

    def add(self, found: Sequence[Paragraph]) -> None:
        for each in found:
            getattr(self, f"_{each.kind.value}")(each)

    def _emit(self, locator: str, kind: PartKind, text: Piece, label: str = "") -> None:
        name = locator
        used = {p.name for p in self.parts}
        if locator == "front":
            self.front += 1
            name = f"front.{self.front}"
        elif name in used:
            number = 2
            while f"{name}-{number}" in used:
                number += 1
            name = locator = f"{name}-{number}"
            self.problems.append(
                Problem("repeated-number", f"a second paragraph is numbered {label or locator}", locator)
            )
        self.parts.append(part(name, locator, kind, text, label))

    def _front(self, each: Paragraph) -> None:
        self._emit("front", PartKind.FRONT, each.text, each.label)

    def _title(self, each: Paragraph) -> None:
        self._emit("front", PartKind.TITLE, each.text, each.label)

    def _closing(self, each: Paragraph) -> None:
        self._emit("front", PartKind.CLOSING, each.text, each.label)

    def _heading(self, each: Paragraph) -> None:
        self.headings += 1
        self._emit(f"h{self.headings}", PartKind.HEADING, each.text, each.label)

    def _preambular(self, each: Paragraph) -> None:
        self.preambular += 1
        self.last, self.sub = f"{self.annexed}pp{self.preambular}", ""
        kind = PartKind.ANNEX if self.annexed else PartKind.PREAMBULAR
        self._emit(self.last, kind, each.text, each.label)

    def _operative(self, each: Paragraph) -> None:
        self.operative = each.number or self.operative + 1
        self.last, self.sub = f"{self.annexed}op{self.operative}", ""
        kind = PartKind.ANNEX if self.annexed else PartKind.OPERATIVE
        if self.annexed and self.article:
            self.last = f"{self.annexed}{self.article}" + (f".{each.number}" if each.number else "")
        elif self.annexed and each.number:
            self.last = f"{self.annexed}{each.number}"
        self._emit(self.last, kind, each.text, each.label)

    def _subparagraph(self, each: Paragraph) -> None:
        locator = f"{self.last}.{each.item}" if not each.nested or not self.sub else f"{self.sub}.{each.item}"
        if not each.nested:
            self.sub = locator
        self._emit(locator, PartKind.ANNEX if self.annexed else PartKind.SUBPARAGRAPH, each.text, each.label)

    def _annex(self, each: Paragraph) -> None:
        self.annexed, self.preambular, self.operative, self.article = "annex.", 0, 0, 0
        self._heading(each)

    def _article(self, each: Paragraph) -> None:
        self.article, self.operative = each.number, 0
        self._heading(each)

    def footnotes(self, lines: Sequence[Line]) -> None:
        """Add the footnotes: a line that begins with a mark begins one, the others go on."""
        label, pieces = "", list[Piece]()
        for line in lines:
            mark = line.marks[0] if line.marks and line.marks[0].start == 0 else None
            if mark:
                self._note(label, pieces)
                label, pieces = mark.label, [cut(piece(line), mark.end)]
                if mark.end == 0:
                    pieces = [Piece(line.text, (), line.emphasis, line.runs)]
            else:
                pieces.append(piece(line))
        self._note(label, pieces)

    def _note(self, label: str, pieces: list[Piece]) -> None:
        if not label:
            if pieces:
                self.problems.append(Problem("note-without-mark", "text at the page foot has no mark", "fn"))
            return
        self._emit(f"fn{label}", PartKind.FOOTNOTE, join(pieces), label)
