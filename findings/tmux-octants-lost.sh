#!/usr/bin/env bash
# tmux 3.3a and the octants of Unicode 16 (U+1CD00 to U+1CDE5): one expects a character that a multiplexer does
# not know yet to be handed on, or to be shown as a box of one cell. It counts as no cell at all and is left
# out: what follows it moves to the left, and each row of a picture is as much shorter as it has octants.
set -euo pipefail
folder=$(mktemp -d); trap 'tmux/usr/bin/tmux -S "$folder/socket" kill-server 2>/dev/null || true; rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet tmux=3.3a-3 >/dev/null 2>&1 || { echo "tmux 3.3a-3 is not to be had here"; exit 1; }
dpkg -x tmux_*.deb tmux
cat > show.py <<'PY'
import os, re, select, tty

tty.setraw(0)
with open("seen", "w") as seen:
    for name, character in (("quadrant", "\u259a"), ("sextant", "\U0001fb00"), ("octant", "\U0001cd00")):
        os.write(1, b"\x1b[H" + character.encode() + b"\x1b[6n")
        answer = b""
        while not (column := re.search(rb"\x1b\[\d+;(\d+)R", answer)):
            if not select.select([0], [], [], 15)[0]:
                raise SystemExit("no answer")
            answer += os.read(0, 100)
        seen.write(f"{name} {int(column[1]) - 1}\n")
    os.write(1, "\x1b[H\x1b[2J[\U0001cd00\U0001cd00\U0001cd00]".encode())
PY
LC_ALL=C.UTF-8 tmux/usr/bin/tmux -u -S socket -f /dev/null new-session -d -x 80 -y 24 "python3 show.py; sleep 20"
for _ in $(seq 100); do grep -qs octant seen && break; sleep 0.2; done
sleep 0.5
tmux/usr/bin/tmux -V
cat seen
LC_ALL=C.UTF-8 tmux/usr/bin/tmux -u -S socket capture-pane -p | head -1 | tee row
diff seen <(printf '%s\n' 'quadrant 1' 'sextant 1' 'octant 0')
diff row <(echo '[]')
