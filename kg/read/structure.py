"""Lines to a document: front matter, preamble, operative paragraphs, sub-paragraphs, closing lines, annexes, notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kg.language import Rules
from kg.model import Document, PartKind, Problem, Source
from kg.read.builder import Builder
from kg.read.cues import Cues, colon, comma, ended, full_stop, stopped
from kg.read.endnotes import cut_notes
from kg.read.front import head, split_head, split_organ
from kg.read.inline import mark_lines
from kg.read.items import place
from kg.read.labels import Label, Style, item_labels
from kg.read.line import Line, Zone
from kg.read.paragraphs import Block, blocks
from kg.read.pieces import cut, join, piece

_SHORT = 60  # characters up to which a line without a mark at its end is a heading; twice as many of an alphabet


def structure(lines: Sequence[Line], source: Source, rules: Rules, problems: Sequence[Problem] = ()) -> Document:
    """Tell the parts of a document from its lines; what could not be told is a problem of the document."""
    cues = Cues(rules)
    body = split_organ([line for line in lines if line.zone == Zone.BODY], cues)
    feet = [line for line in lines if line.zone == Zone.FOOTNOTE]
    notes = cut_notes(body, cues, feet)
    labels = frozenset(line.marks[0].label for line in [*feet, *notes.notes] if line.marks)
    forms = notes.forms | ({"1"} if feet else frozenset())
    text = mark_lines(notes.body, labels, forms, cues)
    builder = Builder()
    split = split_head(text, cues)
    for kind, whole, label in head(text[:split], cues):
        builder.front(kind, whole, label)
    spoken = any(cues.whole(name, line.text) for line in text[:split] for name in ("organ_line", "decision"))
    spoken = spoken or (split > 0 and any(cues.whole("organ_line", text[split - 1].text + mark) for mark in "，,،"))
    _Body(builder, cues, spoken).read(blocks(text[split:], cues))
    _footnotes(builder, [*feet, *notes.notes])
    parts = builder.parts()
    return Document(source, rules.code, parts, (*problems, *builder.problems))


def _footnotes(builder: Builder, lines: Sequence[Line]) -> None:
    """Add the notes: a line that begins with a mark begins one, the others go on."""
    count = 0
    numbers = []
    for line in lines:
        count += bool(line.marks and line.marks[0].start == 0)
        numbers.append(count)
    for number, group in groupby(zip(numbers, lines, strict=True), key=lambda pair: pair[0]):
        members = [line for _, line in group]
        if number == 0:
            builder.problem("note-without-mark", "text at the page foot has no mark", f"page {members[0].page}")
            continue
        mark = members[0].marks[0]
        whole = join(piece(line) for line in members)
        builder.note(mark.label, cut(whole, mark.end + (whole.text[mark.end : mark.end + 1] == " ")))


class _Body:
    """Tells what each block of the text is, and names it."""

    def __init__(self, builder: Builder, cues: Cues, spoken: bool) -> None:
        self.builder, self.cues = builder, cues
        self.spoken = spoken  # an organ speaks: there are operative paragraphs
        self.annexed = ""  # "annex." in an annex
        self.annexes = 0
        self.section = 1  # parts of a resolution that count their paragraphs anew
        self.started = False  # the section has a paragraph
        self._anew()

    def _anew(self) -> None:
        """Begin a series of paragraphs."""
        self.pp = self.op = self.number = 0
        self.article = self.article_label = ""
        self.article_used = False
        self.current = ""  # the locator of the paragraph that items belong to
        self.path: tuple[Label, ...] = ()
        self.closed = self.headed = False
        self.operative = False
        self.before = ""
        self.style: Style | None = None
        self.following = ""

    def read(self, found: Sequence[Block]) -> None:
        """Read the blocks of the text in order."""
        for index, block in enumerate(found):
            text = block.text.text
            if not text:
                continue
            rest = self._section(found[index:])
            if self.style is None:
                self.style = _numbering(rest, self.cues)
            self.following = found[index + 1].text.text if index + 1 < len(found) else ""
            self._block(block, rest)
            self.before = text

    def _section(self, found: Sequence[Block]) -> Sequence[Block]:
        """Return the blocks up to the next annex or the next line that names an organ."""
        for index, block in enumerate(found):
            text = block.text.text
            if index and (self.cues.whole("annex", text) or self.cues.whole("organ_line", text)):
                return found[:index]
        return found

    def _block(self, block: Block, rest: Sequence[Block]) -> None:
        text = block.text.text
        if self.cues.whole("annex", text):
            self._annex(block)
        elif self.cues.whole("organ_line", text):
            self._organ(block)
        elif self.cues.closing(text) and not self.annexed:
            self.builder.front(PartKind.CLOSING, block.text)
            self.closed = True
        elif self._is_article(text):
            self._article(block)
        elif self.cues.whole("heading", text) and not ended(text):
            self._heading(block)
        elif (number := self.cues.number(text)) and self._counts(number, text):
            self._numbered(block, number)
        elif (items := self._items(text)) and self._may_hold_items(items):
            self._item(block, items)
        elif self._is_heading(block):
            self._heading(block)
        else:
            self._unnumbered(block, rest)

    # ---- what divides a document ----------------------------------------------------------------------------------

    def _annex(self, block: Block) -> None:
        self.annexes += 1
        self._anew()
        self.annexed = "annex." if self.annexes == 1 else f"annex{self.annexes}."
        self._heading(block)

    def _organ(self, block: Block) -> None:
        if self.annexed:
            self._heading(block)
            return
        if self.started:
            self._new_section()
        self.builder.front(PartKind.FRONT, block.text)

    def _new_section(self) -> None:
        self.section += 1
        self._anew()
        message = "the document counts its paragraphs anew: these have the part's number in their locators"
        self.builder.problem("restarted-numbers", message, f"part{self.section}")

    def _heading(self, block: Block) -> None:
        self.builder.heading(block.text)
        self.headed = True

    def _is_heading(self, block: Block) -> bool:
        text = block.text.text
        if self.cues.opens(text) and any(item.value == 1 for item in item_labels(self.following, self.cues.rules)):
            return False
        wide = _SHORT * (2 if text.isascii() or not self.cues.rules.numerals.digits else 1)
        if ended(text) or len(text) > wide:
            return False
        return (
            (bool(self.following) or self.headed)
            and not self.closed
            and (ended(self.before) or not self.before or self.headed)
        )

    def _is_article(self, text: str) -> bool:
        found = self.cues.head("article", text)
        return bool(found) and bool(self.annexed) and (ended(self.before) or self.headed)

    def _article(self, block: Block) -> None:
        found = self.cues.head("article", block.text.text)
        assert found is not None
        value = str(self.cues.rules.numerals.value(found["number"]))
        self.article, self.article_label, self.article_used = value, found[0].strip(), False
        self.path, self.number, self.style = (), 0, None
        if found.end() < len(block.text.text):
            text = cut(block.text, found.end())
            if ended(text.text) or self.cues.number(text.text):
                self._block(Block(text, block.line, block.lines), (block,))
            else:
                self._heading(Block(text, block.line, block.lines))

    # ---- paragraphs -----------------------------------------------------------------------------------------------

    @property
    def _prefix(self) -> str:
        part = f"part{self.section}." if self.section > 1 and not self.annexed else ""
        return self.annexed + (f"{self.article}." if self.article else "") + part

    def _counts(self, number: Label, text: str) -> bool:
        """Tell whether a number is that of a paragraph, and not of an item below one or of a heading."""
        if number.style != self.style:
            return False
        return not (number.value == 1 and self.number and colon(self.before)) or not self.current

    def _numbered(self, block: Block, number: Label) -> None:
        if number.value == 1 and self.number >= 1 and not self.annexed:
            self._new_section()
            self.style = number.style
        elif number.value == 1 and self.number >= 1 and self.headed:
            self.article, self.article_used = "", False
        if number.value > self.number + 1:
            self.builder.problem(
                "missing-number", f"no paragraph before {number.printed} has the number", block.text.text[:12]
            )
        locator = f"{self._prefix}{number.value}" if self.annexed else f"{self._prefix}op{number.value}"
        self.number = number.value
        self.operative = True
        self._paragraph(locator, PartKind.OPERATIVE, block, number.end, number.printed)

    def _paragraph(self, locator: str, kind: PartKind, block: Block, skip: int = 0, label: str = "") -> None:
        kind = PartKind.ANNEX if self.annexed else kind
        self.current = self.builder.add(locator, kind, cut(block.text, skip), label)
        self.path, self.headed, self.started = (), False, True

    def _unnumbered(self, block: Block, rest: Sequence[Block]) -> None:
        if self.closed:
            self.builder.front(PartKind.CLOSING, block.text)
        elif self.article and not self.article_used and not self.number:
            self.article_used = True
            self._paragraph(self.annexed + self.article, PartKind.ANNEX, block, 0, self.article_label)
        elif self.article or (self.number and not (self.annexed and self.headed)):
            self._tail(block)
        elif not self.operative and self._preambular(rest):
            self.pp += 1
            self._paragraph(f"{self._prefix}pp{self.pp}", PartKind.PREAMBULAR, block)
        elif self.path and not self.cues.opens(block.text.text) and self.operative:
            self._tail(block)
        else:
            self.op += 1
            self.operative = not self.number
            self._paragraph(f"{self._prefix}op{self.op}", PartKind.OPERATIVE, block)

    def _preambular(self, rest: Sequence[Block]) -> bool:
        """Tell whether a paragraph belongs to the preamble: numbers follow, or a paragraph that ends with a comma."""
        if not (self.spoken or self.annexed):
            return True
        numbered = next((i for i, block in enumerate(rest) if self._opens_numbers(block.text.text)), None)
        if numbered is not None and not self.annexed:
            return True
        limit = len(rest) if numbered is None else numbered
        kept = [block.text.text for block in rest[:limit]]
        if self.annexed:
            kept = kept[: next((i for i, text in enumerate(kept) if self.cues.head("article", text)), len(kept))]
        last = 0
        for index, text in enumerate(kept):
            below = bool(self._items(text)) and index + 1 < len(kept) and bool(self._items(kept[index + 1]))
            if comma(text) and not below and not self.cues.closing(text):
                last = index + 1
        return last > 0

    def _opens_numbers(self, text: str) -> bool:
        number = self.cues.number(text)
        return number is not None and number.style == self.style and number.value == 1

    def _tail(self, block: Block) -> None:
        """Give a text without number to the paragraph that it goes on, or to its last item where that reads on."""
        locator = self.current
        if self.path and not stopped(self.before):
            locator = f"{self.current}.{_locator(self.path)}"
        self.builder.extend(locator, block.text)

    # ---- items ----------------------------------------------------------------------------------------------------

    def _items(self, text: str) -> tuple[Label, ...]:
        """Return what a label of an item may be; a number of another series than the paragraphs' is one, too."""
        items = item_labels(text, self.cues.rules)
        number = self.cues.number(text)
        if not items and number and (number.style != self.style or colon(self.before) or self._in_numbers(number)):
            style = Style.DIGIT if number.style == Style.NUMBER else Style.NUMERAL
            items = (Label(style, number.value, number.printed, number.end),)
        return items

    def _in_numbers(self, number: Label) -> bool:
        return any(label.style == Style.DIGIT and label.value + 1 == number.value for label in self.path)

    def _may_hold_items(self, items: Sequence[Label]) -> bool:
        if self.closed:
            return False
        if self.current and not (self.headed and items[0].value == 1 and not self.article):
            return True
        return any(item.value == 1 for item in items) or bool(self.path)

    def _item(self, block: Block, items: Sequence[Label]) -> None:
        if self._are_paragraphs(items):
            number = items[0]
            self.number, self.operative = number.value, True
            self._paragraph(f"{self._prefix}{'' if self.annexed else 'op'}{number.value}", PartKind.OPERATIVE, block,
                            number.end, number.printed)  # fmt: skip
            return
        placed = place(items, self.path, colon(self.before))
        if not self.current:
            self.current = f"{self._prefix}op1" if not self.annexed else (self.annexed + self.article).rstrip(".")
        if placed.skipped:
            self.builder.problem("missing-item", f"no item before {items[0].printed} precedes it", self.current)
        self.path = placed.path
        kind = PartKind.ANNEX if self.annexed else PartKind.SUBPARAGRAPH
        label = placed.path[-1]
        self.builder.add(f"{self.current}.{placed.locator}", kind, cut(block.text, label.end), label.printed)
        self.headed = False

    def _are_paragraphs(self, items: Sequence[Label]) -> bool:
        """Tell whether items are the operative paragraphs themselves: they follow the preamble and begin with verbs."""
        if self.style is not None and self.style != items[0].style:
            return False
        if self.style == items[0].style:
            return items[0].value == self.number + 1
        return False


def _locator(path: Sequence[Label]) -> str:
    from kg.read.items import Placed

    return Placed(tuple(path)).locator


def _numbering(rest: Sequence[Block], cues: Cues) -> Style | None:
    """Return the series that counts the paragraphs of a section: the first that begins with 1 and is no heading."""
    before = ""
    for block in rest:
        text = block.text.text
        number = cues.number(text)
        if number and number.value == 1 and (ended(text) or number.style == Style.NUMBER):
            return number.style
        items = item_labels(text, cues.rules)
        if items and items[0].value == 1 and (comma(before) or full_stop(before)) and cues.opens(text[items[0].end :]):
            return items[0].style
        before = text
    return None
