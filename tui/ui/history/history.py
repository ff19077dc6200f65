"""History: the calendar, what it comes to, and the list of sessions."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import Resize, ScreenResume, ScreenSuspend
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from tui.core.history.calendar import Window, day_line
from tui.core.history.facts import history_facts
from tui.core.history.heatmap import DayLevel, Heatmap, heatmap
from tui.core.history.rows import names_in
from tui.core.history.totals import repetitions_by_week
from tui.core.record.record import Record
from tui.core.streaks.days import clock_notice
from tui.core.text.problems import Problem, StoreProblem
from tui.core.text.week_start import first_weekday, week_start
from tui.ui.history.changes import HistoryChanges
from tui.ui.history.data import AllSessions, HistoryData, only, read_history
from tui.ui.history.facts import FactsView
from tui.ui.history.heatmap import GUTTER, PITCH, HeatmapLegend, HeatmapView, weeks_that_fit
from tui.ui.history.session_list import SessionList, SessionsPanel
from tui.ui.history.week_bars import WeekBars
from tui.ui.keys.commands import bindings
from tui.ui.kit.base import REGULAR
from tui.ui.kit.services import Services

POLL_S = 2.0
"""How often other terminals' changes are looked for."""
TALL = 30
"""From so many rows on there is room for higher bars."""
FACTS_WIDTHS = ((140, 60), (100, 52), (80, 36), (0, 27))
"""Columns of the terminal, and from there on cells of the facts."""
FRAME = 4
"""Cells of a panel's border and padding."""
YEAR = 53
"""Weeks that are shown at most: all of a year."""
SLICE = 250
"""Sessions that a filter looks at before the keys have their turn."""
EMPTY = """\
Nothing here yet, and that is fine.
Every session is kept and shown here: go back with esc and press enter to do the first one.
One that you did away from the screen can be added with a."""


