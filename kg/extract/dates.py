"""Dates: whole, elided, in lists and ranges, recurring; their values are EDTF (level 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.view import View
from kg.language import Rules
from kg.model import Kind, Mention

FIRST = ("full", "month_of_year", "decade", "year_only", "recurring")
NEXT = ("full", "month_of_year", "next_month_day", "day_before", "next_day", "next_year")


@dataclass(frozen=True, slots=True)
class Date:
    """A date with the units that are known; ``until`` is the last year where it is a span of years."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: str = ""
    until: int | None = None

    @property
    def edtf(self) -> str:
        """The date in EDTF: ``2012-12-20``, ``--06-26``, ``199X``, ``2011/2020``."""
        if self.decade:
            return f"{self.decade}X"
        if self.until:
            return f"{self.year:04}/{self.until:04}"
        year = f"{self.year:04}" if self.year else "-"
        return year + (f"-{self.month:02}" if self.month else "") + (f"-{self.day:02}" if self.day else "")


def find_dates(view: View, rules: Rules) -> Iterator[Mention]:
    """Yield the dates of a text, one mention each; a range is one mention."""
    position = 0
    while position < len(view.text):
        first = _next_first(view.text, position, rules)
        if first is None:
            return
        chain, joins = _chain(view.text, first, rules)
        yield from _mentions(view, chain, joins, rules)
        position = chain[-1].end


def _next_first(text: str, position: int, rules: Rules) -> Date | None:
    found = [date for name in FIRST if (date := _search(text, position, name, rules))]
    before = rules.pattern("dates", "day_before")
    if before and (match := before.search(text, position)):
        # "6月20、21日" begins with a month whose day has no unit of its own
        month = rules.pattern("dates", "month_before")
        if month and (head := month.search(text, position, match.start())) and head.end() == match.start():
            value = rules.numerals.value
            year = value(head["year"]) if head["year"] else None
            found.append(Date(head.start(), match.end(), year, value(head["month"]), value(match["day"])))
    return min(found, key=lambda date: (date.start, -date.end), default=None)


def _search(text: str, position: int, name: str, rules: Rules) -> Date | None:
    pattern = rules.pattern("dates", name)
    match = pattern.search(text, position) if pattern else None
    return _date(match.start(), match.end(), match.groupdict(), rules) if match else None


def _date(start: int, end: int, groups: dict[str, str | None], rules: Rules) -> Date:
    def number(name: str) -> int | None:
        text = groups.get(name)
        return rules.numerals.value(text) if text else None

    year, until = number("year"), number("range") or number("until")
    if until is not None and until < 100 and year is not None:
        until += year - year % 100  # "2017/18"
    return Date(start, end, year, number("month"), number("day"), groups.get("decade") or "", until)


def _chain(text: str, first: Date, rules: Rules) -> tuple[list[Date], list[bool]]:
    """Return the dates that hang together, and for each but the first whether it ends a range."""
    dates, joins = [first], []
    join, ranged = rules.pattern("dates", "join"), rules.pattern("dates", "range")
    while join and ranged and (connector := join.match(text, dates[-1].end)):
        following = _following(text, connector.end(), dates[-1], rules)
        if following is None:
            break
        dates.append(following)
        joins.append(bool(ranged.fullmatch(connector[0])))
    return dates, joins


def _following(text: str, position: int, last: Date, rules: Rules) -> Date | None:
    for name in NEXT:
        pattern = rules.pattern("dates", name)
        match = pattern.match(text, position) if pattern else None
        if match is None:
            continue
        date = _date(match.start(), match.end(), match.groupdict(), rules)
        if date.year is None and last.month is None:
            return None  # a day after a mere year is no part of it
        year = date.year or last.year
        return replace(date, year=year, month=date.month or (last.month if date.day and not date.year else None))
    return None


def _mentions(view: View, chain: list[Date], joins: list[bool], rules: Rules) -> Iterator[Mention]:
    skip = False
    for index, date in enumerate(chain):
        if skip:
            skip = False
            continue
        ranged = index < len(joins) and joins[index]
        end, value, form = date.end, date.edtf, "date.single"
        if ranged:
            end, value, form, skip = chain[index + 1].end, f"{value}/{chain[index + 1].edtf}", "date.range", True
        if value.startswith("-"):
            form = "date.recurring"
        yield view.mention(date.start, end, Kind.DATE, f"{rules.code}/{form}", value)
