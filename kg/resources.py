"""Where the data files are: ``ontology/`` and ``queries/``, in a checkout as in an installed package."""

from __future__ import annotations

from pathlib import Path

from kg.errors import DataError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder ``ontology`` or ``queries``: beside the package in a checkout, under ``kg/data`` in a wheel.

    DataError where neither is there, which only a broken installation shows.
    """
    for found in (_PACKAGE / "data" / name, _PACKAGE.parent / name):
        if found.is_dir():
            return found
    raise DataError(name, "the data files of un-kg are missing", advice="install un-kg again")


def ontology() -> Path:
    """Return the folder of the ontology, the shapes, the JSON-LD context and the authority data."""
    return folder("ontology")


def queries() -> Path:
    """Return the folder of the named queries."""
    return folder("queries")


def authority() -> Path:
    """Return the folder of the shipped authority data."""
    return ontology() / "authority"
