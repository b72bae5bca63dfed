"""The description of a build: what is in the graph, where it is from, what was not understood."""

from __future__ import annotations

import pyoxigraph as ox

from kg.describe.dataset import Built, describe_build
from kg.describe.vocabulary import term
from kg.model import Problem, Source

BASE = "https://w3id.org/un-kg/"
GRAPH = BASE + "graph/build"
ONE = Built(
    "https://undocs.org/zh/A/RES/99/501",
    742,
    (Source("a.pdf", "application/pdf", "ab" * 32, 2), Source("a.txt", "text/plain", "cd" * 32)),
    (Problem("no-act", "no verb that performs an act", "op3"), Problem("rival-file", "b.pdf is of the same version")),
)
OTHER = Built("https://undocs.org/zh/A/RES/99/502", 90, (Source("c.pdf", "application/pdf", "ef" * 32),))


def values(subject: str, predicate: str) -> list[str]:
    store = ox.Store()
    store.extend(describe_build([ONE, OTHER], "1.2.3"))
    found = store.quads_for_pattern(ox.NamedNode(subject), term(predicate), None, ox.NamedNode(GRAPH))
    return sorted(quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode | ox.Literal))


def test_the_dataset_has_its_graphs_as_subsets() -> None:
    assert values(GRAPH, "rdf:type") == [term("void:Dataset").value, term("dcat:Dataset").value]
    assert values(GRAPH, "void:subset") == [ONE.graph, OTHER.graph, BASE + "graph/authority", BASE + "graph/ontology"]
    assert values(GRAPH, "void:documents") == ["2"]
    assert values(ONE.graph, "void:triples") == ["742"]


def test_a_version_is_derived_from_its_files_by_a_run_of_the_software() -> None:
    assert values(ONE.graph, "prov:wasDerivedFrom") == [f"{BASE}file/sha256-{pair * 32}" for pair in ("ab", "cd")]
    assert values(ONE.graph, "prov:wasGeneratedBy") == values(GRAPH, "prov:wasGeneratedBy") == [BASE + "build"]
    assert values(BASE + "build", "prov:wasAssociatedWith") == [BASE + "software/un-kg-1.2.3"]
    assert values(BASE + "software/un-kg-1.2.3", "dcterms:hasVersion") == ["1.2.3"]


def test_problems_say_what_where_and_of_which_version() -> None:
    problem = ONE.graph + "#problem.1"
    assert values(problem, "dcterms:subject") == [ONE.graph]
    assert values(problem, "kg:code") == ["no-act"]
    assert values(problem, "kg:place") == ["op3"]
    assert values(ONE.graph + "#problem.2", "kg:place") == []


def test_the_same_build_is_described_alike_and_has_no_time() -> None:
    quads = describe_build([ONE, OTHER], "1.2.3")
    assert quads == describe_build([ONE, OTHER], "1.2.3")
    assert len(set(quads)) == len(quads)
    assert not [quad for quad in quads if isinstance(quad.object, ox.Literal) and "date" in quad.object.datatype.value]


def test_a_build_of_nothing_is_described() -> None:
    assert not [quad for quad in describe_build([], "1.2.3") if quad.predicate == term("void:triples")]
