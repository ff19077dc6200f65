"""What plays the cues."""
