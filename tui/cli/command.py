"""What a command of the program is, and readers of its numbers."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it does in a few words, and its arguments."""

    help: str
    add_arguments: Callable[[ArgumentParser], object] = lambda _parser: None
    examples: str = ""
    details: str = ""
    """What its own help says in the place of `help`."""


def whole(low: int, high: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `low` to `high`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise ArgumentTypeError(f"must be a whole number from {low} to {high}, not '{text}'")
        return number

    return read


def seconds(low: float, high: float) -> Callable[[str], float]:
    """Return a reader of seconds from `low` to `high`."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise ArgumentTypeError(f"must be {low:g} to {high:g} seconds, not '{text}'")
        return number

    return read
