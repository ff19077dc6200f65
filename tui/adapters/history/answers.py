"""What `status` and `due` last answered, to be repeated while nothing has changed since.

Prompts ask again and again. An answer is repeated only on its day, and only while every file of the data is
the one that it came from; where anything is in doubt there is none.
"""

import json
import os
from binascii import crc32
from contextlib import suppress
from datetime import datetime
from typing import Any, NamedTuple

from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import read_regular, replace_file

_SCHEMA = 1
_TICK_NS = 50_000_000
"""How much older all files must be than the answers from them: a file that is written twice within a tick of
the file system's clock (10 ms in Linux 6.1 at 100 Hz) can be the same by size, times and inode."""


class Answer(NamedTuple):
    """What a command says, and the time of its wall clock in which that holds."""

    line: str
    """What is printed; nothing where the exit status says all."""
    status: int
    since: datetime
    until: datetime
    """The first moment at which it does not hold; neither has an offset."""


class Answers:
    """The answers of one home.

    The state of the files is noted at once: what is kept later was found in files at least as new.

    Args:
        paths: where the data is.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._state = _state(paths)

    def known(self, command: str, now: datetime) -> Answer | None:
        """Return what a command answered, if it would answer that now. Never fails."""
        with suppress(KeyError, TypeError, ValueError):
            line, status, since, until = self._kept()[command]
            found = Answer(line, status, datetime.fromisoformat(since), datetime.fromisoformat(until))
            if found.since <= now.replace(tzinfo=None) < found.until:
                return found
        return None

    def keep(self, command: str, answer: Answer) -> None:
        """Keep what a command has answered, unless a file was changed meanwhile. Never fails.

        No lock is taken: what two terminals make of one file has another checksum, and is no answer.
        """
        if not self._state or self._state != _state(self._paths) or os.path.islink(self._paths.answers):
            return
        line, status, since, until = answer
        kept = self._kept() | {command: [line, status, since.isoformat(), until.isoformat()]}
        rest = json.dumps([_SCHEMA, self._state, kept]).encode()
        with suppress(OSError):
            replace_file(self._paths.answers, b"%d\n%b" % (crc32(rest), rest), durable=False)

    def _kept(self) -> dict[str, Any]:
        """Return the answers that came from these very files; the first line is a checksum of the second."""
        if not self._state:
            return {}
        try:
            newest = max(int(changed) for _, _, changed, *_ in self._state)
            if os.stat(self._paths.answers).st_mtime_ns < newest + _TICK_NS:
                return {}
            check, _, rest = read_regular(self._paths.answers).partition(b"\n")
            schema, state, kept = json.loads(rest) if int(check) == crc32(rest) else (0, [], {})
        except (OSError, ValueError, TypeError, RecursionError):
            return {}
        return kept if schema == _SCHEMA and state == self._state else {}


def _state(paths: Paths) -> list[list[str | int]]:
    """Return what stands for all that an answer comes from: other rules are another file, too.

    Nothing where it cannot be told.
    """
    derived = (paths.answers.name, paths.summary.name, paths.lock.name)
    try:
        found = [_stamp("", os.stat(__file__))]
        for folder in (paths.data, paths.history):
            with os.scandir(folder) as entries:
                found += [_stamp(each.name, os.stat(each)) for each in entries if each.name not in derived]
    except FileNotFoundError as error:
        return sorted(found) if error.filename == str(paths.history) else []
    except OSError:
        return []
    return sorted(found)


def _stamp(name: str, status: os.stat_result) -> list[str | int]:
    return [name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
