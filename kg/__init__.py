"""United Nations resolutions as a knowledge graph: documents in, traceable RDF out.

    document = kg.read("A_RES_99_501.pdf")        # a kg.model.Document: parts with clean text and where it stands
    understanding = kg.extract(document)          # a kg.model.Understanding: what the mentions refer to
    result = kg.build(["documents/"], "graph/")   # a kg.result.Build: what was built and what was refused

The three functions bear the names of the modules that hold the stages. ``kg.read`` is always the function;
``from kg.read.pdf import read_pdf`` reaches into the stage.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Document, Understanding
    from kg.result import Build

__all__ = ["build", "extract", "read"]
__version__ = "0.1.0"

BASE = "https://w3id.org/un-kg/"
"""The default base of the IRIs of entities."""


def read(path: str | PathLike[str], *, reader: str = "pdfium") -> Document:
    """Read a PDF or text file into its parts; ``reader`` is ``pdfium`` or, as the reference, ``pdfplumber``.

    DocumentError where the file cannot be read as a document in a known language.
    """
    from pathlib import Path

    from kg.read.read import read as read_document

    return read_document(Path(path), reader=reader)


def extract(document: Document, *, authority: Iterable[str | PathLike[str]] = ()) -> Understanding:
    """Find what a document says and what each mention refers to.

    ``authority`` names further authority files. DataError where one of them, or the rules of the language, is broken.
    """
    from pathlib import Path

    from kg.build import understand

    return understand(document, tuple(map(Path, authority)))


def build(
    paths: Iterable[str | PathLike[str]],
    output: str | PathLike[str] | None = None,
    *,
    reader: str = "pdfium",
    base: str = BASE,
    authority: Iterable[str | PathLike[str]] = (),
    formats: Sequence[str] = (),
    jobs: int = 1,
) -> Build:
    """Build the graph of documents and folders of documents, and write it to a folder where one is given.

    ``formats`` are further formats to write beside N-Quads (``kg.formats.RDF``); ``jobs`` is the number of processes.
    Documents that cannot be built are named in the result's ``refused``. DataError and OutputError as for the command.
    """
    from pathlib import Path

    from kg.build import Settings
    from kg.build import build as build_graph

    settings = Settings(reader, base, tuple(map(Path, authority)), tuple(formats), jobs)
    return build_graph(tuple(map(Path, paths)), Path(output) if output is not None else None, settings)


class _Library(ModuleType):
    """Keeps a function of this module when the stage of the same name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Library
