"""The README's snippets do what they say, in the surroundings that they are meant for."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.readme import README

TOLD = '#!/bin/sh\necho "$(basename "$0") $* | $DBUS_SESSION_BUS_ADDRESS" >> "$HOME/told"\n'
needs = {name: shutil.which(name) for name in ("bash", "zsh", "tmux", "systemd-analyze")}


def snippet(language: str, holding: str = "") -> str:
    blocks = re.findall(rf"```{language}\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    return next(block for block in blocks if holding in block)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with an `unhunch` for which a set is due, and a `notify-send`: both write down their calls."""
    folder = tmp_path / ".local" / "bin"
    folder.mkdir(parents=True)
    for name in ("unhunch", "notify-send"):
        (folder / name).write_text(TOLD)
        (folder / name).chmod(0o755)
    return tmp_path


def run(home: Path, command: list[str], path: str = "") -> str:
    environ = {"HOME": str(home), "PATH": f"{path}/usr/bin:/bin"}
    return subprocess.run(command, env=environ, check=True, capture_output=True, text=True, timeout=60).stdout


@pytest.mark.skipif(needs["bash"] is None, reason="there is no bash here")
@pytest.mark.parametrize(
    "before", ["PROMPT_COMMAND='echo mine'", "PROMPT_COMMAND=('echo mine' 'echo too')", ":"]
)
def test_the_prompt_of_bash_keeps_what_was_there(home: Path, before: str) -> None:
    text = f"{before}\n{snippet('sh', 'PROMPT_COMMAND')}\n"
    text += 'for each in "${PROMPT_COMMAND[@]}"; do eval "$each"; done; echo "[${PS1@P}]"'
    said = run(home, ["bash", "--norc", "-c", text], f"{home}/.local/bin:").splitlines()
    assert said[:-1] == re.findall("echo (mine|too)", before)
    assert said[-1].startswith("[* ")


@pytest.mark.skipif(needs["zsh"] is None, reason="there is no zsh here")
def test_the_prompt_of_zsh_keeps_what_was_there(home: Path) -> None:
    text = f"precmd() {{ echo mine }}\n{snippet('zsh')}\n"
    text += 'precmd; for each in $precmd_functions; do $each; done; print -P "[$PROMPT]"'
    said = run(home, [needs["zsh"] or "", "-f", "-c", text], f"{home}/.local/bin:").splitlines()
    assert said[0] == "mine" and said[-1].startswith("[* ")


def test_cron_finds_the_program_and_the_sessions_bus(home: Path) -> None:
    """cron of Debian (3.0pl1): /bin/sh, PATH=/usr/bin:/bin, and no bus."""
    (line,) = (line for line in snippet("cron").splitlines() if line)
    fields = line.split(maxsplit=5)
    assert fields[:5] == ["0", "11,15", "*", "*", "1-5"]
    assert "%" not in fields[5], "cron takes it for the end of a line"
    run(home, ["/bin/sh", "-c", fields[5]])
    told = (home / "told").read_text().splitlines()
    assert told[0].startswith("unhunch due")
    assert told[1].startswith(
        "notify-send Time to stretch unhunch start takes a minute | unix:path=/run/user/"
    )


@pytest.mark.skipif(needs["tmux"] is None, reason="there is no tmux here")
def test_tmux_takes_its_lines(home: Path) -> None:
    config = home / "tmux.conf"
    config.write_text(snippet("tmux"))
    tmux = [needs["tmux"] or "", "-S", str(home / "socket"), "-f", str(config)]
    said = run(home, [*tmux, "new-session", "-d", ";", "list-keys", "-T", "prefix", "S", ";", "kill-server"])
    assert "display-popup" in said


@pytest.mark.skipif(needs["systemd-analyze"] is None, reason="there is no systemd here")
def test_systemd_takes_the_units(home: Path) -> None:
    text = snippet("ini")
    service, timer = text[: text.index("[Timer]")], text[text.index("[Timer]") :]
    (home / "unhunch.service").write_text(service.replace("%h", str(home)))
    (home / "unhunch.timer").write_text(timer)
    units = [str(home / name) for name in ("unhunch.service", "unhunch.timer")]
    verify = [needs["systemd-analyze"] or "", "verify", "--user", "--man=no", *units]
    done = subprocess.run(
        verify,
        env={"HOME": str(home), "PATH": f"{home}/.local/bin:/usr/bin:/bin", "XDG_RUNTIME_DIR": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = done.stderr.replace(str(home), "").splitlines()
    missing = "notify-send is not executable"  # on a machine without it
    assert [line for line in said if "unhunch" in line and missing not in line] == []
