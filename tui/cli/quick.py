"""`status` and `due` alone, as prompts ask them: an answer is repeated while nothing has changed."""

import importlib

from tui.adapters.files.paths import find_paths
from tui.adapters.history.answers import Answer, Answers
from tui.cli.present import present
from tui.cli.streams import Streams


def ask(command: str, streams: Streams) -> int:
    """Answer a command whose module has an `answer`, and return its exit status."""
    now = present(streams.clock)
    answers = Answers(find_paths(streams.environ))
    found: Answer | None = answers.known(command, now)
    if found is None:
        found = importlib.import_module(f"tui.cli.{command}").answer(streams)
        if found.since < found.until and not streams.warned:
            answers.keep(command, found)
    elif found.line:
        streams.say(found.line)
    return found.status
