"""Reads what is in content/."""
