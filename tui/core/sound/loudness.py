"""How loud a sound is to the ear: A-weighting, IEC 61672-1."""

from typing import Any

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float64]

WINDOW_SECONDS = 0.125
"""The "fast" time weighting of sound level meters."""


def a_gain(hz: Any) -> Samples:
    """Return the factor by which A-weighting changes amplitudes at the frequencies `hz`; 1 at 1000 Hz."""
    square = np.asarray(hz, dtype=np.float64) ** 2
    gain = (
        12194.0**2
        * square**2
        / ((square + 20.6**2) * np.sqrt((square + 107.7**2) * (square + 737.9**2)) * (square + 12194.0**2))
    )
    return np.asarray(gain * 10 ** (2.0 / 20), dtype=np.float64)


def weighted(samples: Samples, rate: int) -> Samples:
    """Return `samples` (time along axis 0) as A-weighting lets them pass."""
    spectrum = np.fft.rfft(samples, axis=0)
    gain = a_gain(np.fft.rfftfreq(len(samples), 1 / rate))
    shape = (-1,) + (1,) * (samples.ndim - 1)
    return np.fft.irfft(spectrum * gain.reshape(shape), len(samples), axis=0)


def loudest(samples: Samples, rate: int) -> float:
    """Return the A-weighted root mean square of the loudest 125 ms, all channels' powers added."""
    power = weighted(samples, rate) ** 2
    if power.ndim > 1:
        power = power.sum(axis=1)
    width = int(WINDOW_SECONDS * rate)
    sums = np.concatenate(([0.0], np.cumsum(np.pad(power, (0, width)))))
    return float(np.sqrt(np.max(sums[width:] - sums[:-width]) / width))
