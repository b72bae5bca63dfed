"""What a report says, in each of its forms, and where in the document."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import DataError
from kg.validate import Report, Severity, load_graph_file, render, validate
from tests.validate import specimen

GRAPH = ox.NamedNode(specimen.VERSION)
KNOWN = ox.NamedNode(specimen.BASE + "graph/authority")
SH = "http://www.w3.org/ns/shacl#"


def broken() -> ox.Store:
    """Return the specimen's graph with a quote of other words in paragraph 2, which is on page 2."""
    store = specimen.store()
    quote = f"<{specimen.VERSION}#{specimen.MENTIONS['body'].name}.quote> oa:exact"
    store.update(specimen.SPARQL_HEAD + f"DELETE {{ {quote} ?x }} INSERT {{ {quote} '秘书处' }} WHERE {{ {quote} ?x }}")
    return store


@pytest.fixture(scope="module")
def report() -> Report:
    return validate(broken())


def test_a_result_knows_document_locator_and_page(report: Report) -> None:
    result = next(r for r in report.results if r.shape.endswith("#QuoteMatches"))
    assert (result.document, result.locator, result.page) == ("A/RES/91/7 (zh)", "op2", 2)
    assert result.message == "The quote 秘书处 is not what the text has at 1-4."
    assert dict(result.messages)["zh"] == "引文与文本不符。"


def test_a_report_for_people_has_a_line_for_each_result_and_the_counts(report: Report) -> None:
    lines = render.text(report).splitlines()
    assert "A/RES/91/7 (zh)" in lines
    assert any(
        line.startswith("  op2 (page 2): violation: The quote 秘书处") and "[QuoteMatches]" in line for line in lines
    )
    assert len(lines) == len(report.results) + len({r.document for r in report.results}) + 1
    assert lines[-1] == "does not conform: 2 violations, 1 warning, 1 note"


def test_a_report_of_a_right_graph_says_so() -> None:
    assert render.text(Report()) == "conforms: 0 violations, 0 warnings, 0 notes\n"


def test_a_report_as_json(report: Report) -> None:
    value = json.loads(render.as_json(report))
    assert value["conforms"] is False
    assert value["counts"] == {"Violation": 2, "Warning": 1, "Info": 1}
    one = next(r for r in value["results"] if r["shape"].endswith("#UnresolvedMention"))
    assert (one["locator"], one["page"], one["severity"], one["value"]) == ("op2", 2, "Warning", None)
    assert one["path"] == "<http://www.w3.org/ns/oa#hasBody>"


def test_a_report_as_shacl(report: Report) -> None:
    store = ox.Store()
    store.load(render.turtle(report).encode(), format=ox.RdfFormat.TURTLE)
    rows = store.query(
        f"PREFIX sh: <{SH}> SELECT ?severity WHERE {{ ?report sh:conforms false ; sh:result ?result ."
        " ?result a sh:ValidationResult ; sh:focusNode ?f ; sh:sourceShape ?s ; sh:sourceConstraintComponent ?c ;"
        " sh:resultMessage ?m ; sh:resultSeverity ?severity FILTER(LANG(?m) = 'en') }"
    )
    assert isinstance(rows, ox.QuerySolutions)
    assert sorted(str(row["severity"]) for row in rows) == sorted(f"<{SH}{r.severity}>" for r in report.results)


def test_a_path_of_a_report_as_shacl() -> None:
    store = specimen.store()
    store.update(specimen.SPARQL_HEAD + "DELETE WHERE { v:fn2 kg:textOf ?part }")
    store.update(specimen.SPARQL_HEAD + "DELETE WHERE { w:op1.a dcterms:isPartOf w:op1 }")
    turtle = render.turtle(validate(store))
    read = ox.Store()
    read.load(turtle.encode(), format=ox.RdfFormat.TURTLE)
    kg = specimen.PREFIXES["kg"]
    assert read.query(f"PREFIX sh: <{SH}> ASK {{ ?r sh:resultPath [ sh:inversePath <{kg}textOf> ] }}")


