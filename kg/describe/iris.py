"""The IRIs of the graph: each follows from what it names, on any machine and in any order."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

BASE = "https://w3id.org/un-kg/"
DOCUMENTS = "https://undocs.org/"
SAFE = "/()!$&'*+,;=:@-._~"  # what a path may hold unencoded (RFC 3986, pchar and the slash)
SYMBOL = re.compile(r"[A-Z][A-Za-z.]*(?:/[A-Za-z0-9.()\- ]+)+")


@lru_cache(maxsize=65536)
def node(iri: str) -> NamedNode:
    """Return the node of an IRI."""
    return NamedNode(iri)


@lru_cache(maxsize=65536)
def encoded(text: str) -> str:
    """Percent-encode what a path cannot hold; Han and other letters too, so that every tool agrees on the bytes."""
    return quote(text, safe=SAFE)


def is_symbol(text: str) -> bool:
    """Tell whether a text is a document symbol, and no file's name."""
    return SYMBOL.fullmatch(text) is not None


def work_iri(symbol: str, base: str = BASE) -> str:
    """Return the IRI of a work: the address that the UN serves, or one of ours for a document without a symbol.

    >>> work_iri("A/CONF.157/24 (Part I)")
    'https://undocs.org/A/CONF.157/24%20(Part%20I)'
    """
    return DOCUMENTS + encoded(symbol) if is_symbol(symbol) else f"{base}document/{encoded(symbol)}"


def version_iri(symbol: str, language: str, base: str = BASE) -> str:
    """Return the IRI of a language version."""
    if is_symbol(symbol):
        return f"{DOCUMENTS}{language}/{encoded(symbol)}"
    return f"{base}{language}/document/{encoded(symbol)}"


def entity_iri(path: str, base: str = BASE) -> str:
    """Return the IRI of a path below the base, as ``treaty/unts-1465-24841#art-21``; whole IRIs stay."""
    if path.startswith(("http://", "https://", "urn:")):
        return path
    head, mark, fragment = path.partition("#")
    return base + encoded(head) + (mark + encoded(fragment) if mark else "")
