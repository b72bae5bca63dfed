"""Articles, paragraphs and chapters of an instrument, lists and ranges spelled out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.view import View
from kg.language import Rules
from kg.model import Kind, Mention


def find_provisions(view: View, rules: Rules) -> Iterator[Mention]:
    """Yield a mention for each provision; its value is the designation (``art. 12 para. 3``)."""
    pattern, own = rules.pattern("provisions", "list"), rules.pattern("provisions", "own")
    if pattern is None:
        return
    units = {str(k): str(v) for k, v in rules.table("provisions").get("units", {}).items()}
    for match in pattern.finditer(view.text):
        before = view.text[max(0, match.start() - 12) : match.start()]
        if own and rules.compile(f"(?:{rules.table('provisions')['own']})$", "own").search(before):
            continue
        unit = units.get(match["unit"])
        if unit is None:
            continue
        end, tails = _tails(view.text, match.end(), match["unit"], rules)
        if match["letter"]:
            tails = [f" ({match['letter']})"]
        numbers = _numbers(match["list"], rules)
        for index, number in enumerate(numbers):
            for tail in tails if index == len(numbers) - 1 else [""]:
                designation = f"{unit} {number}{tail}"
                rule = f"{rules.code}/provision.{unit.rstrip('.')}"
                yield view.mention(match.start(), end, Kind.PROVISION, rule, designation, designation=designation)


def _numbers(text: str, rules: Rules) -> list[int]:
    """Spell out a list such as ``第19至21和23``."""
    number, through = rules.pattern("provisions", "number"), rules.pattern("provisions", "range")
    assert number is not None and through is not None
    values: list[int] = []
    last = 0
    for match in number.finditer(text):
        value = rules.numerals.value(match[0])
        between = text[last : match.start()]
        if values and through.search(between) and 0 < value - values[-1] < 200:
            values.extend(range(values[-1] + 1, value + 1))
        else:
            values.append(value)
        last = match.end()
    return values


def _tails(text: str, end: int, unit: str, rules: Rules) -> tuple[int, list[str]]:
    """Read what follows the last number: paragraphs of the article, letters."""
    tails = [""]
    paragraph, letter = rules.pattern("provisions", "paragraph_after"), rules.pattern("provisions", "letter_after")
    article = rules.pattern("provisions", "article_unit")
    if paragraph and article and article.fullmatch(unit) and (match := paragraph.match(text, end)):
        tails, end = [f" para. {number}" for number in _numbers(match["list"], rules)], match.end()
    if letter and (match := letter.match(text, end)):
        letters = [_letter(each, rules) for each in re.findall(r"[(](\w)[)]", match["letters"])]
        tails, end = [*tails[:-1], *(f"{tails[-1]} ({each})" for each in letters)], match.end()
    return end, tails


def _letter(printed: str, rules: Rules) -> str:
    """Write the label of an item in Latin letters: 甲 and 子 are a."""
    for series in rules.table("structure").get("stems", ()):
        if printed in series:
            return chr(ord("a") + series.index(printed))
    return printed
