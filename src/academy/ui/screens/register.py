"""The register of a cohort: the page on which attendance is marked (experience 6.4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.domain.words import SessionState
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import page_layout, page_margin, room_of
from academy.ui.kit.parts import holder, line, row
from academy.ui.kit.screen import ItemCommand
from academy.ui.screens import pack_making, session_lists
from academy.ui.screens.cohort_tab import CohortTab
from academy.ui.screens.paper_printing import PaperPrinting
from academy.ui.screens.register_chrome import RegisterChrome
from academy.ui.screens.register_doing import RegisterDoing
from academy.ui.screens.register_grid import RegisterGrid
from academy.ui.screens.register_model import RegisterModel
from academy.ui.screens.register_open import OpenSession
from academy.ui.screens.register_person import CurrentPerson, PersonLine
from academy.ui.screens.register_session import SessionLine, SessionPanel
from academy.ui.screens.session_planning import SessionPlanner
from academy.usecases import clashes
from academy.usecases.clashes import Clash
from academy.usecases.register import Register, RegisterSession, register


class RegisterTab(CohortTab):
    """Toolbar, grid, the line of the open session and its panel."""

    watches = frozenset(
        {"marks", "places", "people", "training_sessions", "cohorts", "programmes", "academy",
         "completion_rules", "session_facilitators", "session_visitors",
         "session_reopenings", "invitations", "invited"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id = 0
        self.model = RegisterModel()
        self.grid = RegisterGrid(self.model)
        self.planner = SessionPlanner(desk, self)
        self.paper = PaperPrinting(desk, self)
        self.line, self.panel = SessionLine(), SessionPanel()
        self.person_line = PersonLine()
        self.person = CurrentPerson(desk, self.grid, self.person_line)
        self.chrome = RegisterChrome(self._commands_of_menu())
        self.doing = RegisterDoing(desk, self.grid, self.chrome)
        self.opened = OpenSession(desk, self, self.panel, self.chrome.closed)
        self._grid_row = row(self.grid, self.panel, gap=12, margins=(24, 0, 24, 0))
        self._line_above = line()
        self.no_sessions = EmptyState(
            "calendar",
            self.tr("No sessions yet"),
            self.tr("Plan the sessions of this cohort; each becomes a column of the register."),
            self.tr("Plan sessions…"),
        )
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        below = (self.person_line, self._line_above, self.line)
        page = page_layout(self.chrome, holder(self._grid_row), *below)
        page.setStretch(1, 1)
        self._pages.addWidget(holder(page))
        self._pages.addWidget(self.no_sessions)
        self.setLayout(page_layout(self._pages))
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.grid.wished.connect(self.doing.act_on)
        self.doing.told.connect(self.told)
        self.grid.session_chosen.connect(self._open_session)
        self.grid.main.selectionModel().currentChanged.connect(self._tell)
        self.chrome.fill.clicked.connect(self.doing.fill)
        self.chrome.except_button.clicked.connect(self.chrome.except_bar.open_bar)
        self.chrome.import_button.clicked.connect(self._import)
        self.chrome.sheet_button.clicked.connect(self._preview)
        self.chrome.buttons_shown.connect(self._show_buttons)
        self.chrome.except_bar.accepted.connect(self.doing.everyone_except)
        self.chrome.find_bar.typed.connect(lambda text: self.doing.find(text, after=False))
        self.chrome.find_bar.accepted.connect(lambda text: self.doing.find(text, after=True))
        for bar in (self.chrome.except_bar, self.chrome.find_bar):
            bar.closed.connect(self.grid.setFocus)
        if self.no_sessions.button is not None:
            self.no_sessions.button.clicked.connect(self.planner.add_series)
        self.line.opened.connect(self.panel.setVisible)
        self.line.opened.connect(self.opened.look_closer)
        self.panel.closed.connect(self._close_panel)
        self.panel.change_wished.connect(self._change_session)
        self.panel.state_wished.connect(self._change_state)
        self.panel.noted.connect(self._note_session)

    # showing ---------------------------------------------------------------------------------

    def open_cohort(self, cohort_id: int) -> None:
        """Show another cohort's register."""
        if cohort_id != self.cohort_id:
            self.cohort_id = self.planner.cohort_id = cohort_id
            self.model.open_session = 0
            self.refresh()

    def go(self, parts: Sequence[str]) -> None:
        """Open a session's column: ("12",)."""
        self.reload()
        if parts and parts[0].isdecimal() and self.model.column_of(int(parts[0])) > 0:
            self._open_session(int(parts[0]))

    def reload(self) -> None:
        """Read the register anew; the current cell stays."""
        if not self.cohort_id:
            return
        found = self.desk.read(register, self.cohort_id, self.desk.today())
        here = self.grid.current()
        self.model.show_register(found)
        self._pages.setCurrentIndex(0 if found.sessions else 1)
        if self.model.column_of(self.model.open_session) < 0 and found.sessions:
            self._open_session(_likely(found, self.desk.now()).id)
        elif here and self.grid.current() is None:
            self._restore(*here)
        self._refresh_chrome()
        self.person.look_again()

    def focus_first(self) -> None:
        """Give the grid the keyboard: marking is what one comes for."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_session(self, session_id: int) -> None:
        self.model.open_column(session_id)
        column = self.model.column_of(session_id)
        row_now = max(0, self.grid.main.currentIndex().row())
        self.grid.go_to(row_now, column)
        self._refresh_chrome()

    def _restore(self, session_id: int, place_id: int) -> None:
        rows = [n for n, person in enumerate(self.model.rows) if person.place_id == place_id]
        column = self.model.column_of(session_id)
        self.grid.go_to(rows[0] if rows else 0, max(1, column))

    def _refresh_chrome(self) -> None:
        session = self.doing.session()
        blanks = self.doing.blanks()
        self.chrome.fill.setEnabled(session is not None)
        if session is not None:
            self.line.show_session(session)
            self.panel.show_session(session)
            self.opened.show_session(session)
            self.panel.show_clashes(self._clashes(session))
            self.chrome.show_blanks(session.number, blanks)

    def _clashes(self, session: RegisterSession) -> tuple[Clash, ...]:
        if session.held_on < self.desk.today():
            return ()
        return self.desk.read(clashes.clashes_of_session, session.id)

    def _tell(self) -> None:
        index = self.grid.main.currentIndex()
        if index.isValid():
            self.told.emit(self.model.spoken(index.row(), index.column()).replace(", ", " · "))

    # the open session ------------------------------------------------------------------------

    def _change_session(self) -> None:
        self.planner.change(self.model.open_session)

    def _remove_session(self) -> None:
        self.planner.remove(self.model.open_session)

    def _change_state(self, state: SessionState) -> None:
        self.planner.change_state(self.model.open_session, state)

    def _note_session(self, text: str) -> None:
        self.planner.note(self.model.open_session, text)
        self.grid.setFocus()

    def _commands_of_menu(self) -> Sequence[tuple[str, Callable[[], object]]]:
        return (
            (self.tr("New session…\tCtrl+N"), self.planner.add),
            (self.tr("New session series…\tCtrl+Shift+N"), self.planner.add_series),
            (self.tr("New residential…"), self.planner.add_residential),
            (self.tr("Change this session…"), self._change_session),
            (self.tr("Remove this session"), self._remove_session),
            (self.tr("Sign-in sheet…\tCtrl+Shift+P"), self._preview),
            (self.tr("Facilitator mode\tCtrl+Shift+F"), self._facilitate),
            (self.tr("Make a register pack…"), self._make_pack),
            *session_lists.commands(self),
        )

    def _close_panel(self) -> None:
        self.line.setChecked(False)
        self.grid.setFocus()

    def _show_buttons(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.model.buttons = shown
        self.grid.measure()
        self.grid.main.viewport().update()

    def _import(self) -> None:
        session = self.doing.session()
        if session is not None:
            self.asked.emit(f"session/{session.id}/import")

    def _preview(self) -> None:
        self.paper.preview(self.model.open_session, self.cohort_id)

    def _facilitate(self) -> None:
        pack_making.facilitate(self, self.desk, self.model.open_session)

    def _make_pack(self) -> None:
        pack_making.make_pack(self, self.desk, self.model.open_session)

    # the window ------------------------------------------------------------------------------

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        opened = self.model.open_session if self.doing.session() else 0
        return {
            "new": self.planner.add,
            "new_series": self.planner.add_series,
            "filter": self.chrome.find_bar.open_bar,
            "import": self._import,
            "export": lambda: session_lists.export(self),
            "facilitator": self._facilitate,
            **(self.paper.commands(opened, self.cohort_id) if opened else {}),
        }

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the open session and the current mark."""
        if self.doing.session() is None:
            return ()
        return (
            ItemCommand(self.tr("Fill the rest with Present"), self.doing.fill, "Ctrl+Enter"),
            ItemCommand(self.tr("Everyone except…"), self.chrome.except_bar.open_bar, "="),
            ItemCommand(self.tr("Note on the mark…"), self.doing.note, "N"),
            ItemCommand(self.tr("Away from … to …"), self.doing.away),
            ItemCommand(self.tr("Next unmarked"), self.grid.next_blank, "Ctrl+G"),
            ItemCommand(self.tr("New residential…"), self.planner.add_residential),
            ItemCommand(self.tr("Change this session…"), self._change_session),
            ItemCommand(self.tr("Remove this session"), self._remove_session),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a meeting report."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the check of a meeting report for the open session."""
        session = self.doing.session()
        if session is not None:
            path = event.mimeData().urls()[0].toLocalFile()
            self.asked.emit(f"session/{session.id}/import?file={path}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way where there is little room: margins, chrome, the width of the names."""
        room, margin = room_of(self), page_margin(self)
        tiny = room < 720
        self.chrome.fit(room, margin)
        self._grid_row.set_margins((margin, 0, margin, 0))
        self.grid.set_names_width(168 if tiny else 208 if room < 1008 else 252)
        self.person_line.margin = margin
        for part in (self.grid.totals, self.person_line, self.line, self._line_above):
            part.setVisible(not tiny)
        super().resizeEvent(event)


def _likely(found: Register, now: datetime) -> RegisterSession:
    """Return the session one comes to mark: today's, else the last one not complete, else next."""
    counting = [s for s in found.sessions if s.counts] or list(found.sessions)
    today = [s for s in counting if s.held_on == now.date()]
    if today:
        return today[0]
    past = [s for s in counting if s.held_on < now.date()]
    open_ = [s for s in past if found.blanks(s.number - 1)]
    to_come = [s for s in counting if s.held_on > now.date()]
    return (open_ or to_come or past)[-1 if not open_ and not to_come else 0]
