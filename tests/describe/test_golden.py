"""The graph of a small document, statement by statement, as it is kept in ``golden/``."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import rdflib

from kg.describe import describe
from tests.describe.understood import understanding

GOLDEN = Path(__file__).parent / "golden" / "lighthouse.nq"


def lines(quads: list[ox.Quad]) -> list[str]:
    return sorted(f"{quad} ." for quad in quads)


def test_the_graph_is_the_one_that_was_read_and_found_right() -> None:
    found = lines(describe(understanding()))
    if os.environ.get("UNKG_GOLDEN") == "write":  # then read the difference before it is committed
        GOLDEN.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_the_order_in_which_mentions_were_found_does_not_matter() -> None:
    whole = understanding()
    expected = lines(describe(whole))
    for seed in range(5):
        references = list(whole.references)
        random.Random(seed).shuffle(references)
        assert lines(describe(replace(whole, references=tuple(references)))) == expected


def test_nothing_is_said_twice_and_nothing_is_without_a_name() -> None:
    quads = describe(understanding())
    assert len(set(quads)) == len(quads)
    assert not [
        quad for quad in quads if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)
    ]
    assert {quad.graph_name for quad in quads} == {ox.NamedNode("https://undocs.org/zh/A/RES/99/501")}


def test_another_reader_of_rdf_reads_the_same() -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=GOLDEN.read_text(encoding="utf-8"), format="nquads")
    assert len(dataset) == len(describe(understanding()))


def test_another_base_moves_entities_and_leaves_documents_and_terms() -> None:
    quads = describe(understanding(), "https://example.org/")
    text = "\n".join(map(str, quads))
    assert "https://w3id.org/un-kg/" not in text.replace("https://w3id.org/un-kg/ontology#", "")
    assert "<https://example.org/body/general-assembly>" in text
    assert "<https://undocs.org/A/RES/99/501#op1>" in text
