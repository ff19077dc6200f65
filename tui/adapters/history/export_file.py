"""Writes an export into a file that is not there yet, or that may be replaced."""

from pathlib import Path

from tui.adapters.files.atomic import replace_file
from tui.adapters.files.lock import store_problem


def export_path(name: str, folder: Path) -> Path:
    """Return the file that `name` means: in `folder`, unless it names one of its own."""
    return folder / Path(name).expanduser()


def home_folder() -> Path:
    """Return the user's home folder; where there is none, the current one."""
    try:
        return Path.home()
    except RuntimeError:
        return Path.cwd()


def write_export(path: Path, content: str | bytes) -> None:
    """Write text or bytes as a whole.

    Raises:
        StoreProblem: when that is not possible, with the reason.
    """
    try:
        replace_file(path, content.encode() if isinstance(content, str) else content, ours=False)
    except OSError as error:
        raise store_problem(f"cannot write {path}", error) from error
