"""Typeset the specimens of sources/ as PDFs, and as the text that an extractor would leave of them.

    python typeset.py [--font FONT.ttf] [NAME ...]

Run by hand after a source was changed; the tests read only what it wrote. It needs reportlab and a TrueType font with
Chinese (Debian: ``apt-get install fonts-droid-fallback``), of which a subset is embedded. The same source gives the
same bytes. The defects are those of the PDFs that circulate: bold is the same word printed four times a hair apart,
some Han characters are coded as Kangxi radicals, Latin and digits come from another font with another baseline,
a footnote may run overleaf.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
FONT = "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"
HAN, LATIN, LATIN_BOLD, LATIN_ITALIC = "Han", "Times-Roman", "Times-Bold", "Times-Italic"
PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89  # A4, points
LEFT, RIGHT, RIGHT_COLUMN = 110.0, 500.0, 410.0
FIRST_TOP, TOP, FOOT = 238.0, 82.0, 752.0  # where the text begins on page 1 and later, and where the notes must end
BODY, NOTE = 10.5, 8.5  # sizes
BODY_LINE, NOTE_LINE = 17.0, 12.5  # line heights
LATIN_SHIFT = 0.45  # by how much the baseline of Latin and digits is lower
OVERPRINT = (0.0, 0.18, 0.3, 0.42)
NOT_FIRST, NOT_LAST = "，。；：、》）)”’]！？", "《（(“‘["
KANGXI = dict(zip("大月人日立行面高方文十二女子小工言身长", "⼤⽉⼈⽇⽴⾏⾯⾼⽅⽂⼗⼆⼥⼦⼩⼯⾔⾝⻓", strict=True))
TOKEN = re.compile(r"\[\^(?P<mark>[^\]]+)\]|(?P<star>\*)|(?P<word>[!-)+-~]+| +)|(?P<char>.)")


@dataclass(frozen=True)
class Piece:
    """What is never broken over lines: a Han character, a Latin word, a footnote mark."""

    text: str
    bold: bool = False
    mark: bool = False

    @property
    def latin(self) -> bool:
        """Whether it is set in the second font."""
        return ord(self.text[0]) < 0x250 or "\u2000" <= self.text[0] <= "\u206f"


@dataclass
class Line:
    """A line of a page: pieces, its indent, and the notes whose marks it carries."""

    pieces: list[Piece] = field(default_factory=list)
    indent: float = 0.0
    ends: bool = False  # the last line of its paragraph

    @property
    def marks(self) -> list[str]:
        return [piece.text for piece in self.pieces if piece.mark]


@dataclass
class Page:
    """The body lines of a page and the lines of the notes at its foot."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def pieces(markup: str, spaced: bool) -> Iterator[Piece]:
    """Cut markup (``*bold*``, ``[^1]``) into pieces; ``spaced`` puts a space between Han and digits."""
    bold, before = False, ""
    for found in TOKEN.finditer(markup):
        text = found["mark"] or found["word"] or found["char"] or ""
        if found["star"]:
            bold = not bold
            continue
        if spaced and not found["mark"] and before and needs_space(before, text):
            yield Piece(" ", bold)
        yield Piece(text, bold, bool(found["mark"]))
        before = "" if found["mark"] else text[-1]


def needs_space(before: str, text: str) -> bool:
    def is_han(char: str) -> bool:
        return "\u4e00" <= char <= "\u9fff"

    return (before.isascii() and before.isalnum() and is_han(text[0])) or (
        is_han(before) and text[0].isascii() and text[0].isalnum()
    )


def width(piece: Piece, size: float) -> float:
    if piece.mark:
        size *= 0.6
    font = (LATIN_BOLD if piece.bold else LATIN) if piece.latin else HAN
    return float(pdfmetrics.stringWidth(piece.text, font, size))


def broken(content: Iterable[Piece], size: float, first: float, room: float) -> list[Line]:
    """Break pieces into lines of ``room`` points, the first indented by ``first``."""
    lines, used = [Line(indent=first)], first
    for piece in content:
        wide = width(piece, size)
        if used + wide > room and not piece.mark and piece.text[0] not in NOT_FIRST and piece.text.strip():
            carried: list[Piece] = []
            while lines[-1].pieces and lines[-1].pieces[-1].text in NOT_LAST:
                carried.insert(0, lines[-1].pieces.pop())
            lines.append(Line(carried))
            used = sum((width(kept, size) for kept in carried), 0.0)
        lines[-1].pieces.append(piece)
        used += wide
    lines[-1].ends = True
    return lines


def indent_of(paragraph: str) -> float:
    """Return the indent of a paragraph's first line: sub-paragraphs go deeper, headings and articles not at all."""
    if re.match(r"\([一二三四五六七八九十]+\)|\([ivx]+\)", paragraph):
        return 63.0
    return 42.0 if re.match(r"\([a-z]\)", paragraph) else 0.0 if paragraph.startswith("#") else 21.0


