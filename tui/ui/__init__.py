"""The top floor: everything that is drawn with Textual."""
