"""What real shells complete, from the table of commands alone."""

import re
import shutil
import subprocess

import pytest

from tests.cli.programs import one_line, run
from tui.cli.completion import completions_of
from tui.cli.parser import COMMANDS

BASH = """
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_unhunch
printf '%s\\n' "${COMPREPLY[@]}"
"""
ZSH = """
compdef() { : }
compadd() { shift; print -l -- ${(M)@:#${words[CURRENT]}*} }
_describe() { print -l -- ${(M)${commands%%:*}:#${words[CURRENT]}*} }
_files() { print -l -- ${words[CURRENT]}*(N) }
source $1
shift
words=("$@")
CURRENT=$#
_unhunch
"""
CASES = [
    (("unhunch", "st"), {"start", "status"}),
    (("unhunch", "log", "--felt", ""), {"easy", "fine", "sore", "none"}),
    (("unhunch", "log", "--fe"), {"--felt"}),
    (("unhunch", "start", "ro"), {"rotate"}),
    (("unhunch", "start", "both", "a"), {"arch"}),
    (("unhunch", "set", "sets"), {"sets-a-day"}),
    (("unhunch", "set", "sounds", "o"), {"on", "off"}),
    (("unhunch", "get", "reps.ro"), {"reps.rotate"}),
    (("unhunch", "delete", "la"), {"last"}),
    (("unhunch", "completion", ""), {"bash", "zsh", "fish"}),
    (("unhunch", "export", "--format", ""), {"csv", "json", "ics"}),
    (("unhunch", "import", "some"), {"some-file.json"}),
    (("unhunch", "export", "-o", "some"), {"some-file.json"}),
    (("unhunch", "due", "--f"), {"--first"}),
    (("unhunch", "remind", "--ti"), set()),
    (("unhunch", "--ver"), {"--version"}),
]


@pytest.fixture(scope="module")
def scripts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("completion")
    for shell in ("bash", "zsh", "fish"):
        ran = run(("completion", shell), folder / "home")
        assert (ran.status, ran.err) == (0, "")
        (folder / f"unhunch.{shell}").write_text(ran.out)
    (folder / "some-file.json").touch()
    return folder


def complete(shell, folder, words):
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    script = str(folder / f"unhunch.{shell}")
    command = {
        "bash": ["bash", "--norc", "-c", BASH, "bash", script, *words],
        "zsh": ["zsh", "-f", "-c", ZSH, "zsh", script, *words],
        "fish": ["fish", "--no-config", "-c", f"source {script}; complete -C '{' '.join(words)}'"],
    }[shell]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=folder, check=False, env=_environ(folder)
    )
    assert done.stderr == ""
    return {line.partition("\t")[0] for line in done.stdout.splitlines() if line}


def _environ(folder):
    return {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder), "TERM": "dumb", "LC_ALL": "C.UTF-8"}


@pytest.mark.parametrize("shell", ["bash", pytest.param("zsh"), pytest.param("fish", marks=pytest.mark.slow)])
def test_each_shell_completes(shell, scripts):
    for words, wanted in CASES:
        if shell == "fish" and words[1] == "--ver":
            continue  # it has no list of what stands alone
        found = {word for word in complete(shell, scripts, words) if not word.startswith("reps.sit")}
        assert found == wanted, words


def test_every_command_and_option_is_completed():
    told = {item.name: item for item in completions_of(("both",))}
    assert list(told) == list(COMMANDS)
    for item in told.values():
        assert "--help" in {flag for option in item.options for flag in option.flags}
    assert "--tick" not in str(told["remind"])


def test_every_command_stands_once_in_a_help_of_one_screen(tmp_path):
    lines = run(("--help",), tmp_path).out.splitlines()
    named = [line[4:24] for line in lines if line.startswith("    ")]
    assert sorted(re.findall(r"\w+", " ".join(named))) == sorted(COMMANDS)
    assert len(lines) < 24 and max(map(len, lines)) <= 80


def test_an_unknown_shell_is_told_and_a_broken_home_is_not(tmp_path):
    for args in (("completion",), ("completion", "tcsh")):
        ran = run(args, tmp_path)
        assert (ran.status, ran.out) == (2, "") and one_line(ran.err)
    (tmp_path / "file").write_text("")
    ran = run(("completion", "bash"), tmp_path / "file")
    assert (ran.status, ran.err) == (0, "")
    assert not (tmp_path / "new").exists() and run(("completion", "fish"), tmp_path / "new").status == 0


def test_an_exercise_of_ones_own_is_completed(tmp_path):
    (tmp_path / "exercises").mkdir()
    own = 'name = "Neck"\ntagline = "x"\ntwo_sided = false\nsteps = [{ title = "a", text = "b" }]\n'
    own += "figure.poses = { start = {}, end = { head_slide = -2.5 } }\n"
    own += 'figure.views = [{ name = "side", yaw = 82, pitch = 6 }]\n'
    (tmp_path / "exercises" / "neck.toml").write_text(
        own + 'figure.hands = "thighs"\nfigure.region = "neck"\n'
    )
    assert run(("exercises", "neck"), tmp_path).status == 0
    assert "neck" in run(("completion", "bash"), tmp_path).out
