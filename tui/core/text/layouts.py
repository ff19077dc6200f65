"""Letters of other keyboards, as the keys that they stand on: a Cyrillic or Greek layout, or Caps Lock."""

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
