"""What stands beside the figure in a session: the word, the seconds, the dots, what comes next."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.core.text.letters import Letters
from tui.core.timer.now import Moment
from tui.core.timer.timeline import PhaseKind
from tui.ui.kit.big_word import BigWord
from tui.ui.session.bar import HoldBar
from tui.ui.session.counters import Countdown, Dots

WORDS = ("READY", "LEFT", "RIGHT", "HOLD", "BACK", "REST", "NEXT", "DONE")
"""The words of every session; each exercise without sides adds its own."""

_MOOD = {
    PhaseKind.MOVE: "-move",
    PhaseKind.BACK: "-move",
    PhaseKind.HOLD: "-hold",
    PhaseKind.REST: "-rest",
    PhaseKind.READY: "-ready",
    PhaseKind.NEXT: "-ready",
}
_CAPTIONS = {PhaseKind.READY: "starts in", PhaseKind.HOLD: "hold"}


class SessionPanel(Vertical):
    """Shows a moment of a session.

    The word's class says the phase: `-move`, `-hold`, `-rest`, `-ready`, `-paused`, `-done`. Only what
    changes its look with the phase has such a class: each of them is styled anew with every movement.

    Args:
        fonts: the large letters.
        words: what will be shown in them, besides the words of every session.
    """

    def __init__(self, fonts: Sequence[Letters], words: Sequence[str]) -> None:
        super().__init__(id="panel", classes="panel")
        self.word = BigWord(fonts, (*WORDS, *words), id="word")
        self.hold = HoldBar(id="hold")
        self.countdown = Countdown(fonts, id="countdown")
        self.paused = Static("", id="paused", markup=False)
        self.dots = Dots(id="dots")
        self.posture = Static("", id="posture", markup=False)
        self.then = Static("", id="then", markup=False)
        self.sound = Static("", id="sound", markup=False)
        self._mood = ""
        self._edge = ""
        self._texts: dict[Static, str] = {}

    def compose(self) -> ComposeResult:
        """Compose the panel from the loudest down."""
        yield self.word
        yield self.posture
        yield self.hold
        yield self.countdown
        yield self.paused
        yield self.dots
        yield self.then
        yield self.sound

    def show(self, moment: Moment, paused: str) -> None:
        """Show `moment`; while it is paused, the lines of `paused` stand in place of the seconds."""
        self._show_mood(_mood_of(moment))
        self.word.show(moment.word)
        self.countdown.show(_caption(moment), moment.digits)
        self.dots.show(moment.rows)
        then = "" if moment.paused or not moment.then else moment.then
        self._show_text(self.then, then, "then   ")
        self._show_edge(f"then {then}" if then and self.screen.has_class("-mindful") else "")
        self.word.tell(f"then {then.partition(',')[0]}" if then and self.screen.has_class("-compact") else "")
        if moment.paused:
            self._show_text(self.paused, paused)

    def show_posture(self, text: str) -> None:
        """Show how one sits for what comes in the place of a hold's line; nothing leaves it to that."""
        self.set_class(bool(text), "-waiting")
        self._show_text(self.posture, text)

    def show_sound(self, line: str) -> None:
        """Show what sounds, and why."""
        self._show_text(self.sound, line)

    def _show_edge(self, text: str) -> None:
        if text != self._edge:
            self._edge = text
            self.border_subtitle = Content(text)

    def _show_mood(self, mood: str) -> None:
        if mood != self._mood:
            self._mood = mood
            self.word.set_classes(mood)
            if mood in ("-hold", "-ready"):
                self.countdown.digits.set_class(mood == "-hold", "-hold")
            self.set_class(mood == "-paused", "-paused")

    def _show_text(self, line: Static, text: str, label: str = "") -> None:
        if self._texts.get(line) != text:
            self._texts[line] = text
            line.update(Content.assemble((label if text else "", "$quiet"), text), layout=not label)


def _caption(moment: Moment) -> str:
    if moment.kind is PhaseKind.NEXT:
        return f"{moment.parts[moment.place].exercise.name} in"
    return _CAPTIONS.get(moment.kind, "") if moment.kind else ""


def _mood_of(moment: Moment) -> str:
    if moment.paused:
        return "-paused"
    return _MOOD[moment.kind] if moment.kind else "-done"
