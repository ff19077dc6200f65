#!/usr/bin/env bash
# tmux 3.3a with focus-events on: one expects a popup to take the focus from the pane beneath it. The pane
# is told nothing when the popup opens; while it is covered, the window's own focus changes are told to
# it; and the program in the popup, which asked for them just so, hears nothing, not even at its start.
# What rests or beeps "while nobody looks" is wrong in both.
set -euo pipefail
folder=$(mktemp -d); trap 'tmux/usr/bin/tmux -S "$folder/socket" kill-server 2>/dev/null || true; rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet tmux=3.3a-3 >/dev/null 2>&1 || { echo "tmux 3.3a-3 is not to be had here"; exit 1; }
dpkg -x tmux_*.deb tmux
cat > listen.py <<'PY'
import os, select, sys, tty

tty.setraw(0)
os.write(1, b"\x1b[?1004h")
with open(sys.argv[1], "a", buffering=1) as log:
    log.write("listens\n")
    while select.select([0], [], [], 15)[0]:
        for report in os.read(0, 100).split(b"\x1b[")[1:]:
            log.write({b"I": "in\n", b"O": "out\n"}.get(report, f"{report!r}\n"))
PY
cat > run.py <<'PY'
import fcntl, os, pathlib, pty, select, struct, subprocess, sys, termios, time

TMUX = ["tmux/usr/bin/tmux", "-S", "socket", "-f", "/dev/null"]


def tmux(*words):
    return subprocess.run([*TMUX, *words], capture_output=True, text=True).stdout.strip()


def listener(log):
    return f"{sys.executable} {os.getcwd()}/listen.py {os.getcwd()}/{log}"


pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
    os.execv(TMUX[0], [*TMUX, "new", listener("pane"), ";", "set", "-g", "focus-events", "on"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 90, 0, 0))


def pass_time(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            os.read(terminal, 65536)


def note(line):
    with open("pane", "a") as log:
        log.write(f"-- {line}\n")


def focus(report):
    os.write(terminal, report)
    pass_time(1)


pass_time(2)
note("window out, window in")
focus(b"\x1b[O")
focus(b"\x1b[I")
note("popup opens")
subprocess.Popen([*TMUX, "display-popup", "-c", tmux("list-clients", "-F", "#{client_name}"), "-E", listener("popup")])
pass_time(2)
note("window out, window in")
focus(b"\x1b[O")
focus(b"\x1b[I")
PY
LC_ALL=C.UTF-8 python3 run.py
tmux/usr/bin/tmux -V
echo "the pane:"; cat pane; echo "the popup:"; cat popup
sed -n '/popup opens/,$p' pane | diff - <(printf '%s\n' '-- popup opens' '-- window out, window in' out in)
diff popup <(echo listens)
