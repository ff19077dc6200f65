"""What cannot be used, or was typed wrongly, is named as what it is, once."""

import json

import pytest

from tests.adapters.remind.fake_cron import FakeCron
from tests.cli.programs import one_line, run
from tests.core.exchange.wholes import TUCK

QUICK = ("--plain", "--reps", "1", "--move", "0.1", "--hold", "0.1", "--ready", "0")


@pytest.fixture
def home(tmp_path):
    """A home with an exercise that cannot be used, two sets of one's own, and one that is none."""
    home = tmp_path / "home"
    (home / "exercises").mkdir(parents=True)
    (home / "exercises" / "chin-tuck.toml").write_text("name = 3\n")
    (home / "sets.toml").write_text(
        'evening = ["sit-and-arch"]\nneck = ["chin-tuck"]\nbad = ["sit-and-arch=99"]\n'
    )
    return home


@pytest.mark.parametrize(
    "args",
    [("start", "chin-tuck", *QUICK), ("start", "neck", *QUICK), ("exercises", "chin-tuck"),
     ("log", "chin-tuck"), ("set", "reps.chin-tuck", "4"), ("sets", "more", "chin-tuck")],
    ids=" ".join,
)  # fmt: skip
def test_an_exercise_that_cannot_be_used_is_not_unknown(home, args):
    ran = run(args, home)
    assert (ran.status, ran.out) == (2, "")
    assert "'chin-tuck' cannot be used: chin-tuck.toml: two_sided" in ran.err
    assert "unknown" not in ran.err and "no longer there" not in ran.err


@pytest.mark.parametrize("args", [("start", "bad", *QUICK), ("sets", "bad")])
def test_a_set_that_cannot_be_used_is_not_unknown(home, args):
    ran = run(args, home)
    assert (ran.status, ran.out) == (2, "") and one_line(ran.err)
    assert "sets.toml: bad: repetitions" in ran.err


def test_start_lists_the_sets_that_there_are(home):
    (home / "sets.toml").write_text('evening = ["sit-and-arch"]\n')
    ran = run(("start", "yoga", *QUICK), home)
    assert ran.status == 2 and one_line(ran.err) and ran.err.endswith("sit-and-arch or arch, evening)\n")
    assert "evening" not in run(("log", "yoga"), home).err, "no set can be logged by its name"


def test_an_exercise_in_a_folder_that_cannot_be_read_may_be_there(home):
    (home / "exercises" / "chin-tuck.toml").write_bytes(TUCK)
    (home / "exercises").chmod(0)
    ran = run(("exercises", "chin-tuck"), home, modes_hold=True)
    (home / "exercises").chmod(0o700)
    assert ran.status == 2 and one_line(ran.err) and "exercises: Permission denied" in ran.err


@pytest.mark.parametrize("what", [".", "sets.toml"])
@pytest.mark.parametrize("args", [("sets",), ("sets", "--json"), ("sets", "evening")], ids=" ".join)
def test_sets_that_cannot_be_read_are_not_none(home, what, args):
    (home / what).chmod(0)
    ran = run(args, home, modes_hold=True)
    (home / what).chmod(0o700)
    assert (ran.status, ran.out) == (1, "") and one_line(ran.err) and "Permission denied" in ran.err


@pytest.mark.parametrize("what", ["home", "around"])
@pytest.mark.parametrize(
    "args",
    [("get",), ("get", "reps.arch"), ("set", "reps.arch", "4"), ("set", "hold", "3"), ("away",), ("log",)],
    ids=" ".join,
)
def test_a_home_that_cannot_be_read_is_one_fault(tmp_path, what, args):
    home = tmp_path / "around" / "home"
    home.mkdir(parents=True)
    shut = home if what == "home" else home.parent
    shut.chmod(0)
    ran = run(args, home, modes_hold=True)
    shut.chmod(0o700)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"unhunch: cannot read {home}: Permission denied\n"


@pytest.mark.parametrize(
    "args",
    [
        ("remind", "10:00", "--days", ""), ("sets", "--delete"), ("sets", "--delete", "--json"),
        ("import", "README.md", "--replace", ""),
        ("import", "README.md", "--replace", ","),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_names_nothing_is_wrong_usage(tmp_path, args):
    cron = FakeCron(tmp_path / "cron")
    ran = run(args, tmp_path / "home", environ={"PATH": cron.path})
    assert (ran.status, ran.out) == (2, "") and one_line(ran.err)
    assert not cron.crontab.exists() and not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("log", "arch", "--note", "a\udcffb"), "The note: holds bytes that are no UTF-8 text"),
        (("log", "arch", "--note", "x" * 1001), "The note: must be a text of at most 1000 characters"),
        (("status", "--format", "{streak!r}"), "status: --format: {streak} takes no more (without ! and :)"),
        (("status", "--format", "{streak:>3}"), "status: --format: {streak} takes no more (without ! and :)"),
    ],
)
def test_the_real_fault_is_named_once(tmp_path, args, told):
    ran = run(args, tmp_path / "home")
    assert (ran.status, ran.err) == (2, f"unhunch: {told}\n")


def test_away_offers_the_words_that_its_help_names(tmp_path):
    told, helped = run(("away", "foo"), tmp_path), run(("away", "--help"), tmp_path)
    assert told.status == 2
    for word in ("today", "tomorrow", "yesterday"):
        assert word in told.err and word in helped.out
        assert run(("away", word), tmp_path).status == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [("x = [", "is not TOML 1.0"), ('home.history = "escape"', "line 1"), ('nothing = "x"', "line 1")],
)
def test_the_doctor_tells_of_broken_keys(tmp_path, content, told):
    (tmp_path / "keys.toml").write_text(content)
    ran = run(("doctor",), tmp_path)
    assert ran.status == 1 and "WRONG Keys" in ran.out and told in ran.out
    (tmp_path / "keys.toml").write_text('home.history = "g"')
    assert "1 command with keys of your own" in run(("doctor",), tmp_path).out


def test_a_damaged_file_of_repetitions_is_told_where_they_are_set(tmp_path):
    assert run(("set", "reps.arch", "5"), tmp_path).status == 0
    assert run(("set", "reps.arch", "6"), tmp_path).status == 0, "the first change of a day keeps a backup"
    (tmp_path / "progress.json").write_text("xx\n")
    ran = run(("set", "reps.rotate", "4"), tmp_path)
    assert ran.status == 0 and one_line(ran.err) and "progress.json was damaged" in ran.err
    told = json.loads(run(("get", "--json"), tmp_path).out)
    assert (told["reps.sit-and-arch"], told["reps.sit-and-rotate"]) == (5, 4), "the backup's, and the new one"
