"""The driver's mends: what can be typed and reported, and a stop from outside."""

import os
import selectors
from collections.abc import Iterable
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message

from tui.core.terminal.questions import questions_for
from tui.ui.app import terminal_driver
from tui.ui.app.terminal_driver import TerminalDriver

PATIENCE_S = 30.0
CELL = Region(0, 0, 1, 1)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a driver for Linux and macOS")


class Halted(TerminalDriver):
    """A driver without a terminal, that writes down what it is asked for."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.fileno = 0
        self._auto_restart = True
        self._must_signal_resume = False

    def suspend_application_mode(self) -> None:
        self.calls.append("suspend")

    def resume_application_mode(self) -> None:
        self.calls.append("resume")


class Writing(Halted):
    """A driver that writes down what the terminal would get."""

    def __init__(self) -> None:
        super().__init__()
        self._thrift, self._forgotten, self._held = None, False, ""
        self._is_gathering = self._is_due = False
        self.written: list[str] = []
        self._writer_thread = SimpleNamespace(write=self.written.append)  # type: ignore[assignment]


class Reading(Halted):
    """A driver that reads what a test has typed, and keeps what it understood."""

    def __init__(self, typed: bytes) -> None:
        super().__init__()
        self._round = None
        self._ending = False
        self._bell, self._rope = os.pipe()
        self.fileno, into = os.pipe()
        os.write(into, typed)
        os.close(into)
        self.exit_event = Event()
        self.messages: list[Message] = []

    def process_message(self, message: Message) -> None:
        self.messages.append(message)

    @property
    def keys(self) -> list[str]:
        self.run_input_thread()
        for end in (self.fileno, self._bell, self._rope):
            os.close(end)
        return [message.character or message.key for message in self.messages if isinstance(message, Key)]


def test_bytes_that_are_no_text_become_replacement_characters() -> None:
    """Textual 8.2.8 ends with a traceback."""
    assert Reading(b"a\xff\xc3\xa4b").keys == ["a", "\ufffd", "\xe4", "b"]


@pytest.mark.parametrize(
    "report",
    [b"\x1b[97:65:99;2:1u", b"\x1b[97;1:1;u", b"\x1b[9~", b"\x1b[1;1;1;1A", b"\x1b[;;u"],
)
def test_a_report_that_textual_cannot_read_is_dropped_and_the_next_key_read(report: bytes) -> None:
    assert Reading(report + b"j").keys[-1] == "j"
    assert len(Reading(report + b"j").keys) <= 2


def test_whatever_the_parser_raises_the_program_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class Picky(XTermParser):
        def feed(self, data: str) -> Iterable[Message]:
            if data == "\x1b[A":
                raise RuntimeError(data)
            yield from super().feed(data)

    monkeypatch.setattr(terminal_driver, "SequenceParser", Picky)
    assert Reading(b"a\x1b[Ab").keys == ["a", "b"]


@pytest.mark.parametrize("many", [0, 1, 31, 32, 64])
def test_a_letter_with_alt_is_known_at_once_whatever_comes_behind(many: int) -> None:
    """Textual 8.2.8 waits a tenth of a second for more, and of more than 30 letters makes other keys."""
    driver = Reading(b"\x1ba" + b"s" * many)
    assert driver.keys == ["a", *["s"] * many]
    keys = [message.key for message in driver.messages if isinstance(message, Key)]
    assert keys == ["alt+a", *["s"] * many]


def test_a_paste_is_one_message() -> None:
    driver = Reading(b"q" * 4000)
    assert driver.keys == []
    assert [message.text for message in driver.messages if isinstance(message, Paste)] == ["q" * 4000]


def test_after_its_own_suspension_it_resumes() -> None:
    driver = Halted()
    driver._must_signal_resume = True
    driver._sigcont_application()
    assert driver.calls == ["resume"]


def test_after_a_stop_from_outside_it_lets_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp())
    driver = Halted()
    driver._sigcont_application()
    assert driver.calls == ["suspend", "resume"] and driver._must_signal_resume


def test_in_the_background_it_leaves_the_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp() + 1)
    driver = Halted()
    driver._sigcont_application()
    assert driver.calls == []


def test_what_is_painted_for_a_batch_comes_before_what_is_written_next() -> None:
    driver = Writing()
    driver.paint("a", CELL, held=True)
    assert driver.written == []
    driver.write("\x1b[?2026h")
    driver.write("b")
    assert driver.written == ["\x1b[?2026ha\x1b[0m", "b"]
    driver.paint("c", CELL, held=True)
    driver.write("d")
    driver.paint("e", CELL, held=True)
    driver.paint("f", CELL)
    assert driver.written[2:] == ["c\x1b[0md", "e\x1b[0mf\x1b[0m"]


def test_what_is_painted_together_is_one_writing() -> None:
    driver = Writing()
    with driver.gathered():
        driver.paint("figure", CELL)
        driver.paint("bar", CELL)
        assert driver.written == [], "there may be more to come"
    assert driver.written == ["figure\x1b[0mbar\x1b[0m"]
    with pytest.raises(ZeroDivisionError), driver.gathered():
        driver.paint("lost", CELL)
        raise ZeroDivisionError
    with driver.gathered():
        driver.paint("digits", CELL)
        driver.write("words")
    with driver.gathered():
        driver.paint("held", CELL, held=True)
    assert driver.written[1:] == ["lost\x1b[0m", "digits\x1b[0mwords"]


def test_answers_that_come_before_the_questions_are_written_change_no_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver = Writing()
    driver._size = (80, 24)
    all_of_them = questions_for("xterm", width_known=False)

    def answered() -> None:
        list(driver._heard(["\x1b[3;1R", "\x1b[?62;22c"]))

    monkeypatch.setattr(driver, "_wake", answered)
    driver.ask(all_of_them)
    assert "".join(question.asked for question in all_of_them) in "".join(driver.written)
    assert driver._round is None


def test_asleep_it_reads_a_key_at_once_and_can_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    timeouts: list[float | None] = []
    select = selectors.SelectSelector.select

    def noted(self: selectors.SelectSelector, timeout: float | None = None) -> Any:
        timeouts.append(timeout)
        return select(self, timeout)

    monkeypatch.setattr(selectors.SelectSelector, "select", noted)
    driver = Reading(b"")
    os.close(driver.fileno)
    driver.fileno, into = os.pipe()
    heard = Event()
    monkeypatch.setattr(driver, "process_message", lambda message: heard.set())
    thread = Thread(target=driver.run_input_thread, daemon=True)
    thread.start()
    os.write(into, b"a")
    assert heard.wait(PATIENCE_S)
    driver._ending = True
    driver.exit_event.set()
    driver._wake()
    thread.join(PATIENCE_S)
    assert not thread.is_alive()
    assert timeouts[0] is None
    for end in (driver.fileno, into, driver._bell, driver._rope):
        os.close(end)
