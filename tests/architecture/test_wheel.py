"""The wheel, built by pip, holds the package and the content, nothing else, and runs from any folder."""

import os
import subprocess
import sys
import tomllib
import venv
import zipfile
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import pytest
from packaging.metadata import Metadata
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAME = f"{PROJECT['name']}-{PROJECT['version']}"
pytestmark = pytest.mark.slow


def pip(*words: str | Path) -> None:
    """Run pip where nothing can be fetched."""
    command = [sys.executable, "-m", "pip", "-q", "--isolated", *map(str, words)]
    subprocess.run(command, check=True, capture_output=True)


def built(source: Path, folder: Path) -> Path:
    pip("wheel", "--no-index", "--no-deps", "-w", folder, source)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> bytes:
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(f"{NAME}.dist-info/METADATA")


def content(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tracked(folder: str) -> set[str]:
    done = subprocess.run(["git", "ls-files", folder], cwd=ROOT, check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_it_holds_the_package_and_the_content(wheel: Path) -> None:
    held = content(wheel)
    for name in tracked("content"):
        assert held[f"tui/{name}"] == (ROOT / name).read_bytes()
    about = {f"{NAME}.dist-info/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt")}
    about.add(f"{NAME}.dist-info/licenses/LICENSE")
    assert held.keys() == tracked("tui") | {f"tui/{name}" for name in tracked("content")} | about


def test_the_archive_of_the_sources_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    program = "import build_backend, sys; build_backend.build_sdist(sys.argv[1])"
    command = [sys.executable, "-c", program, str(tmp_path)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / ".ci")})
    assert built(tmp_path / f"{NAME}.tar.gz", tmp_path).read_bytes() == wheel.read_bytes()


def test_it_tells_of_itself_what_the_project_says(metadata: bytes) -> None:
    found = Metadata.from_email(metadata, validate=True)
    plain = ("name", "version", "description", "keywords", "classifiers", "requires-python", "license")
    told = (found.name, found.version, found.summary, found.keywords, found.classifiers)
    assert (*map(str, told), str(found.requires_python), found.license_expression) == tuple(
        str(PROJECT[key]) for key in plain
    )
    assert (found.author, found.license_files) == (PROJECT["authors"][0]["name"], PROJECT["license-files"])
    assert found.description_content_type == "text/markdown"
    assert found.description == (ROOT / PROJECT["readme"]).read_text("utf-8")


def test_it_asks_for_what_the_project_asks_for(metadata: bytes) -> None:
    extras = PROJECT["optional-dependencies"]
    wanted = {str(Requirement(each)) for each in PROJECT["dependencies"]}
    wanted |= {str(Requirement(f"{each}; extra == '{extra}'")) for extra in extras for each in extras[extra]}
    found = BytesParser().parsebytes(metadata)
    assert {str(Requirement(each)) for each in found.get_all("Requires-Dist", [])} == wanted
    assert found.get_all("Provides-Extra") == list(extras)


def test_no_key_of_the_project_is_passed_over() -> None:
    told = (
        "name version description readme license license-files requires-python authors keywords classifiers"
    )
    assert PROJECT.keys() == {*told.split(), "dependencies", "optional-dependencies", "scripts"}
    assert PROJECT["authors"] == [{"name": PROJECT["authors"][0]["name"]}]


def test_it_runs_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    pip("install", "--no-index", "--no-deps", "--target", tmp_path / "site", wheel)
    environ = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "UNHUNCH_HOME": str(tmp_path / "home")}
    for program in ([tmp_path / "site" / "bin" / "unhunch"], [sys.executable, "-m", "tui"]):
        command = [*program, "exercises", "rotate"]
        done = subprocess.run(command, cwd=tmp_path, env=environ, check=True, capture_output=True, text=True)
        assert "Sit and Rotate" in done.stdout and "Rick Kaselj" in done.stdout


def test_an_editable_install_leads_to_this_tree(tmp_path: Path) -> None:
    venv.create(tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    pip("--python", python, "install", "--no-index", "--no-deps", "-e", ROOT)
    program = "from tui.adapters.content.exercises import content_folder; print(content_folder())"
    command = [python, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout == f"{ROOT / 'content'}\n"
    assert (tmp_path / "venv" / "bin" / "unhunch").exists()
