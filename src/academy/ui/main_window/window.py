"""The program's one window: the start page, or an open academy.

It is painted before anything of the data is loaded: what needs the store is imported inside the
functions that need it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QStatusTipEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QMenu

from academy.ui.kit import session_memory
from academy.ui.kit.frame import Frame
from academy.ui.kit.theme import Scheme, theme
from academy.ui.main_window.menus import Menus

if TYPE_CHECKING:
    from academy.store.store import Store
    from academy.ui.kit.errors import Mistakes
    from academy.ui.main_window.files import Obstacle
    from academy.ui.main_window.workspace import Workspace
    from academy.ui.screens.start import StartPage


class MainWindow(QMainWindow):
    """Frame, menus, start page; with an academy open, its workspace."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self._waiting: list[Callable[[], object]] = []
        self.frame = Frame()
        self.setCentralWidget(self.frame)
        self.menus = Menus(self.frame.menus)
        self._start: StartPage | None = None
        waiting = QFrame()  # the sheet that is painted first, before anything is loaded
        waiting.setObjectName("sheet")
        self.frame.stack.addWidget(waiting)
        self.workspace: Workspace | None = None
        self.mistakes: Mistakes | None = None
        self.setAcceptDrops(True)
        self.setWindowTitle("Academy")
        self.resize(1280, 800)
        self._connect()
        place = session_memory.geometry()
        if place is not None:
            self.restoreGeometry(place)
        self.frame.set_bare()

    def _connect(self) -> None:
        self.menus.chosen.connect(self.run)
        self.menus.opened.connect(lambda path: self.open(Path(path)))
        self.menus.went.connect(self.go)
        self.menus.unfolding.connect(self._unfold)
        self.menus.themed.connect(lambda key: self.set_look(Scheme(key), theme().zoom))
        self.frame.back.clicked.connect(lambda: self.run("back"))
        self.frame.forward.clicked.connect(lambda: self.run("forward"))
        self.frame.pill.clicked.connect(lambda: self.run("palette"))

    # ---- what is open -----------------------------------------------------------------------

    @property
    def start(self) -> StartPage:
        """The start page, made when it is first needed: most starts open a file at once."""
        if self._start is None:
            from academy.ui.main_window import welcome

            self._start = welcome.start_page(self)
        return self._start

    def show_start(self) -> None:
        """Show the start page; an open academy is closed first."""
        self.close_academy()
        self.start.fill(session_memory.recent_files())
        self.menus.fill_recent(session_memory.recent_files())
        self.frame.set_bare()
        self.frame.show_message(False)  # noqa: FBT003 - one switch
        self.frame.stack.setCurrentWidget(self.start)
        self.frame.set_state(self.start.status(), "")
        self.setWindowTitle("Academy")
        self.refresh_menus()
        self.start.explore.setFocus()

    def open(self, path: Path, *, read_only: bool = False, address: str = "") -> bool:
        """Open a file in place of the one that is open; say why if that cannot be."""
        from academy.ui.main_window import files

        if path.suffix.casefold() in (".register", ".pdf"):
            from academy.ui.main_window import dropped

            return dropped.open_other(self, path)
        if self.workspace is not None and self.workspace.path == path.absolute():
            self.go(address or self.workspace.address)
            return True
        self.close_academy()
        return self.receive(files.opened(path, read_only=read_only), address)

    def receive(self, opened: Store | Obstacle, address: str = "") -> bool:
        """Show an opened academy, or on the start page what stood in the way."""
        from academy.ui.main_window.files import Obstacle

        if isinstance(opened, Obstacle):
            self._show_obstacle(opened)
            return False
        self.show_store(opened, address)
        return True

    def show_store(self, store: Store, address: str = "", *, keep: bool = True) -> None:
        """Show an academy that is open; `keep` remembers it and looks after its backups."""
        from academy.ui.main_window import files, keeping
        from academy.ui.main_window.workspace import Workspace

        self.close_academy()
        if self._start is not None:
            self._start.message.clear()
        self.workspace = space = Workspace(store, self.frame)
        if keep:
            files.remember(store)
            keeping.keep_backing_up(space)
        self.menus.fill_recent(session_memory.recent_files())
        self.menus.fill_pages(space.items())
        if self.frame.sidebar is not None:
            self.frame.sidebar.tile.clicked.connect(self.show_academy_menu)
        space.moved.connect(self.refresh)
        space.commanded.connect(self.run)
        space.desk.refused.connect(self.show_problem)
        space.desk.done.connect(self.frame.say)
        space.go(address or session_memory.last_address(space.path, space.desk.today()))
        if space.screen is None:
            space.go("home")

    def close_academy(self) -> None:
        """Back up what changed and let go of the file."""
        if self.workspace is not None:
            from academy.ui.main_window import keeping

            space, self.workspace = self.workspace, None
            keeping.back_up_if_due(space)
            space.close()

    def let_go(self) -> None:
        """Take the pages away and leave the file open: it belongs to somebody else."""
        if self.workspace is not None:
            space, self.workspace = self.workspace, None
            space.close(file_too=False)

    def _show_obstacle(self, found: Obstacle) -> None:
        from academy.ui.main_window import welcome

        self.show_start()
        self.start.show_problem(found.words, welcome.doors(self, found))

    def recover(self, found: Obstacle) -> None:
        """Show the backups of a file that cannot be opened."""
        from academy.ui.main_window import keeping

        keeping.show_recovery(self, found)

    # ---- what is shown ----------------------------------------------------------------------

    def go(self, address: str) -> None:
        """Show an address of the open academy."""
        if self.workspace is not None:
            self.workspace.go(address)

    def run(self, key: str) -> None:
        """Do what a menu item, a button or the palette asks for."""
        from academy.ui.main_window import commands

        commands.run(self, key)

    def refresh(self) -> None:
        """Follow what is shown: title, menus, arrows, status line, badges."""
        space = self.workspace
        if space is None:
            return
        from academy.ui.main_window import state

        self.setWindowTitle(state.window_title(space))
        self.frame.back.setEnabled(space.can_go_back)
        self.frame.forward.setEnabled(space.can_go_forward)
        self.frame.set_state(*state.status(space))
        self.refresh_menus()

    def refresh_menus(self) -> None:
        """Enable what can be done now."""
        from academy.ui.main_window import state

        state.dress_menus(self.menus, self.workspace, self)

    def _unfold(self) -> None:
        """Bring the menus up to date with what is selected on the page."""
        self.refresh_menus()
        screen = self.workspace.screen if self.workspace is not None else None
        offered = screen.item_commands() if screen is not None else ()
        self.menus.fill_item([(line.words, line.shortcut, line.act) for line in offered])

    def show_academy_menu(self) -> None:
        """Show what concerns the file under the academy's tile."""
        bar = self.frame.sidebar
        if bar is None:
            return
        menu = QMenu(self)
        for key in ("new_academy", "open", "back_up", "restore", "settings", "close_academy"):
            menu.addAction(self.menus.actions[key])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(bar.tile.mapToGlobal(bar.tile.rect().bottomLeft()))

    def show_problem(self, words: str) -> None:
        """Say on the page why something was not done, until it is put away."""
        doors: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Show History"), lambda: self.go("history")),
            (self.tr("Close"), self._hide_problem),
        ]
        self.frame.message.say(words, "warning", doors)
        self.frame.show_message(True)  # noqa: FBT003 - one switch

    def _hide_problem(self) -> None:
        self.frame.show_message(False)  # noqa: FBT003 - one switch

    def set_look(self, scheme: Scheme, zoom: float) -> None:
        """Change colours and zoom, and remember them."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme().apply(application, scheme, zoom)
        session_memory.remember_look(theme().scheme, theme().zoom)
        self.refresh_menus()

    # ---- what Qt tells ----------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Show in the status line what the menu item under the mouse is about."""
        if isinstance(event, QStatusTipEvent):
            self.frame.hint(event.tip())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the page's filter with Ctrl+F where nothing on the page took the key."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.run("filter")
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        urls = event.mimeData().urls()
        if self.workspace is not None and len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Propose what a dropped file is."""
        from academy.ui.main_window import commands

        event.acceptProposedAction()
        commands.offer(self, Path(event.mimeData().urls()[0].toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window is, back up, let go of the file."""
        from academy.ui.kit import tasks

        session_memory.remember_geometry(self.saveGeometry())
        tasks.stop_all()
        self.close_academy()
        super().closeEvent(event)

    def toggle_full_screen(self) -> None:
        """Take the whole screen, or give it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def later(self, act: Callable[[], object]) -> None:
        """Do something after the window was painted for the first time, or at once if it was."""
        if self._painted:
            QTimer.singleShot(0, self, act)
        else:
            self._waiting.append(act)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on with what waited for the first frame, once that is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            for act in self._waiting:
                QTimer.singleShot(0, self, act)
            self._waiting.clear()
