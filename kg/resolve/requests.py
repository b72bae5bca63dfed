"""Requests: who is asked to act, and who is to report what to whom, and by when.

A verb of request is followed by the one asked: a body, States, or the parties to a treaty, several of them joined. A
report is owed to the body after the preposition of direction, and is due at the session or on the date that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.acts import find_requests
from kg.extract.view import View, view_of
from kg.model import Entity, Kind, Mention, PartKind, Reference
from kg.resolve.context import Context

ASKING = {PartKind.OPERATIVE, PartKind.SUBPARAGRAPH}
STATES = Entity("group/states", Kind.ASKED, "States", known=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """One who is asked: where it stands in the view, and who it is."""

    start: int
    end: int
    entity: Entity


def resolve_requests(context: Context) -> None:
    """Add the requests of operative paragraphs to the context's references."""
    if not context.rules.table("request"):
        return
    for part in context.document.parts:
        if part.kind in ASKING:
            _part(context, view_of(part))


def _part(context: Context, view: View) -> None:
    verbs = list(find_requests(view, context.rules))
    seen: set[str] = set()
    for index, (start, end, act) in enumerate(verbs):
        stop = verbs[index + 1][0] if index + 1 < len(verbs) else len(view.text)
        asked = list(_asked(context, view, end)) or _meant(context, view, start, end)
        for each in asked:
            if each.entity.path not in seen:
                seen.add(each.entity.path)
                mention = view.mention(each.start, each.end, Kind.ASKED, f"{context.rules.code}/request.asked", act)
                context.add(mention, each.entity, "after the verb")
        if asked:
            _reports(context, view, end, stop, asked[0].entity, seen)


def _asked(context: Context, view: View, position: int) -> Iterator[Asked]:
    """Yield those named after a verb, as long as a connector joins them."""
    join = context.rules.pattern("request", "join")
    lead = context.rules.pattern("request", "lead")
    while True:
        if lead and (match := lead.match(view.text, position)):
            position = match.end()
        found = _one(context, view, position)
        if found is None:
            return
        yield found
        position = found.end
        chair = context.rules.pattern("request", "chair")
        if chair and (match := chair.match(view.text, position)):
            position = match.end()
        connector = join.match(view.text, position) if join else None
        if connector is None:
            return
        position = connector.end()


def _one(context: Context, view: View, position: int) -> Asked | None:
    parties, states = context.rules.pattern("request", "parties"), context.rules.pattern("request", "states")
    if parties and (match := parties.match(view.text, position)):
        treaty = _treaty(
            context, view, match.start("treaty") if match["treaty"] else match.start(), bool(match["treaty"])
        )
        if treaty:
            return Asked(position, match.end(), _parties_to(treaty))
    if states and (match := states.match(view.text, position)) and match.end() > position:
        return Asked(position, match.end(), STATES)
    for reference in context.references:
        mention = reference.mention
        here = mention.part == view.part.name and view.find(mention.start) == position
        if here and mention.kind == Kind.BODY and reference.entity:
            return Asked(position, view.find(mention.end), reference.entity)
    return None


def _treaty(context: Context, view: View, position: int, named: bool) -> Entity | None:
    """Return the treaty whose parties are meant: the one in the phrase, else the last (or next) of the paragraph."""
    treaties = [
        r for r in context.references
        if r.mention.part == view.part.name and r.mention.kind == Kind.TREATY and r.entity
    ]  # fmt: skip
    if named:
        return next((r.entity for r in treaties if abs(view.find(r.mention.start) - position) <= 1), None)
    before = [r for r in treaties if view.find(r.mention.start) <= position]
    chosen = before[-1:] or treaties[:1]
    return chosen[0].entity if chosen else None


def _parties_to(treaty: Entity) -> Entity:
    key = f"States parties to the {treaty.key}"
    path = "group/states-parties-" + treaty.path.removeprefix("treaty/")
    return Entity(path, Kind.ASKED, key, labels=(("en", key),))


