"""Finds the files that a build reads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.errors import DocumentError, UserError

ENDINGS = (".pdf", ".txt")
"""What files in a folder are documents; a file that is named itself may have any ending."""


def find(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[UserError, ...]]:
    """Return the files to read, each once and sorted, and an error for each path that leads to none."""
    files: dict[Path, Path] = {}
    errors: list[UserError] = []
    for path in paths:
        try:
            for file in _files(path):
                files.setdefault(file.resolve(), file)
        except OSError as error:
            errors.append(DocumentError(str(path), f"cannot be read ({error.strerror or error})"))
        except UserError as error:
            errors.append(error)
    return tuple(sorted(files.values(), key=lambda file: (file.name, str(file)))), tuple(errors)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        path.stat()  # a missing file is an OSError with its reason
        return [path]
    found = [
        file
        for file in path.rglob("*")
        if file.suffix.lower() in ENDINGS
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and not file.is_dir()
    ]
    if not found:
        raise DocumentError(
            str(path), "holds no documents", advice="name a folder with files in " + " or ".join(ENDINGS)
        )
    return found
