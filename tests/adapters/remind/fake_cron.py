"""A `crontab`, `systemctl` and `notify-send` for tests: nobody's own are touched."""

from pathlib import Path

_CRONTAB = """#!/bin/sh
file="{folder}/crontab"
case "$1" in
-l) [ -e "{folder}/denied" ] && {{ echo "You are not allowed to use this program (crontab)" >&2; exit 1; }}
    [ -e "$file" ] || {{ cat "{folder}/none" >&2; exit 1; }}
    cat "$file" ;;
-r) rm "$file" ;;
-*) echo "usage: crontab file" >&2; exit 111 ;;
*) [ -e "{folder}/full" ] && {{ echo "crontab: No space left on device" >&2; exit 1; }}
    cat "$1" > "$file" ;;
esac
"""
_NOTIFY = """#!/bin/sh
[ -e "{folder}/no-bus" ] && {{ echo "Cannot autolaunch D-Bus without X11 \\$DISPLAY" >&2; exit 1; }}
echo "$2|$3|$DBUS_SESSION_BUS_ADDRESS" >> "{folder}/shown"
"""


_SYSTEMCTL = """#!/bin/sh
[ -e "{folder}/manager" ] || {{ echo "Failed to connect to bus: No medium found" >&2; exit 1; }}
echo "$*" >> "{folder}/asked"
[ "$2" = enable ] && [ -e "{folder}/failing" ] && {{ echo "Unit is masked" >&2; exit 1; }}
exit 0
"""


class FakeCron:
    """A folder of programs that stands first in PATH.

    Args:
        folder: where it is made.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.crontab = folder / "crontab"
        self.bin = folder / "bin"
        self.bin.mkdir(parents=True)
        for name, text in (("crontab", _CRONTAB), ("notify-send", _NOTIFY), ("systemctl", _SYSTEMCTL)):
            (self.bin / name).write_text(text.format(folder=folder))
            (self.bin / name).chmod(0o755)
        self.says_of_none("no crontab for somebody")

    @property
    def path(self) -> str:
        """PATH with these programs first."""
        return f"{self.bin}:/usr/bin:/bin"

    @property
    def asked(self) -> list[str]:
        """What systemctl was asked."""
        log = self.folder / "asked"
        return log.read_text().splitlines() if log.exists() else []

    @property
    def shown(self) -> list[str]:
        """What was shown."""
        log = self.folder / "shown"
        return log.read_text().splitlines() if log.exists() else []

    def says_of_none(self, words: str) -> None:
        """Have these words said where there is no crontab."""
        (self.folder / "none").write_text(f"{words}\n")

    def switch(self, name: str) -> None:
        """Switch a fault on: `denied`, `full`, `no-bus` or `failing`; or a user manager: `manager`."""
        (self.folder / name).touch()
