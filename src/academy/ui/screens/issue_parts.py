"""The parts of the issue page side by side; where there is little room, one at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from academy.ui.kit.page import NARROW, Tabs
from academy.ui.kit.parts import column, holder, line, row, upright
from academy.ui.kit.theme import px
from academy.ui.screens.check_lines import CheckLines
from academy.ui.screens.issue_choices import IssueChoices
from academy.ui.screens.issue_list import CandidatePanel
from academy.ui.screens.issue_page import LivePage

TINY = 720
"""Below this width of the window (px of the design) the parts stand behind tabs."""


class IssueParts(QWidget):
    """Who is ticked at the left; the page, the choices and what was checked at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.people, self.page = CandidatePanel(), LivePage()
        self.choices, self.checks = IssueChoices(), CheckLines()
        parts = [
            (self.tr("People"), "people"),
            (self.tr("Choices"), "choices"),
            (self.tr("Page"), "page"),
        ]
        self.tabs = Tabs(parts, self.tr("People, choices or page"))
        self.tabs.chosen.connect(lambda _key: self._show_part())
        self.tiny = False
        self._tab_row = holder(column(row(self.tabs, None, margins=(16, 0, 16, 0)), line(), gap=0))
        chosen = row(self.choices, margins=(16, 12, 16, 12))
        checked = row(self.checks, margins=(16, 0, 16, 10))
        self._chosen = holder(column(chosen, checked, None, gap=0))
        self._between = line()
        self._right = column(self.page, self._between, self._chosen, gap=0)
        self._right.setStretch(0, 1)
        self._side, self._upright = holder(self._right), upright()
        middle = row(self.people, self._upright, self._side, gap=0)
        middle.setStretch(2, 1)
        lines = column(self._tab_row, holder(middle), gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self.setFocusProxy(self.people)

    def fit(self, room: float) -> None:
        """Follow the width of the window, in px of the design."""
        self.tiny = room < TINY
        if self.tiny:
            self.people.setMaximumWidth(16_777_215)
            self.people.setMinimumWidth(0)
        else:
            self.people.setFixedWidth(px(336 if room >= NARROW else 300))
        self.people.fit(narrow=room < NARROW, tiny=self.tiny)
        self.page.fit(tiny=self.tiny)
        self._show_part()

    def show_people(self) -> None:
        """Bring the people to the front, if they stand behind a tab."""
        self.tabs.show_tab("people")

    def _show_part(self) -> None:
        here = self.tabs.currentIndex()
        shown = [not self.tiny or here == number for number in range(3)]
        self._tab_row.setVisible(self.tiny)
        self.people.setVisible(shown[0])
        self._side.setVisible(shown[1] or shown[2])
        self._chosen.setVisible(shown[1])
        self.page.setVisible(shown[2])
        for one in (self._upright, self._between):
            one.setVisible(not self.tiny)
        self._right.setStretch(0, int(shown[2]))
        self._right.setStretch(2, int(self.tiny and shown[1]))
