"""What a key that came means: pressed or held down, with Alt or after Esc, or of another layout.

A held key must not commit to anything twice; and Esc and a key within a tenth of a second come from most
terminals just as the key with Alt does.
"""

PATIENCE_S = 0.7
"""A key that comes again this soon is held down: an X server's first repeat comes after 660 ms."""


class KeyGuard:
    """Remembers which key came last, and when; time is passed in, in seconds of a monotonic clock.

    Args:
        patience_s: how soon a key comes again that is held down.
    """

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._last, self._came_at = "", 0.0
        self.held = False
        """Whether the key that came last is held down, on whatever screen it came first."""

    def take(self, key: str, now: float) -> None:
        """Take a key; each time that it comes it has to rest anew.

        After another key it was pressed anew, however soon: keyboards repeat only the key pressed last.
        """
        self.held = key == self._last and now - self._came_at < self._patience_s
        self._last, self._came_at = key, now


_ALT = "alt+"


def without_alt(key: str) -> str:
    """Return the name of a key that came with Alt and nothing else; empty for any other key."""
    plain = key.removeprefix(_ALT)
    return "" if plain == key or "+" in plain else plain


_LAYOUTS = (
    ("йцукенгшщзфывапролдячсмитьі", "qwertyuiopasdfghjklzxcvbnms"),  # Russian and Ukrainian
    (";ςερτυθιοπασδφγηξκλζχψωβνμ", "qwertyuiopasdfghjklzxcvbnm"),  # Greek
)
_KEYS = {letter: key for letters, keys in _LAYOUTS for letter, key in zip(letters, keys, strict=True)}


def latin_key(letter: str) -> str | None:
    """Return the small Latin letter on whose key a letter stands, None where there is none or it is that."""
    small = letter.lower()
    key = _KEYS.get(small) or (small if "a" <= small <= "z" else None)
    return None if key == letter else key
