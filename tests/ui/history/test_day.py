"""A day is told in full over the History screen."""

from datetime import date
from pathlib import Path

from tests.ui.history.opening import drawn, opened, with_records
from tests.ui.history.years import TODAY, arch_only, session
from tui.ui.history.day import DayScreen, SessionTold


async def test_enter_opens_the_day(tmp_path: Path) -> None:
    day = date(2026, 11, 19)
    records = [session(1, day, hour=9, note="[bold]by the window"), arch_only(2, day, hour=16)]
    async with opened(with_records(tmp_path, records)) as (pilot, screen):
        await pilot.press("down", "enter")
        assert isinstance(pilot.app.screen, DayScreen)
        text = "\n".join(drawn(screen))
        assert "09:00  Both, 2 of 2" in text
        assert "[bold]by the window" in text
        assert "left 3, right 3, hold 2 s, fine" in text
        await pilot.press("up")
        await pilot.pause()
        assert "16:00  Arch, 1 of 2" in "\n".join(drawn(screen))
        await pilot.press("escape")
        assert pilot.app.screen is screen
        await pilot.press("tab", "up", "enter")
        await pilot.pause()
        assert "No session." in "\n".join(drawn(screen))


async def test_a_long_note_stays_in_its_column(tmp_path: Path) -> None:
    note = "the upper back moved more freely than yesterday, and nothing ached when it was over"
    async with opened(with_records(tmp_path, [session(0, TODAY, note=note)])) as (pilot, screen):
        await pilot.press("enter")
        await pilot.pause()
        told = pilot.app.screen.query_one(SessionTold)
        lines = str(told.render()).splitlines()
        assert told.size.height == len(lines)
        first, *more = lines[next(at for at, line in enumerate(lines) if line.startswith("Note ")) :]
        assert more and not "".join(line[:16] for line in more).strip()
        assert " ".join(line[16:] for line in (first, *more)) == note
        assert all(line[16:] in "\n".join(drawn(screen)) for line in (first, *more))
