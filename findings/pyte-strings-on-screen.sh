#!/usr/bin/env bash
# pyte 0.8.2 is the usual emulator for testing terminal programs in Python. It knows where an OSC string
# ends, so one expects the same of DCS and APC: their whole body is typed onto the screen instead. And of a
# style with colons (ISO 8613-6: `4:3` a curly underline) what follows the colon is typed too: a program
# that asks a terminal for its abilities, or underlines an error, looks broken in a test and nowhere else.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv venv && venv/bin/pip install --quiet pyte==0.8.2 wcwidth==0.2.13 2>&1 | grep -v '^WARNING' || true
venv/bin/python - <<'PY'
from importlib.metadata import version

import pyte

CASES = {
    "OSC 11 question": (b"\x1b]11;?\x1b\\A", "A"),
    "DCS XTGETTCAP": (b"\x1bP+q524742\x1b\\A", "+q524742A"),
    "DCS DECRQSS": (b"\x1bP$qm\x1b\\A", "$qmA"),
    "APC graphics question": (b"\x1b_Gi=1,a=q\x1b\\A", "Gi=1,a=qA"),
    "SGR 4, no colon": (b"\x1b[4mA", "A"),
    "SGR 4:3, a colon": (b"\x1b[4:3mA", "3mA"),
    "SGR 38:2::1:2:3, colons": (b"\x1b[38:2::1:2:3mA", "2::1:2:3mA"),
    "DECRQM 2026": (b"\x1b[?2026$pA", "A"),
    "alternate screen, there and back": (b"A\x1b[?1049hB\x1b[?1049l", "AB"),
}
print("pyte", version("pyte"))
wrong = []
for name, (written, expected) in CASES.items():
    screen = pyte.Screen(40, 2)
    pyte.ByteStream(screen).feed(written)
    seen = screen.display[0].rstrip()
    print(f"{name:34} wrote {written!r:34} shows {seen!r}")
    if seen != expected:
        wrong.append(name)
raise SystemExit(f"changed: {', '.join(wrong)}" if wrong else 0)
PY
