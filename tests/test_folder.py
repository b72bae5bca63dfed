"""The output folder is replaced as a whole or not at all."""

import json
import os
from pathlib import Path

import pytest

from kg import folder
from kg.errors import OutputError
from kg.folder import staging


def build(target: Path, content: str, kind: str = folder.KIND) -> None:
    with staging(target, kind) as staged:
        (staged.path / "graph.nq").write_text(content)
        (staged.path / "manifest.json").write_text(json.dumps({"kind": kind}))
        staged.put()


def content(target: Path) -> str:
    return (target / "graph.nq").read_text()


def names(parent: Path) -> list[str]:
    return sorted(path.name for path in parent.iterdir())


def test_a_new_folder_appears_with_its_parents(tmp_path: Path) -> None:
    build(tmp_path / "deep" / "graph", "one")
    assert content(tmp_path / "deep" / "graph") == "one"
    assert names(tmp_path / "deep") == ["graph"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    build(tmp_path / "graph", "one")
    assert content(tmp_path / "graph") == "one"


def test_a_build_replaces_a_build_and_nothing_of_the_old_stays(tmp_path: Path) -> None:
    build(tmp_path / "graph", "one")
    (tmp_path / "graph" / "graph.trig").write_text("old")
    build(tmp_path / "graph", "two")
    assert content(tmp_path / "graph") == "two"
    assert names(tmp_path / "graph") == ["graph.nq", "manifest.json"]
    assert names(tmp_path) == ["graph"]


def test_without_put_the_old_stays(tmp_path: Path) -> None:
    build(tmp_path / "graph", "one")
    with staging(tmp_path / "graph") as staged:
        (staged.path / "graph.nq").write_text("two")
    assert content(tmp_path / "graph") == "one"
    assert names(tmp_path) == ["graph"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ValueError])
def test_whatever_ends_a_build_the_old_stays(tmp_path: Path, error: type[BaseException]) -> None:
    build(tmp_path / "graph", "one")
    with pytest.raises(error), staging(tmp_path / "graph") as staged:
        (staged.path / "graph.nq").write_text("half")
        raise error
    assert content(tmp_path / "graph") == "one"
    assert names(tmp_path) == ["graph"]


def test_systems_without_exchange_rename_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_exchange", lambda one, other: False)
    build(tmp_path / "graph", "one")
    build(tmp_path / "graph", "two")
    assert content(tmp_path / "graph") == "two"
    assert names(tmp_path) == ["graph"]


def test_killed_between_two_renames_the_old_comes_back(tmp_path: Path) -> None:
    build(tmp_path / "graph", "one")
    (tmp_path / "graph").rename(tmp_path / ".graph.previous")
    assert folder.manifest(tmp_path / "graph")["kind"] == folder.KIND
    assert content(tmp_path / "graph") == "one"


def test_what_a_killed_build_left_is_cleared_but_not_what_another_is_at(tmp_path: Path) -> None:
    (tmp_path / ".graph.building-dead").mkdir()
    with staging(tmp_path / "graph") as busy:
        build(tmp_path / "graph", "one")
        assert names(tmp_path) == [busy.path.name, "graph"]
    assert names(tmp_path) == ["graph"]


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    build(tmp_path / "real", "one")
    (tmp_path / "graph").symlink_to("real")
    build(tmp_path / "graph", "two")
    assert (tmp_path / "graph").is_symlink()
    assert content(tmp_path / "real") == "two"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("mine")
    with pytest.raises(OutputError, match="graph: is a file; name a folder"):
        build(tmp_path / "graph", "one")


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="is not empty and holds no graph of kg build; name another folder"):
        build(tmp_path, "one")
    assert names(tmp_path) == ["notes.txt"]


def test_another_kind_of_build_is_left_alone(tmp_path: Path) -> None:
    build(tmp_path / "network", "one", kind="un-kg network")
    with pytest.raises(OutputError, match=r"another kind of build \(un-kg network\); name another folder"):
        build(tmp_path / "network", "two")
    assert content(tmp_path / "network") == "one"


@pytest.mark.parametrize("text", ["[]", "no JSON", "\udcff"])
def test_a_broken_manifest_is_no_licence(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(OutputError):
        build(tmp_path, "one")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    build(tmp_path / "graph", "one")
    (tmp_path / "graph").chmod(0o500)
    with pytest.raises(OutputError, match="is not writable; name another folder"):
        build(tmp_path / "graph", "two")


def test_a_parent_that_may_not_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OutputError, match=r"cannot be written \(Permission denied\); name another folder"):
        build(tmp_path / "graph", "one")


def test_a_parent_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        build(tmp_path / "file" / "graph", "one")


def test_a_mount_point_cannot_be_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "graph").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: True)
    with pytest.raises(OutputError, match=r"is a mount point.*; name a folder inside it"):
        build(tmp_path / "graph", "one")
