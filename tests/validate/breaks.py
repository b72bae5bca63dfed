# ruff: noqa: E501
"""Ways to break the specimen's graph: each a SPARQL update, with the shape that is meant to catch it."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kg.validate import Severity
from tests.validate.specimen import MENTIONS, PREFIXES, SPARQL_HEAD

LONG = "https://w3id.org/un-kg/treaty/unts-3000-50001#art-5"
INTERVAL = "https://w3id.org/un-kg/date/2037-01-05_2037-01-09"


@dataclass(frozen=True)
class Break:
    name: str
    update: str
    shape: str
    severity: Severity = Severity.VIOLATION

    @property
    def shape_iri(self) -> str:
        return PREFIXES["shape"] + self.shape

    def apply(self, store: ox.Store) -> None:
        store.update(SPARQL_HEAD + self.update)


def _v(mention: str, suffix: str = "") -> str:
    """Return the IRI of a mention of the specimen, or of something below it."""
    return f"<{PREFIXES['v']}{MENTIONS[mention].name}{suffix}>"


def _w(name: str) -> str:
    return f"<{PREFIXES['w']}{name}>"


def _text(name: str) -> str:
    return f"<{PREFIXES['v']}{name}>"


WORK = "<https://undocs.org/A/RES/91/7>"
VERSION = "<https://undocs.org/zh/A/RES/91/7>"


def _lose(subject: str, predicate: str, value: str = "?any") -> str:
    return f"DELETE WHERE {{ {subject} {predicate} {value} }}"


def _say(subject: str, predicate: str, value: str) -> str:
    return f"INSERT DATA {{ {subject} {predicate} {value} }}"


def _change(subject: str, predicate: str, value: str) -> str:
    return f"DELETE {{ {subject} {predicate} ?old }} INSERT {{ {subject} {predicate} {value} }} WHERE {{ {subject} {predicate} ?old }}"


WARNING, INFO = Severity.WARNING, Severity.INFO

BREAKS = (
    # documents
    Break("a node without an IRI", "INSERT DATA { [] a kg:Group, skos:Concept ; skos:prefLabel 'all'@en }", "Node"),
    Break(
        "a document without a symbol",
        _lose("<https://undocs.org/A/RES/86/12>", "dcterms:identifier"),
        "DocumentIdentifier",
    ),
    Break(
        "a symbol in lower case",
        _change("<https://undocs.org/A/RES/86/12>", "dcterms:identifier", "'a/res/86/12'"),
        "Document",
    ),
    Break(
        "a symbol that is a sentence",
        _change(WORK, "dcterms:identifier", "'resolution 91/7 of the Assembly'"),
        "Document",
    ),
    Break("a symbol of another document", _change(WORK, "dcterms:identifier", "'A/RES/91/8'"), "DocumentAddress"),
    Break(
        "a symbol that two documents have",
        "INSERT DATA { <https://undocs.org/A/RES/86/12x> a undo:Document ; dcterms:identifier 'A/RES/86/12' }",
        "DocumentUnique",
    ),
    Break("a work without a version", _lose(WORK, "allot:hasRealization"), "WorkRealization"),
    Break("a creator that is no body", _change(WORK, "dcterms:creator", "group:states"), "WorkCreator"),
    Break("two creators", _say(WORK, "dcterms:creator", "body:secretariat"), "WorkCreator"),
    Break("an adoption that is a plain text", _change(WORK, "kg:adopted", "'2036-11-20'"), "WorkAdopted"),
    Break("a meeting nought", _change(WORK, "kg:meeting", "0"), "WorkMeeting"),
    Break("a session that is a text", _change(WORK, "kg:session", "'A/91'"), "WorkSession"),
    Break("a resolution whose organ is not known", _lose(WORK, "dcterms:creator"), "ResolutionCreator", WARNING),
    Break("a resolution without its day", _lose(WORK, "kg:adopted"), "ResolutionAdopted", WARNING),
    Break("a resolution without its meeting", _lose(WORK, "kg:meeting"), "ResolutionMeeting", INFO),
    Break(
        "a resolution that decides nothing",
        "DELETE { ?part a kg:OperativeParagraph } INSERT { ?part a kg:AnnexParagraph } WHERE { ?part a kg:OperativeParagraph }",
        "ResolutionParagraphs",
        WARNING,
    ),
    Break(
        "a work that is no document",
        f"DELETE {{ {WORK} a undo:Document }} INSERT {{ {WORK} a undo:Thing }} WHERE {{}}",
        "Work",
    ),
    Break("a resolution that is no document", _lose(WORK, "a", "undo:Document"), "Resolution"),
    # versions and files
    Break("a version of no work", _lose(VERSION, "kg:versionOf"), "VersionOf"),
    Break(
        "a version of another work",
        _change(VERSION, "kg:versionOf", "<https://undocs.org/A/RES/86/12>"),
        "VersionRealizes",
    ),
    Break("two languages", _say(VERSION, "dcterms:language", "language:en"), "VersionLanguage"),
    Break("a language that is none of the six", _change(VERSION, "dcterms:language", "language:de"), "VersionLanguage"),
    Break("a title without its language", _change(VERSION, "dcterms:title", "'海岸灯塔'"), "VersionTitle"),
    Break("a title in another language", _change(VERSION, "dcterms:title", "'海岸灯塔'@en"), "VersionTongue"),
    Break("no title", _lose(VERSION, "dcterms:title"), "VersionTitled", WARNING),
    Break("no file", _lose(VERSION, "allot:hasEmbodiment"), "VersionFile"),
    Break(
        "a digest cut short",
        "DELETE { ?f kg:sha256 ?d } INSERT { ?f kg:sha256 'abab' } WHERE { ?f kg:sha256 ?d }",
        "FileDigest",
    ),
    Break(
        "a digest of another file",
        f"DELETE {{ ?f kg:sha256 ?d }} INSERT {{ ?f kg:sha256 '{'cd' * 32}' }} WHERE {{ ?f kg:sha256 ?d }}",
        "FileAddress",
    ),
    Break(
        "a file name with a folder",
        "DELETE { ?f dcterms:title ?n } INSERT { ?f dcterms:title '/home/a.pdf' } WHERE { ?f kg:sha256 ?d ; dcterms:title ?n }",
        "FileName",
    ),
    Break("a file of no form", "DELETE { ?f dcterms:format ?n } WHERE { ?f dcterms:format ?n }", "FileFormat"),
    Break(
        "a file of no pages",
        "DELETE { ?f kg:pageCount ?n } INSERT { ?f kg:pageCount 0 } WHERE { ?f kg:pageCount ?n }",
        "FilePages",
    ),
    Break("a version that is no expression", _lose(VERSION, "a", "allot:FRBRExpression"), "Version"),
    Break(
        "a version without text",
        f"DELETE {{ ?text dcterms:isPartOf {VERSION} }} WHERE {{ ?text dcterms:isPartOf {VERSION} }}",
        "VersionText",
    ),
    # parts and texts
    Break("a part of two kinds", _say(_w("op1"), "a", "kg:PreambularParagraph"), "PartKind"),
    Break("a part of no work", _lose(_w("pp1"), "dcterms:isPartOf"), "PartOfWork"),
    Break("a part without a locator", _lose(_w("op1"), "kg:locator"), "PartLocator"),
    Break("a locator with spaces", _change(_w("op1"), "kg:locator", "'para 1'"), "PartLocator"),
    Break("a locator of another part", _change(_w("op1"), "kg:locator", "'op3'"), "PartAddress"),
    Break("a locator given twice", _change(_w("op1"), "kg:locator", "'op2'"), "PartLocatorUnique"),
    Break("a part without a position", _lose(_w("op1"), "kg:position"), "PartPosition"),
    Break("a position that is a text", _change(_w("op1"), "kg:position", "'3'"), "PartPosition"),
    Break("a position given twice", _change(_w("op1"), "kg:position", "2"), "PartPositionUnique"),
    Break("a part without a text", _lose(_text("fn2"), "kg:textOf"), "PartHasText"),
    Break("front matter at a paragraph", _change(_w("front"), "kg:locator", "'pp9'"), "FrontLocatorForm"),
    Break(
        "a paragraph of the body in the preamble", _change(_w("pp1"), "kg:locator", "'op9'"), "PreambularLocatorForm"
    ),
    Break("a paragraph of the preamble in the body", _change(_w("op2"), "kg:locator", "'pp9'"), "OperativeLocatorForm"),
    Break("a sub-paragraph on its own", _change(_w("op1.a"), "kg:locator", "'op7'"), "SubLocatorForm"),
    Break("a sub-paragraph out of its paragraph", _lose(_w("op1.a"), "dcterms:isPartOf", _w("op1")), "SubParagraphOf"),
    Break(
        "a sub-paragraph in no paragraph", _lose(_w("op1.a"), "dcterms:isPartOf", _w("op1")), "SubParagraphIn", WARNING
    ),
    Break("a paragraph without an act", _lose(_w("op2"), "kg:performs"), "ParagraphHasAct", WARNING),
    Break("a text of no part", _lose(_text("op1"), "kg:textOf"), "TextOf"),
    Break("a text of a part that is not there", _change(_text("op1"), "kg:textOf", _w("op99")), "TextOfPart"),
    Break("a text of no version", _lose(_text("op1"), "dcterms:isPartOf"), "TextIn"),
    Break("an empty text", _change(_text("op1"), "c4o:hasContent", "''@zh"), "TextContent"),
    Break("a text without its language", _change(_text("op1"), "c4o:hasContent", "'x'"), "TextContent"),
    Break("a text in another language", _change(_text("op2"), "c4o:hasContent", "'Requests'@en"), "TextTongue"),
    Break(
        "a text of another work's part",
        _change(_w("pp1"), "dcterms:isPartOf", "<https://undocs.org/A/RES/86/12>"),
        "TextOfSameWork",
    ),
    Break("a text under another name", _change(_text("op1"), "kg:textOf", _w("op2")), "TextAddress"),
    Break("a page before the first", _change(_text("op1"), "kg:page", "0"), "TextPage"),
    Break("a page after the last", _change(_text("op2"), "kg:page", "3"), "TextPageInFile"),
    Break("two labels", "INSERT DATA { " + _text("op1") + " kg:label '2.' }", "TextLabel"),
    Break("front matter outside DoCO", _lose(_w("front"), "a", "doco:FrontMatter"), "FrontMatter"),
    Break("a paragraph outside DoCO", _lose(_w("op1"), "a", "doco:Paragraph"), "Paragraph"),
    Break("a text outside DoCO", _lose(_text("op1"), "a", "doco:TextChunk"), "Text"),
    Break("a footnote outside DoCO", _lose(_w("fn1"), "a", "doco:Footnote"), "Footnote"),
    Break("a footnote without a mark", _lose(_w("fn1"), "kg:mark"), "FootnoteMark"),
    Break("a footnote with another mark", _change(_w("fn1"), "kg:mark", "'2'"), "FootnoteMarkUnique"),
    Break("a footnote among the paragraphs", _change(_w("fn1"), "kg:locator", "'op9'"), "FootnoteLocatorForm"),
    Break(
        "a footnote that cites a treaty as registration",
        _say(_w("fn1"), "kg:citesRegistration", "treaty:unts-3000-50001"),
        "FootnoteRegistration",
    ),
    Break("a mark that is a paragraph's", _say(_w("op2"), "kg:hasFootnote", _w("pp1")), "PartFootnotes"),
    Break("a body that is cited", _say(_w("op2"), "cito:cites", "body:secretariat"), "PartCites"),
    Break(
        "a document that is mentioned",
        _say(_w("op2"), "allot:mentions", "<https://undocs.org/A/RES/86/12>"),
        "PartMentions",
    ),
    Break("a paragraph that performs a verb", _change(_w("op2"), "kg:performs", "act:request"), "PartPerforms"),
    # mentions
    Break("a mention of no kind", _lose(_v("treaty"), "a", "kg:TreatyMention"), "MentionKind"),
    Break("a mention of two kinds", _say(_v("treaty"), "a", "kg:BodyMention"), "MentionKind"),
    Break("a mention without a rule", _lose(_v("treaty"), "kg:rule"), "MentionRule"),
    Break("a mention with two rules", _say(_v("treaty"), "kg:rule", "'zh/another'"), "MentionRule"),
    Break("a mention without a motive", _lose(_v("treaty"), "oa:motivatedBy"), "MentionMotivation"),
    Break("a mention nowhere", _lose(_v("treaty"), "oa:hasTarget"), "MentionTarget"),
    Break("a mention of nothing", _lose(_v("treaty"), "oa:hasBody"), "MentionReferent"),
    Break("a mention resolved and unresolved", _say(_v("treaty"), "a", "kg:UnresolvedMention"), "MentionReferent"),
    Break(
        "a mention that stays unresolved",
        f"DELETE {{ {_v('short')} oa:hasBody ?x }} INSERT {{ {_v('short')} a kg:UnresolvedMention }} WHERE {{ {_v('short')} oa:hasBody ?x }}",
        "UnresolvedMention",
        WARNING,
    ),
    Break("a mention under another name", _change(_v("treaty", ".position"), "oa:start", "1"), "MentionAddress"),
    Break("a treaty mention of a body", _change(_v("treaty"), "oa:hasBody", "body:secretary-general"), "TreatyBody"),
    Break("a body mention of a treaty", _change(_v("body"), "oa:hasBody", "treaty:unts-3000-50001"), "BodyBody"),
    Break(
        "an instrument mention of a treaty",
        _change(_v("instrument"), "oa:hasBody", "treaty:unts-3000-50001"),
        "InstrumentBody",
    ),
    Break("a mention of a body not described", _change(_v("unlisted"), "oa:hasBody", "body:nowhere"), "BodyBody"),
    Break(
        "a provision mention of a treaty",
        _change(_v("provision"), "oa:hasBody", "treaty:unts-3000-50001"),
        "ProvisionBody",
    ),
    Break(
        "a document mention of an unknown",
        _change(_v("document"), "oa:hasBody", "<https://undocs.org/A/RES/1/1>"),
        "DocumentBody",
    ),
    Break("a date mention of a session", _change(_v("date"), "oa:hasBody", "session:A-92"), "DateBody"),
    Break("a session mention of a date", _change(_v("next"), "oa:hasBody", "date:2031-12-03"), "SessionBody"),
    Break("an act mention of a body", _change(_v("urge"), "oa:hasBody", "body:secretariat"), "ActBody"),
    Break(
        "a registration mention of a treaty", _change(_v("unts"), "oa:hasBody", "treaty:unts-3000-50001"), "UntsBody"
    ),
    Break(
        "a footnote that identifies a date",
        _change(_v("identifies"), "oa:hasBody", "date:2031-12-03"),
        "IdentifiesBody",
    ),
    Break(
        "an identification for no footnote", _change(_v("identifies"), "kg:onBehalfOf", _w("op1")), "IdentifiesOnBehalf"
    ),
    Break("an asked mention of a group", _change(_v("asked"), "oa:hasBody", "group:states"), "AskedBody"),
    Break("a report mention of a request", _change(_v("report"), "oa:hasBody", _w("op1.asked.states")), "ReportBody"),
    Break("a title that is an entity", _change(_v("title"), "oa:hasBody", "group:states"), "TextualMentionBody"),
    Break("a title without words", _lose(_v("title", ".body"), "rdf:value"), "TextualValue"),
    Break("a day of adoption that is a year", _change(_v("adopted", ".body"), "rdf:value", "'2036'"), "AdoptedValue"),
    Break("a meeting in words", _change(_v("meeting", ".body"), "rdf:value", "'五十二'"), "MeetingValue"),
    Break(
        "a symbol of another work",
        _change(_v("symbol"), "oa:hasBody", "<https://undocs.org/A/RES/86/12>"),
        "SymbolOfWork",
    ),
    Break("a mark that leads to a paragraph", _change(_v("mark1"), "oa:hasBody", _w("op1")), "FootnoteBody"),
    Break("a mark that denotes another footnote", _change(_v("mark1"), "c4o:denotes", _w("fn2")), "FootnoteDenotes"),
    Break("a mark that is no pointer", _lose(_v("mark1"), "a", "c4o:InTextReferencePointer"), "FootnoteMention"),
    Break(
        "a mark of another document's footnote",
        "DELETE { ?n dcterms:isPartOf ?w } INSERT { ?n dcterms:isPartOf <https://undocs.org/A/RES/86/12> }"
        " WHERE { ?n kg:mark '1' ; dcterms:isPartOf ?w }",
        "FootnoteInDocument",
    ),
    Break(
        "a footnote of another document",
        "DELETE { ?n dcterms:isPartOf ?w } INSERT { ?n dcterms:isPartOf <https://undocs.org/A/RES/86/12> }"
        " WHERE { ?n kg:mark '2' ; dcterms:isPartOf ?w }",
        "FootnoteOfSameWork",
    ),
    Break(
        "a mention that says nothing", _lose(_w("op1.a"), "allot:mentions", "treaty:unts-3000-50001"), "MentionStated"
    ),
    Break("a mention that is no annotation", _lose(_v("treaty"), "a", "oa:Annotation"), "Mention"),
    Break("a resolution of a mention without a name", _say(_v("treaty"), "kg:resolution", "''"), "MentionResolution"),
    Break("a symbol that is a body's", _change(_v("symbol"), "oa:hasBody", "body:secretariat"), "SymbolBody"),
    # where a mention is
    Break("a target without a text", _lose(_v("body", ".target"), "oa:hasSource"), "TargetSource"),
    Break("a target in a part of the work", _change(_v("body", ".target"), "oa:hasSource", _w("op2")), "TargetSource"),
    Break(
        "a target without a position",
        _lose(_v("body", ".target"), "oa:hasSelector", _v("body", ".position")),
        "TargetPosition",
    ),
    Break(
        "a target with two positions",
        _say(_v("body", ".target"), "oa:hasSelector", _v("next", ".position")),
        "TargetPosition",
    ),
    Break(
        "a target without a quote", _lose(_v("body", ".target"), "oa:hasSelector", _v("body", ".quote")), "TargetQuote"
    ),
    Break("a target without a page", _lose(_v("body", ".target"), "oa:hasSelector", _v("body", ".page")), "TargetPage"),
    Break("a position that ends before it starts", _change(_v("body", ".position"), "oa:end", "0"), "PositionStart"),
    Break("a position below nought", _change(_v("recall", ".position"), "oa:start", "-1"), "PositionStart"),
    Break("a position without an end", _lose(_v("body", ".position"), "oa:end"), "PositionEnd"),
    Break("a position after the text", _change(_v("next", ".position"), "oa:end", "900"), "PositionInside"),
    Break("a quote of other words", _change(_v("body", ".quote"), "oa:exact", "'秘书处'"), "QuoteMatches"),
    Break("an empty quote", _change(_v("body", ".quote"), "oa:exact", "''"), "QuoteExact"),
    Break("offsets that are one too far", _change(_v("body", ".position"), "oa:start", "2"), "QuoteMatches"),
    Break("a context of other words", _change(_v("body", ".quote"), "oa:suffix", "'于2038年'"), "QuoteContext"),
    Break(
        "a prefix too long",
        _change(_v("body", ".quote"), "oa:prefix", "'请请请请请请请请请请请请请请请请请'"),
        "QuotePrefix",
    ),
    Break(
        "a suffix too long",
        _change(_v("body", ".quote"), "oa:suffix", "'于于于于于于于于于于于于于于于于于'"),
        "QuoteSuffix",
    ),
    Break("a page fragment of no standard", _lose(_v("body", ".page"), "dcterms:conformsTo"), "PageStandard"),
    Break("a page fragment that is a number", _change(_v("body", ".page"), "rdf:value", "'2'"), "PageFragment"),
    Break(
        "a box with three sides", _change(_v("body", ".page"), "rdf:value", "'page=2&viewrect=1,2,3'"), "PageFragment"
    ),
    Break("a mention after the last page", _change(_v("body", ".page"), "rdf:value", "'page=3'"), "PageInFile"),
    Break("a mention before its text", _change(_v("body", ".page"), "rdf:value", "'page=1'"), "PageNotBefore"),
    # what stands behind a statement
    Break(
        "a treaty that no text mentions", _say(_w("op2"), "allot:mentions", "treaty:unts-3000-50001"), "MentionsBehind"
    ),
    Break("a body that no part mentions", _say(WORK, "allot:mentions", "body:secretariat"), "WorkMentionsBehind"),
    Break(
        "a document that no text cites",
        _say(_w("op2"), "cito:cites", "<https://undocs.org/A/RES/86/12>"),
        "CitesBehind",
    ),
    Break("a document that no part cites", _say(WORK, "cito:cites", WORK), "WorkCitesBehind"),
    Break("an act without its verb", _change(_w("op1.act"), "undo:hasSemantics", "act:recall"), "PerformsBehind"),
    Break("a footnote without its mark", _say(_w("op2"), "kg:hasFootnote", _w("fn1")), "FootnoteBehind"),
    Break("a footnote that no mark leads to", _lose(_w("pp1"), "kg:hasFootnote"), "FootnoteMarked", WARNING),
    Break(
        "a registration that no text names",
        _say(_w("fn1"), "kg:citesRegistration", "registration:unts-3000-50001"),
        "RegistrationBehind",
    ),
    Break(
        "an identification without a mention",
        _say(_w("fn1"), "kg:identifies", "treaty:unts-3000-50001"),
        "IdentifiesBehind",
    ),
    Break("an adoption that no text names", _change(WORK, "kg:adopted", "'2036-11-21'^^edtf:EDTF"), "AdoptedBehind"),
    Break("a meeting that no text names", _change(WORK, "kg:meeting", "53"), "MeetingBehind"),
    Break("a session that no text names", _change(_v("session"), "oa:hasBody", "session:A-92"), "SessionBehind"),
    Break("a title that no text has", _change(VERSION, "dcterms:title", "'海岸灯船'@zh"), "TitleBehind"),
    Break("a request that no text makes", _lose(_v("asked"), "oa:hasBody"), "RequestMentioned"),
    # acts and requests
    Break("an act of no organ's", _change(_w("op1.act"), "undo:hasProponent", "group:states"), "RelationProponent"),
    Break("an act without meaning", _lose(_w("op1.act"), "undo:hasSemantics"), "RelationSemantics"),
    Break("an act that nobody receives", _lose(_w("op1.act"), "undo:hasReceiver"), "ActReceiver"),
    Break(
        "an act received by another paragraph", _change(_w("op1.act"), "undo:hasReceiver", _w("op2")), "ActPerformed"
    ),
    Break("a request made nowhere", _lose(_w("op1.asked.states"), "dcterms:isPartOf"), "RequestIn"),
    Break("a request of nobody", _lose(_w("op1.asked.states"), "undo:hasReceiver"), "RequestReceiver"),
    Break("a report to nobody", _lose(_w("op2.report.general-assembly.A-92"), "kg:recipient"), "ReportRecipient"),
    Break(
        "a report due at a body",
        _change(_w("op2.report.general-assembly.A-92"), "kg:due", "body:secretariat"),
        "ReportDue",
    ),
    Break(
        "a report by a treaty",
        _change(_w("op2.report.general-assembly.A-92"), "kg:reporter", "treaty:unts-3000-50001"),
        "ReportReporter",
    ),
    Break(
        "a report due that has no time",
        _lose(_w("op2.report.general-assembly.A-92"), "kg:due"),
        "ReportIdentifierAgrees",
    ),
    Break(
        "a report without an identifier",
        _lose(_w("op2.report.general-assembly.A-92"), "dcterms:identifier"),
        "ReportIdentifier",
    ),
    Break("an act that is no relation", _lose(_w("op1.act"), "a", "undo:Relation"), "PerformativeAct"),
    Break("a request that is no relation", _lose(_w("op1.asked.states"), "a", "undo:Relation"), "Request"),
    Break(
        "a request by a verb not described",
        _change(_w("op1.asked.states"), "undo:hasSemantics", "act:sing"),
        "RequestSemantics",
    ),
    # the build
    Break("a graph of no triples", _change(VERSION, "void:triples", "0"), "SubsetTriples"),
    Break("a graph derived from a text", _change(VERSION, "prov:wasDerivedFrom", "'a.pdf'"), "SubsetSource"),
    Break("a graph of no build", _lose(VERSION, "prov:wasGeneratedBy"), "SubsetActivity"),
    Break("a problem without a code", _lose(_text("problem.1"), "kg:code"), "ProblemCode"),
    Break("a problem without words", _lose(_text("problem.1"), "dcterms:description"), "ProblemDescription"),
    Break("a problem of no document", _lose(_text("problem.1"), "dcterms:subject"), "ProblemSubject"),
    # entities
    Break("an entity that is no concept", _lose("body:secretariat", "a", "skos:Concept"), "Entity"),
    Break("an entity without a name", _lose("body:lighthouse-advisory-committee", "skos:prefLabel"), "PreferredLabel"),
    Break(
        "two preferred labels in a language",
        _say("body:secretariat", "skos:prefLabel", "'the Secretariat'@en"),
        "PreferredLabel",
    ),
    Break(
        "a label in no known language", _say("body:secretariat", "skos:prefLabel", "'Sekretariat'@de"), "PreferredLabel"
    ),
    Break(
        "a label that is preferred and is not",
        _say("body:secretariat", "skos:altLabel", "'Secretariat'@en"),
        "PreferredLabel",
    ),
    Break(
        "a label with a space at its end",
        _say("body:secretariat", "skos:hiddenLabel", "'Secretariat '@en"),
        "OtherLabel",
    ),
    Break("an entity in no list", _lose("body:secretariat", "skos:inScheme"), "Listed"),
    Break(
        "a label that two bodies have",
        _say("body:secretariat", "skos:prefLabel", "'联大秘书处'@fr ; skos:altLabel '联大'@zh"),
        "OtherLabelShared",
        WARNING,
    ),
    Break(
        "a preferred label that two bodies have",
        _change("body:secretariat", "skos:prefLabel", "'大会'@zh"),
        "LabelUnique",
    ),
    Break(
        "an unlisted body that a list has",
        _say("body:general-assembly", "skos:altLabel", "'灯塔咨询委员会'@zh"),
        "UnlistedIsKnown",
        WARNING,
    ),
    Break("a match that is a text", _say("body:secretariat", "skos:exactMatch", "'Q1'"), "ExactMatch"),
    Break("a treaty that is no treaty of UNDO's", _lose("treaty:unts-3000-50001", "a", "undo:Treaty"), "Treaty"),
    Break(
        "a title in title marks",
        _change("treaty:unts-3000-50001", "skos:prefLabel", "'《灯塔公约》'@zh"),
        "TreatyTitle",
    ),
    Break("a treaty that is an instrument", _say("treaty:unts-3000-50001", "a", "kg:Instrument"), "TreatyOrInstrument"),
    Break(
        "a protocol to a declaration",
        _say("treaty:unts-3000-50001", "kg:protocolTo", "instrument:coast-declaration"),
        "TreatyProtocolTo",
    ),
    Break("an annex to a body", _change("treaty:unts-3000-50001", "kg:annexedTo", "body:secretariat"), "AnnexedTo"),
    Break(
        "a registration that is not described",
        _say("treaty:unts-3000-50001", "kg:registration", "registration:unts-1-1"),
        "TreatyRegistration",
    ),
    Break("a registration without a volume", _lose("registration:unts-3000-50001", "kg:volume"), "RegistrationVolume"),
    Break("a registration without a number", _lose("registration:unts-3000-50001", "kg:number"), "RegistrationNumber"),
    Break(
        "a registration number in words",
        _change("registration:unts-3000-50001", "kg:number", "'fifty'"),
        "RegistrationNumber",
    ),
    Break(
        "a registration identified by its number",
        _change("registration:unts-3000-50001", "dcterms:identifier", "'50001'"),
        "RegistrationIdentifier",
    ),
    Break(
        "a registration of another volume",
        _change("registration:unts-3000-50001", "kg:volume", "3001"),
        "RegistrationAgrees",
    ),
    Break(
        "a registration of two treaties",
        _say("instrument:coast-declaration", "kg:registration", "registration:unts-3000-50001"),
        "RegistrationUnique",
    ),
    Break("a provision of nothing", _lose(f"<{LONG}>", "kg:provisionOf"), "ProvisionOf"),
    Break("a provision of a body", _change(f"<{LONG}>", "kg:provisionOf", "body:secretariat"), "ProvisionOf"),
    Break("a provision without designation", _lose(f"<{LONG}>", "kg:designation"), "ProvisionDesignation"),
    Break("a provision of another number", _change(f"<{LONG}>", "kg:designation", "'art. 6'"), "ProvisionAgrees"),
    Break("a provision without identifier", _lose(f"<{LONG}>", "dcterms:identifier"), "ProvisionIdentifier"),
    Break("a body that is neither organization nor post", _lose("body:secretary-general", "a", "org:Post"), "Body"),
    Break("a unit of a treaty", _say("body:secretariat", "org:unitOf", "treaty:unts-3000-50001"), "BodyUnitOf"),
    Break("a body below itself", _say("body:secretariat", "org:unitOf", "body:secretary-general"), "BodyAcyclic"),
    Break(
        "a body that a text established",
        _say("body:secretariat", "kg:establishedBy", "'the Charter'"),
        "BodyEstablishedBy",
    ),
    Break("a body that no list knows", _say("body:secretariat", "a", "kg:Unlisted"), "Unlisted", INFO),
    Break("a session without a code", _lose("session:A-92", "skos:notation"), "SessionNotation"),
    Break("a session in words", _change("session:A-92", "skos:notation", "'ninety-second'"), "SessionNotation"),
    Break("a session of nobody", _lose("session:A-92", "kg:sessionOf"), "SessionOf"),
    Break("a date without a text", _lose("date:2031-12-03", "kg:edtf"), "DateForm"),
    Break("a date that is a plain text", _change("date:2031-12-03", "kg:edtf", "'2031-12-03'"), "DateForm"),
    Break("a thirtieth of February", _change("date:2031-12-03", "kg:edtf", "'2031-02-30'^^edtf:EDTF"), "DateValid"),
    Break("a leap day in a common year", _change("date:2031-12-03", "kg:edtf", "'2031-02-29'^^edtf:EDTF"), "DateValid"),
    Break(
        "an interval backwards", _change(f"<{INTERVAL}>", "kg:edtf", "'2037-01-09/2037-01-05'^^edtf:EDTF"), "DateOrder"
    ),
    Break("a date of another day", _change("date:2031-12-03", "kg:edtf", "'2031-12-04'^^edtf:EDTF"), "DateAddress"),
    Break("a day without a calendar date", _lose("date:2031-12-03", "time:inXSDDate"), "DayDate"),
    Break(
        "a day that is not in the calendar",
        _change("date:2031-12-03", "time:inXSDDate", "'2031-13-03'^^xsd:date"),
        "DayDate",
    ),
    Break(
        "a day of another calendar date",
        _change("date:2031-12-03", "time:inXSDDate", "'2031-12-04'^^xsd:date"),
        "DayAgrees",
    ),
    Break(
        "an interval without ends",
        f"DELETE WHERE {{ <{INTERVAL}> time:hasBeginning ?b ; time:hasEnd ?e }}",
        "IntervalEnds",
    ),
)
