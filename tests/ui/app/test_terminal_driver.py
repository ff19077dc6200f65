"""The driver's mends: bytes that are no UTF-8, and a stop from outside."""

import os

import pytest
from textual.drivers import linux_driver

from tui.ui.app.terminal_driver import TerminalDriver, _forgiving

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


def test_bytes_that_are_no_text_become_replacement_characters() -> None:
    decode = _forgiving("utf-8")().decode
    assert decode(b"a\xff\xfeb") == "a\ufffd\ufffdb"
    assert decode(b"\xc3") + decode(b"\xa4") == "\xe4", "characters may come in pieces"


def test_the_input_thread_decodes_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_driver, "getincrementaldecoder", linux_driver.getincrementaldecoder)
    monkeypatch.setattr(linux_driver.LinuxDriver, "run_input_thread", lambda _: None)
    Halted().run_input_thread()
    assert linux_driver.getincrementaldecoder("utf-8")().decode(b"\xff") == "\ufffd"


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
