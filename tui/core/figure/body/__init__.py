"""The body: poses, bones, flesh, and how it moves."""
