"""What the README says holds: keys, pictures, links, the example, the two lines."""

import re
import shlex
import tomllib

import pytest

from tests.readme import README, block, command, fresh
from tui.cli.parser import parse
from tui.core.exercises.exercise_file import parse_exercise
from tui.core.record.export import to_json
from tui.core.record.import_text import parse_import

TEXT = README.read_text(encoding="utf-8")


def test_the_generated_parts_are_fresh() -> None:
    assert fresh(TEXT) == TEXT, "run: python -m tests.readme"


def test_every_file_that_it_names_is_there() -> None:
    named = re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT)
    assert len(named) >= 5
    assert [name for name in named if not (README.parent / name).is_file()] == []


EVERYDAY = {
    "another default hold": r"\nhold_s = |\n    hold_s: ",
    "a new cue": r"(?i)tick",
    "a new column in History": r"def session_row|def header_columns",
    "a new setting": r"days_a_week",
    "another palette colour": r"(?i)colou?r",
    "a new command": r"KeyCommand\(|COMMANDS",
    "a new exercise key": r"tagline",
    "the streak rule": r"missed|MISSED",
    "the backup count": r"\nKEPT = ",
    "a new screen": r"\nTITLES = |class BaseScreen",
}
"""What each file that is named for a change must hold, or it has moved."""


@pytest.mark.parametrize("wanted", EVERYDAY)
def test_it_says_where_to_change_what(wanted: str) -> None:
    (row,) = re.findall(rf"\| {wanted} \| (.+) \|\n", TEXT)
    named = [name for name in re.findall(r"`([^`]+)`", row) if "/" in name]
    assert named
    for name in named:
        path = README.parent / name
        assert path.exists(), name
        if path.is_file():
            assert re.search(EVERYDAY[wanted], path.read_text(encoding="utf-8")), name


def test_its_exercise_can_be_used() -> None:
    examples = re.findall(r"```toml\n(.*?)```", TEXT, flags=re.DOTALL)
    (example,) = (text for text in examples if "two_sided" in text)
    exercise = parse_exercise(tomllib.loads(example), "chin-tuck", own=True)
    assert exercise.figure.poses["end"].head_slide < 0


def test_the_two_lines_set_up_what_they_need() -> None:
    for name in ("run", "test"):
        assert command(name, TEXT).startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_its_session_is_what_export_writes() -> None:
    text = block("json", TEXT)
    assert to_json(parse_import(text)) == f"{text}\n"


def test_its_six_lines_of_bringing_along_are_commands() -> None:
    lines = block("exchange", TEXT).splitlines()
    assert len(lines) == 6
    for line in lines:
        for part in line.split("&&"):
            program, *arguments = shlex.split(part, comments=True)
            assert program == "unhunch" and parse(arguments).command == arguments[0]
