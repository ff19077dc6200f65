"""What is looked for in the history."""

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.history.years import TODAY, arch_only, session
from tui.core.history.search import EVERYTHING, Search


def test_words_in_any_order_and_in_capitals_or_not() -> None:
    noted = session(1, TODAY, note="Stra\u00dfe: the NECK was stiff")
    for words in ("neck", "stiff NECK", "STRASSE", "", "  "):
        assert Search(words=words).matches(noted), words
    for words in ("necks", "stiff shoulder"):
        assert not Search(words=words).matches(noted), words


def test_an_exercise_and_words() -> None:
    arch = arch_only(1, TODAY, note="slow")
    assert Search("sit-and-arch", "slow").matches(arch)
    assert not Search("sit-and-rotate", "slow").matches(arch) and not Search("sit-and-arch", "fast").matches(
        arch
    )
    assert Search("sit-and-arch") and Search(words="x") and not EVERYTHING and not Search(words=" ")


@given(st.text(max_size=40))
def test_everything_leaves_nothing_out(note: str) -> None:
    assert EVERYTHING.matches(session(1, TODAY, note=note))
