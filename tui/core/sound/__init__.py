"""What is to be heard, and its samples."""
