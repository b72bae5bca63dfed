"""The resolve stage: mentions of a document become references to entities, by stated rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.authority import Authority
from kg.language import Rules
from kg.model import Document, Entity, Kind, Mention, PartKind, Problem, Understanding
from kg.resolve.context import Context, is_front
from kg.resolve.documents import resolve_documents, resolve_provisions, resolve_sessions
from kg.resolve.footnotes import resolve_footnotes
from kg.resolve.names import resolve_names
from kg.resolve.own import own_references, resolve_own
from kg.resolve.requests import resolve_requests


def resolve(document: Document, mentions: Sequence[Mention], rules: Rules, authority: Authority) -> Understanding:
    """Tell what each mention refers to; what stays open is a reference without entity, and a problem."""
    context = Context(document, rules, authority, mentions)
    how = resolve_own(context)
    resolve_names(context)
    resolve_documents(context)
    resolve_sessions(context)
    resolve_provisions(context)
    resolve_footnotes(context)
    _resolve_plain(context)
    resolve_requests(context)
    context.references += own_references(context, how)
    references = sorted(
        context.references,
        key=lambda r: (context.place(r.mention), r.mention.kind, r.entity.key if r.entity else "", r.about),
    )
    return Understanding(document, context.symbol, context.organ, tuple(references), tuple(_problems(context, how)))


def _resolve_plain(context: Context) -> None:
    """Resolve dates and acts, whose value is all that they refer to."""
    for mention in context.of(Kind.DATE):
        if not is_front(context.part(mention)):
            path = "date/" + mention.value.replace("/", "_")
            context.add(mention, Entity(path, Kind.DATE, mention.value), "value")
    for mention in context.of(Kind.ACT):
        if mention.value:
            slug = re.sub(r"[^a-z0-9]+", "-", mention.value)
            context.add(mention, Entity(f"act/{slug}", Kind.ACT, mention.value, known=True), "value")
        else:
            context.add(mention, None, "")


def _problems(context: Context, how: str) -> list[Problem]:
    problems = list(context.document.problems)
    if how in ("file name", "none"):
        where = "it was read from the file's name" if how == "file name" else "the file's name stands for it"
        problems.append(Problem("no-symbol", f"no document symbol in the text; {where}", "front"))
    if context.organ is None:
        problems.append(Problem("no-organ", "no organ that speaks", "front"))
    acts = {m.part for m in context.of(Kind.ACT)}
    resolves = any(part.kind == PartKind.OPERATIVE for part in context.document.parts)
    problems += [
        Problem("no-act", f"no performative verb in “{part.text[:12]}…”", part.locator)
        for part in context.document.parts
        if resolves and part.kind in (PartKind.PREAMBULAR, PartKind.OPERATIVE) and part.name not in acts
    ]
    for reference in context.references:
        if reference.entity is None:
            part = context.part(reference.mention)
            message = f"{reference.mention.kind} “{reference.mention.surface}” not resolved"
            problems.append(Problem("unresolved", message, part.locator))
    return problems
