"""Runs the app in this process's terminal, and makes sure that nothing is lost when it ends."""

import os
import signal
import sys
from threading import Timer
from types import FrameType

from tui.ui.app import UnhunchApp
from tui.ui.services import Opening, Services

PATIENCE_S = 10.0
"""How long the last saving may take."""
LAST_RESORT_S = 2.0
"""After a signal the program ends this much later, whatever its terminal does."""


def run_app(services: Services, opening: Opening = "home") -> int:
    """Run the app until it is left, and return the exit status.

    What could not be saved is printed as JSON.
    """
    app = UnhunchApp(services, opening)
    _leave_on_signals(app)
    app.run()
    unsaved = services.writer.join(PATIENCE_S)
    if unsaved:
        import json  # only here: nothing of it is needed for the first paint

        from tui.core.record_json import record_to_dict

        print("These sessions could not be saved; `unhunch import` takes them from a file:", file=sys.stderr)
        print(json.dumps({"schema": 1, "sessions": [record_to_dict(record) for record in unsaved]}))
    return app.return_code or 0


def _leave_on_signals(app: UnhunchApp) -> None:
    """End in order on SIGTERM and SIGHUP, also where they were ignored."""

    def handle(number: int, _: FrameType | None) -> None:
        code = 128 + number
        last = Timer(LAST_RESORT_S, os._exit, (code,))
        last.daemon = True
        last.start()
        app.leave_soon(code)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), handle)
