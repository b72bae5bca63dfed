"""Literals as SHACL looks at them: well-formed or not, and in what order."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from kg.validate.terms import XSD

INTEGERS = {
    "integer": (None, None),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-(2**7), 2**7 - 1),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 2**8 - 1),
}
FLOATS = frozenset(XSD + name for name in ("double", "float"))
NUMBERS = frozenset((XSD + "decimal", *(XSD + name for name in INTEGERS), *FLOATS))
_WHOLE = (XSD + "integer", XSD + "integer")
_INTEGER = re.compile(r"[+-]?[0-9]+\Z")
_ZONE = re.compile(r"(Z|[+-][0-9]{2}:[0-9]{2})\Z")


def _integer(least: int | None, most: int | None) -> Callable[[str], bool]:
    def test(text: str) -> bool:
        return (
            bool(_INTEGER.match(text)) and (least is None or int(text) >= least) and (most is None or int(text) <= most)
        )

    return test


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern + r"\Z")
    return lambda text: compiled.match(text) is not None


def _date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(_ZONE.sub("", text))
    except ValueError:
        return False
    return len(_ZONE.sub("", text)) == 10


def _moment(text: str) -> bool:
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return "T" in text


_FORMS: dict[str, Callable[[str], bool]] = {
    **{XSD + name: _integer(*limits) for name, limits in INTEGERS.items()},
    XSD + "decimal": _matches(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"),
    XSD + "double": _matches(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN"),
    XSD + "float": _matches(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN"),
    XSD + "boolean": _matches(r"true|false|1|0"),
    XSD + "date": _date,
    XSD + "dateTime": _moment,
}


def well_formed(literal: ox.Literal) -> bool:
    """Return whether the literal's text is one of its datatype's; True for a datatype that is not known here.

    >>> well_formed(ox.Literal("2012-02-30", datatype=ox.NamedNode(XSD + "date")))
    False
    """
    form = _FORMS.get(literal.datatype.value)
    return form is None or form(literal.value)


def compare(left: object, right: object) -> int | None:
    """Return -1, 0 or 1 as SPARQL orders two literals, None where it does not.

    >>> compare(ox.Literal(9), ox.Literal(10)), compare(ox.Literal(9), ox.Literal("10"))
    (-1, None)
    """
    if not isinstance(left, ox.Literal) or not isinstance(right, ox.Literal):
        return None
    kinds = left.datatype.value, right.datatype.value
    if kinds == _WHOLE:
        try:
            return _order(int(left.value), int(right.value))
        except ValueError:
            return None
    if not (well_formed(left) and well_formed(right)):
        return None
    if kinds[0] in NUMBERS and kinds[1] in NUMBERS:
        return _order(_number(left), _number(right))
    if kinds[0] != kinds[1]:
        return None
    if kinds[0] == XSD + "dateTime":
        return _order_moments(left.value, right.value)
    if kinds[0] in (XSD + "date", XSD + "string"):
        return _order(left.value, right.value)
    return None


def _number(literal: ox.Literal) -> Decimal | float:
    return float(literal.value) if literal.datatype.value in FLOATS else Decimal(literal.value)


def _order_moments(left: str, right: str) -> int | None:
    first, second = datetime.datetime.fromisoformat(left), datetime.datetime.fromisoformat(right)
    if (first.tzinfo is None) != (second.tzinfo is None):
        return None
    return _order(first, second)


def _order(left: Any, right: Any) -> int:
    return int(left > right) - int(left < right)
