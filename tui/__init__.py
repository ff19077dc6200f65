"""unhunch: a stretch companion for the terminal."""
