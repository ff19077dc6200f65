"""The sounds as data and as PCM. Only `wave` and `loudness` need numpy."""
