"""The figure on the screen."""
