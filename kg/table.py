"""Tables for the terminal, aligned also where Chinese characters take two columns each."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence

_GAP = "  "
_NARROWEST = 8  # columns: a cell is never cut below this
_ELLIPSIS = "…"


@functools.lru_cache(maxsize=4096)
def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> width("abc"), width("酷刑"), width("e\u0301")
    (3, 4, 1)
    """
    return sum(map(_char_width, text))


def cut(text: str, columns: int) -> str:
    """Shorten a text to a number of columns, with an ellipsis where something is left out.

    >>> cut("禁止酷刑公约", 7)
    '禁止酷…'
    """
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for char in text:
        used += _char_width(char)
        if used > columns - 1:
            break
        kept.append(char)
    return "".join(kept) + _ELLIPSIS


def table(header: Sequence[str], rows: Sequence[Sequence[str]], columns: int | None = None) -> str:
    """Return rows under a header as aligned lines, at most ``columns`` wide where that is given.

    The widest cells are cut first. Line breaks and tabs in a cell become spaces.
    """
    cells = [[" ".join(cell.split()) for cell in row] for row in (header, *rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    if columns is not None:
        widths = _fit(widths, columns - len(_GAP) * (len(widths) - 1))
    lines = [_line(row, widths) for row in cells]
    lines.insert(1, _GAP.join("─" * each for each in widths))
    return "\n".join(lines)


def _fit(widths: Sequence[int], room: int) -> list[int]:
    """Narrow the widest columns, all to one limit, until they fit or are as narrow as can be."""
    limit = max(widths, default=0)
    while limit > _NARROWEST and sum(min(each, limit) for each in widths) > room:
        limit -= 1
    return [min(each, limit) for each in widths]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    shown = [cut(cell, each) for cell, each in zip(row, widths, strict=True)]
    padded = [cell + " " * (each - width(cell)) for cell, each in zip(shown, widths, strict=True)]
    return _GAP.join(padded).rstrip()
