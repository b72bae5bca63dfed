"""Lines to paragraphs, and what each paragraph is.

Paragraphs are told by geometry or indents where the document has them, and else by its form: a number in sequence, a
verb that opens paragraphs after the mark that ends one, a line that is a paragraph by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from kg.language import Rules
from kg.numerals import Numerals
from kg.read.line import Line
from kg.read.pieces import Piece, cut, join, piece

ENDS = re.compile(r"[，,；;。.：:、?!]['”’)）》¹²³⁰⁴⁵⁶⁷⁸⁹*\]]*$|[，,；;。.：:].?[¹²³⁰⁴⁵⁶⁷⁸⁹]+$")
CLOSER = re.compile(r"[，,；;。：、》）)”’\]]")  # what never begins a paragraph
STOPS = re.compile(r"[；;。.：:][’”)）¹²³⁰⁴⁵⁶⁷⁸⁹*\]]*$")


class Role(StrEnum):
    """What a paragraph is; the value names the builder's method for it."""

    FRONT = "front"
    TITLE = "title"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    HEADING = "heading"
    CLOSING = "closing"
    ANNEX = "annex"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its role; ``number`` of an operative one, ``item`` (a letter or numeral) of a sub-paragraph."""

    kind: Role
    text: Piece
    label: str = ""
    number: int = 0
    item: str = ""
    nested: bool = False


def paragraphs(lines: Sequence[Line], rules: Rules) -> list[Paragraph]:
    """Return the paragraphs of a document's body in order."""
    organ = rules.pattern("structure", "organ_line")
    start = next((i for i, line in enumerate(lines) if organ and organ.fullmatch(line.text)), None)
    split = _head_end(lines, start, rules)
    found = _front(lines[:split], rules)
    texts = _group(lines[split:], rules)
    return found + _roles(texts, rules, spoken=start is not None)


def _head_end(lines: Sequence[Line], start: int | None, rules: Rules) -> int:
    """Return the index of the first line of the preamble (or of the first numbered paragraph)."""
    if start is not None:
        return start + 1
    openers = _openers(rules)
    for index, line in enumerate(lines):
        if index and (_sentence(line) or openers.match(line.text) or _number(line.text, rules) == 1):
            return index
    return len(lines)


def _sentence(line: Line) -> bool:
    return len(line.text) > 15 and bool(ENDS.search(line.text)) and not line.text.endswith(("：", ":"))


def _front(lines: Sequence[Line], rules: Rules) -> list[Paragraph]:
    """Return masthead, title and source line: the title is the numbered line, or the last line before the organ's."""
    label = rules.pattern("structure", "title_label")
    found: list[Paragraph] = []
    title = -1
    for index, line in enumerate(lines):
        match = label.match(line.text) if label else None
        if match and len(line.text) > match.end():
            title = index
            break
    organ = rules.pattern("structure", "organ_line")
    spoken = len(lines) - 1 if lines and organ and organ.fullmatch(lines[-1].text) else len(lines)
    if title < 0 and spoken > 0:
        skip = rules.pattern("structure", "not_title")
        choices = [i for i in range(spoken) if not (skip and skip.search(lines[i].text))]
        title = choices[-1] if choices else -1
    index = 0
    while index < len(lines):
        if index == title:
            end = index + 1
            while end < spoken and not _closed(lines[end], rules):
                end += 1
            whole = join(piece(line) for line in lines[index:end])
            match = label.match(whole.text) if label else None
            printed = match.group(0).strip() if match else ""
            found.append(Paragraph(Role.TITLE, cut(whole, match.end()) if match else whole, printed))
            index = end
            continue
        found.append(Paragraph(Role.FRONT, piece(lines[index])))
        index += 1
    return found


def _closed(line: Line, rules: Rules) -> bool:
    skip = rules.pattern("structure", "not_title")
    return bool(skip and skip.search(line.text))


