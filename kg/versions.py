"""Language versions of documents: which files hold the same one, and which of them the facts come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.describe.iris import version_iri
from kg.model import Problem, Source, Understanding

RICHER = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf", "text/html")
"""Forms of a file from the richest on; what is not named here comes last."""


@dataclass(frozen=True, slots=True)
class Version:
    """A language version: the IRI of its graph, what was understood of its richest file, and its other files."""

    graph: str
    understanding: Understanding
    others: tuple[Source, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its files, the one that the facts come from first."""
        return (self.understanding.document.source.name, *(other.name for other in self.others))

    def rivals(self) -> tuple[Problem, ...]:
        """Return a problem for each file of the same form but other content: one of both bears the wrong symbol."""
        own = self.understanding.document.source
        return tuple(
            Problem("rival-file", f"{other.name} is of the same version; its facts were left out", "front")
            for other in self.others
            if other.media_type == own.media_type
        )


def versions_of(understood: Iterable[Understanding], base: str) -> list[Version]:
    """Return each language version once, with all its files, sorted by graph, whatever the order of the input."""
    groups: dict[str, list[Understanding]] = defaultdict(list)
    for each in sorted(understood, key=lambda u: _rank(u.document.source)):
        groups[version_iri(each.symbol, each.document.language, base)].append(each)
    return [_version(graph, *groups[graph]) for graph in sorted(groups)]


def _version(graph: str, first: Understanding, *others: Understanding) -> Version:
    sources = {first.document.source.digest: first.document.source}
    for other in others:
        sources.setdefault(other.document.source.digest, other.document.source)
    return Version(graph, first, tuple(sources.values())[1:])


def _rank(source: Source) -> tuple[int, str, str]:
    richness = RICHER.index(source.media_type) if source.media_type in RICHER else len(RICHER)
    return richness, source.digest, source.name
