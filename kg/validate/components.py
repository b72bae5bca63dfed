"""SHACL's core constraints, each a check over all focus nodes of a shape at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from kg.validate.literals import compare, well_formed
from kg.validate.shapes import Check, Component, Found, Pairs
from kg.validate.terms import SH, TYPE, XSD, Node, spelling

if TYPE_CHECKING:
    from kg.validate.fast import Run

Test: TypeAlias = Callable[[Node], bool]
XSD_STRING = XSD + "string"


def component(name: str, check: Check, message: str) -> Component:
    """Return the constraint that SHACL calls ``sh:<name>ConstraintComponent``."""
    return Component(f"{SH}{name}ConstraintComponent", check, message)


def each(name: str, test: Test, message: str) -> Component:
    """Return a constraint that every value has to meet by itself."""

    def check(_: Run, pairs: Pairs) -> Found:
        return [(focus, value) for focus, values in pairs for value in values if not test(value)]

    return component(name, check, message)


def min_count(least: int) -> Component:
    """At least so many values."""

    def check(_: Run, pairs: Pairs) -> Found:
        return [(focus, None) for focus, values in pairs if len(values) < least]

    return component("MinCount", check, f"fewer than {least} values")


def max_count(most: int) -> Component:
    """At most so many values."""

    def check(_: Run, pairs: Pairs) -> Found:
        return [(focus, None) for focus, values in pairs if len(values) > most]

    return component("MaxCount", check, f"more than {most} values")


def of_class(iri: str) -> Component:
    """Every value is an instance of a class or of one below it."""

    def check(run: Run, pairs: Pairs) -> Found:
        types = run.index.forward(TYPE)
        below = run.index.subclasses(iri)
        known: dict[Node, bool] = {}
        for focus, values in pairs:
            for value in values:
                fits = known.get(value)
                if fits is None:
                    fits = known[value] = not isinstance(value, ox.Literal) and not below.isdisjoint(types(value))
                if not fits:
                    yield focus, value

    return component("Class", check, f"not a <{iri}>")


def datatype(iri: str) -> Component:
    """Every value is a well-formed literal of a datatype."""
    if iri == XSD_STRING:
        return each("Datatype", _plain, "not a string")
    return each(
        "Datatype",
        lambda v: isinstance(v, ox.Literal) and v.datatype.value == iri and well_formed(v),
        f"not a well-formed <{iri}>",
    )


def _plain(value: Node) -> bool:
    return isinstance(value, ox.Literal) and value.datatype.value == XSD_STRING


_KINDS: dict[str, Test] = {
    "IRI": lambda v: isinstance(v, str),
    "Literal": lambda v: isinstance(v, ox.Literal),
    "BlankNode": lambda v: isinstance(v, ox.BlankNode),
    "BlankNodeOrIRI": lambda v: not isinstance(v, ox.Literal),
    "BlankNodeOrLiteral": lambda v: not isinstance(v, str),
    "IRIOrLiteral": lambda v: not isinstance(v, ox.BlankNode),
}


def node_kind(iri: str) -> Component:
    """Every value is an IRI, a literal, a blank node, or one of two of them; KeyError for another kind."""
    name = iri.removeprefix(SH)
    return each("NodeKind", _KINDS[name], f"not of kind {name}")


def pattern(regex: str, flags: str) -> Component:
    """Every value's text contains a match; re.error for a broken pattern."""
    letters = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
    search = re.compile(regex, sum(letters[flag] for flag in set(flags))).search
    return each(
        "Pattern",
        lambda v: not isinstance(v, ox.BlankNode) and search(spelling(v)) is not None,
        f"does not match {regex}",
    )


def length(name: str, least: int, most: int | None) -> Component:
    """Every value's text has at least, or at most, so many characters."""

    def test(value: Node) -> bool:
        if isinstance(value, ox.BlankNode):
            return False
        count = len(spelling(value))
        return count >= least and (most is None or count <= most)

    return each(name, test, f"shorter than {least}" if most is None else f"longer than {most}")


