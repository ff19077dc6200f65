"""How long a sound file is, by what stands in it: WAV, and Ogg with Opus or Vorbis, undecoded."""

import struct

OPUS_RATE = 48000
"""In which Ogg counts the samples of Opus, whatever was recorded."""

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_PAGE = struct.Struct("<4sBBqIIIB")
_NO_PACKET_ENDS = -1


class NoSound(ValueError):
    """Why a file is no sound that can be played."""


def sound_seconds(data: bytes) -> float:
    """Return the seconds that the content of a sound file says it lasts.

    Raises:
        NoSound: with the reason.
    """
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return _wav_seconds(data)
    if data[:4] == b"OggS":
        return _ogg_seconds(data)
    raise NoSound("is neither WAV nor Ogg with Opus or Vorbis")


def _wav_seconds(data: bytes) -> float:
    place, bytes_a_second = 12, 0
    while place + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, place)
        place += 8
        if name == b"fmt " and size >= 16 and place + 16 <= len(data):
            kind, _, _, bytes_a_second = struct.unpack_from("<HHII", data, place)
            if kind not in (_PCM, _FLOAT, _EXTENSIBLE):
                raise NoSound("is a WAV that is not plain PCM")
        elif name == b"data" and bytes_a_second:
            return float(min(size, len(data) - place)) / float(bytes_a_second)
        place += size + size % 2
    raise NoSound("is a WAV without samples")


def _ogg_seconds(data: bytes) -> float:
    place, streams, end = 0, set[int](), 0
    first = b""
    while place + _PAGE.size <= len(data):
        mark, _, _, granule, serial, _, _, segments = _PAGE.unpack_from(data, place)
        lacing = data[place + _PAGE.size : place + _PAGE.size + segments]
        body = place + _PAGE.size + segments
        if mark != b"OggS" or len(lacing) < segments:
            break
        first = first or data[body : body + sum(lacing)]
        streams.add(serial)
        end = end if granule == _NO_PACKET_ENDS else granule
        place = body + sum(lacing)
    if place != len(data):
        raise NoSound("is an Ogg that is cut off or damaged")
    if len(streams) > 1:
        raise NoSound("is an Ogg of more than one stream")
    rate, skipped = _ogg_rate(first)
    return max(0, end - skipped) / rate


def _ogg_rate(head: bytes) -> tuple[int, int]:
    """Return the samples a second that an Ogg stream is counted in, and how many of them are not heard."""
    if head[:8] == b"OpusHead" and len(head) >= 12:
        return OPUS_RATE, int.from_bytes(head[10:12], "little")
    rate = int.from_bytes(head[12:16], "little")
    if head[:7] == b"\x01vorbis" and len(head) >= 16 and rate:
        return rate, 0
    raise NoSound("is an Ogg with neither Opus nor Vorbis")
