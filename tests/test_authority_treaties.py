"""The authority data of treaties and instruments: well formed, unambiguous, and complete in itself."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.authority import BASE, Authority, fold, load
from kg.model import Kind

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "authority"
FILES = sorted([*FOLDER.glob("treaties-*.ttl"), *FOLDER.glob("instruments-*.ttl")])
TREATY, INSTRUMENT, REGISTRATION = BASE + "treaty/", BASE + "instrument/", BASE + "registration/"
OWN = BASE + "ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
UNDO = "https://w3id.org/un/ontology/undo/"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")
LANGUAGES = {"ar", "en", "es", "fr", "ru", "zh"}
SCRIPTS = {"zh": "一-鿿", "ru": "Ѐ-ӿ", "ar": "؀-ۿ"}
BARE = """
    公约 条约 议定书 任择议定书 附加议定书 协定 协议 盟约 规约 宣言 政治宣言 行动纲领 行动计划
    原则 基本原则 规则 准则 守则 战略 议程 共识 纲要
"""
SYMBOL = re.compile(
    r"(A|S|E|A/HRC)/RES/(S-)?\d+(/\d+)?([A-Z]|[A-Z]?\([IVXLCS0-9-]+\)[A-Z]?)?"
    r"|[ASE](/[A-Z0-9.]+)*/\d+(/[A-Za-z0-9.]+)*(\(Part[IVX]+\))?"
)

Properties = dict[str, list[ox.NamedNode | ox.Literal]]
Things = dict[str, Properties]


def parse(path: Path) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]


def slug(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def texts(properties: Properties, term: str) -> list[tuple[str, str]]:
    return [(o.language or "", o.value) for o in properties.get(term, ()) if isinstance(o, ox.Literal)]


def iris(properties: Properties, term: str) -> list[str]:
    return [o.value for o in properties.get(term, ()) if isinstance(o, ox.NamedNode)]


def number(iri: str) -> tuple[str, str]:
    """Return volume and number of ``…/unts-1465-24841``; both empty where the IRI has none."""
    match = re.fullmatch(r".*/unts-(\d+)-(\d+(?:-\d+)?)", iri)
    return (match[1], match[2]) if match else ("", "")


@pytest.fixture(scope="module")
def things() -> Things:
    """Return what is said of each subject of these files, by its IRI."""
    found: Things = defaultdict(lambda: defaultdict(list))
    for path in FILES:
        for triple in parse(path):
            assert isinstance(triple.subject, ox.NamedNode), f"{path.name} has a blank node"
            assert isinstance(triple.object, ox.NamedNode | ox.Literal), f"{path.name} has a blank node"
            found[triple.subject.value][triple.predicate.value].append(triple.object)
    return {iri: dict(properties) for iri, properties in found.items()}


@pytest.fixture(scope="module")
def named(things: Things) -> Things:
    """Return the treaties and instruments alone."""
    return {iri: p for iri, p in things.items() if not iri.startswith(REGISTRATION)}


@pytest.fixture(scope="module")
def known() -> Authority:
    return load(FILES)


def test_there_are_hundreds_of_treaties_and_of_instruments(named: Things) -> None:
    assert sum(iri.startswith(TREATY) for iri in named) >= 220
    assert sum(iri.startswith(INSTRUMENT) for iri in named) >= 200
    assert all(iri.startswith((TREATY, INSTRUMENT)) for iri in named)


def test_each_has_the_types_and_the_scheme_of_its_kind(named: Things) -> None:
    for iri, properties in named.items():
        if iri.startswith(TREATY):
            types, scheme = {UNDO + "Treaty", OWN + "Treaty", SKOS + "Concept"}, "scheme/treaties"
        else:
            types, scheme = {OWN + "Instrument", SKOS + "Concept"}, "scheme/instruments"
        assert set(iris(properties, TYPE)) == types, iri
        assert iris(properties, SKOS + "inScheme") == [BASE + scheme], iri


def test_one_preferred_label_a_language_and_always_english_and_chinese(named: Things) -> None:
    for iri, properties in named.items():
        languages = Counter(language for language, _ in texts(properties, LABELS[0]))
        assert max(languages.values()) == 1, iri
        assert {"en", "zh"} <= set(languages) <= LANGUAGES, iri


def test_other_labels_come_only_beside_a_preferred_one(named: Things) -> None:
    for iri, properties in named.items():
        preferred = {language for language, _ in texts(properties, LABELS[0])}
        others = {language for term in LABELS[1:] for language, _ in texts(properties, term)}
        assert others <= preferred, iri


def test_no_label_is_shared_or_repeated(named: Things) -> None:
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri, properties in named.items():
        for term in LABELS:
            for language, text in texts(properties, term):
                owners[language, fold(text)].append(iri)
    assert {label: found for label, found in owners.items() if len(found) > 1} == {}


def test_labels_are_clean_and_in_their_script(named: Things) -> None:
    for iri, properties in named.items():
        for term in LABELS:
            for language, text in texts(properties, term):
                assert text == " ".join(text.split()), f"{iri}: {text!r}"
                assert not re.search("[《》〈〉（）]", text), f"{iri}: {text!r} has title marks or full-width brackets"
                if language in SCRIPTS:
                    assert re.search(f"[{SCRIPTS[language]}]", text), f"{iri}: {text!r} is not {language}"
                if language == "zh":
                    assert not re.search(r"[,:;]|\d ?[一-鿿]+ \d", text), f"{iri}: {text!r} has Latin marks"


def test_a_slug_is_the_english_label_and_a_registered_treaty_is_its_registration(named: Things) -> None:
    for iri, properties in named.items():
        english = dict(texts(properties, LABELS[0]))["en"]
        volume, numbers = number(iri)
        if volume:
            registered = BASE + f"registration/unts-{volume}-{numbers}"
            assert iris(properties, OWN + "registration") == [registered], iri
        else:
            assert iri in (TREATY + slug(english), INSTRUMENT + slug(english))
            assert OWN + "registration" not in properties, iri


def test_a_registration_has_volume_and_number_and_one_treaty(things: Things) -> None:
    registered = Counter(iri for properties in things.values() for iri in iris(properties, OWN + "registration"))
    assert set(registered) == {iri for iri in things if iri.startswith(REGISTRATION)}
    assert set(registered.values()) == {1}
    for iri in registered:
        volume, numbers = number(iri)
        properties = things[iri]
        assert iris(properties, TYPE) == [OWN + "TreatySeriesRegistration"], iri
        assert texts(properties, DCTERMS + "identifier") == [("", f"UNTS {volume}/{numbers}")], iri
        assert texts(properties, OWN + "number") == [("", numbers)], iri
        (literal,) = properties[OWN + "volume"]
        assert isinstance(literal, ox.Literal)
        assert (literal.value, literal.datatype.value.split("#")[1]) == (volume, "integer"), iri


def test_a_protocol_belongs_to_a_treaty_that_exists(named: Things) -> None:
    for iri, properties in named.items():
        for target in iris(properties, OWN + "protocolTo"):
            assert target in named, f"{iri} → {target}"
            assert iri.startswith(TREATY)
            assert target.startswith(TREATY)
            assert target != iri


def test_what_holds_an_annex_is_a_document_by_its_symbol(named: Things) -> None:
    for iri, properties in named.items():
        for document in iris(properties, OWN + "annexedTo"):
            assert document.startswith("https://undocs.org/"), iri
            assert SYMBOL.fullmatch(document.removeprefix("https://undocs.org/")), f"{iri}: {document}"


def test_years_and_links_have_their_form(named: Things) -> None:
    for iri, properties in named.items():
        years = properties.get(DCTERMS + "issued", [])
        assert len(years) <= 1, iri
        for year in years:
            assert isinstance(year, ox.Literal)
            assert year.datatype.value == EDTF, iri
            assert re.fullmatch("(19|20)[0-9]{2}", year.value), iri
        for link in iris(properties, SKOS + "exactMatch"):
            assert re.fullmatch(r"http://www\.wikidata\.org/entity/Q[1-9][0-9]*", link), iri


@pytest.mark.parametrize("form", BARE.split())
def test_short_forms_that_need_a_context_are_no_labels(known: Authority, form: str) -> None:
    assert known.find(form, "zh") is None


def test_the_only_charter_meant_without_qualification_is_that_of_the_united_nations(known: Authority) -> None:
    entry = known.find("宪章", "zh")
    assert entry is not None
    assert entry.key == "Charter of the United Nations"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_are_sorted(path: Path) -> None:
    subjects = re.findall(r"^<((?:treaty|instrument)/[^>]+)>", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert subjects == sorted(set(subjects))


@pytest.mark.parametrize(
    ("label", "language", "path"),
    [
        ("《禁止酷刑公约》", "zh", "treaty/unts-1465-24841"),
        ("禁止酷刑和其他残忍、不人道或有辱人格的待遇或处罚公约任择议定书", "zh", "treaty/unts-2375-24841"),
        ("1949 年日内瓦四公约", "zh", "treaty/unts-75-970-973"),
        ("经济、社会及文化权利国际公约", "zh", "treaty/unts-993-14531"),
        ("rome statute", "en", "treaty/unts-2187-38544"),
        ("Carta de las Naciones Unidas", "es", "treaty/charter-of-the-united-nations"),
        ("世界人权宣言", "zh", "instrument/universal-declaration-of-human-rights"),
        (
            "Декларация тысячелетия Организации Объединенных Наций",
            "ru",
            "instrument/united-nations-millennium-declaration",
        ),
    ],
)
def test_one_is_found_by_its_names(known: Authority, label: str, language: str, path: str) -> None:
    entry = known.find(label, language, [Kind.TREATY, Kind.INSTRUMENT])
    assert entry is not None
    assert entry.path == path


def test_convention_and_protocol_share_a_number_but_no_registration(known: Authority) -> None:
    (convention,) = known.by_relation("registration", "registration/unts-1465-24841")
    (protocol,) = known.by_relation("registration", "registration/unts-2375-24841")
    assert known.by_relation("protocolTo", convention.path) == (protocol,)