def test_the_same_graph_gives_the_same_report() -> None:
    first, second = broken(), ox.Store()
    second.extend(sorted(first, key=str, reverse=True))
    assert render.as_json(validate(first)) == render.as_json(validate(second))


@pytest.mark.usefixtures("quick_rdflib")
def test_a_document_is_checked_beside_known_entities_that_are_not() -> None:
    store = specimen.store(GRAPH, KNOWN)
    store.update(
        specimen.SPARQL_HEAD + f"DELETE DATA {{ GRAPH <{KNOWN.value}> {{ body:secretariat a skos:Concept }} }};"
        f"DELETE DATA {{ GRAPH <{GRAPH.value}> {{ session:A-92 skos:notation 'A/92' }} }}"
    )

    def shapes(report: Report) -> set[str]:
        return {r.shape.partition("#")[2] for r in report.results if r.severity is Severity.VIOLATION}

    assert shapes(validate(store)) == {"Entity", "SessionNotation"}
    for engine in ("fast", "pyshacl"):
        assert shapes(validate(store, engine=engine, graphs=[KNOWN], focus=[GRAPH])) == {"SessionNotation"}
    assert shapes(validate(store, graphs=[KNOWN])) == {"Entity", "TreatyRegistration"}
    assert "TreatyBody" in shapes(validate(store, graphs=[GRAPH]))


def test_statements_of_one_version_may_stand_in_another() -> None:
    store = specimen.store(GRAPH, KNOWN)
    english = ox.NamedNode(specimen.VERSION.replace("/zh/", "/en/"))
    store.update(
        specimen.SPARQL_HEAD
        + f"INSERT DATA {{ GRAPH <{english.value}> {{ w:op2 allot:mentions treaty:unts-3000-50001 }} }}"
    )
    caught = {r.shape.partition("#")[2] for r in validate(store, graphs=[GRAPH, KNOWN], focus=[english]).results}
    assert caught == {"MentionsBehind"}


@pytest.mark.parametrize(
    ("ending", "form"),
    [
        (".ttl", ox.RdfFormat.TURTLE),
        (".nt", ox.RdfFormat.N_TRIPLES),
        (".nq", ox.RdfFormat.N_QUADS),
        (".trig", ox.RdfFormat.TRIG),
        (".jsonld", ox.RdfFormat.JSON_LD),
        (".rdf", ox.RdfFormat.RDF_XML),
    ],
)
def test_any_rdf_file_can_be_checked(tmp_path: Path, ending: str, form: ox.RdfFormat) -> None:
    file = tmp_path / f"graph{ending}"
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("水", language="zh")))
    if form.supports_datasets:
        store.dump(str(file), form)
    else:
        store.dump(str(file), form, from_graph=ox.DefaultGraph())
    assert set(load_graph_file(file)) == set(store)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("graph.ttl", "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .", "line 2"),
        ("graph.nt", "<urn:a> <urn:b> .", "line 1"),
        ("graph.jsonld", '{"@context": ', ""),
        ("graph.rdf", "<rdf:RDF>", ""),
        ("graph.docx", "", "its ending names no RDF format"),
    ],
)
def test_a_broken_graph_file_is_one_line(tmp_path: Path, name: str, content: str, reason: str) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_graph_file(file)
    assert str(caught.value).startswith(str(file)) and reason in str(caught.value) and "\n" not in str(caught.value)


def test_a_graph_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        load_graph_file(tmp_path / "none.ttl")


def test_a_large_graph_is_checked_in_little_time() -> None:
    store = specimen.store()
    for number in range(30):
        symbol = f"A/RES/8{number // 10}/{number % 10}"
        store.load(specimen.turtle().replace("A/RES/91/7", symbol).encode(), format=ox.RdfFormat.TURTLE)
    start = time.perf_counter()
    report = validate(store)
    seconds = time.perf_counter() - start
    assert report.conforms
    assert seconds < 5, "some query compares every document with every other"
