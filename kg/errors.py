"""Errors that a user can mend, each one clear line."""

from __future__ import annotations


class UserError(Exception):
    """Something in the input is wrong: says which file, where, what, and what to do, in one line.

    ``file`` is the file's name as the user gave it (or a URL, an IRI), ``place`` a page, line or locator in it.
    """

    def __init__(self, file: str, reason: str, place: str = "", advice: str = "") -> None:
        self.file = file
        self.place = place
        self.reason = reason
        self.advice = advice
        where = f"{file}: {place}" if place else file
        super().__init__(f"{where}: {reason}" + (f"; {advice}" if advice else ""))

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str, str, str]]:
        """Let an error pass from one process to another."""
        return type(self), (self.file, self.reason, self.place, self.advice)


class DocumentError(UserError):
    """A document cannot be read; the other documents of a build are not touched by it."""


class DataError(UserError):
    """A rules, authority, ontology or shapes file is broken."""


class OutputError(UserError):
    """Results cannot be written where the user asked."""


class UsageError(UserError):
    """The command was called wrongly."""
