"""The figure: a seated person, drawn live in characters (pure numpy, no screen)."""
