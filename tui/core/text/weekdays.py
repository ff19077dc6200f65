"""Weekdays as people type them (`mon-fri`, `mon,wed,fri`, `all`), and with which of them weeks begin."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from tui.core.text.date_words import WEEKDAYS
from tui.core.text.problems import UsageProblem

ALL = "all"
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES = tuple(name.lower() for name in WEEKDAYS)


def read_weekdays(text: str) -> frozenset[int]:
    """Return the weekdays (0 = Monday) in `text`; a span may run over the weekend, as `sat-mon`.

    Raises:
        UsageProblem: when a word is no weekday, or there is none.
    """
    if text.strip().lower() == ALL:
        return frozenset(range(7))
    days: set[int] = set()
    for part in text.lower().split(","):
        first, dash, last = part.strip().partition("-")
        start = _number(first, text)
        end = _number(last, text) if dash else start
        days.update((start + n) % 7 for n in range((end - start) % 7 + 1))
    return frozenset(days)


def weekday_words(days: frozenset[int]) -> str:
    """Return weekdays as `read_weekdays` takes them, the shortest way: `mon-fri`, `mon,wed`, `all`."""
    if len(days) == 7:
        return ALL
    parts: list[str] = []
    for day in sorted(days):
        if day - 1 in days:
            continue
        end = day
        while end + 1 in days:
            end += 1
        between = "-" if end > day + 1 else ","
        parts.append(_NAMES[day] if end == day else f"{_NAMES[day]}{between}{_NAMES[end]}")
    return ",".join(parts)


def _number(word: str, text: str) -> int:
    word = word.strip()
    found = [at for at, name in enumerate(_NAMES) if len(word) >= 2 and _FULL[at].startswith(word)]
    if not found:
        raise UsageProblem(f"'{text}' names no weekdays", hint="like mon-fri, mon,wed,fri or all")
    return found[0]


AUTO = "auto"
_BY_NAME = {"monday": 0, "saturday": 5, "sunday": 6}
CHOICES = (AUTO, *_BY_NAME)
"""What the setting can be."""
_SUNDAY = (
    "A[GS]|B[DRSTWZ]|C[AO]|D[MO]|ET|G[TU]|H[KN]|I[DLNS]|J[MP]|K[EHR]|LA|M[HMOTXZ]|N[IP]|P[AEHKRTY]"
    "|S[AGTV]|T[HLTW]|U[MS]|V[EI]|WS|YE|Z[AW]"
)
_SATURDAY = "AF|BH|D[JZ]|EG|I[QR]|JO|KW|LY|OM|QA|S[DY]"
"""Regions whose weeks begin on Sunday, and on Saturday: Unicode's CLDR, as Babel 2.19 hands it on."""
_REGION = r"[a-z]{2,3}[_-](?:[A-Z][a-z]{3}[_-])?([A-Z]{2})\b"


def first_weekday(chosen: str, environ: Mapping[str, str]) -> int:
    """Return the weekday with which weeks begin, 0 = Monday.

    Args:
        chosen: one of `CHOICES`.
        environ: `auto` takes the region from LC_ALL, LC_TIME or LANG; Monday where none names one.
    """
    if chosen in _BY_NAME:
        return _BY_NAME[chosen]
    locale = next((environ[name] for name in ("LC_ALL", "LC_TIME", "LANG") if environ.get(name)), "")
    found = re.match(_REGION, locale)
    region = found[1] if found else ""
    return 6 if re.fullmatch(_SUNDAY, region) else 5 if re.fullmatch(_SATURDAY, region) else 0


def weekday_of_region(environ: Mapping[str, str]) -> str:
    """Return with which weekday weeks begin where nothing is chosen, in full."""
    return _FULL[first_weekday(AUTO, environ)].capitalize()


def week_start(day: date, first: int) -> date:
    """Return the first day of the week of `day`, where weeks begin with the weekday `first`."""
    back = (day.weekday() - first) % 7
    return day - timedelta(days=min(back, (day - date.min).days))
