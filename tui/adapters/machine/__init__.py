"""Clock, console and terminal."""
