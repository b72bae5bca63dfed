"""What the graph says, against annotations made by hand: our specimens, and the documents to test on where they are."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

import kg
from kg.model import Kind
from tests.sentences import ROOT

GOLD = ROOT / "tests" / "documents" / "gold"
LEAST = 0.95
SPECIMENS = sorted(p for p in (ROOT / "tests" / "documents").glob("*.*") if p.suffix in (".pdf", ".txt"))
Fact = tuple[str, str, str]


def folded(kind: str, key: str) -> str:
    key = unicodedata.normalize("NFKC", key).casefold()
    key = re.sub(r"\s+", " ", re.sub(r"\s*\(", "(", key)).strip(" .,;")
    if kind == "provision":
        romans = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
        key = re.sub(r"\b(ch\. )([ivx]+)\b", lambda m: m[1] + romans.get(m[2], m[2]), key)
    return key


def counts(locator: str, kind: str) -> bool:
    if locator.startswith("fn"):
        return kind in {"document", "unts", "identifies", "provision"}
    return not (kind == "act" and "." in locator) and kind not in ("asked", "report", "language")


def wanted(path: Path) -> tuple[set[Fact], set[Fact]]:
    """Return the facts asked for, and those open to judgement."""
    asked: set[Fact] = set()
    open_: set[Fact] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            kind = row["kind"].rstrip("?")
            if counts(row["locator"], kind):
                fact = (row["locator"], kind, folded(kind, row["key"]))
                (open_ if row["kind"].endswith("?") else asked).add(fact)
    return asked, open_


def found(path: Path, reader: str = "pdfium") -> set[Fact]:
    understanding = kg.extract(kg.read(path, reader=reader))
    where = {part.name: part.locator for part in understanding.document.parts}
    facts = set()
    for reference in understanding.references:
        kind = str(reference.mention.kind)
        locator = reference.about or where[reference.mention.part]
        if reference.entity and counts(locator, kind):
            facts.add((locator, kind, folded(kind, reference.entity.key)))
    return facts


def f1(gold: set[Fact], got: set[Fact]) -> float:
    hits = len(gold & got)
    return 2 * hits / (len(gold) + len(got)) if gold or got else 1.0


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda p: p.name)
def test_specimens_say_what_a_reader_finds_in_them(path: Path) -> None:
    gold, open_ = wanted(GOLD / f"{path.stem}.tsv")
    assert f1(gold, found(path) - (open_ - gold)) >= 0.9


@pytest.mark.parametrize("form", ["txt", "pdf"])
def test_the_first_real_document(shared: Path, form: str) -> None:
    gold, open_ = wanted(shared / "gold" / "A_RES_67_161.zh.tsv")
    got = found(shared / "documents" / f"A_RES_67_161.zh.{form}") - open_
    assert f1(gold, got) >= 0.97
    kinds: defaultdict[str, tuple[set[Fact], set[Fact]]] = defaultdict(lambda: (set(), set()))
    for side, facts in enumerate((gold, got)):
        for fact in facts:
            kinds[fact[1]][side].add(fact)
    assert {kind for kind, (g, f) in kinds.items() if kind in {*Kind} and f1(g, f) < LEAST} == set()


@pytest.mark.parametrize("name", ["A_RES_64_993.zh", "A_RES_58_994.zh"])
def test_text_and_pdf_say_the_same_of_the_work(name: str) -> None:
    folder = ROOT / "tests" / "documents"
    assert found(folder / f"{name}.txt") == found(folder / f"{name}.pdf")


def test_text_and_pdf_of_the_first_real_document_say_the_same(shared: Path) -> None:
    text, pdf = (found(shared / "documents" / f"A_RES_67_161.zh.{form}") for form in ("txt", "pdf"))
    masthead = {fact for fact in pdf - text if fact[0] == "front"}  # the text has lost its masthead
    assert pdf - masthead == text
