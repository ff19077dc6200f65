"""Words are found before letters that are only scattered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.matching import Match, match_of


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("hold", Match.WHOLE),
        (" HO ", Match.BEGINS),
        ("end", Match.TOLD),
        ("voice", Match.TOLD),
        ("old", Match.WITHIN),
        ("hd", Match.SCATTERED),
        ("holds", Match.NONE),
        ("", Match.NONE),
    ],
)
def test_how_well_a_name_answers(typed: str, match: Match) -> None:
    assert match_of(typed, "Hold", "at the end of each movement; voice") is match


@given(st.text(), st.text())
def test_whatever_is_typed_a_name_that_begins_with_it_is_found(typed: str, rest: str) -> None:
    wanted = " ".join(typed.casefold().split())
    assert not wanted or match_of(typed, wanted + rest) >= Match.BEGINS


@given(st.text(min_size=1), st.text())
def test_more_said_of_a_name_never_hides_it(typed: str, told: str) -> None:
    assert match_of(typed, "Ask before deleting", told) >= match_of(typed, "Ask before deleting")
