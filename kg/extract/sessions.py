"""Sessions named in a text; whose session it is, is told when bodies are resolved."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.view import View
from kg.language import Rules
from kg.model import Kind, Mention


def find_sessions(view: View, rules: Rules) -> Iterator[Mention]:
    """Yield a mention for each session; its value is the number with ``S-`` or ``ES-`` before that of a special one."""
    pattern, more = rules.pattern("sessions", "ordinal"), rules.pattern("sessions", "more")
    if pattern is None:
        return
    special = {str(k): str(v) for k, v in rules.table("sessions").get("special", {}).items()}
    for match in pattern.finditer(view.text):
        prefix = special.get(match["special"] or "", "")
        numbers = [match["number"]]
        if more:
            numbers += [m["number"] for m in more.finditer(match["more"] or "")]
        for text in numbers:
            value = f"{prefix}{rules.numerals.value(text)}"
            yield view.mention(*match.span(), Kind.SESSION, f"{rules.code}/session.ordinal", value)
