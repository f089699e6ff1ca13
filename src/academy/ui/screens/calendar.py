"""The calendar: sessions of all cohorts by month, week or list, what clashes, who answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QWidget

from academy.domain import dates
from academy.ui.dialogs.clash_words import clash_words
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import MessageBar, PageHead, Tabs, page_layout, page_margin, room_of
from academy.ui.kit.paged_model import PagedModel
from academy.ui.kit.parts import button, choice, column, holder, icon_button, line, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.table import DataTable, SortKey
from academy.ui.screens import calendar_words
from academy.ui.screens.calendar_days import DAY, WEEK, monday, next_month, weeks_of_month
from academy.ui.screens.calendar_doing import CalendarDoing
from academy.ui.screens.calendar_grid import CalendarGrid
from academy.ui.screens.calendar_listed import ListedSessions
from academy.usecases import calendar, cohorts
from academy.usecases.calendar import CalendarSession

MOVES = {"Left": -DAY, "Right": DAY, "Up": -WEEK, "Down": WEEK}


class CalendarScreen(Screen):
    """Month and week as a grid, and a list of everything."""

    watches = frozenset(
        {
            "training_sessions", "session_facilitators", "cohorts", "places", "people",
            "invitations", "invited", "academy",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.day = desk.today()
        self.doing = CalendarDoing(desk, self, self.chosen, self.chosen_cohort)
        self.grid = CalendarGrid(self.tr("Calendar"))
        self.listed = ListedSessions(desk, self.chosen_cohort)
        self.model = PagedModel(calendar_words.columns(), lambda session: session.id, self.listed)
        self.model.sort_keys = (SortKey("day"), SortKey("starts"))
        nothing = self.tr("No sessions match ‘{text}’.")
        self.table = DataTable("calendar", self.tr("Sessions"), self.model, nothing=nothing)
        self.clash = MessageBar()
        self._build()
        self._connect()
        self.setFocusProxy(self.grid)

    def _build(self) -> None:
        self.series = button(self.tr("New &series…"), "primary", "calendar-plus")
        self.more = button(self.tr("Invita&tions"), menu=self._menu())
        self.head = PageHead(self.tr("Calendar"), actions=(self.more, self.series))
        self.back = icon_button("chevron-left", self.tr("Earlier"))
        self.today = button(self.tr("T&oday"))
        self.ahead = icon_button("chevron-right", self.tr("Later"))
        self.cohort = choice(self.tr("Cohort"), width=220)
        views = [(self.tr("Month"), "month"), (self.tr("Week"), "week"), (self.tr("List"), "list")]
        self.tabs = Tabs(views, self.tr("How the calendar is shown"))
        self._bar = row(self.tabs, None, self.cohort, self.back, self.today, self.ahead, gap=8)
        self.views = QStackedWidget()
        self.views.addWidget(self.grid)
        self._inner = row(self.table)
        self.views.addWidget(holder(self._inner))
        words = self.tr("Sessions are planned in a cohort, one by one or as a series.")
        act = self.tr("Go to the cohorts")
        self.empty = EmptyState("calendar", self.tr("No session is planned yet"), words, act)
        self._clash_row = column(self.clash, gap=0)
        self._clash_line = holder(self._clash_row)
        parts = (holder(self._bar), line(), self._clash_line, self.views)
        self._full = holder(column(*parts, gap=0))
        lines = page_layout(self.head, self._full, self.empty)
        lines.setStretch(1, 1)
        lines.setStretch(2, 1)
        self.setLayout(lines)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for words, act in (
            (self.tr("&Save calendar file (.ics)…"), self.doing.save_calendar),
            (self.tr("&Draft invitations…"), self.doing.draft_invitations),
            (self.tr("&Read a reply…"), self.doing.read_replies),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        return menu

    def _connect(self) -> None:
        self.series.clicked.connect(self.doing.add_series)
        self.doing.asked.connect(self.asked)
        self.doing.moved.connect(self._show_moved)
        self.back.clicked.connect(lambda: self.turn_page(-1))
        self.ahead.clicked.connect(lambda: self.turn_page(1))
        self.today.clicked.connect(lambda: self.show_day(self.desk.today()))
        self.cohort.activated.connect(lambda _: self.reload())
        self.tabs.chosen.connect(lambda _: self.reload())
        self.grid.opened.connect(self.doing.open)
        self.grid.dropped.connect(self.doing.move_session)
        self.grid.day_wanted.connect(self._show_wanted)
        self.grid.session_changed.connect(self._show_clash)
        self.table.opened.connect(self.doing.open)
        self.table.chosen.connect(lambda _: self._show_clash())
        if self.empty.button is not None:
            self.empty.button.clicked.connect(lambda: self.asked.emit("cohorts"))
        for view in (self.grid, self.table.view):
            self._keys_of(view)

    def _keys_of(self, view: QWidget) -> None:
        doing = self.doing
        acts: dict[str, Callable[[], object]] = {
            f"Ctrl+Shift+{key}": partial(doing.move_by, by) for key, by in MOVES.items()
        }
        acts |= {"F2": doing.ask_move, "Alt+Return": doing.change}
        acts |= {"PgUp": lambda: self.turn_page(-1), "PgDown": lambda: self.turn_page(1)}
        if view is not self.grid:
            acts = {key: act for key, act in acts.items() if not key.startswith("Pg")}
        for keys, act in acts.items():
            made = QShortcut(QKeySequence(keys), view)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(act)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # ---- showing --------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Calendar")

    @property
    def view(self) -> str:
        """Which view is shown: month, week or list."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    def go(self, parts: Sequence[str]) -> None:
        """Show a day: ("week", "2026-11-26"), and a session's cohort alone: ("cohort", "7")."""
        if parts and parts[0] in ("month", "week", "list"):
            with QSignalBlocker(self.tabs):  # the page is filled once, below
                self.tabs.show_tab(parts[0])
        if len(parts) > 1:
            try:
                self.day = date.fromisoformat(parts[1])
            except ValueError:
                self.day = self.desk.today()
        self.refresh()

    def turn(self, step: int) -> None:
        """Show the view after (1) or before (-1) this one."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def turn_page(self, step: int) -> None:
        """Show the month or week after or before."""
        month = self.view == "month"
        self.show_day(next_month(self.day, step) if month else self.day + step * WEEK)

    def show_day(self, day: date) -> None:
        """Show the month or week of a day, and let keys begin there."""
        self.day = day
        self.reload()
        self.grid.go_to(day)

    def _show_wanted(self, day: date) -> None:
        if self.view == "month" and self.grid.days.place_of(day) is not None:
            self.tabs.show_tab("week")  # not all of its sessions fit
        self.show_day(day)
        self.grid.setFocus()

    def reload(self) -> None:
        """Fill the view; the current day and session stay."""
        span = self.desk.read(calendar.span_of_sessions)
        self.empty.setVisible(span is None)
        self._full.setVisible(span is not None)
        known = [(name, one) for one, name in self.desk.read(cohorts.names_of_cohorts)]
        self.series.setVisible(bool(known))
        self.more.setVisible(span is not None)
        self.cohort.offer([(self.tr("All cohorts"), None), *known], self.chosen_cohort())
        if span is None:
            return
        paged = self.view != "list"
        self._fill_grid() if paged else self._fill_list()
        for part in (self.back, self.today, self.ahead):
            part.setVisible(paged)
        self.head.set_title(
            self.tr("Calendar"),
            calendar_words.span_words(self.view, self.day, short=room_of(self) < 760),
        )
        self._show_clash()

    def _fill_list(self) -> None:
        kept = self.table.view.current_id()
        self.views.setCurrentIndex(1)
        self.setFocusProxy(self.table)
        self.listed.look()
        for key in calendar_words.SELDOM:
            self.table.view.give_way(key, narrow=key not in self.listed.telling)
        self.model.fill()
        if kept is None or self.table.view.current_id() is None:
            self.table.view.select_ids([self.listed.first_to_come()])
            QTimer.singleShot(0, self, self._show_current_line)

    def _show_current_line(self) -> None:
        view = self.table.view
        view.scrollTo(view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _read(self, first: date, last: date) -> list[CalendarSession]:
        return self.desk.read(
            calendar.calendar, first, last, self.desk.today(), self.chosen_cohort()
        )

    def _fill_grid(self) -> None:
        self.views.setCurrentWidget(self.grid)
        self.setFocusProxy(self.grid)
        week = self.view == "week"
        mondays = [monday(self.day)] if week else weeks_of_month(self.day)
        first, last = mondays[0], mondays[-1] + timedelta(days=6)
        here, chosen = self.grid.current_day(), self.grid.painter.current
        self.grid.painter.week = week
        self.grid.days.fill(
            mondays,
            self._read(first, last),
            self.desk.read(calendar.holidays, first, last),
            self.desk.today(),
            0 if week else self.day.month,
        )
        self.grid.fit()
        kept = self.grid.days.session(chosen)
        day = kept.held_on if kept else here
        if day is None or not self.grid.go_to(day, chosen):
            self.grid.go_to(self.day)

    def chosen(self) -> CalendarSession | None:
        """Return the session that commands act on."""
        if self.view != "list":
            return self.grid.current_session()
        wanted = self.table.view.current_id()
        return self.model.chosen([wanted])[0] if wanted else None

    def _show_clash(self) -> None:
        session = self.chosen()
        if session is None or not session.clashes:
            self.clash.clear()
            self._clash_line.hide()
            return
        clash = session.clashes[0]
        more = len(session.clashes) - 1
        words = f"{dates.tiny_day(session.held_on)}, {session.cohort}: {clash_words(clash)}"
        words += self.tr(" And %n more.", "", more) if more else ""
        doors = [(self.tr("Move…"), self.doing.ask_move), (self.tr("Change…"), self.doing.change)]
        self._clash_line.show()
        self.clash.say(words, "warning", doors)

    # ---- what can be done -----------------------------------------------------------------------

    def chosen_cohort(self) -> int | None:
        """Return the cohort that is shown alone; none if all are."""
        chosen = self.cohort.currentData()
        return chosen if isinstance(chosen, int) else None

    def _show_moved(self, session_id: int, day: date) -> None:
        self.day = day
        self.reload()
        self.grid.go_to(day, session_id)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        offered: dict[str, Callable[[], object]] = {
            "new_series": self.doing.add_series,
            "import": self.doing.read_replies,
        }
        if self.view == "list":
            return offered | {"filter": self.table.open_filter}
        return offered | {"export": self.doing.save_calendar}  # the list goes out as a table

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen session."""
        return self.doing.item_commands()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin, room = page_margin(self), room_of(self)
        self.head.set_margin(margin)
        self._bar.set_margins((margin, 0, margin, 4))
        self._clash_row.set_margins((margin, 8, margin, 8))
        self._inner.set_margins((margin - 12, 0, 0, 0))
        self.tabs.set_tight(tight=room < 700)
        super().resizeEvent(event)
