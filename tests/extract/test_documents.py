from __future__ import annotations

import pytest

from kg.extract.documents import clean_symbol, find_symbols
from kg.model import Kind
from tests.sentences import chinese, said, view

SYMBOLS = [
    ("见E/CN.4/2005/102/Add.1。", ["E/CN.4/2005/102/Add.1"]),
    ("A/67/53和Corr.1和2", ["A/67/53", "A/67/53/Corr.1", "A/67/53/Corr.2"]),
    ("A/60/1和Add.1-3及Corr.1", ["A/60/1", "A/60/1/Add.1", "A/60/1/Add.2", "A/60/1/Add.3", "A/60/1/Corr.1"]),
    ("A/37/351/Add.1和Corr.1", ["A/37/351/Add.1", "A/37/351/Add.1/Corr.1"]),
    ("A/CONF.157/24(Part I)，第三章", ["A/CONF.157/24 (Part I)"]),
    ("S/PRST/2010/11", ["S/PRST/2010/11"]),
    ("和/或", []),
    ("2001/02年度", []),
]


@pytest.mark.parametrize(("text", "expected"), SYMBOLS)
def test_symbols_with_what_is_added_to_them(text: str, expected: list[str]) -> None:
    assert [m.value for m in find_symbols(view(text), chinese())] == expected


def test_a_symbol_is_written_as_the_un_writes_it() -> None:
    assert clean_symbol("S/RES/1021 (1995)") == "S/RES/1021(1995)"


NUMBERS = [
    ("回顾其1988年12月9日第43/173号决议", ["A/RES/43/173"]),
    ("回顾其第47/19、48/16和49/9号决议", ["A/RES/47/19", "A/RES/48/16", "A/RES/49/9"]),
    ("回顾其1998年12月9日第53/144号和1999年12月17日第54/170号决议", ["A/RES/53/144", "A/RES/54/170"]),
    ("回顾安全理事会第1265(1999)号、第1674(2006)号决议", ["S/RES/1265(1999)", "S/RES/1674(2006)"]),
    ("回顾第3379(XXX)号决议", ["A/RES/3379(XXX)"]),
    ("回顾第二七五八(二十六)号决议", ["A/RES/2758(XXVI)"]),
    ("回顾第498(V)号决议", ["A/RES/498(V)"]),
    ("回顾第2200A(XXI)号决议", ["A/RES/2200A(XXI)"]),
    ("回顾第40/152 O号决议", ["A/RES/40/152O"]),
    ("回顾第S-21/2号决议和第ES-10/2号决议", ["A/RES/S-21/2", "A/RES/ES-10/2"]),
    ("回顾经济及社会理事会第1996/31号决议", ["E/RES/1996/31"]),
    ("回顾人权委员会第2004/87号决议", ["E/CN.4/RES/2004/87"]),
    ("回顾人权理事会第16/18号决议", ["A/HRC/RES/16/18"]),
    ("回顾经济及社会理事会第2004/117号决定", ["E/DEC/2004/117"]),
    ("回顾大会第60/251号决议和人权理事会第5/1号决议", ["A/RES/60/251", "A/HRC/RES/5/1"]),
    ("按2017/18年度计算", []),
    ("以十三票对零票通过", []),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_takes_the_organ_named_with_it(text: str, expected: list[str]) -> None:
    assert said(Kind.DOCUMENT, pp1=text) == [f"pp1: {symbol}" for symbol in expected]