def laid_out(source: dict[str, Any]) -> list[Page]:
    """Fill the pages: a line brings its notes with it; of a note named in ``overleaf`` only one line stays."""
    spaced, notes = source.get("spaced", True), source.get("notes", {})
    done: set[str] = set()
    pages, room, overleaf = [Page()], FOOT - FIRST_TOP, list[Line]()
    for paragraph in [*source["body"].strip().split("\n"), *source.get("closing", [])]:
        content = pieces(paragraph.lstrip("# "), spaced)
        for line in broken(content, BODY, indent_of(paragraph), RIGHT - LEFT):
            new = [mark for mark in line.marks if mark not in done and mark in notes]
            done |= set(new)
            brought, later = list[Line](), list[Line]()
            for mark in new:
                note = broken([Piece(mark, mark=True), *pieces(" " + notes[mark], spaced)], NOTE, 0, RIGHT - LEFT)
                keep = 1 if mark in source.get("overleaf", ()) else len(note)
                brought += note[:keep]
                later += note[keep:]
            rule = 0 if pages[-1].notes or not brought else NOTE_LINE
            need = BODY_LINE + rule + NOTE_LINE * len(brought) + source.get("gap", 0) * line.ends
            if need > room:
                pages.append(Page(notes=overleaf))
                room = FOOT - TOP - (NOTE_LINE * (1 + len(overleaf)) if overleaf else 0)
                overleaf = []
            pages[-1].lines.append(line)
            pages[-1].notes += brought
            room -= need
            overleaf += later
            if later:
                room = min(room, BODY_LINE)  # what is cut must be cut by the page's end
    return pages


def kangxi(text: str, counter: list[int]) -> str:
    """Put the radical for every third Han character that has one."""
    out = []
    for char in text:
        counter[0] += char in KANGXI
        out.append(KANGXI[char] if char in KANGXI and counter[0] % 3 == 0 else char)
    return "".join(out)


class Press:
    """Draws one PDF."""

    def __init__(self, path: Path, source: dict[str, Any]) -> None:
        self.source = source
        self.canvas = Canvas(str(path), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1)
        self.canvas.setTitle(source["symbol"])
        self.counter = [0]

    def draw(self, x: float, top: float, content: Iterable[Piece], size: float) -> float:
        """Draw pieces from ``x`` with their baseline at ``top`` points from the page's top; return where they end."""
        for piece in content:
            across = width(piece, size)
            high, glyph_size = PAGE_HEIGHT - top, size
            font = (LATIN_BOLD if piece.bold else LATIN) if piece.latin else HAN
            if piece.mark:
                high, glyph_size = high + size * 0.38, size * 0.6
            elif piece.latin:
                high -= LATIN_SHIFT
            text = kangxi(piece.text, self.counter) if self.source.get("kangxi") and not piece.latin else piece.text
            self.canvas.setFont(font, glyph_size)
            for offset in OVERPRINT if piece.bold else (0.0,):
                self.canvas.drawString(x + offset, high, text)
            x += across
        return x

    def plain(
        self, x: float, top: float, text: str, size: float = BODY, bold: bool = False, right: bool = False
    ) -> None:
        content = [Piece(found, bold) for found in re.findall(r"[!-~]+| +|.", text)]
        self.draw(x - sum(width(piece, size) for piece in content) if right else x, top, content, size)

    def masthead(self) -> None:
        source = self.source
        self.plain(LEFT, 42, "联 合 国", 12)
        self.plain(RIGHT + 40, 42, source["symbol"], 12, bold=True, right=True)
        self.canvas.line(LEFT - 50, PAGE_HEIGHT - 50, RIGHT + 40, PAGE_HEIGHT - 50)
        self.plain(LEFT, 78, source["organ"], 18, bold=True)
        self.plain(RIGHT_COLUMN, 70, "Distr.: General", 9)
        self.plain(RIGHT_COLUMN, 82, source["issued"], 9)
        for row, text in enumerate(source["session"]):
            self.plain(LEFT, 106 + 13 * row, text, 10)
        self.plain(LEFT, 168, source["heading"], 13, bold=True)
        if "source" in source:
            self.plain(LEFT, 190, source["source"], 10)
        self.plain(LEFT, 214, f"{source['number']}.", 12, bold=True)
        self.plain(LEFT + 52, 214, source["title"], 12, bold=True)
        self.plain(LEFT - 50, 786, source["job"][0], 8)
        self.plain(LEFT - 50, 800, source["job"][1], 9)
        self.plain(RIGHT - 40, 800, "请回收", 9, bold=True)

    def running(self, number: int, count: int) -> None:
        """Head and foot of page ``number``: left on even pages, right on odd ones."""
        symbol, even = self.source["symbol"], number % 2 == 0
        self.plain(LEFT - 50 if even else RIGHT + 40, 42, symbol, 9, bold=True, right=not even)
        if not even:
            self.plain(LEFT - 50, 42, self.source["title"], 9, bold=True)
        self.plain(LEFT - 50 if even else RIGHT + 40, 796, f"{number}/{count}", 9, right=not even)
        self.plain(RIGHT + 40 if even else LEFT - 50, 796, self.source["job"][0], 8, right=even)

    def print(self, pages: list[Page]) -> None:
        for number, page in enumerate(pages, 1):
            self.masthead() if number == 1 else self.running(number, len(pages))
            top = FIRST_TOP if number == 1 else TOP
            for line in page.lines:
                self.draw(LEFT + line.indent, top, line.pieces, BODY)
                top += BODY_LINE + self.source.get("gap", 0) * line.ends
            if page.notes:
                foot = FOOT + 8 - NOTE_LINE * (len(page.notes) - 1)
                self.canvas.line(LEFT, PAGE_HEIGHT - foot + 12, LEFT + 75, PAGE_HEIGHT - foot + 12)
                for row, line in enumerate(page.notes):
                    self.draw(LEFT, foot + row * NOTE_LINE, line.pieces, NOTE)
            self.canvas.showPage()
        self.canvas.save()


