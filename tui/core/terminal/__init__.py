"""What a terminal is told: pens, cells painted over, only what changed."""
