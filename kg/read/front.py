"""The head of a document: masthead, title with its number, source line, and where the text itself begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import PartKind
from kg.read.cues import Cues, colon, ended
from kg.read.line import Line
from kg.read.paragraphs import vocabulary
from kg.read.pieces import Piece, cut, join, piece, stretch

Head = tuple[PartKind, Piece, str]
"""A part of the front matter: its kind, its text, and the label printed before a title."""

_LONG = 16  # characters from which on a line of the head that ends with a stop is text
_MOST = 4  # lines that a title has at most where nothing else tells its end


def split_head(lines: Sequence[Line], cues: Cues) -> int:
    """Return the index of the first line of the text: behind the organ's name, or else a first paragraph."""
    for index, line in enumerate(lines):
        if cues.whole("annex", line.text):
            break
        if cues.whole("organ_line", line.text):
            return index + 1
    titled = _numbered_title(lines, cues)
    for index, line in enumerate(lines):
        if index and index != titled and len(line.text) >= _LONG and ended(line.text) and not colon(line.text):
            return index
        if index == titled or (cues.somewhere("front_line", line.text) and not cues.opens(line.text)):
            continue
        number = cues.number(line.text)
        if number and number.value == 1 and not cues.head("title_label", line.text):
            return index
        if index and cues.opens(line.text) and _is_text(line, lines[index + 1 : index + 2]):
            return index
    return len(lines)


def _is_text(line: Line, following: Sequence[Line]) -> bool:
    """Tell whether a line that begins with a verb is text, and no title: text goes on or ends with a mark."""
    return ended(line.text) or len(line.text) >= _LONG or bool(following and ended(following[0].text))


def split_organ(lines: Sequence[Line], cues: Cues) -> list[Line]:
    """Part the organ's name from the first paragraph where one line holds both."""
    found: list[Line] = []
    for line in lines:
        match = cues.head("organ_line", line.text)
        if match and match.end() < len(line.text) and cues.opens(line.text[match.end() :].lstrip()):
            halves = stretch(piece(line), 0, match.end()), cut(piece(line), match.end())
            found += [
                replace(line, text=half.text, marks=half.marks, emphasis=half.emphasis, runs=half.runs)
                for half in halves
            ]
        else:
            found.append(line)
    return found


def head(lines: Sequence[Line], cues: Cues) -> list[Head]:
    """Tell masthead, title and source line; the title has a number, or is what no masthead says."""
    spoken = next((i for i, line in enumerate(lines) if cues.whole("organ_line", line.text)), len(lines))
    start, end, label = _title(lines, spoken, cues)
    found: list[Head] = [(PartKind.FRONT, piece(line), "") for line in lines[:start]]
    if start < end:
        words = vocabulary(lines)
        text = cut(join((piece(line) for line in lines[start:end]), words), len(label))
        lead = len(text.text) - len(text.text.lstrip())
        found.append((PartKind.TITLE, cut(text, lead), label.strip()))
    found += [(PartKind.FRONT, piece(line), "") for line in lines[max(start, end) :]]
    return found


def _title(lines: Sequence[Line], spoken: int, cues: Cues) -> tuple[int, int, str]:
    """Return where the title begins and ends among the lines, and the label before it."""
    start = _numbered_title(lines[:spoken], cues)
    if start >= 0:
        label = cues.head("title_label", lines[start].text)
        end = start + 1
        alone = label is not None and label.end() == len(lines[start].text)
        while end < spoken and _goes_on(lines[end - 1], lines[end], alone, cues):
            end, alone = end + 1, False
        return start, end, label[0] if label else ""
    free = [i for i in range(spoken) if not cues.somewhere("front_line", lines[i].text)]
    if not free:
        return spoken, spoken, ""
    end = start = free[-1]
    while start - 1 in free and end - start < _MOST and _goes_on(lines[start - 1], lines[start], False, cues):
        start -= 1
    return start, end + 1, ""


def _numbered_title(lines: Sequence[Line], cues: Cues) -> int:
    """Return the index of the line that begins with the resolution's number before its title, -1 where none does."""
    for index, line in enumerate(lines):
        match = cues.head("title_label", line.text)
        if match is None or cues.whole("organ_line", line.text):
            continue
        rest = line.text[match.end() :].strip()
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if rest and not cues.somewhere("front_line", line.text):
            return index
        if (
            not rest
            and following
            and not cues.somewhere("front_line", following)
            and not cues.whole("organ_line", following)
        ):
            return index
    return -1


def _goes_on(before: Line, line: Line, alone: bool, cues: Cues) -> bool:
    """Tell whether a title goes on over a line: set in the same way and close by, or, in plain text, no masthead."""
    if before.box is None or line.box is None:
        heads = cues.somewhere("front_line", line.text) or cues.whole("heading", line.text)
        return not heads and (alone or line.gap <= max(before.gap, 1.0))
    same = abs(before.size - line.size) < 0.1 * before.size and bool(before.emphasis) == bool(line.emphasis)
    return same and line.gap < 1.9 and not cues.whole("organ_line", line.text) and not line.text.startswith(("[", "("))
