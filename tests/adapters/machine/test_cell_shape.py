"""The shape of the terminal's cells, where it is known."""

import os
import struct
from collections.abc import Iterator

import pytest

from tui.adapters.machine.cell_shape import USUAL_ASPECT, cell_aspect

fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")


@pytest.fixture
def terminal() -> Iterator[int]:
    """A pseudo-terminal."""
    outer, inner = os.openpty()
    yield inner
    os.close(outer)
    os.close(inner)


@pytest.mark.parametrize(
    ("window", "aspect"),
    [
        ((30, 100, 900, 540), 2.0),
        ((30, 100, 1000, 660), 2.2),
        ((30, 100, 1000, 500), 1.7),
        ((30, 100, 0, 0), USUAL_ASPECT),
        ((0, 0, 900, 540), USUAL_ASPECT),
        ((30, 100, 30, 100), USUAL_ASPECT),
        ((30, 100, 900, 5400), USUAL_ASPECT),
    ],
)
def test_it_comes_from_the_pixels(terminal: int, window: tuple[int, ...], aspect: float) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *window))
    assert cell_aspect(terminal) == aspect


def test_what_is_no_terminal_has_the_usual_one() -> None:
    with open(os.devnull, "rb") as nothing:
        assert cell_aspect(nothing.fileno()) == USUAL_ASPECT
