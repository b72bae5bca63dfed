"""Building: which files the facts come from, what is refused, and that the same documents give the same bytes."""

import importlib
import json
import random
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

import kg
from kg import query, store
from kg.errors import DataError, OutputError, UsageError
from kg.model import Document
from kg.result import Build, BuiltDocument

ROOT = Path(__file__).resolve().parent.parent
SPECIMENS = ROOT / "tests" / "documents"
ONE = SPECIMENS / "A_RES_62_995.zh.txt"
BUILD = importlib.import_module("kg.build")  # ``kg.build`` is the function
PAIR = SPECIMENS / "A_RES_64_993.zh.pdf", SPECIMENS / "A_RES_64_993.zh.txt"


@pytest.fixture(scope="module")
def everything() -> Build:
    """Return the build of all specimens."""
    return kg.build([SPECIMENS])


def document(result: Build, symbol: str) -> BuiltDocument:
    return next(each for each in result.documents if each.symbol == symbol)


def lines(result: Build) -> list[str]:
    return [str(error) for error in result.refused]


# What comes out


def test_every_specimen_is_built(everything: Build) -> None:
    assert lines(everything) == []
    assert [each.symbol for each in everything.documents] == [
        "A/HRC/RES/28/99",
        "A/RES/3991(XXX)",
        "A/RES/58/994",
        "A/RES/62/995",
        "A/RES/64/993",
        "E/RES/2011/99",
        "S/2012/9917",
        "S/PRST/2012/991",
        "S/RES/9991(2012)",
    ]


def test_counts_are_those_of_the_graph(everything: Build) -> None:
    graph = store.in_memory(everything.nquads)
    output = BytesIO()
    text = """
        PREFIX kg: <https://w3id.org/un-kg/ontology#>
        SELECT (COUNT(?m) AS ?n) (SUM(IF(EXISTS { ?m a kg:UnresolvedMention }, 1, 0)) AS ?u) { ?m a kg:Mention }
    """
    query.write(query.ask(graph, query.Query("count", text)), "csv", output)
    mentions, unresolved = map(int, output.getvalue().split()[1].split(b","))
    assert (mentions, unresolved) == (sum(everything.mentions.values()), everything.unresolved)


def test_the_summary_counts(everything: Build) -> None:
    assert everything.summary().startswith(f"9 documents, {everything.paragraphs} paragraphs, ")
    assert f"{everything.mentions['treaty']} treaty" in everything.summary()
    assert everything.summary().endswith(" 0 refused")


def test_the_graph_holds_the_graphs_of_the_contract(everything: Build) -> None:
    graphs = {str(graph) for graph in store.named_graphs(everything.nquads).named_graphs()}
    assert graphs == {f"<{each.graph}>" for each in everything.documents} | {
        f"<https://w3id.org/un-kg/graph/{name}>" for name in ("authority", "ontology", "build")
    }


def test_the_build_graph_lists_versions_and_problems(everything: Build) -> None:
    graph = store.named_graphs(everything.nquads)
    build_graph = ox.NamedNode("https://w3id.org/un-kg/graph/build")
    subset = ox.NamedNode("http://rdfs.org/ns/void#subset")
    listed = {str(quad.object).strip("<>") for quad in graph.quads_for_pattern(build_graph, subset, None, build_graph)}
    assert listed == {each.graph for each in everything.documents}
    code = ox.NamedNode("https://w3id.org/un-kg/ontology#code")
    assert len(list(graph.quads_for_pattern(None, code, None, build_graph))) == everything.problems


def test_what_is_no_resolution_is_built_with_a_warning(everything: Build) -> None:
    letter = document(everything, "S/2012/9917")
    assert [problem.code for problem in letter.problems] == ["no-resolution"]
    assert dict(letter.mentions)["symbol"] == 1


def test_the_output_folder_holds_what_the_contract_says(tmp_path: Path) -> None:
    formats = ["trig", "ttl", "jsonld", "nt", "rdfxml"]
    result = kg.build([ONE], tmp_path / "graph", formats=formats)
    folder = tmp_path / "graph"
    assert result.output == folder
    assert sorted(path.name for path in folder.iterdir()) == [
        "graph.jsonld", "graph.nq", "graph.nt", "graph.rdf", "graph.trig", "graph.ttl", "manifest.json", "store",
    ]  # fmt: skip
    assert (folder / "graph.nq").read_bytes() == result.nquads
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["kind"] == "un-kg graph"
    assert manifest["documents"] == [{"symbol": "A/RES/62/995", "language": "zh", "files": [ONE.name]}]


@pytest.mark.parametrize(("name", "form"), [("graph.trig", ox.RdfFormat.TRIG), ("graph.jsonld", ox.RdfFormat.JSON_LD)])
def test_formats_with_graphs_say_the_same(tmp_path: Path, name: str, form: ox.RdfFormat) -> None:
    result = kg.build([ONE], tmp_path / "graph", formats=["trig", "jsonld"])
    assert store.canonical(ox.parse(path=str(tmp_path / "graph" / name), format=form)) == result.nquads


