"""The plain values that pass from stage to stage: glyphs, documents, mentions, entities.

    file --read--> Document --extract--> Mention --resolve--> Reference --describe--> quads

Every value is immutable and knows nothing of files, networks or graphs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points (1/72 inch) from the page's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Run:
    """Where a stretch of a part's clean text comes from.

    ``start`` and ``end`` count characters of the part's text; ``source_start`` and ``source_end`` count characters of
    the source: of the decoded file for plain text, of the page (in the reader's order) for a PDF. ``page`` counts from
    1; ``box`` is None where the source has no geometry. Runs of a part are in order and never cross a line.
    """

    start: int
    end: int
    page: int
    source_start: int
    source_end: int
    box: Box | None = None


class PartKind(StrEnum):
    """What a part of a document is; the value is the name of its class in the ontology's lower case."""

    FRONT = "front"  # masthead, source line; locator "front"
    TITLE = "title"  # the title as printed; locator "front"
    CLOSING = "closing"  # closing lines: meeting and date; locator "front"
    PREAMBULAR = "preambular"  # pp1, pp2 ...
    OPERATIVE = "operative"  # op1 ...
    SUBPARAGRAPH = "subparagraph"  # op1.a, op1.a.ii, pp2.a
    FOOTNOTE = "footnote"  # fn1 ...
    HEADING = "heading"  # a heading between paragraphs, or the line that names the organ ("The General Assembly,")
    ANNEX = "annex"  # annex.1, annex.pp1, annex.op1 ...


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark in a part's text: ``start`` and ``end`` delimit it there, ``label`` is its plain form ("3")."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document with its clean text.

    The text keeps footnote marks, as superscript digits (``\u00b3``) where they were digits; it has no label
    ("12.", "(a)"): that is ``label``. ``emphasis`` holds the character ranges printed in bold or italics. ``name``
    is unique in the document: the locator, but ``front.1``, ``front.2`` ... for the several parts of the front matter.
    """

    name: str
    locator: str
    kind: PartKind
    text: str
    label: str = ""
    marks: tuple[Mark, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    runs: tuple[Run, ...] = ()

    @property
    def page(self) -> int:
        """The page on which the part begins, counted from 1."""
        return self.runs[0].page if self.runs else 1


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a document was read from: its name without folder, its form, and the SHA-256 of its bytes."""

    name: str
    media_type: str  # "application/pdf", "text/plain"
    digest: str
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not understood, or that a person should look at; ``place`` is a locator or a page."""

    code: str
    message: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: its parts in reading order (footnotes last), its language, and what was dropped."""

    source: Source
    language: str  # ISO 639-1
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...] = ()

    def part(self, name: str) -> Part:
        """Return the part of that name; KeyError where there is none."""
        for part in self.parts:
            if part.name == name:
                return part
        raise KeyError(name)


class Kind(StrEnum):
    """The kinds of facts of the gold standard, in its spelling."""

    SYMBOL = "symbol"
    TITLE = "title"
    ADOPTED = "adopted"
    MEETING = "meeting"
    SESSION = "session"
    BODY = "body"
    TREATY = "treaty"
    INSTRUMENT = "instrument"
    PROVISION = "provision"
    DOCUMENT = "document"
    DATE = "date"
    ACT = "act"
    FOOTNOTE = "footnote"
    UNTS = "unts"
    IDENTIFIES = "identifies"
    ASKED = "asked"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a part's text that says something, found by a rule.

    ``part`` is the part's name, ``start`` and ``end`` count characters of its text, ``surface`` is that text.
    ``value`` is what the rule itself could read out of it (an EDTF date, a symbol, an act's English verb) and is empty
    where only the document as a whole can tell (a short form). ``rule`` names the rule, as ``zh/date.day``.
    ``details`` holds further named groups of the rule (``article``, ``volume``, ``number`` ...), sorted by name.
    """

    part: str
    start: int
    end: int
    kind: Kind
    surface: str
    rule: str
    value: str = ""
    details: tuple[tuple[str, str], ...] = ()

    def detail(self, name: str, default: str = "") -> str:
        """Return the named group's text, or ``default``."""
        for key, value in self.details:
            if key == name:
                return value
        return default


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that a mention refers to.

    ``path`` is the IRI below the base (``treaty/unts-1465-24841``), or a whole IRI. ``key`` is the English preferred
    label, or the name in the document's language, or the code of it (a symbol, an EDTF date, ``A/68``). ``known``
    tells whether authority data holds it. ``labels`` are (language, text) pairs for what is not in authority data.
    ``relations`` are (term, path) pairs, as ("provisionOf", "treaty/unts-1465-24841").
    """

    path: str
    kind: Kind
    key: str
    known: bool = False
    labels: tuple[tuple[str, str], ...] = ()
    relations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention with the entity it was resolved to, or None where it stays unresolved.

    ``about`` is the name of the part that the fact belongs to where that is not the part of the mention: what a
    footnote identifies is said in the paragraph that carries its mark. ``how`` names the rule of resolution.
    """

    mention: Mention
    entity: Entity | None
    how: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A document with all that was understood of it: the value that ``describe`` turns into quads."""

    document: Document
    symbol: str  # the document's own symbol, or the file's name without endings
    organ: Entity | None
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...] = field(default=())
