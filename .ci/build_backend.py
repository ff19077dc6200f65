"""Builds the wheel, the editable install and the sdist as PEP 517 and 660 have it, from the standard library.

Nothing has to be fetched before the build: bringing a backend into an environment of its own takes pip two to
four times what the build takes.
"""

import csv
import hashlib
import io
import tarfile
import tomllib
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAME = f"{PROJECT['name']}-{PROJECT['version']}"
PLACES = {"tui": "tui", "content": "tui/content"}
"""The folders of the wheel: where each stands here, and there."""
SDIST = ("pyproject.toml", "README.md", "LICENSE", ".ci", "tui", "content", "tests")
WHEEL = "Wheel-Version: 1.0\nGenerator: unhunch\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_DAY = (2020, 1, 1, 0, 0, 0)
"""The date of every file in a wheel, so that the same tree gives the same bytes."""

Settings = Mapping[str, Any] | None


def build_wheel(folder: str, _settings: Settings = None, _metadata: str | None = None) -> str:
    """Put the wheel into a folder and return its name."""
    return _pack(
        folder, {f"{there}/{name}": data for here, there in PLACES.items() for name, data in _in(here)}
    )


def build_editable(folder: str, _settings: Settings = None, _metadata: str | None = None) -> str:
    """Put a wheel that leads to this tree into a folder and return its name."""
    return _pack(folder, {f"_{PROJECT['name']}.pth": f"{ROOT}\n".encode()})


def build_sdist(folder: str, _settings: Settings = None) -> str:
    """Put the archive of the sources into a folder and return its name."""
    with tarfile.open(Path(folder) / f"{NAME}.tar.gz", "w:gz", format=tarfile.PAX_FORMAT) as archive:
        for place in SDIST:
            archive.add(ROOT / place, f"{NAME}/{place}", filter=_source)
        described = _metadata().encode()
        information = tarfile.TarInfo(f"{NAME}/PKG-INFO")
        information.size = len(described)
        archive.addfile(information, io.BytesIO(described))
    return f"{NAME}.tar.gz"


def _in(folder: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted((ROOT / folder).rglob("*")):
        name = path.relative_to(ROOT / folder)
        if path.is_file() and not any(map(_is_left_out, name.parts)):
            yield name.as_posix(), path.read_bytes()


def _is_left_out(name: str) -> bool:
    """Whether a file or folder below one of ours is none of ours: made by Python or by an editor."""
    return name == "__pycache__" or name.startswith(".")


def _source(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    below = entry.name.split("/")[2:]
    return None if any(map(_is_left_out, below)) else entry


def _pack(folder: str, files: dict[str, bytes]) -> str:
    """Write a wheel of these files and what tells of them."""
    told = {"METADATA": _metadata(), "WHEEL": WHEEL, "entry_points.txt": _entry_points()}
    about = {name: text.encode() for name, text in told.items()}
    about |= {f"licenses/{name}": (ROOT / name).read_bytes() for name in PROJECT["license-files"]}
    files |= {f"{NAME}.dist-info/{name}": data for name, data in about.items()}
    record = f"{NAME}.dist-info/RECORD"
    files[record] = _record(files, record)
    wheel = f"{NAME}-py3-none-any.whl"
    with zipfile.ZipFile(Path(folder) / wheel, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return wheel


def _record(files: Mapping[str, bytes], own: str) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for name, data in files.items():
        digest = urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        rows.writerow((name, f"sha256={digest}", len(data)))
    rows.writerow((own, "", ""))
    return text.getvalue().encode()


def _entry_points() -> str:
    scripts = "".join(f"{name} = {place}\n" for name, place in PROJECT["scripts"].items())
    return f"[console_scripts]\n{scripts}"


def _metadata() -> str:
    """Return the core metadata 2.4 of the `[project]` table: the keys that ours has."""
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {PROJECT['name']}",
        f"Version: {PROJECT['version']}",
        f"Summary: {PROJECT['description']}",
        f"Author: {', '.join(author['name'] for author in PROJECT['authors'])}",
        f"License-Expression: {PROJECT['license']}",
        *(f"License-File: {name}" for name in PROJECT["license-files"]),
        f"Keywords: {','.join(PROJECT['keywords'])}",
        *(f"Classifier: {name}" for name in PROJECT["classifiers"]),
        f"Requires-Python: {PROJECT['requires-python']}",
        *(f"Requires-Dist: {needed}" for needed in PROJECT["dependencies"]),
    ]
    for extra, needs in PROJECT["optional-dependencies"].items():
        lines += [
            f"Provides-Extra: {extra}",
            *(f"Requires-Dist: {each}; extra == '{extra}'" for each in needs),
        ]
    readme = (ROOT / PROJECT["readme"]).read_text("utf-8")
    return "\n".join([*lines, "Description-Content-Type: text/markdown", "", readme])
