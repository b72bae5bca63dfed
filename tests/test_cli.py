"""The command: what it prints where, and its exit codes."""

import csv
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg import cli
from kg.result import Build

ROOT = Path(__file__).resolve().parent.parent
SPECIMENS = ROOT / "tests" / "documents"
ONE = SPECIMENS / "A_RES_62_995.zh.txt"
PDF = SPECIMENS / "A_RES_64_993.zh.pdf"


def run(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, every warning of Python shown."""
    command = [sys.executable, "-W", "default", "-m", "kg", *map(str, arguments)]
    environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100"}
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)


class Kg:
    """Runs the command in this process, which is quicker."""

    def __init__(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        self.captured = capsysbinary

    def __call__(self, *arguments: object) -> tuple[int, str, list[str]]:
        """Return the exit code, standard output, and the lines of standard error."""
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = self.captured.readouterr()
        return code, out.decode(), err.decode().splitlines()


@pytest.fixture
def command(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Kg:
    monkeypatch.setattr("kg.quiet.silence_libraries", lambda: None)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    return Kg(capsysbinary)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built graph of two specimens."""
    folder = tmp_path_factory.mktemp("built") / "graph"
    assert kg.build([ONE, PDF], folder).output
    return folder


# The whole way, as a person goes it


def test_build_query_validate_export(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    built = run("build", ONE, PDF, "--output", folder)
    assert (built.returncode, built.stdout) == (0, "")
    assert built.stderr.splitlines()[-1].startswith("kg: 2 documents, ")
    facts = run("query", "facts", "--graph", folder, "--format", "csv")
    assert (facts.returncode, facts.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(facts.stdout)))
    assert {row["document"] for row in rows} == {"A/RES/62/995", "A/RES/64/993"}
    exported = run("export", "--graph", folder, "--format", "nq", "--output", tmp_path / "out.nq")
    assert (exported.returncode, exported.stdout, exported.stderr) == (0, "", "")
    assert (tmp_path / "out.nq").read_bytes() == (folder / "graph.nq").read_bytes()


def test_a_library_that_warns_does_not_reach_the_user(tmp_path: Path) -> None:
    built = run("build", PDF, "--reader", "pdfplumber", "--output", tmp_path / "graph")
    assert built.returncode == 0
    assert [line for line in built.stderr.splitlines() if not line.startswith("kg: ")] == []


def test_help_is_quick_and_everywhere() -> None:
    timings = []
    for _ in range(3):
        start = time.perf_counter()
        shown = run("--help")
        timings.append(time.perf_counter() - start)
        assert shown.returncode == 0
    assert min(timings) < 0.3
    assert "build the graph of documents" in shown.stdout


@pytest.mark.parametrize("name", ["build", "query", "validate", "export", "inspect"])
def test_every_command_has_help(command: Kg, name: str) -> None:
    code, out, err = command(name, "--help")
    assert (code, err) == (0, [])
    assert out.startswith(f"usage: kg {name}")


# kg build


def test_build_says_what_it_refused_and_exits_1(command: Kg, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no PDF at all")
    code, out, err = command("build", tmp_path / "bad.pdf", ONE, "--output", tmp_path / "graph")
    assert (code, out) == (1, "")
    assert err[0].startswith("kg: bad.pdf: is no PDF; ")
    assert err[-1].startswith("kg: 1 document, ")
    assert "1 refused" in err[-1]
    assert (tmp_path / "graph" / "graph.nq").exists()


def test_build_warns_of_what_is_no_resolution_and_exits_0(command: Kg, tmp_path: Path) -> None:
    code, _, err = command("build", SPECIMENS / "S_2012_9917.zh.txt", "--output", tmp_path / "graph")
    assert code == 0
    assert "kg: warning: S_2012_9917.zh.txt: no operative paragraphs, so this is no resolution" in err


def test_strict_build_fails_on_warnings_but_writes(command: Kg, tmp_path: Path) -> None:
    code, _, _ = command("build", SPECIMENS / "S_2012_9917.zh.txt", "--output", tmp_path / "graph", "--strict")
    assert code == 1
    assert (tmp_path / "graph" / "graph.nq").exists()


def test_strict_build_of_what_is_spotless_exits_0(command: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Build, "spotless", True)
    code, _, _ = command("build", ONE, "--output", tmp_path / "graph", "--strict")
    assert code == 0


def test_build_with_an_output_that_is_not_ours_exits_1(command: Kg, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    code, out, err = command("build", ONE, "--output", tmp_path)
    assert (code, out) == (1, "")
    assert err == [f"kg: {tmp_path}: is not empty and holds no graph of kg build; name another folder"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", str(ONE)],
        ["build", str(ONE), "--output", "graph", "--jobs", "0"],
        ["build", str(ONE), "--output", "graph", "--jobs", "many"],
        ["build", str(ONE), "--output", "graph", "--format", "csv"],
        ["build", str(ONE), "--output", "graph", "--reader", "eyes"],
        ["build", str(ONE), "--output", "graph", "--base", "nowhere"],
        ["query", "facts", "--format", "pdf"],
        ["query"],
        ["no-such-command"],
        [],
    ],
)
def test_wrong_use_exits_2_and_builds_nothing(
    command: Kg, arguments: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = command(*arguments)
    assert (code, out) == (2, "")
    assert err
    assert list(tmp_path.iterdir()) == []


# kg query


def test_query_shows_a_table(command: Kg, graph: Path) -> None:
    code, out, err = command("query", "documents", "--graph", graph)
    assert (code, err) == (0, [])
    assert out.splitlines()[0].split()[:2] == ["document", "language"]
    assert "A/RES/64/993" in out


def test_query_lists_what_can_be_asked(command: Kg) -> None:
    code, out, _ = command("query", "--list")
    assert code == 0
    assert "reports-due" in out
    assert "who must report to whom, and when" in out


def test_query_reads_a_file(command: Kg, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("ASK { ?s ?p ?o }")
    assert command("query", tmp_path / "mine.rq", "--graph", graph) == (0, "yes\n", [])


def test_query_reads_standard_input(graph: Path) -> None:
    asked = run("query", "-", "--graph", graph, stdin="SELECT (1 AS ?one) {}")
    assert (asked.returncode, asked.stdout.split()) == (0, ["one", "───", "1"])


def test_query_gives_json(command: Kg, graph: Path) -> None:
    _, out, _ = command("query", "timeline", "--graph", graph, "--format", "json")
    assert json.loads(out)["head"]["vars"] == ["date", "document", "locator"]


def test_query_of_broken_sparql_exits_2(command: Kg, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_text("SELECT ?x {")
    code, out, err = command("query", tmp_path / "bad.rq", "--graph", graph)
    assert (code, out, len(err)) == (2, "", 1)
    assert err[0].startswith("kg: bad: line 1, column ")


def test_query_without_a_graph_exits_1(command: Kg, tmp_path: Path) -> None:
    code, _, err = command("query", "facts", "--graph", tmp_path / "none")
    assert (code, err) == (1, [f"kg: {tmp_path}/none: there is no such folder; build one with kg build"])


def test_a_reader_that_stops_early_is_no_error(graph: Path) -> None:
    pipe = f"{sys.executable} -m kg query facts --graph {graph} --format csv | head -1"
    shown = subprocess.run(
        ["bash", "-o", "pipefail", "-c", pipe], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (shown.returncode, shown.stderr) == (0, "")


# kg validate


def test_validate_prints_a_report(command: Kg, graph: Path) -> None:
    code, out, err = command("validate", "--graph", graph)
    assert (code, err) == (0, [])
    assert out.splitlines()[-1].startswith("conforms: 0 violations")


def test_validate_of_a_wrong_graph_exits_1(command: Kg, graph: Path, tmp_path: Path) -> None:
    lines = (graph / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "wrong.nq").write_text("".join(x for x in lines if "ontology#locator>" not in x), encoding="utf-8")
    code, out, _ = command("validate", tmp_path / "wrong.nq", "--format", "json")
    assert code == 1
    assert json.loads(out)["conforms"] is False
    code, out, _ = command("validate", tmp_path / "wrong.nq", "--format", "turtle")
    assert code == 1
    assert list(ox.parse(out, ox.RdfFormat.TURTLE))


def test_validate_takes_several_files_as_one_graph(command: Kg, graph: Path, tmp_path: Path) -> None:
    lines = (graph / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    for name, part in (("even.nq", lines[::2]), ("odd.nq", lines[1::2])):
        (tmp_path / name).write_text("".join(part), encoding="utf-8")
    assert command("validate", tmp_path / "even.nq", tmp_path / "odd.nq")[0] == 0


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [("broken.ttl", "<a> <b>", "broken.ttl"), ("graph.pdf", "", "its ending names no RDF format")],
)
def test_validate_of_what_is_no_rdf_exits_1(command: Kg, tmp_path: Path, name: str, text: str, reason: str) -> None:
    (tmp_path / name).write_text(text)
    code, out, err = command("validate", tmp_path / name)
    assert (code, out, len(err)) == (1, "", 1)
    assert reason in err[0]


def test_validate_with_broken_shapes_exits_1(command: Kg, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text("<a> <b>\n <c")
    code, out, err = command("validate", "--graph", graph, "--shapes", tmp_path / "shapes.ttl")
    assert (code, out, len(err)) == (1, "", 1)
    assert "shapes.ttl" in err[0]


# kg export


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("trig", "@prefix"), ("ttl", "@prefix"), ("jsonld", '{"@context"'), ("rdfxml", "<?xml"), ("nt", "<")],
)
def test_export_writes_to_standard_output(command: Kg, graph: Path, form: str, beginning: str) -> None:
    code, out, err = command("export", "--graph", graph, "--format", form)
    assert (code, err) == (0, [])
    assert out.startswith(beginning)


def test_export_where_nothing_can_be_written_exits_1(command: Kg, graph: Path, tmp_path: Path) -> None:
    code, _, err = command("export", "--graph", graph, "--output", tmp_path / "none" / "out.nq")
    assert (code, len(err)) == (1, 1)
    assert "cannot be written (No such file or directory)" in err[0]


# kg inspect


def test_inspect_prints_the_outline(command: Kg) -> None:
    code, out, err = command("inspect", ONE)
    assert (code, err) == (0, [])
    assert any(line.split()[:2] == ["op1", "operative"] for line in out.splitlines())


def test_inspect_draws_the_pages(command: Kg, tmp_path: Path) -> None:
    code, _, err = command("inspect", PDF, "--output", tmp_path / "pictures")
    assert code == 0
    pictures = sorted(path.name for path in (tmp_path / "pictures").iterdir())
    assert pictures[0] == "A_RES_64_993.zh.1.png"
    assert len(err) == len(pictures)


def test_inspect_of_what_cannot_be_read_exits_1(command: Kg, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    code, out, err = command("inspect", tmp_path / "bad.pdf")
    assert (code, out, len(err)) == (1, "", 1)
    assert err[0].startswith("kg: bad.pdf: ")
