"""`exercises --check` on what an exercise has the voice say: what it is, or one line of what is wrong."""

import pytest

from tests.cli.programs import one_line, run
from tests.sounds import wav
from tui.adapters.content.templates import exercise_templates

TUCK = exercise_templates()[0].path.read_text(encoding="utf-8")
SAID = TUCK.replace('word = "tuck"\n\n[fig', 'word = "tuck.wav"\nback = "look up"\n\n[fig')


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "exercises").mkdir()
    return tmp_path / "exercises"


def checked(folder, text):
    (folder / "mine.toml").write_text(text.replace('short = "tuck"', 'short = "mine"'))
    return run(("exercises", "--check", str(folder / "mine.toml")), folder.parent)


def test_what_will_be_said_is_told(folder):
    (folder / "tuck.wav").write_bytes(wav(0.6))
    ran = checked(folder, SAID)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[-1] == "The voice says of it: chin tuck, tuck.wav, look up."
    plain = checked(
        folder, TUCK.replace('name = "Chin Tuck"', 'name = "Mine"').partition("# What")[0] + FIGURE
    )
    assert plain.out.splitlines()[-1] == "The voice says of it: next exercise, tuck, back."


FIGURE = TUCK[TUCK.index("[figure]") :]
FAULTS = {
    "no file": (SAID, None, "say.word: tuck.wav cannot be read: No such file or directory"),
    "no sound": (SAID, b"\x1b[31m" * 99, "say.word: tuck.wav is neither WAV nor Ogg with Opus or Vorbis"),
    "too long": (SAID, wav(1.7), "say.word: tuck.wav lasts 1.7 s: 0.1 to 1.5 s can be said"),
    "silent": (SAID, wav(0.6, level=0.0), "say.word: tuck.wav is silent"),
    "a path": (SAID.replace("tuck.wav", "../tuck.wav"), wav(0.6), "say.word: must be a phrase"),
    "no phrase": (
        SAID.replace("look up", "wibble"),
        wav(0.6),
        "say.back: 'wibble' is no phrase",
    ),
    "no key": (SAID.replace("back =", "left ="), wav(0.6), "say.left: is not said without sides"),
}


@pytest.mark.parametrize(("text", "sound", "why"), FAULTS.values(), ids=FAULTS)
def test_each_wrong_value_is_one_line(folder, text, sound, why):
    if sound:
        (folder / "tuck.wav").write_bytes(sound)
    ran = checked(folder, text)
    assert ran.status == 2 and one_line(ran.err)
    assert f"mine.toml: {why}" in ran.err
