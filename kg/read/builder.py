"""Gathers the parts of a document under names that are unique."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Part, PartKind, Problem
from kg.read.pieces import Piece, join, part


@dataclass
class _Entry:
    name: str
    locator: str
    kind: PartKind
    text: Piece
    label: str = ""


@dataclass
class Builder:
    """The parts told so far, in reading order, and what a person should look at."""

    problems: list[Problem] = field(default_factory=list)
    _entries: dict[str, _Entry] = field(default_factory=dict)
    _notes: dict[str, _Entry] = field(default_factory=dict)
    _fronts: int = 0
    _headings: int = 0

    def parts(self) -> tuple[Part, ...]:
        """Return the parts in reading order, footnotes last."""
        entries = [*self._entries.values(), *self._notes.values()]
        return tuple(
            part(entry.name, entry.locator, entry.kind, entry.text, entry.label) for entry in entries if entry.text.text
        )

    def problem(self, code: str, message: str, place: str) -> None:
        """Note something that a person should look at."""
        self.problems.append(Problem(code, message, place))

    def front(self, kind: PartKind, text: Piece, label: str = "") -> None:
        """Add a part of the front matter or a closing line."""
        self._fronts += 1
        name = f"front.{self._fronts}"
        self._entries[name] = _Entry(name, "front", kind, text, label)

    def heading(self, text: Piece) -> None:
        """Add a heading."""
        self._headings += 1
        name = f"h{self._headings}"
        self._entries[name] = _Entry(name, name, PartKind.HEADING, text)

    def add(self, locator: str, kind: PartKind, text: Piece, label: str = "") -> str:
        """Add a paragraph or item and return its locator, which is another where it is taken already."""
        if locator in self._entries:
            first, locator = locator, _free(locator, self._entries)
            self.problem("repeated-number", f"a second paragraph is numbered {label or first}", locator)
        self._entries[locator] = _Entry(locator, locator, kind, text, label)
        return locator

    def extend(self, locator: str, text: Piece) -> None:
        """Put a text behind a part; the part before takes it where that part is not there."""
        entry = self._entries.get(locator)
        if entry is None:
            entry = next(each for each in reversed(self._entries.values()))
        entry.text = join([entry.text, text])

    def note(self, label: str, text: Piece) -> None:
        """Add a footnote."""
        locator = f"fn{label}"
        if locator in self._notes:
            locator = _free(locator, self._notes)
        self._notes[locator] = _Entry(locator, locator, PartKind.FOOTNOTE, text, label)


def _free(locator: str, taken: dict[str, _Entry]) -> str:
    """Return a locator that is not taken: op5.bis, then op5.bis3."""
    free, count = f"{locator}.bis", 3
    while free in taken:
        free, count = f"{locator}.bis{count}", count + 1
    return free
