from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.fold import Folded, compose, fold, fold_text, is_cjk


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("⼤会于⼗⼆⽉⼆⼗⽇", "大会于十二月二十日"),
        ("⻓期⻅诸⻚面", "长期见诸页面"),
        ("Ａ／ＲＥＳ／７０／１", "A/RES/70/1"),
        ("议程项目６９（ａ）", "议程项目69(a)"),
        ("３．５", "3.5"),
        ("第 1465 卷,第 24841 号", "第1465卷,第24841号"),
        ("《公约》 、 《议定书》", "《公约》、《议定书》"),
        ("说：是；否！何？“此”", "说：是；否！何？“此”"),
        ("A/67/1 和 Add.1", "A/67/1和Add.1"),
        ("the\u00a0 General  Assembly ", "the General Assembly"),
        ("the “Convention” and", "the “Convention” and"),
        ("of\ufb01ce of the High Commis\u00adsioner", "office of the High Commissioner"),
        ("non\u2011governmental", "non-governmental"),
        ("commu\u00ad", "commu-"),
        ("e\u0301tat", "état"),
        ("\ufeff大\u200b会", "大会"),
        ("公约¹ 第 1 条", "公约¹第1条"),
        ("\u3000\u3000一、\u3000二", "一、二"),
        ("a  \n  b\f c", "a\nb\fc"),
    ],
)
def test_one_printed_form_has_one_coding(printed: str, folded: str) -> None:
    assert fold_text(printed) == folded


def test_each_character_knows_its_source() -> None:
    text = "第 １4 卷 of\ufb01ce"
    result = fold(text)
    assert result.text == "第14卷office"
    assert [text[i] for i in result.source] == ["第", "１", "4", "卷", "o", "f", "ﬁ", "ﬁ", "c", "e"]
    start = result.text.index("14")
    assert text[slice(*result.span(start, start + 2))] == "１4"


def test_maps_are_led_on() -> None:
    inner = fold("第 1 卷")
    assert list(compose(inner, [10, 11, 12, 13, 14]).source) == [10, 12, 14]


def test_an_empty_span_is_empty() -> None:
    assert fold("第 1 卷").span(1, 1) == (2, 2)
    assert fold("").span(0, 0) == (0, 0)
    assert Folded("ab", (0, 1)).span(2, 2) == (2, 2)


def test_a_space_is_swallowed_by_cjk_alone() -> None:
    assert is_cjk("卷") and is_cjk("，") and is_cjk("》")
    assert not is_cjk("1") and not is_cjk("“") and not is_cjk("(")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_folding_is_idempotent_and_keeps_a_sound_map(text: str) -> None:
    once = fold(text)
    assert len(once.source) == len(once.text)
    assert list(once.source) == sorted(once.source)
    assert all(0 <= index < len(text) for index in once.source)
    assert fold(once.text).text == once.text


@given(st.text(alphabet="第卷号ab１1 （）／\u3000\u2f24\ufb01，¹", max_size=20))
def test_what_is_printed_stays(text: str) -> None:
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace("，", ",")
    assert "".join(unicodedata.normalize("NFKC", fold_text(text)).split()).replace("，", ",") == plain
