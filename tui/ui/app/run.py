"""Runs the app in this process's terminal, and makes sure that nothing is lost when it ends."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from types import FrameType
from typing import TYPE_CHECKING

from tui.adapters.machine.output import drop_output
from tui.ui.app.app import UnhunchApp
from tui.ui.kit.services import Opening, Services

if TYPE_CHECKING:
    from tui.core.record.record import Record

LAST_RESORT_S = 2.0
"""After a signal the program ends this much later, whatever it is doing."""
ABANDONING_S = 0.5
"""How long the terminal may take to be left then."""


def run_app(services: Services, opening: Opening = "home") -> int:
    """Run the app until it is left, and return the exit status.

    What could not be saved is printed as JSON, and makes the status 1 where nothing else has set it.

    Raises:
        Exception: what nobody foresaw, once the terminal is restored and all is saved.
    """
    app = UnhunchApp(services, opening)
    asked = _leave_on_signals(app)
    threading.excepthook = lambda failed: app.fail(failed.exc_value or RuntimeError(failed.exc_type.__name__))
    try:
        app.run()
    except OSError:  # the terminal that is to be restored may be gone
        if not asked:
            raise
    app.keep_settings()
    unsaved = services.writer.join()
    if unsaved:
        _print_sessions(unsaved)
    drop_output()
    if app.fault and not asked:
        raise app.fault
    return asked[0] if asked else app.return_code or int(bool(unsaved))


def _print_sessions(records: Sequence["Record"]) -> None:
    from tui.core.record.record_json import sessions_line  # only here: not needed for the first paint

    with contextlib.suppress(OSError):
        print("These sessions could not be saved; `unhunch import` takes them from a file:", file=sys.stderr)
        print(sessions_line(records), flush=True)


def _after(seconds: float, act: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, act)
    timer.daemon = True
    timer.start()


def _end_now(app: UnhunchApp, code: int) -> None:
    """End whatever goes on; a terminal that takes nothing more does not hold it up for long."""
    _after(ABANDONING_S, lambda: os._exit(code))
    app.abandon_terminal()
    os._exit(code)


def _leave_on_signals(app: UnhunchApp) -> list[int]:
    """End in order on SIGTERM and SIGHUP, also where they were ignored.

    Returns:
        Exit statuses for the signals, as they come: whatever fails on a terminal that is gone, the first
        one counts.
    """
    asked: list[int] = []

    def handle(number: int, _: FrameType | None) -> None:
        code = 128 + number
        asked.append(code)
        _after(LAST_RESORT_S, lambda: _end_now(app, code))
        app.leave_soon(code)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), handle)
    return asked
