"""The language of a document, from the share of its characters that each language's script and words claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.errors import DocumentError
from kg.language import FOLDER, Rules, rules_of
from kg.read.line import Line

ENOUGH = 0.15  # share of the letters; running text of a language has far more


def identify(lines: Sequence[Line], rules: Sequence[Rules] = (), name: str = "document") -> Rules:
    """Return the rules of the language that claims most of a text; DocumentError where none claims enough."""
    text = "".join(line.text for line in lines)
    letters = sum(1 for char in text if char.isalpha()) or 1
    choices = rules or [found for path in sorted(FOLDER.glob("*.toml")) if (found := rules_of(path.stem))]
    best, share = None, 0.0
    for language in choices:
        claimed = re.findall(str(language.table("identify").get("letters", "(?!)")), text)
        if len(claimed) / letters > share:
            best, share = language, len(claimed) / letters
    if best is None or share < ENOUGH:
        known = ", ".join(sorted(language.code for language in choices))
        raise DocumentError(name, "the text is in no known language", advice=f"languages with rules are: {known}")
    return best
