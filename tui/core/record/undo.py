"""What was changed since the program was started, so that it can be taken back step by step."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from tui.core.record.record import Record
from tui.core.settings.settings import Away

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after: added when there was none before, deleted when there is none after."""

    before: Record | None
    after: Record | None

    @property
    def undone(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class AwayChange:
    """Ranges of days that stop being marked as away, and ranges that begin to be."""

    before: tuple[Away, ...]
    after: tuple[Away, ...]
    wanted: Away
    """The days that were asked for."""
    away: bool
    """Whether they are away from now on."""

    @property
    def undone(self) -> "AwayChange":
        """The change that takes this one back."""
        return AwayChange(self.after, self.before, self.wanted, not self.away)


Step = Change | AwayChange
"""One thing that can be undone."""


@dataclass
class ChangeLog:
    """The changes of this run that were saved and not undone."""

    steps: list[Step] = field(default_factory=list)

    @property
    def last(self) -> Step | None:
        """What would be undone next."""
        return self.steps[-1] if self.steps else None

    def saved(self, step: Step) -> None:
        """Remember a change, once it is saved."""
        self.steps.append(step)

    def undone(self, step: Step) -> None:
        """Forget a change, once it is taken back."""
        if step in self.steps:
            self.steps.remove(step)


def mark(ranges: Iterable[Away], wanted: Away) -> AwayChange:
    """Return the change after which all of `wanted` is away: ranges that it touches become one with it."""
    touching = tuple(
        item for item in ranges if item.first <= wanted.last + _DAY and wanted.first <= item.last + _DAY
    )
    whole = Away(
        min([wanted.first, *(item.first for item in touching)]),
        max([wanted.last, *(item.last for item in touching)]),
    )
    after: tuple[Away, ...] = (whole,)
    if whole in touching:
        touching, after = tuple(item for item in touching if item != whole), ()
    return AwayChange(touching, after, wanted, away=True)


def unmark(ranges: Iterable[Away], wanted: Away) -> AwayChange:
    """Return the change after which no day of `wanted` is away; what lies outside it stays."""
    known = tuple(ranges)
    touched = tuple(item for item in known if item.first <= wanted.last and wanted.first <= item.last)
    rest: list[Away] = []
    for item in touched:
        if item.first < wanted.first:
            rest.append(Away(item.first, wanted.first - _DAY))
        if item.last > wanted.last:
            rest.append(Away(wanted.last + _DAY, item.last))
    after = tuple(item for item in dict.fromkeys(rest) if item not in known)
    return AwayChange(touched, after, wanted, away=False)
