# ruff: noqa: E501
"""The fast engine, constraint by constraint, each time beside pyshacl."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import DataError, UsageError
from kg.validate import Report, validate

PREFIXES = """
@prefix : <http://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
DATA = """
:Lamp rdfs:subClassOf :Light .
:a a :Light ; :height 12 ; :limit 15 ; :name "Fyr"@da, "Feuer"@de ; :code "AB-1" ; :next :b ; :also :b .
:b a :Lamp ; :height 30 ; :limit 20 ; :name "Phare"@fr, "Le phare"@fr ; :code "ab-2" ; :next :a, :c ; :lit "2031-02-30"^^xsd:date .
:c a :Light ; :height "tall" ; :code 3 ; :lit "2031-02-03"^^xsd:date ; :sees _:rock ; :weight 2.5 , 10.5 .
_:rock a :Rock ; :height 2 .
"""
PROPERTY = "a sh:PropertyShape ; sh:targetClass :Light ; sh:path"
NODE = "a sh:NodeShape ; sh:targetClass :Light ;"
QUERY = 'sh:prefixes :names ; sh:select "SELECT $this ?value WHERE'
NAMES = ':names sh:declare [ sh:prefix "" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .'


def check(tmp_path: Path, shapes: str, engine: str = "fast", data: str = DATA) -> Report:
    file = tmp_path / "shapes.ttl"
    file.write_text(PREFIXES + shapes, encoding="utf-8")
    store = ox.Store()
    store.load((PREFIXES + data).encode(), format=ox.RdfFormat.TURTLE)
    return validate(store, file, engine)


