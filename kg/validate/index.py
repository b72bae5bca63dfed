"""The data as the validator reads them: one table for each predicate, read when a shape first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

import pyoxigraph as ox

from kg.validate.terms import RDFS, TYPE, Node, node, term

GraphName: TypeAlias = "ox.NamedNode | ox.BlankNode | ox.DefaultGraph"
Table: TypeAlias = "dict[Node, list[Node]]"
Get: TypeAlias = Callable[[Node], Sequence[Node]]

NOTHING: tuple[Node, ...] = ()


class Index:
    """The union of some named graphs of a store, of which some are in focus.

    Shapes apply to the nodes that the graphs in focus hold; what is said of these nodes is sought in all graphs.
    ``graphs`` None means every graph, and ``focus`` None means that all of them are in focus. The tables of the
    graphs in focus are held whole; the others are asked node by node, as they may be far larger.
    """

    def __init__(
        self, store: ox.Store, graphs: Sequence[GraphName] | None = None, focus: Sequence[GraphName] | None = None
    ) -> None:
        self.store = store
        self.graphs = tuple(dict.fromkeys((*graphs, *(focus or ())))) if graphs is not None else None
        self._focus: tuple[GraphName | None, ...] = (
            tuple(dict.fromkeys(focus)) if focus is not None else self.graphs or (None,)
        )
        self._behind = self._others()
        self._several = len(self._focus) > 1 or self._focus == (None,)
        self._forward: dict[str, Table] = {}
        self._backward: dict[str, Table] = {}
        self._described: dict[Node, dict[str, list[Node]]] = {}
        self._said: dict[str, bool] = {}
        self._below: dict[str, frozenset[Node]] | None = None

    def _others(self) -> tuple[GraphName, ...]:
        if self._focus == (None,):
            return ()
        graphs = self.graphs
        if graphs is None:
            graphs = (ox.DefaultGraph(), *self.store.named_graphs())
        return tuple(g for g in graphs if g not in self._focus)

    @property
    def narrow(self) -> bool:
        """Whether there are graphs that are not in focus."""
        return bool(self._behind)

    def behind_says(self, name: str) -> bool:
        """Return whether the graphs that are not in focus have statements with a predicate, or instances of a class."""
        found = self._said.get(name)
        if found is None:
            each = ox.NamedNode(name)
            found = self._said[name] = any(
                True
                for graph in self._behind
                for predicate, value in ((each, None), (ox.NamedNode(TYPE), each))
                for _ in self.store.quads_for_pattern(None, predicate, value, graph)
            )
        return found

    def graphs_for(self, names: Iterable[str] | None) -> tuple[GraphName, ...] | None:
        """Return the graphs that a query has to be asked of: those in focus where no other speaks of its names.

        ``names`` are all predicates and classes of the query, None if they cannot be told. The answer None means all
        graphs of the store.
        """
        if self._behind and names is not None and not any(map(self.behind_says, names)):
            return tuple(graph for graph in self._focus if graph is not None)
        return self.graphs

    def _quads(self, predicate: str) -> Iterator[ox.Quad]:
        for graph in self._focus:
            yield from self.store.quads_for_pattern(None, ox.NamedNode(predicate), None, graph)

    def table(self, predicate: str) -> Table:
        """Return the values of a predicate by subject, in the graphs in focus."""
        found = self._forward.get(predicate)
        if found is None:
            found = {}
            for quad in self._quads(predicate):
                found.setdefault(node(quad.subject), []).append(node(quad.object))
            self._forward[predicate] = self._without_doubles(found)
        return found

    def inverse(self, predicate: str) -> Table:
        """Return the subjects of a predicate by value, in the graphs in focus."""
        found = self._backward.get(predicate)
        if found is None:
            found = {}
            for subject, values in self.table(predicate).items():
                for value in values:
                    found.setdefault(value, []).append(subject)
            self._backward[predicate] = found
        return found

    def _without_doubles(self, table: Table) -> Table:
        if self._several:
            for values in table.values():
                if len(values) > 1:
                    values[:] = dict.fromkeys(values)
        return table

    def forward(self, predicate: str) -> Get:
        """Return the function that gives a node's values of a predicate, in all graphs."""
        table = self.table(predicate)
        if not self.behind_says(predicate):
            return lambda subject: table.get(subject, NOTHING)

        def get(subject: Node) -> Sequence[Node]:
            own = table.get(subject, NOTHING)
            more = self._behind_of(subject).get(predicate)
            return own if more is None else list(dict.fromkeys((*own, *more)))

        return get

    def backward(self, predicate: str) -> Get:
        """Return the function that gives the subjects that have a node as value of a predicate, in all graphs."""
        table = self.inverse(predicate)
        if not self.behind_says(predicate):
            return lambda value: table.get(value, NOTHING)

        def get(value: Node) -> Sequence[Node]:
            own = table.get(value, NOTHING)
            more = [
                node(quad.subject)
                for graph in self._behind
                for quad in self.store.quads_for_pattern(None, ox.NamedNode(predicate), term(value), graph)
            ]
            return list(dict.fromkeys((*own, *more))) if more else own

        return get

    def _behind_of(self, subject: Node) -> dict[str, list[Node]]:
        """Return what the graphs that are not in focus say of a node."""
        found = self._described.get(subject)
        if found is None:
            found = self._described[subject] = {}
            if not isinstance(subject, ox.Literal):
                for graph in self._behind:
                    for quad in self.store.quads_for_pattern(term(subject), None, None, graph):  # type: ignore[arg-type]
                        found.setdefault(quad.predicate.value, []).append(node(quad.object))
        return found

    def subclasses(self, name: str) -> frozenset[Node]:
        """Return a class with all classes that the data declare to be below it."""
        if self._below is None:
            self._below = {}
        found = self._below.get(name)
        if found is None:
            get = self.backward(RDFS + "subClassOf")
            found = self._below[name] = frozenset(closure(get, [name]))
        return found

    def in_focus(self, each: Node) -> bool:
        """Return whether a node occurs in the graphs in focus."""
        if not self._behind:
            return True
        ends = ((None, term(each)),) if isinstance(each, ox.Literal) else ((term(each), None), (None, term(each)))
        return any(
            True
            for graph in self._focus
            for subject, value in ends
            for _ in self.store.quads_for_pattern(subject, None, value, graph)  # type: ignore[arg-type]
        )

    def classes_in_use(self, name: str) -> frozenset[Node]:
        """Return the classes by which to find all members of a class: it alone where every member names it too."""
        named = self.inverse(TYPE).get(name, NOTHING)
        return frozenset((name,)) if len(named) == len(self.members(name)) else self.subclasses(name)

    def members(self, name: str) -> list[Node]:
        """Return the instances of a class and its subclasses that the graphs in focus name."""
        by_class = self.inverse(TYPE)
        found: dict[Node, None] = {}
        for each in self.subclasses(name):
            found.update(dict.fromkeys(by_class.get(each, NOTHING)))
        return list(found)


def closure(get: Get, start: Iterable[Node]) -> list[Node]:
    """Return the nodes reached by following ``get`` any number of times, the start among them."""
    found = dict.fromkeys(start)
    todo = list(found)
    while todo:
        for value in get(todo.pop()):
            if value not in found:
                found[value] = None
                todo.append(value)
    return list(found)
