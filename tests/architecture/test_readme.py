"""What the README says holds: keys, pictures, links, the example, the two lines."""

import re
import tomllib

from tests.readme import README, command, fresh
from tui.core.exercises.exercise_file import parse_exercise

TEXT = README.read_text(encoding="utf-8")


def test_the_generated_parts_are_fresh() -> None:
    assert fresh(TEXT) == TEXT, "run: python -m tests.readme"


def test_every_file_that_it_names_is_there() -> None:
    named = re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT)
    assert len(named) >= 5
    assert [name for name in named if not (README.parent / name).is_file()] == []


def test_its_exercise_can_be_used() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", TEXT, flags=re.DOTALL)
    exercise = parse_exercise(tomllib.loads(example), "chin-tuck", own=True)
    assert exercise.figure.poses["end"].head_slide < 0


def test_the_two_lines_set_up_what_they_need() -> None:
    for name in ("run", "test"):
        assert command(name, TEXT).startswith("python3 -m venv .venv && .venv/bin/pip install ")
