"""Everything that a person can set, its range and its default."""

from datetime import date
from typing import NamedTuple


class DeskDays(NamedTuple):
    """From `start` on, the weekdays (0 = Monday) on which a set is due."""

    start: date
    weekdays: frozenset[int]


class Away(NamedTuple):
    """Days marked as away (holiday, illness), both ends included: nothing is due on them."""

    first: date
    last: date


ALL_DAYS = frozenset(range(7))
WORKDAYS = frozenset(range(5))
"""Monday to Friday: what most desks are sat at."""
FROM_THE_FIRST = date(1970, 1, 1)
"""From when on the desk days hold that are chosen before anything was done."""


class Settings(NamedTuple):
    """The settings in force. Seconds that are None are taken from each exercise's own dose."""

    ready_s: float = 5.0
    move_s: float | None = None
    hold_s: float | None = None
    rest_s: float | None = None
    between_s: float = 8.0
    volume: int = 5
    """0 to 10; 0 is silence."""
    sounds: bool = True
    muted: bool = False
    movement_tones: bool = True
    cues: str = "tones"
    """In what they are given: `both`, `words` or `tones`. Nobody is spoken to who has not chosen it."""
    bell: bool = True
    strict: bool = False
    ask_stiffness: bool = False
    ask_before_deleting: bool = True
    figure_style: str = "auto"
    mosaic_style: str = "auto"
    """The style of the figure that was last chosen other than ASCII: the other look is that one."""
    motion: str = "full"
    desk_days: tuple[DeskDays, ...] = ()
    """In order of `start`; before the first one every weekday is due."""
    day_start_minute: int = 240
    """Minutes after midnight at which a day begins."""
    days_a_week: int = 0
    """Days a week that are asked for, whichever they are; 0: the desk days are."""
    sets_a_day: int = 1
    hours_between: int = 2
    """Hours from one set to the next at least, where more than one a day is asked for."""
    theme: str = "auto"
    """A theme's name, or `auto`: as light or dark as the terminal."""
    glyphs: str = "auto"
    """`unicode`, `ascii`, or `auto`: what this terminal can draw."""
    week_begins: str = "auto"
    """`monday`, `sunday`, `saturday`, or `auto`: as the locale's region has it; nothing is counted by it."""
    show_streaks: bool = True
    reminders_offered: bool = False
    """Whether Home has told of the reminders: once is enough."""
    welcomed: bool = False
    """Whether the first start's screen has been accepted."""
    voice_offered: bool = False
    """Whether it has been said that there are words: on that screen, or in a line on Home."""


def at_a_usual_desk(settings: Settings) -> Settings:
    """Return the settings of whoever began without Welcome: with desk days that suit most, and welcomed."""
    if settings.welcomed:
        return settings
    desk = settings.desk_days or (DeskDays(FROM_THE_FIRST, WORKDAYS),)
    return settings._replace(desk_days=desk, welcomed=True)
