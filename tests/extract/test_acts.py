from __future__ import annotations

import pytest

from kg.extract.acts import find_act
from tests.sentences import chinese, view

ACTS = [
    ("又回顾其以往各项决议，", "recall"),
    ("强烈敦促各国停止这种做法；", "strongly urge"),
    ("强调指出必须合作；", "stress"),
    ("表示注意到秘书长的报告；", "take note"),
    ("表示赞赏地注意到秘书长的报告；", "take note with appreciation"),
    ("再次申明其承诺，", "reaffirm"),
    ("在这方面回顾第3条；", "recall"),
    ("根据《联合国宪章》第七章采取行动，", "act"),
    ("对局势恶化表示严重关切，", "express grave concern"),
    ("向各捐助国表示感谢；", "express gratitude"),
    ("审议了秘书长的报告，", "have considered"),
]


@pytest.mark.parametrize(("text", "verb"), ACTS)
def test_the_verb_that_opens_a_paragraph(text: str, verb: str) -> None:
    assert [m.value for m in find_act(view(text), chinese())] == [verb]


@pytest.mark.parametrize("text", ["各国应当合作。", "该报告载有下列建议："])
def test_a_sentence_without_such_a_verb_performs_none(text: str) -> None:
    assert list(find_act(view(text), chinese())) == []


def test_every_verb_of_the_rules_opens_a_paragraph() -> None:
    for row in chinese().rows("acts"):
        for form in row.get("forms", ()):
            assert [m.value for m in find_act(view(f"{form}有关各方的努力，"), chinese())], form
