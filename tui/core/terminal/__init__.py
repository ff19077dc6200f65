"""What a terminal is told and draws: pens, cells painted over, only what changed, blocks."""
