"""What the colours of a picture are written as on the terminal, each worked out once."""

from collections.abc import Callable


class Looks(dict[int, str]):
    """SGR parameters by colour.

    Args:
        written: returns those of a colour.
    """

    def __init__(self, written: Callable[[int], str]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, colour: int) -> str:
        """Work out a colour that has not been asked for before."""
        found = self[colour] = self._written(colour)
        return found
