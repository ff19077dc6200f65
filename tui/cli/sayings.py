"""What the voice cannot say of an exercise, by listening to each of its sounds as a session would."""

from collections.abc import Iterator
from pathlib import Path

from tui.adapters.content.shipped import problems_of
from tui.core.exercises.exercise import Exercise
from tui.core.text.problems import ContentProblem


def sayings_at_fault(exercise: Exercise, folder: Path) -> Iterator[ContentProblem]:
    """Yield what an exercise's file has the voice say that it cannot say, sounds decoded."""

    def listen(sound: Path) -> None:
        from tui.adapters.sound.own_word import own_word  # numpy comes with it

        own_word(sound)

    return problems_of(exercise, folder, listen)
