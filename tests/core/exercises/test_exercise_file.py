"""Exercise files: what is right is taken, what is wrong is told with file, key and reason."""

import copy
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timer.sessions import ARCH, FOLDER, ROTATE
from tui.core.exercises.exercise import Dose
from tui.core.exercises.exercise_file import parse_exercise
from tui.core.text.problems import ContentProblem

VALUES = tomllib.loads((FOLDER / "sit-and-arch.toml").read_text(encoding="utf-8"))


def changed(path: str, value: object) -> dict:
    values = copy.deepcopy(VALUES)
    *tables, last = path.split(".")
    place = values
    for name in tables:
        place = place[int(name)] if name.isdigit() else place[name]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return values


def test_the_two_exercises_have_the_doses_of_their_source() -> None:
    assert ROTATE.dose == Dose(3, (5, 10), 2.0, 2.0, 0.0) and ROTATE.two_sided
    assert ARCH.dose == Dose(3, (5, 10), 2.0, 2.0, 1.0) and not ARCH.two_sided
    for exercise in (ROTATE, ARCH):
        assert exercise.source is not None and exercise.source.author == "Rick Kaselj, MS"
        assert "not medical advice" in exercise.safety and "if it hurts, stop" in exercise.safety


def test_right_mirrors_left() -> None:
    poses = ROTATE.figure.poses
    assert poses["right"] == poses["left"].mirrored()
    assert poses["right"].twist == -40.0


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("name", None, "mine.toml: name: is missing"),
        ("name", "", "mine.toml: name: must not be empty"),
        ("name", 3, "mine.toml: name: must be a text, not a number"),
        ("name", "a\x1b[31mb", "mine.toml: name: must not hold control characters"),
        (
            *("name", "\U0001f468\u200d\U0001f467"),
            "mine.toml: name: must not hold joined or toned emoji: terminals differ in their width",
        ),
        ("two_sided", "yes", "mine.toml: two_sided: must be true or false, not a text"),
        ("word", "arch", "mine.toml: word: must be 1 to 8 capital letters, A to Z"),
        ("dose.reps", 0, "mine.toml: dose.reps: must be from 1 to 20, not 0"),
        ("dose.reps", 2.5, "mine.toml: dose.reps: must be a whole number, not a number"),
        ("dose.hold_s", float("nan"), "mine.toml: dose.hold_s: must be from 0.1 to 60, not nan"),
        ("dose.hold_s", True, "mine.toml: dose.hold_s: must be a number, not true or false"),
        ("dose.progress_to", [10, 5], "mine.toml: dose.progress_to: must rise"),
        ("dose.repetitions", 3, "mine.toml: dose.repetitions: is not a known key"),
        ("steps", [], "mine.toml: steps: must be one or more tables, [[steps]]"),
        ("steps.0.pose", "left", "mine.toml: steps[1].pose: must be one of start, end"),
        ("figure.poses.end", None, "mine.toml: figure.poses.end: is missing"),
        ("figure.poses.end.bend", 400, "mine.toml: figure.poses.end.bend: must be from -60 to 60, not 400"),
        ("figure.shares", [0.2, 0.2, 0.2, 0.2, 0.1], "mine.toml: figure.shares: must sum to 1, not 0.9"),
        ("figure.shares", [1.0], "mine.toml: figure.shares: must be a list of 5 numbers"),
        ("figure.arrow", "one two three four", "mine.toml: figure.arrow: must be at most three words"),
        ("source.author", None, "mine.toml: source.author: is missing"),
        ("typo", 1, "mine.toml: typo: is not a known key"),
    ],
)
def test_a_mistake_is_told_with_file_key_and_reason(path: str, value: object, told: str) -> None:
    with pytest.raises(ContentProblem) as problem:
        parse_exercise(changed(path, value), "mine", own=True)
    assert problem.value.line.startswith(told)


def test_a_name_that_no_command_line_could_hold_is_refused() -> None:
    with pytest.raises(ContentProblem, match="lower-case"):
        parse_exercise(VALUES, "My Exercise", own=True)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
PLACES = """name short word tagline two_sided dose dose.reps dose.progress_to source safety steps
steps.0.pose figure figure.poses figure.poses.end figure.views figure.views.0.yaw"""
paths = st.sampled_from(PLACES.split())


@given(paths, junk)
def test_whatever_stands_in_a_file_the_answer_is_an_exercise_or_a_problem(path: str, value: object) -> None:
    try:
        exercise = parse_exercise(changed(path, value), "mine", own=True)
    except ContentProblem as problem:
        assert "\n" not in problem.line
    else:
        assert exercise.id == "mine"


@pytest.mark.parametrize(
    ("id", "name", "short", "label"),
    [
        ("sit-and-arch", "Sit and Arch", "arch", "arch"),
        ("desk-tuck", "Desk Tuck", None, "Desk Tuck"),
        ("my-very-long-name", "Turn of the Whole Trunk", None, "Turn of the"),
        ("wide", "首を後ろに引く運動", None, "首を後ろに引"),
    ],
)
def test_where_there_is_little_room_it_is_called_by_a_name(
    id: str, name: str, short: str | None, label: str
) -> None:
    values = {**VALUES, "name": name, "short": short}
    made = parse_exercise({key: value for key, value in values.items() if value is not None}, id, own=True)
    assert made.label == label
