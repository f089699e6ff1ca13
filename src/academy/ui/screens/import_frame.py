"""The frame of every page that brings a file in: what to drop, the check, the button that runs.

A page says what stands in its check and how a file is read; opening, refusing, leaving and
giving way to a small window are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from academy.domain.words import RuleBroken
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import Crumb, MessageBar, PageHead, footer, page_layout, page_margin
from academy.ui.kit.parts import Box, button, holder, label, layout_of, line, scrolled
from academy.ui.kit.screen import Screen

SPREADSHEETS: Final = ("xlsx", "xls", "ods", "csv", "tsv", "txt")
EMPTY, CHECK, DONE = range(3)


@dataclass(frozen=True)
class FrameWords:
    """What a page says of its file before there is one."""

    heading: str
    sentence: str
    pick: str  # title of the file dialog
    kind: str
    go_on: str


class ImportScreen(Screen):
    """A file is opened, its plan looked over, then run; nothing is written before."""

    picture: ClassVar[str] = "file-spreadsheet"
    endings: ClassVar[tuple[str, ...]] = SPREADSHEETS
    drops: ClassVar[bool] = True
    top: ClassVar[int] = 12

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id = 0
        self.message = MessageBar()
        self.counts = label("", "muted", wrap=True)
        self.another = button(self.tr("Another file…"), picture=self.picture)
        self.cancel = button(self.tr("Cancel"))
        self._pages = QStackedWidget()

    def frame(
        self,
        words: FrameWords,
        lines: Box,
        tell: QWidget,
        *,
        actions: Sequence[QWidget] = (),
        scroll: bool = False,
    ) -> None:
        """Build the page: `lines` are its check, `tell` stands at the left of the foot."""
        self._words, self._lines = words, lines
        self.head = PageHead("", actions=[*actions, self.another])
        self.go_on = button(words.go_on, "primary")
        self.empty = EmptyState(
            self.picture, words.heading, words.sentence, self.tr("Choose file…")
        )
        body = scrolled(lines) if scroll else holder(lines)
        self._foot = footer(tell, None, self.cancel, self.go_on)
        check = page_layout(body, self._foot)
        check.setStretch(0, 1)
        for page in (self.empty, holder(check)):
            self._pages.addWidget(page)
        whole = page_layout(self.head, line(), self._pages)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setAcceptDrops(self.drops)
        self._connect_frame()

    def _connect_frame(self) -> None:
        self.head.went.connect(self.asked)
        self.another.clicked.connect(self.choose)
        if self.empty.button is not None:
            self.empty.button.clicked.connect(self.choose)
        self.cancel.clicked.connect(self.leave)
        self.go_on.clicked.connect(self.run)

    # what a page says ----------------------------------------------------------------------------

    def read_file(self, path: Path) -> None:
        """Read a file and show its plan; RuleBroken says why it cannot be used."""
        raise NotImplementedError

    def read_paste(self, text: str) -> None:
        """Read what was copied; a page that takes no copies has nothing to do."""

    def forget(self) -> None:
        """Let go of the file, and show that one can be dropped."""
        raise NotImplementedError

    def run(self) -> None:
        """Run the plan as it is shown."""
        raise NotImplementedError

    def leave(self) -> None:
        """Let go of the file and go where it was to go."""
        raise NotImplementedError

    def name_page(self) -> None:
        """Put crumbs, title and the file's name into the head."""
        raise NotImplementedError

    # opening -------------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Show the import into a cohort ("8",), of a file ("?file=PATH"), of a copy ("?paste")."""
        self.cohort_id = next((int(part) for part in parts if part.isdecimal()), 0)
        self.show_page(EMPTY)
        file = next((part for part in parts if part.startswith("?file=")), "")
        if file:
            self.open_file(Path(file.removeprefix("?file=")))
        elif "?paste" in parts:
            self.read_or_refuse(lambda: self.read_paste(QGuiApplication.clipboard().text()))

    def choose(self) -> None:
        """Ask for the file."""
        kinds = [pickers.FileKind(self._words.kind, self.endings)]
        path = pickers.open_file(self, self._words.pick, kinds, "import")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file and show what it would do; say why if it cannot be used."""
        self.read_or_refuse(lambda: self.read_file(path))

    def read_or_refuse(self, read: Callable[[], object]) -> None:
        """Read, or go back to the empty page and say what is the matter."""
        try:
            read()
        except RuleBroken as problem:
            self.show_page(EMPTY)
            self.desk.refused.emit(labels.rule(problem))

    def show_page(self, page: int) -> None:
        """Show the empty page, which lets go of the file, or the check."""
        if page == EMPTY:
            self.forget()
        self._pages.setCurrentIndex(page)
        self.name_page()

    # the window ----------------------------------------------------------------------------------

    def show_head(self, crumbs: Sequence[Crumb], note: str, *, filled: bool) -> None:
        """Fill the head; another file can be chosen once there is one."""
        self.head.set_crumbs(crumbs)
        self.head.set_title(self.title())
        self.head.set_note(note)
        self.another.setVisible(filled)
        self.head.set_margin(page_margin(self))

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"import": self.choose}

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped file."""
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._lines.set_margins((margin, self.top, margin, 0))
        layout_of(self._foot).set_margins((margin, 12, margin, 12))
        self.fit()
        super().resizeEvent(event)

    def fit(self) -> None:
        """Give way where there is little room."""
