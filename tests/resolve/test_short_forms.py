"""Short forms, both ways: what they stand for, and what they must not be taken for."""

from __future__ import annotations

from kg.model import Kind
from tests.sentences import said

CHILD = "Convention on the Rights of the Child"
DISABLED = "Convention on the Rights of Persons with Disabilities"
TORTURE = "Committee against Torture"


def test_the_convention_is_the_one_named_last() -> None:
    assert said(Kind.TREATY, pp1="回顾《儿童权利公约》，", op1="吁请各国加入《公约》；") == [
        f"pp1: {CHILD}",
        f"op1: {CHILD}",
    ]


def test_a_protocol_is_no_antecedent_of_the_convention() -> None:
    found = said(
        Kind.TREATY,
        pp1="回顾《残疾人权利公约》及《残疾人权利公约任择议定书》，",
        op1="吁请各国加入《公约》和《任择议定书》；",
    )
    assert found == [
        f"pp1: {DISABLED}",
        f"pp1: Optional Protocol to the {DISABLED}",
        f"op1: {DISABLED}",
        f"op1: Optional Protocol to the {DISABLED}",
    ]


def test_a_subcommittee_is_no_antecedent_of_the_committee() -> None:
    found = said(Kind.BODY, pp1="欢迎禁止酷刑委员会和预防酷刑小组委员会的工作，", op1="请委员会继续其工作；")
    assert found[-1] == f"op1: {TORTURE}"


def test_a_short_form_may_stand_before_the_name() -> None:
    assert (
        said(Kind.BODY, pp1="欢迎委员会的工作，", op1="请儿童权利委员会继续其工作；")[0]
        == "pp1: Committee on the Rights of the Child"
    )


def test_a_main_committee_is_no_antecedent() -> None:
    assert said(Kind.BODY, op1="请委员会继续其工作；") == ["op1: ?"]


def test_the_committees_of_states_are_no_short_form() -> None:
    assert said(Kind.BODY, pp1="回顾禁止酷刑委员会，", op1="吁请各委员会合作；") == [f"pp1: {TORTURE}"]


def test_a_fund_pointed_to_is_the_fund_named_before() -> None:
    found = said(Kind.BODY, op1="欢迎联合国援助酷刑受害者自愿基金，并呼吁各国向该基金捐款；")
    assert found == ["op1: United Nations Voluntary Fund for Victims of Torture"] * 2


def test_a_sanctions_committee_is_known_by_its_resolution() -> None:
    found = said(Kind.BODY, op1="请安全理事会第9981(2019)号决议所设委员会审议；", op2="又请委员会提出报告；")
    name = "Security Council Committee established pursuant to resolution 9981 (2019)"
    assert found == [f"op1: {name}", f"op2: {name}"]


def test_the_assembly_is_not_any_assembly() -> None:
    assert said(Kind.BODY, op1="欢迎全国人民代表大会通过法律；") == []
    assert said(Kind.BODY, op1="请大会审议此事；") == ["op1: General Assembly"]


def test_the_deputy_is_not_the_secretary_general() -> None:
    assert "op1: Secretary-General" not in said(Kind.BODY, op1="请常务副秘书长协调；")


def test_a_treaty_that_no_list_knows_is_found_by_its_form() -> None:
    assert said(Kind.TREATY, pp1="回顾《北极湖泊航行公约》，", op1="吁请各国加入《公约》；") == [
        "pp1: 北极湖泊航行公约",
        "op1: 北极湖泊航行公约",
    ]


def test_a_publication_is_no_treaty() -> None:
    assert said(Kind.TREATY, fn1="联合国，《条约汇编》，第9465卷，第94841号。") == []


def test_a_title_inside_a_title_is_part_of_it() -> None:
    found = said(Kind.TREATY, pp1="回顾《〈联合国气候变化框架公约〉京都议定书》，")
    assert found == ["pp1: Kyoto Protocol to the United Nations Framework Convention on Climate Change"]
