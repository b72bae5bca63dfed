"""Dates as OWL-Time: days are instants, whatever is longer is an interval between two days."""

from __future__ import annotations

import calendar
import re

from pyoxigraph import Literal

from kg.describe import iris
from kg.describe import vocabulary as v
from kg.describe.quads import Quads, node

_DATE = re.compile(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def describe_date(quads: Quads, iri: str, edtf: str, base: str) -> None:
    """Describe a date, and the first and last day of an interval, unless that was done.

    What has no place in the calendar (a day of every year) has its EDTF literal alone.
    """
    if not quads.first(iri):
        return
    subject = node(iri)
    quads.typed(subject, v.TIME_ENTITY)
    quads.add(subject, v.KG_EDTF, Literal(edtf, datatype=v.EDTF))
    days = bounds(edtf)
    if days == (edtf, edtf):
        quads.typed(subject, v.TIME_INSTANT)
        quads.add(subject, v.TIME_IN_XSD_DATE, Literal(edtf, datatype=v.XSD_DATE))
    elif any(days):
        quads.typed(subject, v.TIME_PROPER_INTERVAL)
        for term, day in zip((v.TIME_HAS_BEGINNING, v.TIME_HAS_END), days, strict=True):
            if day:
                day_iri = iris.entity_iri(iris.date_path(day), base)
                quads.once(iri, term, day_iri)
                describe_date(quads, day_iri, day, base)


def bounds(edtf: str) -> tuple[str, str]:
    """Return the first and last day of a date or interval; empty where it is open or has none.

    >>> bounds("199X"), bounds("2017/2018")
    (('1990-01-01', '1999-12-31'), ('2017-01-01', '2018-12-31'))
    >>> bounds("2012-12-20"), bounds("2005/.."), bounds("--06-26")
    (('2012-12-20', '2012-12-20'), ('2005-01-01', ''), ('', ''))
    """
    first, slash, last = edtf.partition("/")
    return _days(first)[0], _days(last if slash else first)[1]


def _days(date: str) -> tuple[str, str]:
    """Return the first and last day of a day, month, year, decade or century."""
    found = _DATE.fullmatch(date)
    if found is None:
        return "", ""
    year, month, day = found.groups()
    first, last = year.replace("X", "0"), year.replace("X", "9")
    if month is None:
        return f"{first}-01-01", f"{last}-12-31"
    if "X" in year or not 1 <= int(month) <= 12 or int(year) < 1:
        return "", ""
    length = calendar.monthrange(int(year), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{length:02}"
    return (date, date) if 1 <= int(day) <= length else ("", "")
