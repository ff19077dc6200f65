"""A name as files and commands have it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.slug import slug


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Morning set", "morning-set"), (" Früh_am  Tag! ", "fruh-am-tag"), ("утро", ""), ("-", ""), ("7", "7")],
)
def test_a_name_is_kept_in_small_letters_digits_and_hyphens(name: str, kept: str) -> None:
    assert slug(name) == kept


@given(st.text())
def test_whatever_is_typed_it_is_one_that_stays_what_it_is(name: str) -> None:
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug(name)) and slug(slug(name)) == slug(name)
