"""What an exercise is, and how its file is read."""
