"""`unhunch sets` and `unhunch start SET` as processes, on homes of all kinds."""

import json

import pytest

from tests.cli.programs import one_line, read_only, run

QUICK = ("--plain", "--move", "0.1", "--hold", "0.1", "--ready", "0")


def kept(home):
    return json.loads(run(("history", "--json"), home).out)["sessions"]


def test_a_set_is_kept_listed_done_and_forgotten(tmp_path):
    home = tmp_path / "home"
    assert "There are no sets" in run(("sets",), home).out and not home.exists()
    assert run(("sets", "evening", "arch=1"), home).status == 0
    assert run(("sets", "morning", "arch=2", "rotate"), home).status == 0
    assert (home / "sets.toml").stat().st_mode & 0o077 == 0
    assert json.loads(run(("sets", "--json"), home).out) == {
        "evening": ["sit-and-arch=1"],
        "morning": ["sit-and-arch=2", "sit-and-rotate"],
    }
    assert run(("start", "evening", *QUICK), home).status == 0
    (session,) = kept(home)
    assert (session["exercises"][0]["target"], session["own_target"]) == (1, False), (
        "for days, not progression"
    )
    assert run(("due",), home).status == 1
    assert "evening" in run(("completion", "bash"), home).out
    assert run(("sets", "evening", "--delete"), home).status == 0
    assert list(json.loads(run(("sets", "--json"), home).out)) == ["morning"]
    assert run(("sets", "morning"), home).out == "morning: sit-and-arch=2, sit-and-rotate\n"


def test_a_name_may_be_typed_with_capitals_and_spaces(tmp_path):
    assert "`unhunch start morning-set`" in run(("sets", "Morning set", "arch"), tmp_path).out
    kept = {"morning-set": ["sit-and-rotate"]}
    assert json.loads(run(("sets", "Morning_Set", "rotate", "--json"), tmp_path).out) == kept
    assert json.loads(run(("sets", "--json"), tmp_path).out) == kept


@pytest.mark.parametrize(
    "args",
    [
        ("-", "arch"),
        ("x" * 31, "arch"), ("both", "arch"), ("arch", "rotate"), ("x", "yoga"), ("x", "arch=0"),
        ("x", "arch="), ("x", "arch", "arch"), ("x", "both", "arch"), ("x",), ("x", "--delete"),
        ("x", "arch", "--delete"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_bad_input_is_one_line_and_changes_nothing(tmp_path, args):
    home = tmp_path / "home"
    ran = run(("sets", *args), home)
    assert (ran.status, ran.out) == (2, "")
    assert one_line(ran.err)
    assert not home.exists()


def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path):
    run(("sets", "evening", "arch=1"), tmp_path)
    file = tmp_path / "sets.toml"
    for text, status in (("evening = [", 1), ("evening = 3\nmorning = ['sit-and-arch=1']\n", 0)):
        file.write_text(text)
        ran = run(("sets",), tmp_path)
        assert (
            ran.status == status and "no sets" not in ran.out and one_line(ran.err) and "sets.toml" in ran.err
        )
        ran = run(("sets", "new", "arch"), tmp_path)
        assert (ran.status, ran.out) == (1, "") and one_line(ran.err)
        assert file.read_text() == text
    assert run(("start", "morning", *QUICK), tmp_path).status == 0
    file.write_text("old = ['gone=3']\n")
    ran = run(("start", "old", *QUICK), tmp_path)
    assert (ran.status, ran.out) == (2, "") and "'gone' is no longer there" in ran.err


def test_a_read_only_home_keeps_what_it_has(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    run(("sets", "evening", "arch=1"), home)
    before = (home / "sets.toml").read_bytes()
    read_only(home)
    ran = run(("sets", "more", "arch"), home, modes_hold=True)
    assert (ran.status, ran.out) == (1, "") and one_line(ran.err)
    assert run(("sets",), home).status == 0
    assert (home / "sets.toml").read_bytes() == before
