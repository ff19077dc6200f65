"""The History screen: moving about, day details, filter, sizes, and what others change meanwhile."""

import asyncio
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from textual.geometry import Size

from tests.ui.history.opening import drawn, opened, with_records
from tests.ui.history.years import TODAY, WEEK, arch_only, session, years
from tui.adapters.history.day_index import Past
from tui.adapters.history.store import HistoryStore
from tui.core.history.heatmap import Heatmap
from tui.core.record.record import ExerciseRecord, Record
from tui.core.settings.settings import Away
from tui.ui.app.look import refresh_all
from tui.ui.history import history as history_module
from tui.ui.history.day import DayScreen
from tui.ui.history.find import FindScreen
from tui.ui.history.history import HistoryScreen
from tui.ui.kit.services import Services

OVER = 2
"""Lines of the list over its rows: an edge, and the heads."""
SIZES = ((60, 18), (80, 24), (100, 32), (120, 36), (200, 60))


async def test_the_screen_tells_what_was_done(tmp_path: Path) -> None:
    services = with_records(tmp_path, [*WEEK, arch_only(9, date(2026, 11, 17), hour=8)])
    async with opened(services, (100, 32)) as (_, screen):
        text = "\n".join(drawn(screen))
        for part in (
            "Streak    5 days    your best, since 16 Nov",
            "One missed desk day is bridged, two in a row",
            "This week 5 of 5    weeks in a row 1",
            "In all    6 sessions  49 repetitions  6 min",
            "> Fri 20 Nov 2026  09:00  Both     rotate 3+3  arch 3                  1:04  fine",
            "  Day v            Time   What     Done                              Length  Felt",
            "  Tue 17 Nov 2026  08:00  Arch     arch 4  by hand                     1:04  easy",
            "Fri 20 Nov 2026: 1 session, 9 repetitions, 1 min",
            ". missed ~ bridged - partial # done o today",
            "Repetitions a week",
            "all sessions  / find",
        ):
            assert part in text


async def test_where_not_all_of_the_legend_fits_it_tells_of_what_is_in_sight(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, WEEK), (80, 24)) as (_, screen):
        legend = "".join(line.plain for line in screen.calendar.legend.draw(Size(36, 1)))
        assert "o today" in legend and "# done" in legend and "partial" not in legend


async def test_an_empty_history_says_what_to_do(services: Services) -> None:
    async with opened(services) as (pilot, screen):
        text = "\n".join(drawn(screen))
        assert "Nothing here yet" in text and "added with a" in text
        assert "[o]" in text
        for key, reason in (
            ("e", "There is no session on Sun 22 Nov 2026."),
            ("d", "There is no session on Sun 22 Nov 2026."),
            ("u", "Nothing was changed here since unhunch was started."),
            ("x", "There is nothing to export yet."),
            ("slash", "There is nothing to look for yet."),
            ("tab", "There is no session to go to yet."),
        ):
            await pilot.press(key)
            assert screen.notice.text == reason


async def test_tab_switches_and_the_keys_move(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, years(150))) as (pilot, screen):
        assert screen.moves.listing and screen.moves.row == 0
        await pilot.press("down", "j")
        assert screen.moves.row == 2
        await pilot.press("k", "up", "up")
        assert screen.moves.row == 0
        first = screen.moves.cursor
        await pilot.press("left", "h")
        assert screen.moves.cursor <= first - timedelta(days=14)
        await pilot.press("l", "right")
        assert screen.moves.cursor >= first - timedelta(days=7)
        await pilot.press("end")
        assert screen.moves.data and screen.moves.row == screen.moves.data.sessions.rows - 1
        assert (
            screen.moves.window.first <= screen.moves.cursor <= screen.moves.window.last + timedelta(days=6)
        )
        await pilot.press("pageup")
        assert screen.moves.row == screen.moves.data.sessions.rows - 1 - screen.list.page
        await pilot.press("home", "tab")
        assert not screen.moves.listing
        day = screen.moves.cursor
        await pilot.press("left", "up")
        assert screen.moves.cursor == day - timedelta(days=8)
        await pilot.press("pageup", "l", "j")
        assert screen.moves.cursor == day - timedelta(days=28)
        await pilot.press("end")
        assert screen.moves.cursor == TODAY
        await pilot.press("right", "down")
        assert screen.moves.cursor == TODAY
        await pilot.press("g")
        assert screen.moves.cursor == min(screen.moves.data.days)
        await pilot.press("tab")
        assert screen.moves.listing and screen.moves.row == screen.moves.data.sessions.rows - 1


