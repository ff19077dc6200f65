"""Several sets a day from the shell: `due`, `status` and its forms, as processes."""

import json
from datetime import datetime, timedelta

import pytest

from tests.cli.programs import read_only, run
from tests.homes import paths_of, session, today
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock


@pytest.fixture
def several(tmp_path):
    run(("set", "sets-a-day", "3"), tmp_path)
    return tmp_path


def test_a_set_is_due_until_so_many_are_done_and_not_too_soon(several):
    assert run(("due",), several).status == 0
    for number in range(3):
        assert run(("log", "arch"), several).status == 0
        assert run(("due",), several).status == 1, "it is too soon"
        run(("set", "hours-between", "0"), several)
        assert run(("due",), several).status == (0 if number < 2 else 1)
        run(("set", "hours-between", "2"), several)
    assert run(("status", "--format", "{sets_done}/{sets_of} {due}"), several).out == "3/3 no\n"
    assert ", 3 of 3 sets today" in run(("status",), several).out


def test_the_first_alone_is_asked_for(several):
    assert run(("due", "--first"), several).status == 0
    run(("log", "arch"), several)
    run(("set", "hours-between", "0"), several)
    assert (run(("due",), several).status, run(("due", "--first"), several).status) == (0, 1)


def test_status_as_json_tells_the_sets(several):
    before = datetime.now().astimezone()
    run(("log", "arch"), several)
    told = json.loads(run(("status", "--json"), several).out)
    assert (told["sets"], told["due"], told["done_today"]) == ({"done": 1, "of": 3}, False, True)
    assert abs(datetime.fromisoformat(told["last_at"]) - before) < timedelta(minutes=2)


def test_the_last_set_may_be_of_another_month(several):
    at = datetime.now().astimezone().replace(microsecond=0) - timedelta(days=40)
    HistoryStore(paths_of(several), MachineClock()).add(session(at, 1))
    told = json.loads(run(("status", "--json"), several).out)
    assert (told["sets"]["done"], told["last_at"], told["due"]) == (0, at.isoformat(), True)


@pytest.mark.parametrize("sets", ["1", "3"])
def test_a_bar_gets_one_object_for_both_programs(tmp_path, sets):
    run(("set", "sets-a-day", sets), tmp_path)
    before = json.loads(run(("status", "--bar"), tmp_path).out)
    run(("log", "arch"), tmp_path)
    after = json.loads(run(("status", "--bar"), tmp_path).out)
    assert [before["class"], after["class"]] == ["due", "done"]
    assert [before["state"], after["state"]] == ["Info", "Idle"]
    assert after["text"] == ("1/3" if sets == "3" else f"1/{before['text'].partition('/')[2]}")
    assert after["percentage"] == (33 if sets == "3" else 100)
    assert set(after) == {"text", "short_text", "alt", "class", "tooltip", "percentage", "state"}


@pytest.mark.parametrize(
    "args", [("status", "--bar"), ("status", "--format", "{due}"), ("due", "--first")], ids=" ".join
)
def test_each_answers_on_homes_of_all_kinds(tmp_path, args):
    assert run(args, tmp_path / "empty").status == 0
    assert not (tmp_path / "empty").exists()
    home = tmp_path / "full"
    home.mkdir()
    run(("log", "arch", "--day", "yesterday"), home)
    read_only(home)
    assert run(args, home, modes_hold=True).status == 0
    home.chmod(0o700)
    for path in (*home.rglob("*.json"), *home.glob("history")):
        path.parent.chmod(0o700)
    (home / "history" / f"{today():%Y-%m}.json").write_text('{"sessions"')
    ran = run(args, home)
    assert ran.status == (2 if args[0] == "due" else 0)
    assert "was damaged" in ran.err and "Traceback" not in ran.err
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    assert run(args, blocked).status == (2 if args[0] == "due" else 1)
