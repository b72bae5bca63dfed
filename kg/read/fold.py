"""Folding: many codings of one printed character become one, with a map back to where each came from.

Producers of PDFs write 大 as a Kangxi radical, 1465 in full-width digits, or put a space between Han and digit; the
rules of a language need to know none of this. Chinese punctuation keeps its form (，；：。、！？《》“”), as do
superscript digits, which are footnote marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Radicals that Unicode gives no decomposition, as the characters that they are printed as. Only those that stand for a
# whole character: a PDF whose font shares a glyph between the two may name either.
_RADICALS = {
    "\u2e81": "厂", "\u2e84": "乙", "\u2e86": "冂", "\u2e88": "刀", "\u2e8a": "卜", "\u2e8c": "小", "\u2e8d": "小",
    "\u2e8e": "兀", "\u2e92": "巳", "\u2e93": "幺", "\u2e9c": "日", "\u2e9d": "月", "\u2e9e": "歹", "\u2ea0": "民",
    "\u2ea7": "牛", "\u2ea9": "王", "\u2eac": "示", "\u2eb6": "羊", "\u2ebb": "聿", "\u2ec1": "虎", "\u2ec3": "西",
    "\u2ec4": "西", "\u2ec5": "见", "\u2ec6": "角", "\u2ec9": "贝", "\u2ecb": "车", "\u2ed1": "長", "\u2ed3": "长",
    "\u2ed4": "门", "\u2ed7": "雨", "\u2ed8": "青", "\u2ed9": "韦", "\u2eda": "页", "\u2edb": "风", "\u2edc": "飞",
    "\u2edd": "食", "\u2ee2": "马", "\u2ee3": "骨", "\u2ee4": "鬼", "\u2ee5": "鱼", "\u2ee6": "鸟", "\u2ee7": "卤",
    "\u2ee8": "麦", "\u2ee9": "黄", "\u2eea": "黾", "\u2eeb": "斉", "\u2eec": "齐", "\u2eed": "歯", "\u2eee": "齿",
    "\u2eef": "竜", "\u2ef0": "龙", "\u2ef1": "龜", "\u2ef2": "亀",
}  # fmt: skip
# Blocks whose compatibility decomposition is the character meant.
_DECOMPOSED = (
    (0x2474, 0x2488),  # parenthesized digits
    (0x2E80, 0x2FD6),  # radicals
    (0x3220, 0x3244),  # parenthesized ideographs
    (0xF900, 0xFB00),  # CJK compatibility ideographs
    (0x2F800, 0x2FA20),  # and their supplement
    (0xFB00, 0xFB07),  # Latin ligatures
    (0xFB50, 0xFDFE),  # Arabic presentation forms A
    (0xFE10, 0xFE1A),  # vertical forms
    (0xFE30, 0xFE70),  # CJK compatibility forms, small forms
    (0xFE70, 0xFEFD),  # Arabic presentation forms B
    (0xFF02, 0xFF5F),  # full-width ASCII
    (0xFF61, 0xFF66),  # half-width CJK punctuation
    (0xFFE0, 0xFFE7),  # full-width signs
)
_KEPT = "，；：！？～"  # full-width, but the form that Chinese prints
_SPACES = "\t\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
_HYPHENS = {"\u2010": "-", "\u2011": "-", "\ufe63": "-", "\u2215": "/", "\u2044": "/"}
_CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f"
_CJK = (
    r"\u2e80-\u2fdf\u3001-\u30ff\u3100-\u312f\u31a0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\uff01\uff0c\uff1a\uff1b\uff1f\uff5e\U00020000-\U0003ffff"
)
_BREAKS = "\n\r\f\x85\u2028\u2029"


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for start, end in _DECOMPOSED:
        for code in range(start, end):
            char = chr(code)
            form = unicodedata.normalize("NFKC", char)
            # Isolated Arabic marks decompose to a space and the mark: the mark alone is meant.
            table[char] = form.strip() or form if code >= 0xFB50 else form
    table |= _RADICALS | _HYPHENS | dict.fromkeys(_SPACES, " ")
    for char in re.findall(f"[{_UNSEEN}{_CONTROLS}]", "".join(map(chr, range(0x10000)))):
        table.setdefault(char, "")
    table |= dict.fromkeys(_KEPT, "")
    return {char: form for char, form in table.items() if char != form and char not in _KEPT}


_FOLDED = _table()
_NEED = re.compile(  # whatever makes a line differ from its folded form; most lines have nothing of it
    "[" + re.escape("".join(_FOLDED)) + "\u0300-\u036f\u0653-\u0655]"
    rf"|[{_CJK}] | [{_CJK}]|  |^ | $|[{_BREAKS}] | [{_BREAKS}]"
)
_SPACE = re.compile(r" +")
_IS_CJK = re.compile(f"[{_CJK}]")
_SOFT_END = re.compile(rf"\u00ad(?=[ \t]*(?:$|[{_BREAKS}]))")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its characters, the index of the character of the source that it came from."""

    text: str
    source: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the source behind ``text[start:end]``; an empty range where that is empty."""
        if start >= end:
            at = self.source[start] if start < len(self.source) else (self.source[-1] + 1 if self.source else 0)
            return at, at
        return self.source[start], self.source[end - 1] + 1


def fold(text: str) -> Folded:
    """Return the text with compatibility forms, spaces and invisible characters folded, and its map to the source.

    Runs of spaces become one space, and none beside a CJK character or mark of punctuation, nor at the ends of the
    text or of a line in it: count an indent before. Line ends and form feeds stay. A soft hyphen vanishes, but where
    it ends a line it was printed and becomes a hyphen.
    """
    if _is_plain(text) or _NEED.search(text) is None:
        return Folded(text, range(len(text)))
    chars, source = _fold_chars(_SOFT_END.sub("-", text))
    return _fold_spaces(chars, source)


def _is_plain(text: str) -> bool:
    """Tell quickly of most lines of English that there is nothing to fold."""
    return text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "


def fold_text(text: str) -> str:
    """Return the folded text alone."""
    return fold(text).text


def is_cjk(char: str) -> bool:
    """Tell whether a character is Han, kana or CJK punctuation, beside which no space counts."""
    return _IS_CJK.match(char) is not None


def _fold_chars(text: str) -> tuple[list[str], list[int]]:
    """Return the folded characters, spaces still as they are, and the source index of each."""
    chars: list[str] = []
    source: list[int] = []
    for index, char in enumerate(text):
        form = _FOLDED.get(char, char)
        if len(form) == 1:
            if chars and _combines(form):
                whole = unicodedata.normalize("NFC", chars[-1] + form)
                if len(whole) == 1:
                    chars[-1] = whole
                    continue
            chars.append(form)
            source.append(index)
        else:
            chars.extend(form)
            source.extend([index] * len(form))
    return chars, source


def _combines(char: str) -> bool:
    return "\u0300" <= char <= "\u036f" or "\u0653" <= char <= "\u0655"


def _fold_spaces(chars: list[str], source: list[int]) -> Folded:
    text = "".join(chars)
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for space in _SPACE.finditer(text):
        start, end = space.span()
        kept.append(text[at:start])
        places.extend(source[at:start])
        if start and end < len(text) and not _swallows(text[start - 1]) and not _swallows(text[end]):
            kept.append(" ")
            places.append(source[start])
        at = end
    kept.append(text[at:])
    places.extend(source[at:])
    return Folded("".join(kept), tuple(places))


def _swallows(char: str) -> bool:
    return char in _BREAKS or _IS_CJK.match(char) is not None


def compose(folded: Folded, source: Sequence[int]) -> Folded:
    """Return ``folded`` with its map led on through ``source``, the map of the text that was folded."""
    return Folded(folded.text, tuple(source[index] for index in folded.source))
