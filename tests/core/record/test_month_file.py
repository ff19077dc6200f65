"""Names of months and of what sync programs make of them, as those programs were seen to write them."""

from datetime import date

import pytest

from tui.core.record.month_file import is_left_by_sync, is_month, month_name, month_of_copy

LEFT = [
    "2026-11.sync-conflict-20261127-101010-ABCDEFG.json",  # Syncthing 1.19
    "2026-11 (conflicted copy 2026-11-27).json",  # Nextcloud
    "2026-11 (conflict_on_2026-11-30).json",  # Unison 2.52.1 with copyonconflict
    "2026-11.json..path1",  # rclone 1.60.1 bisync, which leaves no 2026-11.json
    "2026-11.json.conflict2",  # rclone 1.66, by its manual
]


@pytest.mark.parametrize("name", LEFT)
def test_a_copy_is_known_with_its_month(name: str) -> None:
    assert is_left_by_sync(name)
    assert month_of_copy(name) == "2026-11.json"
    assert not is_month(name)


@pytest.mark.parametrize(
    "name",
    [
        *("2026-11.json.corrupt-20261127", ".2026-11.json.tmp", "2026-111.json", "x2026-11.json"),
        *("settings.json", "2026-11", "2026-11.json\n"),
    ],
)
def test_what_is_no_copy(name: str) -> None:
    assert not month_of_copy(name)
    assert not is_left_by_sync(name)


def test_a_month_is_a_month() -> None:
    name = month_name(date(2026, 3, 31))
    assert name == "2026-03.json" and is_month(name) and month_of_copy(name) == name
    assert not is_left_by_sync(name)
