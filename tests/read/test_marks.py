from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.marks import mark, mark_note


def raised(pattern: str) -> list[bool]:
    return [char == "^" for char in pattern]


@pytest.mark.parametrize(
    ("text", "high", "marked", "labels"),
    [
        ("公约1第1条", "  ^   ", "公约¹第1条", ["1"]),
        ("25 days", "       ", "25 days", []),
        ("rights,12 13", "       ^^   ", "rights,¹² 13", ["12"]),
        ("rights[3] and", "      ^^^    ", "rights³ and", ["3"]),
        ("rights(3) and", "      ^^^    ", "rights³ and", ["3"]),
        ("rights3/ and", "      ^^    ", "rights³ and", ["3"]),
        ("rights1,2 and", "      ^^^    ", "rights¹,² and", ["1", "2"]),
        ("title** and", "     ^^    ", "title** and", ["**"]),
        ("1st of", "  ^^  ", "1st of", []),
        ("公约³和", "    ", "公约³和", ["3"]),
    ],
)
def test_marks_become_superscripts(text: str, high: str, marked: str, labels: list[str]) -> None:
    result = mark(text, raised(high.ljust(len(text))[: len(text)]))
    assert result.text == marked
    assert [found.label for found in result.marks] == labels


@pytest.mark.parametrize(
    ("text", "expected", "marked", "labels"),
    [
        ("7/ Resolution 99/1.", "", "⁷ Resolution 99/1.", ["7"]),
        ("[7] Resolution 99/1.", "", "⁷ Resolution 99/1.", ["7"]),
        ("* Reissued.", "", "* Reissued.", ["*"]),
        ("7 Resolution 99/1.", "7", "⁷ Resolution 99/1.", ["7"]),
        ("7联合国", "7", "⁷联合国", ["7"]),
        ("1975 and later", "1", "1975 and later", []),
        ("12 March 2001", "8", "12 March 2001", []),
        ("61/177号决议", "61", "61/177号决议", []),
    ],
)
def test_a_note_begins_with_its_mark(text: str, expected: str, marked: str, labels: list[str]) -> None:
    result = mark_note(text, [False] * len(text), expected)
    assert result.text == marked
    assert [(found.start, found.label) for found in result.marks] == [(0, label) for label in labels]


@given(st.lists(st.tuples(st.sampled_from("公a1 2/[](*)³,"), st.booleans()), max_size=15))
def test_marks_lie_in_the_text_and_the_rest_stays(chars: list[tuple[str, bool]]) -> None:
    text = "".join(char for char, _ in chars)
    result = mark(text, [high for _, high in chars], frozenset({"1/", "[2]"}))
    assert len(result.places) == len(result.text)
    assert all(0 <= place < len(text) for place in result.places)
    inside = {index for found in result.marks for index in range(found.start, found.end)}
    for index, place in enumerate(result.places):
        if index not in inside:
            assert result.text[index] == text[place]
    assert all(0 <= found.start < found.end <= len(result.text) for found in result.marks)
    assert [found.start for found in result.marks] == sorted(found.start for found in result.marks)
