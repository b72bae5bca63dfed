"""The describe stage: what was understood of a document becomes quads (docs/graph.md is the model)."""

from __future__ import annotations

from pyoxigraph import Quad

from kg.describe.graph import Graph
from kg.describe.iris import BASE
from kg.describe.mentions import describe_creator, describe_references
from kg.describe.parts import describe_parts, describe_work_and_version
from kg.model import Understanding


def describe(understanding: Understanding, base: str = BASE) -> list[Quad]:
    """Return the quads of a document's version, all in the graph named by the version's IRI."""
    graph = Graph(understanding.symbol, understanding.document.language, base)
    describe_work_and_version(graph, understanding.document)
    describe_creator(graph, understanding.organ)
    describe_parts(graph, understanding.document)
    describe_references(graph, understanding)
    return graph.quads()
