#!/usr/bin/env bash
# Two folders of which one file was changed on both sides, through rclone 1.60.1's bisync: one expects one
# version to keep the name and the other to become a copy beside it, as Syncthing, Unison and Nextcloud do it.
# Both are renamed, on both sides: no file of that name is left, and the end of a path is no longer its type.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet rclone=1.60.1+dfsg-2+b5 >/dev/null 2>&1 || { echo "rclone 1.60.1+dfsg-2+b5 is not to be had here"; exit 1; }
dpkg -x rclone_*.deb root
mkdir here there
sync() { root/usr/bin/rclone --config none --cache-dir "$folder/cache" bisync --workdir "$folder/work" here there "$@" >/dev/null 2>&1; }
for name in a b c 2026-11; do echo first > "here/$name.json"; done
sync --resync
sleep 1; echo "changed here" > here/2026-11.json
sleep 1; echo "changed there, too" > there/2026-11.json
sync
root/usr/bin/rclone version | sed -n 1p
seen=$(for side in here there; do (cd "$side" && grep . 2026-11* | sed "s/^/$side: /"); done)
printf '%s\n' "$seen"
diff <(printf '%s\n' "$seen") - <<'EXPECTED'
here: 2026-11.json..path1:changed here
here: 2026-11.json..path2:changed there, too
there: 2026-11.json..path1:changed here
there: 2026-11.json..path2:changed there, too
EXPECTED
