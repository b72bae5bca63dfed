"""Registrations in the United Nations Treaty Series: volume and number, 'ibid.' left to the resolve stage."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.view import View
from kg.language import Rules
from kg.model import Kind, Mention


def find_registrations(view: View, rules: Rules) -> Iterator[Mention]:
    """Yield ``UNTS volume/number`` of each citation of the Treaty Series.

    A citation that begins with 'ibid.' has the detail ``ibid``: it is one only if the note before cites the series.
    """
    taken: list[range] = []
    for name in ("registration", "ibid"):
        pattern = rules.pattern("treaty_series", name)
        for match in pattern.finditer(view.text) if pattern else ():
            if any(match.start() in span for span in taken):
                continue
            taken.append(range(*match.span()))
            number = match["number"] + (f"-{match['last']}" if match["last"] else "")
            value = f"UNTS {match['volume']}/{number}"
            ibid = "yes" if name == "ibid" else ""
            yield view.mention(
                *match.span(),
                Kind.UNTS,
                f"{rules.code}/unts.{name}",
                value,
                volume=match["volume"],
                number=number,
                ibid=ibid,
            )
