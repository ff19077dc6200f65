"""Turns the tables of an exercise file into an Exercise, or says what is wrong with them."""

import re
from collections.abc import Mapping
from typing import Any

from tui.core.exercises.exercise import LONGEST_NAME, LONGEST_SHORT, Dose, Exercise, Source, Step
from tui.core.exercises.figure_file import parse_figure
from tui.core.exercises.said import parse_said
from tui.core.text.checked import Table, content_table
from tui.core.text.limits import HOLD_RANGE, MOVE_RANGE, REPS_RANGE, WAIT_RANGE
from tui.core.text.problems import ContentProblem

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SHORT = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST_SHORT - 1}}}")
_SHORT_TOLD = f"1 to {LONGEST_SHORT} lower-case letters, digits or hyphens"
_WORD = re.compile(r"[A-Z]{1,8}")


def parse_exercise(values: Mapping[str, Any], id: str, *, own: bool) -> Exercise:
    """Return the exercise that the parsed TOML `values` of `<id>.toml` describe.

    Raises:
        ContentProblem: naming the file, the key and the reason.
    """
    file = f"{id}.toml"
    if not _ID.fullmatch(id):
        raise ContentProblem(file, "", "the name must be lower-case letters, digits and single hyphens")
    table = content_table(file, values)
    two_sided = table.flag("two_sided")
    figure = parse_figure(table.table("figure"), two_sided=two_sided)
    exercise = Exercise(
        id=id,
        name=table.text("name", longest=LONGEST_NAME),
        short=_matching(table, "short", _SHORT, id[:LONGEST_SHORT], _SHORT_TOLD),
        word=_matching(table, "word", _WORD, "MOVE", "1 to 8 capital letters, A to Z"),
        tagline=table.text("tagline", longest=60),
        two_sided=two_sided,
        dose=_dose(table.table("dose", optional=True)),
        steps=tuple(_step(step, tuple(figure.poses)) for step in table.tables("steps")),
        safety=_safety(table),
        source=_source(table),
        figure=figure,
        own=own,
        say=parse_said(table.table("say", optional=True), two_sided=two_sided),
    )
    table.no_others()
    return exercise


def _matching(table: Table, name: str, pattern: re.Pattern[str], default: str, wanted: str) -> str:
    value = table.text(name, default)
    if not pattern.fullmatch(value):
        raise table.problem(name, f"must be {wanted}")
    return value


def _dose(table: Table) -> Dose:
    default = Dose()
    low, high = REPS_RANGE
    goal = table.numbers("progress_to", 2, low, high) if table.has("progress_to") else default.progress_to
    if goal[0] > goal[1]:
        raise table.problem("progress_to", "must rise: from the fewer to the more repetitions")
    dose = Dose(
        reps=table.whole("reps", low, high, default.reps),
        progress_to=(int(goal[0]), int(goal[1])),
        move_s=table.number("move_s", *MOVE_RANGE, default.move_s),
        hold_s=table.number("hold_s", *HOLD_RANGE, default.hold_s),
        rest_s=table.number("rest_s", *WAIT_RANGE, default.rest_s),
    )
    table.no_others()
    return dose


def _step(table: Table, poses: tuple[str, ...]) -> Step:
    step = Step(
        title=table.text("title", longest=24),
        text=table.text("text", longest=400),
        pose=table.choice("pose", poses, "start"),
        across=table.flag("across", False),
    )
    table.no_others()
    return step


def _safety(table: Table) -> str:
    safety = table.table("safety", optional=True)
    text = safety.text("text", "Move only as far as is comfortable; if it hurts, stop.", longest=300)
    safety.no_others()
    return text


def _source(table: Table) -> Source | None:
    if not table.has("source"):
        return None
    source = table.table("source")
    found = Source(title=source.text("title", longest=120), author=source.text("author", longest=60))
    source.no_others()
    return found
