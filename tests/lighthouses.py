"""A small graph by hand, in the form of docs/graph.md: one invented resolution about lighthouses, in two languages."""

from __future__ import annotations

import pyoxigraph as ox

from kg.model import Kind
from kg.store import canonical, in_memory

BASE = "https://w3id.org/un-kg/"
WORK = "https://undocs.org/A/RES/99/501"
OTHER = "https://undocs.org/A/RES/98/77"

PREFIXES = """
BASE <https://w3id.org/un-kg/>
PREFIX : <https://w3id.org/un-kg/>
PREFIX allot: <https://w3id.org/akn/ontology/allot/>
PREFIX c4o: <http://purl.org/spar/c4o/>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX kg: <https://w3id.org/un-kg/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX undo: <https://w3id.org/un/ontology/undo/>
"""

ONTOLOGY = "\n".join(f'kg:{kind.capitalize()}Mention skos:notation "{kind}" .' for kind in Kind)

AUTHORITY = """
<body/general-assembly> a kg:Body, skos:Concept ; skos:prefLabel "General Assembly"@en, "大会"@zh .
<body/secretary-general> a kg:Body, skos:Concept ; skos:prefLabel "Secretary-General"@en, "秘书长"@zh .
<body/lighthouse-committee> a kg:Body, skos:Concept ; skos:prefLabel "Lighthouse Committee"@en, "灯塔委员会"@zh .
<group/states> a kg:Group, skos:Concept ; skos:prefLabel "States"@en .
<treaty/unts-9001-90001> a kg:Treaty, skos:Concept ;
  skos:prefLabel "Convention on Lighthouses"@en, "灯塔公约"@zh ; kg:registration <registration/unts-9001-90001> .
<registration/unts-9001-90001> dcterms:identifier "UNTS 9001/90001" ; kg:volume 9001 ; kg:number "90001" .
<act/request> a kg:Act ; skos:prefLabel "request"@en, "请"@zh .
<act/recall> a kg:Act ; skos:prefLabel "recall"@en, "回顾"@zh .
<act/urge> a kg:Act ; skos:prefLabel "urge"@en, "敦促"@zh .
"""

