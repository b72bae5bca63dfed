"""Cutting and joining lines without losing where each character comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Mark, Part, PartKind, Run
from kg.read.fold import is_cjk
from kg.read.line import Line

_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with its marks, emphasis and runs: a line, or a part of one, or several joined."""

    text: str
    marks: tuple[Mark, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    runs: tuple[Run, ...] = ()


def piece(line: Line) -> Piece:
    """Return a line's text as a piece."""
    return Piece(line.text, line.marks, line.emphasis, line.runs)


def stretch(whole: Piece, start: int, end: int) -> Piece:
    """Return the part of a piece from ``start`` to ``end``; marks that it would cut are left out."""
    if start <= 0 and end >= len(whole.text) and all(mark.end > mark.start for mark in whole.marks):
        return whole
    return Piece(
        whole.text[start:end],
        tuple(Mark(m.start - start, m.end - start, m.label) for m in whole.marks if start <= m.start < m.end <= end),
        tuple((max(a, start) - start, min(b, end) - start) for a, b in whole.emphasis if a < end and b > start),
        tuple(_run(run, start, end) for run in whole.runs if run.start < end and run.end > start),
    )


def cut(whole: Piece, start: int) -> Piece:
    """Return a piece without its first ``start`` characters."""
    return stretch(whole, start, len(whole.text))


def _run(run: Run, start: int, end: int) -> Run:
    """Return the part of a run; its box and, where the run is no plain copy, its source stay those of the whole."""
    first, last = max(run.start, start), min(run.end, end)
    source_start, source_end = run.source_start, run.source_end
    if run.end - run.start == source_end - source_start:
        source_start, source_end = source_start + first - run.start, source_start + last - run.start
    return Run(first - start, last - start, run.page, source_start, source_end, run.box)


def mark_at(whole: Piece, start: int, end: int, shown: str, label: str) -> Piece:
    """Put a footnote mark, printed as ``shown``, in the place of ``text[start:end]``."""
    runs = stretch(whole, start, end).runs
    where = runs[0] if runs else None
    run = () if where is None else (Run(0, len(shown), where.page, where.source_start, runs[-1].source_end, where.box),)
    mark = Piece(shown, (Mark(0, len(shown), label),), (), run)
    return concat([stretch(whole, 0, start), mark, stretch(whole, end, len(whole.text))])


def concat(pieces: Iterable[Piece]) -> Piece:
    """Put pieces side by side as they are."""
    text = ""
    marks: list[Mark] = []
    emphasis: list[tuple[int, int]] = []
    runs: list[Run] = []
    for each in pieces:
        shift = len(text)
        text += each.text
        marks += [Mark(m.start + shift, m.end + shift, m.label) for m in each.marks]
        emphasis += [(a + shift, b + shift) for a, b in each.emphasis]
        runs += [Run(r.start + shift, r.end + shift, r.page, r.source_start, r.source_end, r.box) for r in each.runs]
    return Piece(text, tuple(marks), tuple(_merged(emphasis)), tuple(runs))


def join(pieces: Iterable[Piece], words: frozenset[str] = _NO_WORDS) -> Piece:
    """Join lines to one text: nothing between them beside a CJK character, a space elsewhere.

    A hyphen at a line end stays, unless ``words``, those of the document, hold the word without it and not with it.
    """
    parts: list[Piece] = []
    for each in pieces:
        if not each.text:
            continue
        if parts:
            _glue(parts, each.text, words)
        parts.append(each)
    return parts[0] if len(parts) == 1 else concat(parts)


def _glue(parts: list[Piece], following: str, words: frozenset[str]) -> None:
    last = parts[-1].text
    if is_cjk(last[-1]) or is_cjk(following[0]) or last[-1] in "/(" or following[0] in "/)":
        return
    if last[-1] == "-" and last[-2:-1].isalpha():
        before, after = last[:-1].split(" ")[-1].lower(), _first_word(following)
        if following[0].islower() and before + after in words and f"{before}-{after}" not in words:
            parts[-1] = stretch(parts[-1], 0, len(last) - 1)
        return
    parts.append(Piece(" "))


def _first_word(text: str) -> str:
    end = next((i for i, char in enumerate(text) if not (char.isalpha() or char == "-")), len(text))
    return text[:end].lower()


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join ranges that touch, or between which there is but a space."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and merged[-1][1] >= start:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def part(name: str, locator: str, kind: PartKind, whole: Piece, label: str = "") -> Part:
    """Return a part of a document from its text."""
    return Part(name, locator, kind, whole.text, label, whole.marks, whole.emphasis, whole.runs)
