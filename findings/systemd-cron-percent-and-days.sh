#!/usr/bin/env bash
# A crontab that systemd-cron 1.15.19 turns into timers: one expects the lines to mean what they mean to cron.
# A day of the month beside a weekday rings only where both hold (its own crontab(5): "at least one"), and
# "\%", which cron hands to the shell as "%", keeps its backslash: in single quotes it reaches the program.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet systemd-cron=1.15.19-5 >/dev/null 2>&1 || { echo "systemd-cron 1.15.19-5 is not to be had here"; exit 1; }
dpkg -x systemd-cron_*.deb root
cat > crontab <<'LINES'
0 9 1 * mon true
0 9 * * mon true
1 9 * * * echo '50\% done'
LINES
export folder
unshare --mount --map-root-user bash -euo pipefail -c '
    mount -t tmpfs none /var/spool
    mkdir -p /var/spool/cron/crontabs
    install -m 600 crontab /var/spool/cron/crontabs/root
    mkdir made && python3 root/lib/systemd/system-generators/systemd-crontab-generator "$folder/made" 2>/dev/null'
dpkg-deb -f systemd-cron_*.deb Package Version
seen=$(for number in 0 1; do grep OnCalendar= "made/cron-root-root-$number.timer"; done; sh made/cron-root-root-2.sh)
printf '%s\n' "$seen"
diff <(printf '%s\n' "$seen") - <<'EXPECTED'
OnCalendar=Mon *-*-1 9:0:00
OnCalendar=Mon *-*-* 9:0:00
50\% done
EXPECTED
