"""Terms as the validator holds them: an IRI is a plain string, any other term is pyoxigraph's own value.

Strings are compared and hashed several times faster than wrapped IRIs, and nearly every lookup is by IRI.
"""

from __future__ import annotations

from typing import TypeAlias

import pyoxigraph as ox

Node: TypeAlias = "str | ox.Literal | ox.BlankNode"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SH = "http://www.w3.org/ns/shacl#"
TYPE = RDF + "type"
FIRST = RDF + "first"
REST = RDF + "rest"
NIL = RDF + "nil"


def node(term: object) -> Node:
    """Return the validator's form of a pyoxigraph term; TypeError for a quoted triple, which SHACL knows nothing of."""
    if isinstance(term, ox.NamedNode):
        return term.value
    if isinstance(term, ox.Literal | ox.BlankNode):
        return term
    raise TypeError(f"no node: {term}")


def term(value: Node) -> ox.NamedNode | ox.Literal | ox.BlankNode:
    """Return the pyoxigraph term of a node."""
    return ox.NamedNode(value) if isinstance(value, str) else value


def spelling(value: Node) -> str:
    """Return what SPARQL's STR gives, and a blank node's label.

    >>> spelling("http://example.org/a"), spelling(ox.Literal("a", language="en"))
    ('http://example.org/a', 'a')
    """
    return value if isinstance(value, str) else value.value
