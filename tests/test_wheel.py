"""An installed package has its data with it."""

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content of a wheel of this project, and nothing else of it."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling, which builds the wheel, is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("kg", "ontology", "queries"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, check=True, cwd=source, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=site, env=environment)


def test_a_wheel_holds_data_and_rules(installed: Path) -> None:
    for name in ("ontology/kg.ttl", "ontology/shapes.ttl", "ontology/context.jsonld", "queries/facts.rq"):
        assert (installed / "kg" / "data" / name).is_file(), name
    assert list((installed / "kg" / "data" / "ontology" / "authority").glob("*.ttl"))
    assert (installed / "kg" / "languages" / "zh.toml").is_file()
    assert (installed / "kg" / "py.typed").is_file()
    assert not (installed / "tests").exists()


def test_an_installed_package_builds_and_answers(installed: Path, tmp_path: Path) -> None:
    specimen = ROOT / "tests" / "documents" / "A_RES_62_995.zh.txt"
    built = run(installed, "build", str(specimen), "--output", str(tmp_path / "graph"))
    assert built.returncode == 0, built.stderr
    asked = run(installed, "query", "facts", "--graph", str(tmp_path / "graph"), "--format", "csv")
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "A/RES/62/995,zh,front,symbol,A/RES/62/995," in asked.stdout
    where = "import kg, kg.resources; print(kg.__file__, kg.resources.ontology())"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    found = subprocess.run(
        [sys.executable, "-c", where], capture_output=True, text=True, check=True, cwd=tmp_path, env=environment
    )
    assert all(path.startswith(str(installed)) for path in found.stdout.split())
