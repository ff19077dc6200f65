"""The question on leaving a session: resume, finish here, or discard."""

from tui.core.record.record import Record
from tui.core.timer.session import Session
from tui.ui.keys.commands import find_command
from tui.ui.kit.question import Answer, QuestionScreen
from tui.ui.kit.services import Services
from tui.ui.session.panel import on_finishing, on_resuming


def leave_question(services: Services, session: Session, record: Record) -> QuestionScreen:
    """Return the question, dismissed with `resume`, `finish` or `discard`.

    Args:
        services: as for every screen.
        session: the session, paused.
        record: what it has come to.
    """
    text = f"It is paused. {on_resuming(session)}\n{on_finishing(session.plan, record)}"
    answers = (
        Answer(find_command("leave.resume").keys, "Resume", "resume"),
        Answer(find_command("leave.finish").keys, "Finish here", "finish"),
        Answer(find_command("leave.discard").keys, "Discard, and keep nothing of it", "discard"),
    )
    return QuestionScreen(services, "Leave the session?", text, answers)
