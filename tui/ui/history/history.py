"""History: the calendar, what it comes to, and the list of sessions."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.events import Resize, ScreenResume, ScreenSuspend
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget

from tui.core.history.calendar import Window, day_line
from tui.core.history.cursor import HistoryCursor
from tui.core.history.facts import history_facts
from tui.core.history.heatmap import DayLevel, Heatmap, heatmap
from tui.core.history.order import EVERYTHING, Search, SessionOrder
from tui.core.history.rows import names_in
from tui.core.history.totals import repetitions_by_week, trends
from tui.core.record.record import Record
from tui.core.streaks.days import clock_notice
from tui.core.text.problems import Problem, StoreProblem
from tui.core.text.weekdays import first_weekday, week_start
from tui.ui.history.changes import HistoryChanges
from tui.ui.history.data import AllSessions, HistoryData, listed, read_history, shown_words
from tui.ui.history.facts import FactsView
from tui.ui.history.heatmap import ROOMY, HeatmapLegend, HeatmapView
from tui.ui.history.layout import FRAME, YEAR, HistoryLayout, layout_for
from tui.ui.history.moves import HistoryMoves
from tui.ui.history.saving import Saved
from tui.ui.history.session_list import SessionList
from tui.ui.history.week_bars import WeekBars, trends_shown, weeks_in
from tui.ui.keys.bindings import bindings
from tui.ui.keys.commands import BACK, KeyCommand
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.services import Services

POLL_S = 2.0
"""How often other terminals' changes are looked for."""
SLICE = 250
"""Sessions that are looked at before the keys have their turn."""
TRENDS_AFTER_S = 0.2
"""How long after the rest the weeks of each exercise are read: opening waits for none of it."""


