# ruff: noqa: E501
"""A small graph in the form of docs/graph.md, made up: a resolution on lighthouses with every kind of mention."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

WORK = "https://undocs.org/A/RES/91/7"
VERSION = "https://undocs.org/zh/A/RES/91/7"
BASE = "https://w3id.org/un-kg/"
DIGEST = "ab" * 32
PREFIXES = {
    "kg": "https://w3id.org/un-kg/ontology#",
    "shape": "https://w3id.org/un-kg/shapes#",
    "undo": "https://w3id.org/un/ontology/undo/",
    "allot": "https://w3id.org/akn/ontology/allot/",
    "doco": "http://purl.org/spar/doco/",
    "c4o": "http://purl.org/spar/c4o/",
    "cito": "http://purl.org/spar/cito/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "time": "http://www.w3.org/2006/time#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "language": "http://id.loc.gov/vocabulary/iso639-1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "prov": "http://www.w3.org/ns/prov#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "w": WORK + "#",
    "v": VERSION + "#",
    "file": BASE + "file/",
    "body": BASE + "body/",
    "treaty": BASE + "treaty/",
    "instrument": BASE + "instrument/",
    "registration": BASE + "registration/",
    "session": BASE + "session/",
    "date": BASE + "date/",
    "act": BASE + "act/",
    "group": BASE + "group/",
    "scheme": BASE + "scheme/",
}
TURTLE_HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
SPARQL_HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())

TEXTS = {  # the parts of the version, each with its text and the page on which it begins
    "front.1": ("大会第九十一届会议 A/RES/91/7", 1),
    "front.2": ("海岸灯塔", 1),
    "front.3": ("2036年11月20日第52次全体会议", 2),
    "pp1": ("回顾其2031年12月3日第86/12号决议¹和《海岸宣言》，", 1),
    "op1": ("敦促各国加入《灯塔公约》，²并执行：", 1),
    "op1.a": ("《公约》第5条；", 1),
    "op2": ("请秘书长于2037年1月5日至9日同灯塔咨询委员会协商，向大会第九十二届会议报告该基金的情况。", 2),
    "fn1": ("见A/CONF.300/4 (Part I)。", 1),
    "fn2": ("联合国《条约汇编》，第3000卷，第50001号。", 1),
}

DOCUMENT = """
<https://undocs.org/A/RES/91/7> a undo:Resolution, undo:Document, allot:FRBRWork ;
    dcterms:identifier "A/RES/91/7" ; dcterms:creator body:general-assembly ; kg:adopted "2036-11-20"^^edtf:EDTF ;
    kg:meeting 52 ; kg:session session:A-91 ; allot:hasRealization <https://undocs.org/zh/A/RES/91/7> ;
    cito:cites <https://undocs.org/A/RES/86/12>, <https://undocs.org/A/CONF.300/4%20(Part%20I)> ;
    allot:mentions date:2031-12-03, instrument:coast-declaration, treaty:unts-3000-50001, <https://w3id.org/un-kg/treaty/unts-3000-50001#art-5>,
        body:secretary-general, body:lighthouse-advisory-committee, session:A-91, session:A-92,
        <https://w3id.org/un-kg/date/2037-01-05_2037-01-09> .
<https://undocs.org/zh/A/RES/91/7> a undo:DocumentVersion, allot:FRBRExpression ; kg:versionOf <https://undocs.org/A/RES/91/7> ;
    dcterms:language language:zh ; dcterms:title "海岸灯塔"@zh ; allot:hasEmbodiment file:sha256-DIGEST .
file:sha256-DIGEST a allot:FRBRManifestation ; dcterms:title "A_RES_91_7.zh.pdf" ; dcterms:format "application/pdf" ;
    kg:sha256 "DIGEST" ; kg:pageCount 2 .
<https://undocs.org/A/RES/86/12> a undo:Document ; dcterms:identifier "A/RES/86/12" .
<https://undocs.org/A/CONF.300/4%20(Part%20I)> a undo:Document ; dcterms:identifier "A/CONF.300/4 (Part I)" .

w:front a kg:FrontMatter, doco:FrontMatter ; kg:position 1 ; allot:mentions session:A-91 .
w:pp1 a kg:PreambularParagraph, doco:Paragraph ; kg:position 2 ; kg:performs w:pp1.act ; kg:hasFootnote w:fn1 ;
    cito:cites <https://undocs.org/A/RES/86/12> ; allot:mentions date:2031-12-03, instrument:coast-declaration .
