"""The performative verb that opens a paragraph.

Published documents print the verb in bold or italics, so emphasis at the head of a paragraph shows where it is; the
language's table of verbs says which act it performs, and finds it alone where there is no emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extract.view import View
from kg.language import Rules
from kg.model import Kind, Mention, PartKind

OPENING = {PartKind.PREAMBULAR, PartKind.OPERATIVE}


def find_act(view: View, rules: Rules) -> Iterator[Mention]:
    """Yield the act of a preambular or operative paragraph, or of one in an annexed declaration.

    A verb in emphasis that no table knows is yielded with an empty value: the resolve stage reports it.
    """
    annexed = view.part.kind == PartKind.ANNEX and re.match(r"annex\.(?:pp|op)", view.part.locator)
    if view.part.kind not in OPENING and not annexed:
        return
    for start in _starts(view, rules):
        found = _verb(view.text, start, rules)
        if found:
            begin, end, verb, rule = found
            yield view.mention(begin, end, Kind.ACT, f"{rules.code}/{rule}", verb)
            return
    for first, last in view.part.emphasis[:1]:
        begin, end = view.find(first), view.find(last)
        if begin < end and begin < 24:
            yield view.mention(begin, end, Kind.ACT, f"{rules.code}/act.emphasis")


def _starts(view: View, rules: Rules) -> list[int]:
    """Return where the verb may begin: the paragraph's head, behind set phrases, where emphasis begins."""
    starts = [0]
    leads = sorted((str(lead) for lead in rules.table("act").get("leads", ())), key=len, reverse=True)
    for lead in leads:
        if view.text.startswith(lead):
            starts.insert(0, len(lead) + (view.text[len(lead) : len(lead) + 1] in "，,"))
            break
    if view.part.emphasis:
        first = view.find(view.part.emphasis[0][0])
        if first < 40 and first not in starts:
            starts.append(first)
    return starts


@lru_cache(maxsize=16)
def _tables(rules: Rules) -> tuple[re.Pattern[str], dict[str, str], list[tuple[re.Pattern[str], str]]]:
    forms = {str(form): str(row["verb"]) for row in rules.rows("acts") for form in row.get("forms", ())}
    repetition = sorted((str(word) for word in rules.table("act").get("repetition", ())), key=len, reverse=True)
    adverbs = "|".join(map(re.escape, repetition)) or r"(?!)"
    verbs = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or r"(?!)"
    whole = re.compile(rf"(?P<adverb>(?:(?:{adverbs})\s?)*?)(?P<verb>{verbs})")
    patterns = [
        (rules.compile(str(text), f"[[acts]] {row['verb']}"), str(row["verb"]))
        for row in rules.rows("acts")
        for text in row.get("patterns", ())
    ]
    return whole, forms, patterns


def _verb(text: str, start: int, rules: Rules) -> tuple[int, int, str, str] | None:
    whole, forms, patterns = _tables(rules)
    best = whole.match(text, start)
    if best:
        return start, best.end(), forms[best["verb"]], "act.verb"
    matches = [(m, verb) for pattern, verb in patterns if (m := pattern.match(text, start))]
    if matches:
        match, verb = min(matches, key=lambda pair: (pair[0].end(), -len(pair[1])))
        return start, match.end(), verb, "act.frame"
    return None


def find_requests(view: View, rules: Rules) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and act of each verb of request anywhere in a paragraph."""
    verbs = {str(k): str(v) for k, v in rules.table("request").get("verbs", {}).items()}
    if not verbs:
        return
    words = "|".join(map(re.escape, sorted(verbs, key=len, reverse=True)))
    guard = str(rules.table("request").get("not_before", "")) or "(?!)"
    for match in re.finditer(f"(?:{words})", view.text):
        if not re.search(f"(?:{guard})$", view.text[: match.start()]):
            yield match.start(), match.end(), verbs[match[0]]