SHARED = f"""
<{WORK}> a undo:Resolution, undo:Document ; dcterms:identifier "A/RES/99/501" ;
  dcterms:creator <body/general-assembly> ; kg:adopted "2044-12-18"^^edtf:EDTF ; cito:cites <{OTHER}> .
<{OTHER}> a undo:Document ; dcterms:identifier "A/RES/98/77" .
<{WORK}#front> a kg:FrontMatter ; kg:locator "front" ; kg:position 1 ; dcterms:isPartOf <{WORK}> .
<{WORK}#pp1> a kg:PreambularParagraph ; kg:locator "pp1" ; kg:position 2 ; dcterms:isPartOf <{WORK}> ;
  cito:cites <{OTHER}> ; allot:mentions <date/2043-12-01>, <treaty/unts-9001-90001> ;
  kg:performs <{WORK}#pp1.act> ; kg:hasFootnote <{WORK}#fn1> .
<{WORK}#pp1.act> a kg:PerformativeAct ; undo:hasProponent <body/general-assembly> ; undo:hasSemantics <act/recall> .
<{WORK}#op1> a kg:OperativeParagraph ; kg:locator "op1" ; kg:position 3 ; dcterms:isPartOf <{WORK}> ;
  allot:mentions <treaty/unts-9001-90001>, <treaty/unts-9001-90001#art-2> ;
  kg:performs <{WORK}#op1.act> ; kg:hasFootnote <{WORK}#fn1> .
<{WORK}#op1.act> a kg:PerformativeAct ; undo:hasProponent <body/general-assembly> ; undo:hasSemantics <act/urge> .
<{WORK}#op1.asked.states> a kg:Request ; dcterms:isPartOf <{WORK}#op1> ; undo:hasReceiver <group/states> .
<{WORK}#op2> a kg:OperativeParagraph ; kg:locator "op2" ; kg:position 4 ; dcterms:isPartOf <{WORK}> ;
  allot:mentions <body/lighthouse-committee>, <body/secretary-general>, <session/A-100> ;
  kg:performs <{WORK}#op2.act> .
<{WORK}#op2.act> a kg:PerformativeAct ; undo:hasProponent <body/general-assembly> ; undo:hasSemantics <act/request> .
<{WORK}#op2.asked.secretary-general> a kg:Request ; dcterms:isPartOf <{WORK}#op2> ;
  undo:hasReceiver <body/secretary-general> .
<{WORK}#op2.report.general-assembly.A-100> a kg:ReportingRequest ; dcterms:isPartOf <{WORK}#op2> ;
  kg:reporter <body/secretary-general> ; kg:recipient <body/general-assembly> ; kg:due <session/A-100> ;
  dcterms:identifier "General Assembly @ A/100" .
<{WORK}#op2.a> a kg:SubParagraph ; kg:locator "op2.a" ; kg:position 5 ;
  dcterms:isPartOf <{WORK}>, <{WORK}#op2> ; allot:mentions <date/2045> .
<{WORK}#fn1> a kg:Footnote ; kg:locator "fn1" ; kg:mark "1" ; kg:position 6 ; dcterms:isPartOf <{WORK}> ;
  kg:citesRegistration <registration/unts-9001-90001> ; kg:identifies <treaty/unts-9001-90001> .
<treaty/unts-9001-90001#art-2> a kg:Provision ; dcterms:identifier "Convention on Lighthouses art. 2" .
<session/A-100> a kg:Session ; skos:notation "A/100" ; skos:prefLabel "hundredth session"@en .
<date/2043-12-01> kg:edtf "2043-12-01"^^edtf:EDTF .
<date/2045> kg:edtf "2045"^^edtf:EDTF .
"""

TEXTS = {
    "zh": {
        "front.1": "A/RES/99/501",
        "front.2": "灯塔",
        "pp1": "回顾其2043年12月1日关于《灯塔公约》¹的第98/77号决议，",
        "op1": "敦促各国遵守《公约》¹第2条；",
        "op2": "请秘书长就灯塔委员会和渔港小组向大会第一百届会议报告：",
        "op2.a": "2045年的活动；",
        "fn1": "联合国，《条约汇编》，第9001卷，第90001号。",
    },
    "en": {
        "front.1": "A/RES/99/501",
        "front.2": "Lighthouses",
        "op1": "Urges States to heed article 2 of the Convention;¹",
    },
}

MENTIONS = {  # language -> (part, kind, surface, body, more)
    "zh": (
        ("front.1", "symbol", "A/RES/99/501", f"<{WORK}>", ""),
        ("front.2", "title", "灯塔", "灯塔", ""),
        ("pp1", "act", "回顾", "<act/recall>", ""),
        ("pp1", "date", "2043年12月1日", "<date/2043-12-01>", ""),
        ("pp1", "treaty", "《灯塔公约》", "<treaty/unts-9001-90001>", 'kg:resolution "label"'),
        ("pp1", "footnote", "¹", f"<{WORK}#fn1>", ""),
        ("pp1", "document", "第98/77号决议", f"<{OTHER}>", ""),
        ("pp1", "identifies", "《灯塔公约》", "<treaty/unts-9001-90001>", f"kg:onBehalfOf <{WORK}#fn1>"),
        ("op1", "act", "敦促", "<act/urge>", ""),
        ("op1", "asked", "各国", f"<{WORK}#op1.asked.states>", ""),
        ("op1", "treaty", "《公约》", "<treaty/unts-9001-90001>", 'kg:resolution "antecedent"'),
        ("op1", "footnote", "¹", f"<{WORK}#fn1>", ""),
        ("op1", "provision", "第2条", "<treaty/unts-9001-90001#art-2>", ""),
        ("op2", "act", "请", "<act/request>", ""),
        ("op2", "asked", "秘书长", f"<{WORK}#op2.asked.secretary-general>", ""),
        ("op2", "body", "秘书长", "<body/secretary-general>", 'kg:resolution "label"'),
        ("op2", "body", "灯塔委员会", "<body/lighthouse-committee>", 'kg:resolution "label"'),
        ("op2", "body", "渔港小组", "", ""),
        ("op2", "session", "第一百届会议", "<session/A-100>", ""),
        ("op2", "report", "报告", f"<{WORK}#op2.report.general-assembly.A-100>", ""),
        ("op2.a", "date", "2045年", "<date/2045>", ""),
        ("fn1", "unts", "第9001卷，第90001号", "<registration/unts-9001-90001>", ""),
    ),
    "en": (
        ("front.2", "title", "Lighthouses", "Lighthouses", ""),
        ("op1", "act", "Urges", "<act/urge>", ""),
        ("op1", "asked", "States", f"<{WORK}#op1.asked.states>", ""),
    ),
}


