"""Every command and example of the README works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kg.cli import main
from tests.sentences import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, flags=re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that has the specimens where the README says."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "documents").symlink_to(ROOT / "tests" / "documents")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_of_the_guide_runs(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = [line for kind, block in BLOCKS if kind == "console" for line in block.splitlines() if line]
    assert len(commands) > 8
    for command in commands:
        words = shlex.split(command)
        assert words[0] == "kg"
        code = main(words[1:])
        output = capsys.readouterr()
        assert code == 0, f"{command}: {output.err}"
    assert (checkout / "graph.trig").stat().st_size > 0


def test_the_example_in_python_runs(checkout: Path) -> None:
    for kind, block in BLOCKS:
        if kind == "python":
            exec(compile(block, "README.md", "exec"), {})
    assert (checkout / "graph-of-python" / "graph.nq").is_file()


def test_every_target_of_make_that_it_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for kind, block in BLOCKS:
        for target in re.findall(r"^make (\w+)", block, flags=re.MULTILINE) if kind == "sh" else ():
            assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
