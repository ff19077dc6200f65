"""Where a fault of the program itself is written down, for whoever is asked to mend it."""

import traceback
from datetime import datetime
from pathlib import Path

from tui.adapters.files.safe_file import make_folder, new_log

NAME = "fault.log"


def write_fault(folder: Path, fault: BaseException, at: datetime, version: str) -> Path | None:
    """Write the newest fault over the one before, readable by its owner alone.

    Returns:
        The file, None where it cannot be written.
    """
    path = folder / NAME
    try:
        make_folder(folder)
        with open(new_log(path), "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"unhunch {version}, {at.isoformat(timespec='seconds')}\n")
            file.writelines(traceback.format_exception(fault))
    except OSError:
        return None
    return path
