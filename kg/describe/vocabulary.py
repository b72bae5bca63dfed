"""The terms of the graph as nodes: own ones (``KG_``…) and those of the vocabularies that are reused.

A term is made once here, so that describing a page makes no node twice. What each own term means is in
``ontology/kg.ttl``; a test holds the two side by side.
"""

from __future__ import annotations

import functools
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode

from kg.model import Kind, PartKind

KG = "https://w3id.org/un-kg/ontology#"
NAMESPACES = MappingProxyType(
    {
        "kg": KG,
        "undo": "https://w3id.org/un/ontology/undo/",
        "allot": "https://w3id.org/akn/ontology/allot/",
        "doco": "http://purl.org/spar/doco/",
        "c4o": "http://purl.org/spar/c4o/",
        "cito": "http://purl.org/spar/cito/",
        "oa": "http://www.w3.org/ns/oa#",
        "prov": "http://www.w3.org/ns/prov#",
        "org": "http://www.w3.org/ns/org#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "void": "http://rdfs.org/ns/void#",
        "time": "http://www.w3.org/2006/time#",
        "edtf": "http://id.loc.gov/datatypes/edtf/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)


@functools.cache
def term(name: str) -> NamedNode:
    """Return the term of a prefixed name; KeyError where the prefix is not one of ours.

    >>> term("skos:prefLabel").value
    'http://www.w3.org/2004/02/skos/core#prefLabel'
    """
    prefix, _, local = name.partition(":")
    return NamedNode(NAMESPACES[prefix] + local)


@functools.lru_cache(maxsize=4096)
def integer(value: int) -> Literal:
    """Return an integer literal."""
    return Literal(value)


RDF_TYPE = term("rdf:type")
RDF_VALUE = term("rdf:value")
XSD_DATE = term("xsd:date")
EDTF = term("edtf:EDTF")

# Work, version, file
UNDO_DOCUMENT = term("undo:Document")
UNDO_RESOLUTION = term("undo:Resolution")
UNDO_DECISION = term("undo:Decision")
UNDO_DOCUMENT_VERSION = term("undo:DocumentVersion")
UNDO_TREATY = term("undo:Treaty")
ALLOT_WORK = term("allot:FRBRWork")
ALLOT_EXPRESSION = term("allot:FRBRExpression")
ALLOT_MANIFESTATION = term("allot:FRBRManifestation")
ALLOT_HAS_REALIZATION = term("allot:hasRealization")
ALLOT_HAS_EMBODIMENT = term("allot:hasEmbodiment")
ALLOT_MENTIONS = term("allot:mentions")
CITO_CITES = term("cito:cites")
DCT_CREATOR = term("dcterms:creator")
DCT_CONFORMS_TO = term("dcterms:conformsTo")
DCT_DESCRIPTION = term("dcterms:description")
DCT_FORMAT = term("dcterms:format")
DCT_HAS_VERSION = term("dcterms:hasVersion")
DCT_IDENTIFIER = term("dcterms:identifier")
DCT_IS_PART_OF = term("dcterms:isPartOf")
DCT_LANGUAGE = term("dcterms:language")
DCT_SUBJECT = term("dcterms:subject")
DCT_TITLE = term("dcterms:title")
KG_ADOPTED = term("kg:adopted")
KG_MEETING = term("kg:meeting")
KG_PAGE_COUNT = term("kg:pageCount")
KG_SESSION = term("kg:session")
KG_SHA256 = term("kg:sha256")
KG_VERSION_OF = term("kg:versionOf")

# Parts
C4O_HAS_CONTENT = term("c4o:hasContent")
DOCO_TEXT_CHUNK = term("doco:TextChunk")
KG_HAS_FOOTNOTE = term("kg:hasFootnote")
KG_LABEL = term("kg:label")
KG_LOCATOR = term("kg:locator")
KG_MARK = term("kg:mark")
KG_PAGE = term("kg:page")
KG_PART_TEXT = term("kg:PartText")
KG_PERFORMS = term("kg:performs")
KG_POSITION = term("kg:position")
KG_TEXT_OF = term("kg:textOf")

_FRONT = (term("kg:FrontMatter"), term("doco:FrontMatter"))
_PARAGRAPH = term("doco:Paragraph")
PART_CLASSES = MappingProxyType(
    {
        PartKind.FRONT: _FRONT,
        PartKind.TITLE: _FRONT,
        PartKind.CLOSING: _FRONT,
        PartKind.PREAMBULAR: (term("kg:PreambularParagraph"), _PARAGRAPH),
        PartKind.OPERATIVE: (term("kg:OperativeParagraph"), _PARAGRAPH),
        PartKind.SUBPARAGRAPH: (term("kg:SubParagraph"), _PARAGRAPH),
        PartKind.ANNEX: (term("kg:AnnexParagraph"), _PARAGRAPH),
        PartKind.FOOTNOTE: (term("kg:Footnote"), term("doco:Footnote")),
        PartKind.HEADING: (term("kg:Heading"),),
    }
)

# Mentions
C4O_DENOTES = term("c4o:denotes")
C4O_POINTER = term("c4o:InTextReferencePointer")
KG_MENTION = term("kg:Mention")
KG_ON_BEHALF_OF = term("kg:onBehalfOf")
KG_RESOLUTION = term("kg:resolution")
KG_RULE = term("kg:rule")
KG_UNRESOLVED_MENTION = term("kg:UnresolvedMention")
OA_ANNOTATION = term("oa:Annotation")
OA_END = term("oa:end")
OA_EXACT = term("oa:exact")
OA_FRAGMENT_SELECTOR = term("oa:FragmentSelector")
OA_HAS_BODY = term("oa:hasBody")
OA_HAS_SELECTOR = term("oa:hasSelector")
OA_HAS_SOURCE = term("oa:hasSource")
OA_HAS_TARGET = term("oa:hasTarget")
OA_IDENTIFYING = term("oa:identifying")
OA_MOTIVATED_BY = term("oa:motivatedBy")
OA_PREFIX = term("oa:prefix")
OA_SPECIFIC_RESOURCE = term("oa:SpecificResource")
OA_START = term("oa:start")
OA_SUFFIX = term("oa:suffix")
OA_TEXT_POSITION_SELECTOR = term("oa:TextPositionSelector")
OA_TEXT_QUOTE_SELECTOR = term("oa:TextQuoteSelector")
OA_TEXTUAL_BODY = term("oa:TextualBody")
PDF_FRAGMENTS = NamedNode("http://www.rfc-editor.org/rfc/rfc8118")
MENTION_CLASSES = MappingProxyType({kind: term(f"kg:{kind.value.capitalize()}Mention") for kind in Kind})

# Acts and requests
KG_DUE = term("kg:due")
KG_PERFORMATIVE_ACT = term("kg:PerformativeAct")
KG_RECIPIENT = term("kg:recipient")
KG_REPORTER = term("kg:reporter")
KG_REPORTING_REQUEST = term("kg:ReportingRequest")
KG_REQUEST = term("kg:Request")
UNDO_HAS_PROPONENT = term("undo:hasProponent")
UNDO_HAS_RECEIVER = term("undo:hasReceiver")
UNDO_HAS_SEMANTICS = term("undo:hasSemantics")
UNDO_RELATION = term("undo:Relation")

# Entities
KG_ACT = term("kg:Act")
KG_BODY = term("kg:Body")
KG_CITES_REGISTRATION = term("kg:citesRegistration")
KG_DESIGNATION = term("kg:designation")
KG_EDTF = term("kg:edtf")
KG_GROUP = term("kg:Group")
KG_IDENTIFIES = term("kg:identifies")
KG_INSTRUMENT = term("kg:Instrument")
KG_NUMBER = term("kg:number")
KG_PROVISION = term("kg:Provision")
KG_SESSION_CLASS = term("kg:Session")
KG_TREATY = term("kg:Treaty")
KG_TREATY_SERIES_REGISTRATION = term("kg:TreatySeriesRegistration")
KG_UNLISTED = term("kg:Unlisted")
KG_VOLUME = term("kg:volume")
ORG_ORGANIZATION = term("org:Organization")
ORG_POST = term("org:Post")
SKOS_ALT_LABEL = term("skos:altLabel")
SKOS_CONCEPT = term("skos:Concept")
SKOS_NOTATION = term("skos:notation")
SKOS_PREF_LABEL = term("skos:prefLabel")
TIME_ENTITY = term("time:TemporalEntity")
TIME_HAS_BEGINNING = term("time:hasBeginning")
TIME_HAS_END = term("time:hasEnd")
TIME_IN_XSD_DATE = term("time:inXSDDate")
TIME_INSTANT = term("time:Instant")
TIME_PROPER_INTERVAL = term("time:ProperInterval")

# What an entity may be related by: the name in Entity.relations -> the term.
RELATIONS = MappingProxyType(
    {
        name: term(f"{prefix}:{name}")
        for prefix, names in {
            "kg": "annexedTo bodyType establishedBy partiesTo protocolTo provisionOf registration sessionOf",
            "org": "postIn subOrganizationOf unitOf",
            "skos": "broader exactMatch inScheme related",
        }.items()
        for name in names.split()
    }
)

# The build
DCAT_DATASET = term("dcat:Dataset")
KG_CODE = term("kg:code")
KG_PLACE = term("kg:place")
KG_PROBLEM = term("kg:Problem")
PROV_ACTIVITY = term("prov:Activity")
PROV_SOFTWARE_AGENT = term("prov:SoftwareAgent")
PROV_USED = term("prov:used")
PROV_WAS_ASSOCIATED_WITH = term("prov:wasAssociatedWith")
PROV_WAS_DERIVED_FROM = term("prov:wasDerivedFrom")
PROV_WAS_GENERATED_BY = term("prov:wasGeneratedBy")
VOID_DATASET = term("void:Dataset")
VOID_DOCUMENTS = term("void:documents")
VOID_SUBSET = term("void:subset")
VOID_TRIPLES = term("void:triples")
VOID_URI_SPACE = term("void:uriSpace")
VOID_VOCABULARY = term("void:vocabulary")
