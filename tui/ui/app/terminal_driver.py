"""Textual's driver for Linux and macOS, mended where a terminal's input or signals could end the program."""

import codecs
import os
import selectors
import signal
import termios
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from select import select
from time import monotonic, sleep
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual.events import AppFocus, Key
from textual.geometry import Region
from textual.message import Message

from tui.core.terminal.input_stream import ESC, InputStream
from tui.core.terminal.questions import ASKED_ROW, Question, Round, is_emacs, is_scheme_report
from tui.ui.app.damage import Answered, ColoursChanged, Damaged
from tui.ui.app.textual_parts import BEGIN, DriverParts, SequenceParser

if TYPE_CHECKING:
    from tui.core.terminal.terminal_diff import Thrift

_CLEAR = "\x1b[0m\x1b[2J\x1b[H"
_HEED_COLOURS, _HEED_NO_COLOURS = "\x1b[?2031h", "\x1b[?2031l"
"""Whether the terminal is to say when its colours change."""
_MODES = "\x1b[?1047h\x1b[?25l\x1b[?7l\x1b[?1004h\x1b[?1000h\x1b[?1003h\x1b[?1006h\x1b[?2004h\x1b[=25;1u"
"""As Textual sets them, but for the alternate screen, which is entered without saving the cursor again."""
_LEAVING = (
    b"\x1b[?2026l\x1b[0m\x1b[2J\x1b[H\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[?2031l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""What Textual writes when it leaves, in one piece."""
_READ_BYTES = 4096
_AT_ONCE_S = 0.0005
"""How long what follows a text at once is waited for: each letter waits so long."""
_TICK_S = 0.05
"""How often what waits for its rest is looked at, while anything does."""
_ANSWERS_S = 0.15
"""How long after its questions a terminal is waited for before it is left: later answers go to the shell."""
_IDLE_S = 0.1
"""How often the thread looks what has become of its questions: else it sleeps until there is input."""


class TerminalDriver(DriverParts):
    """Reads invalid UTF-8 as replacement characters, and comes back whole from any stop.

    See https://github.com/Textualize/textual/issues/6456.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._thrift = _thrift() if is_emacs(os.environ.get("TERM", "")) else None
        """None until the first paint is out, where nothing is saved by it."""
        self.know_size()
        self._asked_at = float("-inf")
        self._ending = False
        self._bell, self._rope = os.pipe()
        """What wakes the thread that waits for input, and what to pull for it."""
        self._round: Round | None = None
        self._forgotten = False
        self._held = ""
        """What was painted and is written with whatever comes next."""
        self._is_gathering = self._is_due = False
        self._was_resized = False

    def start_application_mode(self) -> None:
        """Take the terminal, and ask it what it can do; what was on it before a stop is gone."""
        self._ending = False
        comes_back = self._asked_at >= 0
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._asked_at = monotonic()
        if comes_back:
            self.send_message(Damaged())
        taking_size = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: FrameType | None) -> None:
            self._was_resized = True
            # a window made smaller and larger at once has lost its cells, and tells one size: the old one
            self.send_message(Damaged())
            if callable(taking_size):
                taking_size(number, frame)

        signal.signal(signal.SIGWINCH, resized)

    def stop_application_mode(self) -> None:
        """Give the terminal back, as clean where it knows no second screen, and nothing written over.

        GNU screen as it comes, mosh 1.4 and the Linux console have none: what was drawn would stay. After a
        resize kitty 0.26.5 comes back one row too high, on the command that was typed.
        """
        self.write(f"{_CLEAR}{_HEED_NO_COLOURS}")
        super().stop_application_mode()
        if self._was_resized:
            self.write("\n")
            self.flush()

    def process_message(self, message: Message) -> None:
        """Hand a message on; who comes back to the window may find it damaged."""
        super().process_message(message)
        if isinstance(message, AppFocus):
            super().process_message(Damaged())

    def ask(self, questions: tuple[Question, ...]) -> None:
        """Write all questions at once; `Answered` follows."""
        self._asked_at = monotonic()
        begun = Round(questions, self._asked_at)
        text = begun.asked  # before the thread has it: an answer that comes by itself takes its question away
        self._round = begun
        self._thrift = self._thrift or _thrift()
        self._thrift.forget_cells(range(ASKED_ROW, ASKED_ROW + 1), range(self.cells[0]))
        self._wake()
        super().write(f"{_HEED_COLOURS}{text}")

    def call(self, notice: str) -> None:
        """Write what the terminal shows outside of its window; no cell changes."""
        super().write(notice)

    def forget(self) -> None:
        """Count on nothing that was written: the next writing sends all of it, and the modes first."""
        self._forgotten = True

    def abandon(self) -> None:
        """Leave the terminal as it was before, at once, whatever else is going on."""
        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            os.write(self.fileno, _LEAVING)

    def disable_input(self) -> None:
        """Stop reading, and drop what was not read, once the answers had time to come."""
        sleep(max(0.0, self._asked_at + _ANSWERS_S - monotonic()))
        self._ending = True
        self._wake()
        super().disable_input()

    def write(self, data: str) -> None:
        """Write to the terminal, in as few bytes as will do."""
        if self._forgotten:
            self._forgotten = False
            if self._thrift:
                self._thrift.forget()
            super().write(_MODES)
        text = self._thrift.squeeze(data, *self.cells) if self._thrift else data
        held, self._held, self._is_due = self._held, "", False
        super().write(text + held if data == BEGIN else held + text)

    def paint(self, text: str, part: Region, *, held: bool = False) -> None:
        """Write text that changes nothing but cells of this part of the screen, and could not be shorter.

        With `held` it waits for whatever is written next, and comes before it.
        """
        if self._thrift:
            self._thrift.forget_cells(part.line_range, part.column_range)
        self._held += f"{text}\x1b[0m"
        self._is_due = self._is_due or not held
        if not self._is_gathering:
            self._write_due()

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Write what is painted meanwhile in one piece: terminals pay by the writing."""
        self._is_gathering = True
        try:
            yield
        finally:
            self._is_gathering = False
            self._write_due()

    def _write_due(self) -> None:
        if self._is_due:
            self._is_due = False
            text, self._held = self._held, ""
            super().write(text)
            sleep(0)  # the thread that writes has its turn now, not when there is nothing left to do here

    def run_input_thread(self) -> None:
        """Wait for input, and hand on what it says, until the driver stops or the terminal is gone."""
        decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        stream, reader = InputStream(), _Reader()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._bell, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                pieces: list[str] = []
                asleep = not (self._ending or self._round)
                ready = selector.select(_TICK_S if stream.waiting else None if asleep else _IDLE_S)
                if self._is_input(ready):
                    data = self._read()
                    if not data:
                        return
                    pieces = stream.feed(decode(data), monotonic())
                for piece in (*pieces, *stream.overdue(monotonic())):
                    for message in reader.read(piece):
                        self.process_message(message)
                for message in self._heard(stream.answers()):
                    self.process_message(message)

    def _heard(self, answers: Sequence[str]) -> Iterable[Message]:
        """Take what the terminal has answered, or has said unasked."""
        if any(map(is_scheme_report, answers)):
            yield ColoursChanged()
        asked = self._round
        if asked is None:
            return
        for answer in answers:
            asked.take(answer)
        if asked.is_over(monotonic()):
            self._round = None
            yield Answered(asked.answers)

    def _wake(self) -> None:
        os.write(self._rope, b"!")

    def _is_input(self, ready: list[tuple[selectors.SelectorKey, int]]) -> bool:
        """Whether there is input to read; that the thread was only woken is taken note of."""
        waiting = {key.fd for key, _ in ready}
        if self._bell in waiting:
            os.read(self._bell, _READ_BYTES)
        return self.fileno in waiting

    def _read(self) -> bytes:
        """Return what came, and what comes at once after text: the first bytes of a paste may come alone."""
        data = os.read(self.fileno, _READ_BYTES)
        is_text = not data.startswith(ESC.encode())
        while data and is_text and len(data) < _READ_BYTES and select([self.fileno], [], [], _AT_ONCE_S)[0]:
            more = os.read(self.fileno, _READ_BYTES)
            if not more:
                break
            data += more
        return data


def _thrift() -> "Thrift":
    from tui.core.terminal.terminal_diff import Thrift  # only now: not for the first paint

    return Thrift(corner=not is_emacs(os.environ.get("TERM", "")))


class _Reader:
    """Textual's parser, which is given one whole sequence at a time and begins anew where it fails."""

    def __init__(self) -> None:
        self._parser = SequenceParser()

    def read(self, piece: str) -> list[Message]:
        """Return what a piece of the input says; nothing for what Textual cannot read."""
        if piece == ESC:
            return [Key("escape", ESC)]
        found = self._tried(self._parser.feed(piece))
        if not found and piece.startswith(ESC):
            if len(piece) == 2:  # a key with Alt, after which the parser waits for more: there is none
                found = self._tried(self._parser.feed(""))
            self._begin_anew()
        return found

    def _tried(self, messages: Iterable[Message]) -> list[Message]:
        found: list[Message] = []
        try:
            found.extend(messages)
        except Exception:  # whatever it raises, that sequence is lost and nothing else
            self._begin_anew()
        return found

    def _begin_anew(self) -> None:
        before, self._parser = self._parser, SequenceParser()
        self._parser.mouse_pixels = before.mouse_pixels
        self._parser.terminal_size = before.terminal_size
        self._parser.terminal_pixel_size = before.terminal_pixel_size
