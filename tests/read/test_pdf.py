"""Small PDFs, made here, each with one of the habits of the PDFs that circulate."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from kg.errors import DocumentError, UsageError
from kg.read.line import Line, Zone
from kg.read.pdf import READERS, PdfText, read_pages, read_pdf
from kg.read.place import places

HEIGHT = 842.0
Draw = Callable[[Canvas], None]


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def pdf(*pages: Draw, **options: object) -> bytes:
    """Return a PDF of A4 pages."""
    if "STSong-Light" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595.0, HEIGHT), invariant=1, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def put(canvas: Canvas, x: float, y: float, text: str, font: str = "Times-Roman", size: float = 10.0) -> float:
    """Print a text with its baseline ``y`` points below the page's top; return where it ends."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - y, text)
    return x + float(canvas.stringWidth(text, font, size))


def paragraph(canvas: Canvas, top: float, lines: int = 12) -> None:
    """Print lines of text as wide as the column."""
    for number in range(lines):
        start = 120 + 24 * (number == 0)
        put(
            canvas,
            start,
            top + 14 * number,
            "Recalling the work of the committee and of all its members on this"[: 66 - 6 * (number == 0)],
        )


def read(data: bytes, reader: str, furniture_patterns: tuple[str, ...] = ()) -> PdfText:
    return read_pdf(data, reader, furniture_patterns=furniture_patterns)


def texts(lines: tuple[Line, ...], zone: Zone = Zone.BODY) -> list[str]:
    return [line.text for line in lines if line.zone is zone]


