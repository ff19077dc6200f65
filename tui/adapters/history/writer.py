"""One thread that does all saving in order, tries again what failed, and is joined before leaving."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import NamedTuple, Protocol

from tui.core.record.record import Record
from tui.core.text.problems import Problem, StoreProblem

RETRY_S = 5.0
"""Seconds after which what failed is tried again."""
LEAVING_PATIENCE_S = 10.0
"""How long the last saving may take when the program ends."""
DRAWING_S = 0.02
"""How long a record waits that a screen has handed over, so that this draws first: two threads at work wait
5 ms for each other (the interpreter's switch interval)."""

Job = Callable[[], object]
OnDone = Callable[[StoreProblem | None], object]


class Adds(Protocol):
    """Where records are saved."""

    def add(self, record: Record) -> None:
        """Save a record or raise StoreProblem."""


class _Task(NamedTuple):
    job: Job
    record: Record | None = None
    on_done: OnDone | None = None


class Writer:
    """Saves on a thread of its own. Callbacks run on that thread: a screen's only posts a message.

    Args:
        history: where `save` saves.
        on_problem: told each failure, at its first attempt and when the reason changes, whatever it is.
        retry_s: seconds between attempts at what failed.
    """

    def __init__(
        self,
        history: Adds,
        on_problem: Callable[[StoreProblem], object] = lambda _problem: None,
        retry_s: float = RETRY_S,
    ) -> None:
        self.on_problem = on_problem
        self._history = history
        self._retry_s = retry_s
        self._queue: SimpleQueue[_Task | None] = SimpleQueue()
        self._guard = Lock()
        self._unsaved: dict[str, Record] = {}
        self._failed: list[tuple[_Task, str]] = []
        self._closed = Event()
        self._thread = Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def save(self, record: Record, on_done: OnDone | None = None) -> None:
        """Save a record soon; until it is saved it is among those unsaved."""
        with self._guard:
            self._unsaved[record.id] = record
        self._put(_Task(lambda: self._history.add(record), record, on_done))

    def submit(self, job: Job, on_done: OnDone | None = None) -> None:
        """Do `job` soon, and again later when it fails.

        Args:
            job: what to do.
            on_done: told None when it is done, or the problem of each failed attempt.
        """
        self._put(_Task(job, None, on_done))

    def unsaved(self) -> tuple[Record, ...]:
        """Return the records that have not been saved so far."""
        with self._guard:
            return tuple(self._unsaved.values())

    def join(self, timeout_s: float | None = LEAVING_PATIENCE_S) -> tuple[Record, ...]:
        """Do what is left, try again what failed, end the thread, and return the records still unsaved."""
        if not self._closed.is_set():
            self._closed.set()
            self._queue.put(None)
        self._thread.join(timeout_s)
        return self.unsaved()

    def _put(self, task: _Task) -> None:
        if self._closed.is_set():
            raise StoreProblem("nothing more can be saved", "the program is leaving")
        self._queue.put(task)

    def _run(self) -> None:
        while self._do_next():
            pass

    def _do_next(self) -> bool:
        """Do the next job after those that failed, or these alone; return whether more may come."""
        try:
            task = self._queue.get(timeout=self._retry_s if self._failed else None)
        except Empty:
            self._retry()
            return True
        self._retry()
        if task is None:
            return False
        if task.record:
            self._closed.wait(DRAWING_S)
        self._attempt(task, "")
        return True

    def _retry(self) -> None:
        failed, self._failed = self._failed, []
        for task, told in failed:
            self._attempt(task, told)

    def _attempt(self, task: _Task, told: str) -> None:
        problem = _outcome(task.job)
        if problem:
            self._failed.append((task, problem.line))
            if problem.line != told:
                self._tell(problem)
            self._done(task, problem)
            return
        if task.record:
            with self._guard:
                if self._unsaved.get(task.record.id) is task.record:
                    del self._unsaved[task.record.id]
        self._done(task, None)

    def _done(self, task: _Task, problem: StoreProblem | None) -> None:
        on_done = task.on_done
        untold = _outcome(lambda: on_done(problem)) if on_done else None
        if untold:
            self._tell(untold)

    def _tell(self, problem: StoreProblem) -> None:
        _outcome(lambda: self.on_problem(problem))


def _outcome(job: Job) -> StoreProblem | None:
    """Do `job` and return what went wrong, however it did.

    The one boundary of its kind: an exception that nobody foresaw must not end the thread, for then
    nothing would be saved any more and nobody would know.
    """
    try:
        job()
    except StoreProblem as problem:
        return problem
    except Exception as error:
        return StoreProblem("cannot save", error.line if isinstance(error, Problem) else repr(error))
    return None