class HistoryScreen(HistoryChanges):
    """What was done, day by day."""

    GROUP = "history"
    TITLE = "History"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("history")]
    CSS_PATH: ClassVar = ["history.tcss"]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.names = names_in(services.catalogue.exercises)
        self.exercise = ""
        """The id of the one exercise that is shown; empty for all."""
        self.calendar = HeatmapView(id="history-calendar")
        self.bars = WeekBars(id="history-bars")
        self.facts = FactsView(id="history-facts")
        self.list = SessionList(self.names, id="history-list")
        self.day_line = SessionsPanel(self.list, id="history-sessions")
        self._left = Vertical(self.calendar, self.bars, id="history-left", classes="panel")
        self._left.border_title = "Calendar"
        self._drawn: tuple[HistoryData, Window, Heatmap] | None = None
        self._told: set[str] = set()
        self._token: object = None
        self._timer: Timer | None = None

    @property
    def page(self) -> int:
        """How many rows of the list are in sight."""
        return self.list.page

    def content(self) -> Iterable[Widget]:
        """Return calendar and bars beside what they come to, and the sessions below."""
        beside = Vertical(
            self.facts, HeatmapLegend(id="history-legend"), id="history-numbers", classes="panel"
        )
        beside.border_title = "What it comes to"
        top = Horizontal(self._left, beside, id="history-top")
        empty = Static(Content(EMPTY), id="history-empty", classes="panel")
        yield Container(top, self.day_line, empty, id="history-parts")

    def on_mount(self) -> None:
        """Read, and look for changes from then on."""
        self.cursor = self.port.today()
        self.window = self._window(self.window.weeks)
        self.read_again()
        self._timer = self.set_interval(POLL_S, self.poll)

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stop looking while another screen is in front, with keys of its own; what was said is over."""
        self.notice.show("")
        self.footer.visible = False
        if self._timer:
            self._timer.pause()

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Look again."""
        self.footer.visible = True
        if self._timer:
            self._timer.resume()
            self.poll()

    def on_resize(self, event: Resize) -> None:
        """Show as many weeks as there is room for."""
        width, height = event.size
        compact = width < REGULAR[0] or height < REGULAR[1]
        facts = next(cells for columns, cells in FACTS_WIDTHS if width >= columns)
        edges = 3 if compact else 2 + 2 * FRAME
        weeks = min(YEAR, weeks_that_fit(width - edges - facts))
        self._left.styles.width = GUTTER + PITCH * weeks + (1 if compact else FRAME)
        today = self.port.today()
        self.window = self._window(weeks).showing(min(self.cursor, today))
        self.set_class(height >= TALL, "-tall")
        self.draw()

    def settings_changed(self) -> None:
        """Follow strictness, desk days, where weeks begin and whether streaks are shown."""
        self.window = self._window(self.window.weeks).showing(self.cursor)
        self.read_again()

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        data = self.data
        if data and command_id == "history.filter" and not (self.exercise or data.days):
            return "There is nothing to filter yet."
        if data and command_id == "history.switch" and data.empty:
            return "There is no session to go to yet."
        return self.no_change(command_id)

    def poll(self) -> None:
        """Read again when another terminal has changed something, or another day has begun."""
        try:
            changed = self._token != self._state()
        except StoreProblem as problem:
            self._tell_once([problem])
            return
        if changed:
            self.read_again()

    def read_again(self) -> None:
        """Show the history as it is now."""
        try:
            self._token = self._state()
            data, problems = read_history(self.services, self.settings, self.port.today())
        except StoreProblem as problem:
            self._tell_once([problem])
            return
        notice = clock_notice(data.days, data.today)
        self._tell_once([*problems, *([Problem(notice)] if notice else [])])
        if self.exercise:
            self.title_line.right = "reading ..."
            self.run_worker(self._pick_out(data, self.exercise), exclusive=True, group="filter")
        else:
            self.workers.cancel_group(self, "filter")
            self._take(data)

    def draw(self) -> None:
        """Draw everything that depends on what is marked, or on the size."""
        data = self.data
        if data is None:
            return
        known = self._drawn
        if known is None or known[0] is not data or known[1] != self.window:
            first = self.window.first_weekday
            weeks = heatmap(data.days, data.rules, data.today, self.window.weeks, self.window.last, first)
            self._drawn = known = (data, self.window, weeks)
            last = min(data.today, self.window.last + timedelta(days=6))
            self.bars.show(
                [bar.repetitions for bar in repetitions_by_week(data.days, self.window.weeks, last, first)]
            )
        self.calendar.show(known[2], self.cursor, active=not self.listing)
        self._left.set_class(not self.listing, "-lit")
        self.list.show(self.row, self.cursor, active=self.listing)
        self._draw_day()
        self.refresh_footer()

    def action_open(self) -> None:
        """Open the marked day."""
        from tui.ui.history.day import DayScreen, DayWish  # only now: opening must be quick

        def answered(wish: DayWish | None) -> None:
            if wish and wish.kind == "delete" and wish.record:
                self.ask_delete(wish.record)
            elif wish:
                self.ask_entry(wish.record if wish.kind == "edit" else None)

        if self.data:
            marked = self.data.sessions.record(self.row) if self.listing else None
            screen = DayScreen(self.services, self._day_text(), self.data.on(self.cursor), self.names, marked)
            self.app.push_screen(screen, answered)

    def action_filter(self) -> None:
        """Ask which exercise is to be shown."""
        from tui.ui.history.pick import PickScreen

        def picked(exercise: str | None) -> None:
            if exercise is not None and exercise != self.exercise:
                self.exercise = exercise
                self.row = 0
                self.read_again()

        known = [(exercise.id, exercise.name) for exercise in self.services.catalogue.exercises]
        seen = dict.fromkeys(part.id for record in self.list.in_sight() for part in record.exercises)
        others = [(item, item) for item in seen if item not in self.names.full]
        choices = [("", "All exercises"), *known, *others]
        self.app.push_screen(
            PickScreen(self.services, "Show which exercise?", choices, self.exercise), picked
        )

    def _window(self, weeks: int) -> Window:
        first = first_weekday(self.settings.week_begins, self.services.surroundings.environ)
        return Window(week_start(self.port.today(), first), weeks, first)

    def _state(self) -> object:
        """Return what stands for everything that is shown: equal while nothing has changed."""
        return self.services.history.token(), self.services.away.read()[0], self.port.today()

    def _take(self, data: HistoryData) -> None:
        marked = self.chosen() if self.listing else None
        self.data = data
        shown = f"{self.names.name(data.exercise)} only" if data.exercise else "all exercises"
        self.title_line.right = f"{shown}  / filter" if data.exercise or data.days else shown
        self.set_class(data.empty, "-empty")
        streaks = self.settings.show_streaks
        self.facts.show(
            history_facts(data.days, data.rules, data.today, data.stiffness, show_streaks=streaks)
        )
        self.list.load(data.sessions, data.today, data.exercise)
        if not self.listing:
            self.mark_day(min(self.cursor, data.today))
            self.draw()
        elif marked and marked.id in (ids := [record.id for record in data.on(marked.day)]):
            self.select(data.sessions.row_of(marked.day) + ids.index(marked.id))
        else:
            self.select(self.row)

    async def _pick_out(self, data: HistoryData, exercise: str) -> None:
        found: list[Record] = []
        try:
            for at, record in enumerate(self.services.history.newest_first()):
                if any(part.id == exercise for part in record.exercises):
                    found.append(record)
                if at % SLICE == SLICE - 1:
                    await asyncio.sleep(0)
        except StoreProblem as problem:
            self._tell_once([problem])
        self._take(only(data, exercise, found))

    def _draw_day(self) -> None:
        rows = ""
        if self.data and not self.data.empty:
            last = min(self.list.top + self.list.page, self.data.sessions.rows)
            rows = f"{self.list.top + 1:,}-{last:,} of {self.data.sessions.rows:,}"
        self.day_line.show(self._day_text(), rows, active=self.listing)

    def _day_text(self) -> str:
        if self.data is None or self._drawn is None:
            return ""
        cells = (cell for week in self._drawn[2].weeks for cell in week)
        level = next((cell.level for cell in cells if cell.day == self.cursor), DayLevel.BLANK)
        return day_line(self.cursor, self.data.days, self.data.rules, level)

    def _tell_once(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if problem.line not in self._told:
                self._told.add(problem.line)
                self.tell(problem)

    @on(HeatmapView.DayClicked)
    def _click_day(self, message: HeatmapView.DayClicked) -> None:
        if self.data and message.day <= self.data.today:
            self.in_list = False
            self.mark_day(message.day)
            self.draw()

    @on(SessionList.RowClicked)
    async def _click_row(self, message: SessionList.RowClicked) -> None:
        again = self.listing and message.row == self.row
        self.in_list = True
        self.select(message.row)
        if again:
            await self.action_command("history.open")

    @on(SessionList.Scrolled)
    def _follow_scroll(self) -> None:
        self._draw_day()
        if self.data and isinstance(self.data.sessions, AllSessions) and self.data.sessions.problem:
            self._tell_once([self.data.sessions.problem])