def limit(name: str, bound: ox.Literal, allowed: Collection[int]) -> Component:
    """Every value compares with a bound in one of the allowed ways (-1, 0, 1)."""
    return each(name, lambda v: compare(v, bound) in allowed, f"out of range ({name} {bound.value})")


def one_of(members: Sequence[Node]) -> Component:
    """Every value is one of a list."""
    allowed = frozenset(members)
    return each("In", lambda v: v in allowed, "not one of the allowed values")


def language_in(ranges: Sequence[str]) -> Component:
    """Every value is in one of the languages, or a variety of it."""
    folded = tuple(each_range.casefold() for each_range in ranges)

    def test(value: Node) -> bool:
        tag = (value.language or "").casefold() if isinstance(value, ox.Literal) else ""
        return bool(tag) and any(r == "*" or tag == r or tag.startswith(r + "-") for r in folded)

    return each("LanguageIn", test, f"language not one of {', '.join(ranges)}")


def unique_lang() -> Component:
    """No two values are of the same language."""

    def check(_: Run, pairs: Pairs) -> Found:
        for focus, values in pairs:
            if len(values) > 1:
                tags = Counter(v.language.casefold() for v in values if isinstance(v, ox.Literal) and v.language)
                yield from ((focus, None) for count in tags.values() if count > 1)

    return component("UniqueLang", check, "several values of one language")


def has_value(wanted: Node) -> Component:
    """One of the values is the one wanted."""

    def check(_: Run, pairs: Pairs) -> Found:
        return [(focus, None) for focus, values in pairs if wanted not in values]

    return component("HasValue", check, f"the value {spelling(wanted)} is missing")


def equals(iri: str) -> Component:
    """Exactly the values of another predicate."""

    def check(run: Run, pairs: Pairs) -> Found:
        get = run.index.forward(iri)
        for focus, values in pairs:
            others = get(focus)
            yield from ((focus, value) for value in values if value not in others)
            yield from ((focus, value) for value in others if value not in values)

    return component("Equals", check, f"not the same as <{iri}>")


def disjoint(iri: str) -> Component:
    """No value is one of another predicate."""

    def check(run: Run, pairs: Pairs) -> Found:
        get = run.index.forward(iri)
        for focus, values in pairs:
            others = get(focus)
            yield from ((focus, value) for value in values if value in others)

    return component("Disjoint", check, f"also a value of <{iri}>")


def less_than(name: str, iri: str, allowed: Collection[int]) -> Component:
    """Every value is below (or equal to) every value of another predicate."""

    def check(run: Run, pairs: Pairs) -> Found:
        get = run.index.forward(iri)
        for focus, values in pairs:
            others = get(focus)
            yield from ((focus, v) for v in values for other in others if compare(v, other) not in allowed)

    return component(name, check, f"not less than <{iri}>")


def _all_values(pairs: Pairs) -> dict[Node, None]:
    return {value: None for _, values in pairs for value in values}


def logical(name: str, shapes: Sequence[Node], allowed: Callable[[int], bool], message: str) -> Component:
    """For every value, the number of shapes that it conforms to is an allowed one."""

    def check(run: Run, pairs: Pairs) -> Found:
        values = _all_values(pairs)
        failing = [run.failing(shape, values) for shape in shapes]
        wrong = {value for value in values if not allowed(len([True for failed in failing if value not in failed]))}
        return [(focus, value) for focus, vs in pairs for value in vs if value in wrong] if wrong else ()

    return component(name, check, message)


def qualified(shape: Node, least: int | None, most: int | None) -> list[Component]:
    """At least, or at most, so many values conform to a shape."""

    def too_few(run: Run, pairs: Pairs) -> Found:
        return [(focus, None) for focus, count in run.conforming(shape, pairs) if count < (least or 0)]

    def too_many(run: Run, pairs: Pairs) -> Found:
        return [(focus, None) for focus, count in run.conforming(shape, pairs) if most is not None and count > most]

    found = []
    if least is not None:
        found.append(component("QualifiedMinCount", too_few, f"fewer than {least} such values"))
    if most is not None:
        found.append(component("QualifiedMaxCount", too_many, f"more than {most} such values"))
    return found
