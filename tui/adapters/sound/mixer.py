"""Plays cues in a process of its own, which pygame can freeze, garble or end without anybody noticing."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Unpack

from tui.adapters.sound.link import Link, mixer_command
from tui.core.sound.cue import Cue, Way
from tui.core.sound.player import SoundState, Tuning
from tui.core.text.problems import printable

START_S = 3.0
"""How long the device may take to open before we say that it does not answer."""

ANSWER_S = 2.0
"""How long an answer may take before we say the same."""

_PING_S = 2.0
_NAMES = {"SDL_AUDIO_DEVICE_APP_NAME": "unhunch", "SDL_AUDIO_DEVICE_STREAM_NAME": "cues"}
"""By its name PulseAudio remembers volume and muting: `python3.11` is another program's too."""
AGAIN_S = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""How long to wait before each try to open a device again that went away; the last one holds from then on."""
ANOTHER = "another sound device has taken the place of the one that went away: + plays there"
_CUES_A_LINE = 16


class MixerPlayer:
    """A Player whose sounds come from `mixer_child`.

    Args:
        environ: the environment of the child.
        log: where the child's standard error goes; nowhere when None.
        command: what to run, for tests.
        clock: the monotonic clock.
        tuning: how it sounds at first.
    """

    def __init__(
        self,
        environ: Mapping[str, str],
        log: Path | None = None,
        *,
        command: Sequence[str] | None = None,
        clock: Callable[[], float] = time.monotonic,
        **tuning: Unpack[Tuning],
    ) -> None:
        own = {"SDL_NO_SIGNAL_HANDLERS": "1", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
        self._environ = {**_NAMES, **environ, **own}
        self._log = log
        self._tuning: Tuning = {"volume": 5, "muted": False, "tones": True, "way": Way.TONES, **tuning}
        self._command = command
        self._clock = clock
        self._link: Link | None = None
        self._ready = False
        self._since = 0.0
        self._sent = self._took = 0
        self._asked_at = 0.0
        self._unsaid: dict[str, dict[str, object]] = {}
        self._devices: frozenset[str] = frozenset()
        self._lost = ""
        """Why the device went away, while it is tried again."""
        self._tries = 0
        self._try_at = 0.0
        self.fault = "it is not open"
        """Why nothing sounds, empty while it does or may soon."""

    @property
    def pid(self) -> int | None:
        """The child's process id, None when there is none."""
        return self._link.pid if self._link else None

    def open(self) -> None:
        """Start the child, instead of the one that may run already; whatever device is there will do."""
        self._lost, self._tries, self._devices = "", 0, frozenset()
        self._start()

    def _start(self) -> None:
        self._end()
        self._sent = self._took = 0
        self._since = self._asked_at = self._clock()
        self.fault = ""
        try:
            self._link = Link(self._command or mixer_command(), self._environ, self._log)
        except OSError as error:
            self.fault = f"the sound process cannot be started: {error.strerror or error}"
            return
        self._say_settings()

    def state(self) -> SoundState:
        """Return "sound", "starting", or "off" with the fault."""
        if self.fault:
            return SoundState("off", f"No sound: {self.fault}.")
        if self._ready:
            driver = self._environ.get("SDL_AUDIODRIVER")
            device = f"SDL's {printable(driver)} driver" if driver else "this machine's sound device"
            return SoundState("sound", f"Sounds are played through {device}.")
        return SoundState("starting", "The sound device is being opened.")

    def wait_ready(self, timeout_s: float) -> bool:
        """Wait until the child has opened the device or has failed, at most `timeout_s`."""
        end = self._clock() + timeout_s
        while not self.fault and not self._ready and (left := end - self._clock()) > 0:
            self._hear(min(left, 0.5))
            self._judge(self._clock())
        return self.state().kind == "sound"

    def send(self, cues: Sequence[Cue]) -> None:
        """Plan `cues`; those that do not fit into the pipe of a child that does not read are dropped."""
        if not self._caught_up():
            return
        values = [
            [cue.at, cue.head, cue.glide, cue.seconds, cue.word, sorted(cue.ways), cue.soft] for cue in cues
        ]
        for first in range(0, len(values), _CUES_A_LINE):
            self._say({"do": "play", "cues": values[first : first + _CUES_A_LINE]})

    def silence(self) -> None:
        """Cancel what is planned and fade what sounds."""
        self._insist({"do": "silence"})

    def tune(self, **changes: Unpack[Tuning]) -> None:
        """Have the child sound otherwise from now on."""
        before, self._tuning = self._tuning, self._tuning | changes
        if self._tuning != before:
            self._say_settings()

    def tick(self, now: float) -> None:
        """Hear the child's answers and notice when they stop."""
        self._hear(0.0)
        self._judge(now)
        if self._lost and not self._link and now >= self._try_at:
            self._try_at = now + AGAIN_S[-1]
            self._start()
            self.fault = self.fault or self._lost
        self._caught_up()
        if self._ready and now - self._asked_at > _PING_S and self._sent == self._took:
            self._say({"do": "ping"})

    def close(self) -> None:
        """Leave the child to end by itself; one that has not answered is killed."""
        self._end()
        self._lost = ""
        self.fault = "it is not open"

    def _end(self) -> None:
        if self._link:
            self._link.close(kill=not self._ready or bool(self.fault))
        self._link = None
        self._ready = False
        self._unsaid = {}

    def _say_settings(self) -> None:
        self._insist({"do": "set", **self._tuning})

    def _insist(self, command: dict[str, object]) -> None:
        if self._link:
            self._unsaid[str(command["do"])] = command
            self._caught_up()

    def _caught_up(self) -> bool:
        """Say what a full pipe has kept back; cues must not overtake it."""
        while self._unsaid:
            kind = next(iter(self._unsaid))
            if not self._say(self._unsaid[kind]):
                return False
            del self._unsaid[kind]
        return True

    def _say(self, command: dict[str, object]) -> bool:
        if not self._link:
            return False
        if not self._link.write(json.dumps({**command, "n": self._sent + 1})):
            return False
        if self._sent == self._took:
            self._asked_at = self._clock()
        self._sent += 1
        return True

    def _hear(self, timeout_s: float) -> None:
        if not self._link:
            return
        for line in self._link.lines(timeout_s):
            try:
                answer = json.loads(line)
                kind = answer["is"]
            except (ValueError, KeyError, TypeError):
                continue
            if kind == "ready":
                self._be_ready(frozenset(map(str, answer.get("devices", ()))))
            elif kind == "took":
                self._took = max(self._took, int(answer["n"]))
                self._asked_at = self._clock()
            elif kind == "lost":
                self._try_again(printable(str(answer.get("why", "it went away")))[:200])
            elif kind == "failed":
                self._fail(printable(str(answer.get("why", "it did not say why")))[:200])
        if self._link and self._link.ended:
            self._fail("the sound process has ended")

    def _lose(self, why: str) -> None:
        if self._link:
            self._link.close(kill=True)
        self._link = None
        self._ready = False
        self.fault = why

    def _fail(self, why: str) -> None:
        """Give up, or, where sounds were heard before, try again."""
        if self._lost or self._ready:
            self._try_again(self._lost or why)
        else:
            self._lose(why)

    def _be_ready(self, devices: frozenset[str]) -> None:
        self._asked_at = self._clock()
        if self._lost and not self._devices <= devices:
            self._try_again(ANOTHER)  # what is missing may have been ours, and may come back
            return
        self._ready = True
        self._devices, self._lost, self._tries = devices, "", 0

    def _try_again(self, why: str) -> None:
        """Try to open the device again after a while, which grows; until then nothing sounds."""
        self._lost = why
        self._lose(why)
        self._try_at = self._clock() + AGAIN_S[min(self._tries, len(AGAIN_S) - 1)]
        self._tries += 1

    def _judge(self, now: float) -> None:
        if not self._link:
            return
        if self._lost and not self._ready:
            if now - self._since > START_S:
                self._try_again(self._lost)
            self.fault = self._lost or self.fault
            return
        if not self._ready:
            slow = now - self._since > START_S
        else:
            slow = self._sent > self._took and now - self._asked_at > ANSWER_S
        self.fault = "the sound device does not answer" if slow else ""
