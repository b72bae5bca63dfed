from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import find_dates
from tests.sentences import chinese, view

DATES = [
    ("2012年12月20日", ["2012-12-20"]),
    ("一九七五年四月十七日", ["1975-04-17"]),
    ("一九六○年十二月十四日", ["1960-12-14"]),
    ("自2009年3月起", ["2009-03"]),
    ("1991年以来", ["1991"]),
    ("2004年1月1日至12月31日期间", ["2004-01-01/2004-12-31"]),
    ("2012年6月20日至22日", ["2012-06-20/2012-06-22"]),
    ("2012年6月20至22日", ["2012-06-20/2012-06-22"]),
    ("1973年10月22日、25日和27日", ["1973-10-22", "1973-10-25", "1973-10-27"]),
    ("6月20、21日", ["--06-20", "--06-21"]),
    ("每年6月26日", ["--06-26"]),
    ("2011-2020年", ["2011/2020"]),
    ("2017/18年度", ["2017/2018"]),
    ("2012-2013两年期", ["2012/2013"]),
    ("1990年代", ["199X"]),
]
NO_DATES = ["第1975(1999)号决议", "第1996/31号决议", "九十天之内", "五年期间", "第60次全体会议", "第2012号"]


def values(text: str) -> list[str]:
    return [mention.value for mention in find_dates(view(text), chinese())]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_are_read_in_all_their_forms(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_durations_are_no_dates(text: str) -> None:
    assert values(text) == []


@given(st.dates())
def test_every_day_is_read_back(day: object) -> None:
    year, month, number = map(int, str(day).split("-"))
    if year >= 1000:
        assert values(f"在{year}年{month}月{number}日举行") == (
            [str(day)] if year < 3000 else values(f"{year}年{month}月{number}日")
        )


@given(st.text(alphabet="0123456789年月日至和、第一二十〇/-()", max_size=30))
def test_any_text_gives_well_formed_dates(text: str) -> None:
    for mention in find_dates(view(text), chinese()):
        assert re.fullmatch(r"(\d{4}|-)?(-\d\d)*(/(\d{4}|-)?(-\d\d)*)?|\d{3}X", mention.value)
        assert mention.surface == text[mention.start : mention.end]
