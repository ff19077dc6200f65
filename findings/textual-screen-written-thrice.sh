#!/usr/bin/env bash
# Textual 8.2.8 writes every screen to the terminal three times as it comes, word for word: the layout paints it,
# each widget that so got its first size asks to be painted, and the resumed screen asks for all of it. Nothing
# on it has changed, and a diff of cells would hide it: over a slow line, or with much to draw, it is the start.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv venv && venv/bin/pip install --quiet textual==8.2.8 2>&1 | grep -v '^WARNING' || true
cat > screens.py <<'PY'
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static


class Second(Screen):
    def compose(self):
        yield Static("the second screen")


class First(App):
    def compose(self):
        yield Static("the first screen")

    def key_p(self):
        self.push_screen(Second())


First().run()
PY
cat > watch.py <<'PY'
import fcntl, os, pty, select, struct, sys, termios, time
from importlib.metadata import version

pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24")
    os.execv(sys.executable, [sys.executable, "screens.py"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))


def times_written(text):
    """Read until the text has come and nothing more for two seconds; return how often it came."""
    told, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([terminal], [], [], 2.0)[0]:
            told += os.read(terminal, 65536)
        elif text in told:
            break
    return told.count(text)


print("textual", version("textual"))
print("the first screen of an app is written", times_written(b"the first screen"), "times")
os.write(terminal, b"p")
print("a screen that is pushed is written", times_written(b"the second screen"), "times")
os.write(terminal, b"\x11")
PY
seen=$(venv/bin/python watch.py); echo "$seen"
expected="textual 8.2.8
the first screen of an app is written 3 times
a screen that is pushed is written 3 times"
[ "$seen" = "$expected" ] || { echo "this has changed"; exit 1; }
