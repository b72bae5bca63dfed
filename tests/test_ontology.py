"""The ontology: own terms are documented and aligned, those of others exist, the context says them all."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import DCAT, DCTERMS, ORG, OWL, PROV, RDF, RDFS, SKOS, TIME, VOID, XSD, URIRef
from rdflib.namespace import DefinedNamespace
from rdflib.term import Node

from kg.describe import vocabulary
from kg.describe.vocabulary import KG, NAMESPACES
from kg.model import Kind

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology"
GOLDEN = ROOT / "tests" / "describe" / "golden" / "lighthouse.nq"
BASE = "https://w3id.org/un-kg/"
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)

# Namespaces that rdflib knows, term by term.
KNOWN: dict[str, type[DefinedNamespace]] = {
    str(namespace._NS): namespace for namespace in (DCAT, DCTERMS, ORG, OWL, PROV, RDF, RDFS, SKOS, TIME, VOID, XSD)
}
# The terms of Web Annotation (https://www.w3.org/TR/annotation-vocab/) that are used here; rdflib does not hold them.
WEB_ANNOTATION = frozenset(
    (
        *("Annotation", "FragmentSelector", "SpecificResource", "TextPositionSelector", "TextQuoteSelector"),
        *("TextualBody", "end", "exact", "hasBody", "hasSelector", "hasSource", "hasTarget", "identifying"),
        *("motivatedBy", "prefix", "start", "suffix"),
    )
)
FILES = {"undo": "undo.ttl", "allot": "allot.ttl", "doco": "doco.ttl", "c4o": "c4o.ttl", "cito": "cito.ttl"}
# Classes that the context leaves to their prefix, because an own class has the name.
PREFIXED = {vocabulary.term(name) for name in ("doco:Footnote", "doco:FrontMatter", "undo:Treaty")}
# Vocabularies that nothing is stated with: own terms are only said to be close to terms of theirs.
POINTED_AT = ("http://purl.org/ontology/bibo/", "http://purl.org/co/", "http://prismstandard.org/")


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "kg.ttl")


@pytest.fixture(scope="module")
def used() -> set[str]:
    """Return every term of a vocabulary in the code, the ontology, the acts and schemes, the context and a graph."""
    code = {value for value in vars(vocabulary).values() if isinstance(value, ox.NamedNode)}
    for table in (vocabulary.MENTION_CLASSES, vocabulary.RELATIONS):
        code |= set(table.values())
    code |= {name for names in vocabulary.PART_CLASSES.values() for name in names}
    found = {node.value for node in code}
    for name in ("kg.ttl", "authority/acts.ttl", "authority/schemes.ttl"):
        graph = rdflib.Graph().parse(ONTOLOGY / name, publicID=BASE)
        found |= {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
    found |= {expanded(value) for value in terms_of_context().values()}
    found |= set(re.findall(r"<([^>]+)>", GOLDEN.read_text(encoding="utf-8")))
    return {iri for iri in found if iri.startswith(tuple(NAMESPACES.values())) and iri not in NAMESPACES.values()}


def terms_of_context() -> dict[str, str]:
    """Return the terms of the JSON-LD context with the compact IRI of each."""
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    plain = {
        name: value if isinstance(value, str) else value.get("@id", "")
        for name, value in context.items()
        if name != "@version"
    }
    return {name: value for name, value in plain.items() if value.partition(":")[0] in NAMESPACES}


def expanded(compact: str) -> str:
    prefix, _, local = compact.partition(":")
    return NAMESPACES[prefix] + local


def test_terms_of_the_w3c_and_dcmi_exist(used: set[str]) -> None:
    unknown = [
        iri for iri in used for start, namespace in KNOWN.items()
        if iri.startswith(start) and iri.removeprefix(start) not in namespace
    ]  # fmt: skip
    assert unknown == []


def test_terms_of_web_annotation_exist(used: set[str]) -> None:
    start = NAMESPACES["oa"]
    assert {iri.removeprefix(start) for iri in used if iri.startswith(start)} <= WEB_ANNOTATION


@pytest.mark.parametrize("prefix", FILES)
def test_terms_of_undo_allot_and_spar_exist(prefix: str, used: set[str], shared: Path) -> None:
    graph = rdflib.Graph().parse(shared / "vocabularies" / FILES[prefix])
    reused = {iri for iri in used if iri.startswith(NAMESPACES[prefix])}
    assert reused
    assert {iri for iri in reused if (URIRef(iri), None, None) not in graph} == set()


def test_every_own_term_that_is_used_is_defined_and_the_other_way_round(used: set[str], ontology: rdflib.Graph) -> None:
    defined = {str(term) for term in ontology.subjects(RDF.type) if str(term).startswith(KG)}
    assert {iri for iri in used if iri.startswith(KG)} == defined
    text = (ROOT / "docs" / "graph.md").read_text(encoding="utf-8")
    assert {KG + name for name in re.findall(r"\bkg:([A-Za-z][A-Za-z0-9]*)", text)} <= defined


def test_every_own_term_is_documented_in_english_and_chinese(ontology: rdflib.Graph) -> None:
    for term in {each for each in ontology.subjects(RDF.type) if str(each).startswith(KG)}:
        for predicate in (RDFS.label, SKOS.definition):
            found = [value.language for value in ontology.objects(term, predicate) if isinstance(value, rdflib.Literal)]
            assert sorted(map(str, found)) == ["en", "zh"], f"{predicate} of {term}"


def test_every_own_term_is_aligned_with_another_vocabulary(ontology: rdflib.Graph) -> None:
    ways = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf, SKOS.closeMatch)
    foreign = tuple(iri for iri in NAMESPACES.values() if iri != KG) + POINTED_AT
    for term in {each for each in ontology.subjects(RDF.type) if str(each).startswith(KG)}:
        above = {other for way in ways for other in ontology.objects(term, way)}
        above |= {other for each in above for other in ontology.objects(each, RDFS.subClassOf)}
        assert any(str(other).startswith(foreign) for other in above), term


def test_every_own_property_has_one_domain_and_one_range(ontology: rdflib.Graph) -> None:
    for term in {each for kind in PROPERTIES for each in ontology.subjects(RDF.type, kind)}:
        for way in (RDFS.domain, RDFS.range):
            assert len(list(ontology.objects(term, way))) == 1, f"{way} of {term}"


def test_every_kind_of_fact_has_a_class_of_mentions_that_bears_its_name(ontology: rdflib.Graph) -> None:
    for kind in Kind:
        mention = URIRef(vocabulary.MENTION_CLASSES[kind].value)
        assert (mention, SKOS.notation, rdflib.Literal(kind.value)) in ontology
        assert (mention, RDFS.subClassOf, URIRef(KG + "Mention")) in ontology


def test_the_ontology_has_no_blank_nodes(ontology: rdflib.Graph) -> None:
    assert not [term for triple in ontology for term in triple if isinstance(term, rdflib.BNode)]


def test_json_ld_by_the_context_comes_back_as_it_was() -> None:
    before = rdflib.Graph()
    triples = [f"{quad.triple} ." for quad in ox.parse(path=str(GOLDEN), format=ox.RdfFormat.N_QUADS)]
    before.parse(data="\n".join(triples), format="nt")
    before += rdflib.Graph().parse(ONTOLOGY / "kg.ttl")
    before += rdflib.Graph().parse(ONTOLOGY / "authority" / "acts.ttl", publicID=BASE)
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    written = before.serialize(format="json-ld", context=context)
    assert '"TreatyMention"' in written
    after = rdflib.Graph().parse(data=written, format="json-ld")
    assert set(after) == set(before)


def test_the_context_has_a_term_for_every_property_and_class_of_a_graph() -> None:
    terms = {expanded(value) for value in terms_of_context().values()}
    for quad in ox.parse(path=str(GOLDEN), format=ox.RdfFormat.N_QUADS):
        said = quad.object if quad.predicate == vocabulary.RDF_TYPE else quad.predicate
        assert isinstance(said, ox.NamedNode)
        assert said.value in terms or said in PREFIXED, f"{said} has no term"


def test_acts_have_english_labels_and_no_label_twice_in_a_language() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY / "authority" / "acts.ttl", publicID=BASE)
    seen: dict[Node, Node] = {}
    for act in set(graph.subjects(RDF.type, URIRef(KG + "Act"))):
        labels = [each for each in graph.objects(act, SKOS.prefLabel) if isinstance(each, rdflib.Literal)]
        english = [str(label) for label in labels if label.language == "en"]
        assert [BASE + "act/" + label.replace(" ", "-") for label in english] == [str(act)]
        for label in (*graph.objects(act, SKOS.prefLabel), *graph.objects(act, SKOS.altLabel)):
            assert seen.setdefault(label, act) == act, label
        for other in (*graph.objects(act, SKOS.related), *graph.objects(act, SKOS.broader)):
            assert (other, RDF.type, URIRef(KG + "Act")) in graph, other
        for other in graph.objects(act, SKOS.related):
            assert (other, SKOS.related, act) in graph, f"{other} is not related to {act} in turn"


def test_bodies_have_types_and_all_concepts_have_schemes_that_are_described() -> None:
    graph = rdflib.Graph()
    for path in sorted((ONTOLOGY / "authority").glob("*.ttl")):
        graph.parse(path, publicID=BASE)
    for way, kind in ((URIRef(KG + "bodyType"), SKOS.Concept), (SKOS.inScheme, SKOS.ConceptScheme)):
        assert {str(value) for value in graph.objects(None, way) if (value, RDF.type, kind) not in graph} == set()
