"""Each named query on a graph made by hand, and the ways to ask and to write answers."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import query
from kg.errors import UsageError
from kg.query import Query
from tests.lighthouses import BASE, lighthouses

GRAPH = lighthouses()
RESOLUTION = "A/RES/99/501"


def answer(name: str) -> list[tuple[str, ...]]:
    """Return the rows of a named query."""
    return [tuple(row) for row in csv.reader(io.StringIO(written(query.find(name), "csv")))][1:]


def written(asked: Query, form: str | None = None) -> str:
    output = io.BytesIO()
    query.write(query.ask(GRAPH, asked), form, output)
    return output.getvalue().decode()


def test_facts_are_the_rows_of_the_gold_standard() -> None:
    text = written(query.find("facts"), "csv")
    assert text.splitlines()[0] == "document,language,locator,kind,key,surface"
    assert answer("facts") == [
        (RESOLUTION, "en", "front", "language", "en", ""),
        (RESOLUTION, "en", "front", "title", "Lighthouses", "Lighthouses"),
        (RESOLUTION, "en", "op1", "act", "urge", "Urges"),
        (RESOLUTION, "en", "op1", "asked", "States", "States"),
        (RESOLUTION, "zh", "fn1", "identifies", "Convention on Lighthouses", "《灯塔公约》"),
        (RESOLUTION, "zh", "fn1", "unts", "UNTS 9001/90001", "第9001卷，第90001号"),
        (RESOLUTION, "zh", "front", "language", "zh", ""),
        (RESOLUTION, "zh", "front", "symbol", RESOLUTION, RESOLUTION),
        (RESOLUTION, "zh", "front", "title", "灯塔", "灯塔"),
        (RESOLUTION, "zh", "op1", "act", "urge", "敦促"),
        (RESOLUTION, "zh", "op1", "asked", "States", "各国"),
        (RESOLUTION, "zh", "op1", "footnote", "1", "¹"),
        (RESOLUTION, "zh", "op1", "provision", "Convention on Lighthouses art. 2", "第2条"),
        (RESOLUTION, "zh", "op1", "treaty", "Convention on Lighthouses", "《公约》"),
        (RESOLUTION, "zh", "op2", "act", "request", "请"),
        (RESOLUTION, "zh", "op2", "asked", "Secretary-General", "秘书长"),
        (RESOLUTION, "zh", "op2", "body", "Lighthouse Committee", "灯塔委员会"),
        (RESOLUTION, "zh", "op2", "body", "Secretary-General", "秘书长"),
        (RESOLUTION, "zh", "op2", "report", "General Assembly @ A/100", "报告"),
        (RESOLUTION, "zh", "op2", "session", "A/100", "第一百届会议"),
        (RESOLUTION, "zh", "op2.a", "date", "2045", "2045年"),
        (RESOLUTION, "zh", "pp1", "act", "recall", "回顾"),
        (RESOLUTION, "zh", "pp1", "date", "2043-12-01", "2043年12月1日"),
        (RESOLUTION, "zh", "pp1", "document", "A/RES/98/77", "第98/77号决议"),
        (RESOLUTION, "zh", "pp1", "footnote", "1", "¹"),
        (RESOLUTION, "zh", "pp1", "treaty", "Convention on Lighthouses", "《灯塔公约》"),
    ]


def test_facts_name_an_entity_without_english_name_in_the_documents_language() -> None:
    graph = lighthouses()
    graph.update(
        f"PREFIX skos: <http://www.w3.org/2004/02/skos/core#> DELETE DATA {{ <{BASE}body/lighthouse-committee> "
        'skos:prefLabel "Lighthouse Committee"@en }'
    )
    output = io.BytesIO()
    query.write(query.ask(graph, query.find("facts")), "csv", output)
    assert f"{RESOLUTION},zh,op2,body,灯塔委员会,灯塔委员会" in output.getvalue().decode().splitlines()


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("abbreviations", [(RESOLUTION, "zh", "《公约》", "Convention on Lighthouses", "1")]),
        (
            "acts",
            [
                (RESOLUTION, "pp1", "recall", "General Assembly"),
                (RESOLUTION, "op1", "urge", "General Assembly"),
                (RESOLUTION, "op2", "request", "General Assembly"),
            ],
        ),
        (
            "asked-of",
            [
                (
                    "Secretary-General",
                    RESOLUTION,
                    "op2",
                    "zh",
                    "请秘书长就灯塔委员会和渔港小组向大会第一百届会议报告：",
                ),
                ("States", RESOLUTION, "op1", "en", "Urges States to heed article 2 of the Convention;¹"),
                ("States", RESOLUTION, "op1", "zh", "敦促各国遵守《公约》¹第2条；"),
            ],
        ),
        (
            "bodies-by-paragraph",
            [("Lighthouse Committee", RESOLUTION, "op2"), ("Secretary-General", RESOLUTION, "op2")],
        ),
        ("citations", [(RESOLUTION, "A/RES/98/77", "pp1")]),
        (
            "documents",
            [
                (RESOLUTION, "en", "2044-12-18", "General Assembly", "Lighthouses", "1", "lighthouses.en.txt"),
                (RESOLUTION, "zh", "2044-12-18", "General Assembly", "灯塔", "4", "lighthouses.zh.txt"),
            ],
        ),
        ("not-held", [("A/RES/98/77", "1", "1")]),
        ("provisions", [("Convention on Lighthouses art. 2", RESOLUTION, "op1")]),
        ("reports-due", [("A/100", "General Assembly", "Secretary-General", RESOLUTION, "op2")]),
        (
            "terms-of-acts",
            [
                ("recall", "zh", "回顾", "1"),
                ("request", "zh", "请", "1"),
                ("urge", "en", "Urges", "1"),
                ("urge", "zh", "敦促", "1"),
            ],
        ),
        ("timeline", [("2043-12-01", RESOLUTION, "pp1"), ("2045", RESOLUTION, "op2.a")]),
        (
            "treaties-with-footnotes",
            [("Convention on Lighthouses", "UNTS 9001/90001", RESOLUTION, "fn1", "pp1 op1")],
        ),
        ("unresolved", [(RESOLUTION, "zh", "op2", "body", "渔港小组", "1")]),
    ],
)
def test_named_queries_answer(name: str, rows: list[tuple[str, ...]]) -> None:
    assert answer(name) == rows


def test_mentioned_together_is_a_graph_of_pairs() -> None:
    related = ox.NamedNode("http://www.w3.org/2004/02/skos/core#related")
    triples = ox.parse(written(query.find("mentioned-together"), "nt").encode(), ox.RdfFormat.N_TRIPLES)
    assert {(t.subject.value, t.object.value) for t in triples if t.predicate == related} == {
        (f"{BASE}body/{one}", f"{BASE}body/{other}")
        for one, other in (
            ("secretary-general", "lighthouse-committee"),
            ("lighthouse-committee", "secretary-general"),
        )
    }


def test_every_named_query_says_what_it_answers_and_for_whom() -> None:
    names = [each.name for each in query.named()]
    assert len(names) >= 12
    assert names == sorted(names)
    for each in query.named():
        assert each.title
        assert each.purpose.startswith("For "), each.name
        assert each.purpose.endswith("."), each.name


@pytest.mark.parametrize("each", query.named(), ids=lambda each: each.name)
def test_every_named_query_gives_the_same_answer_again(each: Query) -> None:
    assert written(each) == written(each)


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
def test_rows_have_formats(form: str) -> None:
    assert "Lighthouse Committee" in written(query.find("bodies-by-paragraph"), form)


@pytest.mark.parametrize("form", ["ttl", "nt", "nq", "trig", "jsonld", "rdfxml"])
def test_graphs_have_formats(form: str) -> None:
    assert "lighthouse-committee" in written(query.find("mentioned-together"), form)


def test_without_a_format_rows_are_a_table_and_graphs_are_turtle() -> None:
    assert written(query.find("not-held")).splitlines()[0].split() == ["cited", "documents", "paragraphs"]
    assert "@prefix skos:" in written(query.find("mentioned-together"))


def test_a_question_of_yes_or_no() -> None:
    assert written(Query("q", "ASK { ?s ?p ?o }")) == "yes\n"
    assert written(Query("q", "ASK { ?s <http://example.org/p> ?o }")) == "no\n"
    assert json.loads(written(Query("q", "ASK {}"), "json"))["boolean"] is True


def test_a_format_for_the_other_kind_of_answer_is_refused() -> None:
    with pytest.raises(UsageError, match="ttl: is no format for the answer to SELECT or ASK; use one of table, csv"):
        written(query.find("facts"), "ttl")
    with pytest.raises(UsageError, match="csv: is no format for the answer to CONSTRUCT or DESCRIBE; use one of nq"):
        written(query.find("mentioned-together"), "csv")


def test_a_name_that_is_nearly_right_gets_a_hint() -> None:
    with pytest.raises(UsageError, match=r"report-due: is no named query; did you mean reports-due\?"):
        query.find("report-due")
    with pytest.raises(UsageError, match="xyzzy: is no named query; kg query --list names them"):
        query.find("xyzzy")


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("# My question\n# For me.\nASK {}")
    assert query.find(str(tmp_path / "mine.rq")) == Query(
        "mine", "# My question\n# For me.\nASK {}", "My question", "For me."
    )
    with pytest.raises(UsageError, match=r"none\.rq: cannot be read \(No such file or directory\)"):
        query.find(str(tmp_path / "none.rq"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELEC ?x { ?x a ?y }", "line 1"),
        ("SELECT ?x WHERE {\n  ?x a }", "line 2"),
        ("SELECT * { ?s zz:p ?o }", "line 1"),
        ("", "line 1"),
    ],
)
def test_broken_sparql_is_one_line_that_says_where(text: str, place: str) -> None:
    with pytest.raises(UsageError) as caught:
        query.ask(GRAPH, Query("mine", text))
    assert str(caught.value).startswith(f"mine: {place}, column ")
    assert str(caught.value).endswith(": is no SPARQL up to here; mend the query")
