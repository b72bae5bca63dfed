"""The quads of one graph, as they come together."""

from __future__ import annotations

import functools

from pyoxigraph import Literal, NamedNode, Quad

from kg.describe.vocabulary import RDF_TYPE

Term = NamedNode | Literal

# Nodes that come again and again: entities, parts, works. Making one checks its IRI, looking it up does not.
node = functools.lru_cache(maxsize=65536)(NamedNode)


@functools.lru_cache(maxsize=4096)
def code(value: str) -> Literal:
    """Return a plain literal that comes again and again: a rule's name, a notation."""
    return Literal(value)


class Quads:
    """Quads of one graph in the order in which they were said, each one once.

    ``add`` is for what is said of something new, ``once`` for what several mentions may say alike.
    """

    def __init__(self, graph: str) -> None:
        self.iri = graph
        self.graph = NamedNode(graph)
        self.all: list[Quad] = []
        self._said: set[tuple[str, NamedNode, str]] = set()
        self._described: set[str] = set()

    def add(self, subject: NamedNode, predicate: NamedNode, value: Term) -> None:
        """Add a statement that nothing else says."""
        self.all.append(Quad(subject, predicate, value, self.graph))

    def once(self, subject: str, predicate: NamedNode, value: str) -> None:
        """Add a statement between two IRIs unless it is there."""
        key = (subject, predicate, value)
        if key not in self._said:
            self._said.add(key)
            self.all.append(Quad(node(subject), predicate, node(value), self.graph))

    def typed(self, subject: NamedNode, *classes: NamedNode) -> None:
        """Add the classes of something new."""
        for name in classes:
            self.all.append(Quad(subject, RDF_TYPE, name, self.graph))

    def first(self, iri: str) -> bool:
        """Tell whether something is to be described now: true the first time that it is asked for an IRI."""
        if iri in self._described:
            return False
        self._described.add(iri)
        return True


def sort_key(quad: Quad) -> tuple[str, str, str, str]:
    """Return the place of a quad in sorted output: by subject, predicate, object, graph, each as N-Quads writes it."""
    return str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name)
