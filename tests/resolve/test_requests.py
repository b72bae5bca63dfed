from __future__ import annotations

from kg.model import Kind
from tests.sentences import said


def test_states_in_their_several_names_are_asked() -> None:
    assert said(Kind.ASKED, op1="敦促所有尚未加入的国家考虑加入；") == ["op1: States"]
    assert said(Kind.ASKED, op1="吁请会员国合作；") == ["op1: States"]


def test_parties_to_a_treaty_are_asked() -> None:
    assert said(Kind.ASKED, op1="吁请《儿童权利公约》缔约国提交报告；") == [
        "op1: States parties to the Convention on the Rights of the Child"
    ]


def test_each_of_a_list_is_asked() -> None:
    assert said(Kind.ASKED, op1="邀请儿童权利委员会和秘书长合作；") == [
        "op1: Committee on the Rights of the Child",
        "op1: Secretary-General",
    ]


def test_an_appeal_that_is_a_noun_asks_nobody() -> None:
    assert said(Kind.ASKED, op1="赞扬秘书长发出的呼吁各国合作的声明；") in ([], ["op1: States"])
    assert said(Kind.ASKED, op1="欢迎这一申请秘书长已收到；") == []


def test_a_report_is_owed_to_each_recipient_at_its_own_time() -> None:
    found = said(Kind.REPORT, op1="请秘书长向人权理事会和大会第六十八届会议提交报告；")
    assert sorted(found) == ["op1: General Assembly @ A/68", "op1: Human Rights Council"]


def test_no_report_where_none_is_asked() -> None:
    assert said(Kind.REPORT, op1="请秘书长向大会转达本决议；") == []
