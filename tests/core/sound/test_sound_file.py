"""The grammar of the sounds is validated: file, key and reason."""

import copy
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.sound.cue import Glide, Head
from tui.core.sound.sound_file import parse_sounds
from tui.core.text.problems import ContentProblem

BUNDLED = tomllib.loads((Path(__file__).parents[3] / "content" / "sounds.toml").read_text())


def changed(path, value):
    values = copy.deepcopy(BUNDLED)
    *tables, key = path.split("/")
    table = values
    for name in tables:
        table = table[name]
    if value is None:
        del table[key]
    else:
        table[key] = value
    return values


def test_the_bundled_file_holds_every_sound():
    grammar = parse_sounds(BUNDLED)
    assert set(grammar.heads) == set(Head)
    assert set(grammar.glides) == set(Glide)
    assert set(grammar.entries) == {*Head, *Glide}


@pytest.mark.parametrize(
    ("path", "value", "key", "reason"),
    [
        ("heads", None, "heads", "is missing"),
        ("heads/go", None, "heads.go", "is missing"),
        ("glides/left-across", None, "glides.left-across", "is missing"),
        ("heads/go/name", None, "heads.go.name", "is missing"),
        ("heads/go/meaning", "", "heads.go.meaning", "must not be empty"),
        ("heads/go/name", "\x1b[2J", "heads.go.name", "control characters"),
        ("heads/go/hz", [100.0, 500.0], "heads.go.hz", "must be from 200 to 950"),
        ("heads/go/hz", [], "heads.go.hz", "must hold a frequency"),
        ("heads/go/hz", "high", "heads.go.hz", "must be a list"),
        ("heads/go/at_s", [0.0], "heads.go.at_s", "must be a list of 2 numbers"),
        ("heads/go/at_s", [0.1, 0.1], "heads.go.at_s", "must begin with 0"),
        ("heads/go/lasts_s", [0.1, 0.15], "heads.go.lasts_s", "must end within 0.2 s"),
        ("heads/go/lasts_s", [0.1, 0.01], "heads.go.lasts_s", "must be from 0.03"),
        ("heads/hold/attack_s", 0.001, "heads.hold.attack_s", "must be from 0.008"),
        ("heads/hold/release_s", 0.45, "heads.hold.lasts_s", "for attack and release"),
        ("heads/hold/pan", 2, "heads.hold.pan", "must be from -1 to 1"),
        ("heads/hold/pitch", 2, "heads.hold.pitch", "is not a known key"),
        ("heads/bang", {}, "heads.bang", "is not a known key"),
        ("glides/bang", {}, "glides.bang", "is not a known key"),
        ("glides/left/hz", [300.0], "glides.left.hz", "two or more"),
        ("glides/left/pan", [0.0], "glides.left.pan", "two or more"),
        ("glides/left/pulses", 50, "glides.left.pulses", "must be from 0 to 8"),
        ("glides/left/motif", None, "glides.left.motif", "is missing"),
        ("glides/left/motif/lasts_s", [0.5], "glides.left.motif.lasts_s", "must be from 0.03 to 0.3"),
        ("glides/left/whistle", True, "glides.left.whistle", "is not a known key"),
        ("echo", 1, "echo", "is not a known key"),
    ],
)
def test_mistakes_are_told_with_file_key_and_reason(path, value, key, reason):
    with pytest.raises(ContentProblem) as caught:
        parse_sounds(changed(path, value))
    assert caught.value.file == "sounds.toml"
    assert caught.value.key == key
    assert reason in caught.value.reason


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_PATHS = [
    "heads",
    "glides",
    "heads/go",
    *(f"heads/go/{key}" for key in BUNDLED["heads"]["go"]),
    *(f"glides/right/{key}" for key in BUNDLED["glides"]["right"]),
]


@given(path=st.sampled_from(_PATHS), value=_JUNK)
def test_junk_is_refused_or_harmless(path, value):
    try:
        grammar = parse_sounds(changed(path, value))
    except ContentProblem as problem:
        assert problem.line.isprintable()
    else:
        assert set(grammar.heads) == set(Head)