class HistoryScreen(BaseScreen[None]):
    """What was done, day by day."""

    GROUP = "history"
    TITLE = "History"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("history")]
    CSS_PATH: ClassVar = ["history.tcss"]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.moves = HistoryMoves(self.draw, lambda: self.list.page)
        self.changes = HistoryChanges(self, self.moves, self.read_again)
        self.parts = (self.moves, self.changes)
        self.search = EVERYTHING
        """What is looked for; everything, as it stands."""
        self.names = names_in(services.catalogue.exercises)
        self.order = SessionOrder()
        """How the list stands."""
        self.calendar = HeatmapView(id="history-calendar")
        self.bars = WeekBars(id="history-bars")
        self.charts = WeekBars(id="history-charts")
        self.facts = FactsView(id="history-facts")
        self.facts_below = FactsView(id="history-facts-below")
        self.list = SessionList(self.names, id="history-sessions")
        left = self.calendar, self.calendar.legend, self.bars
        self._left = Vertical(*left, id="history-left", classes="panel")
        self._left.border_title = "Calendar"
        below = Vertical(self.facts_below, id="history-numbers-below", classes="panel")
        charts = Vertical(self.charts, id="history-weeks", classes="panel")
        below.border_title, charts.border_title = "What it comes to", "Week by week"
        self._column = Vertical(below, charts, id="history-column")
        self._layout = layout_for(80, 24, None)
        self._drawn: tuple[HistoryData, Window, Heatmap] | None = None
        self._charted: tuple[HistoryData, HistoryLayout] | None = None
        self._told: set[str] = set()
        self._read: object = None
        """What stands for all that was read last."""
        self._timer: Timer | None = None

    def content(self) -> Iterable[Widget]:
        """Return the calendar beside what it comes to; below, the charts where they fit, and the sessions."""
        beside = Vertical(self.facts, HeatmapLegend(), id="history-numbers", classes="panel")
        beside.border_title = "What it comes to"
        top = Horizontal(self._left, beside, id="history-top")
        rest = Horizontal(self._column, self.list, id="history-rest")
        yield Container(top, rest, id="history-parts")

    def on_mount(self) -> None:
        """Read."""
        self.moves.at = HistoryCursor(self.port.today(), self._window(self.moves.window.weeks))
        self.read_again()

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stop looking while another screen is in front; what was said is over."""
        self.notice.show("")
        if self._timer:
            self._timer.pause()

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Look for changes from now on, and at once where it was not read just now."""
        if self._timer:
            self.poll()
            self._timer.resume()
        else:
            self._timer = self.set_interval(POLL_S, self.poll)

    def on_resize(self, event: Resize) -> None:
        """Share the room anew."""
        self._lay_out(event.size)
        self.draw()

    def settings_changed(self) -> None:
        """Follow strictness, desk days, where weeks begin and whether streaks are shown."""
        self._show_weeks(self.moves.window.weeks, self.moves.cursor)
        self.read_again()

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        data = self.moves.data
        if data and command_id == "history.filter" and not (self.search or data.days):
            return "There is nothing to look for yet."
        if data and command_id in ("history.sort", "history.turn") and data.empty:
            return "There is nothing to order yet."
        if data and command_id == "history.switch" and data.empty:
            return "There is no session to go to yet."
        return self.changes.unavailable(command_id)

    def footer_name(self, command: KeyCommand) -> str:
        """Return what a command is called now: Esc shows everything first, Tab goes where the keys do not."""
        if command.id == BACK and self.search:
            return "Show all"
        if command.id == "history.switch":
            return "Days" if self.moves.listing else "List"
        return command.name

    def poll(self) -> None:
        """Read again when another terminal has changed something, or another day has begun."""
        try:
            changed = self._read != self._state()
        except StoreProblem as problem:
            self._tell_once([problem])
            return
        if changed:
            self.read_again()

    def read_again(self) -> None:
        """Show the history as it is now."""
        try:
            data, problems = read_history(self.services, self.settings, self.port.today())
        except StoreProblem as problem:
            self._tell_once([problem])
            return
        self._read = data.token, data.away, data.today
        notice = clock_notice(data.days, data.today)
        self._tell_once([*problems, *([Problem(notice)] if notice else [])])
        if self.search or not self.order.usual:
            self.title_line.right = "reading ..."
            self.run_worker(self._pick_out(data, self.search, self.order), exclusive=True, group="filter")
        else:
            self.workers.cancel_group(self, "filter")
            self._take(data)

    def draw(self) -> None:
        """Draw everything that depends on what is marked, or on the size."""
        data = self.moves.data
        if data is None:
            return
        known = self._drawn
        if known is None or known[0] is not data or known[1] != self.moves.window:
            self._drawn = known = (data, self.moves.window, self._heatmap(data))
            self._draw_bars(data)
        charted = (data, self._layout)
        if self._layout.tall and not data.empty and charted != self._charted:
            self._charted = charted
            self.run_worker(self._chart_trends(data, self._layout), exclusive=True, group="trends")
        self.calendar.show(known[2], self.moves.cursor, self._layout.pitch, active=not self.moves.listing)
        self._left.set_class(not self.moves.listing, "-lit")
        self.list.set_class(self.moves.listing, "-lit")
        self.list.show(self.moves.row, self.moves.cursor, active=self.moves.listing)
        self.call_after_refresh(self._draw_words)

    def action_open(self) -> None:
        """Open the marked day."""
        from tui.ui.history.day import DayScreen, DayWish  # only now: opening must be quick

        def answered(wish: DayWish | None) -> None:
            if wish and wish.kind == "delete" and wish.record:
                self.changes.ask_delete(wish.record)
            elif wish:
                self.changes.ask_entry(wish.record if wish.kind == "edit" else None)

        if data := self.moves.data:
            marked = data.sessions.record(self.moves.row) if self.moves.listing else None
            done = data.on(self.moves.cursor)
            screen = DayScreen(self.services, self._day_text(), done, self.names, marked)
            self.app.push_screen(screen, answered)

    def action_filter(self) -> None:
        """Ask what is looked for."""
        from tui.ui.history.find import FindScreen

        def asked(search: Search | None) -> None:
            if search is not None and search != self.search:
                self._look_for(search)

        known = [(exercise.id, exercise.name) for exercise in self.services.catalogue.exercises]
        seen = dict.fromkeys(part.id for record in self.list.in_sight() for part in record.exercises)
        others = [(item, item) for item in seen if item not in self.names.full]
        choices = [("", "all exercises"), *known, *others]
        self.app.push_screen(FindScreen(self.services, choices, self.search), asked)

    def action_back(self) -> None:
        """Show everything again where something is looked for; else go back."""
        if self.search:
            self._look_for(EVERYTHING)
        else:
            self.dismiss()

    def action_sort(self) -> None:
        """Order the list by its next column that is shown."""
        self._order_by(self.order.next(self.list.columns))

    def action_turn(self) -> None:
        """Turn the list's order around."""
        self._order_by(self.order.around())

    def _look_for(self, search: Search) -> None:
        self.search = search
        self.moves.at = replace(self.moves.at, row=0)
        self.read_again()

    def _order_by(self, order: SessionOrder) -> None:
        self.order = order
        self.moves.at = replace(self.moves.at, row=0, in_list=True)
        self.say(f"Sessions: {order.words}")
        self.read_again()

    def _lay_out(self, size: Size) -> None:
        weeks = None
        if self.moves.data:
            oldest = self.moves.data.oldest
            weeks = (self.port.today() - oldest).days // 7 + 2 if oldest else 0
        layout = self._layout = layout_for(size.width, size.height, weeks)
        self._left.styles.width = layout.calendar
        self._show_weeks(layout.weeks, min(self.moves.cursor, self.port.today()))
        self._column.styles.width = layout.column
        empty = self.moves.data is not None and self.moves.data.empty
        shares = {"-tall": layout.tall, "-two": layout.two_columns, "-beside": layout.beside, "-empty": empty}
        self.update_classes(shares)

    def _heatmap(self, data: HistoryData) -> Heatmap:
        window = self.moves.window
        shown = (window.weeks, window.last, window.first_weekday)
        return heatmap(data.days, data.rules, data.today, *shown, data.status)

    def _draw_bars(self, data: HistoryData) -> None:
        first, weeks = self.moves.window.first_weekday, self.moves.window.weeks
        last = min(data.today, self.moves.window.last + timedelta(days=6))
        bars = repetitions_by_week(data.days, weeks, last, first)
        now = last == data.today
        self.bars.show([bar.repetitions for bar in bars], self._layout.pitch, now=now)
        bars = repetitions_by_week(data.days, self._chart_weeks, last, first)
        self.charts.show([bar.repetitions for bar in bars], ROOMY, bars[0].monday, now=now)

    @property
    def _chart_weeks(self) -> int:
        return min(YEAR, weeks_in(self._layout.column - FRAME, ROOMY))

    async def _chart_trends(self, data: HistoryData, layout: HistoryLayout) -> None:
        """Show what each exercise came to, once everything else has been shown."""
        await asyncio.sleep(TRENDS_AFTER_S)
        first, weeks = self.moves.window.first_weekday, self._chart_weeks
        since = week_start(data.today, first) - timedelta(weeks=weeks - 1)
        recent = await self._look_through(EVERYTHING, since)
        found = trends(recent, weeks, data.today, first)
        if data.search.exercise:
            found = {item: weekly for item, weekly in found.items() if item == data.search.exercise}
        drawn = trends_shown(found, self.names)
        self.charts.show_trends(drawn)
        self.facts.show_trends(() if layout.two_columns else drawn)

    def _window(self, weeks: int) -> Window:
        first = first_weekday(self.settings.week_begins, self.services.surroundings.environ)
        return Window(week_start(self.port.today(), first), weeks, first)

    def _show_weeks(self, weeks: int, day: date) -> None:
        self.moves.at = replace(self.moves.at, window=self._window(weeks).showing(day))

    def _state(self) -> object:
        """Return what stands for everything that is shown: equal while nothing has changed."""
        return self.services.history.token(), self.services.away.read()[0], self.port.today()

    def _take(self, data: HistoryData) -> None:
        marked = self.moves.chosen() if self.moves.listing else None
        self.moves.data = data
        self.title_line.right = shown_words(data, self.names)
        shown = data.days, data.rules, data.today, data.stiffness
        streaks = self.settings.show_streaks
        facts = history_facts(*shown, show_streaks=streaks, status=data.status, summed=data.totals)
        for view in (self.facts, self.facts_below):
            view.show(facts)
        self._lay_out(self.app.size)
        stiffness = bool(data.stiffness)
        self.list.load(data.sessions, data.today, data.search, self.order, stiffness=stiffness)
        if not self.moves.listing:
            self.moves.go(lambda at, data: at.on(min(at.day, data.today), data))
        elif marked and (place := data.sessions.place_of(marked)) is not None:
            self.moves.select(place)
        else:
            self.moves.select(self.moves.row)

    async def _pick_out(self, data: HistoryData, search: Search, order: SessionOrder) -> None:
        found = await self._look_through(search)
        self._take(listed(data, search, order, found))

    async def _look_through(self, search: Search, since: date = date.min) -> list[Record]:
        """Return the sessions that match, the newest first; the keys have their turn meanwhile."""
        found: list[Record] = []
        try:
            for at, record in enumerate(self.services.history.newest_first()):
                if record.day < since:
                    break
                if search.matches(record):
                    found.append(record)
                if at % SLICE == SLICE - 1:
                    await asyncio.sleep(0)
        except StoreProblem as problem:
            self._tell_once([problem])
        return found

    def _draw_words(self) -> None:
        """Draw what is said of it all, after what moves: a key is seen before it is explained."""
        self._follow_scroll()
        self.refresh_footer()

    def _draw_day(self) -> None:
        day, rows, data = "", "", self.moves.data
        if data and not data.empty:
            day = self._day_text()
            last = min(self.list.top + self.list.page, data.sessions.rows)
            rows = f"{self.list.top + 1:,}-{last:,} of {data.sessions.rows:,}"
        self.list.tell(day, rows)

    def _day_text(self) -> str:
        if self.moves.data is None or self._drawn is None:
            return ""
        weeks, place = self._drawn[2].weeks, self._drawn[2].place_of(self.moves.cursor)
        level = weeks[place[0]][place[1]].level if place else DayLevel.BLANK
        return day_line(self.moves.cursor, self.moves.data.days, self.moves.data.rules, level)

    def _tell_once(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if problem.line not in self._told:
                self._told.add(problem.line)
                self.tell(problem)

    @on(Saved)
    def _tell_saved(self, message: Saved) -> None:
        self.changes.tell_saved(message)

    @on(HeatmapView.DayClicked)
    def _click_day(self, message: HeatmapView.DayClicked) -> None:
        if self.moves.data and message.day <= self.moves.data.today:
            self.moves.go(lambda at, data: replace(at, in_list=False).on(message.day, data))

    @on(SessionList.RowClicked)
    async def _click_row(self, message: SessionList.RowClicked) -> None:
        again = self.moves.listing and message.row == self.moves.row
        self.moves.select(message.row)
        if again:
            await self.action_command("history.open")

    @on(SessionList.ColumnClicked)
    async def _click_column(self, message: SessionList.ColumnClicked) -> None:
        if self.moves.data and not self.moves.data.empty:
            self._order_by(self.order.by(message.column))

    @on(SessionList.Scrolled)
    def _follow_scroll(self) -> None:
        self._draw_day()
        sessions = self.moves.data and self.moves.data.sessions
        if isinstance(sessions, AllSessions) and sessions.problem:
            self._tell_once([sessions.problem])
