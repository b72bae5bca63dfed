"""Cues: what the words and marks of a language say about a line's place in a document."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.language import Rules
from kg.read.labels import Label, number_label

_CLOSERS = r"[”’\"'」』》»)）\]⁰¹²³⁴-⁹*]*"
_ENDED = re.compile(rf"[，,；;。.：:!！?？…،؛؟۔]{_CLOSERS}$")
_STOPPED = re.compile(rf"[；;。.：:!！?？؛؟۔]{_CLOSERS}$")
_COMMA = re.compile(rf"[，,،]{_CLOSERS}$")
_COLON = re.compile(rf"[：:]{_CLOSERS}$|[：:]\s?[-–—]$")
_FULL = re.compile(rf"[。.!！?？؟۔]{_CLOSERS}$")


def ended(text: str) -> bool:
    """Tell whether a text ends as a paragraph may: with a mark of punctuation, closing quotes and marks aside."""
    return _ENDED.search(text) is not None


def stopped(text: str) -> bool:
    """Tell whether a text ends with more than a comma."""
    return _STOPPED.search(text) is not None


def comma(text: str) -> bool:
    """Tell whether a text ends with a comma, as the paragraphs of a preamble do."""
    return _COMMA.search(text) is not None


def colon(text: str) -> bool:
    """Tell whether a text ends with a colon: items follow."""
    return _COLON.search(text) is not None


def full_stop(text: str) -> bool:
    """Tell whether a text ends with a full stop."""
    return _FULL.search(text) is not None


class Cues:
    """The patterns of one language's ``[structure]`` table; a pattern that it lacks never matches."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._patterns: dict[str, re.Pattern[str] | None] = {}
        self.opener = _opener(rules)

    def pattern(self, name: str) -> re.Pattern[str] | None:
        """Return the pattern of that name, None where the language has none."""
        if name not in self._patterns:
            self._patterns[name] = self.rules.pattern("structure", name)
        return self._patterns[name]

    def whole(self, name: str, text: str) -> bool:
        """Tell whether a whole line is what the pattern describes."""
        pattern = self.pattern(name)
        return pattern is not None and pattern.fullmatch(text) is not None

    def head(self, name: str, text: str) -> re.Match[str] | None:
        """Return what the pattern finds at the head of a text."""
        pattern = self.pattern(name)
        return pattern.match(text) if pattern else None

    def somewhere(self, name: str, text: str) -> bool:
        """Tell whether the pattern is found in a text."""
        pattern = self.pattern(name)
        return pattern is not None and pattern.search(text) is not None

    def opens(self, text: str) -> bool:
        """Tell whether a text begins as a paragraph does: with a verb of the language, adverbs before it allowed."""
        return self.opener.match(text) is not None

    def number(self, text: str) -> Label | None:
        """Return the number that a text begins with; without any mark behind it only before an opening verb."""
        label = number_label(text, self.rules)
        if label is None and text[:1].isdigit():
            bare = number_label(text, self.rules, bare=True)
            label = bare if bare and self.opens(text[bare.end :]) else None
        return label

    def closing(self, text: str) -> bool:
        """Tell whether a line is one of those that follow the last paragraph: date, meeting, vote."""
        return any(self.whole(name, text) for name in ("date_line", "meeting_line", "vote_line"))


@lru_cache(maxsize=32)
def _verbs(forms: tuple[str, ...], adverbs: tuple[str, ...], pattern: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"
    before = "|".join(map(re.escape, sorted(adverbs, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?:(?:{before})[，,]?\s?)*(?:{words}|{pattern or '(?!)'})")


def _opener(rules: Rules) -> re.Pattern[str]:
    forms = tuple(str(form) for row in rules.rows("acts") for form in row.get("forms", ()))
    act = rules.table("act")
    adverbs = (*map(str, act.get("repetition", ())), *map(str, act.get("leads", ())))
    patterns = [str(text) for row in rules.rows("acts") for text in row.get("patterns", ())]
    patterns += [text] if (text := str(rules.table("structure").get("opening", ""))) else []
    return _verbs(forms, adverbs, "|".join(f"(?:{rules.fill(text)})" for text in patterns))