async def test_only_the_months_in_sight_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    services = with_records(tmp_path, years(300))
    services.history.days()
    asked: list[tuple[int, int]] = []
    month = HistoryStore.month

    def counted(store: HistoryStore, year: int, number: int, past: Past) -> tuple[Record, ...]:
        asked.append((year, number))
        return month(store, year, number, past)

    monkeypatch.setattr(HistoryStore, "month", counted)
    async with opened(services) as (pilot, screen):
        assert set(asked) <= {(2026, 11), (2026, 10)}
        await pilot.press("end")
        await pilot.pause()
        assert len(set(asked)) <= 4
        assert screen.moves.data and screen.list.in_sight()[-1].day == min(screen.moves.data.days)


async def test_the_filter_shows_one_exercise(tmp_path: Path) -> None:
    gone = replace(
        arch_only(7, date(2026, 11, 12)),
        exercises=(ExerciseRecord("gone", 3, False, total=3),),
        routine="gone",
    )
    records = [*WEEK, *(arch_only(number, TODAY - timedelta(days=number)) for number in (11, 12)), gone]
    async with opened(with_records(tmp_path, records)) as (pilot, screen):
        await pilot.press("slash")
        assert isinstance(pilot.app.screen, FindScreen)
        for name in ("Sit and Arch", "gone", "all exercises", "Sit and Rotate"):
            await pilot.press(*(("tab", "right", "right") if name == "Sit and Arch" else ("right",)))
            assert f" {name} " in "\n".join(drawn(screen))
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.moves.data and screen.moves.data.sessions.rows == 5
        assert screen.title_line.right == "Sit and Rotate only  / find"
        text = drawn(screen)
        assert any("30 repetitions" in line for line in text)
        assert not any(" min" in line or "arch" in line for line in text)
        await pilot.press("down", "down")
        services = screen.services
        services.history.add(session(30, TODAY - timedelta(days=9)))
        screen.poll()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.moves.data.sessions.rows == 6
        await pilot.press("slash", "tab", "left", "enter")
        await pilot.pause()
        assert screen.moves.data.sessions.rows == 9
        await pilot.press("slash", "escape")
        assert not screen.search


