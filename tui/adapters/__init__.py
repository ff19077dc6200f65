"""The first floor: one outside thing per file."""
