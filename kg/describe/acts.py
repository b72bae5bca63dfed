"""What the organ does in a paragraph: the act that opens it, what it asks of whom, what is to be reported to whom."""

from __future__ import annotations

from kg.describe import iris
from kg.describe import vocabulary as v
from kg.describe.quads import Quads, code, node
from kg.model import Reference


def act_iri(part: str, path: str, several: bool) -> str:
    """Return the IRI of the act that a paragraph performs; it names the verb where there are several."""
    return f"{part}.act.{iris.last_segment(path)}" if several else f"{part}.act"


def describe_act(quads: Quads, iri: str, part: str, act: str, organ: str) -> None:
    """State that a part performs an act: the organ, the verb, and the part as what it is said of."""
    quads.once(part, v.KG_PERFORMS, iri)
    if not quads.first(iri):
        return
    quads.typed(node(iri), v.UNDO_RELATION, v.KG_PERFORMATIVE_ACT)
    quads.once(iri, v.UNDO_HAS_SEMANTICS, act)
    quads.once(iri, v.UNDO_HAS_RECEIVER, part)
    if organ:
        quads.once(iri, v.UNDO_HAS_PROPONENT, organ)


def describe_request(quads: Quads, part: str, reference: Reference, organ: str, base: str) -> str:
    """State who is asked to act in a part and by which verb, the first where there are several; return the IRI."""
    assert reference.entity is not None
    path = reference.entity.path
    iri = f"{part}.asked.{iris.last_segment(path)}"
    if quads.first(iri):
        quads.typed(node(iri), v.UNDO_RELATION, v.KG_REQUEST)
        quads.once(iri, v.DCT_IS_PART_OF, part)
        quads.once(iri, v.UNDO_HAS_RECEIVER, iris.entity_iri(path, base))
        if organ:
            quads.once(iri, v.UNDO_HAS_PROPONENT, organ)
        if reference.mention.value:
            quads.once(iri, v.UNDO_HAS_SEMANTICS, iris.entity_iri(iris.act_path(reference.mention.value), base))
    return iri


def describe_report(quads: Quads, part: str, reference: Reference, base: str) -> str:
    """State to whom, by when and, where known, by whom something is to be reported; return the request's IRI."""
    entity = reference.entity
    assert entity is not None
    ends = {
        name: [path for term, path in entity.relations if term == name] for name in ("recipient", "due", "reporter")
    }
    # The key names recipient and time in full; both are in the IRI, so that two reports of a part stay two.
    names = [iris.last_segment(path) for name in ("recipient", "due") for path in ends[name]]
    iri = ".".join([f"{part}.report", *(names or [iris.slug(entity.key)])])
    if quads.first(iri):
        quads.typed(node(iri), v.UNDO_RELATION, v.KG_REPORTING_REQUEST)
        quads.once(iri, v.DCT_IS_PART_OF, part)
        quads.add(node(iri), v.DCT_IDENTIFIER, code(entity.key))
    terms = {"recipient": v.KG_RECIPIENT, "due": v.KG_DUE, "reporter": v.KG_REPORTER}
    for name, paths in ends.items():
        for path in paths:
            quads.once(iri, terms[name], iris.entity_iri(path, base))
    return iri
