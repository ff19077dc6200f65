"""Large letters, dots and the bar as they are drawn."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget

from tests.core.timer.sessions import ARCH, ROTATE
from tui.adapters.content.shipped import read_letters
from tui.core.exercises.exercise import Side
from tui.core.timer.now import ExercisePart, RepetitionRow, clock
from tui.ui.kit.big_word import BigWord
from tui.ui.kit.themes import DARK, text_colours
from tui.ui.session.gauges import Dots, SessionBar

WORDS = ("READY", "HOLD")


class Bench(App[None]):
    """One widget alone."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return text_colours(DARK, DARK.to_color_system().generate())

    def compose(self) -> ComposeResult:
        yield self.widget

    def lines(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]


def repaints(widget: Widget, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Write down each time that `widget` asks to be painted."""
    asked: list[Any] = []
    usual: Callable[..., Any] = widget.refresh

    def refresh(*regions: Any, **options: Any) -> Any:
        asked.append((regions, options))
        return usual(*regions, **options)

    monkeypatch.setattr(widget, "refresh", refresh)
    return asked


@pytest.mark.parametrize(
    ("size", "rows", "ink"),
    [((28, 18), 5, "█"), ((40, 24), 5, "██"), ((48, 32), 8, "███"), ((90, 60), 13, "█████")],
)
async def test_a_word_is_as_large_as_there_is_room(size: tuple[int, int], rows: int, ink: str) -> None:
    word = BigWord(read_letters(), WORDS)
    app = Bench(word)
    async with app.run_test(size=size) as pilot:
        word.show("HOLD")
        await pilot.pause()
        lines = app.lines()
        assert word.size.height == rows
        assert lines[0].lstrip().startswith(ink + " ")
        assert all(line.strip() for line in lines[:rows])


async def test_a_word_that_nobody_announced_is_set_smaller() -> None:
    word = BigWord(read_letters(), WORDS)
    app = Bench(word)
    async with app.run_test(size=(40, 24)) as pilot:
        word.show("PAUSED")
        await pilot.pause()
        assert app.lines()[0].strip() == "█████▄ ▄████▄ ██  ██ ▄█████ █████ █████▄"


async def test_where_no_letter_fits_the_word_stands_as_it_is() -> None:
    word = BigWord(read_letters(), ("STRETCHY",))
    app = Bench(word)
    async with app.run_test(size=(20, 10)) as pilot:
        word.show("STRETCHY")
        await pilot.pause()
        assert app.lines()[2].strip() == "S T R E T C H Y"


async def test_in_ascii_ink_has_one_colour_for_letter_and_ground() -> None:
    word = BigWord(read_letters(), WORDS)
    app = Bench(word)
    app.add_class("-ascii")
    app.stylesheet.add_source(".big-word--ink { color: red; background: red; }")
    async with app.run_test(size=(40, 24)) as pilot:
        word.show("HOLD")
        await pilot.pause()
        inked = [segment for segment in word.render_line(0) if "#" in segment.text]
        assert inked
        assert all(segment.style.color == segment.style.bgcolor for segment in inked if segment.style)


@pytest.mark.parametrize(("width", "unit"), [(40, " s"), (7, "")])
async def test_a_unit_stands_behind_the_foot_where_there_is_room(width: int, unit: str) -> None:
    number = BigWord(read_letters(), ("0",), unit="s")
    app = Bench(number)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        assert "s" not in "".join(app.lines()), "without a number there is none"
        number.show("3")
        await pilot.pause()
        *upper, foot = app.lines()[: number.size.height]
        assert foot.strip() == "█████▀" + unit
        assert not any("s" in line for line in upper)


async def test_only_what_changes_is_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    word = BigWord(read_letters(), WORDS)
    async with Bench(word).run_test(size=(40, 24)):
        asked = repaints(word, monkeypatch)
        word.show("HOLD")
        word.show("HOLD")
        assert len(asked) == 1


@pytest.mark.parametrize(
    ("width", "reps", "line"),
    [
        (34, 3, "left   ● ● ○  2 of 3 done"),
        (34, 12, "left   ●●○○○○○○○○○○  2 of 12 done"),
        (28, 20, "left   ●●○○○○○○○○○○○○○○○○○○"),
    ],
)
async def test_dots_take_the_room_that_there_is(width: int, reps: int, line: str) -> None:
    dots = Dots()
    app = Bench(dots)
    async with app.run_test(size=(width, 4)) as pilot:
        row = (True, True, *[False] * (reps - 2))
        dots.show((RepetitionRow(Side.LEFT, row), RepetitionRow(Side.RIGHT, row)))
        await pilot.pause()
        assert app.lines()[0] == line
        assert app.lines()[1].startswith("right")


async def test_dots_are_painted_only_when_one_is_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    dots = Dots()
    async with Bench(dots).run_test(size=(34, 4)):
        asked = repaints(dots, monkeypatch)
        dots.show((RepetitionRow(None, (True, False)),))
        dots.show((RepetitionRow(None, (True, False)),))
        assert len(asked) == 1


async def test_the_bar_shows_parts_in_proportion_and_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    bar = SessionBar()
    app = Bench(bar)
    parts = (ExercisePart(ROTATE, 0.5, 0.5), ExercisePart(ARCH, 0.5, 0.0))
    async with app.run_test(size=(60, 3)) as pilot:
        bar.show(parts, 0, 42.2)
        await pilot.pause()
        (line,) = app.lines()[:1]
        assert line.endswith("0:43 left")
        assert line.startswith("rotate ━━━━━━━━╸────────")
        assert "arch ────────────────" in line
        asked = repaints(bar, monkeypatch)
        bar.show(parts, 0, 42.1)
        assert asked == []
        bar.show(parts, 0, 42.0)
        assert len(asked) == 1


async def test_a_narrow_bar_leaves_out_the_names() -> None:
    bar = SessionBar()
    app = Bench(bar)
    async with app.run_test(size=(34, 3)) as pilot:
        bar.show(tuple(ExercisePart(ROTATE, 0.25, 1.0) for _ in range(4)), 0, 5)
        await pilot.pause()
        assert "rotate" not in app.lines()[0]
        assert app.lines()[0].endswith("0:05 left")


def test_time_left_is_rounded_up() -> None:
    assert [clock(seconds) for seconds in (0, 0.1, 59.5, 60.0, 64.0)] == [
        "0:00",
        "0:01",
        "1:00",
        "1:00",
        "1:04",
    ]


async def test_what_the_border_says_is_whole_though_said_before_there_was_room() -> None:
    word = BigWord(read_letters(), WORDS)
    word.tell("then RIGHT")
    async with Bench(word).run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        assert str(word.border_subtitle) == "then RIGHT"
