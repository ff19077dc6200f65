"""`unhunch remind` as a process, with a cron or a user manager that is played: on homes of all kinds."""

import json

import pytest

from tests.adapters.remind.fake_cron import FakeCron
from tests.cli.programs import one_line, read_only, run
from tests.homes import fill
from tui.core.remind.crontab import BEGIN, END

FOREIGN = b"# mine, \xff and \xc3\xa9\r\nMAILTO=me\n17 3 * * * true # 50\\%\n\n"


@pytest.fixture
def cron(tmp_path):
    return FakeCron(tmp_path / "cron")


@pytest.fixture
def remind(tmp_path, cron):
    home = tmp_path / "home"

    def call(*args, modes_hold=False):
        environ = {"PATH": cron.path, "HOME": str(tmp_path / "user")}
        return run(("remind", *args), home, environ=environ, modes_hold=modes_hold)

    call.home = home
    return call


def told(ran):
    return json.loads(ran.out)["reminders"]


def test_there_are_none_until_asked_for(remind):
    for args in ((), ("--show",), ("--off",)):
        ran = remind(*args)
        assert (ran.status, ran.err) == (0, "")
        assert one_line(ran.out)
    assert told(remind("--json")) is None
    assert not remind.home.exists()


def test_lines_go_into_the_crontab_and_out_again(remind, cron):
    cron.crontab.write_bytes(FOREIGN)
    ran = remind("11:00", "15:00", "--days", "mon-fri")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Reminders mon-fri at 11:00, 15:00, while a set is due, by your crontab; next ")
    assert cron.crontab.read_bytes().startswith(FOREIGN + BEGIN.encode())
    assert remind("9:30").status == 0
    text = cron.crontab.read_bytes()
    assert text.startswith(FOREIGN) and text.endswith(END.encode() + b"\n")
    assert text.count(b"remind --tick") == 1 and b"\n30 9 * * * " in text
    assert f"UNHUNCH_HOME={remind.home}".encode() in text
    cron.crontab.write_bytes(text + b"5 5 * * * last\n")
    assert told(remind("--json"))["times"] == ["09:30"]
    assert remind("--off").out == "There are no reminders any more.\n"
    assert cron.crontab.read_bytes() == FOREIGN + b"5 5 * * * last\n"
    assert [path.name for path in remind.home.iterdir()] == [".lock"]


@pytest.mark.parametrize(
    "words",
    [
        "no crontab for somebody",
        "crontab: no crontab for somebody",
        "bcrontab: Fatal: Crontab does not exist",
    ],
)
def test_a_crontab_of_our_lines_alone_is_gone_afterwards(remind, cron, words):
    """Words of cron 3.0 and systemd-cron 1.15.19, of a Mac, and of bcron 0.11, which takes a file alone."""
    cron.says_of_none(words)
    assert remind("--every", "3h", "--between", "09:00-18:00").status == 0
    assert cron.crontab.read_text().count("remind --tick") == 4
    assert remind("--off").status == 0
    assert not cron.crontab.exists()


@pytest.mark.parametrize("fault", ["denied", "full", "damaged"])
def test_where_the_crontab_cannot_be_changed_the_lines_are_printed(remind, cron, fault):
    cron.crontab.write_bytes(FOREIGN + (f"{BEGIN}\n".encode() if fault == "damaged" else b""))
    before = cron.crontab.read_bytes()
    cron.switch(fault)
    ran = remind("11:00")
    assert ran.status == 1
    assert one_line(ran.err) and "crontab" in ran.err
    assert ran.out.startswith(BEGIN) and "0 11 * * *" in ran.out
    assert cron.crontab.read_bytes() == before
    assert ("cron has not been told" in remind().out) == (fault != "damaged")
    assert remind("--off").status == (0 if fault == "full" else 1)
    assert cron.crontab.read_bytes() == before


