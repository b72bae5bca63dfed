"""The authority data of bodies: well formed, unambiguous, and complete in itself."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.authority import BASE, fold, load
from kg.model import Kind

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "authority"
FILES = sorted(FOLDER.glob("bodies-*.ttl"))
BODY = BASE + "body/"
OWN = BASE + "ontology#"
ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RELATIONS = (ORG + "unitOf", ORG + "subOrganizationOf", ORG + "postIn", "http://purl.org/dc/terms/replaces")
LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")
LANGUAGES = {"ar", "en", "es", "fr", "ru", "zh"}
SCRIPTS = {"zh": "一-鿿", "ru": "Ѐ-ӿ", "ar": "؀-ۿ"}

Properties = dict[str, list[ox.NamedNode | ox.Literal]]


def parse(path: Path) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]


def slug(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@pytest.fixture(scope="module")
def bodies() -> dict[str, Properties]:
    """Return what is said of each subject of the files of bodies, by its IRI."""
    found: dict[str, Properties] = defaultdict(lambda: defaultdict(list))
    for path in FILES:
        for triple in parse(path):
            assert isinstance(triple.subject, ox.NamedNode), f"{path.name} has a blank node"
            assert isinstance(triple.object, ox.NamedNode | ox.Literal), f"{path.name} has a blank node"
            found[triple.subject.value][triple.predicate.value].append(triple.object)
    return {iri: dict(properties) for iri, properties in found.items()}


def texts(properties: Properties, term: str) -> list[tuple[str, str]]:
    return [(o.language or "", o.value) for o in properties.get(term, ()) if isinstance(o, ox.Literal)]


def iris(properties: Properties, term: str) -> list[str]:
    return [o.value for o in properties.get(term, ()) if isinstance(o, ox.NamedNode)]


def test_there_are_hundreds_of_bodies(bodies: dict[str, Properties]) -> None:
    assert len(bodies) >= 400


def test_every_body_has_its_types(bodies: dict[str, Properties]) -> None:
    concepts = parse(FOLDER / "schemes.ttl")
    body_types = {
        t.subject.value for t in concepts if isinstance(t.subject, ox.NamedNode) and "body-type/" in t.subject.value
    }
    for iri, properties in bodies.items():
        types = set(iris(properties, TYPE))
        assert SKOS + "Concept" in types, iri
        assert len(types & {ORG + "Organization", ORG + "Post"}) == 1, iri
        assert iris(properties, SKOS + "inScheme") == [BASE + "scheme/bodies"], iri
        (body_type,) = iris(properties, OWN + "bodyType")
        assert body_type in body_types, f"{iri}: {body_type}"


def test_the_united_nations_as_a_whole_is_no_body_that_a_mention_could_mean(bodies: dict[str, Properties]) -> None:
    assert [iri for iri, p in bodies.items() if OWN + "Body" not in iris(p, TYPE)] == [BODY + "united-nations"]
    assert load(FILES).find("United Nations", "en") is None


def test_a_body_has_one_preferred_label_a_language_and_always_english_and_chinese(
    bodies: dict[str, Properties],
) -> None:
    for iri, properties in bodies.items():
        languages = Counter(language for language, _ in texts(properties, LABELS[0]))
        assert max(languages.values()) == 1, iri
        assert {"en", "zh"} <= set(languages) <= LANGUAGES, iri


def test_other_labels_come_only_beside_a_preferred_one(bodies: dict[str, Properties]) -> None:
    for iri, properties in bodies.items():
        preferred = {language for language, _ in texts(properties, LABELS[0])}
        others = {language for term in LABELS[1:] for language, _ in texts(properties, term)}
        assert others <= preferred, iri


def test_the_iri_is_the_english_label(bodies: dict[str, Properties]) -> None:
    for iri, properties in bodies.items():
        assert iri == BODY + slug(dict(texts(properties, LABELS[0]))["en"])


def test_no_two_bodies_share_a_label_and_none_repeats_its_own(bodies: dict[str, Properties]) -> None:
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri, properties in bodies.items():
        for term in LABELS:
            for language, text in texts(properties, term):
                owners[language, fold(text)].append(iri)
    assert {label: found for label, found in owners.items() if len(found) > 1} == {}


def test_labels_are_clean_and_in_their_script(bodies: dict[str, Properties]) -> None:
    for iri, properties in bodies.items():
        for term in LABELS:
            for _, text in texts(properties, term):
                assert text == " ".join(text.split()), f"{iri}: {text!r}"
                assert not re.search("[（）；：]", text), f"{iri}: {text!r} has a full-width mark"
        for language, text in texts(properties, LABELS[0]):
            if language in SCRIPTS:
                assert re.search(f"[{SCRIPTS[language]}]", text), f"{iri}: {text!r} is not {language}"


def test_short_forms_that_need_a_context_are_no_labels() -> None:
    known = load(FILES)
    for form in (
        "委员会",
        "理事会",
        "特派团",
        "部队",
        "观察员部队",
        "工作组",
        "小组委员会",
        "秘书处",
        "特别报告员",
        "基金",
        "高级专员",
        "主席",
    ):
        assert known.find(form, "zh") is None, form


def test_relations_point_to_bodies_that_exist(bodies: dict[str, Properties]) -> None:
    for iri, properties in bodies.items():
        for term in RELATIONS:
            for target in iris(properties, term):
                assert target in bodies, f"{iri} → {target}"
                assert target != iri


def test_posts_are_in_an_organization_and_units_are_not(bodies: dict[str, Properties]) -> None:
    for iri, properties in bodies.items():
        if ORG + "Organization" in iris(properties, TYPE):
            assert not iris(properties, ORG + "postIn"), iri
        for term in RELATIONS:
            for target in iris(properties, term):
                if term != RELATIONS[-1]:
                    assert ORG + "Organization" in iris(bodies[target], TYPE), f"{iri} → {target}"


def test_the_hierarchy_has_no_circle(bodies: dict[str, Properties]) -> None:
    def above(iri: str, path: tuple[str, ...]) -> None:
        assert iri not in path, " → ".join((*path, iri))
        for term in RELATIONS:
            for target in iris(bodies[iri], term):
                above(target, (*path, iri))

    for iri in bodies:
        above(iri, ())


def test_founding_acts_are_treaties_or_resolutions(bodies: dict[str, Properties]) -> None:
    form = re.compile(
        r"https://undocs\.org/(A|S|E|E/CN\.4|A/HRC)/RES/[SE0-9-]+(/\d+)?([A-Z]|\([IVXLCES0-9-]+\)([A-Z])?)?"
        r"|https://w3id\.org/un-kg/treaty/unts-\d+-\d+"
    )
    for iri, properties in bodies.items():
        for act in iris(properties, OWN + "establishedBy"):
            assert form.fullmatch(act), f"{iri}: {act}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_are_sorted(path: Path) -> None:
    subjects = re.findall(r"^<(body/[^>]+)>", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert subjects == sorted(set(subjects))


@pytest.mark.parametrize(
    ("label", "language", "key"),
    [
        ("安理会", "zh", "Security Council"),
        ("人权高专办", "zh", "Office of the United Nations High Commissioner for Human Rights"),
        ("人权事务高级专员", "zh", "United Nations High Commissioner for Human Rights"),
        ("前南斯拉夫问题国际法庭", "zh", "International Tribunal for the former Yugoslavia"),
        ("unicef", "en", "United Nations Children's Fund"),
        ("Совет Безопасности", "ru", "Security Council"),
    ],
)
def test_a_body_is_found_by_its_names(label: str, language: str, key: str) -> None:
    entry = load(FILES).find(label, language, [Kind.BODY])
    assert entry is not None
    assert entry.key == key
