"""Sets under names: what is written is read again, and what is no set is told."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.exercises.named_set import NamedSet, format_sets, named_set, parse_sets
from tui.core.text.problems import ContentProblem

NAMES = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
PARTS = st.lists(
    st.tuples(NAMES, st.none() | st.integers(1, 20)), min_size=1, max_size=20, unique_by=lambda part: part[0]
)
SETS = st.lists(
    st.builds(NamedSet, NAMES.map(lambda name: f"x{name}"), PARTS.map(tuple)),
    max_size=5,
    unique_by=lambda item: item.name,
)


@given(SETS)
def test_what_is_written_is_read_again(sets: list[NamedSet]) -> None:
    assert parse_sets(tomllib.loads(format_sets(sets)), ()) == (tuple(sets), ())


def test_its_own_repetitions_are_told() -> None:
    found = named_set("evening", ["sit-and-arch=5", "neck"], ())
    assert found.reps == {"sit-and-arch": 5}
    assert found.texts == ("sit-and-arch=5", "neck")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Evening", ["a"]), ("", ["a"]), ("a b", ["a"]), ("x" * 31, ["a"]), ("both", ["a"]), ("set", ["a"]),
        ("arch", ["a"]), ("x", []), ("x", "a"), ("x", {"a": 1}), ("x", [1]), ("x", ["a=0"]), ("x", ["a=21"]),
        ("x", ["a=="]), ("x", ["a", "a=2"]), ("x", ["A"]), ("x", [f"e{n}" for n in range(21)]),
    ],
)  # fmt: skip
def test_what_is_no_set_is_told_and_the_others_stay(name: str, value: object) -> None:
    with pytest.raises(ContentProblem, match=r"sets\.toml"):
        named_set(name, value, ("arch",))
    sets, problems = parse_sets({"good": ["a"], name: value}, ("arch",))
    assert [item.name for item in sets] == ["good"] and len(problems) == 1
