"""A part's text as the rules see it: without footnote marks, with a map back to the part."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Kind, Mention, Part


@dataclass(frozen=True, slots=True)
class View:
    """A part, its text without footnote marks, and for each character its offset in the part's text."""

    part: Part
    text: str
    offsets: tuple[int, ...]

    def mention(self, start: int, end: int, kind: Kind, rule: str, value: str = "", **details: str) -> Mention:
        """Return the mention of the view's characters ``start`` to ``end``."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        surface = self.part.text[first:last]
        kept = tuple(sorted((name, text) for name, text in details.items() if text))
        return Mention(self.part.name, first, last, kind, surface, rule, value, kept)

    def find(self, offset: int) -> int:
        """Return the view's position of an offset in the part's text: of the next character that is no mark."""
        for position, original in enumerate(self.offsets):
            if original >= offset:
                return position
        return len(self.text)


def view_of(part: Part) -> View:
    """Take the marks out of a part's text."""
    if not part.marks:
        return View(part, part.text, tuple(range(len(part.text))))
    marked = {offset for mark in part.marks for offset in range(mark.start, mark.end)}
    offsets = tuple(offset for offset in range(len(part.text)) if offset not in marked)
    return View(part, "".join(part.text[offset] for offset in offsets), offsets)
