"""A change of the history, which can be turned round."""

from dataclasses import dataclass

from tui.core.record.record import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after: added when there was none before, deleted when there is none after."""

    before: Record | None
    after: Record | None

    @property
    def undone(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)
