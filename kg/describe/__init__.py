"""Describe: from what was understood of a document to the quads of its graph. The model is in ``docs/graph.md``."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Quad

from kg.describe.iris import DEFAULT_BASE, version_iri, work_iri
from kg.describe.parts import describe_parts
from kg.describe.quads import Quads
from kg.describe.statements import describe_references
from kg.describe.work import describe_version, describe_work
from kg.model import Source, Understanding


def describe(understanding: Understanding, base: str = DEFAULT_BASE, others: Sequence[Source] = ()) -> list[Quad]:
    """Return the graph of one language version of a document, in the order of its parts and mentions.

    ``others`` are further files of the same version, which are recorded beside the one that was read. No quad comes
    twice, none has a blank node, and the same understanding gives the same quads.
    """
    document = understanding.document
    work = work_iri(understanding.symbol, base)
    quads = Quads(version_iri(understanding.symbol, document.language, base))
    describe_work(quads, understanding, work, base)
    describe_version(quads, understanding, work, base, (document.source, *others))
    describe_parts(quads, document, work)
    describe_references(quads, understanding, work, base)
    return quads.all


__all__ = ["describe"]
