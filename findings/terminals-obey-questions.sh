#!/usr/bin/env bash
# Questions of new protocols, put to terminals that do not know them: one expects them to be passed over.
# st 0.9 reads "CSI ? u" (which extended keys?) as "CSI u" and puts the cursor back where it was last saved;
# zutty 0.14 prints the last letter of "CSI ? 2026 $ p" (do you know this mode?) and the whole of an APC;
# pterm 0.78 (PuTTY) prints the whole of "DCS + q" and of an APC.
set -euo pipefail
folder=$(mktemp -d); server=; trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT; cd "$folder"
command -v Xvfb >/dev/null || { echo "there is no Xvfb here"; exit 1; }
apt-get download --quiet stterm=0.9-1 zutty=0.14.0.20230218+dfsg1-1 pterm=0.78-2+deb12u2 >/dev/null 2>&1 || { echo "stterm 0.9-1, zutty 0.14.0 and pterm 0.78-2 are not to be had here"; exit 1; }
for package in *.deb; do dpkg -x "$package" root; done
Xvfb -displayfd 3 -screen 0 900x600x24 3>display >/dev/null 2>&1 & server=$!
until [ -s display ]; do kill -0 "$server"; done
DISPLAY=":$(cat display)"; export DISPLAY
cat > ask.py <<'PROGRAM'
import os, re, sys, termios, tty
from select import select
questions = {"CSI ? u": "\33[?u", "CSI ? 2026 $ p": "\33[?2026$p", "DCS + q": "\33P+q544e\33\\", "APC": "\33_Gi=31,a=q;AAAA\33\\"}
def place():
    os.write(1, b"\33[6n")
    said = b""
    while not (found := re.search(rb"\x1b\[(\d+);(\d+)R", said)) and select([0], [], [], 10)[0]:
        said += os.read(0, 99)
    return ";".join(map(bytes.decode, found.groups())) if found else "no answer"
before = termios.tcgetattr(0)
tty.setraw(0)
lines = []
for name, asked in questions.items():
    os.write(1, b"\33[2J\33[2;3H\0337\33[5;10H" + asked.encode())
    lines.append(f"{sys.argv[2]}, {name}: {place()}\n")
open(sys.argv[1], "w").writelines(lines)
termios.tcsetattr(0, termios.TCSADRAIN, before)
PROGRAM
run() { timeout 60 "$@" >/dev/null 2>&1 || true; }
run root/usr/bin/st -e python3 ask.py st.txt st
run root/usr/bin/zutty -e python3 ask.py zutty.txt zutty
run root/usr/bin/pterm -e python3 ask.py pterm.txt pterm
dpkg-deb -f stterm_*.deb Version; dpkg-deb -f zutty_*.deb Version; dpkg-deb -f pterm_*.deb Version
echo "the cursor, which stood in 5;10 (saved in 2;3), after each:"
cat st.txt zutty.txt pterm.txt | tee seen
diff seen - <<'EXPECTED'
st, CSI ? u: 2;3
st, CSI ? 2026 $ p: 5;10
st, DCS + q: 5;10
st, APC: 5;10
zutty, CSI ? u: 5;10
zutty, CSI ? 2026 $ p: 5;11
zutty, DCS + q: 5;10
zutty, APC: 5;24
pterm, CSI ? u: 5;10
pterm, CSI ? 2026 $ p: 5;10
pterm, DCS + q: 5;16
pterm, APC: 5;24
EXPECTED
