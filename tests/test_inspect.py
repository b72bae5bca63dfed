from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from kg.errors import DocumentError, OutputError
from kg.inspect import PART_COLOURS, RESOLUTION, draw, outline
from kg.model import Document, Kind, Mark, Mention, Part, PartKind, Problem, Source
from kg.read.pdf import read_pdf


@pytest.fixture
def file(tmp_path: Path) -> Path:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(120, 642, "Recalling the Convention on Lighthouses,")
    canvas.save()
    path = tmp_path / "A_RES_99_1.en.pdf"
    path.write_bytes(buffer.getvalue())
    return path


@pytest.fixture
def document(file: Path) -> Document:
    (line,) = read_pdf(file).lines
    part = Part("pp1", "pp1", PartKind.PREAMBULAR, line.text, runs=line.runs)
    return Document(Source(file.name, "application/pdf", ""), "en", (part,))


def test_parts_and_mentions_are_drawn_over_the_page(file: Path, document: Document, tmp_path: Path) -> None:
    start = document.parts[0].text.index("Convention")
    mention = Mention("pp1", start, start + 25, Kind.TREATY, "Convention on Lighthouses", "en/treaty.title")
    (picture,) = draw(file, document, tmp_path / "out", [mention])
    assert picture == tmp_path / "out" / "A_RES_99_1.en.1.png"
    image = Image.open(picture).convert("RGB")
    assert image.width == pytest.approx(595 * RESOLUTION / 72, abs=2)
    colours = {colour for _, colour in image.getcolors(1 << 20) or []}
    assert PART_COLOURS[PartKind.PREAMBULAR] in colours
    run = document.parts[0].runs[0]
    assert run.box is not None
    left_of_mention = image.getpixel((int((run.box.x0 + 2) * RESOLUTION / 72), int(run.box.top * RESOLUTION / 72) + 2))
    assert left_of_mention == (255, 255, 255), "only the mention is washed over"
    assert any(isinstance(colour, tuple) and colour[0] > colour[2] + 20 for colour in colours)


def test_the_outline_names_each_part() -> None:
    parts = (
        Part("front.1", "front", PartKind.TITLE, "Lighthouses"),
        Part("op12", "op12", PartKind.OPERATIVE, "敦促所有国家" * 12, "12.", (Mark(0, 1, "3"),)),
    )
    problem = Problem("page-without-text", "the page is an image without text", "page 2")
    text = outline(Document(Source("x.pdf", "application/pdf", ""), "zh", parts, (problem,)))
    first, second, third = text.splitlines()
    assert first == "front  title      p1   Lighthouses"
    assert second.startswith("op12   operative  p1   12. 敦促所有国家敦促") and second.endswith("…  [3]")
    assert third == "! page 2: the page is an image without text"


def test_what_cannot_be_drawn_is_said_in_one_line(document: Document, file: Path, tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("no PDF")
    with pytest.raises(DocumentError, match=r"^letter\.txt: cannot be drawn"):
        draw(text, document, tmp_path)
    with pytest.raises(OutputError):
        draw(file, document, text / "folder")
