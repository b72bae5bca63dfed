"""The rules of a language, read from ``kg/languages/<code>.toml``: data to this module, never code."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.numerals import Numerals

FOLDER = Path(__file__).parent / "languages"


@dataclass(frozen=True, eq=False)  # compared by identity, so that a cache can hold what is made of it
class Rules:
    """One language's rules: its tables as written, and its patterns compiled on first use."""

    code: str
    tables: Mapping[str, Any]
    numerals: Numerals
    file: str
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False, repr=False)

    def table(self, name: str) -> Mapping[str, Any]:
        """Return a table of the rules file, empty where it has none."""
        found: Mapping[str, Any] = self.tables.get(name, {})
        return found

    def rows(self, name: str) -> list[Mapping[str, Any]]:
        """Return an array of tables of the rules file."""
        found: list[Mapping[str, Any]] = self.tables.get(name, [])
        return found

    def pattern(self, table: str, name: str) -> re.Pattern[str] | None:
        """Return a table's pattern, its fragments filled in; None where the language has no such pattern."""
        text = self.table(table).get(name)
        return None if text is None else self.compile(str(text), f"[{table}] {name}")

    def compile(self, text: str, place: str) -> re.Pattern[str]:
        """Fill in fragments and compile; DataError that names ``place`` where the pattern is broken."""
        if text not in self._compiled:
            try:
                self._compiled[text] = re.compile(self.fill(text))
            except (re.error, KeyError) as error:
                raise DataError(self.file, f"broken pattern: {error}", place, "mend the pattern") from error
        return self._compiled[text]

    def fill(self, text: str) -> str:
        """Replace ``{fragment}`` by the fragment of that name; counts such as ``{2,40}`` stay as they are."""
        fragments = self.table("fragments")
        return re.sub(r"\{([a-z_]+)\}", lambda m: self.fill(str(fragments[m[1]])), text)


def read_rules(path: Path) -> Rules:
    """Read a rules file; DataError with line or table where it is broken."""
    try:
        with path.open("rb") as file:
            tables = tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise DataError(path.name, str(error), advice="mend the TOML") from error
    except OSError as error:
        raise DataError(path.name, error.strerror or str(error)) from error
    if "code" not in tables:
        raise DataError(path.name, "no language code", advice='begin the file with code = "..."')
    numerals = tables.get("numerals", {})
    return Rules(
        str(tables["code"]),
        tables,
        Numerals(numerals.get("digits", {}), numerals.get("units", {}), numerals.get("tens", {})),
        path.name,
    )


@functools.cache
def rules_of(code: str) -> Rules | None:
    """Return the shipped rules of a language, None where there are none."""
    path = FOLDER / f"{code}.toml"
    return read_rules(path) if path.is_file() else None
