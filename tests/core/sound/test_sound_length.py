"""How long a sound file is: what stands in it, and never a fault on what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sounds import ogg_claiming, wav
from tui.adapters.content.shipped import read_voice, voice_folder
from tui.core.sound.sound_length import NoSound, sound_seconds

VOICE = read_voice()
TUCK = (voice_folder() / VOICE.files["tuck"]).read_bytes()
VORBIS = bytes.fromhex("01766f726269730000000001") + (22050).to_bytes(4, "little") + bytes(14)


def page(body: bytes, granule: int, serial: int = 7) -> bytes:
    head = b"OggS\0\0" + granule.to_bytes(8, "little") + serial.to_bytes(4, "little") + bytes(8)
    return head + bytes([1, len(body)]) + body


def test_every_shipped_word_is_as_long_as_the_table_says():
    """Which has what pygame decodes: of some files that is 12 ms less."""
    for text, name in VOICE.files.items():
        data = (voice_folder() / name).read_bytes()
        assert sound_seconds(data) == pytest.approx(VOICE.lengths[text], abs=0.015), text


@given(st.floats(0.0, 3.0), st.sampled_from([8000, 22050, 44100, 48000]))
def test_a_wav_is_as_long_as_it_was_made(seconds, rate):
    assert sound_seconds(wav(seconds, rate=rate)) == pytest.approx(seconds, abs=1 / rate)


def test_vorbis_is_counted_at_its_own_rate():
    assert sound_seconds(page(VORBIS, 0) + page(b"x", 11025)) == 0.5


def test_the_last_page_counts():
    assert sound_seconds(ogg_claiming(TUCK, 0.25)) == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "neither"),
        (b"ID3\x04", "neither"),
        (wav(1.0)[:40], "without samples"),
        (wav(1.0)[:20] + b"\x02\x00" + wav(1.0)[22:], "not plain PCM"),
        (TUCK[:-7], "cut off"),
        (TUCK + b"x", "cut off"),
        (page(VORBIS, 0) + page(b"x", 11025, serial=8), "more than one"),
        (page(b"\x80theora", 0), "neither Opus nor Vorbis"),
        (page(VORBIS[:12] + bytes(18), 0), "neither Opus nor Vorbis"),
    ],
)
def test_what_is_none_is_told(data, why):
    with pytest.raises(NoSound, match=why):
        sound_seconds(data)


@given(st.sampled_from([TUCK[:400], TUCK, wav(0.2)]), st.data())
def test_no_bytes_make_it_fail_in_another_way(whole, data):
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, min(len(changed), 300) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(changed)))
    try:
        seconds = sound_seconds(bytes(changed[:cut]))
    except NoSound:
        return
    assert seconds >= 0.0
