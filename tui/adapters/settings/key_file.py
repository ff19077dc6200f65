"""The file of keys of one's own, which only a person writes."""

import tomllib
from pathlib import Path
from typing import Any

from tui.adapters.files.safe_file import read_regular
from tui.core.text.problems import Problem

_LARGEST_BYTES = 64 * 1024


def read_key_file(path: Path) -> tuple[dict[str, Any], str, tuple[Problem, ...]]:
    """Return its tables, its text, and why it cannot be read; nothing where there is none. Never fails."""
    try:
        text = read_regular(path, _LARGEST_BYTES).decode("utf-8-sig")
        return tomllib.loads(text), text, ()
    except FileNotFoundError:
        return {}, "", ()
    except OSError as error:
        reason = error.strerror or str(error)
    except UnicodeDecodeError:
        reason = "it is not UTF-8 text"
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        reason = f"it is not TOML 1.0: {error}"
    return {}, "", (Problem(f"{path.name} is not used", reason, "the keys are the usual ones"),)