@pytest.mark.parametrize(("name", "form"), [("graph.ttl", ox.RdfFormat.TURTLE), ("graph.nt", ox.RdfFormat.N_TRIPLES)])
def test_formats_without_graphs_hold_the_union(tmp_path: Path, name: str, form: ox.RdfFormat) -> None:
    result = kg.build([ONE], tmp_path / "graph", formats=["ttl", "nt"])
    quads = ox.parse(path=str(tmp_path / "graph" / name), format=form)
    assert store.canonical(quads) == store.merged([store.union(result.nquads)])


def test_another_base_moves_every_entity_and_no_term(tmp_path: Path) -> None:
    moved = kg.build([ONE], base="https://example.org/kg/")
    terms = "https://w3id.org/un-kg/ontology#"
    for line in moved.nquads.decode().splitlines():
        assert "<https://w3id.org/un-kg/" not in line.replace(f"<{terms}", ""), line
    assert moved.nquads.count(b"\n") == kg.build([ONE]).nquads.count(b"\n")


@pytest.mark.parametrize("base", ["", "example", "ftp://example.org/", "https://example.org", "https://a b/"])
def test_a_base_that_is_no_iri_is_wrong_use(base: str) -> None:
    with pytest.raises(UsageError, match="is no IRI to build on; end it with / or #"):
        kg.build([ONE], base=base)


# Determinism


def test_order_folder_and_processes_do_not_matter(everything: Build, tmp_path: Path) -> None:
    files = [path for path in sorted(SPECIMENS.iterdir()) if path.suffix in (".pdf", ".txt")]
    random.Random(7).shuffle(files)
    elsewhere = tmp_path / "other" / "place"
    elsewhere.mkdir(parents=True)
    copies = [Path(shutil.copy(file, elsewhere)) for file in files]
    kg.build(copies, tmp_path / "graph", jobs=2)
    assert (tmp_path / "graph" / "graph.nq").read_bytes() == everything.nquads


def test_the_same_file_named_twice_is_read_once() -> None:
    assert kg.build([ONE, ONE, ONE.parent / "." / ONE.name]).nquads == kg.build([ONE]).nquads


# Two files of one version


def test_facts_come_from_the_richer_form_and_the_other_is_recorded() -> None:
    result = kg.build(PAIR)
    assert document(result, "A/RES/64/993").files == (PAIR[0].name, PAIR[1].name)
    graph = store.in_memory(result.nquads)
    output = BytesIO()
    text = """
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX allot: <https://w3id.org/akn/ontology/allot/>
        SELECT ?name ?form { ?v allot:hasEmbodiment ?f . ?f dcterms:title ?name ; dcterms:format ?form } ORDER BY ?name
    """
    query.write(query.ask(graph, query.Query("files", text)), "csv", output)
    assert output.getvalue().decode().split()[1:] == [
        f"{PAIR[0].name},application/pdf",
        f"{PAIR[1].name},text/plain",
    ]
    boxes = [line for line in result.nquads.splitlines() if b"viewrect=" in line]
    assert boxes, "the facts come from the PDF, so they have boxes"


def test_the_order_of_two_files_does_not_matter() -> None:
    assert kg.build(PAIR).nquads == kg.build(PAIR[::-1]).nquads


def test_two_texts_of_one_version_are_a_problem(tmp_path: Path) -> None:
    text = ONE.read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text + "\n", encoding="utf-8")
    (result,) = kg.build([tmp_path]).documents
    assert len(result.files) == 2
    assert [problem.code for problem in result.problems] == ["rival-file"]
    assert result.files[1] in result.problems[0].message


def test_a_copy_is_no_further_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        shutil.copy(ONE, tmp_path / name)
    (result,) = kg.build([tmp_path]).documents
    assert result.files == ("a.txt",)
    assert result.problems == ()


def test_where_the_richer_file_is_broken_the_other_serves(tmp_path: Path) -> None:
    (tmp_path / PAIR[0].name).write_bytes(PAIR[0].read_bytes()[:3000])
    shutil.copy(PAIR[1], tmp_path)
    result = kg.build([tmp_path])
    assert document(result, "A/RES/64/993").files == (PAIR[1].name,)
    assert len(result.refused) == 1


# What bad input gets


def pdf(draw: Callable[[Canvas], object], **options: object) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


