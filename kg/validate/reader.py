"""From the text of a shapes file to shapes that the fast engine runs."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path as File

import pyoxigraph as ox

from kg.errors import DataError
from kg.validate import components as core
from kg.validate.paths import Either, Inverse, Path, Predicate, Repeat, Steps, sparql
from kg.validate.report import Severity
from kg.validate.shapes import Component, Messages, Shape, Shapes, Target
from kg.validate.sparql import Query, query
from kg.validate.terms import FIRST, NIL, RDFS, REST, SH, TYPE, Node, node, spelling

Facts = dict[str, list[Node]]  # the values of a node of the shapes file, by predicate
Maker = Callable[["Reader", Node, Node], list[Component]]

_TARGETS = {
    "targetNode": "node",
    "targetClass": "class",
    "targetSubjectsOf": "subjectsOf",
    "targetObjectsOf": "objectsOf",
}
_SILENT = re.compile(
    r"(?:message|severity|deactivated|name|description|order|group|defaultValue|path|flags|declare|property|sparql|target"
    r"|qualifiedMinCount|qualifiedMaxCount)\Z"
)
_NESTED = ("property", "node", "not", "and", "or", "xone", "qualifiedValueShape")
_REPEATS = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}
_TREE = frozenset(("NodeShape", "PropertyShape"))


class BrokenError(Exception):
    """Something in a shapes file is wrong: which node it is at, and what is wrong."""

    def __init__(self, at: Node, reason: str) -> None:
        super().__init__(reason)
        self.at = at
        self.reason = reason


def read_shapes(path: File) -> Shapes:
    """Read a shapes file (Turtle); DataError with the line where it is broken. A file read before is not read again."""
    try:
        return _read(path.read_bytes(), str(path))
    except OSError as error:
        raise DataError(str(path), f"cannot be read ({error.strerror})") from None


@functools.lru_cache(maxsize=8)
def _read(text: bytes, name: str) -> Shapes:
    facts: dict[Node, Facts] = {}
    try:
        for triple in ox.parse(text, format=ox.RdfFormat.TURTLE, base_iri="https://w3id.org/un-kg/"):
            facts.setdefault(node(triple.subject), {}).setdefault(triple.predicate.value, []).append(
                node(triple.object)
            )
    except SyntaxError as error:
        raise DataError(name, error.msg, f"line {error.lineno}") from None
    reader = Reader(facts)
    try:
        return reader.shapes()
    except BrokenError as error:
        line = _line(text.decode("utf-8", "replace"), reader.named(error.at))
        raise DataError(name, error.reason, f"line {line}" if line else "") from None


def _line(text: str, iri: str) -> int:
    """Return the line that first speaks of an IRI, preferably at its beginning; 0 where none does."""
    local = re.escape(re.split(r"[#/]", iri)[-1])
    for pattern in (rf"^\s*(?:[\w.-]*:|<[^>\s]*){local}(?![\w-])", rf"[:/#]{local}(?![\w-])"):
        found = re.search(pattern, text, re.MULTILINE) if local else None
        if found:
            return text.count("\n", 0, found.end()) + 1
    return 0


class Reader:
    """The nodes of a shapes file (or of a report), read on demand; ``unknown`` gathers what only pyshacl can do."""

    def __init__(self, facts: dict[Node, Facts]) -> None:
        self.facts = facts
        self.unknown: dict[str, None] = {}

    def shapes(self) -> Shapes:
        """Return all shapes; BrokenError where one is not right."""
        found: dict[Node, Shape] = {}
        todo = [name for name in self.facts if self._is_root(name)]
        while todo:
            name = todo.pop(0)
            if name not in found:
                found[name] = self.shape(name)
                todo.extend(self._references(name))
        for subject, facts in self.facts.items():
            if SH + "ConstraintComponent" in facts.get(TYPE, ()) or SH + "entailment" in facts:
                self.unknown[spelling(subject)] = None
        return Shapes(found, tuple(self.unknown))

    def _is_root(self, name: Node) -> bool:
        facts = self.facts[name]
        return any(SH + key in facts for key in (*_TARGETS, "target")) or any(
            SH + t in facts.get(TYPE, ()) for t in _TREE
        )

    def _references(self, name: Node) -> Iterator[Node]:
        for key in _NESTED:
            for value in self.values(name, key):
                yield from self.members(value) if key in ("and", "or", "xone") else (value,)

    def named(self, name: Node) -> str:
        """Return the IRI of a node, or of the nearest node with an IRI that leads to a blank one."""
        seen: set[Node] = set()
        while not isinstance(name, str) and name not in seen:
            seen.add(name)
            holders = (s for s, facts in self.facts.items() for values in facts.values() if name in values)
            name = next(holders, name)
        return name if isinstance(name, str) else ""

    def values(self, name: Node, key: str) -> list[Node]:
        """Return the values that a node has under a SHACL term."""
        return self.facts.get(name, {}).get(SH + key, [])

    def one(self, name: Node, key: str) -> Node | None:
        """Return the only value, or None; BrokenError where there are several."""
        values = self.values(name, key)
        if len(values) > 1:
            raise BrokenError(name, f"sh:{key} is given {len(values)} times")
        return values[0] if values else None

    def members(self, head: Node) -> list[Node]:
        """Return the members of an RDF list."""
        found: list[Node] = []
        while head != NIL:
            facts = self.facts.get(head, {})
            if len(facts.get(FIRST, ())) != 1 or len(facts.get(REST, ())) != 1:
                raise BrokenError(head, "a list is broken")
            found.append(facts[FIRST][0])
            head = facts[REST][0]
        return found

    def shape(self, name: Node) -> Shape:
        """Return the shape of that name; BrokenError where it is not right."""
        if name not in self.facts:
            raise BrokenError(name, f"the shape {spelling(name)} is referred to and not defined")
        path = self.one(name, "path")
        severity = self.one(name, "severity")
        try:
            grave = Severity(spelling(severity).removeprefix(SH)) if severity is not None else Severity.VIOLATION
        except ValueError:
            raise BrokenError(name, f"{spelling(severity or '')} is no severity") from None
        return Shape(
            name,
            self.path(path) if path is not None else None,
            grave,
            self.messages(name),
            tuple(self.targets(name)),
            tuple(self.components(name)),
            tuple(self.values(name, "property")),
            tuple(found for each in self.values(name, "sparql") if (found := self.query(each, name)) is not None),
            self.true(name, "deactivated"),
        )

    def true(self, name: Node, key: str) -> bool:
        """Return whether a node has the value true under a SHACL term."""
        value = self.one(name, key)
        return value is not None and spelling(value) in ("true", "1")

    def messages(self, name: Node) -> Messages:
        """Return a node's messages by language."""
        found = [(v.language or "", v.value) for v in self.values(name, "message") if isinstance(v, ox.Literal)]
        return tuple(sorted(found))

    def targets(self, name: Node) -> Iterator[Target]:
        """Yield what a shape applies to."""
        for key, way in _TARGETS.items():
            for value in self.values(name, key):
                if way != "node" and not isinstance(value, str):
                    raise BrokenError(name, f"sh:{key} is no IRI")
                yield Target(way, value)
        types = self.facts[name].get(TYPE, ())
        if RDFS + "Class" in types and isinstance(name, str):
            yield Target("class", name)
        for target in self.values(name, "target"):
            select = self.one(target, "select")
            if select is None or set(self.facts[target]) - {SH + "select", SH + "prefixes", TYPE}:
                self.unknown["sh:target"] = None
            else:
                yield Target("select", self.checked(target, spelling(select)).text)

    def path(self, value: Node) -> Path:
        """Return the property path that a node stands for; BrokenError where it is none."""
        if isinstance(value, str) and value != NIL:
            return Predicate(value)
        facts = self.facts.get(value, {})
        if FIRST in facts:
            return Steps(tuple(self.path(step) for step in self.members(value)))
        for key, values in facts.items():
            name = key.removeprefix(SH)
            if name == "inversePath":
                return Inverse(self.path(values[0]))
            if name == "alternativePath":
                return Either(tuple(self.path(branch) for branch in self.members(values[0])))
            if name in _REPEATS:
                return Repeat(self.path(values[0]), _REPEATS[name])
        raise BrokenError(value, "a property path is broken")

    def components(self, name: Node) -> Iterator[Component]:
        """Yield a shape's core constraints."""
        for predicate, values in self.facts[name].items():
            if not predicate.startswith(SH):
                continue
            key = predicate.removeprefix(SH)
            if _SILENT.match(key) or key in _TARGETS:
                continue
            make = _MAKERS.get(key)
            if make is None:
                self.unknown[f"sh:{key}"] = None
                continue
            for value in values:
                try:
                    yield from make(self, name, value)
                except (ValueError, KeyError, re.error) as error:
                    raise BrokenError(name, f"sh:{key} {spelling(value)!r} is not right ({error})") from None

    def query(self, name: Node, shape: Node) -> Query | None:
        """Read a SPARQL constraint; None where it is switched off."""
        select = self.one(name, "select")
        if select is None:
            raise BrokenError(name, "sh:sparql has no sh:select")
        if set(self.facts[name]) - {TYPE, *(SH + key for key in ("select", "message", "prefixes", "deactivated"))}:
            self.unknown["sh:sparql with other properties"] = None
        if self.true(name, "deactivated"):
            return None
        text = spelling(select)
        if re.search(r"[$?](shapesGraph|currentShape)\b", text):
            self.unknown["sh:sparql with $shapesGraph or $currentShape"] = None
        path = self.one(shape, "path")
        if path is not None:
            text = text.replace("$PATH", sparql(self.path(path)))
        return self.checked(name, text)

    def checked(self, name: Node, text: str) -> Query:
        """Return a query with its prefixes."""
        declared = [each for source in self.values(name, "prefixes") for each in self.values(source, "declare")]
        prefixes = {spelling(self.values(d, "prefix")[0]): spelling(self.values(d, "namespace")[0]) for d in declared}
        head = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in sorted(prefixes.items()))
        try:
            return query(head + text, self.messages(name), prefixes)
        except SyntaxError as error:
            raise BrokenError(name, f"the query of {self.named(name)} is broken: {error.msg}") from None


