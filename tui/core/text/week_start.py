"""On which weekday a week begins: where rows and charts of days begin, and nothing that is counted."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

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


def week_start(day: date, first: int) -> date:
    """Return the first day of the week of `day`, where weeks begin with the weekday `first`."""
    back = (day.weekday() - first) % 7
    return day - timedelta(days=min(back, (day - date.min).days))
