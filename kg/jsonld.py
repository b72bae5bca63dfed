"""JSON-LD with a context of our own: terms instead of IRIs, values typed by their term.

Only what a graph without blank nodes and lists needs: prefixes, terms with ``@type`` and ``@container: @language``,
and aliases of ``@id`` and ``@type``. What no term fits is written in full, so that any graph comes back as it was.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import DataError

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_ENDS = ("/", "#", ":", "?", "[", "]", "@")  # what a prefix written as a plain string must end with


@dataclass(frozen=True)
class Context:
    """A JSON-LD context, and its terms by IRI and by what they make of a value."""

    document: Mapping[str, Any]
    prefixes: Mapping[str, str]
    terms: Mapping[tuple[str, str], str]  # (IRI, coercion) -> term; "" for none, "@id", a datatype's IRI, "@language"
    id_key: str = "@id"
    type_key: str = "@type"

    def compact(self, iri: str) -> str:
        """Return an IRI as ``prefix:name`` where a prefix fits.

        >>> Context({}, {"oa": "http://www.w3.org/ns/oa#"}, {}).compact("http://www.w3.org/ns/oa#exact")
        'oa:exact'
        """
        fitting = [(len(start), name) for name, start in self.prefixes.items() if iri.startswith(start)]
        if not fitting:
            return iri
        length, name = max(fitting)
        rest = iri[length:]
        return f"{name}:{rest}" if rest and not rest.startswith("//") else iri

    def name(self, iri: str) -> str:
        """Return a class's or property's term where it has one without coercion, else its compact IRI."""
        return self.terms.get((iri, "")) or self.compact(iri)


def read_context(path: Path) -> Context:
    """Read a context file; DataError where it is no JSON-LD context."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))["@context"]
        return make_context(document)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(path.name, f"is no JSON-LD context ({error})", advice="mend the file") from None


def make_context(document: Mapping[str, Any]) -> Context:
    """Return a context's prefixes and terms ready for writing."""
    prefixes = {n: v for n, v in document.items() if isinstance(v, str) and not n.startswith("@") and v.endswith(_ENDS)}
    terms: dict[tuple[str, str], str] = {}
    aliases = {v: n for n, v in document.items() if v in ("@id", "@type")}
    for name, value in document.items():
        definition = {"@id": value} if isinstance(value, str) else value
        iri = definition.get("@id", name) if isinstance(definition, dict) else ""
        if name.startswith("@") or name in prefixes or not iri or iri.startswith("@"):
            continue
        coercion = _coercion(definition, prefixes)
        if coercion is not None:
            terms.setdefault((_expand(iri, prefixes), coercion), name)
    return Context(document, prefixes, terms, aliases.get("@id", "@id"), aliases.get("@type", "@type"))


def write(quads: Iterable[ox.Quad], context: Context) -> Iterator[str]:
    """Yield the JSON-LD of quads that are grouped by graph and subject, in pieces."""
    yield '{"@context": ' + json.dumps(context.document, ensure_ascii=False) + ',\n"@graph": ['
    comma = "\n"
    for graph, members in itertools.groupby(quads, key=attrgetter("graph_name")):
        nodes = ",\n".join(
            json.dumps(_node(subject.value, own, context), ensure_ascii=False)
            for subject, own in itertools.groupby(members, key=attrgetter("subject"))
        )
        if not isinstance(graph, ox.DefaultGraph):
            name = json.dumps(context.compact(graph.value), ensure_ascii=False)
            nodes = f'{{"{context.id_key}": {name}, "@graph": [\n{nodes}]}}'
        yield comma + nodes
        comma = ",\n"
    yield "]}\n"


def _expand(iri: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, rest = iri.partition(":")
    return prefixes[prefix] + rest if colon and prefix in prefixes else iri


def _coercion(definition: Mapping[str, Any], prefixes: Mapping[str, str]) -> str | None:
    """Return what a term makes of its values; None where it does something that this module does not write."""
    others = set(definition) - {"@id", "@type", "@container"}
    container, kind = definition.get("@container"), definition.get("@type")
    if others or container not in (None, "@set", "@language"):
        return None
    if container == "@language":
        return None if kind else "@language"
    if kind in (None, "@id"):
        return kind or ""
    return None if kind.startswith("@") else _expand(kind, prefixes)


def _node(subject: str, quads: Iterable[ox.Quad], context: Context) -> dict[str, Any]:
    node: dict[str, Any] = {context.id_key: context.compact(subject)}
    for quad in quads:
        key, value = _pair(quad.predicate.value, quad.object, context)
        if key not in node:
            node[key] = value
        elif isinstance(value, dict) and context.terms.get((quad.predicate.value, "@language")) == key:
            _add_language(node[key], value)
        else:
            node[key] = [*node[key], value] if isinstance(node[key], list) else [node[key], value]
    return node


def _add_language(labels: dict[str, Any], more: Mapping[str, str]) -> None:
    for language, text in more.items():
        if language in labels:
            before = labels[language]
            labels[language] = [*before, text] if isinstance(before, list) else [before, text]
        else:
            labels[language] = text


def _pair(
    predicate: str, value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, context: Context
) -> tuple[str, Any]:
    """Return the key and the value of a statement, by the term that says most about it."""
    if isinstance(value, ox.NamedNode):
        if predicate == _TYPE:
            return context.type_key, context.name(value.value)
        term = context.terms.get((predicate, "@id"))
        compact = context.compact(value.value)
        return (term, compact) if term else (context.compact(predicate), {context.id_key: compact})
    if not isinstance(value, ox.Literal):
        raise TypeError(f"the graph has no blank nodes, but {value}")
    if value.language:
        term = context.terms.get((predicate, "@language"))
        if term:
            return term, {value.language: value.value}
        return context.name(predicate), {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == _STRING and (predicate, datatype) not in context.terms and "@language" not in context.document:
        return context.name(predicate), value.value
    term = context.terms.get((predicate, datatype))
    if term:
        return term, value.value
    typed = {} if datatype == _STRING else {"@type": context.compact(datatype)}
    return context.name(predicate), {"@value": value.value, **typed}
