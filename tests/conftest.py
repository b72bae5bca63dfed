"""What the tests share: where the documents to test on are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of documents, gold and vocabularies to test on; skip where there is none."""
    documents = os.environ.get("UNKG_DOCUMENTS")
    folder = Path(documents).resolve().parent if documents else ROOT.parent / "shared"
    if not (folder / "documents").is_dir():
        pytest.skip("no documents to test on: set UNKG_DOCUMENTS to their folder")
    return folder


@pytest.fixture(scope="session")
def specimens() -> Path:
    """Return the folder of our own specimen documents."""
    return ROOT / "tests" / "documents"
