"""Files of a size that nobody has are refused before they fill the memory."""

import pytest

from tests.core.exchange.test_everything import EMPTY
from tui.core.exchange.everything import from_files
from tui.core.exchange.import_file import Wanted, read_text
from tui.core.exchange.loop_files import read_loop
from tui.core.text.problems import UsageProblem

LINE = "2026-11-20,2\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LINE * 1_000_001, "over 1,000,000 lines"),
        ("Date," + "a," * 20_000 + "\n" + "2026-11-20," + "2," * 20_000 + "\n", "too many names"),
        ("".join(f"2026-11-20 : {number} : y\n" for number in range(1001)), "more than 1000 habits"),
        ("Date," + "x," * 1001 + "y", "over 1000 columns"),
        ("[" + "[]," * 3_000_001, "over 3,000,000 lists"),
    ],
    ids=["lines", "names", "habits", "columns", "lists"],
)
def test_a_text_beyond_all_bounds_is_told(text: str, told: str) -> None:
    with pytest.raises(UsageProblem, match=told):
        read_text(text, "", Wanted())


def test_files_of_loop_count_together() -> None:
    with pytest.raises(UsageProblem, match="over 1,000,000 lines"):
        read_loop({f"{number:03} a/Checkmarks.csv": LINE * 500_001 for number in range(2)})
    with pytest.raises(UsageProblem, match="more than 1000 habits"):
        read_loop({f"{number:04} {number}/Checkmarks.csv": LINE for number in range(1001)})


def test_an_archive_holds_no_more_than_anybody_has() -> None:
    many = {f"exercises/x{number}.ogg": b"" for number in range(1001)}
    with pytest.raises(UsageProblem, match="more than anybody has"):
        from_files({**EMPTY, **many})
    with pytest.raises(UsageProblem, match="larger than 16 KiB"):
        from_files({**EMPTY, "sets.toml": b"#" * 16_385})
