"""Texts, lines and dates of files as other programs write them."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from tui.core.text.problems import UsageProblem

_MOST_LINES = 1_000_000
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_BEGINS = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=[\s,]|T\d|\Z)", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?=[\s,]|T\d|\Z)", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?=[\s,]|T\d|\Z)", re.ASCII)


def utf8(data: bytes, refused: Callable[[str], UsageProblem]) -> str:
    """Return the text in `data`, or raise what `refused` makes of the reason."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused("is not UTF-8 text") from error


def json_in(text: str, refused: Callable[[str], UsageProblem]) -> Any:
    """Return the JSON in `text`, or raise what `refused` makes of the reason."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise refused(f"no JSON: {error}") from error


def check_lines(texts: Iterable[str]) -> None:
    """Make sure that texts have no more lines together than anybody has kept.

    Raises:
        UsageProblem: when they have.
    """
    if sum(text.count("\n") for text in texts) > _MOST_LINES:
        raise UsageProblem("the file cannot be imported", f"it has over {_MOST_LINES:,} lines")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text: only line feeds end one, with a carriage return before them or not."""
    return [line.removesuffix("\r") for line in text.split("\n")]


def iso_day(cell: str) -> date | None:
    """Return the day in a cell such as 2026-11-22, None where there is none."""
    found = _ISO.match(cell.strip())
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def days_in(cells: Sequence[str]) -> list[date | None]:
    """Return the day at the start of each cell of a column, None where there is none.

    Year first in any of the usual forms, with a time after it or not; day first with dots; with slashes
    whichever order the column as a whole allows.

    Raises:
        UsageProblem: when it allows both.
    """
    slashed = [(int(found[1]), int(found[2])) for cell in cells if (found := _SLASHED.match(cell.strip()))]
    day_first = any(first > 12 for first, _ in slashed)
    month_first = any(second > 12 for _, second in slashed)
    if day_first == month_first and any(first != second for first, second in slashed):
        sample = next(cell for cell in cells if _SLASHED.match(cell.strip()))
        raise UsageProblem(
            f"dates like {sample.strip()} can be read in two ways", "", "write them as 2026-11-22"
        )
    return [_day_in(cell.strip(), day_first=day_first) for cell in cells]


def _day_in(cell: str, *, day_first: bool) -> date | None:
    if found := _BEGINS.match(cell):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.match(cell):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.match(cell):
        first, second = int(found[1]), int(found[2])
        return _day(int(found[3]), *((second, first) if day_first else (first, second)))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
