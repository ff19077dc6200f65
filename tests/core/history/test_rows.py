"""A session as a row: everything in its column, and nothing cut in the middle of a word."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.history.years import TODAY, arch_only, session
from tui.core.history.rows import CUT, Names, detail_lines, fitted, session_row
from tui.core.record.record import ExerciseRecord, Felt, Origin
from tui.core.text.width import cells

NAMES = Names(
    {"sit-and-rotate": "rotate", "sit-and-arch": "arch"},
    {"sit-and-rotate": "Sit and Rotate", "sit-and-arch": "Sit and Arch"},
)


def row(record: object, width: int = 90) -> str:
    return session_row(record, NAMES, width, TODAY).text.rstrip()  # type: ignore[arg-type]


def test_a_row_tells_everything_where_there_is_room() -> None:
    record = session(1, date(2026, 11, 20), arch=2, hour=16, minute=40, note="late")
    when, done = "Fri 20 Nov 2026  16:40  Both     ", "rotate 3+3  arch 2 of 3  stopped"
    assert row(record) == f"{when}{done}    1:04  fine  late"


def test_a_row_by_hand() -> None:
    assert row(arch_only(1, date(2026, 11, 19))) == (
        "Thu 19 Nov 2026  09:00  Arch     arch 4  by hand                     1:04  easy"
    )


def test_marks_stay_in_their_columns_without_an_answer() -> None:
    record = session(1, date(2026, 11, 20), arch=2, felt=None)
    assert row(replace(record, note="late")).endswith("arch 2 of 3  stopped    1:04        late")


def test_a_narrow_row_leaves_out_year_and_routine() -> None:
    assert (
        row(session(1, date(2026, 11, 20)), 56) == "Fri 20 Nov  09:00  rotate 3+3  arch 3               fine"
    )
    assert (
        row(session(1, date(2024, 11, 2)), 56) == " 2 Nov '24  09:00  rotate 3+3  arch 3               fine"
    )
    assert row(arch_only(1, TODAY), 56) == "Sun 22 Nov  09:00  arch 4 by hand                   easy"
    assert row(arch_only(1, TODAY, note="in the park"), 56).endswith("easy")


@pytest.mark.parametrize("note", ["漢字漢字漢字漢字漢字漢字", "[bold]two[/bold] x", "plain longer note"])
def test_of_a_note_is_told_what_fits_and_no_stump(note: str) -> None:
    told = set()
    for width in range(74, 130):
        bare = row(arch_only(1, TODAY), width)
        told.add(row(arch_only(1, TODAY, note=note), width).removeprefix(bare).strip())
    assert {"", note} < told
    for text in told - {"", note}:
        assert text.endswith(CUT) and cells(text) > 5
        assert note.startswith(text.removesuffix(CUT).rstrip())


@pytest.mark.parametrize("width", [56, 74, 88, 90])
def test_the_verdicts_are_never_cut(width: int) -> None:
    record = session(1, date(2026, 11, 20), left=2, right=1, arch=2, note="a note")
    text = row(replace(record, origin=Origin.HAND), width)
    assert "stopped" in text and "by hand" in text and cells(text) <= width
    assert "rotate 2+1 of 3" in text and ("arch 2 of 3" in text or width == 56)
    many = replace(record, exercises=record.exercises * 4)
    assert f"{CUT}{'  ' if width >= 74 else ' '}stopped" in row(many, width)


def test_one_exercise_alone_can_be_told() -> None:
    text = session_row(session(1, date(2026, 11, 20), arch=2), NAMES, 74, TODAY, "sit-and-rotate").text
    assert text == "Fri 20 Nov  09:00  Both     rotate 3+3                        fine"


def test_user_text_is_shown_as_it_is_and_controls_are_not() -> None:
    part = ExerciseRecord("gone[red]", 3, False, total=3)
    record = replace(arch_only(1, TODAY), exercises=(part,), routine="gone[red]", note="[b]\x1b]0;x\n")
    assert "gone[red] 3" in row(record)
    assert "[b]?]0;x" in row(record, 100)


def test_details_tell_what_is_kept() -> None:
    record = session(1, TODAY, arch=2, stiffness_before=5, stiffness_after=None, note="a note")
    assert detail_lines(record, NAMES) == [
        ("Sit and Rotate", "left 3, right 3, hold 2 s, fine"),
        ("Sit and Arch", "2 of 3, hold 2 s, fine"),
        ("Length", "1 min"),
        ("Led by", "left"),
        ("Stiffness", "5 before, not said after"),
        ("Note", "a note"),
    ]
    assert ("Length", "about 1 min") in detail_lines(arch_only(1, TODAY), NAMES)


notes = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@given(notes, st.integers(56, 200), st.integers(0, 99), st.sampled_from([None, *Felt]))
def test_a_row_fits_and_is_printable(note: str, width: int, count: int, felt: Felt | None) -> None:
    record = session(1, date(2025, 1, 2), left=count, right=count, arch=count, felt=felt, note=note)
    text = row(record, width)
    assert cells(text) <= width
    assert text.isprintable()


@given(st.lists(st.text("abc d", max_size=9).map(str.strip).filter(bool), max_size=8), st.integers(3, 40))
def test_fitted_cuts_between_words(texts: list[str], width: int) -> None:
    line = fitted(texts, width)
    assert cells(line) <= width
    words = [word for text in texts for word in text.split()]
    kept = line.removesuffix(CUT).split()
    assert kept == words[: len(kept)]
    assert line.endswith(CUT) == (len(kept) < len(words))
