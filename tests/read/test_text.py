"""Plain text as extractors and web pages leave it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DocumentError
from kg.read.decode import decode
from kg.read.line import Line, Zone
from kg.read.text import collapse, read_text
from kg.read.variants import simplified


def lines(text: str) -> tuple[Line, ...]:
    return read_text(text)[0]


def body(text: str) -> list[str]:
    return [line.text for line in lines(text) if line.zone == Zone.BODY]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_chinese_text(encoding: str) -> None:
    assert decode("大会，回顾其决议。".encode(encoding), "a.txt") == "大会，回顾其决议。"


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x00\x01\x02binary\x00", b"\xff\xfe\xff"])
def test_what_is_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(data, "broken.txt")
    assert str(caught.value).startswith("broken.txt: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("强调强调强调强调各国", "强调各国"),
        ("强调强调强调强调指出指出指出指出必须", "强调指出必须"),
        ("残忍残忍残忍残忍、、、、不人道不人道不人道不人道", "残忍、不人道"),
        ("人人享有种种权利", "人人享有种种权利"),
        ("大大有助于一一落实", "大大有助于一一落实"),
        ("第1111号", "第1111号"),
        ("__________", "__________"),
    ],
)
def test_overprinted_words_collapse_and_doubled_words_stay(printed: str, clean: str) -> None:
    assert collapse(printed)[0] == clean


def test_overprinting_is_emphasis() -> None:
    (line,) = lines("重申重申重申重申其承诺，")
    assert [line.text[a:b] for a, b in line.emphasis] == ["重申"]


def test_a_mark_on_a_line_of_its_own_goes_back_to_its_place() -> None:
    first, second = lines("回顾《某公约》\n1 \n第 3 条，")
    assert (first.text, second.text) == ("回顾《某公约》¹", "第3条，")
    assert [mark.label for mark in first.marks] == ["1"]


def test_notes_between_rule_and_text_are_told_apart() -> None:
    text = "强调必须在该区域\n_______________ \n1\n 见 A/64/9123。\n\n2\n 同上。\n 内合作，"
    assert body(text) == ["强调必须在该区域", "内合作，"]
    assert [line.text for line in lines(text) if line.zone == Zone.FOOTNOTE] == ["¹见A/64/9123。", "²同上。"]


@pytest.mark.parametrize("furniture", ["3/7", "*1248825*", "12-48825 (C)", "- 4 -"])
def test_page_numbers_and_job_numbers_are_dropped(furniture: str) -> None:
    assert body(f"回顾其决议，\n{furniture}\n又回顾其决定，") == ["回顾其决议，", "又回顾其决定，"]


@pytest.mark.parametrize("mark", ["[1]", "①", "¹"])
def test_marks_inside_a_line_count_where_a_note_bears_them(mark: str) -> None:
    text = f"回顾《某公约》{mark}第3条，\n────────\n{mark} 见A/64/9123。"
    assert body(text) == ["回顾《某公约》¹第3条，"]
    assert body("回顾第[1]号表，") == ["回顾第[1]号表，"]


def test_bare_digits_are_marks_only_in_turn() -> None:
    notes = "\n_______________\n1 见A/64/9123。\n2 见A/64/9124。"
    assert body("回顾《某公约》、1 《某宣言》2 和第 2 条，" + notes)[0] == "回顾《某公约》、¹《某宣言》²和第2条，"
    assert body("回顾《某公约》，5 以及该公约，" + notes)[0] == "回顾《某公约》，5以及该公约，"


@given(st.text(alphabet="大会回顾强调，。《》1234567890[]①¹ _\n\f\r\u3000", max_size=120))
def test_every_character_leads_back_to_the_file(text: str) -> None:
    for line in lines(text):
        assert len(line.text) == (line.runs[0].end if line.runs else 0)
        for run in line.runs:
            assert 0 <= run.source_start < run.source_end <= len(text)
        for mark in line.marks:
            assert line.text[mark.start : mark.end]


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    (line,) = simplified(lines("安全理事會，回顧其關於恐怖主義的決議，"))
    assert line.text == "安全理事会，回顾其关于恐怖主义的决议，"


def test_simplified_text_keeps_a_character_that_traditional_text_shares() -> None:
    text = (
        "重申乾隆年间以来各国著作的重要性，并强调必须在联合国系统内继续加强这方面的国际合作与协调，以期取得更大进展，"
    )
    assert simplified(lines(text))[0].text == text
