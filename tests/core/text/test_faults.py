"""Several faults at once: all are kept, in the order of their fields, and the first one is the line."""

import pytest

from tui.core.text.faults import Faults, FieldProblems
from tui.core.text.problems import UsageProblem


def test_all_are_told_and_the_first_is_the_line() -> None:
    faults = Faults()
    with faults.of("date"):
        raise UsageProblem("The date", "like 2026-11-22")
    with faults.of():
        raise FieldProblems({"count-0": UsageProblem("Nothing counted", hint="fill in one")})
    with pytest.raises(FieldProblems) as raised:
        faults.tell()
    assert raised.value.line == "The date: like 2026-11-22"
    assert {name: problem.why for name, problem in raised.value.by_field.items()} == {
        "date": "like 2026-11-22",
        "count-0": "Nothing counted (fill in one)",
    }


def test_what_has_no_field_is_raised_at_once_and_no_fault_is_none() -> None:
    faults = Faults()
    with pytest.raises(UsageProblem, match="unlawful"), faults.of():
        raise UsageProblem("unlawful")
    with faults.of("date"):
        pass
    faults.tell()
