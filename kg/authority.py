"""Authority data: the known treaties, instruments, bodies and acts, with their labels in the UN's languages.

The data are Turtle files of SKOS concepts (``ontology/authority/*.ttl``; the form is in docs/graph.md). This module
reads them once into tables by label, so that the other stages need no graph.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import DataError
from kg.model import Kind

BASE = "https://w3id.org/un-kg/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWN = "https://w3id.org/un-kg/ontology#"
KINDS = {
    OWN + "Body": Kind.BODY,
    OWN + "Treaty": Kind.TREATY,
    OWN + "Instrument": Kind.INSTRUMENT,
    OWN + "Act": Kind.ACT,
}
LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")
IGNORED = re.compile(r"[\s《》〈〉“”\"'‘’]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One known entity: its IRI below the base, its kind, its preferred English label, and its own relations."""

    path: str
    kind: Kind
    key: str
    preferred: tuple[tuple[str, str], ...] = ()
    relations: tuple[tuple[str, str], ...] = ()

    def related(self, term: str) -> tuple[str, ...]:
        """Return the paths or IRIs that the entry has under a term of the ontology, as ``registration``."""
        return tuple(value for name, value in self.relations if name == term)

    def name(self, language: str) -> str:
        """Return the preferred label in a language, or the English one."""
        return dict(self.preferred).get(language, self.key)


@dataclass(frozen=True, eq=False)  # compared by identity, so that a cache can hold what is made of it
class Authority:
    """Known entities by path, and by label in each language."""

    entries: Mapping[str, Entry]
    labels: Mapping[str, Mapping[str, tuple[Entry, ...]]]  # language -> folded label -> entries
    _patterns: dict[tuple[str, Kind], re.Pattern[str] | None] = field(default_factory=dict, compare=False, repr=False)

    def find(self, label: str, language: str, kinds: Sequence[Kind] = ()) -> Entry | None:
        """Return the one entity that bears a label in a language; None where none or several do."""
        found = [e for e in self.labels.get(language, {}).get(fold(label), ()) if not kinds or e.kind in kinds]
        return found[0] if len(found) == 1 else None

    def by_relation(self, term: str, value: str) -> tuple[Entry, ...]:
        """Return the entries that have a relation to a path or IRI, sorted by path."""
        return self._inverse.get((term, value), ())

    @functools.cached_property
    def _inverse(self) -> dict[tuple[str, str], tuple[Entry, ...]]:
        table: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries.values():
            for relation in entry.relations:
                table.setdefault(relation, []).append(entry)
        return {key: tuple(sorted(found, key=lambda e: e.path)) for key, found in table.items()}

    def names(self, language: str, kind: Kind) -> tuple[str, ...]:
        """Return the labels of a kind in a language as written in documents, the longest first."""
        table = self.labels.get(language, {})
        return tuple(
            sorted((n for n, es in table.items() if any(e.kind == kind for e in es)), key=lambda n: (-len(n), n))
        )


def fold(label: str) -> str:
    """Fold what is no difference between labels: spaces, title marks, quotation marks, the case of Latin letters.

    >>> fold("《残疾人权利公约》")
    '残疾人权利公约'
    """
    return IGNORED.sub("", label).casefold()


def load(paths: Iterable[Path]) -> Authority:
    """Read authority files (or folders of them); DataError where one is broken."""
    labels: dict[str, dict[str, list[str]]] = {}
    facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for path in _files(paths):
        for triple in _triples(path):
            if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
                facts.setdefault(triple.subject.value, {}).setdefault(triple.predicate.value, []).append(triple.object)
    entries: dict[str, Entry] = {}
    for iri, properties in sorted(facts.items()):
        entry = _entry(iri, properties)
        if entry is None:
            continue
        entries[entry.path] = entry
        for term in LABELS:
            for literal in properties.get(term, ()):
                if isinstance(literal, ox.Literal):
                    found = labels.setdefault(literal.language or "", {}).setdefault(fold(literal.value), [])
                    if entry.path not in found:
                        found.append(entry.path)
    tables = {
        language: {label: tuple(entries[path] for path in found) for label, found in table.items()}
        for language, table in labels.items()
    }
    return Authority(entries, tables)


def _files(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        files += sorted(path.glob("*.ttl")) if path.is_dir() else [path]
    return files


def _triples(path: Path) -> list[ox.Triple]:
    try:
        quads = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=BASE)
        return [quad.triple for quad in quads]
    except SyntaxError as error:
        raise DataError(path.name, str(error.msg), f"line {error.lineno}", "mend the Turtle") from error
    except OSError as error:
        raise DataError(path.name, error.strerror or str(error), advice="name a file that can be read") from error


def _entry(iri: str, properties: Mapping[str, Sequence[ox.NamedNode | ox.Literal]]) -> Entry | None:
    types = [node.value for node in properties.get("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", ())]
    kind = next((KINDS[t] for t in types if t in KINDS), None)
    if kind is None:
        return None
    path = iri.removeprefix(BASE)
    preferred = tuple(
        sorted(
            (node.language or "", node.value) for node in properties.get(LABELS[0], ()) if isinstance(node, ox.Literal)
        )
    )
    relations = tuple(
        sorted(
            (re.split(r"[#/]", term)[-1], node.value.removeprefix(BASE))
            for term, nodes in properties.items()
            for node in nodes
            if not term.endswith("#type") and (isinstance(node, ox.NamedNode) or term == OWN + "documentSeries")
        )
    )
    key = dict(preferred).get("en") or (preferred[0][1] if preferred else path)
    return Entry(path, kind, key, preferred, relations)
