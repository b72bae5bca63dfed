"""A small document by hand, with what is to be understood of it: one mention of each kind, and the awkward cases."""

from __future__ import annotations

from dataclasses import replace

from kg.model import (
    Box,
    Document,
    Entity,
    Kind,
    Mark,
    Mention,
    Part,
    PartKind,
    Reference,
    Run,
    Source,
    Understanding,
)

ASSEMBLY = Entity("body/general-assembly", Kind.BODY, "General Assembly", known=True)
SECRETARY = Entity("body/secretary-general", Kind.BODY, "Secretary-General", known=True)
SESSION = Entity("session/A-101", Kind.SESSION, "A/101", relations=(("sessionOf", ASSEMBLY.path),))
OWN_SESSION = Entity("session/A-99", Kind.SESSION, "A/99", relations=(("sessionOf", ASSEMBLY.path),))
REGISTRATION = Entity("registration/unts-9999-88888", Kind.UNTS, "UNTS 9999/88888")
TREATY = Entity(
    "treaty/unts-9999-88888",
    Kind.TREATY,
    "灯塔公约",
    labels=(("zh", "灯塔公约"),),
    relations=(("registration", REGISTRATION.path),),
)
PARTIES = Entity(
    "group/states-parties-unts-9999-88888",
    Kind.ASKED,
    "States parties to the 灯塔公约",
    labels=(("en", "States parties to the 灯塔公约"),),
)
KEEPERS = Entity("body/守灯人委员会", Kind.BODY, "守灯人委员会", labels=(("zh", "守灯人委员会"),))
CITED = Entity("A/RES/97/12 B", Kind.DOCUMENT, "A/RES/97/12 B")

PARTS = (
    Part("front.1", "front", PartKind.FRONT, "A/RES/99/501 第九十九届会议", runs=(Run(0, 18, 1, 0, 18),)),
    Part("front.2", "front", PartKind.TITLE, "灯塔", runs=(Run(0, 2, 1, 19, 21),)),
    Part("front.3", "front", PartKind.CLOSING, "2044年12月2日第71次会议通过。", runs=(Run(0, 18, 2, 0, 18),)),
    Part(
        "pp1",
        "pp1",
        PartKind.PREAMBULAR,
        "回顾其第97/12 B号决议和《灯塔公约》\u00b9第3和第4条，",
        marks=(Mark(21, 22, "1"),),
        runs=(
            Run(0, 12, 1, 30, 42, Box(100.0, 200.0, 220.0, 212.0)),
            Run(12, 29, 1, 43, 60, Box(90.0, 215.0, 260.0, 227.0)),
        ),
    ),
    Part(
        "op1",
        "op1",
        PartKind.OPERATIVE,
        "请秘书长和缔约国就该机制向大会第一百零一届会议提出报告，并吁请守灯人委员会：",
        label="1.",
        runs=(Run(0, 38, 2, 20, 58),),
    ),
    Part("op1.a", "op1.a", PartKind.SUBPARAGRAPH, "在2040至2041年期间守灯；", label="(a)"),
    Part("fn1", "fn1", PartKind.FOOTNOTE, "联合国，《条约汇编》，第9999卷，第88888号。", label="1"),
)


def understanding() -> Understanding:
    """Return the document understood, its references in no particular order."""
    source = Source("A_RES_99_501.zh.txt", "text/plain", "ab" * 32, pages=2)
    document = Document(source, "zh", PARTS)
    references = (
        _reference("front.1", "A/RES/99/501", Kind.SYMBOL, None, value="A/RES/99/501", how="printed"),
        _reference("front.1", "第九十九届会议", Kind.SESSION, OWN_SESSION, how="symbol"),
        _reference("front.2", "灯塔", Kind.TITLE, None, value="灯塔"),
        _reference("front.3", "2044年12月2日", Kind.ADOPTED, None, value="2044-12-02"),
        _reference("front.3", "第71次会议", Kind.MEETING, None, value="71"),
        _reference("pp1", "回顾", Kind.ACT, _act("recall"), value="recall"),
        _reference("pp1", "第97/12 B号决议", Kind.DOCUMENT, CITED, how="number"),
        _reference("pp1", "《灯塔公约》", Kind.TREATY, TREATY, how="name"),
        _reference("pp1", "\u00b9", Kind.FOOTNOTE, Entity("fn1", Kind.FOOTNOTE, "1"), how="mark"),
        replace(_reference("pp1", "《灯塔公约》", Kind.IDENTIFIES, TREATY, how="mark"), about="fn1"),
        _article("4"),
        _article("3"),
        _reference("op1", "请", Kind.ACT, _act("request"), value="request"),
        _reference("op1", "吁请", Kind.ACT, _act("call upon"), value="call upon"),
        _reference("op1", "秘书长", Kind.BODY, SECRETARY),
        _reference("op1", "秘书长", Kind.ASKED, SECRETARY, value="request"),
        _reference("op1", "缔约国", Kind.ASKED, PARTIES, value="request"),
        _reference("op1", "该机制", Kind.BODY, None),
        _reference("op1", "大会", Kind.BODY, ASSEMBLY),
        _reference("op1", "第一百零一届会议", Kind.SESSION, SESSION),
        _reference("op1", "大会", Kind.REPORT, _report()),
        _reference("op1", "守灯人委员会", Kind.BODY, KEEPERS),
        _reference("op1.a", "2040至2041年", Kind.DATE, Entity("date/2040_2041", Kind.DATE, "2040/2041")),
        _reference("fn1", "第9999卷，第88888号", Kind.UNTS, REGISTRATION),
    )
    return Understanding(document, "A/RES/99/501", ASSEMBLY, references)


def _reference(part: str, surface: str, kind: Kind, entity: Entity | None, value: str = "", how: str = "") -> Reference:
    text = next(p.text for p in PARTS if p.name == part)
    start = text.index(surface)
    mention = Mention(part, start, start + len(surface), kind, surface, f"zh/{kind}.example", value)
    return Reference(mention, entity, how)


def _act(verb: str) -> Entity:
    return Entity("act/" + verb.replace(" ", "-"), Kind.ACT, verb, known=True)


def _article(number: str) -> Reference:
    """Return one article of the list, which has the characters of the whole list."""
    entity = Entity(
        f"{TREATY.path}#art-{number}",
        Kind.PROVISION,
        f"{TREATY.key} art. {number}",
        relations=(("provisionOf", TREATY.path),),
    )
    reference = _reference("pp1", "第3和第4条", Kind.PROVISION, entity)
    return replace(reference, mention=replace(reference.mention, details=(("designation", f"art. {number}"),)))


def _report() -> Entity:
    return Entity(
        "report/general-assembly.A-101",
        Kind.REPORT,
        "General Assembly @ A/101",
        relations=(("recipient", ASSEMBLY.path), ("reporter", SECRETARY.path), ("due", SESSION.path)),
    )
