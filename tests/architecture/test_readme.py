"""What the README says holds: keys, pictures, links, the example, the two lines."""

import re
import shlex
import tomllib

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
