"""What a session's screen says in words, and whether its seconds can be read."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, MONOKAI, TerminalTheme
from textual.color import Color

from tests.core.timer.sessions import ARCH, ROTATE, plan
from tests.ui.session.guided import guided, request_for
from tui.adapters.content.exercises import read_catalogue
from tui.core.exercises.exercise import Side
from tui.core.record.under_way import Identity, session_record
from tui.core.settings.settings import Settings
from tui.core.sound.player import (
    SoundState,
    mute_line,
    sound_brief,
    sound_line,
    sound_share,
    sound_word,
    volume_line,
    with_volume,
)
from tui.core.timer.now import Moments
from tui.core.timer.plan import make_plan
from tui.core.timer.session import Session
from tui.ui.kit.services import Services
from tui.ui.kit.themes import LEAST_CONTRAST, contrast
from tui.ui.session.panel import on_finishing, on_resuming, panel_width, paused_text, step_now, title

IDENTITY = Identity("1", datetime(2026, 11, 22, 14, 5, tzinfo=UTC), date(2026, 11, 22))


def paused_at(at: float, **overrides: float) -> Session:
    session = Session(plan(**overrides), 0.0)
    session.pause(at)
    return session


def test_the_title_names_the_exercise_and_its_place() -> None:
    assert title(plan(), 1) == "Both stretches, 2 of 2: Sit and Arch"
    assert title(plan([ARCH]), 0) == "Sit and Arch"
    assert title(plan([ARCH, ROTATE, ARCH]), 1) == "Your set, exercise 2 of 3: Sit and Rotate"


@pytest.mark.parametrize(
    ("at", "ready_s", "line"),
    [
        (6.0, 5.0, "Resuming: 3 s to get ready, then LEFT 1 of 3, Sit and Rotate, from the centre."),
        (3.0, 2.0, "Resuming: 2 s to get ready, then LEFT 1 of 3, Sit and Rotate, from the centre."),
        (1.0, 0.0, "Resuming: LEFT 1 of 3, Sit and Rotate, from the centre."),
        (35.0, 5.0, "Resuming: 8 s to get ready, then ARCH 1 of 3, Sit and Arch, from the centre."),
        (63.0, 5.0, "Resuming finishes the session."),
    ],
)
def test_what_resuming_will_do_is_told(at: float, ready_s: float, line: str) -> None:
    assert on_resuming(paused_at(at, ready_s=ready_s)) == line


def test_a_pause_that_nobody_asked_for_says_why() -> None:
    assert paused_text(paused_at(63.0), "It stood still.") == "It stood still.\nspace finishes the session."
    assert paused_text(Session(plan(), 0.0), "") == ""


def test_what_finishing_keeps_is_told() -> None:
    for at, line in (
        (6.0, "Nothing is counted yet: finishing here keeps nothing."),
        (15.0, "Finishing here keeps Sit and Rotate left 1, right 1, of 3 each, as stopped early."),
        (63.0, "Finishing here keeps Sit and Rotate left 3, right 3; Sit and Arch 3."),
    ):
        assert on_finishing(plan(), session_record(IDENTITY, paused_at(at), at)) == line


def test_the_panel_takes_no_more_than_half_and_a_hair_more_only_beside_a_figure_as_high_as_its_panel() -> (
    None
):
    assert all(2 * panel_width(columns, 60) <= columns for columns in range(60, 300))
    assert all(2 * panel_width(columns, 32) <= max(columns, 104) for columns in range(60, 300))


@pytest.mark.parametrize(
    ("kind", "settings", "word"),
    [
        ("sound", Settings(volume=3), "sound"),
        ("sound", Settings(muted=True), "muted"),
        ("bell", Settings(), "bell"),
        ("bell", Settings(muted=True), "muted"),
        ("off", Settings(muted=True), "no sound"),
        ("off", Settings(sounds=False), "no sound"),
    ],
)
def test_the_sound_is_told_in_a_word(kind: str, settings: Settings, word: str) -> None:
    state = SoundState(kind, "it is so")  # type: ignore[arg-type]
    assert sound_word(state, settings) == word
    assert sound_share(state, settings) == (0.3 if word == "sound" else None)
    assert (sound_line(state, settings) == "it is so") == (word != "muted")


def test_volume_stays_in_its_range_and_louder_unmutes() -> None:
    assert with_volume(Settings(volume=10), 1).volume == 10
    assert with_volume(Settings(volume=0), -1).volume == 0
    assert with_volume(Settings(volume=5, muted=True), 1).muted is False
    assert with_volume(Settings(volume=5, muted=True), -1).muted is True


@pytest.mark.parametrize(
    ("kind", "before", "step", "said"),
    [
        ("sound", Settings(volume=5), 1, "Volume 6 of 10."),
        ("starting", Settings(volume=5), -1, "Volume 4 of 10."),
        ("sound", Settings(volume=10), 1, "Volume 10 of 10, the loudest."),
        ("sound", Settings(volume=1), -1, "Volume 0 of 10: nothing is heard."),
        ("sound", Settings(volume=5, muted=True), 1, "Heard again. Volume 6 of 10."),
        ("sound", Settings(volume=5, muted=True), -1, "Volume 4 of 10, still muted."),
        ("bell", Settings(volume=5), 1, "The bell has no volume."),
        ("bell", Settings(volume=5, muted=True), 1, "Heard again. The bell has no volume."),
        ("bell", Settings(volume=1), -1, "The bell has no volume: at 0 it is silent too."),
        ("off", Settings(volume=5), 1, "in short"),
    ],
)
def test_each_press_for_volume_says_what_it_came_to(
    kind: str, before: Settings, step: int, said: str
) -> None:
    state = SoundState(kind, "at length", "in short")  # type: ignore[arg-type]
    assert volume_line(state, before, with_volume(before, step)) == said


def test_muting_and_being_heard_again_are_told() -> None:
    state = SoundState("sound", "at length", "in short")
    assert mute_line(state, Settings(muted=True)) == "Muted: m lets the cues be heard again."
    assert mute_line(state, Settings(volume=7)) == "Heard again: volume 7 of 10."
    assert sound_brief(state, Settings()) == "in short"
    assert sound_brief(SoundState("sound", "at length"), Settings()) == "at length"


@pytest.mark.parametrize("lead", Side)
def test_the_step_to_read_is_that_of_what_is_done(tmp_path: Path, lead: Side) -> None:
    bundled = read_catalogue(tmp_path).bundled
    session = Session(make_plan(bundled, {}, Settings(), lead), 0.0)
    seen = []
    for at in (0.0, 5.5, 8.0, 10.0, 13.0, 35.0, 45.0, 47.0):
        session.advance(at)
        step = step_now(Moments(session).at(at))
        seen.append(step and step.title)
    assert seen[:5] == ["Start", "Turn", "Hold", "The other side", "Hold"]
    assert seen[5] == "Start" and None not in seen
    session.pause(47.5)
    paused = step_now(Moments(session).at(48.0))
    assert paused and paused.title == "Start"


@pytest.mark.parametrize(
    ("theme", "palette"),
    [("ansi-dark", MONOKAI), ("ansi-light", DEFAULT_TERMINAL_THEME)],
    ids=["dark", "light"],
)
async def test_the_seconds_under_a_movement_can_be_read_in_the_terminals_own_colours(
    services: Services, theme: str, palette: TerminalTheme
) -> None:
    services = replace(services, settings=services.settings._replace(theme=theme))
    async with guided(services, request_for(services)) as run:
        await run.pass_time(6)
        digits = run.screen.panel.countdown.digits
        inked = [
            each for y in range(digits.size.height) for each in digits.render_line(y) if each.text.strip()
        ]
        assert (run.word, inked[-1].text.strip()) == ("LEFT", "s")
        for segment in inked:
            assert segment.style and segment.style.color
            red, green, blue = segment.style.color.get_truecolor(palette)
            assert contrast(Color(red, green, blue), Color(*palette.background_color)) >= LEAST_CONTRAST
