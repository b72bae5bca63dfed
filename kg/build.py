"""Builds the graph: documents in, one validated graph out, written as a whole or not at all.

Each stage is a function from one value to the next; this module only passes them on, keeps count, and decides which
documents stay out.
"""

from __future__ import annotations

import functools
import json
import re
import shutil
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg import BASE, __version__, export, folder, sources, store, workers
from kg.authority import Authority, load
from kg.dataset import build_graph, data_graphs
from kg.describe import describe
from kg.errors import DataError, DocumentError, UsageError, UserError
from kg.extract import extract
from kg.formats import ending
from kg.language import rules_of
from kg.model import Document, PartKind, Problem, Understanding
from kg.read.read import read
from kg.resolve import resolve
from kg.resources import authority as shipped_authority
from kg.result import Build, BuiltDocument
from kg.validate import Report, Result, Severity, validate
from kg.versions import Version, versions_of

_ADVICE = "report it with the file"
_NO_PARAGRAPHS = (PartKind.FRONT, PartKind.TITLE, PartKind.CLOSING, PartKind.HEADING)
_TOGETHER = 8  # graphs in one store to validate: fewer cost more loading of authority data, more cost longer look-ups
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`]+[/#]")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build. ``authority`` are further authority files, ``formats`` further formats to write."""

    reader: str = "pdfium"
    base: str = BASE
    authority: tuple[Path, ...] = ()
    formats: tuple[str, ...] = ()
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class _Graph:
    """The graph of one version, with what validation found in it."""

    version: Version
    nquads: bytes
    results: tuple[Result, ...]

    def violations(self) -> list[Result]:
        return [result for result in self.results if result.severity is Severity.VIOLATION]

    def warnings(self) -> tuple[Problem, ...]:
        """Return what the shapes would have a person look at, each once."""
        found = (result for result in self.results if result.severity is Severity.WARNING)
        return tuple(dict.fromkeys(Problem("shape", result.message, result.locator) for result in found))


@dataclass(frozen=True, slots=True)
class _Draft:
    """The authority data and the ontology as N-Quads, the graphs of documents, and what was refused so far."""

    data: bytes
    graphs: tuple[_Graph, ...]
    refused: tuple[UserError, ...]


def build(paths: Sequence[Path], output: Path | None, settings: Settings = Settings()) -> Build:
    """Build the graph of files and folders and write it to ``output`` where that is given.

    A document that cannot be read, or whose graph breaks the shapes, is refused and the others are built; where all
    are refused, nothing is written. OutputError where the output cannot be written, DataError where authority data,
    rules or shapes are broken, UsageError where the base is no IRI.
    """
    if not _BASE.fullmatch(settings.base):
        raise UsageError("--base", f"{settings.base} is no IRI to build on", advice="end it with / or #")
    if output is None:
        return _checked(_read_all(paths, settings), settings.base)
    with folder.staging(output) as staging:
        draft = _read_all(paths, settings)
        try:
            result = _checked_and_saved(draft, settings.base, staging.path / folder.STORE)
            if not result.documents:
                return result
            _write(result, staging.path, settings)
        except OSError as error:
            raise folder.unwritable(output, error) from None
        staging.put()
    return replace(result, output=output)


def understand(document: Document, authority: tuple[Path, ...] = ()) -> Understanding:
    """Extract and resolve; DocumentError where the document's language has no rules, DataError where data is broken."""
    rules = rules_of(document.language)
    if rules is None:
        raise DocumentError(document.source.name, f"its language ({document.language}) has no rules yet")
    known = known_entities(authority)
    return resolve(document, extract(document, rules, known), rules, known)


@functools.cache
def known_entities(files: tuple[Path, ...] = ()) -> Authority:
    """Return the shipped authority data with further files; read once."""
    return load((shipped_authority(), *files))


def _read_all(paths: Sequence[Path], settings: Settings) -> _Draft:
    """Take all files from their bytes to their graphs."""
    data = data_graphs(settings.base, settings.authority)  # broken data are found before any work is done
    files, missing = sources.find(paths)
    refused: list[UserError] = list(missing)
    understood: list[Understanding] = []
    outcomes = workers.run(functools.partial(_understand_file, settings), files, settings.jobs)
    for file, outcome in zip(files, outcomes, strict=True):
        if isinstance(outcome, Understanding):
            understood.append(outcome)
        elif isinstance(outcome, UserError):
            refused.append(outcome)
        else:
            refused.append(DocumentError(file.name, "made the reader crash", advice=_ADVICE))
    versions = versions_of(understood, settings.base)
    return _Draft(data, tuple(_described(version, settings.base) for version in versions), tuple(refused))


def _checked(draft: _Draft, base: str) -> Build:
    """Validate each graph, and leave out those that break the shapes."""
    reports = check([(graph.version.graph, graph.nquads) for graph in draft.graphs], draft.data, base)
    graphs = [replace(graph, results=report.results) for graph, report in zip(draft.graphs, reports, strict=True)]
    kept = tuple(graph for graph in graphs if not graph.violations())
    refused = (*draft.refused, *(_refusal(graph) for graph in graphs if graph.violations()))
    return Build(tuple(map(_built, kept)), refused, _assembled(kept, draft.data, base))


def _checked_and_saved(draft: _Draft, base: str, path: Path) -> Build:
    """Validate and, at the same time, write the store, which is another library's work on another processor."""
    if not draft.graphs:
        return Build((), draft.refused, b"")
    nquads = _assembled(draft.graphs, draft.data, base)
    with ThreadPoolExecutor(1) as thread:
        saving = thread.submit(store.save, nquads, path)
        result = _checked(draft, base)
        saving.result()
    if result.nquads != nquads:  # something was refused
        shutil.rmtree(path)
        store.save(result.nquads, path)
    return result


def _understand_file(settings: Settings, file: Path) -> Understanding | UserError:
    """Take one file from its bytes to what is understood of it, or return why that cannot be."""
    try:
        return understand(read(file, reader=settings.reader), settings.authority)
    except DataError:
        raise
    except UserError as error:
        return error
    except Exception as error:  # a fault of ours in one document must not cost the others
        return DocumentError(file.name, f"was not understood ({type(error).__name__}: {error})", advice=_ADVICE)


def _described(version: Version, base: str) -> _Graph:
    return _Graph(version, store.canonical(describe(version.understanding, base, version.others)), ())


def check(graphs: Sequence[tuple[str, bytes]], data: bytes, base: str = BASE) -> list[Report]:
    """Return what the shapes say of each graph, given by name and N-Quads, beside authority data and ontology."""
    known = [ox.NamedNode(f"{base}graph/{name}") for name in ("authority", "ontology")]
    reports: list[Report] = []
    for start in range(0, len(graphs), _TOGETHER):
        together = graphs[start : start + _TOGETHER]
        quads = store.named_graphs(data + b"".join(nquads for _, nquads in together))
        reports += [validate(quads, graphs=known, focus=[ox.NamedNode(name)]) for name, _ in together]
    return reports


def _refusal(graph: _Graph) -> DocumentError:
    first, *more = graph.violations()
    others = f" (and {len(more)} more)" if more else ""
    return DocumentError(
        graph.version.files[0], f"its graph breaks the shapes: {first.message}{others}", first.locator, _ADVICE
    )


def _assembled(graphs: Sequence[_Graph], data: bytes, base: str) -> bytes:
    """Return the whole graph: documents, data, and the description of the build."""
    sizes = [(graph.version.graph, graph.nquads) for graph in graphs]
    about = build_graph(base, sizes, [(graph.version.graph, _problems(graph)) for graph in graphs])
    return store.merged([data, about, *(graph.nquads for graph in graphs)])


def _built(graph: _Graph) -> BuiltDocument:
    understanding = graph.version.understanding
    document, references = understanding.document, understanding.references
    return BuiltDocument(
        symbol=understanding.symbol,
        language=document.language,
        graph=graph.version.graph,
        files=graph.version.files,
        pages=document.source.pages,
        paragraphs=sum(part.kind not in _NO_PARAGRAPHS for part in document.parts),
        mentions=tuple(sorted(Counter(str(reference.mention.kind) for reference in references).items())),
        unresolved=sum(reference.entity is None for reference in references),
        problems=_problems(graph),
        warnings=graph.warnings(),
    )


def _problems(graph: _Graph) -> tuple[Problem, ...]:
    """Return what a person should look at; what is unresolved is in the graph of the document."""
    understanding = graph.version.understanding
    problems = [problem for problem in understanding.problems if problem.code != "unresolved"]
    if not any(part.kind is PartKind.OPERATIVE for part in understanding.document.parts):
        problems.append(Problem("no-resolution", "no operative paragraphs, so this is no resolution"))
    return (*problems, *graph.version.rivals())


def _write(result: Build, path: Path, settings: Settings) -> None:
    """Write what a finished build holds beside its store; the manifest last."""
    (path / folder.GRAPH).write_bytes(result.nquads)
    for form in sorted(set(settings.formats) - {"nq"}):
        quads = ox.parse(result.nquads, ox.RdfFormat.N_QUADS)
        with (path / f"graph.{ending(form)}").open("wb") as output:
            export.write(quads, form, output)
    manifest = {
        "kind": folder.KIND,
        "version": 1,
        "software": f"un-kg {__version__}",
        "base": settings.base,
        "formats": sorted({"nq", *settings.formats}),
        "documents": [{"symbol": d.symbol, "language": d.language, "files": d.files} for d in result.documents],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (path / folder.MANIFEST).write_text(text, encoding="utf-8")
