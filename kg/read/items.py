"""Items of a paragraph: which depth a label stands at, and what the locator calls it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.labels import Label, Style, latin


@dataclass(frozen=True, slots=True)
class Placed:
    """The items that a label stands among, outermost first, itself last; ``skipped`` tells that a number is missing."""

    path: tuple[Label, ...]
    skipped: bool = False

    @property
    def locator(self) -> str:
        """The items' part of the locator: ``a.ii``."""
        return ".".join(latin(label, depth) for depth, label in enumerate(self.path))


def place(labels: Sequence[Label], path: Sequence[Label], opened: bool) -> Placed:
    """Return where an item stands, whose label may be read as ``labels``, after an item at ``path``.

    ``opened`` tells that the text before ended with a colon, so that a new series may begin below it.
    """
    first = next((label for label in _roman_first(labels) if label.value == 1), None)
    if opened and first:
        return Placed((*path, first))
    for depth in range(len(path) - 1, -1, -1):
        for label in labels:
            if label.follows(path[depth]):
                return Placed((*path[:depth], label))
    if first:
        return Placed(_opened(first, path))
    for depth in range(len(path) - 1, -1, -1):
        for label in labels:
            if _same(label, path[depth]) and label.value > path[depth].value:
                return Placed((*path[:depth], label), True)
    return Placed((labels[0],), True)


def _opened(first: Label, path: Sequence[Label]) -> tuple[Label, ...]:
    """Return where a series opens: below the item before, or anew where its own series stands already."""
    for depth, label in enumerate(path):
        if _same(first, label):
            return (*path[:depth], first)
    return (*path, first)


def _same(label: Label, other: Label) -> bool:
    return (label.style, label.row) == (other.style, other.row)


def _roman_first(labels: Sequence[Label]) -> list[Label]:
    return sorted(labels, key=lambda label: label.style != Style.ROMAN)
