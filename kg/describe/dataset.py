"""The description of the build, in ``<graph/build>``: VoID and DCAT for what there is, PROV for where it is from.

It holds no time of day, no folder and no host, so that the same documents give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.describe import iris
from kg.describe import vocabulary as v
from kg.describe.quads import Quads, code
from kg.model import Problem, Source

TITLES = (("en", "United Nations documents as a graph"), ("zh", "联合国文件图谱"))
_TECHNICAL = ("rdf", "rdfs", "owl", "xsd", "edtf")  # of the language itself: no vocabularies that one describes with


@dataclass(frozen=True, slots=True)
class Built:
    """One language version in a build: its graph, the number of its triples, its files, and its problems."""

    graph: str
    triples: int
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()


def describe_build(built: Sequence[Built], software: str, base: str = iris.DEFAULT_BASE) -> list[Quad]:
    """Return the graph that describes a build made by a version of the software, as ``0.1.0``."""
    graph = iris.graph_iri("build", base)
    quads = Quads(graph)
    run, agent = f"{base}build", f"{base}software/un-kg-{software}"
    _describe_dataset(quads, built, base)
    _describe_run(quads, NamedNode(run), NamedNode(agent), software)
    quads.once(graph, v.PROV_WAS_GENERATED_BY, run)
    for version in built:
        _describe_version(quads, version, run, base)
        _describe_problems(quads, version.graph, version.problems)
    return quads.all


def _describe_dataset(quads: Quads, built: Sequence[Built], base: str) -> None:
    dataset = quads.graph
    quads.typed(dataset, v.VOID_DATASET, v.DCAT_DATASET)
    for language, title in TITLES:
        quads.add(dataset, v.DCT_TITLE, Literal(title, language=language))
    quads.add(dataset, v.VOID_URI_SPACE, Literal(base))
    quads.add(dataset, v.VOID_DOCUMENTS, v.integer(len(built)))
    for prefix, namespace in v.NAMESPACES.items():
        if prefix not in _TECHNICAL:
            quads.once(quads.iri, v.VOID_VOCABULARY, namespace)
    for name in ("authority", "ontology"):
        quads.once(quads.iri, v.VOID_SUBSET, iris.graph_iri(name, base))


def _describe_run(quads: Quads, run: NamedNode, agent: NamedNode, software: str) -> None:
    quads.typed(run, v.PROV_ACTIVITY)
    quads.add(run, v.PROV_WAS_ASSOCIATED_WITH, agent)
    quads.typed(agent, v.PROV_SOFTWARE_AGENT)
    quads.add(agent, v.DCT_TITLE, Literal("un-kg"))
    quads.add(agent, v.DCT_HAS_VERSION, Literal(software))


def _describe_version(quads: Quads, version: Built, run: str, base: str) -> None:
    subject = NamedNode(version.graph)
    quads.once(quads.iri, v.VOID_SUBSET, version.graph)
    quads.typed(subject, v.VOID_DATASET)
    quads.add(subject, v.VOID_TRIPLES, v.integer(version.triples))
    quads.once(version.graph, v.PROV_WAS_GENERATED_BY, run)
    for source in version.sources:
        file = iris.file_iri(source.digest, base)
        quads.once(version.graph, v.PROV_WAS_DERIVED_FROM, file)
        quads.once(run, v.PROV_USED, file)


def _describe_problems(quads: Quads, version: str, problems: Iterable[Problem]) -> None:
    for count, problem in enumerate(problems, 1):
        subject = NamedNode(f"{version}#problem.{count}")
        quads.typed(subject, v.KG_PROBLEM)
        quads.add(subject, v.DCT_SUBJECT, NamedNode(version))
        quads.add(subject, v.KG_CODE, code(problem.code))
        quads.add(subject, v.DCT_DESCRIPTION, Literal(problem.message))
        if problem.place:
            quads.add(subject, v.KG_PLACE, code(problem.place))
