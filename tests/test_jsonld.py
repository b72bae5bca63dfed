"""JSON-LD with a context of our own reads back as the graph that it was."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import jsonld
from kg.errors import DataError
from tests.lighthouses import quads

EX = "http://example.org/"
CONTEXT = jsonld.make_context(
    {
        "ex": EX,
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": "@id",
        "type": "@type",
        "Thing": "ex:Thing",
        "name": "ex:name",
        "label": {"@id": "ex:label", "@container": "@language"},
        "next": {"@id": "ex:next", "@type": "@id"},
        "count": {"@id": "ex:count", "@type": "xsd:integer"},
        "listed": {"@id": "ex:listed", "@container": "@list"},
    }
)


def statement(predicate: str, value: ox.NamedNode | ox.Literal, subject: str = "s", graph: str = "g") -> ox.Quad:
    return ox.Quad(ox.NamedNode(EX + subject), ox.NamedNode(EX + predicate), value, ox.NamedNode(EX + graph))


def written(*statements: ox.Quad) -> str:
    return "".join(jsonld.write(statements, CONTEXT))


def node(*statements: ox.Quad) -> object:
    return json.loads(written(*statements))["@graph"][0]["@graph"][0]


def read(text: str) -> set[ox.Quad]:
    return set(ox.parse(text, ox.RdfFormat.JSON_LD))


def test_values_take_the_terms_that_fit_them() -> None:
    assert node(
        statement("name", ox.Literal("Lighthouse")),
        statement("label", ox.Literal("灯塔", language="zh")),
        statement("label", ox.Literal("lighthouse", language="en")),
        statement("label", ox.Literal("beacon", language="en")),
        statement("next", ox.NamedNode(EX + "t")),
        statement("next", ox.NamedNode("http://other.example/u")),
        statement("count", ox.Literal(3)),
    ) == {
        "id": "ex:s",
        "name": "Lighthouse",
        "label": {"zh": "灯塔", "en": ["lighthouse", "beacon"]},
        "next": ["ex:t", "http://other.example/u"],
        "count": "3",
    }


def test_values_that_no_term_fits_are_written_in_full() -> None:
    assert node(
        statement("count", ox.NamedNode(EX + "many")),
        statement("name", ox.Literal("灯塔", language="zh")),
        statement("next", ox.Literal("later")),
        statement("listed", ox.Literal(True)),
    ) == {
        "id": "ex:s",
        "ex:count": {"id": "ex:many"},
        "name": {"@value": "灯塔", "@language": "zh"},
        "ex:next": "later",
        "ex:listed": {"@value": "true", "@type": "xsd:boolean"},
    }


VALUES = st.one_of(
    st.sampled_from(["t", "a/b", "x:y", "//z", ""]).map(lambda name: ox.NamedNode(EX + name)),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=5).map(ox.Literal),
    st.tuples(st.text("ab灯", max_size=3), st.sampled_from(["zh", "en"])).map(
        lambda p: ox.Literal(p[0], language=p[1])
    ),
    st.integers(0, 3).map(ox.Literal),
    st.booleans().map(ox.Literal),
)
STATEMENTS = st.builds(
    statement,
    st.sampled_from(["name", "label", "next", "count", "listed", "else"]),
    VALUES,
    st.sampled_from(["s", "t"]),
    st.sampled_from(["g", "h"]),
)


@given(st.lists(STATEMENTS, max_size=8))
def test_any_graph_reads_back_as_it_was(statements: list[ox.Quad]) -> None:
    grouped = sorted(set(statements), key=lambda q: (str(q.graph_name), str(q.subject)))
    assert read(written(*grouped)) == set(statements)


def test_the_default_graph_needs_no_name() -> None:
    quad = ox.Quad(ox.NamedNode(EX + "s"), ox.NamedNode(EX + "name"), ox.Literal("x"))
    assert json.loads(written(quad))["@graph"] == [{"id": "ex:s", "name": "x"}]
    assert read(written(quad)) == {quad}


def test_rdflib_reads_it_too() -> None:
    import rdflib

    quad = statement("label", ox.Literal("灯塔", language="zh"))
    graph = rdflib.Dataset()
    graph.parse(data=written(quad), format="json-ld")
    assert (rdflib.URIRef(EX + "s"), rdflib.URIRef(EX + "label"), rdflib.Literal("灯塔", lang="zh")) in graph.graph(
        rdflib.URIRef(EX + "g")
    )


def test_a_graph_of_documents_reads_back_as_it_was() -> None:
    from kg.export import context

    grouped = sorted(quads(), key=lambda q: (str(q.graph_name), str(q.subject)))
    assert read("".join(jsonld.write(grouped, context()))) == set(grouped)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"@context": 3}'])
def test_a_broken_context_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "context.jsonld").write_text(text)
    with pytest.raises(DataError, match=r"context\.jsonld: is no JSON-LD context"):
        jsonld.read_context(tmp_path / "context.jsonld")
