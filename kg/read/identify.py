"""The language of a document, from its script and, where languages share one, its frequent words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.errors import DocumentError
from kg.language import FOLDER, Rules, rules_of
from kg.read.line import Line

_SCRIPT = 0.2  # share of a text's letters that must be of the language's script; tables and mastheads hold others
_WORDS = 0.12  # share of its words that must be frequent words of the language: running text has about a third
_WORD = re.compile(r"[^\W\d_]+")


def identify(lines: Sequence[Line], rules: Sequence[Rules] = (), name: str = "document") -> Rules:
    """Return the rules of the language that a text is in; DocumentError where it is in none that is known.

    ``rules`` are the languages to choose from, by default those that are shipped. Of these some may be known for their
    structure alone: a text in one of them is refused, too, unless it was asked for.
    """
    text = "\n".join(line.text for line in lines)
    choices = rules or known_languages()
    letters = sum(1 for char in text if char.isalpha()) or 1
    words = Counter(word.lower() for word in _WORD.findall(text))
    scores = {language.code: _score(language, text, letters, words) for language in choices}
    best = max(choices, key=lambda language: (scores[language.code], language.code), default=None)
    if best is None or scores[best.code] <= 0.0:
        codes = ", ".join(sorted(language.code for language in choices))
        raise DocumentError(name, "the text is in no known language", advice=f"languages with rules are: {codes}")
    if not rules and not best.rows("acts"):
        advice = "languages with rules are: " + ", ".join(sorted(each.code for each in choices if each.rows("acts")))
        raise DocumentError(name, f"the text is in a language without rules ({best.code})", advice=advice)
    return best


def known_languages() -> list[Rules]:
    """Return the rules of every shipped language, in the order of their codes."""
    return [found for path in sorted(FOLDER.glob("??.toml")) if (found := rules_of(path.stem))]


def _score(language: Rules, text: str, letters: int, words: Counter[str]) -> float:
    """Return how much of a text a language claims, from 0 to 2; 0 where that is not enough."""
    table = language.table("identify")
    script, foreign = str(table.get("script", "(?!)")), table.get("foreign")
    share = len(re.findall(script, text)) / letters
    if share < _SCRIPT or (foreign and len(re.findall(str(foreign), text)) / letters > share / 20):
        return 0.0
    frequent = [str(word) for word in table.get("words", ())]
    if not frequent:
        return share
    spoken = sum(words[word] for word in frequent) / (sum(words.values()) or 1)
    return share * spoken if spoken >= _WORDS else 0.0