def test_a_user_manager_is_preferred_and_left_clean(remind, cron, tmp_path):
    assert remind("11:00").status == 0
    cron.switch("manager")
    ran = remind("02:30", "12:00", "--days", "sat,sun")
    assert ran.status == 0 and "by a timer of your systemd" in ran.out
    assert not cron.crontab.exists(), "the lines of cron are out, or two would call"
    units = tmp_path / "user" / ".config" / "systemd" / "user"
    assert sorted(path.name for path in units.iterdir()) == ["unhunch-remind.service", "unhunch-remind.timer"]
    assert "OnCalendar=Sat,Sun *-*-* 03:30:00\n" in (units / "unhunch-remind.timer").read_text()
    assert cron.asked[-3:] == [
        "--user daemon-reload",
        "--user enable unhunch-remind.timer",
        "--user restart unhunch-remind.timer",
    ]
    assert remind("--off").status == 0
    assert cron.asked[-2:] == ["--user disable --now unhunch-remind.timer", "--user daemon-reload"]
    assert not (tmp_path / "user" / ".config" / "systemd").exists()


def test_a_timer_that_cannot_be_enabled_leaves_no_units(remind, cron, tmp_path):
    cron.switch("manager")
    cron.switch("failing")
    ran = remind("11:00")
    assert ran.status == 1 and one_line(ran.err) and "masked" in ran.err
    assert "[Timer]" in ran.out
    assert not (tmp_path / "user" / ".config" / "systemd").exists()


def test_pause_and_test(remind, cron):
    assert remind("--pause", "3").status == 2
    remind("11:00")
    assert "; paused until " in remind("--pause", "3").out
    assert told(remind("--json"))["paused_until"]
    assert told(remind("--pause", "0", "--json"))["paused_until"] is None
    assert remind("--test").status == 0
    assert cron.shown[0].startswith("Time to stretch|This is how a reminder looks.|")
    cron.switch("no-bus")
    ran = remind("--test")
    assert ran.status == 1 and one_line(ran.err) and "D-Bus" in ran.err


@pytest.mark.parametrize(
    "args",
    [
        ("x",), ("25:00",), ("11:00", "11:30"), ("--days", "mon-fri"), ("11:00", "--days", "someday"),
        ("--every", "3h"), ("--between", "09:00-18:00"), ("--every", "5m", "--between", "09:00-18:00"),
        ("11:00", "--every", "3h", "--between", "09:00-18:00"), ("11:00", "--off"), ("--off", "--show"),
        ("--pause", "-1"), ("--pause", "366"), ("--pause", "x"), ("--test", "--pause", "1"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_bad_input_is_one_line_and_changes_nothing(remind, cron, args):
    ran = remind(*args)
    assert (ran.status, ran.out) == (2, "")
    assert one_line(ran.err)
    assert not remind.home.exists() and not cron.crontab.exists()


def test_a_full_a_damaged_and_a_read_only_home(remind, cron):
    remind.home.mkdir()
    fill(remind.home, days=14)
    assert remind("11:00").status == 0
    (remind.home / "reminders.json").write_text('{"schema": 1, "times": [99999]')
    ran = remind()
    assert ran.status == 1 and one_line(ran.err) and "reminders.json cannot be read" in ran.err
    assert (remind("--tick").status, remind("--tick").err) == (0, "")
    assert remind("--off").status == 0
    assert not cron.crontab.exists() and not (remind.home / "reminders.json").exists()
    read_only(remind.home)
    ran = remind("11:00", modes_hold=True)
    assert (ran.status, ran.out) == (1, "")
    assert one_line(ran.err)
    assert not cron.crontab.exists()


@pytest.mark.parametrize("home", ["empty", "full", "file"])
def test_a_call_never_says_anything(remind, cron, home):
    if home == "file":
        remind.home.write_text("no folder")
    if home == "full":
        remind.home.mkdir()
        fill(remind.home, days=14)
    ran = remind("--tick")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert cron.shown == []


def test_what_is_damaged_is_told_and_mended_by_the_next_plan(remind):
    remind.home.mkdir()
    (remind.home / "reminders.json").write_text("{}")
    ran = remind()
    assert ran.status == 1 and one_line(ran.err) and "reminders.json cannot be read" in ran.err
    assert remind("11:00").status == 0
    assert told(remind("--json"))["times"] == ["11:00"]
