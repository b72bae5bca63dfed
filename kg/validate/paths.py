"""Property paths: from a shapes file to functions over the data, and back to SPARQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kg.validate.index import Get, Index, closure
from kg.validate.terms import Node


@dataclass(frozen=True, slots=True)
class Predicate:
    """A single predicate."""

    iri: str


@dataclass(frozen=True, slots=True)
class Inverse:
    """A path followed from value to subject."""

    path: Path


@dataclass(frozen=True, slots=True)
class Steps:
    """Paths followed one after the other."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of some paths."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A path followed ``*``, ``+`` or ``?`` times."""

    path: Path
    times: str


Path: TypeAlias = "Predicate | Inverse | Steps | Either | Repeat"


def follow(path: Path, index: Index) -> Get:
    """Return the function that gives the nodes at the end of a path, each once."""
    match path:
        case Predicate(iri):
            return index.forward(iri)
        case Inverse(Predicate(iri)):
            return index.backward(iri)
        case Inverse(inner):
            return follow(_turned(inner), index)
        case Steps(paths):
            return _chain([follow(step, index) for step in paths])
        case Either(paths):
            return _union([follow(branch, index) for branch in paths])
        case Repeat(inner, times):
            return _repeated(follow(inner, index), times)


def _turned(path: Path) -> Path:
    match path:
        case Predicate():
            return Inverse(path)
        case Inverse(inner):
            return inner
        case Steps(paths):
            return Steps(tuple(_turned(step) for step in reversed(paths)))
        case Either(paths):
            return Either(tuple(_turned(branch) for branch in paths))
        case Repeat(inner, times):
            return Repeat(_turned(inner), times)


def _chain(gets: list[Get]) -> Get:
    def get(start: Node) -> Sequence[Node]:
        nodes: Sequence[Node] = (start,)
        for step in gets:
            if len(nodes) == 1:
                nodes = step(nodes[0])
            elif nodes:
                nodes = list(dict.fromkeys(value for each in nodes for value in step(each)))
            else:
                break
        return nodes

    return get


def _union(gets: list[Get]) -> Get:
    return lambda start: list(dict.fromkeys(value for get in gets for value in get(start)))


def _repeated(get: Get, times: str) -> Get:
    if times == "?":
        return lambda start: list(dict.fromkeys((start, *get(start))))
    if times == "+":
        return lambda start: closure(get, get(start))
    return lambda start: closure(get, (start,))


def sparql(path: Path) -> str:
    """Return the path as SPARQL writes it.

    >>> sparql(Steps((Predicate("urn:a"), Inverse(Predicate("urn:b")))))
    '<urn:a>/^<urn:b>'
    """
    match path:
        case Predicate(iri):
            return f"<{iri}>"
        case Inverse(inner):
            return f"^{_grouped(inner)}"
        case Steps(paths):
            return "/".join(_grouped(step) for step in paths)
        case Either(paths):
            return "|".join(_grouped(branch) for branch in paths)
        case Repeat(inner, times):
            return f"{_grouped(inner)}{times}"


def _grouped(path: Path) -> str:
    text = sparql(path)
    return (
        text
        if isinstance(path, Predicate) or (isinstance(path, Inverse) and isinstance(path.path, Predicate))
        else f"({text})"
    )
