#!/usr/bin/env bash
# A lock file on a folder that rclone 1.60.1 mounts (no cache, its default): one expects open(O_RDWR) to be
# refused if it cannot be had, and else flock to be of use. The open succeeds, the lock is granted, and EPERM
# comes from close(): of a lock that was "held" all the while. With O_TRUNC the same open is no error at all.
set -euo pipefail
folder=$(mktemp -d); trap 'fusermount -u "$folder/mounted" 2>/dev/null || true; rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet rclone=1.60.1+dfsg-2+b5 >/dev/null 2>&1 || { echo "rclone 1.60.1+dfsg-2+b5 is not to be had here"; exit 1; }
dpkg -x rclone_*.deb root
mkdir stored mounted
root/usr/bin/rclone --config "$folder/none" mount "$folder/stored" "$folder/mounted" --daemon 2>/dev/null
root/usr/bin/rclone --version | sed -n 1p
seen=$(python3 - <<'PROGRAM'
import errno, fcntl, os, time
path = "mounted/lock"
os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
time.sleep(1)  # the file is put away after close() has returned
for name, flags in (("O_RDWR", 0), ("O_RDWR|O_CREAT", os.O_CREAT), ("O_RDWR|O_TRUNC", os.O_TRUNC)):
    said = []
    time.sleep(0.5)
    try:
        descriptor = os.open(path, os.O_RDWR | flags)
        said.append("opened")
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        said.append("locked")
        os.close(descriptor)
        said.append("closed")
    except OSError as error:
        said.append(errno.errorcode[error.errno])
    print(f"{name}:", *said)
PROGRAM
)
printf '%s\n' "$seen"
diff <(printf '%s\n' "$seen") - <<'EXPECTED'
O_RDWR: opened locked EPERM
O_RDWR|O_CREAT: opened locked EPERM
O_RDWR|O_TRUNC: opened locked closed
EXPECTED