def lighthouses() -> ox.Store:
    """Return the graph in a store."""
    return in_memory(canonical(quads()))


def quads() -> list[ox.Quad]:
    """Return the graph's quads."""
    return list(ox.parse(trig().encode(), ox.RdfFormat.TRIG))


def trig() -> str:
    graphs = {"<graph/ontology>": ONTOLOGY, "<graph/authority>": AUTHORITY}
    graphs |= {f"<{_version(code)}>": SHARED + _version_graph(code) for code in TEXTS}
    return PREFIXES + "\n".join(f"{name} {{ {text} }}" for name, text in graphs.items())


def _version(code: str) -> str:
    return f"https://undocs.org/{code}/A/RES/99/501"


def _version_graph(code: str) -> str:
    version = _version(code)
    lines = [
        f"<{WORK}> allot:hasRealization <{version}> . <{version}> a undo:DocumentVersion ; kg:versionOf <{WORK}> ;"
        f"  dcterms:language <http://id.loc.gov/vocabulary/iso639-1/{code}> ;"
        f'  dcterms:title "{TEXTS[code]["front.2"]}"@{code} ; allot:hasEmbodiment <file/{code}> .'
        f'<file/{code}> a allot:FRBRManifestation ; dcterms:title "lighthouses.{code}.txt" .'
    ]
    for name, text in TEXTS[code].items():
        locator = "front" if name.startswith("front") else name
        lines.append(
            f"<{version}#{name}> a kg:PartText ; kg:textOf <{WORK}#{locator}> ; dcterms:isPartOf <{version}> ;"
            f' c4o:hasContent "{text}"@{code} ; kg:page 1 .'
        )
    lines += [_mention(version, TEXTS[code][mention[0]], *mention) for mention in MENTIONS[code]]
    return "\n".join(lines)


def _mention(version: str, text: str, part: str, kind: str, surface: str, body: str, more: str) -> str:
    start = text.index(surface)
    iri = f"{version}#{part}.{kind}.{start}-{start + len(surface)}"
    if body and not body.startswith("<"):
        more = f'oa:hasBody <{iri}.body> . <{iri}.body> rdf:value "{body}"'
    elif body:
        more = f"oa:hasBody {body}" + (f" ; {more}" if more else "")
    else:
        more = "a kg:UnresolvedMention"
    return (
        f"<{iri}> a oa:Annotation, kg:Mention, kg:{kind.capitalize()}Mention ; oa:hasTarget <{iri}.target> ; {more} .\n"
        f"<{iri}.target> oa:hasSource <{version}#{part}> ; oa:hasSelector <{iri}.position>, <{iri}.quote> .\n"
        f"<{iri}.position> oa:start {start} ; oa:end {start + len(surface)} .\n"
        f'<{iri}.quote> oa:exact "{surface}" .'
    )
