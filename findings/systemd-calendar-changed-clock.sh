#!/usr/bin/env bash
# An OnCalendar timer of systemd 252, "every half hour", Europe/Berlin: in the night when clocks go back one
# expects the repeated hour to ring again, as cron's wildcards do. It is left out: 90 minutes pass between
# 02:30 and 03:00. In the night when they go forward "every day at 02:30" is not late but left out: a
# whole day, or of a weekly timer a whole week, without it.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet systemd=252.38-1~deb12u1 libsystemd-shared=252.38-1~deb12u1 >/dev/null 2>&1 || { echo "systemd 252.38-1~deb12u1 is not to be had here"; exit 1; }
for package in *.deb; do dpkg -x "$package" root; done
library=$(dirname "$(find root -name 'libsystemd-shared*' | head -1)")
analyze() { LD_LIBRARY_PATH="$library" TZ=Europe/Berlin LC_ALL=C root/usr/bin/systemd-analyze "$@"; }
elapses() { analyze calendar --base-time="$1" --iterations="$2" "$3" | sed -n 's/^ *(in UTC): //p'; }
analyze --version | head -1
back=$(elapses '2026-10-25 01:10' 5 '*:00/30'); forward=$(elapses '2026-03-28 12:00' 1 '*-*-* 02:30')
weekly=$(elapses '2026-03-28 12:00' 1 'Sun 02:30')
printf 'every half hour, clocks go back at 01:00 UTC:\n%s\nevery day 02:30, clocks go forward on the 29th:\n%s\nSundays 02:30:\n%s\n' "$back" "$forward" "$weekly"
diff <(printf '%s\n' "$back" "$forward" "$weekly") - <<'EXPECTED'
Sat 2026-10-24 23:30:00 UTC
Sun 2026-10-25 00:00:00 UTC
Sun 2026-10-25 00:30:00 UTC
Sun 2026-10-25 02:00:00 UTC
Sun 2026-10-25 02:30:00 UTC
Mon 2026-03-30 00:30:00 UTC
Sun 2026-04-05 00:30:00 UTC
EXPECTED
