"""The forms in which organs, years and sources print resolutions; every specimen is an invention."""

from __future__ import annotations

import pytest

from kg.model import Document, PartKind, Source
from kg.read.identify import identify
from kg.read.structure import structure
from kg.read.text import read_text
from tests.sentences import chinese


def parse(text: str) -> Document:
    lines, pages = read_text(text)
    return structure(lines, Source("specimen.txt", "text/plain", "0" * 64, pages), chinese())


def locators(text: str) -> list[str]:
    """Return the locators of paragraphs, items and notes in order."""
    kinds = (PartKind.FRONT, PartKind.TITLE, PartKind.CLOSING, PartKind.HEADING)
    return [part.locator for part in parse(text).parts if part.kind not in kinds]


def kinds(text: str, kind: PartKind) -> list[str]:
    return [part.text for part in parse(text).parts if part.kind == kind]


COUNCIL = """第9998(2011)号决议
2011年7月12日安全理事会第9581次会议通过
安全理事会，
重申其关于河谷地区的各项决议，
又重申其主席声明，[1]
1. 强烈谴责一切违反行为；
2. 请秘书长：
(a) 在报告中列入附件；
(b) 酌情考虑：
㈠ 袭击学校；
㈡ 袭击医院；
(c) 采取其他措施；
并请会员国予以合作；
3. 决定继续处理此案。
[1] S/PRST/2010/910。
"""


def test_a_resolution_of_the_security_council() -> None:
    expected = ["pp1", "pp2", "op1", "op2", "op2.a", "op2.b", "op2.b.i", "op2.b.ii", "op2.c", "op3", "fn1"]
    assert locators(COUNCIL) == expected
    assert kinds(COUNCIL, PartKind.TITLE) == []
    assert kinds(COUNCIL, PartKind.FRONT)[0] == "第9998(2011)号决议"


def test_text_after_the_items_goes_on_their_paragraph() -> None:
    assert parse(COUNCIL).part("op2").text == "请秘书长：并请会员国予以合作；"


def test_a_web_page_marks_its_notes_with_arrows() -> None:
    document = parse(COUNCIL.replace("[1] S/", "↑ S/"))
    assert document.part("fn1").text == "S/PRST/2010/910。"
    assert [mark.label for mark in document.part("pp2").marks] == ["1"]


PARTS = """3999 (XXIX). 河谷特别委员会的报告
                    A
    大会，
    遵循联合国宪章的宗旨和原则，
    1. 赞扬特别委员会的努力；
    2. 痛惜各方不予合作；
                                    一九七四年十一月二十九日
                                    第二三九九次全体会议
                    B
    大会，
    审议了特别委员会的报告，1/
    1. 请秘书长：
      (甲) 继续提供便利；
      (乙) 向大会提出报告；
    2. 决定列入议程。
                                    一九七四年十一月二十九日
1/ A/9917。
"""


def test_parts_that_count_anew_have_locators_of_their_own() -> None:
    expected = ["pp1", "op1", "op2", "part2.pp1", "part2.op1", "part2.op1.a", "part2.op1.b", "part2.op2", "fn1"]
    assert locators(PARTS) == expected
    assert [problem.code for problem in parse(PARTS).problems] == ["restarted-numbers"]
    assert kinds(PARTS, PartKind.TITLE) == ["河谷特别委员会的报告"]


def test_sections_with_headings_share_one_series() -> None:
    text = (
        "2005/930. 职司委员会\n\n    经济及社会理事会，\n\n    回顾大会第57/970 B号决议，(1)\n\n    一\n\n"
        "    1. 强调必须执行；\n\n    2. 请各委员会：\n\n"
        "    (a) 审查其工作方法：\n\n    (一) 包括议程；\n\n    (二) 包括文件；\n\n"
        "    (b) 提出报告；\n\n    二\n\n    3. 请秘书长提交报告。\n\n"
        "          2005年7月25日\n          第38次全体会议\n\n(1) 见E/2005/961。"
    )
    assert locators(text) == ["pp1", "op1", "op2", "op2.a", "op2.a.i", "op2.a.ii", "op2.b", "op3", "fn1"]
    assert kinds(text, PartKind.HEADING) == ["一", "二"]
    assert [mark.label for mark in parse(text).part("pp1").marks] == ["1"]


def test_lettered_clauses_under_one_verb_are_items_of_the_only_paragraph() -> None:
    text = (
        "55/992. 湖泊\n大会，\n回顾其决议，\n决定：\n(a) 核准附件；\n"
        "(b) 请秘书长继续工作。\n2000年9月8日\n第8次全体会议"
    )
    assert locators(text) == ["pp1", "op1", "op1.a", "op1.b"]


def test_a_preamble_may_have_items_below_a_bare_verb() -> None:
    text = (
        "50/999. 贸易\n大会，\n铭记\n(a) 其第2205(XXI)号决议；\n"
        "(b) 其第3108(XXVIII)号决议，\n强调协调，\n1. 赞扬秘书处。"
    )
    assert locators(text) == ["pp1", "pp1.a", "pp1.b", "pp2", "op1"]


