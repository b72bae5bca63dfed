"""Cutting and joining lines without losing where each character comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Mark, Part, PartKind, Run
from kg.read.fold import is_cjk
from kg.read.line import Line


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


def cut(whole: Piece, start: int) -> Piece:
    """Return a piece without its first ``start`` characters."""
    if start == 0:
        return whole
    runs = []
    for run in whole.runs:
        if run.end <= start:
            continue
        skip = max(0, start - run.start)
        source = min(run.source_start + skip, run.source_end)
        runs.append(Run(max(run.start - start, 0), run.end - start, run.page, source, run.source_end, run.box))
    return Piece(
        whole.text[start:],
        tuple(Mark(m.start - start, m.end - start, m.label) for m in whole.marks if m.start >= start),
        tuple((max(a - start, 0), b - start) for a, b in whole.emphasis if b > start),
        tuple(runs),
    )


def join(pieces: Iterable[Piece]) -> Piece:
    """Join pieces to one: without a space beside a CJK character, with one elsewhere, a hyphen at a line end undone."""
    text = ""
    marks: list[Mark] = []
    emphasis: list[tuple[int, int]] = []
    runs: list[Run] = []
    for each in pieces:
        if text and each.text:
            text, runs = _glue(text, each.text, runs)
        shift = len(text)
        text += each.text
        marks += [Mark(m.start + shift, m.end + shift, m.label) for m in each.marks]
        emphasis += [(a + shift, b + shift) for a, b in each.emphasis]
        runs += [Run(r.start + shift, r.end + shift, r.page, r.source_start, r.source_end, r.box) for r in each.runs]
    return Piece(text, tuple(marks), tuple(_merged(emphasis)), tuple(runs))


def _glue(text: str, following: str, runs: list[Run]) -> tuple[str, list[Run]]:
    if is_cjk(text[-1]) or is_cjk(following[0]) or not _spaced(text[-1], following[0]):
        return text, runs
    if text[-1] == "-" and text[-2:-1].isalpha() and following[0].islower():
        return text[:-1], [r if r.end < len(text) else _shorter(r) for r in runs]
    return text + " ", runs


def _shorter(run: Run) -> Run:
    return Run(run.start, run.end - 1, run.page, run.source_start, run.source_end, run.box)


def _spaced(last: str, first: str) -> bool:
    """Tell whether a line end stands for a space: not within a symbol or number that Chinese text broke."""
    return last not in "/(" and first not in "/)"


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
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