BAD = {
    "no-pdf.pdf": (b"hello", "is no PDF"),
    "truncated.pdf": (PAIR[0].read_bytes()[:9000], "is truncated"),
    "encrypted.pdf": (pdf(lambda c: c.drawString(9, 9, "x"), encrypt=StandardEncryption("secret")), "encrypted"),
    "empty.pdf": (b"", "is empty"),
    "image.pdf": (pdf(lambda c: c.rect(9, 9, 90, 90)), "has no text"),
    "empty.txt": (b"", ""),
    "unknown.txt": ("Ĉi tiu rezolucio ne ekzistas, kaj neniu iam legis ĝin.\n".encode() * 20, "language"),
    "noise.txt": (bytes(range(128, 256)) * 40, ""),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_one_line_and_the_others_are_built(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    (tmp_path / name).write_bytes(content)
    result = kg.build([tmp_path / name, ONE], tmp_path / "graph")
    assert [each.symbol for each in result.documents] == ["A/RES/62/995"]
    (line,) = lines(result)
    assert line.startswith(f"{name}: ")
    assert reason in line
    assert "\n" not in line
    assert (tmp_path / "graph" / "graph.nq").read_bytes() == kg.build([ONE]).nquads


def test_a_path_that_leads_nowhere_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    result = kg.build([tmp_path / "missing.pdf", tmp_path / "nothing", ONE])
    assert lines(result) == [
        f"{tmp_path}/missing.pdf: cannot be read (No such file or directory)",
        f"{tmp_path}/nothing: holds no documents; name a folder with files in .pdf or .txt",
    ]
    assert len(result.documents) == 1


def test_where_all_is_refused_the_last_graph_stays(tmp_path: Path) -> None:
    before = kg.build([ONE], tmp_path / "graph")
    (tmp_path / "bad.pdf").write_bytes(b"")
    result = kg.build([tmp_path / "bad.pdf"], tmp_path / "graph")
    assert (len(result.refused), result.documents, result.output) == (1, (), None)
    assert (tmp_path / "graph" / "graph.nq").read_bytes() == before.nquads


def test_a_fault_of_ours_is_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    real = BUILD.resolve

    def stumble(document: Document, *rest: object) -> object:
        if document.source.name == ONE.name:
            raise IndexError("list index out of range")
        return real(document, *rest)

    monkeypatch.setattr(BUILD, "resolve", stumble)
    result = kg.build([ONE, PAIR[1]])
    assert lines(result) == [
        f"{ONE.name}: was not understood (IndexError: list index out of range); report it with the file"
    ]
    assert len(result.documents) == 1


def test_a_document_whose_graph_breaks_the_shapes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = BUILD.describe

    def forget_locators(*arguments: object) -> list[ox.Quad]:
        quads: list[ox.Quad] = real(*arguments)
        if "A/RES/62/995" not in str(quads[0].graph_name):
            return quads
        return [quad for quad in quads if not quad.predicate.value.endswith("#locator")]

    monkeypatch.setattr(BUILD, "describe", forget_locators)
    result = kg.build([ONE, PAIR[1]], tmp_path / "graph")
    (line,) = lines(result)
    assert line.startswith(f"{ONE.name}: ")
    assert "its graph breaks the shapes: " in line
    assert [each.symbol for each in result.documents] == ["A/RES/64/993"]
    assert b"A/RES/62/995#" not in result.nquads
    kept = store.open_store(tmp_path / "graph")
    assert len(kept) == len(store.in_memory(result.nquads))


def test_a_broken_authority_file_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text("<body/x> a <y>\n  broken")
    with pytest.raises(DataError, match=r"mine\.ttl: line 2: .*; mend the Turtle"):
        kg.build([ONE], tmp_path / "graph", authority=[tmp_path / "mine.ttl"])
    with pytest.raises(DataError, match=r"none\.ttl: No such file or directory"):
        kg.build([ONE], tmp_path / "graph", authority=[tmp_path / "none.ttl"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.ttl"]


def test_an_output_that_is_not_ours_stops_the_build_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BUILD, "read", lambda *_, **__: pytest.fail("no document may be read"))
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="is not empty and holds no graph of kg build"):
        kg.build([ONE], tmp_path)


def test_a_full_disk_leaves_the_last_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kg.build([ONE], tmp_path / "graph")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "save", full)
    with pytest.raises(OutputError, match=r"cannot be written \(No space left on device\)"):
        kg.build([PAIR[1]], tmp_path / "graph")
    assert (tmp_path / "graph" / "graph.nq").read_bytes() == before.nquads
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


# Authority data of one's own


def test_further_authority_data_name_what_was_unlisted(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(
        """
        PREFIX kg: <https://w3id.org/un-kg/ontology#>
        PREFIX org: <http://www.w3.org/ns/org#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        <https://w3id.org/un-kg/body/beacon-committee> a org:Organization, kg:Body, skos:Concept ;
          skos:prefLabel "Beacon Committee"@en, "灯塔委员会"@zh ;
          skos:inScheme <https://w3id.org/un-kg/scheme/bodies> .
        """,
        encoding="utf-8",
    )
    text = ONE.read_text(encoding="utf-8")
    paragraph = next(line for line in text.splitlines() if "请秘书长" in line)
    (tmp_path / "doc.txt").write_text(text.replace(paragraph, paragraph + "并请灯塔委员会予以注意；"), encoding="utf-8")
    result = kg.build([tmp_path / "doc.txt"], authority=[tmp_path / "mine.ttl"])
    assert lines(result) == []
    assert b"body/beacon-committee> .\n" not in kg.build([tmp_path / "doc.txt"]).nquads
    assert b"<https://w3id.org/un-kg/body/beacon-committee>" in result.nquads