async def test_words_of_a_note_are_found(tmp_path: Path) -> None:
    noted = [
        session(1, date(2026, 11, 20), note="Neck was stiff after the train"),
        session(2, date(2026, 11, 19), note="fine"),
        arch_only(3, date(2026, 11, 18), note="stiff NECK again"),
        session(4, date(2026, 11, 17)),
    ]
    async with opened(with_records(tmp_path, noted)) as (pilot, screen):
        days = screen.moves.data and screen.moves.data.days
        await pilot.press("slash", *"neck", "space", *"STIFF", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.moves.data and [screen.moves.data.sessions.record(row) for row in range(2)] == [
            noted[0],
            noted[2],
        ]
        assert screen.title_line.right == 'note has "neck STIFF"  / find'
        assert screen.moves.data.days == days
        await pilot.press("slash", "x", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.moves.data.empty and "No session is like that." in "\n".join(drawn(screen))
        await pilot.press("slash", "ctrl+u", "enter")
        await pilot.pause()
        assert screen.moves.data.sessions.rows == 4


async def test_esc_shows_everything_again_and_the_next_one_leaves(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, [*WEEK, arch_only(9, date(2026, 11, 12))])) as (pilot, screen):
        for keys in (("tab", "left"), (*"train",)):
            await pilot.press("slash", *keys, "enter")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            assert screen.search and "esc Show all" in drawn(screen)[-1]
            await pilot.press("escape")
            await pilot.pause()
            assert pilot.app.screen is screen and screen.moves.data and screen.moves.data.sessions.rows == 6
            assert screen.title_line.right == "all sessions  / find" and "esc Back" in drawn(screen)[-1]
        await pilot.press("escape")
        assert pilot.app.screen is not screen


async def test_keys_are_found_in_the_footer_as_far_as_they_fit_and_in_the_palette(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, WEEK)) as (pilot, screen):
        assert screen.moves.listing
        assert "tab Days  enter Open  a Add  e Edit  d Delete" in drawn(screen)[-1]
        await pilot.press("tab")
        assert "tab List" in drawn(screen)[-1]
        titles = " ".join(command.title for command in pilot.app.get_system_commands(screen))
        for word in ("Export the history", "Find words in notes", "holiday", "away"):
            assert word in titles
        await pilot.resize_terminal(100, 32)
        await pilot.pause()
        lines = drawn(screen)
        assert "o Away" in lines[-1] and "/ find" in lines[0] + lines[1]


async def test_two_columns_chart_each_exercise(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, years(100)), (140, 40)) as (pilot, screen):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        text = "\n".join(drawn(screen))
        for words in ("Repetitions a week", "Sit and Rotate, most at once: ", "Sit and Arch, most at once: "):
            assert words in text
        assert screen.moves.data and len(screen.moves.data.days) > 20
        await pilot.resize_terminal(100, 32)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert any(
            re.search(r"rotate +\d+ (at first, \d+ now|as at first) +[:|]+", line) for line in drawn(screen)
        )


@pytest.mark.parametrize("size", [(100, 32), (140, 40)], ids=str)
async def test_this_week_is_marked_over_its_bar_and_no_other_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    def title(screen: HistoryScreen) -> str:
        (line,) = (line for line in drawn(screen) if "Repetitions a week" in line)
        return line

    records = [session(at, TODAY - timedelta(weeks=at)) for at in range(120)]
    async with opened(with_records(tmp_path, records), size) as (pilot, screen):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        mark = title(screen).index("this week 9 v") + len("this week 9 ")
        bars = drawn(screen)[drawn(screen).index(title(screen)) + 1]
        assert bars[mark - 1 : mark + 2] in ("|| ", " | ")
        await pilot.press("tab", *["left"] * 60)
        await pilot.pause()
        assert "this week" not in title(screen) and " v" not in title(screen)


async def test_another_terminals_change_and_another_day_are_noticed(tmp_path: Path) -> None:
    services = with_records(tmp_path, WEEK)
    other = HistoryStore(services.paths, services.clock)  # type: ignore[arg-type]
    async with opened(services) as (pilot, screen):
        await pilot.press("down")
        marked = screen.moves.chosen()
        other.add(session(40, TODAY))
        screen.poll()
        await pilot.pause()
        assert screen.moves.data and screen.moves.data.sessions.rows == 6
        assert screen.moves.chosen() == marked
        assert "6 days" in "\n".join(drawn(screen))
        services.clock.pass_time(14 * 3600)  # type: ignore[attr-defined]
        screen.poll()
        await pilot.pause()
        assert screen.moves.data.today == TODAY + timedelta(days=1)


