"""Documents cited by symbol or by the number of a resolution or decision.

The forms of numbers are the UN's own and the same in every language: ``48/141`` (General Assembly since 1976, Human
Rights Council), ``3379(XXX)`` and ``498(V)`` (before), ``1373(2001)`` (Security Council), ``1996/31`` (Economic and
Social Council), ``S-21/2`` and ``ES-10/21`` (special sessions). Only the words around them differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.view import View
from kg.language import Rules
from kg.model import Kind, Mention
from kg.numerals import to_roman

# A symbol: series and sub-series between slashes; the last component must hold a digit ("A/67/457/Add.1").
SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/])(?:[A-Z][A-Z.]{0,9}|[A-Z]{2,}[A-Za-z]*)(?:/[A-Za-z0-9][A-Za-z0-9.\-]*(?:\s?\([0-9IVXLC]+\))?)*"
    r"/(?:[A-Za-z.\-]*[0-9][A-Za-z0-9.\-]*)(?:\s?\((?:\d{4}|[IVXLC]+)\))?(?:/[A-Z][A-Za-z]*\.?[0-9]+(?:/[A-Z][a-z]+\.[0-9]+)*)*"
    r"(?:\s?\((?:Part|Parts|Vol\.|Vols\.)\s?[IVX]+\))?"
)
SUFFIX = re.compile(r"(?P<name>Add|Corr|Rev|Amend|Summary)\.\s?(?P<number>\d+)")
ROMAN = r"[IVXLC]+"
FORMS = (
    ("council", r"(?P<a>\d{1,4})\s?\((?P<b>(?:19|20)\d\d)\)"),
    ("old", rf"(?P<a>\d{{1,4}})\s?(?P<letter>[A-Z])?\s?\((?P<b>(?:S-|ES-)?{ROMAN})\)"),
    ("special", r"(?P<a>S-\d{1,2}|ES-\d{1,2})/(?P<b>\d{1,3})\s?(?P<letter>[A-Z](?![A-Za-z]))?"),
    ("year", r"(?P<a>(?:19[4-9]|20[0-4])\d)/(?P<b>\d{1,3})(?!\d|年)"),
    ("session", r"(?P<a>\d{1,2})/(?P<b>\d{1,3})(?!\d|年)\s?(?P<letter>[A-Z](?![A-Za-z]))?"),
)
NUMBER = re.compile("|".join(f"(?P<{form}>{re.sub(r'[?]P<', f'?P<{form}_', text)})" for form, text in FORMS))


def find_symbols(view: View, rules: Rules) -> Iterator[Mention]:
    """Yield documents cited by symbol, with the addenda, corrigenda and revisions named after it."""
    for match in SYMBOL.finditer(view.text):
        symbol = clean_symbol(match[0])
        end = match.start() + len(match[0].rstrip(".-"))
        yield view.mention(match.start(), end, Kind.DOCUMENT, f"{rules.code}/document.symbol", symbol)
        yield from _suffixes(view, end, symbol, rules)


def clean_symbol(text: str) -> str:
    """Return a symbol as the UN writes it: no space before a year or session, one before a part.

    >>> clean_symbol("S/RES/1021 (1995)"), clean_symbol("A/CONF.157/24(Part I)")
    ('S/RES/1021(1995)', 'A/CONF.157/24 (Part I)')
    """
    text = re.sub(r"\s*\(", "(", text.rstrip(".-"))
    return re.sub(r"\((Part|Parts|Vol\.|Vols\.)\s?", r" (\1 ", text)


def _suffixes(view: View, position: int, symbol: str, rules: Rules) -> Iterator[Mention]:
    join, through = rules.pattern("documents", "suffix_join"), rules.pattern("documents", "suffix_range")
    if join is None or through is None:
        return
    name, last = "", 0
    while True:
        connector = join.match(view.text, position)
        ranged = through.match(view.text, position) if name else None
        head = connector or ranged
        if head is None:
            return
        suffix = SUFFIX.match(view.text, head.end())
        bare = re.compile(r"\d+").match(view.text, head.end()) if name and suffix is None else None
        if suffix is None and bare is None:
            return
        end = (suffix or bare).end()  # type: ignore[union-attr]
        number = int(suffix["number"] if suffix else bare[0])  # type: ignore[index]
        name = suffix["name"] if suffix else name
        first = last + 1 if ranged and connector is None else number
        for value in range(first, number + 1):
            base = re.sub(rf"/{name}\.\d+$", "", symbol)  # a corrigendum of an addendum keeps the addendum
            text = f"{base}/{name}.{value}"
            yield view.mention(head.end(), end, Kind.DOCUMENT, f"{rules.code}/document.suffix", text)
        position, last = end, number


def find_numbers(view: View, rules: Rules) -> Iterator[Mention]:
    """Yield documents cited by the number of a resolution or decision; which organ's is told when they are resolved."""
    text, table = view.text, rules.table("documents")
    lead, join = rules.compile(str(table["lead"]), "lead"), rules.compile(str(table["join"]), "join")
    unit = rules.compile(str(table["unit"]), "unit")
    chained = -1
    other = rules.pattern("documents", "not_before")
    covered = [(m.start(), m.end()) for m in SYMBOL.finditer(text)]
    for match in _numbers(text, rules):
        if any(start <= match.start() < end for start, end in covered):
            continue
        before = text[: match.start()]
        led = bool(re.search(f"(?:{lead.pattern})$", before))
        closed = unit.match(text, match.end())
        joined = chained >= 0 and bool(
            re.fullmatch(
                f"(?:{unit.pattern})?(?:{join.pattern})?(?:[^，。；]{{0,16}}日)?(?:{lead.pattern})?",
                text[chained : match.start()],
            )
        )
        form = str(match.lastgroup if match.re is NUMBER else "old")
        if other and other.match(text, match.end()):
            continue
        if form != "council" and not (led or closed or joined):
            continue
        chained = match.end()
        yield _numbered(view, match, form, rules)


def _numbers(text: str, rules: Rules) -> Iterator[re.Match[str]]:
    found = list(NUMBER.finditer(text))
    spelled = rules.pattern("documents", "spelled")  # 第二七五八(二十六)号
    found += list(spelled.finditer(text)) if spelled else []
    return iter(sorted(found, key=lambda m: m.start()))


def number_groups(match: re.Match[str], rules: Rules) -> dict[str, str]:
    """Return the groups of a number (``a``, ``b``, ``letter``), spelled out or in digits."""
    groups = {name.split("_")[-1]: value for name, value in match.groupdict().items() if "_" in name and value}
    return groups or {"a": str(rules.numerals.value(match["number"])), "b": _session(match["session"], rules)}


def _numbered(view: View, match: re.Match[str], form: str, rules: Rules) -> Mention:
    groups = number_groups(match, rules)
    kind = _type(view.text, match.end(), rules)
    end = match.end()
    return view.mention(
        match.start(), end, Kind.DOCUMENT, f"{rules.code}/document.{form}", "", form=form, type=kind, **groups
    )


def _session(text: str, rules: Rules) -> str:
    return to_roman(rules.numerals.value(text))


def _type(text: str, position: int, rules: Rules) -> str:
    """Tell a resolution from a decision by the first of the two words that follows in the sentence."""
    sentence = re.split(r"[。；]", text[position : position + 400])[0]
    places = {}
    for name in ("resolution", "decision"):
        pattern = rules.pattern("documents", name)
        found = pattern.search(sentence) if pattern else None
        if found:
            places[name] = found.start()
    return min(places, key=lambda name: places[name]) if places else "resolution"
