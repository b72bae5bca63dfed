"""What the work says, mention by mention."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.describe import describe
from kg.describe.vocabulary import term
from kg.model import Entity, Kind, Source, Understanding
from tests.describe.understood import TREATY, understanding

WORK = "https://undocs.org/A/RES/99/501"
TEXT = "https://undocs.org/zh/A/RES/99/501"
BASE = "https://w3id.org/un-kg/"


class Graph:
    """Statements by subject and property, IRIs and literals as plain text."""

    def __init__(self, whole: Understanding, *others: Source) -> None:
        self.store = ox.Store()
        self.store.extend(describe(whole, others=others))

    def values(self, subject: str, predicate: str) -> list[str]:
        found = self.store.quads_for_pattern(ox.NamedNode(subject), term(predicate), None)
        return sorted(quad.object.value for quad in found if not isinstance(quad.object, ox.BlankNode | ox.Triple))

    def kinds(self, subject: str) -> set[str]:
        return {value.rpartition("/")[2].rpartition("#")[2] for value in self.values(subject, "rdf:type")}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph(understanding())


def test_the_front_matter_describes_the_work(graph: Graph) -> None:
    assert graph.kinds(WORK) == {"Resolution", "Document", "FRBRWork"}
    assert graph.values(WORK, "dcterms:identifier") == ["A/RES/99/501"]
    assert graph.values(WORK, "dcterms:creator") == [BASE + "body/general-assembly"]
    assert graph.values(WORK, "kg:adopted") == ["2044-12-02"]
    assert graph.values(WORK, "kg:meeting") == ["71"]
    assert graph.values(WORK, "kg:session") == [BASE + "session/A-99"]
    assert graph.values(TEXT, "dcterms:title") == ["灯塔"]


def test_the_parts_of_the_front_matter_are_one_part_of_the_work(graph: Graph) -> None:
    assert graph.values(WORK + "#front", "kg:position") == ["1"]
    assert graph.values(TEXT + "#front.3", "kg:textOf") == [WORK + "#front"]


def test_a_sub_paragraph_is_part_of_its_paragraph_and_of_the_work(graph: Graph) -> None:
    assert graph.values(WORK + "#op1.a", "dcterms:isPartOf") == [WORK, WORK + "#op1"]
    assert graph.kinds(WORK + "#op1.a") == {"SubParagraph", "Paragraph"}


def test_a_cited_document_is_known_by_its_symbol(graph: Graph) -> None:
    cited = "https://undocs.org/A/RES/97/12%20B"
    assert graph.values(WORK, "cito:cites") == graph.values(WORK + "#pp1", "cito:cites") == [cited]
    assert graph.values(cited, "dcterms:identifier") == ["A/RES/97/12 B"]
    assert graph.values(cited, "allot:hasRealization") == []


def test_articles_with_the_same_characters_are_two_mentions(graph: Graph) -> None:
    first, second = (f"{TEXT}#pp1.provision.22-28{end}" for end in ("", ".2"))
    assert graph.values(first, "oa:hasBody") == [f"{BASE}{TREATY.path}#art-3"]
    assert graph.values(second, "oa:hasBody") == [f"{BASE}{TREATY.path}#art-4"]
    assert graph.values(f"{BASE}{TREATY.path}#art-4", "kg:designation") == ["art. 4"]
    assert graph.values(f"{BASE}{TREATY.path}#art-4", "kg:provisionOf") == [BASE + TREATY.path]


def test_a_mention_over_two_lines_has_a_box_on_each(graph: Graph) -> None:
    target = f"{TEXT}#pp1.document.3-14"
    assert graph.values(f"{target}.page.1", "rdf:value") == ["page=1&viewrect=130.0,200.0,90.0,12.0"]
    assert graph.values(f"{target}.page.2", "rdf:value") == ["page=1&viewrect=90.0,215.0,20.0,12.0"]
    assert graph.values(f"{target}.quote", "oa:prefix") == ["回顾其"]


def test_a_text_without_runs_has_the_page_alone(graph: Graph) -> None:
    assert graph.values(f"{TEXT}#op1.a.date.1-11.page", "rdf:value") == ["page=1"]


def test_a_footnote_cites_a_registration_and_identifies_what_bears_its_mark(graph: Graph) -> None:
    note = WORK + "#fn1"
    assert graph.values(WORK + "#pp1", "kg:hasFootnote") == [note]
    assert graph.values(note, "kg:mark") == ["1"]
    assert graph.values(note, "kg:citesRegistration") == [BASE + "registration/unts-9999-88888"]
    assert graph.values(note, "kg:identifies") == [BASE + TREATY.path]
    assert graph.values(f"{TEXT}#pp1.identifies.15-21", "kg:onBehalfOf") == [note]
    assert graph.values(BASE + "registration/unts-9999-88888", "kg:volume") == ["9999"]
    assert graph.values(BASE + "registration/unts-9999-88888", "kg:number") == ["88888"]


def test_a_paragraph_of_one_act_has_an_act_and_one_of_two_names_them(graph: Graph) -> None:
    assert graph.values(WORK + "#pp1", "kg:performs") == [WORK + "#pp1.act"]
    assert graph.values(WORK + "#op1", "kg:performs") == [WORK + "#op1.act.call-upon", WORK + "#op1.act.request"]
    assert graph.values(WORK + "#pp1.act", "undo:hasSemantics") == [BASE + "act/recall"]
    assert graph.values(WORK + "#pp1.act", "undo:hasProponent") == [BASE + "body/general-assembly"]


def test_who_is_asked_and_what_is_to_be_reported(graph: Graph) -> None:
    asked = WORK + "#op1.asked.states-parties-unts-9999-88888"
    assert graph.values(asked, "undo:hasReceiver") == [BASE + "group/states-parties-unts-9999-88888"]
    assert graph.kinds(BASE + "group/states-parties-unts-9999-88888") == {"Group", "Concept"}
    report = WORK + "#op1.report.general-assembly.A-101"
    assert graph.values(report, "dcterms:identifier") == ["General Assembly @ A/101"]
    assert graph.values(report, "kg:due") == [BASE + "session/A-101"]
    assert graph.values(BASE + "session/A-101", "kg:sessionOf") == [BASE + "body/general-assembly"]


def test_what_stays_unresolved_is_there_as_such(graph: Graph) -> None:
    mention = TEXT + "#op1.body.9-12"
    assert "UnresolvedMention" in graph.kinds(mention)
    assert graph.values(mention, "oa:hasBody") == []


def test_only_what_no_list_knows_is_described(graph: Graph) -> None:
    keepers = BASE + "body/%E5%AE%88%E7%81%AF%E4%BA%BA%E5%A7%94%E5%91%98%E4%BC%9A"
    assert graph.kinds(keepers) == {"Organization", "Body", "Concept", "Unlisted"}
    assert graph.values(keepers, "skos:prefLabel") == ["守灯人委员会"]
    assert graph.values(BASE + "body/secretary-general", "rdf:type") == []


def test_a_name_in_the_form_of_a_treaty_may_be_an_instrument() -> None:
    whole = understanding()
    rules = Entity("instrument/rules", Kind.INSTRUMENT, "Rules", known=True)
    references = tuple(replace(r, entity=rules) if r.mention.kind == Kind.TREATY else r for r in whole.references)
    graph = Graph(replace(whole, references=references))
    assert graph.kinds(TEXT + "#pp1.instrument.15-21") == {"Annotation", "Mention", "InstrumentMention"}


def test_a_document_without_symbol_or_organ_is_named_by_its_file() -> None:
    graph = Graph(replace(understanding(), symbol="灯塔 note", organ=None))
    work = BASE + "document/%E7%81%AF%E5%A1%94%20note"
    assert graph.kinds(work) == {"Document", "FRBRWork"}
    assert graph.values(work + "#pp1.act", "undo:hasProponent") == []
    assert graph.values(BASE + "zh/document/%E7%81%AF%E5%A1%94%20note", "kg:versionOf") == [work]


def test_further_files_of_a_version_are_recorded_beside_the_first() -> None:
    graph = Graph(understanding(), Source("A_RES_99_501.zh.pdf", "application/pdf", "cd" * 32, pages=3))
    assert graph.values(TEXT, "allot:hasEmbodiment") == [f"{BASE}file/sha256-{pair * 32}" for pair in ("ab", "cd")]
    assert graph.values(f"{BASE}file/sha256-{'cd' * 32}", "kg:pageCount") == ["3"]


def test_a_document_of_no_understanding_is_still_a_graph() -> None:
    graph = Graph(replace(understanding(), references=(), organ=None))
    assert graph.values(WORK, "dcterms:creator") == []
    assert graph.values(WORK + "#op1", "kg:locator") == ["op1"]
