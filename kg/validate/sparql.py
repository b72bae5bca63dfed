"""Constraints written in SPARQL, run once for all focus nodes of a shape instead of once for each.

SHACL binds ``$this`` before a query runs. Where the query is a plain pattern with filters and optional parts, that is
the same as adding the shape's target to its pattern, and the store finds all focus nodes at fault in one go. A query of
another form (sub-queries, unions, aggregates …) is run for each focus node with ``$this`` replaced.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.validate.index import Index
from kg.validate.shapes import Messages, Target
from kg.validate.terms import SH, Node, node, spelling, term

COMPONENT = SH + "SPARQLConstraintComponent"
_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*|[{}]|[?$]\w+|[\w:.-]+""",
    re.DOTALL,
)
_APART = re.compile(
    r"(?:SELECT|UNION|MINUS|VALUES|SERVICE|GRAPH|GROUP|HAVING|LIMIT|OFFSET|COUNT|SUM|AVG|MIN|MAX|SAMPLE|GROUP_CONCAT)\Z"
)
_VARIABLE_TERM = re.compile(r"[?$]\w+\s+[?$]\w|[;\[]\s*[?$]\w|\ba\s+[?$]\w")
_OWN = re.compile(r"\s*[$?]this\s")
FEW = 64  # focus nodes: up to so many are listed in a query, where the data are far more than the nodes in focus
_THIS = ox.Variable("this")
_HOLE = re.compile(r"\{[?$](\w+)\}")


@dataclass(frozen=True, slots=True)
class Query:
    """A SELECT query whose every solution is a result; ``text`` has its prefixes and no ``$PATH``."""

    text: str
    messages: Messages
    opening: int  # where in the text its outermost pattern opens
    together: bool  # may run for all focus nodes at once
    names: frozenset[str] | None  # the predicates and classes that it asks for; None where a variable stands for one


@dataclass(frozen=True, slots=True)
class Solution:
    """What a query found: the focus node, the values of its variables."""

    focus: Node
    values: dict[str, Node]

    def fill(self, message: str) -> str:
        """Return a message with its ``{?name}`` replaced by values."""
        return _HOLE.sub(lambda hole: self._spelt(hole), message)

    def _spelt(self, hole: re.Match[str]) -> str:
        value = self.focus if hole[1] == "this" else self.values.get(hole[1])
        return hole[0] if value is None else spelling(value)


def query(text: str, messages: Messages, prefixes: Mapping[str, str] | None = None) -> Query:
    """Read a query whose text starts with the declaration of these prefixes; SyntaxError where it is none."""
    ox.Store().query(text)
    opening, together = _form(text)
    return Query(text, messages, opening, together, _names(text, opening, prefixes or {}))


def _names(text: str, opening: int, prefixes: Mapping[str, str]) -> frozenset[str] | None:
    """Return all IRIs of a query's patterns, or None where a variable may stand for a predicate or a class."""
    body = text[opening:].partition("GROUP BY")[0]
    if _VARIABLE_TERM.search(body):
        return None
    found = set()
    for token in _TOKEN.finditer(body):
        prefix, colon, local = token[0].partition(":")
        if token[0].startswith("<"):
            found.add(token[0][1:-1])
        elif colon and prefix in prefixes:
            found.add(prefixes[prefix] + local.rstrip("."))
        elif colon and token[0][0].isalpha():
            return None
    return frozenset(found)


def _form(text: str) -> tuple[int, bool]:
    """Return where the outermost pattern opens, and whether focus nodes may be joined to it there."""
    depth, opening, together, last = 0, -1, True, ""
    selected = False
    for token in _TOKEN.finditer(text):
        word = token[0].upper()
        if word == "{":
            if opening < 0:
                opening = token.end()
            elif last not in ("EXISTS", "OPTIONAL") or (last == "OPTIONAL" and depth > 1):
                together = False
            depth += 1
        elif word == "}":
            depth -= 1
        elif word == "SELECT" and not selected:
            selected = True
        elif _APART.match(word) or (word == "BIND" and depth > 1):
            together = False
        last = word
    return opening, together


def run(query: Query, nodes: Collection[Node], targets: Sequence[Target], index: Index) -> Iterator[Solution]:
    """Yield the solutions for some focus nodes; ``targets`` are those of the shape, empty if it is a nested one."""
    if not nodes:
        return
    if not query.together:
        for each in nodes:
            yield from _solutions(query.text, each, index, query.names)
        return
    joined = None if index.narrow and len(nodes) <= FEW else _targets(query, targets, index)
    if joined is None:
        joined = f"VALUES ?this {{ {' '.join(str(term(each)) for each in nodes)} }}"
    wanted = nodes if isinstance(nodes, set | frozenset | dict) else frozenset(nodes)
    names = None if query.names is None else {*query.names, *(str(t.value) for t in targets if joined and t.pattern())}
    text = f"{query.text[: query.opening]} {joined} {query.text[query.opening :]}"
    for solution in _solutions(text, None, index, names):
        if solution.focus in wanted:
            yield solution


def _targets(query: Query, targets: Sequence[Target], index: Index) -> str | None:
    """Return the pattern that narrows a query to a shape's targets; None where only a list of the nodes does."""
    if not targets or not all(target.pattern() for target in targets):
        return None
    if _OWN.match(query.text, query.opening) and not any(target.way == "class" for target in targets):
        return ""  # it starts from the nodes by itself, and to join them to all their values would only repeat them
    patterns = []
    for target in targets:
        classes = index.classes_in_use(str(target.value)) if target.way == "class" else ()
        if len(classes) > 1:
            names = " ".join(f"<{name}>" for name in sorted(map(str, classes)))
            patterns.append(f"VALUES ?target_class_ {{ {names} }} ?this a ?target_class_ .")
        else:
            patterns.append(target.pattern())
    return patterns[0] if len(patterns) == 1 else " UNION ".join(f"{{ {each} }}" for each in patterns)


def _solutions(text: str, focus: Node | None, index: Index, names: Iterable[str] | None) -> Iterator[Solution]:
    rows = select(text, index, {} if focus is None else {_THIS: term(focus)}, names)
    names = [variable.value for variable in rows.variables]
    for row in rows:
        values = {name: node(row[name]) for name in names if row[name] is not None}
        this = focus if focus is not None else values.get("this")
        if this is not None:
            yield Solution(this, values)


def select(
    text: str,
    index: Index,
    bound: Mapping[ox.Variable, ox.NamedNode | ox.Literal | ox.BlankNode] | None = None,
    names: Iterable[str] | None = None,
) -> ox.QuerySolutions:
    """Run a SELECT query over those graphs of the index that speak of its names."""
    graphs = index.graphs_for(names)
    if graphs is None:
        rows = index.store.query(text, use_default_graph_as_union=True, substitutions=dict(bound) if bound else None)
    else:
        rows = index.store.query(text, default_graph=list(graphs), substitutions=dict(bound) if bound else None)
    assert isinstance(rows, ox.QuerySolutions)
    return rows
