"""Traditional Chinese to simplified, character by character: official gazettes print UN documents in either.

The UN itself prints simplified characters, which the rules of the language use. One character becomes one, so that
every offset still leads back to the source. OpenCC (Apache-2.0) holds the table of characters.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kg.read.line import Line

ENOUGH = 0.02  # share of the characters; simplified text has next to none that only traditional text uses


def simplified(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines in simplified characters where the text is traditional, else as they are."""
    chars = {char for line in lines for char in line.text if "\u3400" <= char <= "\U0003ffff"}
    if not chars:
        return tuple(lines)
    table = {char: _simple(char) for char in chars if _simple(char) != char}
    text = "".join(line.text for line in lines)
    if sum(1 for char in text if char in table) < ENOUGH * len(text):
        return tuple(lines)
    codes = str.maketrans(table)
    return tuple(replace(line, text=line.text.translate(codes)) for line in lines)


@functools.cache
def _simple(char: str) -> str:
    converted: str = _converter().convert(char)
    return converted if len(converted) == 1 else char


@functools.cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")
