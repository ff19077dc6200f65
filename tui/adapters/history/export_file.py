"""Writes an export into a file that is not there yet, or that may be replaced."""

import os
from pathlib import Path

from tui.adapters.files.lock import telling
from tui.adapters.files.safe_file import replace_file
from tui.core.text.problems import StoreProblem


def export_path(name: str, folder: Path) -> Path:
    """Return the file that `name` means: in `folder`, unless it names one of its own."""
    return folder / Path(name).expanduser()


def home_folder() -> Path:
    """Return the user's home folder; where there is none, the current one."""
    try:
        return Path.home()
    except RuntimeError:
        return Path.cwd()


def write_export(path: Path, content: str | bytes, data: Path) -> None:
    """Write text or bytes as a whole, but into the folder of the data: a file of its own may have that name.

    Raises:
        StoreProblem: when that is not possible, with the reason.
    """
    if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(data)):
        raise StoreProblem(
            f"cannot write {path}", f"unhunch keeps its data in {data}", "name a file elsewhere"
        )
    with telling(f"cannot write {path}"):
        replace_file(path, content.encode() if isinstance(content, str) else content, ours=False)
