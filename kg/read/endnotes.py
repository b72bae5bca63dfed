"""Footnotes among the lines of the text, where no rule parts them: below a paragraph, or after the last one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.model import Mark
from kg.read.cues import Cues, ended
from kg.read.line import Line, Zone
from kg.read.pieces import cut, piece

_STRONG = re.compile(
    r"\[(?P<bracketed>\d{1,3}|\*+)\]\s*(?:[↑^]\s*)?|(?P<slashed>\d{1,3})/(?!\w)\s*|(?P<raised>[⁰¹²³⁴-⁹]{1,3})\s*|"
    r"(?P<circled>[①-⑳])\s*|(?P<sign>\*{1,4}|[†‡])\s*(?![*†‡])|(?:(?P<up>\d{1,3})\.?\s*)?[↑^]\s*"
)
_FORMS = (("[", "bracketed"), ("/", "slashed"), ("^", "raised"), ("①", "circled"), ("*", "sign"))
_WEAK = re.compile(r"(?P<label>\d{1,3})(?=[一-鿿《]| [^\W\d])\s*")
_TAIL = re.compile(r"(?:\((?P<round>\d{1,3})\)|(?P<label>\d{1,3})[.．、]?(?!\d))\s*")


@dataclass(frozen=True, slots=True)
class Notes:
    """The text of a document without the notes that stood in it, the notes, and the forms of their marks.

    ``forms`` holds a character for each way in which the notes print their marks: ``[``, ``/``, ``(`` or ``1``.
    """

    body: tuple[Line, ...]
    notes: tuple[Line, ...]
    forms: frozenset[str] = frozenset()


def cut_notes(lines: Sequence[Line], cues: Cues, known: Sequence[Line] = ()) -> Notes:
    """Take out the notes that stand among the lines of the text; ``known`` are those found at the foot of pages."""
    finder = _Finder(cues, lines, known)
    body: list[Line] = []
    for line in lines:
        if not finder.takes(line, body[-1] if body else None):
            body.append(line)
    return Notes(tuple(body), tuple(finder.notes), frozenset(finder.forms))


class _Finder:
    """Walks through the lines and keeps the notes."""

    def __init__(self, cues: Cues, lines: Sequence[Line], known: Sequence[Line]) -> None:
        self.cues = cues
        self.text = ""
        self.notes: list[Line] = []
        self.forms: set[str] = set()
        self.open = False
        self.known = bool(known)
        self.closed = False  # the closing lines were read
        self.drawn = any(line.box for line in lines)
        self.starred = any(re.search(r"[^\s*]\*", line.text) for line in lines)

    def takes(self, line: Line, before: Line | None) -> bool:
        """Tell whether a line is one of a note, and keep it as such."""
        if any(self.cues.whole(name, line.text) for name in ("annex", "organ_line", "heading", "part_line")):
            self.closed = self.open = False
        if self.cues.whole("date_line", line.text) or self.cues.whole("meeting_line", line.text):
            self.closed, self.open = True, False
            return False
        if self.cues.whole("notes_heading", line.text):
            self.closed = True
            return True
        found = self._begins(line, before)
        if found:
            label, end, form = found
            whole = cut(piece(line), end)
            runs = whole.runs or line.runs
            self.notes.append(
                replace(line, text=whole.text, zone=Zone.FOOTNOTE, marks=(Mark(0, 0, label), *whole.marks),
                        emphasis=whole.emphasis, runs=runs)
            )  # fmt: skip
            self.forms.add(form)
            self.open = True
            return True
        if self.open and self._goes_on(line):
            self.notes.append(replace(line, zone=Zone.FOOTNOTE))
            return True
        self.open = False
        self.text += line.text + "\n"
        return False

    def _begins(self, line: Line, before: Line | None) -> tuple[str, int, str] | None:
        """Return the mark with which a note begins here, where its text begins, and the form of the mark."""
        if before is None or not (ended(before.text) or self.closed or self.open):
            return None
        if self.known and not self.closed:
            return None
        strong = _STRONG.match(line.text)
        if strong and strong.end() < len(line.text):
            return self._strong(strong)
        found = (_TAIL if self.closed else _WEAK).match(line.text)
        if found is None or found.end() == len(line.text):
            return None
        label = found["label"] or found["round"]
        if label != self._expected() or not self._cited(label, line.text[found.end() :]):
            return None
        return label, found.end(), "1" if found["label"] else "("

    def _strong(self, found: re.Match[str]) -> tuple[str, int, str] | None:
        form = next((form for form, name in _FORMS if found[name]), "[")
        label = next((found[name] for _, name in _FORMS if found[name]), "") or found["up"] or self._expected()
        label = unicodedata.normalize("NFKC", label)
        if label.isdigit() and not (self.closed or label in (self._expected(), "1")):
            return None
        if not label.isdigit() and not self.closed and not self.starred:
            return None
        return label, found.end(), form

    def _expected(self) -> str:
        labels = [int(line.marks[0].label) for line in self.notes if line.marks and line.marks[0].label.isdigit()]
        return str(labels[-1] + 1 if labels else 1)

    def _cited(self, label: str, rest: str) -> bool:
        """Tell whether a number before a line is a note's: its words are, or the text has the mark."""
        if self.cues.head("note", rest):
            return True
        if f"({label})" in self.text:
            return True
        inline = re.search(rf"[^\W\d_]{label}(?=[\s,.;:)]|$)|[,.;:)»”’]{label}(?=\s|$)", self.text)
        han = re.search(rf"[》”)、，。；一-鿿]{label}(?=[一-鿿，。；、）)]|$)", self.text)
        return bool(inline or (han and self.closed))

    def _goes_on(self, line: Line) -> bool:
        if self.closed:
            return True
        last = self.notes[-1]
        if ended(last.text) or self.cues.number(line.text):
            return False
        return not self.drawn or abs(line.size - last.size) < 0.5
