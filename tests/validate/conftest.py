"""What the tests of validation share."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def quick_rdflib(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let rdflib translate each query once: pyshacl hands it the same text for every focus node."""
    from rdflib.plugins.sparql import processor

    translated: dict[tuple[object, ...], Any] = {}
    parse, translate = vars(processor)["parseQuery"], vars(processor)["translateQuery"]

    def once(text: str, base: str | None = None, namespaces: dict[str, Any] | None = None) -> Any:
        key = (text, base, tuple(sorted((namespaces or {}).items())))
        if key not in translated:
            translated[key] = translate(parse(text), base, namespaces)
        return translated[key]

    monkeypatch.setattr(processor, "parseQuery", lambda text: text)
    monkeypatch.setattr(processor, "translateQuery", once)