def found(report: Report) -> set[tuple[str, str]]:
    """Return focus and value of each result by their last names."""

    def last(term: object) -> str:
        if isinstance(term, ox.BlankNode):
            return "_"
        return str(getattr(term, "value", term)).rpartition("/")[2]

    return {(last(result.focus), last(result.value)) for result in report.results}


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (f"{PROPERTY} :next ; sh:minCount 1", {("c", "None")}),
        (f"{PROPERTY} :next ; sh:maxCount 1", {("b", "None")}),
        (f"{PROPERTY} :next ; sh:class :Lamp", {("b", "a"), ("b", "c")}),
        (f"{PROPERTY} :height ; sh:datatype xsd:integer", {("c", "tall")}),
        (f"{PROPERTY} :lit ; sh:datatype xsd:date", {("b", "2031-02-30")}),
        (f"{PROPERTY} :code ; sh:datatype xsd:string", {("c", "3")}),
        (f"{PROPERTY} :sees ; sh:nodeKind sh:IRI", {("c", "_")}),
        (f"{PROPERTY} :sees ; sh:nodeKind sh:BlankNodeOrIRI", set()),
        (f'{PROPERTY} :code ; sh:pattern "^[A-Z]+-"', {("b", "ab-2"), ("c", "3")}),
        (f'{PROPERTY} :code ; sh:pattern "^[A-Z]+-" ; sh:flags "i"', {("c", "3")}),
        (f"{PROPERTY} :code ; sh:minLength 2", {("c", "3")}),
        (f"{PROPERTY} :code ; sh:maxLength 3", {("a", "AB-1"), ("b", "ab-2")}),
        (f"{PROPERTY} :height ; sh:minInclusive 12 ; sh:maxExclusive 30", {("b", "30"), ("c", "tall")}),
        (f"{PROPERTY} :height ; sh:minExclusive 12", {("a", "12"), ("c", "tall")}),
        (f"{PROPERTY} :weight ; sh:maxInclusive 2.5", {("c", "10.5")}),
        (f"{PROPERTY} :next ; sh:in ( :a :b )", {("b", "c")}),
        (f'{PROPERTY} :name ; sh:languageIn ( "de" "fr" )', {("a", "Fyr")}),
        (f"{PROPERTY} :name ; sh:uniqueLang true", {("b", "None")}),
        (f"{PROPERTY} :next ; sh:hasValue :a", {("a", "None"), ("c", "None")}),
        (f"{PROPERTY} :next ; sh:equals :also", {("b", "a"), ("b", "c")}),
        (f"{PROPERTY} :next ; sh:disjoint :also", {("a", "b")}),
        (f"{PROPERTY} :height ; sh:lessThan :limit", {("b", "30")}),
        (f"{PROPERTY} :height ; sh:lessThanOrEquals :limit", {("b", "30")}),
        (f"{NODE} sh:not [ sh:class :Lamp ]", {("b", "b")}),
        (f"{NODE} sh:or ( [ sh:class :Lamp ] [ sh:property [ sh:path :next ; sh:minCount 1 ] ] )", {("c", "c")}),
        (f"{NODE} sh:and ( [ sh:class :Lamp ] [ sh:nodeKind sh:IRI ] )", {("a", "a"), ("c", "c")}),
        (
            f"{NODE} sh:xone ( [ sh:class :Lamp ] [ sh:property [ sh:path :next ; sh:minCount 1 ] ] )",
            {("b", "b"), ("c", "c")},
        ),
        (f"{PROPERTY} :next ; sh:node [ sh:property [ sh:path :limit ; sh:minCount 1 ] ]", {("b", "c")}),
        (f"{PROPERTY} :next ; sh:property [ sh:path :limit ; sh:minCount 1 ]", {("c", "None")}),
        (
            f"{PROPERTY} :next ; sh:qualifiedValueShape [ sh:class :Lamp ] ; sh:qualifiedMinCount 1",
            {("b", "None"), ("c", "None")},
        ),
        (f"{PROPERTY} :next ; sh:qualifiedValueShape [ sh:class :Light ] ; sh:qualifiedMaxCount 1", {("b", "None")}),
        (f"{PROPERTY} [ sh:inversePath :next ] ; sh:maxCount 0", {("a", "None"), ("b", "None"), ("c", "None")}),
        (f"{PROPERTY} ( :next :next :height ) ; sh:datatype xsd:integer", {("a", "tall")}),
        (
            f"{PROPERTY} [ sh:alternativePath ( :height :limit ) ] ; sh:maxInclusive 15",
            {("b", "20"), ("b", "30"), ("c", "tall")},
        ),
        (f"{PROPERTY} [ sh:oneOrMorePath :next ] ; sh:maxCount 2", {("a", "None"), ("b", "None")}),
        (f"{PROPERTY} [ sh:zeroOrMorePath :next ] ; sh:minCount 3", {("c", "None")}),
        (f"{PROPERTY} [ sh:zeroOrOnePath :next ] ; sh:maxCount 2", {("b", "None")}),
        ("a sh:NodeShape ; sh:targetNode :a, :b ; sh:class :Lamp", {("a", "a")}),
        ("a sh:NodeShape ; sh:targetSubjectsOf :lit ; sh:class :Lamp", {("c", "c")}),
        ("a sh:NodeShape ; sh:targetObjectsOf :height ; sh:datatype xsd:integer", {("tall", "tall")}),
        (f"{PROPERTY} :next ; sh:minCount 1 ; sh:deactivated true", set()),
        (f'{NODE} sh:sparql [ {QUERY} {{ $this :limit ?value . FILTER(?value > 15) }}" ]', {("b", "20")}),
        (
            f'{NODE} sh:sparql [ {QUERY} {{ {{ $this :height ?value }} UNION {{ $this :limit ?value }} FILTER(?value = 15) }}" ]',
            {("a", "15")},
        ),
        (f'{PROPERTY} :next ; sh:sparql [ {QUERY} {{ $this $PATH ?value . FILTER(?value = :c) }}" ]', {("b", "c")}),
        (
            f'{NODE} sh:sparql [ {QUERY} {{ $this :next ?value . OPTIONAL {{ ?value :limit ?l }} FILTER(!BOUND(?l)) }}" ]',
            {("b", "c")},
        ),
        (
            "a sh:NodeShape ; sh:class :Lamp ; sh:target [ a sh:SPARQLTarget ; sh:prefixes :names ;"
            ' sh:select "SELECT ?this WHERE { ?this :lit ?day }" ]',
            {("c", "c")},
        ),
    ],
)
def test_a_constraint_finds_what_pyshacl_finds(tmp_path: Path, shape: str, expected: set[tuple[str, str]]) -> None:
    shapes = f"{NAMES} :S {shape} ."
    fast, reference = check(tmp_path, shapes), check(tmp_path, shapes, "pyshacl")
    assert found(fast) == expected
    assert found(reference) == expected
    assert {(r.component, r.severity) for r in fast.results} == {(r.component, r.severity) for r in reference.results}


