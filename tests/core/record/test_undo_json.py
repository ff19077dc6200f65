"""Changes as plain values and back."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.history.records import record
from tui.core.record.record_json import record_to_dict
from tui.core.record.schema import UnlawfulRecord
from tui.core.record.undo import Change, Step, mark, unmark
from tui.core.record.undo_json import step_from_dict, step_to_dict
from tui.core.settings.settings import Away

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
RANGES = st.tuples(DAYS, DAYS).map(lambda pair: Away(min(pair), max(pair)))
KNOWN = record(1)
CHANGES = st.sampled_from([Change(None, KNOWN), Change(KNOWN, None), Change(KNOWN, record(1, reps=4))])
AWAY = st.builds(
    lambda act, known, wanted: act(known, wanted), st.sampled_from([mark, unmark]), st.lists(RANGES), RANGES
)


@given(CHANGES | AWAY)
def test_a_change_comes_back_from_its_json(step: Step) -> None:
    assert step_from_dict(json.loads(json.dumps(step_to_dict(step)))) == step


@pytest.mark.parametrize(
    "value",
    [
        None, [], {}, {"before": None, "after": None}, {"before": {}, "after": None},
        {"before": [], "after": [], "wanted": ["2026-01-02", "2026-01-01"], "away": True},
        {"before": [["x", "y"]], "after": [], "wanted": ["2026-01-01", "2026-01-01"], "away": True},
        {"before": 3, "after": [], "wanted": ["2026-01-01", "2026-01-01"], "away": True},
        {"before": [], "after": [], "wanted": ["2026-01-01", "2026-01-01"], "away": 1},
        {"before": [], "after": [], "wanted": ["9999-01-01", "9999-12-31"], "away": True},
        {"before": record_to_dict(KNOWN) | {"schema": 99}, "after": None},
    ],
)  # fmt: skip
def test_what_is_no_change_is_told(value: object) -> None:
    with pytest.raises(UnlawfulRecord):
        step_from_dict(value)
