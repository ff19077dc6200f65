"""The list of sessions in the order of one of its columns."""

from datetime import date
from pathlib import Path

from tests.ui.history.opening import drawn, opened, with_records
from tests.ui.history.years import WEEK, arch_only, session
from tui.core.history.order import SortColumn
from tui.core.record.record import Felt


async def test_the_list_is_ordered_by_each_column(tmp_path: Path) -> None:
    sessions = [
        session(1, date(2026, 11, 20), hour=9, seconds=64.0, felt=Felt.FINE),
        session(2, date(2026, 11, 19), hour=8, seconds=90.0, felt=None, reps=5, left=5, right=5, arch=5),
        arch_only(3, date(2026, 11, 18), hour=17, seconds=30.0),
    ]

    async with opened(with_records(tmp_path, sessions), (100, 32)) as (pilot, screen):

        def rows() -> list[str]:
            data = screen.moves.data
            assert data
            found = [data.sessions.record(row) for row in range(data.sessions.rows)]
            return ["abc"[sessions.index(record)] for record in found if record]

        seen = ["".join(rows())]
        for key in ("S", "S", "S", "S", "S", "r", "S", "r"):
            await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            seen.append("".join(rows()))
        assert seen == ["abc", "bac", "abc", "bac", "bac", "acb", "cab", "abc", "cba"]
        await pilot.press("r")
        at = next(line for line in drawn(screen) if "Day" in line and "Time" in line).index("Time")
        y = next(y for y, line in enumerate(drawn(screen)) if "Day" in line and "Time" in line)
        await pilot.click(offset=(at, y))
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "".join(rows()) == "bac"
        assert screen.order.column is SortColumn.TIME


async def test_the_list_is_ordered_by_columns_that_are_shown(tmp_path: Path) -> None:
    heads = {"Day": "newest", "Time": "earliest", "What": "what was", "Done": "most", "Length": "longest"}
    async with opened(with_records(tmp_path, WEEK), (60, 18)) as (pilot, screen):
        for columns, size in ((4, (60, 18)), (6, (100, 32))):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            head = next(line for line in drawn(screen) if "Day" in line and "Time" in line)
            shown = [words for name, words in {**heads, "Felt": "sore ones"}.items() if name in head]
            assert len(shown) == columns
            said = []
            for _ in shown:
                await pilot.press("S")
                said.append(screen.notice.text)
            assert all(words in line for words, line in zip([*shown[1:], shown[0]], said, strict=True))
