"""Learn the sounds."""
