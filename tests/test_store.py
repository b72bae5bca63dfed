"""Canonical N-Quads, and stores of them."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import store
from kg.errors import OutputError
from tests.lighthouses import quads

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


def quad(value: str, graph: str = "g") -> ox.Quad:
    return ox.Quad(
        ox.NamedNode("http://example.org/s"),
        ox.NamedNode("http://example.org/p"),
        ox.Literal(value),
        ox.NamedNode(f"http://example.org/{graph}"),
    )


def rows(graph: ox.Store, text: str) -> list[ox.QuerySolution]:
    found = graph.query(text)
    assert isinstance(found, ox.QuerySolutions)
    return list(found)


def test_canonical_bytes_do_not_depend_on_order_or_repetition() -> None:
    one, other = quad("一"), quad("b")
    assert store.canonical([one, other, one]) == store.canonical([other, one])
    assert store.canonical([one, other]).splitlines() == sorted(store.canonical([one, other]).splitlines())


@given(st.lists(TEXT, max_size=5))
def test_canonical_quads_read_back_as_they_were(values: list[str]) -> None:
    written = store.canonical(map(quad, values))
    assert {q.object.value for q in ox.parse(written, ox.RdfFormat.N_QUADS)} == set(values)
    assert written.count(b"\n") == len(set(values))


@given(st.lists(TEXT, max_size=5))
def test_the_default_graph_is_the_union_and_says_everything_once(values: list[str]) -> None:
    nquads = store.canonical([*(quad(value, "g") for value in values), *(quad(value, "h") for value in values)])
    found = rows(store.in_memory(nquads), "SELECT ?o { ?s ?p ?o }")
    assert sorted(row["o"].value for row in found) == sorted(set(values))


def test_a_join_over_two_versions_gives_each_row_once() -> None:
    graph = store.in_memory(store.canonical(quads()))
    text = """
        PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?class { ?work dcterms:identifier "A/RES/98/77" ; a ?class }
    """
    assert [row["class"].value for row in rows(graph, text)] == ["https://w3id.org/un/ontology/undo/Document"]


def test_a_saved_store_opens_for_reading(tmp_path: Path) -> None:
    store.save(store.canonical([quad("x")]), tmp_path / "store")
    (tmp_path / "manifest.json").write_text('{"kind": "un-kg graph"}')
    assert len(rows(store.open_store(tmp_path), "SELECT ?o { ?s ?p ?o }")) == 1


def test_a_folder_without_a_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no graph; build one with kg build"):
        store.open_store(tmp_path)
    with pytest.raises(OutputError, match="there is no such folder"):
        store.open_store(tmp_path / "none")


def test_a_damaged_graph_asks_to_be_built_again(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"kind": "un-kg graph"}')
    (tmp_path / "graph.nq").write_text("<broken")
    with pytest.raises(OutputError, match=r"graph\.nq is damaged .*; build it again"):
        store.read_quads(tmp_path)
    with pytest.raises(OutputError, match=r"its store cannot be read .*; build it again"):
        store.open_store(tmp_path)
