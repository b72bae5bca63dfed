"""Dates on the calendar: which day begins and which ends what is written."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.describe.dates import bounds


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2012-12-20", "2012-12-20", "2012-12-20"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("1991", "1991-01-01", "1991-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2017/2018", "2017-01-01", "2018-12-31"),
        ("1994-06-05/1994-06-12", "1994-06-05", "1994-06-12"),
        ("2005/..", "2005-01-01", ""),
        ("../2005", "", "2005-12-31"),
        ("--06-26", "", ""),
        ("2013-02-29", "", ""),
        ("2013-13", "", ""),
        ("0000-01", "", ""),
        ("", "", ""),
    ],
)
def test_bounds(edtf: str, first: str, last: str) -> None:
    assert bounds(edtf) == (first, last)


@given(st.dates(), st.dates())
def test_an_interval_of_days_has_these_days_as_bounds(one: datetime.date, other: datetime.date) -> None:
    assert bounds(f"{one}/{other}") == (str(one), str(other))
    assert bounds(str(one)) == (str(one), str(one))