@lru_cache(maxsize=16)
def _verbs(forms: tuple[str, ...], adverbs: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"
    before = "|".join(map(re.escape, sorted(adverbs, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?:(?:{before})\s?)*(?:{words})")


def _openers(rules: Rules) -> re.Pattern[str]:
    forms = tuple(str(f) for row in rules.rows("acts") for f in row.get("forms", ()))
    act = rules.table("act")
    return _verbs(forms, (*map(str, act.get("repetition", ())), *map(str, act.get("leads", ()))))


def _group(lines: Sequence[Line], rules: Rules) -> list[tuple[Piece, Line]]:
    """Join lines to paragraphs."""
    openers = _openers(rules)
    indented = _uses_indents(lines)
    single = not indented and _line_is_paragraph(lines)
    groups: list[list[Line]] = []
    number = 0
    for line in lines:
        value = _number(line.text, rules)
        new = not groups or _begins(line, groups[-1], rules, openers, indented, single, value, number)
        if new and value and (value == number + 1 or number == 0):
            number = value
        if new and (_is(line, "annex", rules) or _is(line, "article_line", rules)):
            number = 0
        if new:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [(join(piece(line) for line in group), group[0]) for group in groups]


def _begins(
    line: Line,
    group: list[Line],
    rules: Rules,
    openers: re.Pattern[str],
    indented: bool,
    single: bool,
    value: int,
    number: int,
) -> bool:
    before = group[-1].text
    if CLOSER.match(line.text):
        return False
    ended = bool(ENDS.search(before))
    if any(
        _is(line, name, rules)
        for name in ("date_line", "meeting_line", "annex", "heading_line", "organ_line", "article_line")
    ):
        return (
            ended
            or _is(group[-1], "annex", rules)
            or _is(group[-1], "date_line", rules)
            or _is(group[-1], "meeting_line", rules)
            or single
        )
    if any(
        _is(group[-1], name, rules)
        for name in ("date_line", "meeting_line", "annex", "heading_line", "organ_line", "article_line")
    ):
        return True
    if value and (value == number + 1 or (value == 1 and number != 1)) and (ended or single):
        return True
    if _item(line.text, rules) and (ended or single or before.endswith(("和", "及", "或", "and", "y", "et", "и"))):
        return True
    if single:
        return True
    opens = bool(openers.match(line.text)) or bool(line.emphasis and line.emphasis[0][0] < 8)
    if indented and not line.first:
        return line.indent >= 1.0 and ended and (line.size > 0 or not _deep(line)) and not _hangs(line, group)
    return ended and opens and (line.gap > 0)


def _deep(line: Line) -> bool:
    return line.indent > 24


def _hangs(line: Line, group: list[Line]) -> bool:
    """Tell whether a line goes on a paragraph that is indented as a whole."""
    return (
        len(group) > 1
        and all(abs(other.indent - line.indent) < 0.5 for other in group[-2:])
        and line.gap <= 1.1
        and line.size > 0
    )


def _uses_indents(lines: Sequence[Line]) -> bool:
    """Tell whether first lines are indented and others are not."""
    if not lines:
        return False
    deep = sum(1 for line in lines if line.indent >= 1)
    flush = sum(1 for line in lines if line.indent < 1)
    opened = [a for a, b in zip(lines[1:], lines, strict=False) if ENDS.search(b.text) and not a.first]
    shows = sum(1 for line in opened if line.indent >= 1)
    return deep > 0 and flush > len(lines) // 4 and shows * 3 >= len(opened)


def _line_is_paragraph(lines: Sequence[Line]) -> bool:
    """Tell whether each line is a paragraph: most end with a mark of punctuation."""
    texts = [line.text for line in lines if len(line.text) > 2]
    ended = sum(1 for text in texts if ENDS.search(text))
    return bool(texts) and ended * 10 >= len(texts) * 8


def _is(line: Line, name: str, rules: Rules) -> bool:
    pattern = rules.pattern("structure", name)
    return bool(pattern and pattern.fullmatch(line.text))


def _number(text: str, rules: Rules) -> int:
    pattern = rules.pattern("structure", "number")
    match = pattern.match(text) if pattern else None
    return _value(match, rules.numerals) if match else 0


def _value(match: re.Match[str], numerals: Numerals) -> int:
    try:
        return numerals.value(match["number"])
    except ValueError:
        return 0


def _item(text: str, rules: Rules) -> re.Match[str] | None:
    pattern = rules.pattern("structure", "item")
    return pattern.match(text) if pattern else None


def _numbered(texts: Sequence[tuple[Piece, Line]], rules: Rules) -> bool:
    """Tell whether there are numbered paragraphs before the next annex."""
    for text, line in texts:
        if _is(replace(line, text=text.text), "annex", rules):
            return False
        if _number(text.text, rules) == 1:
            return True
    return False


def _roles(texts: Sequence[tuple[Piece, Line]], rules: Rules, spoken: bool) -> list[Paragraph]:
    """Tell what each paragraph is; a text in which no organ speaks has no operative part but a numbered one."""
    found: list[Paragraph] = []
    numbered = _numbered(texts, rules)
    annexed = False
    operative = False
    closing = False
    letters: list[str] = []
    for index, (text, line) in enumerate(texts):
        whole = replace(line, text=text.text)
        if _is(whole, "annex", rules):
            found.append(Paragraph(Role.ANNEX, text))
            operative = closing = False
            annexed = True
            numbered = _numbered(texts[index + 1 :], rules)
            continue
        if annexed and _is(whole, "article_line", rules):
            match = rules.pattern("structure", "article_line").fullmatch(text.text)  # type: ignore[union-attr]
            assert match is not None
            found.append(Paragraph(Role.ARTICLE, text, "", rules.numerals.value(match["number"])))
            operative, letters = True, []
            continue
        if any(_is(whole, name, rules) for name in ("date_line", "meeting_line", "vote_line")):
            found.append(Paragraph(Role.CLOSING, text))
            closing = operative
            continue
        if _is(whole, "organ_line", rules):
            found.append(Paragraph(Role.HEADING if annexed else Role.FRONT, text))
            continue
        item = _item(text.text, rules)
        number = _number(text.text, rules)
        if number and not (item and item.end() > 0 and found and letters):
            match = rules.pattern("structure", "number").match(text.text)  # type: ignore[union-attr]
            assert match is not None
            found.append(Paragraph(Role.OPERATIVE, cut(text, match.end()), match[0].strip(), number))
            operative, letters = True, []
            continue
        if item and found and found[-1].kind in (Role.OPERATIVE, Role.SUBPARAGRAPH, Role.PREAMBULAR):
            paragraph, letters = _sub(text, item, letters, rules)
            found.append(paragraph)
            continue
        if _is(whole, "heading_line", rules) or (not ENDS.search(text.text) and len(text.text) < 40 and found):
            found.append(Paragraph(Role.CLOSING if closing else Role.HEADING, text))
            continue
        if closing:
            found.append(Paragraph(Role.CLOSING, text))
            continue
        if operative:
            found.append(Paragraph(Role.OPERATIVE, text))
            continue
        if annexed and STOPS.search(text.text):
            found.append(Paragraph(Role.OPERATIVE, text))
            operative, letters = True, []
            continue
        if spoken and not numbered and STOPS.search(text.text) and _only_stops(texts[index:], rules):
            found.append(Paragraph(Role.OPERATIVE, text))
            letters = []
            operative = True
            continue
        found.append(Paragraph(Role.PREAMBULAR, text))
        letters = []
    return _continued(found)


def _only_stops(texts: Sequence[tuple[Piece, Line]], rules: Rules) -> bool:
    """Tell whether every paragraph up to the next annex ends as operative ones do."""
    for text, line in texts:
        if _is(replace(line, text=text.text), "annex", rules):
            return True
        if not _stops_or_items(text.text, rules):
            return False
    return True


def _continued(found: list[Paragraph]) -> list[Paragraph]:
    """Join an unnumbered text after numbered paragraphs to the one before it: it goes on there."""
    numbered = any(p.kind == Role.OPERATIVE and p.number for p in found)
    if not numbered:
        return found
    joined: list[Paragraph] = []
    for each in found:
        last = joined[-1] if joined else None
        if (
            last
            and each.kind == Role.OPERATIVE
            and not each.number
            and last.kind in (Role.OPERATIVE, Role.SUBPARAGRAPH)
        ):
            joined[-1] = replace(last, text=join([last.text, each.text]))
        else:
            joined.append(each)
    return joined


def _stops_or_items(text: str, rules: Rules) -> bool:
    short = any(
        (pattern := rules.pattern("structure", name)) and pattern.fullmatch(text)
        for name in ("date_line", "meeting_line", "vote_line", "annex", "heading_line")
    )
    return bool(short or STOPS.search(text) or _item(text, rules) or len(text) < 30)


def _sub(text: Piece, item: re.Match[str], letters: list[str], rules: Rules) -> tuple[Paragraph, list[str]]:
    printed = item["item"]
    value = _latin(printed, letters, rules)
    nested = bool(letters) and _style(printed) != letters[0]
    if not letters:
        letters = [_style(printed)]
    elif not nested:
        letters = [letters[0], value]
    return Paragraph(
        Role.SUBPARAGRAPH, cut(text, item.end()), item[0].strip(), 0, value, nested
    ), letters if nested else [letters[0], value]


def _style(printed: str) -> str:
    """Tell the series that an item belongs to: letters, Roman numerals, Chinese numerals, stems, digits."""
    if printed in ("i", "v", "x"):
        return "roman" if printed == "i" else "letter"
    if re.fullmatch(r"[ivx]+", printed):
        return "roman"
    if re.fullmatch(r"[a-z]{1,2}", printed):
        return "letter"
    return (
        "digit"
        if printed.isdigit()
        else "stem"
        if printed[0] in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
        else "numeral"
    )


def _latin(printed: str, letters: list[str], rules: Rules) -> str:
    """Write an item's label in Latin letters: 甲 and 子 are a, 一 is i below a letter and a elsewhere."""
    for series in rules.table("structure").get("stems", ()):
        if printed in series:
            return chr(ord("a") + series.index(printed))
    if printed.isascii():
        return printed
    number = rules.numerals.value(printed)
    if letters and letters[0] != "numeral":
        from kg.numerals import to_roman

        return to_roman(number).lower()
    return chr(ord("a") + number - 1)
