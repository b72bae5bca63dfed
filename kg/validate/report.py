"""What validation finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import pyoxigraph as ox

from kg.validate.paths import Path

Term: TypeAlias = "ox.NamedNode | ox.BlankNode | ox.Literal"


class Severity(StrEnum):
    """How grave a result is, the gravest first."""

    VIOLATION = "Violation"  # the graph is wrong
    WARNING = "Warning"  # the document should be looked at
    INFO = "Info"  # good to know

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found: on which node, by which shape, and where in which document.

    ``path`` is a SPARQL property path, or empty. ``shape`` and ``component`` are IRIs (a shape without a name is
    ``_:`` with its label). ``message`` is English where there is English; ``messages`` has all languages.
    ``document`` is the symbol and language (``A/RES/67/161 (zh)``), or what graph or namespace the node is of;
    ``locator`` is empty and ``page`` None where the node is no part of a document.
    """

    focus: Term
    path: str
    value: Term | None
    severity: Severity
    message: str
    shape: str
    component: str
    document: str = ""
    locator: str = ""
    page: int | None = None
    messages: tuple[tuple[str, str], ...] = ()
    route: Path | None = field(default=None, repr=False, compare=False)  # the path as a value


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation; it conforms where nothing is wrong, warnings or not."""

    results: tuple[Result, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether there is no violation."""
        return not any(result.severity is Severity.VIOLATION for result in self.results)

    def counts(self) -> dict[Severity, int]:
        """Return the number of results of each severity."""
        found = Counter(result.severity for result in self.results)
        return {severity: found[severity] for severity in Severity}
