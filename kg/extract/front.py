"""What masthead, title, source line and closing lines say of the document itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.dates import find_dates
from kg.extract.documents import NUMBER, SYMBOL, clean_symbol, number_groups
from kg.extract.view import View
from kg.language import Rules
from kg.model import Kind, Mention, PartKind

FRONT = {PartKind.FRONT, PartKind.TITLE, PartKind.CLOSING}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
OWN_SYMBOL = re.compile(r"^(?:(?:A|S|E|A/HRC)/(?:RES|DEC|PRST|HRC)/|S/PRST/)")


def find_front(views: Sequence[View], rules: Rules) -> Iterator[Mention]:
    """Yield symbol, title, date of adoption and meeting; each from the place that is most explicit."""
    front = [view for view in views if view.part.kind in FRONT]
    yield from _first(_titles(front, rules))
    yield from _first(_symbols(front, rules))
    yield from _first(_adoptions(front, rules))
    yield from _first(_meetings(front, rules))


def _first(mentions: Iterator[Mention]) -> list[Mention]:
    return list(mentions)[:1]


def _titles(front: Sequence[View], rules: Rules) -> Iterator[Mention]:
    number = rules.pattern("structure", "number_title")
    for view in front:
        if number and number.fullmatch(view.text):
            continue  # a number is no title: resolutions of the Security Council have none
        if view.part.kind == PartKind.TITLE and view.text:
            yield view.mention(0, len(view.text), Kind.TITLE, f"{rules.code}/title.printed", view.text)


def _symbols(front: Sequence[View], rules: Rules) -> Iterator[Mention]:
    """Yield the symbol as printed: in the masthead, else the number before the title (its organ is told later)."""
    for view in front:
        for printed in SYMBOL.finditer(view.text):
            if OWN_SYMBOL.match(printed[0]):
                symbol = clean_symbol(printed[0])
                yield view.mention(*printed.span(), Kind.SYMBOL, f"{rules.code}/symbol.printed", symbol)
    for view in front:
        alone = rules.pattern("front", "masthead_symbol")
        whole = alone.fullmatch(view.text) if alone else None
        if whole and SYMBOL.fullmatch(whole["symbol"]):
            symbol = clean_symbol(whole["symbol"])
            yield view.mention(*whole.span("symbol"), Kind.SYMBOL, f"{rules.code}/symbol.masthead", symbol)
    for view in front:
        yield from _numbered(view, rules)


def _numbered(view: View, rules: Rules) -> Iterator[Mention]:
    """Yield the number before a title, or in the line that is the title of a resolution of the Security Council."""
    label = view.part.label
    spelled = rules.pattern("documents", "spelled_title")
    match = NUMBER.search(label or view.text) or (spelled.match(label or view.text) if spelled else None)
    if match is None or view.part.kind not in (PartKind.TITLE, PartKind.FRONT):
        return
    form = str(match.lastgroup) if match.re is NUMBER else "old"
    if not label and form != "council" and view.part.kind == PartKind.FRONT:
        return
    start, end = (0, len(view.text)) if label else match.span()
    rule = f"{rules.code}/symbol.{'label' if label else 'title'}"
    groups = number_groups(match, rules)
    yield view.mention(start, end, Kind.SYMBOL, rule, "", form=form, type="resolution", **groups)


def _adoptions(front: Sequence[View], rules: Rules) -> Iterator[Mention]:
    """Yield the date of adoption: of the closing lines, of the line that says 'adopted', of the masthead."""
    adopted, meeting = rules.pattern("front", "adopted"), rules.pattern("meetings", "number")
    order = sorted(front, key=lambda v: (v.part.kind != PartKind.CLOSING, not (adopted and adopted.search(v.text))))
    for view in order:
        says = any(pattern and pattern.search(view.text) for pattern in (adopted, meeting))
        if view.part.kind != PartKind.CLOSING and not says:
            continue  # the date of a masthead is that of printing
        for mention in find_dates(view, rules):
            if DAY.fullmatch(mention.value) and view.part.kind != PartKind.TITLE:
                yield view.mention(
                    view.find(mention.start),
                    view.find(mention.end),
                    Kind.ADOPTED,
                    f"{rules.code}/adopted.date",
                    mention.value,
                )


def _meetings(front: Sequence[View], rules: Rules) -> Iterator[Mention]:
    pattern = rules.pattern("meetings", "number")
    for view in sorted(front, key=lambda v: v.part.kind != PartKind.CLOSING):
        for match in pattern.finditer(view.text) if pattern and view.part.kind != PartKind.TITLE else ():
            value = str(rules.numerals.value(match["number"]))
            yield view.mention(*match.span(), Kind.MEETING, f"{rules.code}/meeting.number", value)
