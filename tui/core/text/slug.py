"""A name as files and commands have it."""

import re
import unicodedata


def slug(name: str) -> str:
    """Return a name in lower-case letters, digits and single hyphens; empty where it has none of them."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")
