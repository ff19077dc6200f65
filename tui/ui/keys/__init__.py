"""Every key, and the footer."""
