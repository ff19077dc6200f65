"""A session: the figure, the word for now, the seconds, the dots, and the keys that steer them."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import Resize, ScreenResume, ScreenSuspend
from textual.widget import Widget
from textual.widgets import Static

from tui.adapters.content.shipped import lengths_for, read_letters
from tui.adapters.history.keeper import SessionKeeper, Tell, new_identity
from tui.core.exercises.exercise import Step
from tui.core.figure.body.pose import START, PoseAt, Stance
from tui.core.figure.style import NO_MOSAIC, STYLE_NAMES
from tui.core.record.record import Record, next_lead
from tui.core.record.under_way import identity_again, plan_of
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Way
from tui.core.sound.player import FIRST_VOLUME, WAYS
from tui.core.timer.events import Event, SessionEnded
from tui.core.timer.now import Moment
from tui.core.timer.plan import PhaseKind, Plan, PlannedExercise, make_plan
from tui.core.timer.run import SOUND_PATIENCE_S, SessionRun
from tui.core.timer.session import Session
from tui.ui.figure.figure import FRAME_S, Figure
from tui.ui.figure.ticker import Ticker, next_drawing
from tui.ui.keys.bindings import bindings
from tui.ui.keys.commands import KeyCommand
from tui.ui.kit.base import TOO_SMALL, size_class
from tui.ui.kit.paragraphs import Paragraphs
from tui.ui.kit.services import Services, SessionRequest
from tui.ui.session.gauges import SessionBar, next_hold_frame
from tui.ui.session.leave import leave_question
from tui.ui.session.panel import (
    MINDFUL,
    SAFETY,
    TALL,
    WORDY,
    SessionPanel,
    minded,
    panel_width,
    paused_text,
    title,
)
from tui.ui.sounds.sounding import SoundingScreen

AT_REST = PoseAt(START, 0.0)


class SessionScreen(SoundingScreen[Record | None]):
    """Guides through a session; dismissed with the record that was kept, or None when nothing was.

    Args:
        services: as for every screen.
        settings: the settings in force.
        request: what was asked for.

    Raises:
        Problem: when it cannot be planned.
    """

    GROUP: ClassVar[str] = "session"
    WITHOUT_ROOM: ClassVar[str] = "Paused. ctrl+c leaves; what was counted is kept."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("session")]
    CSS_PATH: ClassVar = "session.tcss"

    def __init__(self, services: Services, settings: Settings, request: SessionRequest) -> None:
        super().__init__(services)
        self.plan = plan_for(services, settings, request)
        self.steered: SessionRun | None = None
        """The session in time; None until it has started."""
        self._request = request
        self._way = Way(request.overrides.cues or settings.cues)
        self._keeper = keeper_for(services, settings, request, lambda it: self.app.call_later(self.tell, it))
        self.farewell = ""
        """What is to be said when nothing of the session was kept."""
        self._asked_at = services.clock.monotonic()
        self._ticker = Ticker(self, self._play)
        self.over = False
        """Whether the session has ended, so that nothing more is to be done."""
        self._quiet_until = float("-inf")
        self._names_going_on = False
        self._told: set[str] = set()
        """What has been said of the sound: once each."""
        self._shown: Stance | None = None
        self._exercises = [planned.exercise for planned in self.plan.exercises]
        self.figure = Figure(self._exercises[0], shelf=services.shelf, beside=True, id="figure")
        self.framed = Container(self.figure, id="framed", classes="panel")
        self.panel = SessionPanel(read_letters(), [exercise.word for exercise in self._exercises])
        self.mind = Paragraphs(id="mind", classes="panel", beside=True)
        self._minded: tuple[Step, ...] | None = None
        self._sounds, self._titles = "", ("", "")
        self.bar = SessionBar(id="bar")

    def content(self) -> Iterable[Widget]:
        """Return the figure and the panel over the bar."""
        self._fit(*self.app.size)
        yield Horizontal(self.framed, Vertical(self.panel, self.mind, id="guide"), id="stage")
        yield Container(self.bar, id="whole")
        if self._request.safety:
            yield Static(SAFETY, id="safety", markup=False)

    def on_mount(self) -> None:
        """Start at once, or as soon as the sound is ready where there is no get-ready to wait in."""
        self.figure.style_name = self.settings.figure_style
        self.figure.motion = self.port.motion()
        self._speak()
        self.title_line.title = title(self.plan, 0)
        self.app.app_suspend_signal.subscribe(self, lambda _: self._pause(), immediate=True)
        self.set_class(self._request.safety, "-safety")
        self.tick()
        self._ticker.resume()

    def on_unmount(self) -> None:
        """Let go of the app's signal, which would keep this screen for as long as the program runs."""
        self.app.app_suspend_signal.unsubscribe(self)

    def tick(self) -> None:
        """Let time pass up to now, and show what has changed."""
        if not self.over and (self.steered or self._sound_is_settled()):
            events = self._guided.tick()
            with self._drawn_once(self._guided.moment):
                self._heed(events)

    def on_resize(self, event: Resize) -> None:
        """Give the panel its share; stand still where there is no room for anything."""
        self._fit(*event.size)
        if size_class(*event.size) == TOO_SMALL:
            self._pause("The terminal was too small.")

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stand still while another screen is in front; ticks end once the figure is at the centre."""
        self._pause()

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Look at the clock again."""
        if self.steered:
            self.steered.begin_anew()
        self._ticker.resume()

    def settings_changed(self) -> None:
        """Follow the figure's settings, and keep to this session's way of giving cues."""
        self.figure.style_name = self.settings.figure_style
        self.figure.motion = self.port.motion()
        self.port.player().tune(way=self._way)

    def leaving(self) -> None:
        """Stop the sounds; what was counted is saved as a session under way, which can be resumed."""
        self.over = True
        self._keeper.leave()

    def interrupt(self, *, again: bool) -> bool:
        """Ask on the first Ctrl+C; keep what was counted and leave on the second."""
        if self.over:
            return False
        if not again:
            self.action_leave()
            return True
        self._guided.finish()
        self.over = True
        return False

    def footer_name(self, command: KeyCommand) -> str:
        """Return what a command is called now: a session that is paused goes on."""
        goes_on = self._names_going_on and command.id == "session.pause"
        return "Go on" if goes_on else super().footer_name(command)

    def action_cues(self) -> None:
        """Give the cues in tones alone, or in words too."""
        self._way = Way.BOTH if self._way is Way.TONES else Way.TONES
        self.port.change_settings(self.settings._replace(cues=self._way, voice_offered=True))
        self.say(WAYS[self._way])

    def action_pause(self) -> None:
        """Pause, or go on."""
        self._heed(self._guided.toggle())

    def action_next(self) -> None:
        """Leave this unit undone."""
        phase = self._guided.session.phase
        last = phase is not None and phase.unit == self.plan.units[-1]
        self._skip(self._guided.next_unit, ends=last)

    def action_previous(self) -> None:
        """Go to the unit before."""
        self._heed(self._guided.previous_unit())

    def action_next_exercise(self) -> None:
        """Go to the next exercise; finish in the last."""
        self._skip(self._guided.next_exercise, ends=self._guided.moment.place == len(self.plan.exercises) - 1)

    def action_view(self) -> None:
        """Look from another side."""
        self.figure.cycle_view()
        self._show_exercise(self.plan.exercises[self._guided.moment.place])
        self.say(f"View: {self.figure.view_name}")

    def action_style(self) -> None:
        """Draw the figure in the other look, and keep it."""
        if self.figure.switch_look():
            self.port.change_settings(self.figure.kept_in(self.settings))
            self.say(f"Figure: {STYLE_NAMES[self.figure.look]}")
        else:
            self.say(NO_MOSAIC)

    def action_leave(self) -> None:
        """Pause, and ask what is to become of the session."""
        self._pause()
        if not self.over:
            record = self._keeper.record(self._guided.session, self.services.clock.monotonic())
            self.app.push_screen(leave_question(self.services, self._guided.session, record), self._answered)

    def _play(self) -> float | None:
        """Do what is due, and return in how many seconds something is due again, if anything will be."""
        clock = self.services.clock
        now = clock.monotonic()
        if now >= self._quiet_until:
            self.tick()
        elif self.steered:
            self._show_stance(self.steered.stance(now))
        if self.over or (not self.is_current and self._shown == (AT_REST, None, None)):
            return None
        return self._due(now) - clock.monotonic()

    def _due(self, now: float) -> float:
        """Return the next instant at which to draw the figure, or at which to look at all of it."""
        run = self.steered
        if run is None:
            return now + FRAME_S
        if run.stance(now)[2] is not None:
            return next_hold_frame(now, run.known_until, self._quiet_until)
        return next_drawing(self.figure, run.stance, now, self._quiet_until, run.known_until)

    def _speak(self) -> None:
        """Give the cues as is asked for; who is new to this hears words, softly, and how to change that."""
        new = self._request.safety and not self.settings.voice_offered
        if new and not self._request.overrides.cues:
            self._way, volume = Way.BOTH, min(FIRST_VOLUME, self.settings.volume)
            offered = self.settings._replace(cues=self._way, voice_offered=True, volume=volume)
            self.port.change_settings(offered)
            self.call_after_refresh(self.say, "c: words or tones, m: mute")
        self.port.player().tune(way=self._way)

    def _fit(self, width: int, height: int) -> None:
        self.panel.styles.width = self.mind.styles.width = panel_width(width, height)
        self.set_class(height >= TALL, "-tall")
        self.set_class(height >= MINDFUL and width >= WORDY, "-mindful")

    def _answered(self, answer: str | None) -> None:
        if self.over:
            return
        if answer == "finish":
            self._heed(self._guided.finish())
        elif answer == "discard":
            self._discard()
        else:
            self._guided.begin_anew()
            self._heed(self._guided.resume())

    @property
    def _guided(self) -> SessionRun:
        """The session in time, started now if it has not been."""
        if self.steered is None:
            now = self.services.clock.monotonic()
            counted = self._request.resumed.counted if self._request.resumed else ()
            lengths = lengths_for(self._exercises, self.services.paths.exercises)
            session = Session(self.plan, now, counted, lengths)
            self.steered = SessionRun(
                session, self.port.player(), self.services.clock, now, self._keeper.heed
            )
        return self.steered

    def _sound_is_settled(self) -> bool:
        now = self.services.clock.monotonic()
        player = self.port.player()
        player.tick(now)
        patient = self.plan.ready_s < SOUND_PATIENCE_S and now < self._asked_at + SOUND_PATIENCE_S
        return not patient or player.state().kind != "starting"

    def _skip(self, skip: Callable[[], tuple[Event, ...]], *, ends: bool) -> None:
        """Skip; a held key does not end the session by it, and where nothing counts yet it asks first."""
        if ends and self.port.key_is_held():
            return
        if ends and not self._guided.session.counted:
            self.action_leave()
        else:
            self._heed(skip())

    def _pause(self, why: str = "") -> None:
        if not self.over:
            self._heed(self._guided.pause(why))

    def _heed(self, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, SessionEnded) for event in events):
            self._end()
        else:
            self._show(self._guided.moment)
            paused = self._guided.session.paused is not None
            if paused != self._names_going_on:
                self._names_going_on = paused
                self.refresh_footer()

    def _end(self) -> None:
        self.over = True
        self.farewell = "" if self._keeper.kept else "Nothing was counted, so nothing is kept."
        self.dismiss(self._keeper.kept)

    def _discard(self) -> None:
        self.over = True
        self._keeper.discard()
        self._guided.finish()
        self.farewell = "Discarded: nothing of this session is kept."
        self.dismiss(None)

    def _show(self, moment: Moment) -> None:
        running = self._guided
        self._show_exercise(self.plan.exercises[moment.place])
        self._show_stance((moment.pose, moment.ghost, moment.hold))
        self.title_line.title = title(self.plan, moment.place)
        self.panel.show(moment, paused_text(running.session, running.why_paused))
        self._show_step(moment)
        self.bar.show(moment.parts, moment.place, moment.left_s)
        if moment.kind is not PhaseKind.READY and self.has_class("-safety"):
            self.remove_class("-safety")
        self._show_sound()
        self._quiet_until = running.quiet_until

    def _drawn_once(self, moment: Moment) -> AbstractContextManager[None]:
        """Leave the figure and the bars to Textual, too, where it draws words: the terminal draws once."""
        stands = (moment.word, moment.digits) == (self.panel.word.text, self.panel.countdown.shown)
        return nullcontext() if stands else self.app.batch_update()

    def _show_exercise(self, planned: PlannedExercise) -> None:
        """Draw this exercise, and say over it from where it is seen, and over the panel its dose."""
        self.figure.show_exercise(planned.exercise)
        titles = f"View: {self.figure.view_name}", planned.exercise.dose_line(planned.reps, planned.hold_s)
        if titles != self._titles:
            self._titles = titles
            self.framed.border_title, self.panel.border_title = map(Content, titles)

    def _show_step(self, moment: Moment) -> None:
        """Show what is to be read now: all of it beside the session, or before a movement how one sits."""
        steps = minded(moment)
        if steps != self._minded:
            self._minded = steps
            head, text = (steps[0].title, steps[0].text) if steps else ("", "")
            waits = moment.kind in (PhaseKind.READY, PhaseKind.NEXT) and not moment.paused
            self.panel.show_posture(text if waits and not self.has_class("-mindful") else "")
            self.mind.border_title = Content(head)
            self.mind.show([("", text), *((step.title, step.text) for step in steps[1:])] if steps else [])

    def _show_stance(self, stance: Stance) -> None:
        pose, ghost, hold = stance
        shown = (AT_REST if pose.amount == 0.0 else pose, ghost, hold)
        if shown != self._shown:
            self._shown = shown
            self.figure.show_pose(*shown)
            self.panel.hold.show(hold, self._guided.session.phase)

    def _show_sound(self) -> None:
        if (line := self.show_sound(brief=True)) == self._sounds:
            return
        kind = self.port.player().state().kind
        lost = bool(self._sounds) and kind in ("bell", "off")
        usual = kind == "starting" or (kind == "sound" and not self._told)
        self._sounds = line
        self.panel.show_sound(line if self.settings.muted or kind in ("bell", "off") else "")
        in_view = self.has_class("-wide") and self.has_class("-high")
        if line not in self._told and (lost or not (usual or in_view)):
            self.say(line)
        if not usual:
            self._told.add(line)


def plan_for(services: Services, settings: Settings, request: SessionRequest) -> Plan:
    """Return the plan of the session that is asked for: an interrupted one's own, or a new one.

    Raises:
        Problem: when an interrupted session's exercises are no longer there.
    """
    if request.resumed:
        known = {exercise.id: exercise for exercise in services.catalogue.exercises}
        return plan_of(request.resumed, known)
    lead = next_lead(services.data.history.newest_first(sided=True))
    shown = all(exercise.id in request.reps for exercise in request.exercises)
    reps = request.reps if shown else {**services.data.progress.reps(), **request.reps}
    return make_plan(request.exercises, reps, settings, lead, request.overrides)


def keeper_for(services: Services, settings: Settings, request: SessionRequest, tell: Tell) -> SessionKeeper:
    """Return the keeper of the session that is asked for; a resumed one keeps its identity and its day."""
    if request.resumed:
        identity = identity_again(request.resumed.record)
    else:
        identity = new_identity(services.clock.now(), settings, request.stiffness_before)
    return SessionKeeper(identity, services.data.under_way, services.data.writer, tell)
