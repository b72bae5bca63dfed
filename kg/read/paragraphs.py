"""Lines to paragraphs: by geometry or indents where the document has them, else by the text's own form.

The text's own form is a number in sequence, a verb that opens paragraphs behind the mark that ends one, a line that is
a paragraph by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.read.cues import Cues, colon, ended, full_stop
from kg.read.labels import Label, Style, item_labels
from kg.read.line import Line
from kg.read.pieces import Piece, join, piece

_WIDE_GAP = 1.25  # a gap this much wider than the usual one parts paragraphs
_INDENT = 0.8  # ems by which a first line is indented at least
_SHORT = 3.0  # ems by which a line that ends a paragraph misses the right edge
_FULL_LINE = 0.6  # share of the length of the longer lines from which on a line is a full one
_PRINTED = 130  # half-width characters that no printed line holds
_CLOSER = re.compile(r"[，,；;。.：:、》）)”’\]]")  # what never begins a paragraph
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Block:
    """The text of a paragraph or heading and its first line; ``lines`` counts the lines that it was printed on."""

    text: Piece
    line: Line
    lines: int


def blocks(lines: Sequence[Line], cues: Cues) -> list[Block]:
    """Join lines to paragraphs and headings."""
    layout = _layout(lines, cues)
    splitter = _Splitter(cues, layout)
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if not groups or splitter.begins(line, groups[-1], following):
            groups.append([line])
            splitter.begin(line)
        else:
            groups[-1].append(line)
    words = vocabulary(lines)
    return [Block(join((piece(line) for line in group), words), group[0], len(group)) for group in groups]


def vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words inside lines, in lower case: what a hyphen at a line end is judged by."""
    if not any(line.text.endswith("-") for line in lines):
        return frozenset()
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line.text)[1:-1])


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a document sets its paragraphs: what ``indent`` and ``gap`` of its lines mean, if anything."""

    drawn: bool  # from a page's geometry
    right: float  # the column's right edge, points
    indented: bool  # first lines are indented, others are not
    base: float  # the indent of other lines
    spaced: bool  # paragraphs stand apart
    step: float  # the gap between lines of one paragraph
    whole: bool  # each line is a paragraph


def _layout(lines: Sequence[Line], cues: Cues) -> _Layout:
    drawn = any(line.box for line in lines)
    inner = [line for before, line in pairwise(lines) if not ended(before.text) and not line.first]
    outer = [line for before, line in pairwise(lines) if ended(before.text) and not line.first]
    rights = sorted(line.box.x1 for line in lines if line.box)
    if drawn:
        indented = sum(line.indent < 0.5 for line in lines) * 5 > len(lines)
        return _Layout(True, rights[len(rights) * 9 // 10], indented, 0.0, True, 1.0, False)
    whole = _line_is_paragraph(lines, cues)
    base = _most(line.indent for line in inner)
    step = _most(line.gap for line in inner)
    deeper = sum(line.indent >= base + 1 for line in outer)
    strays = sum(line.indent >= base + 1 for line in inner)
    indented = bool(inner) and deeper * 2 >= len(outer) and strays * 8 <= len(inner)
    wide = sum(line.gap > step for line in outer)
    spaced = bool(inner) and wide * 2 >= len(outer) and sum(line.gap > step for line in inner) * 8 <= len(inner)
    return _Layout(False, 0.0, indented, base, spaced, step, whole)


def _most(values: object) -> float:
    counts = Counter(values)  # type: ignore[call-overload]
    return max(counts, key=lambda value: (counts[value], -value)) if counts else 0.0


def _line_is_paragraph(lines: Sequence[Line], cues: Cues) -> bool:
    """Tell whether each line is a paragraph: hardly any full line without a mark at its end goes on below."""
    lengths = sorted(_width(line.text) for line in lines) or [0]
    longest = lengths[len(lengths) * 9 // 10]
    full = _FULL_LINE * longest
    unended = [
        (before, line)
        for before, line in pairwise(lines)
        if not ended(before.text) and not (before.marks and before.marks[-1].end == len(before.text))
    ]
    broken = sum(_width(before.text) >= full and not _starts(line.text, cues) for before, line in unended)
    if longest > _PRINTED:
        return broken * 12 <= len(lines)
    return bool(lines) and broken * 3 <= len(unended) and broken * 6 <= len(lines)  # the rest are headings


def _width(text: str) -> int:
    """Return the width of a text in half-width characters."""
    return len(text) + sum(char > "\u2e80" for char in text)


def _starts(text: str, cues: Cues) -> bool:
    """Tell whether a line begins as a paragraph or closing line does."""
    return cues.opens(text) or cues.closing(text)


class _Splitter:
    """Tells of each line whether it begins a paragraph; knows the numbers that went before."""

    def __init__(self, cues: Cues, layout: _Layout) -> None:
        self.cues, self.layout = cues, layout
        self.numbers: dict[Style, int] = {}
        self.articles = 0
        self.items: list[Label] = []
        self.emphatic = False  # paragraphs begin with emphasis

    def begin(self, line: Line) -> None:
        """Take note of a line that begins a paragraph."""
        if self._special(line.text) or self._article(line.text):
            found = self._article(line.text)
            self.articles = found or self.articles
            if self.cues.whole("annex", line.text):
                self.articles = 0
            self.numbers, self.items = ({} if self._resets(line.text) else self.numbers), []
        elif number := self.cues.number(line.text):
            self.numbers[number.style] = number.value
            self.items = []
        elif items := item_labels(line.text, self.cues.rules):
            self.items = [*self.items[-8:], *items]

    def begins(self, line: Line, group: Sequence[Line], following: Line | None) -> bool:
        """Tell whether a line begins a paragraph, or goes on the group before."""
        before = group[-1]
        if _CLOSER.match(line.text):
            return False
        done = ended(before.text)
        set_apart = self._set_apart(line, group)
        if self._special(before.text) and len(group) == 1:
            return True
        if self._special(line.text):
            return done or set_apart is not False or self._special(before.text)
        if self.layout.whole:
            return True
        if self._labelled(line, before, done, set_apart):
            return True
        if set_apart is not None:
            return set_apart
        if not done:
            return False
        return self.cues.opens(line.text) or bool(
            line.emphasis and line.emphasis[0][0] == 0 and self._bold_verbs(group)
        )

    def _bold_verbs(self, group: Sequence[Line]) -> bool:
        return bool(group[0].emphasis)

    def _special(self, text: str) -> bool:
        """Tell whether a line stands alone in any document: the organ's, a closing line, a heading."""
        cues = self.cues
        return cues.whole("organ_line", text) or cues.closing(text) or self._resets(text) or cues.whole("heading", text)

    def _resets(self, text: str) -> bool:
        return self.cues.whole("annex", text) or any(
            self.cues.whole(name, text) for name in ("article", "part_line", "organ_line")
        )

    def _article(self, text: str) -> int:
        found = self.cues.head("article", text)
        if found is None:
            return 0
        try:
            return self.cues.rules.numerals.value(found["number"])
        except ValueError:
            return 0

    def _labelled(self, line: Line, before: Line, done: bool, set_apart: bool | None) -> bool:
        """Tell whether a line begins with a label that goes on a series, or opens one."""
        number = self.cues.number(line.text)
        if number:
            last = self.numbers.get(number.style, 0)
            near = number.value == last + 1 or (number.value == 1 and (colon(before.text) or full_stop(before.text)))
            skips = last < number.value < last + 4  # a number is missing, or its line was not told
            return (near and (done or bool(set_apart))) or (bool(set_apart) and done and skips)
        if (
            self._article(line.text)
            and self._article(line.text) == self.articles + 1
            and done
            and set_apart is not False
        ):
            return True
        items = item_labels(line.text, self.cues.rules)
        linked = done or self.cues.somewhere("item_link", before.text)
        if not items or not (linked or set_apart):
            return False
        opens = any(item.value == 1 for item in items) and (colon(before.text) or bool(set_apart) or done)
        return opens or any(item.follows(other) for item in items for other in self.items) or set_apart is True

    def _set_apart(self, line: Line, group: Sequence[Line]) -> bool | None:
        """Tell by the layout whether a line begins a paragraph; None where the layout does not say."""
        layout, before = self.layout, group[-1]
        if layout.drawn:
            return self._drawn_apart(line, group)
        if line.first:
            return None
        if layout.spaced and line.gap != layout.step:
            return line.gap > layout.step and (ended(before.text) or line.gap > layout.step + 1)
        if layout.indented:
            return line.indent >= layout.base + 1 and ended(before.text)
        return False if layout.spaced and line.gap == layout.step and not self._flat(line) else None

    def _flat(self, line: Line) -> bool:
        return self.cues.number(line.text) is not None or bool(item_labels(line.text, self.cues.rules))

    def _drawn_apart(self, line: Line, group: Sequence[Line]) -> bool | None:
        before = group[-1]
        done = ended(before.text)
        if not line.first and line.gap >= _WIDE_GAP:
            return True
        if not line.first and line.gap < 0.3:
            return False
        if line.size and before.size and abs(line.size - before.size) > 0.15 * before.size and not line.first:
            return True
        deeper = line.indent - before.indent
        if self.layout.indented and line.indent >= _INDENT:
            hangs = deeper > 0.3 and len(group) == 1 and not self._short(before)
            return done and not hangs if not self._hanging(line, group) else False
        if deeper < -_INDENT and len(group) > 1 and done:
            return True
        if line.first:
            return None
        return False if self._short(before) is False or not done else None

    def _hanging(self, line: Line, group: Sequence[Line]) -> bool:
        """Tell whether a line goes on an item whose lines all stand to the right of its label."""
        if len(group) > 1:
            return (
                abs(group[-1].indent - line.indent) < 0.3
                and abs(group[0].indent - line.indent) > 0.3
                and not self._short(group[-1])
            )
        return (
            bool(item_labels(group[0].text, self.cues.rules))
            and line.indent > group[0].indent + 0.3
            and not self._short(group[0])
        )

    def _short(self, line: Line) -> bool:
        return line.box is not None and line.box.x1 < self.layout.right - _SHORT * line.size
