"""Names of treaties, instruments and bodies: those that authority data know, and those that their form betrays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kg.authority import Authority, Entry
from kg.extract.view import View
from kg.language import Rules
from kg.model import Kind, Mention

NAMED = (Kind.TREATY, Kind.INSTRUMENT, Kind.BODY)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name found in a text; of overlapping ones the higher ``rank``, then the longer, then the earlier stays."""

    start: int
    end: int
    kind: Kind
    rule: str
    rank: int
    value: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


def find_names(view: View, rules: Rules, authority: Authority) -> Iterator[Mention]:
    """Yield names of treaties, instruments and bodies, each in its full extent and none inside another."""
    candidates = [*_known(view.text, rules, authority), *_formed(view.text, rules)]
    candidates = [c for c in candidates if not _excluded(view.text, c, rules)]
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.rank, c.start - c.end, c.start)):
        if all(candidate.end <= other.start or other.end <= candidate.start for other in kept):
            kept.append(candidate)
    for c in sorted(kept, key=lambda c: c.start):
        if c.kind in NAMED:
            yield view.mention(c.start, c.end, c.kind, f"{rules.code}/{c.rule}", c.value, **c.details)


def _known(text: str, rules: Rules, authority: Authority) -> Iterator[Candidate]:
    index = _index(authority, rules.code)
    position = 0
    while position < len(text):
        for label, entry in index.get(text[position : position + 2].casefold(), ()):
            if text[position : position + len(label)].casefold() == label:
                yield Candidate(position, position + len(label), entry.kind, f"{entry.kind}.known", 3, entry.path)
                break
        position += 1


@lru_cache(maxsize=8)
def _index(authority: Authority, code: str) -> dict[str, list[tuple[str, Entry]]]:
    index: dict[str, list[tuple[str, Entry]]] = {}
    for label, entries in authority.labels.get(code, {}).items():
        if len(entries) == 1 and entries[0].kind in NAMED and len(label) > 1:
            index.setdefault(label[:2], []).append((label, entries[0]))
    for found in index.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return index


def _formed(text: str, rules: Rules) -> Iterator[Candidate]:
    """Yield names by their form: each row of ``[[names]]`` is a pattern, a kind, a rank and a name of the rule."""
    for number, row in enumerate(rules.rows("names")):
        pattern = rules.compile(str(row["pattern"]), f"[[names]] {number + 1}")
        for match in pattern.finditer(text):
            group = "name" if "name" in pattern.groupindex else 0
            start, end = match.span(group)
            if end > start:
                yield Candidate(
                    start, end, _kind(row), str(row["rule"]), int(row.get("rank", 0)), "", _details(match, row)
                )


def _kind(row: Mapping[str, Any]) -> Kind:
    return Kind(row["kind"]) if row["kind"] != "none" else Kind.TITLE


def _details(match: re.Match[str], row: Mapping[str, Any]) -> dict[str, str]:
    details = {name: text for name, text in match.groupdict().items() if text and name != "name"}
    return details | {str(k): str(v) for k, v in row.get("details", {}).items()}


def _excluded(text: str, candidate: Candidate, rules: Rules) -> bool:
    """Tell whether the words around a name show that it is another thing: ``[[names_not]]`` rows."""
    name = text[candidate.start : candidate.end]
    for number, row in enumerate(rules.rows("names_not")):
        place = f"[[names_not]] {number + 1}"
        if not rules.compile(str(row["name"]), place).fullmatch(name):
            continue
        if "before" in row and rules.compile(f"(?:{row['before']})$", place).search(text[: candidate.start]):
            return True
        if "after" in row and rules.compile(str(row["after"]), place).match(text, candidate.end):
            return True
        if "before" not in row and "after" not in row:
            return True
    return False
