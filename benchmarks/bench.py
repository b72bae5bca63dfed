"""Measures pages a second: of the whole build, of reading alone by each reader, and of each stage alone.

    python benchmarks/bench.py [FOLDER or PDF …] [--pages 200] [--rounds 5]

All figures of one table come from one run over the same files, the measurements taken in turn, round after round, so
that a machine that slows down slows all of them. Files are repeated under other symbols until there are about
``--pages`` pages, so that what a build costs once does not hide what a page costs; a second table is without repeating.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import itertools
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pdfplumber

from kg import store
from kg.build import build, check, known_entities
from kg.dataset import data_graphs
from kg.describe import describe
from kg.describe.iris import version_iri
from kg.extract import extract
from kg.language import rules_of
from kg.model import Document, Mention, Understanding
from kg.quiet import silence_libraries
from kg.read.pdf import read_pages
from kg.read.read import read
from kg.resolve import resolve
from kg.result import Build

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Work:
    """What a table is measured on: files, and what each stage needs from the stages before it."""

    files: tuple[Path, ...]
    pages: int
    documents: tuple[Document, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    understood: tuple[Understanding, ...]
    graphs: tuple[bytes, ...]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=200, help="pages to reach by repeating (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of measuring (default: %(default)s)")
    options = parser.parse_args()
    silence_libraries()
    print(machine(), f"Command: python benchmarks/bench.py {' '.join(sys.argv[1:])}".rstrip(), sep="\n")
    with tempfile.TemporaryDirectory() as folder:
        files = readable(options.paths or default_files())
        for title, least in ((f"repeated to {options.pages} pages", options.pages), ("each file once", 0)):
            place = Path(folder) / str(least)
            work = prepare(repeated(files, least, place))
            measured = measure(steps(work, place), options.rounds)
            print(f"\n{len(work.files)} PDF files, {work.pages} pages, {title}; {options.rounds} rounds\n")
            print(table(measured, work.pages))
    return 0


def machine() -> str:
    """Name the processor, its cores and the Python."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    model = next(named, platform.processor() or platform.machine())
    return f"Machine: {model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def default_files() -> list[Path]:
    """Return the specimens, and the documents to test on where they are."""
    documents = Path(os.environ.get("UNKG_DOCUMENTS", ROOT.parent / "shared" / "documents"))
    return [ROOT / "tests" / "documents", *([documents] if documents.is_dir() else [])]


def readable(paths: Sequence[Path]) -> list[Path]:
    """Return the PDF files that can be built."""
    files = [file for path in paths for file in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]
    names = {file for document in build(files, None).documents for file in document.files}
    return [file for file in files if file.name in names]


def repeated(files: Sequence[Path], pages: int, folder: Path) -> list[Path]:
    """Copy files under other names until they have so many pages; at least once."""
    folder.mkdir()
    copies: list[Path] = []
    total = number = 0
    while not copies or total < pages:
        for file in files:
            copies.append(Path(shutil.copy(file, folder / f"{number:04}-{file.name}")))
            total += read(file).source.pages
            number += 1
    return copies


def prepare(files: Sequence[Path]) -> Work:
    """Run each stage once; copies get symbols of their own, so that their graphs are different ones."""
    documents = tuple(read(file) for file in files)
    mentions, understood, graphs = [], [], []
    for number, document in enumerate(documents):
        rules = rules_of(document.language)
        assert rules is not None
        found = extract(document, rules, known_entities())
        own = resolve(document, found, rules, known_entities())
        own = replace(own, symbol=f"{own.symbol}/Add.{number + 1}")
        mentions.append(found)
        understood.append(own)
        graphs.append(store.canonical(describe(own)))
    pages = sum(document.source.pages for document in documents)
    return Work(tuple(files), pages, documents, tuple(mentions), tuple(understood), tuple(graphs))


def steps(work: Work, folder: Path) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    data = data_graphs()
    rules = [rules_of(document.language) for document in work.documents]
    named = [(version_iri(u.symbol, u.document.language), g) for u, g in zip(work.understood, work.graphs, strict=True)]
    numbers = itertools.count()

    def whole() -> None:
        result = build_copies(work.files, folder / f"graph{next(numbers)}")
        assert len(result.documents) == len(work.files), result.refused

    def save() -> None:
        path = folder / f"store{next(numbers)}"
        path.mkdir()
        nquads = store.merged([data, *work.graphs])
        (path / "graph.nq").write_bytes(nquads)
        store.save(nquads, path / "store")

    triples = list(zip(work.documents, rules, work.mentions, strict=True))
    return {
        "whole build, PDF to validated store": whole,
        "pdfplumber, characters alone": lambda: [plumb(file) for file in work.files],
        "pdfplumber, text of pages": lambda: [plumb(file, text=True) for file in work.files],
        "PDFium, characters alone": lambda: [read_pages(file.read_bytes(), "pdfium") for file in work.files],
        "stage read": lambda: [read(file) for file in work.files],
        "stage extract": lambda: [extract(d, r, known_entities()) for d, r, _ in triples if r],
        "stage resolve": lambda: [resolve(d, m, r, known_entities()) for d, r, m in triples if r],
        "stage describe": lambda: [store.canonical(describe(each)) for each in work.understood],
        "stage validate": lambda: check(named, data),
        "stage store": save,
    }


def build_copies(files: Sequence[Path], output: Path) -> Build:
    """Build files of which some are copies: each gets a symbol of its own, as if it were another document."""
    module = importlib.import_module("kg.build")
    real, numbers = module.resolve, itertools.count(1)

    def renamed(*arguments: object) -> Understanding:
        found: Understanding = real(*arguments)
        return replace(found, symbol=f"{found.symbol}/Add.{next(numbers)}")

    module.resolve = renamed  # type: ignore[attr-defined]
    try:
        return build(files, output)
    finally:
        module.resolve = real  # type: ignore[attr-defined]


def plumb(file: Path, *, text: bool = False) -> int:
    """Read a PDF by pdfplumber and do nothing with it."""
    with pdfplumber.open(file) as pdf:
        return sum(len(page.extract_text() if text else page.chars) for page in pdf.pages)


def measure(todo: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Return the seconds that each step took, round by round; a first round warms up and does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in todo}
    for number in range(rounds + 1):
        for name, step in todo.items():
            gc.collect()
            start = time.perf_counter()
            step()
            if number:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def table(seconds: dict[str, list[float]], pages: int) -> str:
    """Return the figures as a Markdown table: the median, and the slowest and fastest round."""
    lines = ["| | pages/s | slowest to fastest | ms/page |", "| --- | ---: | ---: | ---: |"]
    for name, values in seconds.items():
        median = statistics.median(values)
        spread = f"{pages / max(values):.0f} to {pages / min(values):.0f}"
        lines.append(f"| {name} | {pages / median:.0f} | {spread} | {1000 * median / pages:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
