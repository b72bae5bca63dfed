"""IRIs: valid for every tool, the same for the same thing, different for different things."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.describe import iris

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
SYMBOLS = st.builds("{}/{}".format, st.from_regex(r"[A-Z]{1,4}", fullmatch=True), NAMES)


def valid(iri: str) -> bool:
    """Read an IRI with both libraries, as part of N-Triples, and see whether it comes back as it was."""
    triple = f"<{iri}> <{iri}> <{iri}> ."
    read = next(iter(rdflib.Graph().parse(data=triple, format="nt")))[0]
    return ox.NamedNode(iri).value == str(read) == iri and iri.isascii()


@given(SYMBOLS, SYMBOLS)
def test_a_symbol_has_an_iri_of_its_own(one: str, other: str) -> None:
    for make in (iris.work_iri, lambda symbol: iris.version_iri(symbol, "zh")):
        assert valid(make(one))
        assert (make(one) == make(other)) == (one == other)


@given(NAMES)
def test_a_file_without_symbol_has_a_valid_iri(name: str) -> None:
    assume("/" not in name)
    work = iris.work_iri(name)
    assert valid(work)
    assert work.startswith("https://w3id.org/un-kg/document/")
    assert work != iris.version_iri(name, "zh")


@given(NAMES, NAMES)
def test_names_have_one_slug_only_where_they_differ_in_case_width_or_punctuation(one: str, other: str) -> None:
    assert valid(iris.entity_iri(iris.name_path("body", one)))
    assert (iris.slug(one) == iris.slug(other)) == (iris.fold_name(one) == iris.fold_name(other))


@given(NAMES)
def test_the_slug_of_a_folded_name_is_that_of_the_name(name: str) -> None:
    assert iris.slug(iris.fold_name(name)) == iris.slug(name)


@given(NAMES)
def test_any_path_becomes_a_valid_iri_that_stays_as_it_is(path: str) -> None:
    iri = iris.entity_iri("body/" + path)
    assert valid(iri)
    assert iris.entity_iri(iri) == iri


@given(SYMBOLS, NAMES, st.integers(0, 9999), st.integers(0, 9999))
def test_parts_and_mentions_have_valid_iris(symbol: str, part: str, start: int, end: int) -> None:
    version = iris.version_iri(symbol, "zh")
    assert valid(iris.part_iri(version, part))
    assert valid(iris.mention_iri(version, part, "treaty", start, end))


@given(st.from_regex(r"[A-Z]{1,3}(/[A-Z0-9.-]{1,6}){1,3}", fullmatch=True), NAMES)
def test_parts_of_a_path_fit_into_another(symbol: str, name: str) -> None:
    for path in (iris.session_path(symbol), iris.work_iri(symbol), iris.name_path("body", name), "group/" + name):
        segment = iris.last_segment(path)
        assert valid(f"https://undocs.org/A/1#op1.asked.{segment}")
        assert "/" not in segment


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (iris.work_iri("A/RES/67/161"), "https://undocs.org/A/RES/67/161"),
        (iris.version_iri("S/RES/1021(1995)", "es"), "https://undocs.org/es/S/RES/1021(1995)"),
        (iris.part_iri(iris.work_iri("A/RES/67/161"), "op1.a.ii"), "https://undocs.org/A/RES/67/161#op1.a.ii"),
        (iris.file_iri("ab12"), "https://w3id.org/un-kg/file/sha256-ab12"),
        (iris.graph_iri("build"), "https://w3id.org/un-kg/graph/build"),
        (iris.entity_iri(iris.session_path("A/ES-10")), "https://w3id.org/un-kg/session/A-ES-10"),
        (iris.entity_iri(iris.act_path("call upon")), "https://w3id.org/un-kg/act/call-upon"),
        (iris.entity_iri(iris.date_path("1994-01-01/1994-12-31")), "https://w3id.org/un-kg/date/1994-01-01_1994-12-31"),
        (iris.entity_iri(iris.date_path("--06-26")), "https://w3id.org/un-kg/date/--06-26"),
        (iris.registration_path("1465", "24841"), "registration/unts-1465-24841"),
        (iris.provision_path("treaty/unts-1465-24841", "art. 12 para. 3"), "treaty/unts-1465-24841#art-12-para-3"),
        (iris.name_path("body", "Third Committee"), "body/third-committee"),
    ],
)
def test_the_iris_that_the_model_promises(found: str, expected: str) -> None:
    assert found == expected
