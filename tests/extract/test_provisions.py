from __future__ import annotations

import pytest

from kg.extract.provisions import find_provisions
from kg.extract.sessions import find_sessions
from kg.extract.treatyseries import find_registrations
from tests.sentences import chinese, view

PROVISIONS = [
    ("第21和22条", ["art. 21", "art. 22"]),
    ("第十九条至第二十一条", ["art. 19", "art. 20", "art. 21"]),
    ("第3条第2款(b)项", ["art. 3 para. 2 (b)"]),
    ("第9条第1款和第2款", ["art. 9 para. 1", "art. 9 para. 2"]),
    ("第八条第一至第三款", ["art. 8 para. 1", "art. 8 para. 2", "art. 8 para. 3"]),
    ("第十一条第二款(子)项", ["art. 11 para. 2 (a)"]),
    ("第8(c)段", ["para. 8 (c)"]),
    ("第1、2和3段", ["para. 1", "para. 2", "para. 3"]),
    ("第七章", ["ch. 7"]),
    ("上文第3段", []),
    ("第三委员会", []),
    ("第六十八届会议", []),
]
SESSIONS = [
    ("第六十八届会议", ["68"]),
    ("第六十八届和第六十九届会议", ["68", "69"]),
    ("第六十八和六十九届会议", ["68", "69"]),
    ("第二十一届特别会议", ["S-21"]),
    ("第十届紧急特别会议", ["ES-10"]),
    ("第60次全体会议", []),
]
REGISTRATIONS = [
    ("联合国，《条约汇编》，第1465卷，第24841号。", ["UNTS 1465/24841"]),
    ("联合国，《条约汇编》，第75卷，第970至973号。", ["UNTS 75/970-973"]),
    ("同上，第2187卷，第38544号。", ["UNTS 2187/38544"]),
    ("国际联盟，《条约汇编》，第94卷，第2138号。", []),
    ("第61/177号决议，附件。", []),
]


@pytest.mark.parametrize(("text", "expected"), PROVISIONS)
def test_provisions_are_spelled_out(text: str, expected: list[str]) -> None:
    assert [m.value for m in find_provisions(view(text), chinese())] == expected


@pytest.mark.parametrize(("text", "expected"), SESSIONS)
def test_sessions(text: str, expected: list[str]) -> None:
    assert [m.value for m in find_sessions(view(text), chinese())] == expected


@pytest.mark.parametrize(("text", "expected"), REGISTRATIONS)
def test_registrations_have_volume_and_number(text: str, expected: list[str]) -> None:
    assert [m.value for m in find_registrations(view(text), chinese())] == expected
