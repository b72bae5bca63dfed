"""The extract stage: a document's parts become mentions, by the rules of its language and the names that are known."""

from __future__ import annotations

from collections.abc import Iterator

from kg.authority import Authority
from kg.extract.acts import find_act
from kg.extract.dates import find_dates
from kg.extract.documents import find_numbers, find_symbols
from kg.extract.front import FRONT, find_front
from kg.extract.names import find_names
from kg.extract.provisions import find_provisions
from kg.extract.sessions import find_sessions
from kg.extract.treatyseries import find_registrations
from kg.extract.view import View, view_of
from kg.language import Rules
from kg.model import Document, Kind, Mention, PartKind


def extract(document: Document, rules: Rules, authority: Authority) -> tuple[Mention, ...]:
    """Return every mention of a document, in the order of its parts and of their text."""
    views = [view_of(part) for part in document.parts]
    found = [*find_front(views, rules)]
    for view in views:
        found += _mentions(view, rules, authority)
    order = {part.name: index for index, part in enumerate(document.parts)}
    return tuple(sorted(found, key=lambda m: (order[m.part], m.start, m.end, m.kind, m.value)))


def _mentions(view: View, rules: Rules, authority: Authority) -> Iterator[Mention]:
    kind = view.part.kind
    if kind == PartKind.HEADING:
        return
    if kind == PartKind.TITLE:
        yield from find_names(view, rules, authority)  # antecedents of short forms, no facts of their own
        return
    if kind in FRONT:
        yield from (m for m in find_names(view, rules, authority) if m.kind == Kind.BODY and m.value)
        if kind != PartKind.CLOSING:
            yield from (m for m in find_symbols(view, rules))
        return
    yield from find_names(view, rules, authority)
    yield from find_symbols(view, rules)
    yield from find_numbers(view, rules)
    yield from find_dates(view, rules)
    yield from find_provisions(view, rules)
    yield from find_sessions(view, rules)
    yield from find_registrations(view, rules)
    yield from find_act(view, rules)
    for mark in view.part.marks:
        if kind == PartKind.FOOTNOTE and mark.start == 0:
            continue
        surface = view.part.text[mark.start : mark.end]
        yield Mention(
            view.part.name, mark.start, mark.end, Kind.FOOTNOTE, surface, f"{rules.code}/footnote.mark", mark.label
        )