async def test_whatever_is_kept_is_what_would_be_drawn_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "TRENDS_AFTER_S", 3600.0)
    services = with_records(tmp_path, years(80, 2))
    keys = Random(27).choices(
        ["up", "down", "left", "right", "pageup", "pagedown", "tab", "home", "end"], k=13
    )
    async with opened(services) as (pilot, screen):
        for number, key in enumerate(keys):
            await pilot.press(key)
            if number % 10 == 7:
                day = TODAY - timedelta(days=number)
                HistoryStore(services.paths, services.clock).add(arch_only(900 + number, day))
                screen.poll()
            if number % 10 == 2:
                screen.app.toggle_class("-ascii")
                refresh_all(screen.app)
            words_too = asyncio.Event()
            screen.call_after_refresh(words_too.set)
            await words_too.wait()
            await pilot.pause()
            shown = drawn(screen)
            screen.list._kept.clear()
            screen.list.redraw()
            screen.calendar.show(Heatmap(()), None, 2, active=False)
            screen.draw()
            refresh_all(screen.app)
            await pilot.pause()
            assert drawn(screen) == shown, key


async def test_streak_numbers_can_be_hidden(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, years(60), show_streaks=False)) as (_, screen):
        text = "\n".join(drawn(screen))
        assert "Streak" not in text and "in a row" not in text and "Strength" not in text
        assert "This week" in text and "In all" in text


async def test_days_away_are_blank(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, date(2026, 11, 2))])
    services.away.mark(Away(date(2026, 11, 3), date(2026, 11, 20)))
    async with opened(services) as (pilot, screen):
        text = "\n".join(drawn(screen))
        assert "1 day" in text
        await pilot.press("tab", "down")
        await pilot.pause()
        assert screen.list.day == "Tue 3 Nov 2026: away"


async def test_the_mouse_works_too(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, years(60))) as (pilot, screen):
        await pilot.click(screen.list, offset=(10, 3 + OVER))
        assert screen.moves.row == 3
        assert await pilot.click(screen.calendar, offset=(5, 1))
        assert not screen.moves.listing and screen.moves.cursor == screen.moves.window.first
        await pilot.click(screen.list, offset=(10, 1 + OVER))
        row = screen.moves.row
        await pilot.click(screen.list, offset=(10, row - screen.list.top + OVER))
        await pilot.pause()
        assert isinstance(pilot.app.screen, DayScreen)


async def test_every_size_is_laid_out_and_one_that_is_too_small_says_so(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, years(400, seed=3)), (59, 17)) as (pilot, screen):
        assert "unhunch needs 60x18" in "\n".join(drawn(screen))
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert_laid_out(screen, size[0])


def assert_laid_out(screen: HistoryScreen, width: int) -> None:
    lines = drawn(screen)
    assert all(len(line) <= width for line in lines)
    text = "\n".join(lines)
    for part in ("Mon", "Sun", "Streak", "This week", "In all", "# done", "? Keys", "esc Back"):
        assert part in text
    assert screen.list.page >= 5
    assert screen.moves.window.weeks >= 10
    assert "Nov" in lines[1] + lines[2]
    words = {
        "Streak",
        "Strength",
        "sessions",
        "repetitions",
        "desk",
        "days",
        "bridged",
        "partial",
        "missed",
    }
    vocabulary = set(text.replace(",", " ").replace(".", " ").split())
    cut = {word[:-1] for word in words} & vocabulary - {"day", "session", "repetition"}
    assert not cut


@pytest.mark.parametrize(("begins", "first"), [("monday", "Mon"), ("saturday", "Sat")])
async def test_rows_begin_where_weeks_begin_and_nothing_else_changes(
    tmp_path: Path, begins: str, first: str
) -> None:
    services = with_records(tmp_path, [session(1, date(2026, 11, 20)), session(2, date(2026, 11, 15))])
    services = replace(services, settings=services.settings._replace(week_begins=begins))
    async with opened(services) as (pilot, screen):
        lines = [line.partition("||")[0] for line in drawn(screen)]
        rows = [line for line in lines if re.match(r"\W*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)  ", line)][:7]
        assert first in rows[0]
        done = {line.split()[1]: line.split("#", 1)[0] for line in rows if "#" in line}
        assert {*done} == {"Fri", "Sun"}
        assert ("This week", ("1 of 5",)) in [(fact.label, fact.values) for fact in screen.facts.facts]
        await pilot.press("tab", "left")
        assert screen.moves.cursor == date(2026, 11, 13)
