"""What Home says below its menu, read from the stores: it touches no widget, so that a thread may read it."""

from collections.abc import Mapping
from datetime import date, datetime
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from tui.adapters.history.months import Token
from tui.core.record.record import Record
from tui.core.record.under_way import UnderWayState
from tui.core.settings.settings import Settings
from tui.core.streaks.days import ONE_DAY, Days, Kind, clock_notice, kind_of, rules_of
from tui.core.streaks.progression import Offer, Progress, due_offer
from tui.core.streaks.sets import Sets, count_sets, set_due
from tui.core.streaks.status import Status
from tui.core.streaks.week import is_due, monday
from tui.core.text.problems import Problem
from tui.ui.kit.garbage import for_good
from tui.ui.kit.services import Services

LATEST = 40
"""Sessions that a wide Home shows."""


DAYS_BEFORE_REMINDERS = 3
"""Days done before the reminders are told of."""


class HomeFacts(NamedTuple):
    """How things stand."""

    status: Status
    today: date
    week: tuple[Kind | None, ...]
    """Monday to Sunday; None for days to come, and for those before the first done day."""
    token: Token
    """Stands for the history as it was read."""
    progress: Mapping[str, Progress] = MappingProxyType({})
    offer: Offer | None = None
    interrupted: UnderWayState | None = None
    sets: Sets = Sets(0, 1)
    """The sets of today."""
    day_due: bool = False
    """Whether today asks for anything."""
    day_done: bool = False
    """Whether today counts as done."""
    latest: tuple[Record, ...] = ()
    """The last sessions, the newest first."""
    offers_reminders: bool = False
    """Whether it is time to tell of the reminders: three days are done, and there are none."""
    notices: tuple[str, ...] = ()
    """What happened meanwhile, a line each."""

    def set_due(self, settings: Settings, now: datetime) -> bool:
        """Whether a set is due at this moment."""
        return set_due(self.sets, settings, now, day_due=self.day_due, day_done=self.day_done)


@for_good()
def read_facts(services: Services, settings: Settings, today: date) -> HomeFacts:
    """Return how things stand; what cannot be read is told in a notice."""
    from tui.adapters.history.recovery import recover  # only now: it is not needed for the first paint

    away, away_problems = services.away.read()
    progress, progress_problems = services.progress.read()
    recovery = recover(services.under_way, services.history, today)
    rules = rules_of(settings, away)
    past = services.history.past()
    days = past.days
    start = monday(today)
    status = past.status(rules, today)
    began = status.first or today
    history = services.history
    sets = count_sets(history.newest_first(), settings.sets_a_day, today)
    found = due_offer(services.catalogue.exercises, progress, history.newest_first, today, sets.done)
    problems: tuple[Problem, ...] = (*away_problems, *progress_problems, *services.history.problems)
    clock = clock_notice(days, today)
    return HomeFacts(
        status=status,
        today=today,
        week=tuple(
            kind_of(day, days, rules, today) if began <= day <= today else None
            for day in (start + n * ONE_DAY for n in range(7))
        ),
        token=past.token,
        progress=progress,
        offer=found,
        sets=sets,
        day_due=is_due(days, rules, today),
        day_done=today in days and days[today].done,
        offers_reminders=_offers_reminders(services, settings, days, today),
        interrupted=recovery.offered,
        latest=tuple(islice(services.history.newest_first(), LATEST)),
        notices=(*recovery.lines, *(problem.line for problem in problems), *([clock] if clock else [])),
    )


def _offers_reminders(services: Services, settings: Settings, days: Days, today: date) -> bool:
    if settings.reminders_offered or services.paths.reminders.exists():
        return False
    return sum(day <= today and facts.done for day, facts in days.items()) >= DAYS_BEFORE_REMINDERS
