#!/usr/bin/env bash
# dvtm 0.15 answers a question for the cursor's place (CSI 6 n) counting from 0, where every standard and
# every other terminal counts from 1: a program that measures a character by the column after it finds
# one cell too few. And it answers no DA1 (CSI c), the question that "everyone answers", by which programs
# know that no other answer will come: they wait for their time limit at every start.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet dvtm=0.15+40.g311a8c0-1 >/dev/null 2>&1 || { echo "dvtm 0.15+40.g311a8c0-1 is not to be had here"; exit 1; }
dpkg -x dvtm_*.deb dvtm
cat > ask.py <<'PY'
import os, select, sys, tty

tty.setraw(0)
with open(sys.argv[1], "w") as log:
    for name, question in (("DA1", b"\x1b[c"), ("home", b"\x1b[H\x1b[6n"), ("after two letters", b"\x1b[HAB\x1b[6n")):
        os.write(1, question)
        answer = b""
        while select.select([0], [], [], 1.0)[0]:
            answer += os.read(0, 100)
        log.write(f"{name}: {answer!r}\n")
PY
cat > run.py <<'PY'
import fcntl, os, pty, select, struct, sys, termios, time

pid, terminal = pty.fork()
if pid == 0:
    os.environ["TERM"] = "xterm"
    os.execv("dvtm/usr/bin/dvtm", ["dvtm", f"{sys.executable} ask.py answers"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
end = time.monotonic() + 30
while time.monotonic() < end and os.waitpid(pid, os.WNOHANG) == (0, 0):
    if select.select([terminal], [], [], 0.2)[0]:
        try:
            os.read(terminal, 65536)
        except OSError:
            break
PY
LC_ALL=C python3 run.py
LC_ALL=C dvtm/usr/bin/dvtm -v 2>&1 | head -1
cat answers
diff - answers <<'EXPECTED'
DA1: b''
home: b'\x1b[0;0R'
after two letters: b'\x1b[0;2R'
EXPECTED
