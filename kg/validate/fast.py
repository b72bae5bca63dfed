"""The fast engine: core constraints over tables in memory, SPARQL constraints in the store, each for all nodes at once.

The reference is pyshacl (``kg.validate.reference``), some hundred times slower; the tests hold both side by side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.validate.index import Index
from kg.validate.paths import Path, Predicate, follow
from kg.validate.report import Severity
from kg.validate.shapes import Messages, Pairs, Shape, Shapes, Target
from kg.validate.sparql import COMPONENT, Query, run, select
from kg.validate.terms import Node, node


@dataclass(frozen=True, slots=True)
class Finding:
    """A result before its place in a document is sought."""

    focus: Node
    path: Path | None
    value: Node | None
    severity: Severity
    messages: Messages
    shape: Node
    component: str


class Run:
    """One validation of an index by the shapes of a file."""

    def __init__(self, shapes: Shapes, index: Index) -> None:
        self.shapes = shapes.shapes
        self.index = index
        self._roots = shapes.with_targets()
        self._conforming: dict[Node, tuple[Pairs, list[tuple[Node, int]]]] = {}
        self._failing: dict[Node, tuple[set[Node], set[Node]]] = {}

    def findings(self) -> list[Finding]:
        """Return everything found, each once, in the order of the shapes."""
        found = (finding for shape in self._roots for finding in self.check(shape, self.targets(shape), shape.targets))
        return list(dict.fromkeys(found))

    def targets(self, shape: Shape) -> list[Node]:
        """Return the nodes that a shape applies to by itself."""
        found: dict[Node, None] = {}
        for target in shape.targets:
            match target.way:
                case "node":
                    found[target.value] = None
                case "class":
                    found.update(dict.fromkeys(self.index.members(str(target.value))))
                case "subjectsOf":
                    found.update(dict.fromkeys(self.index.table(str(target.value))))
                case "objectsOf":
                    found.update(dict.fromkeys(self.index.inverse(str(target.value))))
                case _:
                    rows = select(str(target.value), self.index)
                    found.update((node(row["this"]), None) for row in rows if row["this"] is not None)
        return list(found)

    def conforming(self, name: Node, pairs: Pairs) -> list[tuple[Node, int]]:
        """Return the focus nodes with the number of their values that conform to a shape."""
        counted = self._conforming.get(name)
        if counted is None or counted[0] is not pairs:
            failed = self.failing(name, {value: None for _, values in pairs for value in values})
            counts = [(focus, len([v for v in values if v not in failed])) for focus, values in pairs]
            counted = self._conforming[name] = (pairs, counts)  # asked for twice: for the least and for the most
        return counted[1]

    def failing(self, name: Node, nodes: Collection[Node]) -> set[Node]:
        """Return those of the nodes that do not conform to a shape."""
        checked, failed = self._failing.setdefault(name, (set(), set()))
        new = [each for each in nodes if each not in checked] if checked else list(nodes)
        if new:
            checked.update(new)
            failed.update(self._failing_of(self.shapes[name], new))
        return failed

    def _failing_of(self, shape: Shape, nodes: Sequence[Node]) -> Iterator[Node]:
        """Yield the nodes at fault, also where the fault is one of a node that they lead to."""
        if shape.deactivated:
            return
        if not shape.properties and not shape.queries:
            pairs = self._pairs(shape, nodes)
            yield from (focus for component in shape.components for focus, _ in component.check(self, pairs))
            return
        if not any(self.shapes[child].properties for child in shape.properties) and (
            shape.path is None or not shape.properties
        ):
            yield from (finding.focus for finding in self.check(shape, nodes))
            return
        yield from (each for each in nodes if any(True for _ in self.check(shape, [each])))

    def check(self, shape: Shape, focuses: Sequence[Node], targets: Sequence[Target] = ()) -> Iterator[Finding]:
        """Yield what is wrong with some focus nodes; ``targets`` if they are all the nodes that these select."""
        if shape.deactivated or not focuses:
            return
        pairs = self._pairs(shape, focuses)
        for component in shape.components:
            messages = shape.messages or (("en", component.message),)
            for focus, value in component.check(self, pairs):
                yield Finding(focus, shape.path, value, shape.severity, messages, shape.name, component.iri)
        for child in shape.properties:
            if shape.path is None:
                yield from self.check(self.shapes[child], focuses, targets)
            else:
                yield from self.check(self.shapes[child], list(dict.fromkeys(v for _, vs in pairs for v in vs)))
        for query in shape.queries:
            yield from self._query(shape, query, focuses, targets)

    def _pairs(self, shape: Shape, focuses: Sequence[Node]) -> list[tuple[Node, Sequence[Node]]]:
        if shape.path is None:
            return [(focus, (focus,)) for focus in focuses]
        get = follow(shape.path, self.index)
        return [(focus, get(focus)) for focus in focuses]

    def _query(
        self, shape: Shape, query: Query, focuses: Sequence[Node], targets: Sequence[Target]
    ) -> Iterator[Finding]:
        for solution in run(query, focuses, targets, self.index):
            value = solution.values.get("value", solution.focus if shape.path is None else None)
            where = solution.values.get("path")
            path = Predicate(where) if isinstance(where, str) else shape.path
            messages = tuple((tag, solution.fill(text)) for tag, text in query.messages or shape.messages)
            messages = messages or (("en", "the query finds this"),)
            yield Finding(solution.focus, path, value, shape.severity, messages, shape.name, COMPONENT)