def _number(value: Node) -> int:
    number = int(spelling(value))
    if number < 0:
        raise ValueError("below zero")
    return number


def _iri(value: Node) -> str:
    if not isinstance(value, str):
        raise ValueError("no IRI")
    return value


def _literal(value: Node) -> ox.Literal:
    if not isinstance(value, ox.Literal):
        raise ValueError("no literal")
    return value


def _languages(reader: Reader, value: Node) -> Sequence[str]:
    return [spelling(member) for member in reader.members(value)]


def _qualified(reader: Reader, name: Node, shape: Node) -> list[Component]:
    least, most = reader.one(name, "qualifiedMinCount"), reader.one(name, "qualifiedMaxCount")
    return core.qualified(shape, None if least is None else _number(least), None if most is None else _number(most))


def _pattern(reader: Reader, name: Node, value: Node) -> list[Component]:
    return [core.pattern(spelling(value), spelling(reader.one(name, "flags") or ""))]


def _limit(key: str, allowed: tuple[int, ...]) -> Maker:
    name = key[0].upper() + key[1:]
    return lambda _, __, value: [core.limit(name, _literal(value), allowed)]


def _logical(name: str, allowed: Callable[[int, int], bool], message: str) -> Maker:
    def make(reader: Reader, _: Node, value: Node) -> list[Component]:
        shapes = reader.members(value) if name in ("And", "Or", "Xone") else [value]
        return [core.logical(name, shapes, lambda count: allowed(count, len(shapes)), message)]

    return make


