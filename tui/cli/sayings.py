"""Whether the voice can say what one's own exercise has it say."""

from collections.abc import Iterator
from pathlib import Path

from tui.adapters.content.shipped import problems_of
from tui.core.exercises.exercise import Exercise
from tui.core.exercises.said import is_sound
from tui.core.sound.sound_length import NoSound
from tui.core.text.problems import ContentProblem


def sayings_at_fault(exercise: Exercise, folder: Path) -> Iterator[ContentProblem]:
    """Yield what cannot be said, each sound file decoded for the trial; `folder` is where they lie."""
    found = tuple(problems_of(exercise, folder))
    yield from found
    faulty = {problem.key for problem in found}
    for key, said in exercise.say.parts.items():
        if is_sound(said) and f"say.{key}" not in faulty:
            from tui.adapters.sound.own_word import own_word  # numpy comes with it

            try:
                own_word(folder / said)
            except NoSound as fault:
                yield ContentProblem(f"{exercise.id}.toml", f"say.{key}", f"{said} {fault}")
