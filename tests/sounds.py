"""Sound files for tests, made of nothing."""

import io
import struct
import wave

import numpy as np


def wav(seconds: float, hz: float = 900.0, rate: int = 22050, level: float = 0.3) -> bytes:
    """Return a tone in one channel."""
    samples = level * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate)) / rate)
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    return out.getvalue()


def ogg_claiming(data: bytes, seconds: float) -> bytes:
    """Return an Ogg Opus file that says on its last page that it lasts only so long."""
    page = data.rindex(b"OggS")
    skipped = int.from_bytes(data[data.index(b"OpusHead") + 10 :][:2], "little")
    last = bytearray(data[page:])
    struct.pack_into("<q", last, 6, round(seconds * 48000) + skipped)
    struct.pack_into("<I", last, 22, 0)
    struct.pack_into("<I", last, 22, _checksum(bytes(last)))
    return data[:page] + bytes(last)


def _checksum(page: bytes) -> int:
    register = 0
    for byte in page:
        register ^= byte << 24
        for _ in range(8):
            register = ((register << 1) ^ (0x04C11DB7 if register & 0x80000000 else 0)) & 0xFFFFFFFF
    return register
