"""The package as a library: three functions that bear the names of their stages."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import kg
from kg.errors import DocumentError, UserError
from kg.model import Document, Understanding
from kg.result import Build

ROOT = Path(__file__).resolve().parent.parent
ONE = ROOT / "tests" / "documents" / "A_RES_62_995.zh.txt"


def test_read_extract_build_give_plain_values() -> None:
    document = kg.read(ONE)
    assert isinstance(document, Document)
    assert document.language == "zh"
    understanding = kg.extract(document)
    assert isinstance(understanding, Understanding)
    assert understanding.symbol == "A/RES/62/995"
    result = kg.build([ONE])
    assert isinstance(result, Build)
    assert result.output is None
    assert [each.symbol for each in result.documents] == ["A/RES/62/995"]


def test_names_may_be_strings(tmp_path: Path) -> None:
    assert kg.build([str(ONE)], str(tmp_path / "graph")).output == tmp_path / "graph"
    assert kg.read(str(ONE)).source.name == ONE.name


def test_a_language_without_rules_is_named() -> None:
    from dataclasses import replace

    with pytest.raises(DocumentError, match=r"its language \(xx\) has no rules yet"):
        kg.extract(replace(kg.read(ONE), language="xx"))


@pytest.mark.parametrize(
    "code",
    [
        "import kg; import kg.read.pdf; import kg.extract.view; import kg.build; assert_functions(kg)",
        "import kg.read.pdf, kg.build; import kg; assert_functions(kg)",
        "from kg import read, extract, build; assert all(map(callable, (read, extract, build)))",
        "import kg; kg.read('tests/documents/A_RES_62_995.zh.txt'); assert_functions(kg)",
        "from kg.read.pdf import read_pdf; from kg.build import Settings; assert callable(read_pdf)",
        "import importlib; assert importlib.import_module('kg.read').__path__",
    ],
)
def test_functions_stay_whatever_is_imported_and_stages_are_reached(code: str) -> None:
    setup = (
        "def assert_functions(kg):\n    for f in (kg.read, kg.extract, kg.build): assert type(f) is type(lambda: 0)\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", setup + code], check=True, cwd=ROOT)


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import kg, kg.cli, sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True).stdout
    heavy = {
        "pyoxigraph",
        "rdflib",
        "pyshacl",
        "pdfplumber",
        "pdfminer",
        "pypdfium2",
        "PIL",
        "networkx",
        "multiprocessing",
    }
    assert not heavy & set(loaded.split())


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert kg.__version__ == project["version"]


def test_errors_pass_between_processes() -> None:
    import pickle

    error = DocumentError("a.pdf", "is empty", "page 1", "fetch it again")
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, UserError)
    assert str(again) == str(error) == "a.pdf: page 1: is empty; fetch it again"


def test_the_examples_of_the_guide_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    monkeypatch.chdir(ROOT)
    exec("\n".join(re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)), {})
    shown = capsys.readouterr().out
    assert "treaty 《残疾人权利公约》 -> Convention on the Rights of Persons with Disabilities" in shown
