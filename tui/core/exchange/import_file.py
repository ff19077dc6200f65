"""Reads any text that can be imported: an export of ours, or the file of another program."""

from dataclasses import dataclass

from tui.core.exchange.cells import check_lines, lines_of
from tui.core.exchange.date_table import looks_like_table, read_table
from tui.core.exchange.everything import Everything
from tui.core.exchange.habits import ForeignHistory
from tui.core.exchange.harsh_log import is_harsh, read_harsh
from tui.core.exchange.home_files import from_home_files, stored_file
from tui.core.exchange.kinds import kind_of_text
from tui.core.exchange.loop_files import CHECKMARKS, is_all_habits, is_one_habit, read_loop
from tui.core.record.export import COLUMNS
from tui.core.record.import_text import parse_import
from tui.core.record.record import Record
from tui.core.text.problems import UsageProblem

_OWN_CSV = ",".join(COLUMNS[:3])


Source = tuple[Record, ...] | Everything | ForeignHistory
"""What a file holds: sessions, more of a home, or the habits of another program."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person says of a file of another program."""

    exercise: str | None = None
    """The id or short name of the exercise that its habit stands for."""
    habit: str | None = None
    date_column: str | None = None
    done_column: str | None = None
    desk_days: frozenset[int] | None = None

    def refuse(self, what: str, *, habit: bool = False) -> None:
        """Make sure that nothing is said which a file of this kind has no use for.

        Raises:
            UsageProblem: naming the option.
        """
        said = {"--date": self.date_column, "--done": self.done_column}
        if not habit:
            said |= {"--as": self.exercise, "--habit": self.habit}
        for option, value in said.items():
            if value is not None:
                raise UsageProblem(f"{option} does not apply", f"the file is {what}")


def read_text(text: str, folder: str, wanted: Wanted) -> Source:
    """Return the records of an export of ours, a file of a home, or the habits of another program.

    Args:
        text: the file's content.
        folder: the name of the folder that it is in, which is that of the habit in a file of Loop's.
        wanted: what a person says of it.

    Raises:
        UsageProblem: in one line what the file is taken for, or what is wrong with it.
    """
    text = text.removeprefix("\ufeff")
    check_lines([text])
    start = text.lstrip()
    if not start or start[0] in "{[<" or start.startswith(_OWN_CSV):
        wanted.refuse("of unhunch itself" if start and start[0] != "<" else "of no known kind")
        if stored := stored_file(text):
            return from_home_files({stored: text.encode()})
        return parse_import(text)
    lines = lines_of(start)[:2]
    first, second = (*lines, "")[:2]
    named = wanted.date_column is not None or wanted.done_column is not None
    if is_harsh(text):
        wanted.refuse("a log of harsh", habit=True)
        return read_harsh(text)
    if (kind := kind_of_text(text)) and not named:
        raise UsageProblem("the file cannot be imported", kind)
    if is_one_habit(first) and not named:
        return read_loop({f"{folder or 'habit'}/{CHECKMARKS}": start})
    if is_all_habits(first, second) and not named:
        return read_loop({CHECKMARKS: start})
    if looks_like_table(first) or named:
        return read_table(start, wanted.date_column, wanted.done_column)
    return parse_import(text)
