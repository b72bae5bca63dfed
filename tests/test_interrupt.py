"""A build that is stopped, however it is stopped, leaves the last whole graph and nothing half-written."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).resolve().parent.parent
ONE = ROOT / "tests" / "documents" / "A_RES_62_995.zh.txt"
OTHER = ROOT / "tests" / "documents" / "E_RES_2011_99.zh.txt"

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes to wait on")


class Waiting:
    """A build in a process of its own that waits in the middle: one of its documents is a pipe that nobody fills."""

    def __init__(self, folder: Path, *options: str) -> None:
        pipe = folder / "waiting.txt"
        os.mkfifo(pipe)
        command = [sys.executable, "-m", "kg", "build", str(OTHER), str(pipe), "--output", str(folder / "graph")]
        self.process = subprocess.Popen([*command, *options], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        self.writer = os.open(pipe, os.O_WRONLY)  # returns when the build has opened it for reading

    def stop(self, number: int) -> tuple[int, list[str]]:
        """Send a signal; return the exit code and the lines of standard error."""
        try:
            self.process.send_signal(number)
            _, err = self.process.communicate(timeout=30)
            return self.process.returncode, err.splitlines()
        finally:
            os.close(self.writer)
            self.process.kill()
            self.process.wait()


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_the_last_whole_graph_stays(tmp_path: Path, number: int, code: int) -> None:
    before = kg.build([ONE], tmp_path / "graph").nquads
    files = sorted(path.name for path in (tmp_path / "graph").iterdir())
    waiting = Waiting(tmp_path)
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".graph.building-")]
    stopped, lines = waiting.stop(number)
    assert stopped == code
    assert [line for line in lines if not line.startswith("kg: ")] == []
    assert (tmp_path / "graph" / "graph.nq").read_bytes() == before
    assert sorted(path.name for path in (tmp_path / "graph").iterdir()) == files

    (tmp_path / "waiting.txt").unlink()
    after = kg.build([OTHER], tmp_path / "graph").nquads
    assert (tmp_path / "graph" / "graph.nq").read_bytes() == after
    assert [path.name for path in tmp_path.iterdir()] == ["graph"], "what the stopped build left is cleared away"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_without_a_graph_before_there_is_none_after(tmp_path: Path, number: int) -> None:
    Waiting(tmp_path).stop(number)
    assert [path.name for path in tmp_path.iterdir()] == ["waiting.txt"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_processes_of_a_stopped_build_end_with_it(tmp_path: Path, number: int) -> None:
    waiting = Waiting(tmp_path, "--jobs", "2")
    waiting.stop(number)  # reads standard error to its end, which comes when the last process that holds it has ended


def test_interrupted_in_the_last_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg import folder

    before = kg.build([ONE], tmp_path / "graph").nquads

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(folder, "_put", interrupt)
    with pytest.raises(KeyboardInterrupt):
        kg.build([OTHER], tmp_path / "graph")
    assert (tmp_path / "graph" / "graph.nq").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]
