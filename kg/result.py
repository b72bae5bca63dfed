"""What a build gives back: what was built, what was refused and why, and the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UserError
from kg.model import Problem


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """One language version of a document in the graph.

    ``files`` are its files' names, the one that the facts come from first; ``graph`` is the IRI of its named graph;
    ``mentions`` are counts by kind, of the resolved and the unresolved alike. ``problems`` of understanding and
    ``warnings`` of validation are for a person to look at.
    """

    symbol: str
    language: str
    graph: str
    files: tuple[str, ...]
    pages: int
    paragraphs: int
    mentions: tuple[tuple[str, int], ...]
    unresolved: int
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Build:
    """The outcome of a build: documents sorted by their graph's IRI, refusals, canonical N-Quads, and their folder."""

    documents: tuple[BuiltDocument, ...]
    refused: tuple[UserError, ...]
    nquads: bytes
    output: Path | None = None

    @property
    def mentions(self) -> Mapping[str, int]:
        """The number of mentions of each kind, sorted by kind."""
        counts: Counter[str] = Counter()
        for document in self.documents:
            counts.update(dict(document.mentions))
        return dict(sorted(counts.items()))

    @property
    def paragraphs(self) -> int:
        """The number of paragraphs, sub-paragraphs and footnotes."""
        return sum(document.paragraphs for document in self.documents)

    @property
    def unresolved(self) -> int:
        """The number of mentions of which it is not known what they refer to."""
        return sum(document.unresolved for document in self.documents)

    @property
    def problems(self) -> int:
        """The number of problems, unresolved mentions not counted."""
        return sum(len(document.problems) for document in self.documents)

    @property
    def warnings(self) -> int:
        """The number of warnings that validation gave."""
        return sum(len(document.warnings) for document in self.documents)

    @property
    def spotless(self) -> bool:
        """Whether nothing was refused, unresolved, a problem or a warning."""
        return not (self.refused or self.unresolved or self.problems or self.warnings)

    def summary(self) -> str:
        """Return the counts in one line.

        >>> Build((), (), b"").summary()
        '0 documents, 0 paragraphs, 0 mentions; 0 unresolved, 0 problems, 0 warnings, 0 refused'
        """
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.mentions.items())
        counts = (
            _number(len(self.documents), "document"),
            _number(self.paragraphs, "paragraph"),
            _number(sum(self.mentions.values()), "mention") + (f" ({kinds})" if kinds else ""),
        )
        faults = (
            f"{self.unresolved} unresolved",
            _number(self.problems, "problem"),
            _number(self.warnings, "warning"),
            f"{len(self.refused)} refused",
        )
        where = f" -> {self.output}" if self.output else ""
        return ", ".join(counts) + "; " + ", ".join(faults) + where


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
