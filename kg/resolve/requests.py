"""Requests: who is asked to act, and who is to report what to whom, and by when."""

from __future__ import annotations

from kg.resolve.context import Context


def resolve_requests(context: Context) -> None:
    """Add the requests of the operative paragraphs."""
