"""Diagrams in plain ASCII: every key pose, beside each other as far as there is room."""

import pytest

from tests.core.figure import people
from tui.core.figure.body.pose import FigureSpec
from tui.core.figure.picture.diagrams import COLUMNS, ROWS, diagrams

PEOPLE = {
    "rotate": people.spec(people.ROTATE),
    "arch": people.spec(people.ARCH),
    "own": people.own().figure,
}


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
@pytest.mark.parametrize("width", [1, 36, 60, 74, 80, 112, 300])
def test_as_many_stand_beside_each_other_as_fit(person: FigureSpec, width: int) -> None:
    lines = list(diagrams(person, width))
    assert all(line.isascii() and len(line) <= max(width, COLUMNS) for line in lines)
    abreast = max(1, (width + 2) // (COLUMNS + 2))
    tiers = -(-len(person.poses) // abreast)
    assert len(lines) == tiers * (ROWS + 1) + tiers - 1
    heads = " ".join(lines[tier * (ROWS + 2)] for tier in range(tiers)).split()
    assert heads == list(person.poses)


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_each_pose_is_another_picture(person: FigureSpec) -> None:
    lines = list(diagrams(person, 1))
    tiers = ["\n".join(lines[at : at + ROWS + 1]) for at in range(0, len(lines), ROWS + 2)]
    assert len(set(tiers)) == len(person.poses)
    assert all(f"# {person.region}" in tier for tier in tiers)
