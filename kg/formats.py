"""Names of the formats that the graph and answers can be written in; light, so that ``--help`` is quick."""

from __future__ import annotations

RDF = {
    "nq": "N-Quads",
    "trig": "TriG",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF/XML",
}
"""Formats of a graph, with their names for people; those without named graphs hold the union of them."""

TABLES = {
    "table": "aligned columns",
    "csv": "SPARQL 1.1 CSV",
    "tsv": "SPARQL 1.1 TSV",
    "json": "SPARQL 1.1 JSON",
    "xml": "SPARQL 1.1 XML",
}
"""Formats of the answer to SELECT or ASK."""

READERS = ("pdfium", "pdfplumber")
"""Readers of PDF: the fast one, the default, and the reference."""


def ending(form: str) -> str:
    """Return the ending of files of a format: its name, but ``rdf`` for RDF/XML."""
    return "rdf" if form == "rdfxml" else form
