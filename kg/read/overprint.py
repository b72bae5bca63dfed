"""Overprint: bold that was made by printing a glyph several times, a hair apart, in one place."""

from __future__ import annotations

from collections.abc import Sequence

NEAR = 0.45  # a repetition is shifted by at most this share of the glyph's width
_OVERLAP = 0.3  # ems by which glyphs must overlap to look closer: kerning stays below


def overlap(lefts: Sequence[float], rights: Sequence[float], size: float) -> bool:
    """Tell whether any glyph begins well before the one before it ends."""
    room = _OVERLAP * size
    return any(left < right - room for left, right in zip(lefts[1:], rights, strict=False))


def collapse(
    texts: Sequence[str], lefts: Sequence[float], rights: Sequence[float], emphatic: list[bool], size: float
) -> list[int]:
    """Return which glyphs of a line are kept, from left to right, and mark those in ``emphatic`` that were repeated.

    A glyph is a repetition where the same character stands within a fraction of its width. A word that is really
    doubled stands beside itself, at least a whole width apart, and stays.
    """
    order = sorted(range(len(texts)), key=lambda index: lefts[index])
    kept: list[int] = []
    for index in order:
        first = _repeated(index, kept, texts, lefts, rights)
        if first is None:
            kept.append(index)
        elif not texts[index].isspace():
            emphatic[first] = True
    return kept


def _repeated(
    index: int, kept: list[int], texts: Sequence[str], lefts: Sequence[float], rights: Sequence[float]
) -> int | None:
    """Return the kept glyph that this one repeats."""
    for other in reversed(kept[-6:]):
        if texts[other] == texts[index]:
            width = max(rights[other] - lefts[other], 0.1)
            if lefts[index] - lefts[other] <= NEAR * width:
                return other
    return None
