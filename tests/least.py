"""Prints the least versions that pyproject.toml allows, for pip: `python -m tests.least`."""

import re
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
_REQUIREMENT = re.compile(r"([\w-]+)(?:>=|==)([\d.]+?)(?:\.\*)?(?:,[^;]*)?(;.*)?")


def least(requirement: str) -> str:
    """Return a requirement of nothing but the least version that one of ours allows."""
    found = _REQUIREMENT.fullmatch(requirement.strip())
    if found is None:
        raise ValueError(f"names no least version: {requirement}")
    name, version, marker = found.groups()
    return f"{name}=={version}{marker or ''}"


def main() -> None:
    """Print one requirement a line."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    print("\n".join(least(requirement) for requirement in project["dependencies"]))


if __name__ == "__main__":
    main()