def _meant(context: Context, view: View, start: int, end: int) -> list[Asked]:
    """Return the bodies that a pronoun after the verb stands for: those named before in the paragraph."""
    pronoun = context.rules.pattern("request", "pronoun")
    match = pronoun.match(view.text, end) if pronoun else None
    if match is None:
        return []
    before = [
        r for r in context.references
        if r.mention.part == view.part.name and r.mention.kind == Kind.BODY and r.entity
        and view.find(r.mention.end) <= start
    ]  # fmt: skip
    return [Asked(match.start(), match.end(), r.entity) for r in before if r.entity]


def _reports(context: Context, view: View, start: int, stop: int, reporter: Entity, seen: set[str]) -> None:
    pattern = context.rules.pattern("request", "report")
    to = context.rules.pattern("request", "to")
    if pattern is None or to is None or not pattern.search(view.text, start, stop):
        return
    bodies, times = (
        _within(context, view, start, stop, Kind.BODY),
        _within(context, view, start, stop, Kind.SESSION, Kind.DATE),
    )
    recipients: list[Reference] = []
    for reference in bodies:
        begin = view.find(reference.mention.start)
        last = view.find(recipients[-1].mention.end) if recipients else -1
        joined = last >= 0 and re.fullmatch(str(context.rules.table("request")["between"]), view.text[last:begin])
        if to.search(view.text[max(0, begin - 2) : begin]) or joined:
            recipients.append(reference)
    if not recipients:
        sessions = [t for t in times if t.mention.kind == Kind.SESSION]
        recipients = [b for b in bodies if sessions and _holds(b, sessions[0])][:1]
    for recipient in recipients:
        _report(context, view, recipient, recipients, times, reporter, seen)


def _holds(body: Reference, session: Reference) -> bool:
    """Tell whether a session is that of a body."""
    return bool(body.entity and session.entity and ("sessionOf", body.entity.path) in session.entity.relations)


def _within(context: Context, view: View, start: int, stop: int, *kinds: Kind) -> list[Reference]:
    found = [
        r for r in context.references
        if r.mention.part == view.part.name and r.mention.kind in kinds and r.entity
        and start <= view.find(r.mention.start) < stop
    ]  # fmt: skip
    return sorted(found, key=lambda r: r.mention.start)


def _report(
    context: Context, view: View, recipient: Reference, recipients: list[Reference], times: list[Reference],
    reporter: Entity, seen: set[str],
) -> None:  # fmt: skip
    body = recipient.entity
    assert body
    due = _due(context, recipient, recipients, times)
    relations = [("recipient", body.path), ("reporter", reporter.path)]
    key, path = body.key, f"report/{body.path.rpartition('/')[2]}"
    if due and due.entity:
        relations.append(("due", due.entity.path))
        key, path = f"{key} @ {due.entity.key}", f"{path}.{due.entity.path.rpartition('/')[2]}"
    if path in seen:
        return
    seen.add(path)
    mention = Mention(
        recipient.mention.part, recipient.mention.start, recipient.mention.end, Kind.REPORT, recipient.mention.surface,
        f"{context.rules.code}/request.report",
    )  # fmt: skip
    context.add(mention, Entity(path, Kind.REPORT, key, relations=tuple(relations)), "direction")


def _due(
    context: Context, recipient: Reference, recipients: list[Reference], times: list[Reference]
) -> Reference | None:
    """Return the time of a report: the recipient's own session, else a date that the words before it make a limit."""
    body = recipient.entity
    assert body
    for time in times:
        assert time.entity
        if time.mention.kind == Kind.SESSION and ("sessionOf", body.path) in time.entity.relations:
            return time
    limit = context.rules.pattern("request", "by")
    text = context.part(recipient.mention).text
    for time in times:
        if (
            time.mention.kind == Kind.DATE
            and limit
            and limit.search(text[max(0, time.mention.start - 6) : time.mention.start])
        ):
            return time
    return None
