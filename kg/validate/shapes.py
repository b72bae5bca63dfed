"""A shapes file as values: each shape with its targets, path, severity, messages and constraints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kg.validate.paths import Path
from kg.validate.report import Severity
from kg.validate.terms import Node

if TYPE_CHECKING:
    from kg.validate.fast import Run
    from kg.validate.sparql import Query

Pairs: TypeAlias = "Sequence[tuple[Node, Sequence[Node]]]"  # focus nodes with their value nodes
Found: TypeAlias = "Iterable[tuple[Node, Node | None]]"  # focus nodes at fault, with the value at fault
Check: TypeAlias = "Callable[[Run, Pairs], Found]"
Messages: TypeAlias = "tuple[tuple[str, str], ...]"  # language (or "") and text


@dataclass(frozen=True, slots=True)
class Component:
    """One constraint of a shape: SHACL's name of it, the check, and what to say where the shape has no message."""

    iri: str
    check: Check
    message: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a shape applies to: ``way`` is node, class, subjectsOf, objectsOf or select; ``value`` its argument."""

    way: str
    value: Node

    def pattern(self) -> str:
        """Return the target as a SPARQL pattern that binds ``?this``; empty where there is none."""
        match self.way:
            case "class":
                return f"?this a <{self.value}> ."
            case "subjectsOf":
                return f"?this <{self.value}> ?target_object_ ."
            case "objectsOf":
                return f"?target_subject_ <{self.value}> ?this ."
            case _:
                return ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape, or a property shape where ``path`` is given."""

    name: Node
    path: Path | None
    severity: Severity
    messages: Messages
    targets: tuple[Target, ...]
    components: tuple[Component, ...]
    properties: tuple[Node, ...]
    queries: tuple[Query, ...]
    deactivated: bool


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes of a file. ``unknown`` names what of the file the fast engine cannot do: it is then pyshacl's."""

    shapes: dict[Node, Shape]
    unknown: tuple[str, ...]

    def with_targets(self) -> list[Shape]:
        """Return the shapes that apply to something by themselves."""
        return [shape for shape in self.shapes.values() if shape.targets and not shape.deactivated]
