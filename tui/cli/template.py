"""The texts of `status --format`: literal parts and fields."""

from collections.abc import Mapping
from string import Formatter

from tui.core.text.problems import UsageProblem

SET_FIELDS = ("sets_done", "sets_of", "due")
"""Those that need the sessions of today."""
FIELDS = ("streak", "best", "week_done", "week_of", "done_today", "strength", "last", *SET_FIELDS)
"""The names of the fields of `--format`, as the help lists them."""

Template = tuple[tuple[str, str | None], ...]
"""Literal texts, each followed by a field, or by None at the end."""


def read_template(text: str) -> Template:
    """Return the parts of a `--format` text; `{{` and `}}` stand for braces.

    Raises:
        UsageProblem: when a brace is unmatched or a field is not known.
    """
    parts: list[tuple[str, str | None]] = []
    try:
        for literal, field, details, conversion in Formatter().parse(text):
            if field in FIELDS and (details or conversion):
                raise UsageProblem(f"status: --format: {{{field}}} takes no more", hint="without ! and :")
            if field is not None and field not in FIELDS:
                known = ", ".join(FIELDS)
                raise UsageProblem(f"status: --format: unknown field {{{field}}}", hint=f"there are: {known}")
            parts.append((literal, field))
    except ValueError as error:
        raise UsageProblem("status: --format", str(error).lower(), "write {{ and }} for braces") from error
    return tuple(parts)


def needs_sets(template: Template) -> bool:
    """Whether a field is used that needs the sessions of today."""
    return any(field in SET_FIELDS for _, field in template)


def fill(template: Template, values: Mapping[str, str]) -> str:
    """Return the template with its fields filled in."""
    return "".join(literal + (values[field] if field else "") for literal, field in template)
