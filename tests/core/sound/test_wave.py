"""The PCM of every cue: level, spectrum, length, sides, and no clicks."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.adapters.content.shipped import read_grammar
from tui.core.sound.cue import Cue, Glide, Head
from tui.core.sound.grammar import HEAD_SECONDS, MOVING_HEADS
from tui.core.sound.loudness import a_gain, loudest, weighted
from tui.core.sound.wave import RATE, Ramp, cut, render, shaped
from tui.core.timer.plan import ease

GRAMMAR = read_grammar()
HEADS = [Cue(0.0, head) for head in Head]
MOTIFS = [Cue(0.0, None, glide, 1.0) for glide in Glide]
GLIDES = [Cue(0.0, None, glide, seconds) for glide, seconds in product(Glide, (1.0, 2.0, 3.0))]
CALLS = [
    *((f"{cue.head}", render(GRAMMAR, cue)) for cue in HEADS),
    *((f"motif of {cue.glide}", render(GRAMMAR, cue, tones=False)) for cue in MOTIFS),
]
TONES = [(f"{cue.glide} {cue.seconds:g} s", render(GRAMMAR, cue)) for cue in GLIDES]
BOTH = [*CALLS, *TONES]


def scaled(pcm):
    return pcm / 32768.0


def decibels(ratio):
    return 20 * np.log10(ratio)


def mean_level(pcm):
    return decibels(np.sqrt((weighted(scaled(pcm), RATE) ** 2).sum(axis=1).mean()))


def loudest_level(pcm):
    return decibels(loudest(scaled(pcm), RATE))


def power_by_hz(pcm):
    spectrum = np.abs(np.fft.rfft(scaled(pcm), axis=0)) ** 2
    return np.fft.rfftfreq(len(pcm), 1 / RATE), spectrum.sum(axis=1)


@pytest.mark.parametrize("measure", [mean_level, loudest_level], ids=["whole", "loudest 125 ms"])
def test_event_cues_are_equally_loud_and_glides_6_to_10_db_below(measure):
    calls = [measure(pcm) for _, pcm in CALLS]
    assert max(calls) - min(calls) < 3.0
    for name, pcm in TONES:
        below = np.mean(calls) - measure(pcm)
        assert 6.0 <= below <= 10.0, name


@pytest.mark.parametrize(("name", "pcm"), BOTH, ids=[name for name, _ in BOTH])
def test_no_cue_clips_even_with_the_tail_of_another(name, pcm):
    assert np.abs(scaled(pcm)).max() < 0.45


@pytest.mark.parametrize(("name", "pcm"), BOTH, ids=[name for name, _ in BOTH])
def test_all_power_is_between_200_and_1000_hz_but_for_harmonics_20_db_down(name, pcm):
    hz, power = power_by_hz(pcm)
    inside = (hz >= 200) & (hz <= 1000)
    assert decibels(np.sqrt(power[~inside].sum() / power[inside].sum())) < -20
    beyond = power[(hz < 150) | (hz > 3000)]
    assert decibels(np.sqrt(beyond.sum() / power.sum())) < -50


@pytest.mark.parametrize(("name", "pcm"), BOTH, ids=[name for name, _ in BOTH])
def test_no_sample_steps_further_than_its_tones_allow(name, pcm):
    samples = scaled(pcm)
    assert np.abs(samples[[0, -1]]).max() < 2e-3
    highest = 800 if "glide" not in name else 500
    assert np.abs(np.diff(samples, axis=0)).max() <= np.abs(samples).max() * 2 * np.pi * highest / RATE * 1.3


@pytest.mark.parametrize("head", list(Head))
def test_attacks_take_8_ms_at_least(head):
    samples = np.abs(scaled(render(GRAMMAR, Cue(0.0, head)))).max(axis=1)
    full = samples[: round(GRAMMAR.heads[head].notes[0].seconds * RATE)].max()
    assert samples[: round(0.002 * RATE)].max() < 0.15 * full
    assert samples[: round(0.004 * RATE)].max() < 0.55 * full


@given(
    head=st.sampled_from([None, *MOVING_HEADS]),
    glide=st.sampled_from(Glide),
    seconds=st.floats(0.1, 4.0),
)
@settings(max_examples=25)
def test_head_and_glide_last_exactly_as_long_as_the_movement(head, glide, seconds):
    pcm = render(GRAMMAR, Cue(0.0, head, glide, seconds))
    assert len(pcm) == round(seconds * RATE)
    assert np.abs(pcm[-2:]).max() < 0.002 * 32768
    assert pcm.dtype == np.int16


@pytest.mark.parametrize("head", MOVING_HEADS)
def test_a_head_leaves_the_rest_of_the_movement_to_the_glide(head):
    alone = render(GRAMMAR, Cue(0.0, head))
    together = render(GRAMMAR, Cue(0.0, head, Glide.LEFT, 2.0))
    assert len(alone) <= round(HEAD_SECONDS * RATE)
    assert (together[: len(alone)] == alone).all()
    assert np.abs(together[len(alone) : len(alone) + 4410]).max() > 500


@pytest.mark.parametrize("glide", list(Glide))
def test_a_glide_has_the_pitch_and_the_side_of_the_body(glide):
    sweep = GRAMMAR.glides[glide]
    pcm = scaled(render(GRAMMAR, Cue(0.0, None, glide, 3.0)))
    for point in (0.1, 0.3, 0.5, 0.7, 0.9):
        middle = round(point * len(pcm))
        part = pcm[middle - 1323 : middle + 1323] * np.hanning(2646)[:, np.newaxis]
        power = (np.abs(np.fft.rfft(part, 1 << 16, axis=0)) ** 2).sum(axis=1)
        way = np.linspace(0, 1, len(sweep.hz))
        expected = np.exp(np.interp(ease(point), way, np.log(sweep.hz)))
        assert np.fft.rfftfreq(1 << 16, 1 / RATE)[np.argmax(power)] == pytest.approx(expected, rel=0.03)
        left, right = (part**2).sum(axis=0)
        pan = np.interp(ease(point), np.linspace(0, 1, len(sweep.pan)), sweep.pan)
        assert (right - left) / (right + left) == pytest.approx(np.sin(pan * np.pi / 2), abs=0.05)


def test_out_rises_and_back_is_the_same_falling():
    assert GRAMMAR.glides[Glide.OUT].hz == GRAMMAR.glides[Glide.BACK].hz[::-1]
    assert list(GRAMMAR.glides[Glide.OUT].hz) == sorted(GRAMMAR.glides[Glide.OUT].hz)


def test_across_falls_to_the_centre_and_rises_to_the_end_of_its_side():
    for across, here, there in (
        (Glide.LEFT_ACROSS, Glide.LEFT, Glide.RIGHT),
        (Glide.RIGHT_ACROSS, Glide.RIGHT, Glide.LEFT),
    ):
        start, centre, end = GRAMMAR.glides[across].hz
        assert (start, centre, end) == (
            GRAMMAR.glides[there].hz[-1],
            GRAMMAR.glides[here].hz[0],
            GRAMMAR.glides[here].hz[-1],
        )


@pytest.mark.parametrize("seconds", [0.6, 2.0, 3.0])
def test_the_two_sides_differ_in_mono_and_without_their_pitch(seconds):
    def swells(glide):
        mono = scaled(render(GRAMMAR, Cue(0.0, None, glide, seconds))).sum(axis=1)
        level = np.sqrt(np.convolve(mono**2, np.ones(882) / 882, "same"))[3000:-5000:50]
        return sum(
            level[at] == max(level[max(0, at - 30) : at + 31]) and level[at] > 1.5 * min(level)
            for at in range(30, len(level) - 30)
        )

    assert swells(Glide.RIGHT) >= max(2, 3 * seconds)
    assert swells(Glide.LEFT) == 0
    assert len(GRAMMAR.glides[Glide.RIGHT].motif.notes) != len(GRAMMAR.glides[Glide.LEFT].motif.notes)


def test_no_two_heads_sound_alike():
    contours = {
        head: (
            len(sound.notes),
            tuple(np.sign(np.diff([note.hz for note in sound.notes]))),
            round(sound.seconds, 1),
            round(sound.notes[0].hz / 100),
        )
        for head, sound in GRAMMAR.heads.items()
    }
    assert len(set(contours.values())) == len(contours)


@given(seconds=st.floats(0.0, 1.0))
@settings(max_examples=25)
def test_a_cut_is_a_fade(seconds):
    whole = render(GRAMMAR, Cue(0.0, None, Glide.LEFT, 0.8))
    shorter = cut(whole, seconds)
    assert len(shorter) == min(len(whole), round(seconds * RATE))
    if len(shorter):
        assert abs(int(shorter[-1].max())) < 0.01 * 32768
        step = np.abs(np.diff(shorter.astype(float), axis=0)).max() if len(shorter) > 1 else 0
        assert step <= np.abs(np.diff(whole.astype(float), axis=0)).max() + 60


def test_a_cue_without_anything_is_empty():
    assert render(GRAMMAR, Cue(0.0)).shape == (0, 2)


def test_a_weighting_is_that_of_the_standard():
    """IEC 61672-1, table 2."""
    for hz, db in ((125, -16.1), (250, -8.6), (500, -3.2), (1000, 0.0), (2000, 1.2), (4000, 1.0)):
        assert decibels(a_gain(hz)) == pytest.approx(db, abs=0.15)


def test_the_weighted_level_of_a_sine_is_that_of_its_frequency():
    sine = np.sin(2 * np.pi * 500 * np.arange(RATE) / RATE)
    assert decibels(loudest(sine, RATE)) == pytest.approx(-3.0 - 3.2, abs=0.2)


NOISE = np.random.default_rng(1).integers(-9000, 9000, (4000, 2)).astype(np.int16)


@given(first=st.integers(0, 5000), place=st.integers(0, 9000))
def test_what_is_left_of_a_sound_is_its_own_samples_at_their_own_places(first, place):
    stream = np.zeros((20000, 2), np.int16)
    stream[first : first + len(NOISE)] = NOISE
    rest = shaped(NOISE, first, place, Ramp(1.0, 1.0))
    assert (stream[place : place + len(rest)] == rest).all()
    assert not stream[place + len(rest) :].any()


@given(
    places=st.lists(st.integers(0, 4000), min_size=1, max_size=4),
    gains=st.lists(st.floats(0, 1), min_size=5, max_size=5),
)
def test_a_gain_that_is_changed_on_its_way_to_another_makes_no_step(places, gains):
    ramp = Ramp(gains[0], gains[0])
    for place, gain in zip(sorted(places), gains[1:], strict=False):
        before = ramp.gain(place)
        ramp = Ramp(before, gain, place, 2205)
        assert ramp.gain(place) == pytest.approx(before)
    steps = np.diff(ramp.gains(sorted(places)[-1], 5000))
    assert np.abs(steps).max() <= np.pi / 2 / 2205 + 1e-9
    assert ramp.gain(9999) == pytest.approx(ramp.after)


@given(place=st.integers(0, 4500), first=st.integers(0, 3000))
def test_a_faded_tail_ends_in_silence_and_is_no_longer_than_its_fade(place, first):
    tail = shaped(NOISE, first, place, Ramp(1.0, 0.0, place, 800))
    assert len(tail) <= max(800, first - place)
    if first <= place and len(tail) == 800:
        assert np.abs(tail[-8:]).max() <= 9