w:op1 a kg:OperativeParagraph, doco:Paragraph ; kg:position 3 ; kg:performs w:op1.act ; kg:hasFootnote w:fn2 ;
    allot:mentions treaty:unts-3000-50001 .
w:op1.a a kg:SubParagraph, doco:Paragraph ; kg:position 4 ; dcterms:isPartOf w:op1 ;
    allot:mentions treaty:unts-3000-50001, <https://w3id.org/un-kg/treaty/unts-3000-50001#art-5> .
w:op2 a kg:OperativeParagraph, doco:Paragraph ; kg:position 5 ; kg:performs w:op2.act ;
    allot:mentions body:secretary-general, body:lighthouse-advisory-committee, session:A-92,
        <https://w3id.org/un-kg/date/2037-01-05_2037-01-09> .
w:fn1 a kg:Footnote, doco:Footnote ; kg:position 6 ; kg:mark "1" ; cito:cites <https://undocs.org/A/CONF.300/4%20(Part%20I)> .
w:fn2 a kg:Footnote, doco:Footnote ; kg:position 7 ; kg:mark "2" ; kg:citesRegistration registration:unts-3000-50001 ;
    kg:identifies treaty:unts-3000-50001 .

w:pp1.act a undo:Relation, kg:PerformativeAct ; undo:hasProponent body:general-assembly ; undo:hasSemantics act:recall ; undo:hasReceiver w:pp1 .
w:op1.act a undo:Relation, kg:PerformativeAct ; undo:hasProponent body:general-assembly ; undo:hasSemantics act:urge ; undo:hasReceiver w:op1 .
w:op2.act a undo:Relation, kg:PerformativeAct ; undo:hasProponent body:general-assembly ; undo:hasSemantics act:request ; undo:hasReceiver w:op2 .
w:op1.asked.states a undo:Relation, kg:Request ; dcterms:isPartOf w:op1 ; undo:hasProponent body:general-assembly ;
    undo:hasSemantics act:urge ; undo:hasReceiver group:states .
w:op2.report.general-assembly.A-92 a undo:Relation, kg:ReportingRequest ; dcterms:isPartOf w:op2 ; kg:reporter body:secretary-general ;
    kg:recipient body:general-assembly ; kg:due session:A-92 ; dcterms:identifier "General Assembly @ A/92" .

body:lighthouse-advisory-committee a org:Organization, kg:Body, skos:Concept, kg:Unlisted ; skos:prefLabel "灯塔咨询委员会"@zh .
<https://w3id.org/un-kg/treaty/unts-3000-50001#art-5> a kg:Provision ; dcterms:identifier "Lighthouse Convention art. 5" ;
    kg:provisionOf treaty:unts-3000-50001 ; kg:designation "art. 5" .
registration:unts-3000-50001 a kg:TreatySeriesRegistration ; dcterms:identifier "UNTS 3000/50001" ; kg:volume 3000 ; kg:number "50001" .
session:A-91 a kg:Session ; skos:notation "A/91" ; kg:sessionOf body:general-assembly .
session:A-92 a kg:Session ; skos:notation "A/92" ; kg:sessionOf body:general-assembly .
date:2031-12-03 a time:TemporalEntity, time:Instant ; kg:edtf "2031-12-03"^^edtf:EDTF ; time:inXSDDate "2031-12-03"^^xsd:date .
date:2037-01-05 a time:TemporalEntity, time:Instant ; kg:edtf "2037-01-05"^^edtf:EDTF ; time:inXSDDate "2037-01-05"^^xsd:date .
date:2037-01-09 a time:TemporalEntity, time:Instant ; kg:edtf "2037-01-09"^^edtf:EDTF ; time:inXSDDate "2037-01-09"^^xsd:date .
<https://w3id.org/un-kg/date/2037-01-05_2037-01-09> a time:TemporalEntity, time:ProperInterval ;
    kg:edtf "2037-01-05/2037-01-09"^^edtf:EDTF ; time:hasBeginning date:2037-01-05 ; time:hasEnd date:2037-01-09 .
