"""The quads of one version's graph under construction: each once, in the order in which they are said."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from kg.describe.iris import BASE, entity_iri, node, version_iri, work_iri
from kg.describe.vocabulary import TYPE


class Graph:
    """Collects the quads of the named graph of one language version."""

    def __init__(self, symbol: str, language: str, base: str = BASE) -> None:
        self.base = base
        self.language = language
        self.symbol = symbol
        self.work = work_iri(symbol, base)
        self.version = version_iri(symbol, language, base)
        self.name = node(self.version)
        self._quads: dict[tuple[NamedNode, NamedNode, NamedNode | Literal], None] = {}

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """Say a statement; saying it again changes nothing."""
        self._quads[(subject, predicate, value)] = None

    def a(self, subject: NamedNode, *types: NamedNode) -> None:
        """Say the types of a thing."""
        for each in types:
            self._quads[(subject, TYPE, each)] = None

    def entity(self, path: str) -> NamedNode:
        """Return the node of an entity's path."""
        return node(entity_iri(path, self.base))

    def quads(self) -> list[Quad]:
        """Return the quads."""
        return [Quad(s, p, o, self.name) for s, p, o in self._quads]
