"""A session and its Summary."""
