"""Learn the sounds: every cue with its name and meaning, one by one or all in a row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import ScreenSuspend
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from tui.adapters.content.shipped import read_grammar, spoken_lengths
from tui.core.exercises.exercise import Side
from tui.core.figure.body.pose import START, PoseAt, Stance
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Glide, Head, Way
from tui.core.sound.lessons import WORDS, Lesson, lessons
from tui.core.sound.player import WAYS, sound_share
from tui.core.timer.heard import HeardPhase, heard
from tui.core.timer.plan import make_plan
from tui.ui.figure.figure import Figure
from tui.ui.keys.bindings import bindings
from tui.ui.kit.row_list import MARK, Line, WholeList
from tui.ui.kit.services import Services
from tui.ui.kit.told import Told
from tui.ui.sounds.set_heard import SetHeard
from tui.ui.sounds.sounding import SoundingScreen

_GAP = 2
_NOTE = 2


class LessonList(WholeList):
    """Lists `lessons`; where a line is too narrow for the longest meaning, only their names."""

    CLICK_CHOOSES = True

    sounding: reactive[int | None] = reactive(None)
    """The one that is heard, if any."""

    def __init__(self, lessons: Sequence[Lesson], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lessons = tuple(lessons)
        self._names = max(len(lesson.name) for lesson in self.lessons) + _GAP

    @property
    def rows_in_all(self) -> int:
        """How many rows there are."""
        return len(self.lessons)

    @property
    def has_room(self) -> bool:
        """Whether the meanings are shown too."""
        longest = max(len(lesson.meaning) for lesson in self.lessons)
        return self.content_size.width >= MARK + _NOTE + self._names + longest

    def lines(self, width: int) -> list[Line]:
        """Return a line a sound."""
        return [(at, self.row(at, width)) for at in range(len(self.lessons))]

    def row(self, at: int, width: int) -> Content:
        """Return the line of a sound."""
        lesson = self.lessons[at]
        note = "* " if at == self.sounding else "  "
        style = "bold $hot" if at == self.cursor else "bold" if at == self.sounding else ""
        line = Content.assemble((note, "bold $hot"), (f"{lesson.name:<{self._names}}", style))
        return Content.assemble(line, (lesson.meaning, "$quiet")) if self.has_room else line


_TICK_S = 1 / 15
_LEAD_S = 0.1
"""A cue is planned this much ahead, so that it is not late."""
REST_S = 60.0
"""How long after the last sound the player is closed: open and silent, it keeps a sound server awake."""


_LEFT, _RIGHT, _END = (PoseAt(toward, 1.0) for toward in ("left", "right", "end"))
_BEGUN = PoseAt("left", 0.01)
_STANCES: Mapping[Head | Glide, Stance] = {
    Head.GO: (_BEGUN, _LEFT, None),
    Head.HOLD: (_LEFT, None, 0.3),
    Head.TICK: (_LEFT, None, 0.6),
    Head.RELEASE: (_LEFT, _RIGHT, None),
    Head.LAST: (_BEGUN, _LEFT, None),
    Glide.LEFT: (PoseAt("left", 0.5), _LEFT, None),
    Glide.RIGHT: (PoseAt("right", 0.5), _RIGHT, None),
    Glide.LEFT_ACROSS: (PoseAt("right", 0.7), _LEFT, None),
    Glide.RIGHT_ACROSS: (PoseAt("left", 0.7), _RIGHT, None),
    Glide.OUT: (PoseAt("end", 0.5), _END, None),
    Glide.BACK: (_END, PoseAt("end", 0.0), None),
}
"""What the figure shows at a sound; at the others it sits and waits."""


class SoundsScreen(SoundingScreen[None]):
    """Plays what is asked for; the player is open only while this screen is, and while it is used."""

    GROUP: ClassVar[str] = "sounds"
    TITLE: ClassVar[str] = "Learn the sounds"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sounds")]
    CSS_PATH: ClassVar = "sounds.tcss"

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.way = Way.TONES
        self.lessons = lessons(read_grammar())
        self.list = LessonList(self.lessons, id="lessons")
        self._state = Static("", id="state", markup=False)
        self._meaning = Told(id="meaning")
        self.figure = Figure(services.catalogue.bundled[0], shelf=services.shelf)
        self.heard: SetHeard
        self._wanted: range | None = None
        """What is to be played as soon as the sound is ready."""
        self._playing: range | None = None
        self._started_at = 0.0
        self._used_at: float | None = None
        """When the player was last asked for anything; None while it is closed."""
        self._timer: Timer | None = None

    def content(self) -> Iterable[Widget]:
        """Return what is in use instead of the sound over the list of sounds."""
        sets, names = _sets_of(self.services, self.settings)
        self.heard = SetHeard(sets, names, names={_sound(each): each.name for each in self.lessons})
        framed = Vertical(self.list, id="framed", classes="panel -lit")
        framed.border_title = "Sounds"
        heard = Vertical(self.heard, id="heard", classes="panel")
        heard.border_title = "A set as it is heard"
        moved = Vertical(self.figure, id="moved", classes="panel")
        moved.border_title = "What to do then"
        said = Vertical(Static(_in_words(self.lessons)), id="said", classes="panel")
        said.border_title = "In words"
        yield self._state
        yield Horizontal(Vertical(framed, heard, said, id="listed"), self._meaning, moved, id="sounds")

    def on_mount(self) -> None:
        """Open the sound and say what is in use."""
        self._hear_in(Way(self.settings.cues))
        self.figure.style_name = self.settings.figure_style
        self.figure.motion = self.port.motion()
        self._timer = self.set_interval(_TICK_S, self.tick)
        self._use()
        self._show_meaning()

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Be silent while another screen is in front."""
        self._stop()

    def leaving(self) -> None:
        """Nothing is lost."""
        self._stop()

    def tick(self) -> None:
        """Follow the sound, while there is anything to follow."""
        now = self.services.clock.monotonic()
        if self._playing or self._wanted:
            self._used_at = now
        if self._used_at is None or now - self._used_at >= REST_S:
            self._rest()
            return
        player = self.port.player()
        player.tick(now)
        line = self.show_sound()
        if line != self._state.content:
            self._state.update(line)
            self._state.display = sound_share(player.state(), self.settings) is None
        if self._wanted and player.state().kind != "starting":
            self._play(self._wanted, now)
        if self._playing:
            self._follow(now)

    def unavailable(self, command_id: str) -> str | None:
        """Return why nothing can be played."""
        plays = command_id in ("sounds.play", "sounds.all")
        return super().unavailable("sounds.mute" if plays else command_id)

    def action_up(self) -> None:
        """Highlight the sound above."""
        self.list.move(-1)

    def action_down(self) -> None:
        """Highlight the sound below."""
        self.list.move(1)

    def action_play(self) -> None:
        """Play the highlighted sound."""
        at = self.list.cursor
        self._want(range(at, at + 1))

    def action_all(self) -> None:
        """Play every sound, or stop."""
        if self._playing or self._wanted:
            self._stop()
        else:
            self._want(range(len(self.lessons)))

    def action_cues(self) -> None:
        """Play them in the next way: words and tones, words, tones; what is set stays as it is."""
        self._stop()
        ways = list(Way)
        self._hear_in(ways[(ways.index(self.way) + 1) % len(ways)])
        self.say(WAYS[self.way])

    def action_mute(self) -> None:
        """Mute, or be heard again."""
        self._use()
        super().action_mute()

    def action_louder(self) -> None:
        """Turn the volume up."""
        self._use()
        super().action_louder()

    def action_softer(self) -> None:
        """Turn the volume down."""
        self._use()
        super().action_softer()

    def action_back(self) -> None:
        """Close the sound and go back."""
        self._stop()
        self.port.close_player()
        self.dismiss()

    @on(LessonList.Chosen)
    async def _play_clicked(self) -> None:
        await self.action_command("sounds.play")

    def _want(self, which: range) -> None:
        self._stop()
        self._wanted = which
        self._use()

    def _use(self) -> None:
        """Have the player open, again if it was closed meanwhile."""
        self._used_at = self.services.clock.monotonic()
        self.tick()

    def _rest(self) -> None:
        """Close the player until it is asked for."""
        if self._used_at is not None:
            self._used_at = None
            self.port.close_player()

    def _play(self, which: range, now: float) -> None:
        self._wanted, self._playing = None, which
        self._started_at = now + _LEAD_S - self.lessons[which.start].cues[0].at
        cues = (cue for at in which for cue in self.lessons[at].cues)
        self.port.player().tune(way=self.way)
        self.port.player().send([replace(cue, at=cue.at + self._started_at) for cue in cues])

    def _follow(self, now: float) -> None:
        passed = now - self._started_at
        which = self._playing or range(0)
        begun = [at for at in which if self.lessons[at].cues[0].at <= passed]
        sounding = begun[-1] if begun else which.start
        last = self.lessons[which.stop - 1]
        if passed > last.cues[0].at + last.seconds:
            self._playing = None
        self.list.sounding = sounding if self._playing else None
        if len(which) > 1:
            self.list.move(sounding - self.list.cursor)

    def _stop(self) -> None:
        if self._playing:
            self.port.player().silence()
        self._playing = self._wanted = None
        self.list.sounding = None

    def _hear_in(self, way: Way) -> None:
        self.way = way
        self.lessons = lessons(read_grammar(), spoken_lengths(), way)

    @on(LessonList.Highlighted)
    def _show_meaning(self) -> None:
        lesson = self.lessons[self.list.cursor]
        self._meaning.tell(lesson.meaning)
        self.heard.show(_sound(lesson))
        self._strike(_sound(lesson))

    def _strike(self, sound: Head | Glide) -> None:
        """Let the figure show what is to be done at a sound."""
        rotate, arch = self.services.catalogue.bundled
        arches = sound in (Glide.OUT, Glide.BACK)
        self.figure.show_exercise(arch if arches else rotate)
        self.figure.show_pose(*_STANCES.get(sound, (PoseAt(START, 0.0), None, None)))


