#!/usr/bin/env bash
# A screen of Textual 8.2.8 that had set a timer of an hour is popped: Textual stops the timer, so one expects
# the screen to be garbage. It stays for that hour, where any other timer ticks on: asyncio leaves a cancelled
# call on its loop behind the earlier ones (and sweeps only from a hundred on), and the call's context names the
# screen as the active message pump. Memory seems to leak by all that each such screen holds.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv venv && venv/bin/pip install --quiet textual==8.2.8 2>&1 | grep -v '^WARNING' || true
cat > screens.py <<'PY'
import asyncio
import gc
import weakref
from importlib.metadata import version

from textual.app import App
from textual.screen import Screen

HOUR_S = 3600.0
LATER_S = 2 * HOUR_S


class Loop(asyncio.SelectorEventLoop):
    """A loop whose clock can be put ahead."""

    ahead = 0.0

    def time(self) -> float:
        return super().time() + self.ahead


class Timed(Screen):
    """A screen that sets a timer of an hour, as screens do: in a handler."""

    def on_mount(self) -> None:
        self.set_timer(HOUR_S, lambda: None)


async def left(app: App, pilot, screen: Screen) -> weakref.ref:
    """Push a screen, pop it, and return a weak reference to it."""
    await app.push_screen(screen)
    await pilot.pause(0.05)
    await app.pop_screen()
    return weakref.ref(screen)


async def main(loop: Loop) -> list[bool]:
    app = App()
    async with app.run_test() as pilot:
        app.set_interval(1.0, lambda: None)  # any clock that ticks on: an earlier call is first on the loop
        await pilot.pause(0.05)
        plain, timed = await left(app, pilot, Screen()), await left(app, pilot, Timed())
        for _ in range(3):  # what the app itself remembers of the last screen goes with another one
            await left(app, pilot, Screen())
        gc.collect()
        seen = [plain() is None, timed() is None]
        loop.ahead = LATER_S
        await pilot.pause(0.2)
        gc.collect()
        return [*seen, timed() is None]


print("textual", version("textual"))
loop = Loop()
with asyncio.Runner(loop_factory=lambda: loop) as runner:
    plain, timed, later = runner.run(main(loop))
print(f"popped without a timer: {'freed' if plain else 'kept'}")
print(f"popped with a timer of an hour: {'freed' if timed else 'kept'}, two hours later: {'freed' if later else 'kept'}")
PY
seen=$(venv/bin/python screens.py); echo "$seen"
expected="textual 8.2.8
popped without a timer: freed
popped with a timer of an hour: kept, two hours later: freed"
[ "$seen" = "$expected" ] || { echo "this has changed"; exit 1; }
