"""Parts of documents in the forms of several organs and years, all of our own making."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DocumentError
from kg.model import Document, PartKind, Source
from kg.read.read import read
from kg.read.structure import structure
from kg.read.text import collapse, read_text
from tests.sentences import chinese


def parse(text: str) -> Document:
    lines, pages = read_text(text)
    return structure(lines, Source("specimen.txt", "text/plain", "0" * 64, pages), chinese())


def outline(text: str) -> list[tuple[str, str]]:
    return [(p.locator, p.text) for p in parse(text).parts if p.kind not in (PartKind.FRONT, PartKind.TITLE)]


MODERN = """64/990. 湖泊的养护

大会，

回顾其以往各项决议，

强调必须合作，

1. 吁请各国合作；

2. 请秘书长：

(a) 编写报告；

(b) 召开会议，以便：

㈠ 审议进展；

㈡ 提出建议；

3. 决定继续处理此案。

2009年12月18日
第66次全体会议
"""


def test_a_resolution_of_the_assembly() -> None:
    assert outline(MODERN) == [
        ("pp1", "回顾其以往各项决议，"),
        ("pp2", "强调必须合作，"),
        ("op1", "吁请各国合作；"),
        ("op2", "请秘书长："),
        ("op2.a", "编写报告；"),
        ("op2.b", "召开会议，以便："),
        ("op2.b.i", "审议进展；"),
        ("op2.b.ii", "提出建议；"),
        ("op3", "决定继续处理此案。"),
        ("front", "2009年12月18日"),
        ("front", "第66次全体会议"),
    ]


def test_title_and_number_are_told_apart() -> None:
    (title,) = (p for p in parse(MODERN).parts if p.kind == PartKind.TITLE)
    assert (title.text, title.label) == ("湖泊的养护", "64/990.")


def test_old_resolutions_count_in_chinese_and_letter_by_stems() -> None:
    text = "3990(XXX). 湖泊\n大会，\n回顾其决议，\n一、请秘书长：\n(甲) 编写报告；\n(乙) 召开会议；\n二、决定如上。"
    assert [locator for locator, _ in outline(text)] == ["pp1", "op1", "op1.a", "op1.b", "op2"]


def test_one_operative_paragraph_needs_no_number() -> None:
    text = "64/991. 湖泊\n大会，\n回顾其决议，\n决定通过本决议附件所载宣言。"
    assert [locator for locator, _ in outline(text)] == ["pp1", "op1"]


def test_an_annex_has_its_own_preamble_and_articles() -> None:
    text = (
        "64/992. 湖泊宣言\n大会，\n回顾其决议，\n通过本决议附件所载宣言。\n2009年12月18日\n"
        "第66次全体会议\n附件\n湖泊宣言\n"
        "大会，\n铭记《联合国宪章》，\n庄严宣布以下宣言：\n第1条\n人人可享用湖泊。\n"
        "第2条\n1. 各国应合作。\n2. 各国应协商。"
    )
    locators = [locator for locator, _ in outline(text) if not locator.startswith(("h", "front"))]
    assert locators == ["pp1", "op1", "annex.pp1", "annex.op1", "annex.1", "annex.2.1", "annex.2.2"]


def test_a_statement_without_organ_line_has_no_operative_part() -> None:
    text = "安全理事会主席的声明\n“安全理事会欢迎秘书长的报告。\n“安全理事会重申其承诺。"
    assert [locator for locator, _ in outline(text)] == ["pp1", "pp2"]


def test_a_number_in_a_sentence_begins_no_paragraph() -> None:
    text = "64/993. 湖泊\n\n大会，\n\n 回顾其关于湖泊的决议以及其中\n\n2. 段所述各点，\n\n1. 吁请各国合作。"
    assert [locator for locator, _ in outline(text)] == ["pp1", "op1"]


def test_text_in_no_known_language_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "finnish.txt"
    path.write_text(
        "Yleiskokous palauttaa mieleen aiemmat päätöslauselmansa ja korostaa yhteistyötä.", encoding="utf-8"
    )
    with pytest.raises(DocumentError, match="no known language"):
        read(path)


WORDS = st.text(alphabet="湖泊水域合作养护各国应当继续努力", min_size=40, max_size=120).filter(
    lambda words: collapse(words)[0] == words
)


@given(
    st.lists(WORDS, min_size=1, max_size=5),
    st.lists(WORDS, min_size=1, max_size=6),
    st.integers(16, 36),
    st.booleans(),
)
def test_paragraphs_survive_line_breaks(preamble: list[str], operative: list[str], width: int, bold: bool) -> None:
    """A resolution is set in lines of any width, verbs overprinted or not, and read back paragraph by paragraph."""
    before = [("强调", words + "，") for words in preamble]
    after = [("吁请", words + ("。" if n == len(operative) else "；")) for n, words in enumerate(operative, 1)]
    text = "64/994. 湖泊\n\n 大会，\n\n"
    for number, (verb, words) in enumerate([*before, *after], 1 - len(before)):
        head = f"{number}. " if number > 0 else ""
        rest = verb + words
        first, rest = rest[:width], rest[width:]
        printed = verb * 4 + first[len(verb) :] if bold else first
        text += f" {head}{printed}\n\n"
        while rest:
            text += rest[:width] + "\n\n"
            rest = rest[width:]
    expected = [(f"pp{n}", verb + words) for n, (verb, words) in enumerate(before, 1)]
    expected += [(f"op{n}", verb + words) for n, (verb, words) in enumerate(after, 1)]
    assert outline(text) == expected