def _sound(lesson: Lesson) -> Head | Glide:
    sound = lesson.cue.head or lesson.cue.glide
    assert sound is not None
    return sound


def _in_words(lessons: Sequence[Lesson]) -> Content:
    """Return what is said with each sound, for those with which anything is, in two columns."""
    said = [(lesson.name, WORDS[_sound(lesson)]) for lesson in lessons if _sound(lesson) in WORDS]
    rows = -(-len(said) // 2)
    lines = [
        Content("").join(
            Content.assemble((f"{name:<21}", "$quiet"), f"{phrase:<23}") for name, phrase in said[at::rows]
        )
        for at in range(rows)
    ]
    return Content("\n").join(line.rstrip() for line in lines)


def _sets_of(services: Services, settings: Settings) -> tuple[Sequence[Sequence[HeardPhase]], Sequence[str]]:
    """Return the phases of both stretches, as often as they are done now and less often, and their names."""
    exercises = services.catalogue.bundled
    reps = services.progress.reps()
    most = max(reps.get(exercise.id, exercise.dose.reps) for exercise in exercises)
    fewer = [
        {each.id: min(limit, reps.get(each.id, each.dose.reps)) for each in exercises}
        for limit in range(most, 0, -1)
    ]
    plans = [make_plan(exercises, each, settings, Side.LEFT) for each in fewer]
    return [heard(plan) for plan in plans], [exercise.name for exercise in exercises]
