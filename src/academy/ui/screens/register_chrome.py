"""What stands above the register's grid: its buttons, its bars, and trouble with saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from academy.ui.kit.page import MessageBar
from academy.ui.kit.parts import button, column, holder, icon_button, label, row
from academy.ui.screens.inline_bar import InlineBar

Commands = Sequence[tuple[str, Callable[[], object]]]


class RegisterChrome(QWidget):
    """The toolbar, the bars “Everyone except” and “Find”, and the message about held marks."""

    buttons_shown = Signal(bool)

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.trouble = MessageBar()
        self.closed = MessageBar()
        self.except_bar = InlineBar(
            self.tr("Everyone except"), self.tr("Mark"), self.tr("3a 9l 17e, or names")
        )
        self.find_bar = InlineBar(self.tr("Find a person"), self.tr("Next"), "")
        self.fill = button(self.tr("Fill the rest with Present"), "primary")
        self.except_button = button(self.tr("Everyone except…"), picture="equal")
        self.sheet_button = button(self.tr("Sign-in sheet"), picture="printer")
        self.import_button = button(self.tr("Import…"), picture="file-down")
        self.more = icon_button("ellipsis", self.tr("More"), menu=self._menu(commands))
        self.left = label("", "muted")
        self._tools = row(
            self.fill,
            self.except_button,
            self.sheet_button,
            self.import_button,
            self.more,
            None,
            self.left,
            margins=(24, 10, 24, 10),
        )
        self._bars = column(
            self.trouble, self.closed, self.except_bar, self.find_bar, gap=4, margins=(24, 0, 24, 0)
        )
        self.setLayout(column(holder(self._tools), holder(self._bars), gap=0))

    def show_blanks(self, number: int, blanks: int) -> None:
        """Tell how many are not marked in the open session."""
        words = self.tr("<b style='font-weight:600'>{count}</b> in Session {number}")
        count = self.tr("%n not marked", "", blanks)
        self.left.setText(words.format(count=count, number=number))

    def show_trouble(self, why: str, held: int, again: Callable[[], object]) -> None:
        """Tell why marks are not saved yet, with the way out; no reason: all is well."""
        if why:
            kept = self.tr("%n mark(s) are kept here until they can be saved.", "", held)
            self.trouble.say(f"{why} {kept}", "bad", [(self.tr("Try again"), again)])
        else:
            self.trouble.clear()

    def fit(self, room: float, margin: int) -> None:
        """Give way where there is little room."""
        self._tools.set_margins((margin, 10, margin, 10))
        self._bars.set_margins((margin, 0, margin, 0))
        self.left.setVisible(900 <= room < 1008 or room >= 1160)  # the sidebar has words in between
        self.import_button.setVisible(room >= 641)
        self.sheet_button.setVisible(room >= 760)

    def _menu(self, commands: Commands) -> QMenu:
        menu = QMenu(self)
        for words, act in commands:
            menu.addAction(words, act)
        menu.addSeparator()
        shown = menu.addAction(self.tr("Buttons in the open session"))
        shown.setCheckable(True)
        shown.setChecked(True)
        shown.toggled.connect(self.buttons_shown)
        return menu
