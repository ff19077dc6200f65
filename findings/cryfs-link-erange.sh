#!/usr/bin/env bash
# A hard link in a folder of cryfs 0.11.3, which knows none: one expects EPERM (as link(2) has it, and exFAT
# answers) or ENOTSUP, and programs that lock or publish by link() fall back on those. It is ERANGE,
# "Numerical result out of range", which nobody waits for; rename and symlink work.
set -euo pipefail
folder=$(mktemp -d); trap 'fusermount -u "$folder/open" 2>/dev/null || true; rm -rf "$folder"' EXIT; cd "$folder"
libraries="libspdlog1.10 libfmt9 libboost-filesystem1.74.0 libboost-thread1.74.0 libboost-chrono1.74.0 libboost-program-options1.74.0 libfuse2"
# shellcheck disable=SC2086
apt-get download --quiet cryfs=0.11.3-5 $libraries >/dev/null 2>&1 || { echo "cryfs 0.11.3-5 is not to be had here"; exit 1; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu:$folder/root/lib/$(uname -m)-linux-gnu"; export LD_LIBRARY_PATH
mkdir closed open home
export CRYFS_FRONTEND=noninteractive CRYFS_NO_UPDATE_CHECK=true HOME="$folder/home"
echo secret | root/usr/bin/cryfs closed open >/dev/null 2>&1
root/usr/bin/cryfs --version 2>/dev/null | sed -n 1p
seen=$(python3 - <<'PROGRAM'
import errno, os
open("open/file", "w").close()
for name, act in (("link", os.link), ("symlink", os.symlink), ("rename", os.rename)):
    try:
        act("open/file", f"open/by-{name}")
        print(f"{name}: done")
    except OSError as error:
        print(f"{name}: {errno.errorcode[error.errno]}")
PROGRAM
)
printf '%s\n' "$seen"
diff <(printf '%s\n' "$seen") - <<'EXPECTED'
link: ERANGE
symlink: done
rename: done
EXPECTED
