"""So many days a week from the shell: `set`, `due`, `status`, `history`, as processes."""

import json
from datetime import timedelta

from tests.cli.programs import run
from tests.homes import today


def test_the_week_is_what_is_due(tmp_path):
    run(("set", "days-a-week", "2"), tmp_path)
    monday = today() - timedelta(days=today().weekday())
    for weeks in (1, 2, 3):
        for weekday in (1, 5):
            day = monday - timedelta(weeks=weeks) + timedelta(days=weekday)
            assert run(("log", "arch", "--day", day.isoformat()), tmp_path).status == 0
    assert run(("due",), tmp_path).status == 0
    assert run(("status",), tmp_path).out == "streak 3 weeks, this week 0 of 2, not yet today\n"
    told = json.loads(run(("status", "--json"), tmp_path).out)
    assert (told["streak"], told["unit"], told["week"], told["strength"]) == (
        3,
        "week",
        {"done": 0, "of": 2},
        None,
    )
    page = run(("history",), tmp_path).out
    assert "2 days a week: one week with fewer is bridged, two in a row end it." in page
    assert "3 weeks" in page and "missed" in page
    run(("log", "arch"), tmp_path)
    assert run(("due",), tmp_path).status == 1
    run(("set", "days-a-week", "1"), tmp_path)
    assert run(("status",), tmp_path).out == "streak 4 weeks, this week 1 of 1, done today\n"
    run(("set", "days-a-week", "default"), tmp_path)
    assert json.loads(run(("status", "--json"), tmp_path).out)["unit"] == "day"


def test_a_full_week_asks_for_nothing_more_and_away_days_neither(tmp_path):
    run(("set", "days-a-week", "3"), tmp_path)
    run(("away", "today"), tmp_path)
    assert run(("due",), tmp_path).status == 1
    run(("undo",), tmp_path)
    assert run(("due",), tmp_path).status == 0
    assert run(("set", "days-a-week", "8"), tmp_path).status == 2