def test_several_annexes_have_numbers() -> None:
    text = (
        "55/993. 湖泊\n大会，\n回顾其决议，\n1. 核准附件。\n2000年9月8日\n第8次全体会议\n"
        "附件一\n工作安排\n一、总则\n1. 会议将举行四次。\n2. 讨论应当：\n"
        "(a) 公开；\n(b) 简短。\n二、发言\n3. 按抽签次序发言。\n"
        "附件二\n名单\n1. 圆桌会议。\n2. 全体会议。"
    )
    annexes = ["annex.1", "annex.2", "annex.2.a", "annex.2.b", "annex.3", "annex2.1", "annex2.2"]
    assert locators(text) == ["pp1", "op1", *annexes]
    assert kinds(text, PartKind.HEADING) == ["附件一", "工作安排", "一、总则", "二、发言", "附件二", "名单"]


def test_a_decision_has_an_operative_paragraph_without_an_organ_line() -> None:
    text = "大会\n关于设立某项基金的第60/951号决定\n\n2006年5月9日，大会第80次全体会议决定接受秘书长的建议。"
    assert locators(text) == ["op1"]


def test_twofold_bold_is_collapsed_where_the_document_prints_it_so() -> None:
    text = (
        "62/949. 湖泊\n大会大会，\n遵循遵循《联合国宪章》的宗旨，\n回顾回顾其决议，\n"
        "1. 吁请吁请人人享有种种权利的国家；\n2. 请请秘书长提出报告；\n3. 决定决定继续审议。"
    )
    document = parse(text)
    assert document.part("pp1").text == "遵循《联合国宪章》的宗旨，"
    assert document.part("op1").text == "吁请人人享有种种权利的国家；"
    assert [document.part("op2").text[a:b] for a, b in document.part("op2").emphasis] == ["请"]


def test_narrow_lines_and_a_title_over_two_lines() -> None:
    text = (
        "人权理事会\n第三十四届会议\n人权理事会2017年3月23日通过的决议\n"
        "34/995. 河谷居民\n      处境特别报告员的任务\n人权理事会，\n"
        "回顾大会1998年12月9日第\n53/944号决议，其中大会协商一\n"
        "致通过了《宣言》，\n1. 决定将特别报告员的任务延\n长三年；\n"
        "2. 敦促各国与特别报告员合\n作。\n第57次会议\n2017年3月23日\n[未经表决获得通过。]"
    )
    document = parse(text)
    assert kinds(text, PartKind.TITLE) == ["河谷居民处境特别报告员的任务"]
    assert document.part("pp1").text == "回顾大会1998年12月9日第53/944号决议，其中大会协商一致通过了《宣言》，"
    assert kinds(text, PartKind.CLOSING) == ["第57次会议", "2017年3月23日", "[未经表决获得通过。]"]


def test_a_page_that_ends_in_a_paragraph_and_its_running_header() -> None:
    text = (
        "A/RES/64/996\n大会决议\n64/996. 湖泊的养护与利用\n大会，\n强调必须在一切情况下\n"
        "\fA/RES/64/996\n\n湖泊的养护与利用\n\n2/2\n\n合作，\n1. 决定继续审议。\n"
    )
    document = parse(text)
    assert document.part("pp1").text == "强调必须在一切情况下合作，"
    assert [run.page for run in document.part("pp1").runs] == [1, 2]
    assert document.source.pages == 2


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "64/997. Lakes\n\nThe General Assembly,\n\n"
            "Recalling its resolutions on the conservation of the lakes,1\n\n"
            "Adopts the declaration that is annexed to the present resolution.\n\n"
            "12th plenary meeting\n3 March 2010\n\n"
            "1 See resolution 60/999 and the report of the lakes.\n\n"
            "Annex\n\nArticle 1\n\nAll of the lakes are for all.",
            ["pp1", "op1", "annex.1", "fn1"],
        ),
        (
            "fr",
            "L’Assemblée générale,\n\nRappelant les résolutions sur la conservation des lacs et de leurs eaux,\n\n"
            "1. Prie le Secrétaire général :\n\n"
            "a) De présenter un rapport sur les lacs ;\n\nb) De réunir les États ;\n\n"
            "2. Décide de rester saisie de la question.",
            ["pp1", "op1", "op1.a", "op1.b", "op2"],
        ),
        (
            "es",
            "La Asamblea General,\n\n"
            "Recordando sus resoluciones sobre la conservación de los lagos y de las aguas,\n\n"
            "1. Pide al Secretario General que presente un informe;\n\n2. Decide seguir examinando la cuestión.",
            ["pp1", "op1", "op2"],
        ),
        (
            "ru",
            "Генеральная Ассамблея,\n\nссылаясь на свои резолюции об охране озер и о водах,\n\n"
            "1. просит Генерального секретаря:\n\nа) представить доклад на следующей сессии;\n\n"
            "б) созвать совещание по вопросу о водах;\n\n2. постановляет продолжить рассмотрение.",
            ["pp1", "op1", "op1.a", "op1.b", "op2"],
        ),
        (
            "ar",
            "إن الجمعية العامة،\n\nإذ تشير إلى قراراتها السابقة بشأن البحيرات،\n\n"
            "1 - تطلب إلى الأمين العام تقديم تقرير؛\n\n"
            "2 - تقرر مواصلة النظر في المسألة.",
            ["pp1", "op1", "op2"],
        ),
    ],
)
def test_the_structure_of_the_other_languages(code: str, text: str, expected: list[str]) -> None:
    from kg.read.identify import known_languages

    lines, pages = read_text(text)
    rules = identify(lines, known_languages())
    document = structure(lines, Source("specimen.txt", "text/plain", "0" * 64, pages), rules)
    named = [part.locator for part in document.parts if part.locator != "front" and part.kind != PartKind.HEADING]
    assert (document.language, named) == (code, expected)
