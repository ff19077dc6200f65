"""Names of wide and combining characters leave every column where it is."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.ui.fakes import make_services
from tests.ui.history.years import session
from tests.ui.ink import cells_of
from tests.ui.screens.test_grid import faults
from tui.adapters.content.templates import exercise_templates
from tui.ui.app.app import UnhunchApp

pytestmark = pytest.mark.usefixtures("no_drawing")
NAMES = {
    "neck": "\u9996\u306e\u4f53\u64cd",
    "back": "Ru\u0308cken",
    "long": "\u80a9\u3068\u80cc\u4e2d\u306e\u30b9\u30c8\u30ec\u30c3\u30c1",
}
"""Three exercises by their short names: wide, combining, and wide and long."""


ROWS = 13
"""From the top, in which the menus stand."""


def columns_of(app: UnhunchApp, text: str) -> set[int]:
    """Return the cells in which a text begins, in the rows that have it."""
    found: set[int] = set()
    for row in cells_of(app)[1:ROWS]:
        for x in range(len(row)):
            if "".join(character for character, _ in row[x:]).startswith(text):
                found.add(x)
    return found


@pytest.mark.parametrize("size", [(60, 18), (100, 32)], ids=str)
async def test_columns_stay_aligned(tmp_path: Path, size: tuple[int, int]) -> None:
    (folder := tmp_path / "exercises").mkdir()
    text = exercise_templates()[0].path.read_text(encoding="utf-8")
    for short, name in NAMES.items():
        own = text.replace('"Chin Tuck"', f'"{name}"').replace('short = "tuck"', f'short = "{short}"')
        (folder / f"{short}.toml").write_text(own, encoding="utf-8")
    notes = ("\u5317\u4eac\u306e\u51fa\u5f35", "mu\u0308de", "plain")
    days = (date(2026, 11, 20) - timedelta(days=back) for back in range(3))
    records = [session(at, day, note=note) for at, (day, note) in enumerate(zip(days, notes, strict=True))]
    app = UnhunchApp(make_services(tmp_path, records=records))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert len(columns_of(app, "5 times, hold 3 s" if size[0] > 60 else "5 ")) == 1
        for keys, aligned in (((), ""), (("a",), "dra")):
            await pilot.press(*keys)
            await pilot.pause()
            assert not aligned or len(columns_of(app, aligned)) == 1, keys
            assert not [fault for fault in faults(app) if "border" in fault or "not inside" in fault]
            assert all(sum(cell_len(text) for text, _ in row) == size[0] for row in cells_of(app))
