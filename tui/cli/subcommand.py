"""What a command of the program is, and readers of its numbers."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

N = TypeVar("N", int, float)
Add = Callable[..., object]
"""Adds one argument, as argparse's `add_argument` does."""


@dataclass(frozen=True, slots=True)
class Subcommand:
    """One command: what it does in a few words, and its arguments."""

    help: str
    add_arguments: Callable[[Add], object] = lambda _: None
    examples: str = ""
    details: str = ""
    """What its own help says in the place of `help`."""
    one_of: bool = False
    """Whether its arguments exclude each other."""

    def add_to(self, parser: ArgumentParser) -> None:
        """Give the parser its arguments."""
        self.add_arguments((parser.add_mutually_exclusive_group() if self.one_of else parser).add_argument)


def whole(low: int, high: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `low` to `high`."""
    return _within(int, low, high, f"a whole number from {low} to {high}")


def seconds(low: float, high: float) -> Callable[[str], float]:
    """Return a reader of seconds from `low` to `high`."""
    return _within(float, low, high, f"{low:g} to {high:g} seconds")


def _within(kind: Callable[[str], N], low: N, high: N, wanted: str) -> Callable[[str], N]:
    def read(text: str) -> N:
        try:
            number = kind(text)
        except ValueError:
            number = None
        if number is None or not low <= number <= high:
            raise ArgumentTypeError(f"must be {wanted}, not '{text}'")
        return number

    return read
