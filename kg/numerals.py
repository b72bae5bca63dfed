"""Numbers as UN documents write them: Arabic digits, Roman numerals, Chinese numerals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def to_roman(number: int) -> str:
    """Write a number from 1 to 3999 as a Roman numeral.

    >>> to_roman(26)
    'XXVI'
    """
    text = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


@dataclass(frozen=True)
class Numerals:
    """The numerals of a language: single digits, multipliers (ten, hundred) and contracted tens."""

    digits: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    tens: Mapping[str, int] = field(default_factory=dict)

    def value(self, text: str) -> int:
        """Return the number written in ``text``; ValueError where it is none.

        Both ways of writing are read: by place (一八二一 is 1821) and by multipliers (六十八 is 68).
        """
        if text.isascii() and text.isdigit():
            return int(text)
        if text and all(letter in self.digits for letter in text):
            return int("".join(str(self.digits[letter]) for letter in text))
        return self._multiplied(text)

    def _multiplied(self, text: str) -> int:
        total, pending, seen = 0, 0, False
        for letter in text:
            seen = True
            if letter in self.digits:
                pending = self.digits[letter]
            elif letter in self.tens:
                total, pending = total + 10 * self.tens[letter], 0
            elif letter in self.units:
                total, pending = total + (pending or 1) * self.units[letter], 0
            else:
                raise ValueError(f"no numeral: {text}")
        if not seen:
            raise ValueError("no numeral: empty")
        return total + pending
