"""Waiting for lines and signals on real pipes."""

import os
import signal

import pytest

from tui.adapters.machine.console import Console, Heard


@pytest.fixture
def pipe():
    read, write = os.pipe()
    with open(read, encoding="utf-8") as source:
        yield source, write


def test_lines_are_heard_whole(pipe):
    source, write = pipe
    with Console(source) as console:
        os.write(write, b"one\ntw")
        assert console.wait(5.0) == Heard(("one",))
        os.write(write, b"o\nthree\n\xff\n")
        assert console.wait(5.0) == Heard(("two", "three", "\N{REPLACEMENT CHARACTER}"))
        assert console.wait(0.0) == Heard()
        os.close(write)
        assert console.listening
        assert console.wait(5.0) == Heard()
        assert not console.listening


def test_without_input_it_only_waits():
    with Console(None) as console:
        assert not console.listening
        assert console.wait(0.001) == Heard()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_reported_at_once_and_the_handlers_come_back(number):
    before = signal.getsignal(number)
    with Console(None) as console:
        os.kill(os.getpid(), number)
        assert console.wait(60.0) == Heard(signal=number)
        os.kill(os.getpid(), signal.SIGTERM)
        assert console.wait(60.0).signal == number
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(number) is before
