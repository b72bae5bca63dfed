"""The graph of a finished build: its canonical N-Quads, and the store that answers queries."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OutputError
from kg.folder import GRAPH, STORE, manifest


def canonical(quads: Iterable[ox.Quad]) -> bytes:
    """Return canonical N-Quads: one line a quad, none twice, sorted by code point.

    The graph has no blank nodes, so equal graphs give equal bytes.
    """
    return merged([ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""])


def merged(pieces: Iterable[bytes]) -> bytes:
    """Return pieces of canonical N-Quads as one."""
    lines: list[bytes] = []
    for piece in pieces:
        lines += piece.splitlines(keepends=True)
    lines.sort()  # which only merges, where the pieces are sorted
    return b"".join(line for line, _ in itertools.groupby(lines))


def union(nquads: bytes) -> bytes:
    """Return the triples of all named graphs, each once, as N-Triples in no order.

    Stores keep them as their default graph: asked for the union of named graphs, pyoxigraph would give a statement
    that several versions make as often as they make it, and a join of such statements many times that.
    """
    return b"".join({line.rpartition(b" <")[0] + b" .\n" for line in nquads.splitlines()})


def in_memory(nquads: bytes) -> ox.Store:
    """Return a store in memory of canonical N-Quads of our own making, with their union as its default graph."""
    store = ox.Store()
    store.bulk_load(nquads + union(nquads), ox.RdfFormat.N_QUADS, lenient=True)
    return store


def named_graphs(nquads: bytes) -> ox.Store:
    """Return a store in memory of canonical N-Quads of our own making, its default graph empty."""
    store = ox.Store()
    store.bulk_load(nquads, ox.RdfFormat.N_QUADS, lenient=True)
    return store


def save(nquads: bytes, path: Path) -> None:
    """Write a store as ``in_memory`` makes it to disk, and close it."""
    store = ox.Store(str(path))
    store.bulk_load(nquads, ox.RdfFormat.N_QUADS, lenient=True)
    store.bulk_load(union(nquads), ox.RdfFormat.N_TRIPLES, lenient=True)  # quicker than both at once
    store.flush()


def open_store(folder: Path) -> ox.Store:
    """Open the store of a built graph for reading; OutputError where the folder holds no graph that can be read."""
    manifest(folder)
    try:
        return ox.Store.read_only(str(folder / STORE))
    except OSError as error:
        raise OutputError(str(folder), f"its store cannot be read ({error})", advice="build it again") from None


def read_nquads(folder: Path) -> bytes:
    """Return the canonical N-Quads of a built graph; OutputError as for ``open_store``."""
    manifest(folder)
    try:
        return (folder / GRAPH).read_bytes()
    except OSError as error:
        raise OutputError(str(folder), f"its {GRAPH} cannot be read ({error})", advice="build it again") from None


def read_quads(folder: Path) -> list[ox.Quad]:
    """Return the quads of a built graph in their canonical order; OutputError as for ``open_store``."""
    try:
        return list(ox.parse(read_nquads(folder), ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise OutputError(str(folder), f"its {GRAPH} is damaged ({error})", advice="build it again") from None