def test_a_shape_that_is_a_class_applies_to_its_instances(tmp_path: Path) -> None:
    shapes = ":Light a sh:NodeShape, rdfs:Class ; sh:property [ sh:path :limit ; sh:minCount 1 ] ."
    assert found(check(tmp_path, shapes)) == found(check(tmp_path, shapes, "pyshacl")) == {("c", "None")}


def test_severity_and_messages_are_those_of_the_shape(tmp_path: Path) -> None:
    shapes = f':S {PROPERTY} :next ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "kein"@de, "none"@en .'
    (result,) = check(tmp_path, shapes).results
    assert (result.severity, result.message, result.messages) == ("Warning", "none", (("de", "kein"), ("en", "none")))
    assert check(tmp_path, shapes).conforms


def test_a_message_of_a_query_names_its_values(tmp_path: Path) -> None:
    shapes = f'{NAMES} :S {NODE} sh:sparql [ sh:message "{{?value}} of {{$this}}" ; {QUERY} {{ $this :limit ?value FILTER(?value > 15) }}" ] .'
    (result,) = check(tmp_path, shapes).results
    assert result.message == "20 of http://example.org/b"


@pytest.mark.parametrize(
    "shape",
    [
        f"{NODE} sh:closed true ; sh:ignoredProperties ( rdf:type )",
        f"{NODE} sh:rule :r",
        f"{NODE} sh:targetWhat :x ; sh:class :Lamp",
    ],
)
def test_what_the_fast_engine_does_not_know_is_left_to_pyshacl(
    tmp_path: Path, shape: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shapes = f":S {shape} ."
    try:
        expected = found(check(tmp_path, shapes, "pyshacl"))
    except DataError as error:
        with pytest.raises(DataError, match=str(error)[-20:]):
            check(tmp_path, shapes)
    else:
        assert found(check(tmp_path, shapes)) == expected
    assert "checked by pyshacl, as it uses sh:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("shapes", "line", "reason"),
    [
        (":S a sh:NodeShape ;\n sh:targetClass :Light\n :S", 8, "error"),
        (f":A {NODE} sh:class :Lamp .\n:S {PROPERTY} :next ; sh:minCount 'one' .", 8, "sh:minCount 'one' is not right"),
        (f":S {PROPERTY} :next ; sh:minCount 1, 2 .", 7, ""),
        (f":S {PROPERTY} :code ; sh:pattern '[' .", 7, "sh:pattern '\\[' is not right"),
        (f":S {PROPERTY} :code ; sh:nodeKind sh:Thing .", 7, "sh:nodeKind"),
        (f":S {PROPERTY} [ :what :next ] ; sh:minCount 1 .", 7, "a property path is broken"),
        (f":S {NODE} sh:or ( :T ) .", 7, "the shape http://example.org/T is referred to and not defined"),
        (f":S {NODE} sh:severity :Grave .", 7, "is no severity"),
        (
            f":S {NODE} sh:sparql [ sh:select 'SELECT $this WHERE {{ $this }}' ] .",
            7,
            "the query of http://example.org/S is broken",
        ),
        (f":S {NODE} sh:sparql [ sh:message 'x' ] .", 7, "sh:sparql has no sh:select"),
    ],
)
def test_a_broken_shapes_file_is_one_line_that_says_where(tmp_path: Path, shapes: str, line: int, reason: str) -> None:
    if not reason:
        check(tmp_path, shapes)  # two counts are two constraints
        return
    with pytest.raises(DataError, match=reason) as caught:
        check(tmp_path, shapes)
    assert caught.value.place == f"line {line}" or reason == "error"
    assert "\n" not in str(caught.value)


def test_a_shapes_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        validate(ox.Store(), tmp_path / "none.ttl")


def test_an_engine_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="fast, pyshacl"):
        validate(ox.Store(), engine="jena")
