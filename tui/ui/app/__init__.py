"""The app and its terminal."""