""".replace("DIGEST", DIGEST)

BUILD = """
<https://undocs.org/zh/A/RES/91/7> void:triples 700 ; prov:wasDerivedFrom file:sha256-DIGEST ; prov:wasGeneratedBy <https://w3id.org/un-kg/build> .
<https://w3id.org/un-kg/build> a prov:Activity .
v:problem.1 a kg:Problem ; kg:code "unresolved" ; kg:place "op2" ; dcterms:description "该基金" ; dcterms:subject <https://undocs.org/zh/A/RES/91/7> .
""".replace("DIGEST", DIGEST)

AUTHORITY = """
body:general-assembly a org:Organization, kg:Body, skos:Concept ; skos:prefLabel "General Assembly"@en, "大会"@zh ;
    skos:altLabel "联大"@zh ; skos:inScheme scheme:bodies .
body:secretariat a org:Organization, kg:Body, skos:Concept ; skos:prefLabel "Secretariat"@en, "秘书处"@zh ; skos:inScheme scheme:bodies .
body:secretary-general a org:Post, kg:Body, skos:Concept ; skos:prefLabel "Secretary-General"@en, "秘书长"@zh ;
    org:postIn body:secretariat ; skos:inScheme scheme:bodies .
treaty:unts-3000-50001 a undo:Treaty, kg:Treaty, skos:Concept ; skos:prefLabel "Lighthouse Convention"@en, "灯塔公约"@zh ;
    kg:registration registration:unts-3000-50001 ; kg:annexedTo <https://undocs.org/A/RES/80/1> ; skos:inScheme scheme:treaties .
