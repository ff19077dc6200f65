#!/usr/bin/env bash
# bcron 0.11's crontab: one expects "crontab -" to read the new crontab, as nearly every installer writes it.
# It is a usage error, and so is no argument at all (which POSIX gives to standard input): a file it must be,
# and /dev/stdin is one. "crontab -l" where there is none says neither "no crontab for" nor ends with 1.
set -euo pipefail
folder=$(mktemp -d); spool=; trap '[ -z "$spool" ] || kill "$spool"; rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet bcron=0.11-19 libbg2=2.04+dfsg-2.1 ucspi-unix=1.0-2 >/dev/null 2>&1 || { echo "bcron 0.11-19 is not to be had here"; exit 1; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/root" -name 'libbg.so.2' | head -1)"); export LD_LIBRARY_PATH
LOGNAME=$(id -un); export LOGNAME BCRON_USER="$LOGNAME" BCRON_SPOOL="$folder/spool" BCRON_SOCKET="$folder/socket"
mkdir -p spool/crontabs spool/tmp; mkfifo spool/trigger; exec 3<> spool/trigger
root/usr/bin/unixserver -q "$BCRON_SOCKET" root/usr/sbin/bcron-spool 2>/dev/null & spool=$!
until [ -S socket ]; do kill -0 "$spool"; done
crontab=root/usr/bin/bcrontab
ends() { local status=0; "$@" >said 2>&1 || status=$?; printf '%s: %s\n' "$status" "$(head -1 said)"; }
dpkg-deb -f bcron_*.deb Package Version
seen=$(
    ends "$crontab" -l
    echo '0 9 * * * true' > lines
    ends "$crontab" - < lines
    ends "$crontab" < lines
    ends "$crontab" lines
    ends "$crontab" /dev/stdin < lines
    ends "$crontab" -l)
printf '%s\n' "$seen"
diff <(printf '%s\n' "$seen") - <<'EXPECTED'
111: bcrontab: Fatal: Crontab does not exist
111: bcrontab: Error: Too few command-line arguments
111: bcrontab: Error: Too few command-line arguments
0: bcrontab: crontab saved successfully
0: bcrontab: crontab saved successfully
0: 0 9 * * * true
EXPECTED