_MAKERS: dict[str, Maker] = {
    "minCount": lambda _, __, value: [core.min_count(_number(value))],
    "maxCount": lambda _, __, value: [core.max_count(_number(value))],
    "class": lambda _, __, value: [core.of_class(_iri(value))],
    "datatype": lambda _, __, value: [core.datatype(_iri(value))],
    "nodeKind": lambda _, __, value: [core.node_kind(_iri(value))],
    "pattern": _pattern,
    "minLength": lambda _, __, value: [core.length("MinLength", _number(value), None)],
    "maxLength": lambda _, __, value: [core.length("MaxLength", 0, _number(value))],
    "minInclusive": _limit("minInclusive", (0, 1)),
    "minExclusive": _limit("minExclusive", (1,)),
    "maxInclusive": _limit("maxInclusive", (-1, 0)),
    "maxExclusive": _limit("maxExclusive", (-1,)),
    "in": lambda reader, _, value: [core.one_of(reader.members(value))],
    "languageIn": lambda reader, _, value: [core.language_in(_languages(reader, value))],
    "uniqueLang": lambda _, __, value: [core.unique_lang()] if spelling(value) in ("true", "1") else [],
    "hasValue": lambda _, __, value: [core.has_value(value)],
    "equals": lambda _, __, value: [core.equals(_iri(value))],
    "disjoint": lambda _, __, value: [core.disjoint(_iri(value))],
    "lessThan": lambda _, __, value: [core.less_than("LessThan", _iri(value), (-1,))],
    "lessThanOrEquals": lambda _, __, value: [core.less_than("LessThanOrEquals", _iri(value), (-1, 0))],
    "node": _logical("Node", lambda count, _: count == 1, "does not conform to its shape"),
    "not": _logical("Not", lambda count, _: count == 0, "conforms to a shape that it must not"),
    "and": _logical("And", lambda count, total: count == total, "does not conform to all of several shapes"),
    "or": _logical("Or", lambda count, _: count > 0, "conforms to none of several shapes"),
    "xone": _logical("Xone", lambda count, _: count == 1, "does not conform to exactly one of several shapes"),
    "qualifiedValueShape": _qualified,
}