def as_left(line: Line, note: bool, counter: list[int] | None = None) -> str:
    """Return a line as extractors leave it: bold four times over, marks on lines of their own, radicals counted."""
    out, position = [], 0
    while position < len(line.pieces):
        piece = line.pieces[position]
        end = position + 1
        while piece.bold and not piece.mark and end < len(line.pieces) and line.pieces[end].bold:
            end += not line.pieces[end].mark
            if line.pieces[end - 1].mark:
                break
        run = "".join(part.text for part in line.pieces[position:end])
        run = run if counter is None else kangxi(run, counter)
        if piece.mark:
            out.append(f"{run}\n" if note else f"\n{run} \n")
        else:
            out.append(run * 4 if piece.bold else run)
        position = end
    return (" " if line.indent else "") + "".join(out)


def extracted(source: dict[str, Any], pages: list[Page]) -> str:
    """Return the text of the pages, with form feeds or (``form_feeds = false``) nothing at all between them."""
    symbol, title = source["symbol"], source["title"]
    counter = [0] if source.get("kangxi") else None
    out = [f" {source['job'][1]} {'请回收' * 4}   \n \n"]
    if source.get("masthead_text"):
        out.append(f"联 合 国 {symbol}\n\n{source['organ'] * 4} Distr.: General \n{source['issued']} \n\n")
        out += [f"{row}\n" for row in source["session"]]
    out.append(f"\n{source['heading']}  \n\n")
    if "source" in source:
        out.append(f"{source['source']} \n\n")
    out.append(f"{source['number']}. {title} \n\n")
    for number, page in enumerate(pages, 1):
        if number > 1 and source.get("form_feeds", True):
            out.append("\f")
        if number > 1 and number % 2:
            out.append(f"\n{title * 4} {symbol} \n\n {number}/{len(pages)} \n\n")
        elif number > 1 and source.get("even_headers"):
            out.append(f"{symbol}\n\n{number}/{len(pages)} {source['job'][0]} \n\n")
        out += [as_left(line, False, counter) + (" \n\n" if line.ends else "\n\n") for line in page.lines]
        if page.notes:
            out.append("_______________ \n")
            out += [as_left(line, True, counter) + (" \n\n" if line.ends else "\n") for line in page.notes]
    return "".join(out)


def typeset(path: Path) -> None:
    source = tomllib.loads(path.read_text("utf-8"))
    pages = laid_out(source)
    if "pdf" in source["outputs"]:
        Press(HERE / f"{path.stem}.pdf", source).print(pages)
    if "txt" in source["outputs"]:
        (HERE / f"{path.stem}.txt").write_text(extracted(source, pages), encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--font", default=FONT, help="a TrueType font with Chinese")
    parser.add_argument("names", nargs="*", help="sources to typeset, without .toml (default: all)")
    options = parser.parse_args()
    font = TTFont(HAN, options.font)
    for han, radical in KANGXI.items():  # the radical is coded, the Han character's glyph is drawn
        font.face.charToGlyph[ord(radical)] = font.face.charToGlyph[ord(han)]
        font.face.charWidths[ord(radical)] = font.face.charWidths[ord(han)]
    pdfmetrics.registerFont(font)
    for path in sorted((HERE / "sources").glob("*.toml")):
        if not options.names or path.stem in options.names:
            typeset(path)


if __name__ == "__main__":
    main()
