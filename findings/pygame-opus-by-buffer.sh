#!/usr/bin/env bash
# pygame 2.6.1 (SDL_mixer 2.6.3) and an Opus file, which always is 48 kHz, in a mixer of 44.1 kHz: one expects
# `Sound(file)` to be the same samples whatever `buffer` the mixer was opened with. With 512 each piece that is
# resampled comes out a sample short, so all is 0.12 % too fast; with more the end is 12 ms short in half of all
# files (of 1010 ms, not of 1000 or 1020). At 48 kHz neither happens. So measure lengths as they will be played.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet opus-tools=0.2-1+b1 libopusenc0 libopus0 libflac12 libogg0 >/dev/null 2>&1 || { echo "opus-tools 0.2-1 is not to be had here"; exit 1; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/root" -name 'libopusenc.so.0' | head -1)"); export LD_LIBRARY_PATH
python3 -m venv venv && venv/bin/pip install --quiet pygame==2.6.1 2>&1 | grep -v '^WARNING' || true
cat > make.py <<'PY'
import array, math, sys, wave

samples = array.array("h", bytes(2 * 48480))
for at in (4800, 43200):  # two chirps, 800 ms apart
    for n in range(240):
        samples[at + n] = int(20000 * math.sin(math.pi * n / 240) * math.sin(2 * math.pi * n / 24))
with wave.open("two.wav", "wb") as file:
    file.setparams((1, 2, 48000, 0, "NONE", ""))
    file.writeframes(samples.tobytes())
PY
cat > measure.py <<'PY'
import array, os, sys

os.environ.update(SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
import pygame.mixer

rate, buffer = int(sys.argv[1]), int(sys.argv[2])
pygame.mixer.init(rate, -16, 1, buffer, allowedchanges=0)
samples = array.array("h", pygame.mixer.Sound("two.opus").get_raw())
def middle(part, first):
    weight = [value * value for value in part]
    return first + sum(n * w for n, w in enumerate(weight)) / sum(weight)
half = len(samples) // 2
apart = middle(samples[half:], half) - middle(samples[:half], 0)
print(rate, buffer, f"chirps {apart / rate * 1000:.1f} ms apart, {len(samples) / rate * 1000:.0f} ms in all")
PY
python3 make.py && root/usr/bin/opusenc --quiet two.wav two.opus
venv/bin/python -c 'import os; os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"; import pygame.mixer as m; import pygame; print("pygame", pygame.version.ver, "SDL_mixer", *m.get_sdl_mixer_version())'
for opened in "44100 512" "44100 1024" "44100 2048" "44100 4096" "48000 512"; do venv/bin/python measure.py $opened; done | tee seen
diff seen - <<'EXPECTED'
44100 512 chirps 799.0 ms apart, 1009 ms in all
44100 1024 chirps 800.0 ms apart, 998 ms in all
44100 2048 chirps 800.0 ms apart, 998 ms in all
44100 4096 chirps 800.0 ms apart, 998 ms in all
48000 512 chirps 800.0 ms apart, 1010 ms in all
EXPECTED
