"""Every rule by which something gets its IRI; nothing else in the project makes one up.

An IRI follows from what it names and from nothing else: no counter of the run, no clock, no order of files. IRIs are
ASCII: whatever is not allowed in one, and every other script, is percent-encoded, so that each tool reads the same.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from urllib.parse import quote

DEFAULT_BASE = "https://w3id.org/un-kg/"
UNDOCS = "https://undocs.org/"
LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"

_SUB_DELIMS = "!$&'()*+,;=:@"  # what a path may hold beside letters, digits and "-._~"
_UNFIT = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/?#%]")
_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def is_symbol(text: str) -> bool:
    """Tell a document's symbol from a file's name and from a path below the base.

    A symbol has a slash, which no file name has, and begins with a capital, which no folder of ours does.

    >>> is_symbol("A/RES/67/161"), is_symbol("A_RES_67_161"), is_symbol("body/committee-against-torture")
    (True, False, False)
    """
    return "/" in text and "A" <= text[0] <= "Z"


def work_iri(symbol: str, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of the work with that symbol, or of the document of that file name.

    >>> work_iri("A/RES/3218(XXIX)"), work_iri("A/RES/40/152 O")
    ('https://undocs.org/A/RES/3218(XXIX)', 'https://undocs.org/A/RES/40/152%20O')
    >>> work_iri("note on water")
    'https://w3id.org/un-kg/document/note%20on%20water'
    """
    return UNDOCS + quote_path(symbol) if is_symbol(symbol) else f"{base}document/{quote_path(symbol)}"


def version_iri(symbol: str, language: str, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of a language version, which is also the name of its graph.

    >>> version_iri("S/RES/1021(1995)", "es")
    'https://undocs.org/es/S/RES/1021(1995)'
    """
    if is_symbol(symbol):
        return f"{UNDOCS}{language}/{quote_path(symbol)}"
    return f"{base}{language}/document/{quote_path(symbol)}"


def part_iri(owner: str, name: str) -> str:
    """Return the IRI of a part of a work (by locator) or of a version (by the part's name)."""
    return f"{owner}#{quote_path(name)}"


def mention_iri(version: str, part: str, kind: str, start: int, end: int) -> str:
    """Return the IRI of the mention of a kind at these characters of a part of a version."""
    return f"{version}#{quote_path(part)}.{kind}.{start}-{end}"


def file_iri(digest: str, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of a file by the SHA-256 of its bytes."""
    return f"{base}file/sha256-{digest}"


def graph_iri(name: str, base: str = DEFAULT_BASE) -> str:
    """Return the name of the graph ``authority``, ``ontology`` or ``build``."""
    return f"{base}graph/{name}"


@functools.lru_cache(maxsize=65536)
def entity_iri(path: str, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of a path: whatever IRIs do not allow is percent-encoded, and what is encoded stays.

    A path is one below the base (its first element a folder in lower case), a symbol (with a fragment for one of its
    paragraphs), or a whole IRI.

    >>> entity_iri("body/committee-against-torture")
    'https://w3id.org/un-kg/body/committee-against-torture'
    >>> entity_iri("body/水")
    'https://w3id.org/un-kg/body/%E6%B0%B4'
    >>> entity_iri("S/RES/661(1990)#para-6")
    'https://undocs.org/S/RES/661(1990)#para-6'
    """
    whole = path if _WHOLE.match(path) else (UNDOCS if is_symbol(path) else base) + path
    head, mark, fragment = _UNFIT.sub(_percent, whole).partition("#")
    return head + mark + fragment.replace("#", "%23")


@functools.lru_cache(maxsize=65536)
def quote_path(text: str) -> str:
    """Percent-encode what a path or fragment may not hold; different texts stay different."""
    return quote(text, safe=_SUB_DELIMS + "/")


@functools.lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """Return the last segment of the IRI of a named thing: its letters and digits, hyphens between, lower case.

    Names that differ in nothing but case, width, spaces or punctuation get one slug; any other letter makes another.

    >>> slug("Committee against Torture"), slug("call upon"), slug("水 委员会")
    ('committee-against-torture', 'call-upon', '%E6%B0%B4-%E5%A7%94%E5%91%98%E4%BC%9A')
    """
    return quote(fold_name(name), safe="")


def fold_name(name: str) -> str:
    """Return a name's letters, marks and digits in lower case and common width, with one hyphen for all else."""
    # Folding case can undo the normal form and the other way round: twice is enough, as in Unicode's NFKC_Casefold.
    for _ in range(2):
        name = unicodedata.normalize("NFKC", name).casefold()
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in unicodedata.normalize("NFKC", name))
    return "-".join(kept.split())


def name_path(folder: str, name: str) -> str:
    """Return the path of something known by its name: ``name_path("body", "Third Committee")``."""
    return f"{folder}/{slug(name)}"


def act_path(verb: str) -> str:
    """Return the path of an act by its English verb: ``act/call-upon``."""
    return name_path("act", verb)


def session_path(session: str) -> str:
    """Return the path of a session: ``session/A-68`` of ``A/68``."""
    return "session/" + quote(session.replace("/", "-"), safe=_SUB_DELIMS)


def date_path(edtf: str) -> str:
    """Return the path of a date or interval in EDTF: ``date/1994-01-01_1994-12-31``."""
    return "date/" + quote(edtf.replace("/", "_"), safe=_SUB_DELIMS)


def registration_path(volume: str, numbers: str) -> str:
    """Return the path of a registration in the Treaty Series: ``registration/unts-1465-24841``."""
    return f"registration/unts-{slug(volume)}-{slug(numbers)}"


def provision_path(instrument: str, designation: str) -> str:
    """Return the path of a provision below that of its instrument or document: ``treaty/unts-1465-24841#art-21``."""
    return f"{instrument}#{slug(designation)}"


def last_segment(path: str) -> str:
    """Return what a path says within its folder, as one segment of another IRI.

    >>> last_segment("body/secretary-general"), last_segment("https://undocs.org/A/RES/48/141")
    ('secretary-general', 'A-RES-48-141')
    """
    tail = path.removeprefix(UNDOCS) if path.startswith(UNDOCS) else path.partition("/")[2] or path
    return _UNFIT.sub(_percent, re.sub(r"[/#?:]+", "-", tail))


def _percent(match: re.Match[str]) -> str:
    return quote(match[0], safe="")
