"""The whole way on a real terminal: first start, a session of both, its Summary, and the history."""

import re

import pytest

from tests.adapters.sound.pcm import Pace, Recording, disk_driver
from tests.homes import today
from tests.terminal.harness import PROGRAM, Terminal, environment
from tests.terminal.words import WordReader
from tests.witness import Witness, excused
from tui.adapters.content.shipped import read_grammar
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.record.record import Felt, Origin
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Cue, Head

LOOK_S = 0.9
"""A key pressed sooner on a new screen counts as meant for the one before."""
SHORT = ("--reps", "1", "--move", "0.3", "--hold", "0.3", "--ready", "1")
ROTATION = ["LEFT", "HOLD", "RIGHT", "HOLD", "BACK"]
ARCH = ["ARCH", "HOLD", "BACK", "DONE"]


def test_a_first_start_leads_to_home_and_is_not_seen_again(tmp_path):
    with Terminal(PROGRAM, environment(tmp_path)) as terminal:
        terminal.wait_for("Not medical advice")
        terminal.read_for(LOOK_S)
        terminal.type("\r")
        terminal.wait_for("Both stretches")
        terminal.wait_for("Sit and Arch")
        terminal.read_for(LOOK_S)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert not terminal.in_alternate_screen
        assert not terminal.cursor_hidden
        assert terminal.settings_restored
    with Terminal(PROGRAM, environment(tmp_path)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.read_for(LOOK_S)
        terminal.type("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.slow
def test_the_main_job(tmp_path):
    raw = tmp_path / "sound.raw"
    home = tmp_path / "home"
    environ = environment(home, **disk_driver(raw))
    pace = Pace(raw)
    with Terminal((*PROGRAM, "start", "both", *SHORT), environ) as terminal, Witness() as witness:
        terminal.watchers.append(pace.sample)
        words = WordReader(terminal)
        terminal.wait_for(lambda: words.seen[-1:] == ["NEXT"])
        terminal.type(" ")
        terminal.wait_for(lambda: words.seen[-1] == "PAUSED")
        terminal.read_for(0.5)
        terminal.type(" ")
        terminal.wait_for("How was it?")
        terminal.wait_for("left 1, right 1")
        assert words.seen == ["READY", *ROTATION, "NEXT", "PAUSED", "READY", *ARCH]
        terminal.wait_for(lambda: "saved" in terminal.lines[0] and "not saved" not in terminal.text)
        terminal.read_for(LOOK_S)
        terminal.type("f")
        terminal.wait_for("fine, noted")
        terminal.type("\r")
        assert terminal.wait_for_end() == 0
        assert terminal.settings_restored
    _check_record(home)
    with excused(witness, behind_s=terminal.behind_s):
        _check_sound(Recording.read(raw, pace), words)
    _check_history(home)


@pytest.mark.slow
def test_from_home_through_a_session_and_back(tmp_path):
    quick = Settings(welcomed=True, ready_s=0.5, move_s=0.2, hold_s=0.2, rest_s=0.2, between_s=0.5)
    SettingsStore(Paths(tmp_path, tmp_path / "logs"), MachineClock()).write(quick)
    with Terminal(PROGRAM, environment(tmp_path)) as terminal:
        terminal.wait_for("Both stretches")
        words = WordReader(terminal)
        terminal.type("\r")
        terminal.wait_for("How was it?")
        expected = ["READY", *(["LEFT", "HOLD", "RIGHT", "HOLD"] * 3), "BACK", "NEXT"]
        assert words.seen == [*expected, *(["ARCH", "HOLD", "BACK", "REST"] * 3)[:-1], "DONE"]
        terminal.read_for(LOOK_S)
        terminal.type("\r")
        terminal.wait_for("Streak")
        terminal.wait_for("1 day")
        terminal.read_for(LOOK_S)
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def _check_record(home):
    (record,) = HistoryStore(Paths(home, home / "logs"), MachineClock()).all()
    rotate, arch = record.exercises
    assert (rotate.left, rotate.right, arch.total) == (1, 1, 1)
    assert not record.partial
    assert record.origin is Origin.TIMED
    assert {part.felt for part in record.exercises} == {Felt.FINE}
    assert record.day == today()


def _check_sound(recording, words):
    grammar = read_grammar()
    heads = {"LEFT": Head.GO, "HOLD": Head.HOLD, "ARCH": Head.GO, "BACK": Head.RELEASE, "DONE": Head.ALL_DONE}
    checked = set()
    for word, instant in zip(words.seen, words.instants, strict=True):
        if word in heads:
            slack = 1.0 if word == "DONE" else 0.25  # it comes with another screen, the sound does not
            heard = recording.find(Cue(instant, heads[word]), grammar, slack=slack)
            assert heard is not None, word
            assert heard.hz == pytest.approx(grammar.heads[heads[word]].notes[0].hz, abs=15), word
            checked.add(word)
    assert checked == set(heads)


def _check_history(home):
    with Terminal(PROGRAM, environment(home)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.read_for(LOOK_S)
        terminal.type("h")
        terminal.wait_for("What it comes to")
        terminal.wait_for("rotate 1+1  arch 1")
        terminal.wait_for(lambda: re.search("Streak +1 day", terminal.text) is not None)
        terminal.read_for(LOOK_S)
        terminal.type("\x1b")
        terminal.wait_for("Both stretches")
        terminal.read_for(LOOK_S)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
