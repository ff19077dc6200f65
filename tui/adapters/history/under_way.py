"""Sessions under way: each in a small file of its own, locked by the program that runs it."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.adapters.files.lock import NoLock, store_problem, take_lock, telling
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import make_folder, read_regular, replace_file
from tui.core.record.record import Record
from tui.core.record.schema import NewerSchema
from tui.core.record.under_way import UnderWayState, state_from_dict, state_to_dict
from tui.core.text.problems import Problem, StoreProblem

if TYPE_CHECKING:
    from filelock import BaseFileLock


_LARGEST_BYTES = 256 * 1024
"""Ten times the largest session."""


class _Held(NamedTuple):
    path: Path
    lock: "BaseFileLock | NoLock"


class UnderWay:
    """The session of this program, and those that others left behind. A free lock means interrupted.

    Args:
        paths: where the data is.
    """

    def __init__(self, paths: Paths) -> None:
        self._folder = paths.under_way
        self._held: _Held | None = None
        self.problems: tuple[StoreProblem, ...] = ()
        """What was found wrong with files of interrupted sessions."""

    def save(self, state: UnderWayState) -> None:
        """Keep the session as it stands: at its start and after every unit.

        Raises:
            StoreProblem: when it cannot be kept; the session itself can go on.
        """
        with telling("the session under way cannot be kept"):
            held = self._hold(state.record.id)
            replace_file(held.path, json.dumps(state_to_dict(state), allow_nan=False).encode())

    def finish(self) -> None:
        """Forget this program's session: it has been saved, or discarded."""
        if self._held:
            held, self._held = self._held, None
            _forget(held)

    def release(self) -> None:
        """Let go of this program's session without forgetting it: it will be offered as interrupted."""
        if self._held:
            held, self._held = self._held, None
            held.lock.release()

    def find_interrupted(self) -> tuple[UnderWayState, ...]:
        """Return the sessions that nobody holds, the oldest first.

        A file that makes no sense is kept aside and told among the `problems`; so is one that the system
        does not let us look at, which stays, as does one of a newer version.
        """
        found: list[UnderWayState] = []
        for path in self._files():
            try:
                held = self._try(path)
            except OSError as error:
                self._pass_over(path, error)
                continue
            if held is None:
                continue
            try:
                found.append(_read(path))
            except NewerSchema:
                pass
            except FileNotFoundError:
                _forget(held)
                continue
            except OSError as error:
                self._pass_over(path, error)
            except (ValueError, RecursionError, Problem):
                self._keep_aside(path)
            held.lock.release()
        return tuple(sorted(found, key=lambda state: state.record.started_at))

    def interrupted(self) -> tuple[Record, ...]:
        """Return what was counted of the sessions that nobody holds, the oldest first."""
        return tuple(state.record for state in self.find_interrupted())

    def is_running(self) -> bool:
        """Whether a program holds a session now."""
        for path in self._files():
            try:
                held = self._try(path)
            except OSError:
                continue
            if held is None:
                return True
            held.lock.release()
        return False

    def take(self, record_id: str) -> UnderWayState:
        """Make an interrupted session this program's own, to go on with or to keep as it is.

        Raises:
            StoreProblem: when another terminal has taken or ended it, or the system does not let us.
        """
        gone = StoreProblem("the session cannot be resumed", "another terminal has taken it")
        with telling("the session cannot be resumed"):
            held = self._try(self._path(record_id))
        if held is None:
            raise gone
        try:
            state = _read(held.path)
        except FileNotFoundError as error:
            _forget(held)
            raise gone from error
        except (OSError, ValueError, RecursionError, Problem) as error:
            held.lock.release()
            raise gone from error
        self.release()
        self._held = held
        return state

    def drop(self, record_id: str) -> None:
        """Forget an interrupted session, unless another terminal has taken it.

        Raises:
            StoreProblem: when the system does not let us.
        """
        if self._held and self._held.path == self._path(record_id):
            self.finish()
            return
        with telling("the interrupted session cannot be forgotten"):
            held = self._try(self._path(record_id))
        if held:
            _forget(held)

    def _pass_over(self, path: Path, error: OSError) -> None:
        problem = store_problem(f"the interrupted session {path.name} cannot be read", error)
        self.problems = (*self.problems, problem)

    def _keep_aside(self, path: Path) -> None:
        aside = path.with_name(f"{path.name}.corrupt")
        try:
            path.replace(aside)
        except OSError as error:
            problem = store_problem("an interrupted session cannot be read", error)
        else:
            problem = StoreProblem("an interrupted session cannot be read", f"kept as {aside}")
        self.problems = (*self.problems, problem)

    def _hold(self, record_id: str) -> _Held:
        path = self._path(record_id)
        if self._held and self._held.path == path:
            return self._held
        self.release()
        make_folder(self._folder)
        held = self._try(path)
        if held is None:
            raise StoreProblem("the session under way cannot be kept", "another terminal holds it")
        self._held = held
        return held

    def _try(self, path: Path) -> _Held | None:
        from filelock import Timeout  # only here: it costs more than all that `status` does

        try:
            return _Held(path, take_lock(path.with_suffix(".lock"), 0))
        except (Timeout, NotImplementedError):
            return None
        except OSError:
            if os.path.isdir(path.parent):
                raise
            return None

    def _files(self) -> Iterator[Path]:
        try:
            yield from sorted(self._folder.glob("*.json"))
        except OSError:
            return

    def _path(self, record_id: str) -> Path:
        return self._folder / f"{record_id}.json"


def _read(path: Path) -> UnderWayState:
    return state_from_dict(json.loads(read_regular(path, _LARGEST_BYTES)))


def _forget(held: _Held) -> None:
    with suppress(OSError):
        held.path.unlink(missing_ok=True)
    held.lock.release()
    with suppress(OSError):
        held.path.with_suffix(".lock").unlink(missing_ok=True)
