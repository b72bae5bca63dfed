from __future__ import annotations

from kg.model import Kind
from tests.sentences import said

SERIES = "联合国，《条约汇编》，第9465卷，第94841号。"


def test_ibid_goes_on_from_the_note_before() -> None:
    notes = {"fn1": SERIES, "fn2": "同上，第9475卷，第94970号。"}
    assert said(Kind.UNTS, **notes) == ["fn1: UNTS 9465/94841", "fn2: UNTS 9475/94970"]


def test_ibid_after_another_source_is_no_registration() -> None:
    assert said(Kind.UNTS, fn1="见A/64/9123。", fn2="同上，第9475卷，第94970号。") == ["fn2: ?"]


def test_ibid_alone_repeats_the_source() -> None:
    assert said(Kind.DOCUMENT, fn1="见A/64/9123。", fn2="同上。") == ["fn1: A/64/9123", "fn2: A/64/9123"]


def test_a_mark_cited_again_denotes_the_same_note() -> None:
    found = said(Kind.FOOTNOTE, pp1="回顾《儿童权利公约》，¹", op1="重申《公约》¹第3条；", fn1=SERIES)
    assert found == ["pp1: 1", "op1: 1"]


def test_a_mark_without_a_note_stays_open() -> None:
    assert said(Kind.FOOTNOTE, pp1="回顾其决议，⁷") == ["pp1: ?"]


def test_a_note_identifies_what_its_mark_follows() -> None:
    assert said(Kind.IDENTIFIES, pp1="回顾《儿童权利公约》¹第3条，", fn1=SERIES) == [
        "fn1: Convention on the Rights of the Child"
    ]


def test_a_note_identifies_nothing_where_no_name_ends() -> None:
    assert said(Kind.IDENTIFIES, pp1="回顾《儿童权利公约》的报告，¹", fn1="见A/64/9123。") == []


def test_a_registration_names_a_treaty_that_no_list_knows() -> None:
    from tests.sentences import understand

    found = understand(pp1="回顾《北极湖泊航行公约》，¹", fn1=SERIES)
    paths = {r.entity.path for r in found.references if r.entity and r.mention.kind == Kind.TREATY}
    assert paths == {"treaty/unts-9465-94841"}
