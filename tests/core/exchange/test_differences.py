"""What is taken of another home: what there is none of; the rest only where that is asked for."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.exchange.wholes import wholes
from tui.core.exchange.differences import PARTS, compare, counts, without_sessions
from tui.core.exchange.everything import Everything
from tui.core.streaks.progression import Progress


def laid_over(home: Everything, changes: Everything) -> Everything:
    return replace(
        home,
        settings={**home.settings, **changes.settings},
        away=tuple(sorted({*home.away, *changes.away}, key=lambda item: (item.first, item.last))),
        progress={**home.progress, **changes.progress},
        files={**home.files, **changes.files},
    )


@settings(max_examples=30)
@given(wholes())
def test_an_empty_home_takes_everything(other: Everything) -> None:
    taken = compare(Everything(), other)
    assert laid_over(Everything(), taken.changes) == without_sessions(other)
    assert taken.differences == taken.replaced == ()
    assert bool(counts(taken.changes)) == (without_sessions(other) != Everything())


@settings(max_examples=30)
@given(wholes(), wholes())
def test_nothing_of_a_home_changes_unasked_and_twice_is_once(home: Everything, other: Everything) -> None:
    after = laid_over(home, compare(home, other).changes)
    for name in ("settings", "progress", "files"):
        before = getattr(home, name)
        assert {key: value for key, value in getattr(after, name).items() if key in before} == before
    assert set(home.away) <= set(after.away)
    again = compare(after, other)
    assert again.changes == Everything() and again.differences == compare(home, other).differences


@settings(max_examples=30)
@given(wholes(), wholes(), st.sets(st.sampled_from(PARTS)))
def test_what_may_be_replaced_is_and_every_difference_is_told(
    home: Everything, other: Everything, parts: set[str]
) -> None:
    taken = compare(home, other, parts)
    after = laid_over(home, taken.changes)
    if "settings" in parts:
        assert {**home.settings, **other.settings} == after.settings
    if "repetitions" in parts:
        assert {**home.progress, **other.progress} == after.progress
    differing = sum(
        getattr(home, name)[key] != value
        for name in ("settings", "progress", "files")
        for key, value in getattr(other, name).items()
        if key in getattr(home, name)
    )
    assert len(taken.differences) + len(taken.replaced) == differing
    assert taken.kept_parts.isdisjoint(parts) and bool(taken.kept_parts) == bool(taken.differences)


def test_a_difference_in_words() -> None:
    here = Everything(settings={"volume": 3, "theme": "a\x1b[2J"}, progress={"arch": Progress(3)})
    there = Everything(settings={"volume": 5, "theme": "b" * 90}, progress={"arch": Progress(4)})
    assert compare(here, there).differences == (
        "settings: volume is 3 here and 5 there",
        f"settings: theme is a?[2J here and {'b' * 37}... there",
        "repetitions: arch is 3 here and 4 there",
    )
