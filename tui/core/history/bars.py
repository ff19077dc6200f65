"""Numbers as upright bars of `|`, with `:` for half a step: a bar chart in plain ASCII."""

from collections.abc import Sequence

FULL, HALF, NONE = "|", ":", " "


def bars(values: Sequence[int], height: int) -> list[str]:
    """Return the rows of a bar chart, the top one first, one character for each value.

    The largest value fills all rows; whatever is more than nothing has at least half a step.

    Args:
        values: none below zero.
        height: rows, at least one.
    """
    most = max(values, default=0)
    steps = [_steps(value, most, 2 * height) for value in values]
    return ["".join(_cell(step - 2 * row) for step in steps) for row in reversed(range(height))]


def _steps(value: int, most: int, full: int) -> int:
    if value <= 0:
        return 0
    return max(1, (2 * value * full + most) // (2 * most))


def _cell(steps: int) -> str:
    if steps <= 0:
        return NONE
    return HALF if steps == 1 else FULL