instrument:coast-declaration a kg:Instrument, skos:Concept ; skos:prefLabel "Coast Declaration"@en, "海岸宣言"@zh ; skos:inScheme scheme:instruments .
act:recall a kg:Act, skos:Concept ; skos:prefLabel "recall"@en, "回顾"@zh ; skos:inScheme scheme:acts .
act:urge a kg:Act, skos:Concept ; skos:prefLabel "urge"@en, "敦促"@zh ; skos:inScheme scheme:acts .
act:request a kg:Act, skos:Concept ; skos:prefLabel "request"@en, "请"@zh ; skos:inScheme scheme:acts .
group:states a kg:Group, skos:Concept ; skos:prefLabel "States"@en, "各国"@zh .
"""


@dataclass(frozen=True)
class Mention:
    part: str
    kind: str
    quote: str
    body: str  # as Turtle writes it; a text in quotes for a textual body; empty where unresolved
    more: str = ""  # further statements

    @property
    def start(self) -> int:
        return TEXTS[self.part][0].index(self.quote)

    @property
    def name(self) -> str:
        """The mention's name below the version's namespace, for a prefixed name."""
        return f"{self.part}.{self.kind.lower()}.{self.start}-{self.start + len(self.quote)}"

    def turtle(self) -> str:
        text, page = TEXTS[self.part]
        start, end, iri = self.start, self.start + len(self.quote), f"v:{self.name}"
        lines = [
            f'{iri} a oa:Annotation, kg:Mention, kg:{self.kind}Mention ; oa:motivatedBy oa:identifying ; kg:rule "zh/some.rule" ;'
            f" oa:hasTarget {iri}.target . {self.more.replace('$this', iri)}",
            f"{iri}.target a oa:SpecificResource ; oa:hasSource v:{self.part} ;"
            f" oa:hasSelector {iri}.position, {iri}.quote, {iri}.page .",
            f"{iri}.position a oa:TextPositionSelector ; oa:start {start} ; oa:end {end} .",
            f'{iri}.quote a oa:TextQuoteSelector ; oa:exact "{self.quote}" ;'
            f' oa:prefix "{text[max(0, start - 16) : start]}" ; oa:suffix "{text[end : end + 16]}" .',
            f"{iri}.page a oa:FragmentSelector ; dcterms:conformsTo <http://www.rfc-editor.org/rfc/rfc8118> ;"
            f' rdf:value "page={page}&viewrect=72.0,90.5,40.0,12.0" .',
        ]
        if self.body.startswith('"'):
            lines.append(f"{iri} oa:hasBody {iri}.body . {iri}.body a oa:TextualBody ; rdf:value {self.body} .")
        elif self.body:
            lines.append(f"{iri} oa:hasBody {self.body} .")
        else:
            lines.append(f"{iri} a kg:UnresolvedMention .")
        return "\n".join(lines)


def _pointer(footnote: str) -> str:
    return f"$this a c4o:InTextReferencePointer ; c4o:denotes {footnote} ."


MENTIONS = {
    "symbol": Mention("front.1", "Symbol", "A/RES/91/7", f"<{WORK}>"),
    "session": Mention("front.1", "Session", "第九十一届会议", "session:A-91"),
    "title": Mention("front.2", "Title", "海岸灯塔", '"海岸灯塔"'),
    "adopted": Mention("front.3", "Adopted", "2036年11月20日", '"2036-11-20"'),
    "meeting": Mention("front.3", "Meeting", "第52次全体会议", '"52"'),
    "recall": Mention("pp1", "Act", "回顾", "act:recall"),
    "date": Mention("pp1", "Date", "2031年12月3日", "date:2031-12-03"),
    "document": Mention("pp1", "Document", "第86/12号决议", "<https://undocs.org/A/RES/86/12>"),
    "mark1": Mention("pp1", "Footnote", "¹", "w:fn1", _pointer("w:fn1")),
    "instrument": Mention("pp1", "Instrument", "《海岸宣言》", "instrument:coast-declaration"),
    "urge": Mention("op1", "Act", "敦促", "act:urge"),
    "asked": Mention("op1", "Asked", "各国", "w:op1.asked.states"),
    "treaty": Mention("op1", "Treaty", "《灯塔公约》", "treaty:unts-3000-50001"),
    "identifies": Mention("op1", "Identifies", "《灯塔公约》", "treaty:unts-3000-50001", "$this kg:onBehalfOf w:fn2 ."),
    "mark2": Mention("op1", "Footnote", "²", "w:fn2", _pointer("w:fn2")),
    "short": Mention("op1.a", "Treaty", "《公约》", "treaty:unts-3000-50001", '$this kg:resolution "antecedent" .'),
    "provision": Mention("op1.a", "Provision", "第5条", f"<{BASE}treaty/unts-3000-50001#art-5>"),
    "request": Mention("op2", "Act", "请", "act:request"),
    "body": Mention("op2", "Body", "秘书长", "body:secretary-general"),
    "interval": Mention("op2", "Date", "2037年1月5日至9日", f"<{BASE}date/2037-01-05_2037-01-09>"),
    "unlisted": Mention("op2", "Body", "灯塔咨询委员会", "body:lighthouse-advisory-committee"),
    "next": Mention("op2", "Session", "第九十二届会议", "session:A-92"),
    "report": Mention("op2", "Report", "向大会第九十二届会议报告", "w:op2.report.general-assembly.A-92"),
    "unresolved": Mention("op2", "Body", "该基金", ""),
    "cited": Mention("fn1", "Document", "A/CONF.300/4 (Part I)", "<https://undocs.org/A/CONF.300/4%20(Part%20I)>"),
    "unts": Mention("fn2", "Unts", "第3000卷，第50001号", "registration:unts-3000-50001"),
}


def _texts() -> str:
    lines = []
    for name, (text, page) in TEXTS.items():
        locator = "front" if name.startswith("front") else name
        lines.append(
            f"v:{name} a kg:PartText, doco:TextChunk ; kg:textOf w:{locator} ; dcterms:isPartOf <{VERSION}> ;"
            f' c4o:hasContent "{text}"@zh ; kg:page {page} .'
        )
        lines.append(f'w:{locator} kg:locator "{locator}" ; dcterms:isPartOf <{WORK}> .')
    lines.append('v:op1 kg:label "1." .')
    return "\n".join(lines)


def turtle() -> str:
    """Return the document's graph in Turtle, without what authority data say."""
    return "\n".join((TURTLE_HEAD, DOCUMENT, BUILD, _texts(), *(mention.turtle() for mention in MENTIONS.values())))


def store(document: ox.NamedNode | None = None, authority: ox.NamedNode | None = None) -> ox.Store:
    """Return a store with document and authority data, in the default graph or in named ones."""
    found = ox.Store()
    found.load(turtle().encode(), format=ox.RdfFormat.TURTLE, to_graph=document)
    found.load((TURTLE_HEAD + AUTHORITY).encode(), format=ox.RdfFormat.TURTLE, to_graph=authority)
    return found
