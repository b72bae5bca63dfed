"""The namespaces and terms of the graph, as pyoxigraph nodes."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

KG = "https://w3id.org/un-kg/ontology#"
UNDO = "https://w3id.org/un/ontology/undo/"
ALLOT = "https://w3id.org/akn/ontology/allot/"
DOCO = "http://purl.org/spar/doco/"
C4O = "http://purl.org/spar/c4o/"
CITO = "http://purl.org/spar/cito/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
TIME = "http://www.w3.org/2006/time#"
XSD = "http://www.w3.org/2001/XMLSchema#"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"

PREFIXES = {
    "kg": KG, "undo": UNDO, "allot": ALLOT, "doco": DOCO, "c4o": C4O, "cito": CITO, "oa": OA, "prov": PROV, "org": ORG,
    "skos": SKOS, "dcterms": DCTERMS, "time": TIME, "xsd": XSD, "void": VOID, "dcat": DCAT, "rdf": RDF, "rdfs": RDFS,
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}  # fmt: skip

TYPE = NamedNode(RDF + "type")
VALUE = NamedNode(RDF + "value")
EDTF = NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")
INTEGER = NamedNode(XSD + "integer")
DATE = NamedNode(XSD + "date")
RFC_8118 = NamedNode("http://www.rfc-editor.org/rfc/rfc8118")


class _Namespace:
    """Terms of a namespace by attribute or index, each node made once."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._nodes: dict[str, NamedNode] = {}

    def __getitem__(self, name: str) -> NamedNode:
        node = self._nodes.get(name)
        if node is None:
            node = self._nodes[name] = NamedNode(self._base + name)
        return node


kg, undo, allot, doco = _Namespace(KG), _Namespace(UNDO), _Namespace(ALLOT), _Namespace(DOCO)
c4o, cito, oa, prov = _Namespace(C4O), _Namespace(CITO), _Namespace(OA), _Namespace(PROV)
org, skos, dcterms, time = _Namespace(ORG), _Namespace(SKOS), _Namespace(DCTERMS), _Namespace(TIME)
void, dcat, language = _Namespace(VOID), _Namespace(DCAT), _Namespace(LANGUAGES)


def integer(value: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(value), datatype=INTEGER)
