"""Everything that is wrong with an exercise file is told at once."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui.adapters.content.templates import exercise_templates
from tui.core.exercises.exercise_file import parse_exercise
from tui.core.exercises.faults import MOST, faults_of
from tui.core.text.problems import ContentProblem

TEXT = exercise_templates()[0].path.read_text(encoding="utf-8")
LEAVES = ("name", "short", "word", "tagline", "two_sided", "dose", "steps", "figure", "safety", "say")
wrong: Any = st.one_of(st.none(), st.integers(), st.just(""), st.just([]), st.just({}), st.booleans())


def test_a_right_file_has_none() -> None:
    assert faults_of(tomllib.loads(TEXT), "chin-tuck") == ()


def test_faults_of_several_tables_are_told_together() -> None:
    text = TEXT.replace("two_sided = false", "two_sided = 3").replace("reps = 5", "reps = 500")
    text = text.replace("tagline = ", "taglin = ").replace('title = "Tuck"', "title = 4")
    assert {fault.key for fault in faults_of(tomllib.loads(text), "chin-tuck")} == {
        "two_sided",
        "dose.reps",
        "tagline",
        "taglin",
        "steps[2].title",
    }


@given(st.dictionaries(st.sampled_from(LEAVES), wrong, max_size=6))
def test_the_first_is_the_one_that_reading_stops_at_and_a_file_without_any_can_be_used(
    changes: dict[str, Any],
) -> None:
    values = {**tomllib.loads(TEXT), **changes}
    found = faults_of(values, "chin-tuck")
    assert len(found) <= MOST and len({fault.key for fault in found}) == len(found)
    try:
        parse_exercise(values, "chin-tuck", own=True)
    except ContentProblem as problem:
        assert found[0].line == problem.line
    else:
        assert found == ()
