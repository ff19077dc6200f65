"""`unhunch undo`: takes the last change back that was made from the streams."""

from argparse import Namespace

from tui.adapters.history.changing import Overtaken
from tui.adapters.history.undo_file import UndoFile
from tui.cli.changing import Changing, step_answer
from tui.cli.streams import Streams
from tui.core.history.wording import undone_words
from tui.core.text.problems import StoreProblem


def run(args: Namespace, streams: Streams) -> None:
    """Take it back; the one before is next."""
    changing = Changing(streams, as_json=args.json)
    undo_file = UndoFile(changing.stores.paths)
    step = undo_file.last()
    if step is None:
        changing.tell("There is nothing to undo.", {"undone": None}, done=False)
        return
    try:
        changing.carry_out(step.undone)
    except Overtaken as problem:
        undo_file.drop(step)
        raise StoreProblem(
            "it cannot be undone any more", problem.detail, "the change before is next"
        ) from problem
    undo_file.drop(step)
    changing.tell(undone_words(step, changing.stores.today), {"undone": step_answer(step)})