def test_overprinted_bold_is_one_word_with_emphasis_and_a_doubled_word_stays(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        for shift in (0.0, 0.2, 0.35, 0.5):
            put(canvas, 120 + shift, 200 + shift / 2, "强调", "STSong-Light", 10.5)
        put(canvas, 141, 200, "人人有权有权", "STSong-Light", 10.5)
        put(canvas, 120, 220, "had had", size=10.5)

    lines = read(pdf(page), reader).lines
    assert texts(lines) == ["强调人人有权有权", "had had"]
    assert lines[0].emphasis == ((0, 2),)
    assert lines[1].emphasis == ()


def test_overprint_in_one_text_object_is_collapsed_too(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        for char in range(3):
            for shift in (0.0, 0.3):
                put(canvas, 120 + 10.5 * char + shift, 200, "又回顾"[char], "STSong-Light", 10.5)
        put(canvas, 151.5, 200, "其决议", "STSong-Light", 10.5)

    (line,) = read(pdf(page), reader).lines
    assert line.text == "又回顾其决议"
    assert line.emphasis == ((0, 3),)


def test_bold_and_italic_fonts_are_emphasis_unless_all_is_set_in_them(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        x = put(canvas, 120, 200, "Urges", "Times-Italic")
        put(canvas, x, 200, " all States to act without delay and in good faith;")
        put(canvas, 120, 230, "A heading", "Times-Bold")

    first, second = read(pdf(page), reader).lines
    assert [first.text[a:b] for a, b in first.emphasis] == ["Urges"]
    assert [second.text[a:b] for a, b in second.emphasis] == ["A heading"]
    (line,) = read(pdf(lambda canvas: void(put(canvas, 120, 200, "All of it", "Times-Bold"))), reader).lines
    assert line.emphasis == ()


def void(_: object) -> None:
    """Drop a value where a function must return nothing."""


def test_superscript_marks_are_told_from_numbers(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        x = put(canvas, 120, 200, "the Convention")
        x = put(canvas, x, 196, "12", size=6.5)
        x = put(canvas, x, 200, " and article 12 of the Statute")
        x = put(canvas, x, 196, "*", size=6.5)
        put(canvas, x, 200, " in 1990;")

    (line,) = read(pdf(page), reader).lines
    assert line.text == "the Convention¹² and article 12 of the Statute* in 1990;"
    assert [(line.text[m.start : m.end], m.label) for m in line.marks] == [("¹²", "12"), ("*", "*")]


def test_a_raised_ordinal_is_no_mark(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        x = put(canvas, 120, 200, "18")
        x = put(canvas, x, 196, "th", size=6.5)
        put(canvas, x, 200, " plenary meeting")

    (line,) = read(pdf(page), reader).lines
    assert (line.text, line.marks) == ("18th plenary meeting", ())


def test_a_line_is_formed_across_fonts_sizes_and_baselines(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        x = put(canvas, 400, 60, "A", size=20)
        put(canvas, x, 60, "/RES/99/1")
        put(canvas, 120, 60, "United Nations", size=14)
        put(canvas, 120, 100, "第", "STSong-Light", 10.5)
        put(canvas, 133, 101.2, "1465")
        put(canvas, 156, 100, "卷", "STSong-Light", 10.5)

    assert texts(read(pdf(page), reader).lines) == ["United Nations", "A/RES/99/1", "第1465卷"]


def test_words_are_parted_by_gaps_where_no_space_is_printed(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 120, 200, "the")
        put(canvas, 135.5, 200, "Assembly")

    assert texts(read(pdf(page), reader).lines) == ["the Assembly"]


def test_a_label_keeps_its_text_and_columns_of_the_masthead_part(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 100, 100, "General Assembly")
        put(canvas, 400, 100, "Distr.: General")
        put(canvas, 120, 130, "(a)")
        put(canvas, 184, 130, "The first item;")

    assert texts(read(pdf(page), reader).lines) == ["General Assembly", "Distr.: General", "(a) The first item;"]


@pytest.mark.parametrize("separator", ["drawn", "underscores", "none"])
def test_footnotes_are_zoned_and_begin_with_their_mark(reader: str, separator: str) -> None:
    def page(canvas: Canvas) -> None:
        paragraph(canvas, 100)
        if separator == "drawn":
            canvas.line(120, HEIGHT - 700, 200, HEIGHT - 700)
        if separator == "underscores":
            put(canvas, 120, 700, "________________", size=8)
        x = put(canvas, 120, 712, "7", size=5.5)
        put(canvas, x + 3, 716, "United Nations, Treaty Series, vol. 1, No. 2.", size=8.5)
        put(canvas, 120, 728, "and its annex.", size=8.5)

    lines = read(pdf(page), reader).lines
    notes = [line for line in lines if line.zone is Zone.FOOTNOTE]
    assert [line.text for line in notes] == ["⁷ United Nations, Treaty Series, vol. 1, No. 2.", "and its annex."]
    assert [(m.start, m.label) for line in notes for m in line.marks] == [(0, "7")]
    assert len(texts(lines)) == 12


def test_a_footnote_runs_on_overleaf(reader: str) -> None:
    def first(canvas: Canvas) -> None:
        paragraph(canvas, 100)
        canvas.line(120, HEIGHT - 700, 200, HEIGHT - 700)
        x = put(canvas, 120, 712, "1", size=5.5)
        put(canvas, x + 3, 716, "This note is long and goes on", size=8.5)

    def second(canvas: Canvas) -> None:
        paragraph(canvas, 100)
        canvas.line(120, HEIGHT - 700, 200, HEIGHT - 700)
        put(canvas, 120, 716, "at the foot of the page that follows.", size=8.5)

    lines = read(pdf(first, second), reader).lines
    assert texts(lines, Zone.FOOTNOTE) == ["¹ This note is long and goes on", "at the foot of the page that follows."]


def test_a_rule_that_ends_the_document_begins_no_footnotes(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        paragraph(canvas, 100)
        canvas.line(260, HEIGHT - 300, 340, HEIGHT - 300)
        put(canvas, 120, 330, "An annex follows on the same page.")

    assert texts(read(pdf(page), reader).lines, Zone.FOOTNOTE) == []


def test_marks_with_a_slash_count_where_a_footnote_has_that_form(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        paragraph(canvas, 100)
        put(canvas, 120, 400, "Recalling the Covenant, 3/ its Protocol and 4/ days;")
        put(canvas, 120, 700, "________________", size=8)
        put(canvas, 120, 716, "3/ Resolution 99/7, annex.", size=8.5)

    lines = read(pdf(page), reader).lines
    assert "Recalling the Covenant, ³ its Protocol and 4/ days;" in texts(lines)
    assert texts(lines, Zone.FOOTNOTE) == ["³ Resolution 99/7, annex."]


def running(canvas: Canvas, number: int, title: str = "A title of three words") -> None:
    put(canvas, 60, 50, title, "Times-Bold", 8.5)
    put(canvas, 480, 50, "A/RES/99/1", "Times-Bold", 8.5)
    put(canvas, 60, 790, f"{number}/3", "Times-Bold", 8.5)
    put(canvas, 480, 790, "99-12345", size=7)


def test_furniture_is_dropped_and_the_masthead_stays(reader: str) -> None:
    def first(canvas: Canvas) -> None:
        put(canvas, 400, 50, "A/RES/99/1")
        put(canvas, 400, 62, "Distr.: General")
        put(canvas, 120, 90, "A title of three words", "Times-Bold", 12)
        paragraph(canvas, 120)
        put(canvas, 60, 780, "99-12345 (E) 010299")
        put(canvas, 60, 795, "*9912345*", size=12)
        put(canvas, 500, 795, "Please recycle", size=9)

    def second(canvas: Canvas) -> None:
        running(canvas, 2)
        paragraph(canvas, 100)

    def third(canvas: Canvas) -> None:
        running(canvas, 3)
        paragraph(canvas, 100, 3)
        put(canvas, 120, 770, "2012")

    lines = read(pdf(first, second, third), reader).lines
    dropped = texts(lines, Zone.FURNITURE)
    assert dropped[:3] == ["99-12345 (E) 010299", "*9912345*", "Please recycle"]
    assert dropped[3:7] == ["A title of three words", "A/RES/99/1", "2/3", "99-12345"]
    assert texts(lines)[:3] == ["A/RES/99/1", "Distr.: General", "A title of three words"]
    assert "2012" in texts(lines), "a year is no page number"


def test_words_of_a_language_for_furniture_come_as_patterns(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        paragraph(canvas, 100)
        put(canvas, 120, 800, "Printed on paper")

    assert "Printed on paper" in texts(read(pdf(page), reader).lines)
    dropped = read(pdf(page), reader, furniture_patterns=("Printed on .*",)).lines
    assert texts(dropped, Zone.FURNITURE) == ["Printed on paper"]


def test_a_line_is_measured_by_its_column(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        paragraph(canvas, 100)
        paragraph(canvas, 282)
        put(canvas, 225, 492, "In the middle", "Times-Bold")

    lines = read(pdf(page), reader).lines
    assert [round(line.indent, 1) for line in lines[:2]] == [2.4, 0.0]
    assert (lines[0].first, lines[1].first) == (True, False)
    assert [line.gap for line in lines[:3]] == [1.0, 1.0, 1.0]
    assert lines[12].gap == 2.0
    assert [line.text for line in lines if line.centred] == ["In the middle"]
    assert lines[0].size == 10.0


def test_runs_lead_back_to_the_page(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        x = put(canvas, 120, 200, "第 ", "STSong-Light", 10)
        x = put(canvas, x, 200, "1465", size=10)
        put(canvas, x, 200, " 卷，《条约汇编》", "STSong-Light", 10)

    data = pdf(page)
    (line,) = read(data, reader).lines
    assert line.text == "第1465卷，《条约汇编》"
    assert [run.start for run in line.runs] == [0, *(run.end for run in line.runs[:-1])]
    assert line.runs[-1].end == len(line.text)
    glyphs = {glyph.index: glyph for glyph in read_pages(data, reader)[0].glyphs}
    start = line.text.index("1465")
    (place,) = places(line.runs, start, start + 4)
    assert "".join(glyphs[index].text for index in range(place.source_start, place.source_end)) == "1465"
    assert place.box is not None
    assert place.box.x0 == pytest.approx(glyphs[place.source_start].box.x0, abs=0.1)
    assert place.box.x1 == pytest.approx(glyphs[place.source_end - 1].box.x1, abs=0.1)


def test_a_place_inside_a_run_is_a_share_of_its_box(reader: str) -> None:
    (line,) = read(pdf(lambda canvas: void(put(canvas, 100, 200, "大会决议", "STSong-Light", 10))), reader).lines
    (place,) = places(line.runs, 2, 4)
    assert place.box is not None
    assert [place.box.x0, place.box.x1] == pytest.approx([120, 140], abs=0.1)


def test_text_inside_a_form_is_read(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.beginForm("notice")
        for shift in (0, 0.3):
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(20 + shift, 20, "Decides")
        canvas.endForm()
        canvas.translate(100, 500)
        canvas.doForm("notice")

    (line,) = read(pdf(page), reader).lines
    assert line.text == "Decides"
    assert line.emphasis == ((0, 7),)
    assert line.box is not None and line.box.x0 == pytest.approx(120, abs=0.5)


def test_a_turned_page_is_read_as_shown(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(100, 500, "A wide page")

    (line,) = read(pdf(page), reader).lines
    assert line.text == "A wide page"
    assert line.box is not None
    assert [line.box.x0, line.box.bottom] == pytest.approx([100, 95], abs=4)


def test_words_that_do_not_stand_upright_are_left_out_and_told(reader: str) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 120, 200, "Upright")
        canvas.rotate(90)
        canvas.drawString(100, -50, "Turned")

    result = read(pdf(page), reader)
    assert texts(result.lines) == ["Upright"]
    assert [(problem.code, problem.place) for problem in result.problems] == [("turned-text", "page 1")]


def picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (4, 4), 128)), 100, 100, 300, 300)


def test_pages_that_are_images_are_named(reader: str) -> None:
    with pytest.raises(DocumentError, match=r"^scan\.pdf: pages 1 to 2: are images without text; recognize"):
        read_pdf(pdf(picture, picture), reader, name="scan.pdf")
    result = read(pdf(picture, lambda canvas: paragraph(canvas, 100)), reader)
    assert [(problem.code, problem.place) for problem in result.problems] == [("page-without-text", "page 1")]


def bad_files() -> dict[str, tuple[bytes, str]]:
    whole = pdf(lambda canvas: paragraph(canvas, 100))
    locked = pdf(lambda canvas: paragraph(canvas, 100), encrypt=StandardEncryption("secret", "owner"))
    return {
        "no PDF": (b"Just a letter.", "x.pdf: is no PDF; give a PDF, or a text file with the ending .txt"),
        "nothing": (b" \n", "x.pdf: is empty; fetch the file again"),
        "half": (whole[: len(whole) // 2], "x.pdf: is truncated: the end of the PDF is missing; fetch the file again"),
        "noise": (
            b"%PDF-1.7\n" + bytes(200) + b"\nstartxref\n0\n%%EOF",
            "x.pdf: is damaged and cannot be read as PDF; fetch it again",
        ),
        "locked": (locked, "x.pdf: is encrypted; save it without a password"),
        "blank": (pdf(lambda canvas: None), "x.pdf: page 1: has no text; nothing is printed on it"),
    }


@pytest.mark.parametrize("case", ["no PDF", "nothing", "half", "noise", "locked", "blank"])
def test_bad_files_are_refused_in_one_line(reader: str, case: str, capfd: pytest.CaptureFixture[str]) -> None:
    data, message = bad_files()[case]
    with pytest.raises(DocumentError) as error:
        read_pdf(data, reader, name="x.pdf")
    assert str(error.value) == message
    assert capfd.readouterr() == ("", "")


def test_an_unknown_reader_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="use one of pdfium, pdfplumber"):
        read_pages(pdf(lambda canvas: paragraph(canvas, 100)), "ocr")
