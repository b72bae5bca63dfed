"""The output folder of a build: known by its manifest, and replaced as a whole or not at all."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OutputError

MANIFEST = "manifest.json"
GRAPH = "graph.nq"
STORE = "store"
KIND = "un-kg graph"
"""What the manifest of a build of ``kg build`` calls its folder; other kinds of output have other names."""

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_HERE = -100  # AT_FDCWD: a relative path is relative to the working folder


def manifest(folder: Path, kind: str = KIND) -> Mapping[str, Any]:
    """Return the manifest of a finished build; OutputError where the folder holds none, or another kind of build."""
    _recover(folder)
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        reason = "holds no graph" if folder.is_dir() else "there is no such folder"
        raise OutputError(str(folder), reason, advice="build one with kg build") from None
    except (OSError, ValueError) as error:
        raise OutputError(str(folder), f"its {MANIFEST} cannot be read ({error})", advice="build it again") from None
    if not isinstance(found, dict) or found.get("kind") != kind:
        named = found.get("kind") if isinstance(found, dict) else None
        raise OutputError(str(folder), f"holds another kind of build ({named})", advice="name another folder")
    return found


@dataclass(frozen=True, slots=True)
class Staging:
    """A new folder beside the one that it is to replace."""

    path: Path
    target: Path

    def put(self) -> None:
        """Put the new folder in the place of the old one; OutputError where that cannot be."""
        try:
            _put(self.path, self.target)
        except OSError as error:
            raise unwritable(self.target, error) from None


@contextlib.contextmanager
def staging(target: Path, kind: str = KIND) -> Iterator[Staging]:
    """Yield a new folder to fill; its ``put`` lets it take the place of ``target``.

    Without that ``target`` stays as it was, also where the process is killed; what a killed process left beside it is
    cleared away by the next build. OutputError where the folder cannot be written, or holds something that is no
    build of this ``kind``.
    """
    target = target.resolve()
    try:
        _check(target, kind)
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_abandoned(target)
        path = target.parent / f"{_prefix(target)}{secrets.token_hex(4)}"
        path.mkdir()
    except OSError as error:
        raise unwritable(target, error) from None
    with _held(path):
        try:
            yield Staging(path, target)
        finally:
            shutil.rmtree(path, ignore_errors=True)


def unwritable(target: Path, error: OSError) -> OutputError:
    """Return the error that says why a folder cannot be written."""
    return OutputError(str(target), f"cannot be written ({error.strerror or error})", advice="name another folder")


def _prefix(target: Path) -> str:
    return f".{target.name}.building-"


def _previous(target: Path) -> Path:
    return target.parent / f".{target.name}.previous"


def _check(target: Path, kind: str) -> None:
    """Refuse a folder that is not ours to replace, before any work is done."""
    _recover(target)
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError(str(target), "is a file", advice="name a folder")
    if os.path.ismount(target):
        raise OutputError(str(target), "is a mount point, which cannot be replaced", advice="name a folder inside it")
    if not os.access(target, os.W_OK):
        raise OutputError(str(target), "is not writable", advice="name another folder")
    if not any(target.iterdir()):
        return
    if not (target / MANIFEST).is_file():
        raise OutputError(str(target), "is not empty and holds no graph of kg build", advice="name another folder")
    manifest(target, kind)


def _put(staging: Path, target: Path) -> None:
    """Put the new folder in the place of the old one, in one step where the system can."""
    if not target.exists():
        staging.rename(target)
    elif not _exchange(staging, target):
        previous = _previous(target)
        target.rename(previous)
        staging.rename(target)
        shutil.rmtree(previous, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system cannot."""
    if sys.platform not in ("linux", "darwin"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        return hasattr(libc, "renamex_np") and libc.renamex_np(*names, _EXCHANGE) == 0
    return hasattr(libc, "renameat2") and libc.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0


def _recover(target: Path) -> None:
    """Bring back the folder of a process that was killed between the two renames of a system without exchange."""
    target = target.resolve()
    if not target.exists() and _previous(target).is_dir():
        with contextlib.suppress(OSError):
            _previous(target).rename(target)


def _clear_abandoned(target: Path) -> None:
    """Remove what killed processes left: folders that no living process holds."""
    for folder in target.parent.glob(f"{_prefix(target)}*"):
        with _held(folder) as alone:
            if alone:
                shutil.rmtree(folder, ignore_errors=True)
    if target.exists():
        shutil.rmtree(_previous(target), ignore_errors=True)


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[bool]:
    """Hold a folder as in use by this process, which ends with the process; yield False where another holds it."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system: leave what others may be using
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)
