"""Tables line up in the terminal, whatever the script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.table import cut, table, width


def test_columns_line_up_under_chinese_cells() -> None:
    assert table(("名称", "n"), [("灯塔", "1"), ("buoy", "2")]).splitlines() == [
        "名称  n",
        "────  ─",
        "灯塔  1",
        "buoy  2",
    ]


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("灯塔", 4), ("ｶ", 1), ("（）", 4), ("e\u0301", 1), ("\u200b", 0), ("─", 1)],
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_the_widest_cells_are_cut_first() -> None:
    lines = table(("short", "long"), [("abc", "a sentence that is far too long")], columns=20).splitlines()
    assert lines[2] == "abc    a sentence t…"
    assert all(width(line) <= 20 for line in lines)


def test_line_breaks_become_spaces() -> None:
    assert table(("a",), [("one\ntwo\tthree",)]).splitlines()[2] == "one two three"


def test_without_rows_the_header_stands() -> None:
    assert table(("a", "b"), []) == "a  b\n─  ─"


@given(st.text(alphabet="ab灯塔é", max_size=30), st.integers(1, 30))
def test_a_cut_text_fits_and_begins_alike(text: str, columns: int) -> None:
    shortened = cut(text, columns)
    assert width(shortened) <= columns
    assert shortened == text or text.startswith(shortened.removesuffix("…"))
