"""Asks a built graph in SPARQL: the named queries under ``queries/``, a file, or a text.

The default graph of a built graph's store is the union of its named graphs.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg import export
from kg.errors import UsageError
from kg.formats import RDF, TABLES
from kg.resources import queries
from kg.table import table

_TABLES = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True)
class Query:
    """A query in SPARQL; ``title`` and ``purpose`` are its first comment lines, ``name`` is its file's."""

    name: str
    text: str
    title: str = ""
    purpose: str = ""


def named() -> tuple[Query, ...]:
    """Return the named queries, sorted by name."""
    return tuple(_read(path) for path in sorted(queries().glob("*.rq")))


def find(name: str) -> Query:
    """Return the query of that name, or the one in a file whose name ends in ``.rq`` or holds a slash.

    UsageError where there is no such query, with the name that is nearest.
    """
    if name.endswith(".rq") or "/" in name:
        return _read(Path(name))
    path = queries() / f"{name}.rq"
    if path.is_file():
        return _read(path)
    near = difflib.get_close_matches(name, [query.name for query in named()], n=1)
    advice = f"did you mean {near[0]}?" if near else "kg query --list names them"
    raise UsageError(name, "is no named query", advice=advice)


def ask(store: ox.Store, query: Query) -> Answer:
    """Return the answer of a store; UsageError with line and column where the query is not SPARQL."""
    try:
        return store.query(query.text)
    except SyntaxError as error:
        place, reason = _fault(str(error.msg))
        raise UsageError(query.name, reason, place, "mend the query") from None


def write(answer: Answer, form: str | None, output: BinaryIO, columns: int | None = None) -> None:
    """Write an answer in a format, by default as a table or as Turtle; a table at most ``columns`` wide.

    UsageError where the format is not for this kind of answer.
    """
    if isinstance(answer, ox.QueryTriples):
        _write_graph(answer, form or "ttl", output)
    elif form in (None, "table"):
        output.write((_table(answer, columns) + "\n").encode())
    elif form in _TABLES:
        answer.serialize(output, _TABLES[form])
    else:
        allowed = ", ".join(TABLES)
        raise UsageError(str(form), "is no format for the answer to SELECT or ASK", advice=f"use one of {allowed}")


def _write_graph(answer: ox.QueryTriples, form: str, output: BinaryIO) -> None:
    if form not in RDF:
        allowed = ", ".join(RDF)
        raise UsageError(form, "is no format for the answer to CONSTRUCT or DESCRIBE", advice=f"use one of {allowed}")
    export.write((ox.Quad(*triple) for triple in answer), form, output)


def _table(answer: ox.QuerySolutions | ox.QueryBoolean, columns: int | None) -> str:
    if isinstance(answer, ox.QueryBoolean):
        return "yes" if answer else "no"
    header = [variable.value for variable in answer.variables]
    return table(header, [[_shown(term) for term in solution] for solution in answer], columns)


def _shown(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.Triple) else term.value


def _read(path: Path) -> Query:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(str(path), f"cannot be read ({getattr(error, 'strerror', None) or error})") from None
    comments = list(_comments(text))
    return Query(path.stem, text, *comments[:2])


def _comments(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        yield line.lstrip("# ").rstrip()


def _fault(message: str) -> tuple[str, str]:
    """Return how far a query could be read: the parser's own words are a list of all that might have come next."""
    found = re.match(r"error at (\d+):(\d+): ", message)
    if not found:
        return "", f"is no SPARQL ({' '.join(message.split())})"
    return f"line {found[1]}, column {found[2]}", "is no SPARQL up to here"
