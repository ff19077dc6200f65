#!/usr/bin/env bash
# The command palette of Textual 8.2.8 gets a word that nothing answers to and Enter in one go, as a paste or a
# quick hand gives them: one expects no command to be run. The first one of the list before the word was typed is:
# the list is left standing until the search has ended, and Enter chooses from what stands there.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv venv && venv/bin/pip install --quiet textual==8.2.8 2>&1 | grep -v '^WARNING' || true
cat > palette.py <<'PY'
import asyncio
from importlib.metadata import version

from textual.app import App, SystemCommand
from textual.command import CommandList
from textual.events import Key


class Two(App):
    """Offers two commands."""

    ran = "nothing"

    def get_system_commands(self, screen):
        for title in ("Delete everything", "Say hello"):
            yield SystemCommand(title, "", lambda title=title: setattr(self, "ran", title))


async def answered(wait_s: float) -> str:
    """Return what was run by `zzz` and, after a while, Enter."""
    app = Two()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        while not (found := app.screen.query(CommandList)) or found.first().option_count < 2:
            await pilot.pause(0.05)
        for letter in "zzz":
            app.post_message(Key(letter, letter))
        await asyncio.sleep(wait_s)
        app.post_message(Key("enter", "\r"))
        await pilot.pause(1.5)
    return app.ran


async def main() -> None:
    print("textual", version("textual"))
    for wait_s in (0.0, 2.0):
        print(f"zzz, Enter {wait_s:g} s later: {await answered(wait_s)} was run")


asyncio.run(main())
PY
seen=$(venv/bin/python palette.py); echo "$seen"
expected="textual 8.2.8
zzz, Enter 0 s later: Delete everything was run
zzz, Enter 2 s later: nothing was run"
[ "$seen" = "$expected" ] || { echo "this has changed"; exit 1; }
