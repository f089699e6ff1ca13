"""History: who did what and when, of everything or of one record, with [Undo this]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.labels.tables import TABLES
from academy.ui.kit.page import Crumb, PageHead, page_margin
from academy.ui.kit.paged_model import PagedModel, Source
from academy.ui.kit.parts import Box, button, holder, label, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.table import DataTable
from academy.ui.screens.history_lines import (
    Changes,
    Edits,
    HistoryLine,
    history_columns,
    state,
)


class HistoryScreen(Screen):
    """The changes, the newest first. Address: history, or history/people/12 for a record.

    A cohort's history (history/cohorts/7) holds the changes of everything in it.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._table, self._row_id = "", 0
        self.undo = button(self.tr("&Undo this"), "primary")
        self.undo.clicked.connect(self.undo_chosen)
        self.why = label("", "muted")
        self.head = PageHead(self.tr("History"), actions=(self.why, self.undo))
        self.head.went.connect(self.asked)
        self.model = PagedModel(history_columns(desk), lambda line: line.id, self._source())
        self.table = DataTable(
            "history",
            self.tr("History"),
            self.model,
            nothing=self.tr("Nothing in History matches ‘{text}’."),
            stretch="what",
        )
        words = self.tr("What is done in this academy is listed here, with who did it and when.")
        self.table.show_when_empty(EmptyState("history", self.tr("Nothing was done yet"), words))
        self.table.chosen.connect(lambda _id: self._show_chosen())
        self._inner: Box = row(self.table, margins=(24, 0, 24, 12))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addWidget(holder(self._inner), 1)
        self.setFocusProxy(self.table)

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("History")

    def go(self, parts: Sequence[str]) -> None:
        """Show all changes, or those of one record: ("people", "12")."""
        was = self._table, self._row_id
        self._table = parts[0] if len(parts) > 1 else ""
        self._row_id = int(parts[1]) if len(parts) > 1 else 0
        if was != (self._table, self._row_id):
            self.model.source = self._source()
            self.table.view.setCurrentIndex(QModelIndex())  # a line of other things
        self.refresh()

    def _source(self) -> Source[HistoryLine]:
        if self._table in ("", "cohorts"):
            return Changes(self.desk, self._row_id or None)
        return Edits(self.desk, self._table, self._row_id)

    def reload(self) -> None:
        """Fill the list; neighbouring marks of one person in one session are one line."""
        self.model.fill()
        light = labels.text(TABLES.get(self._table, "")) if self._table else ""
        self.head.set_title(self.tr("History"), light)
        self.head.set_crumbs([Crumb(self.tr("All changes"), "history")] if self._table else [])
        self.undo.setVisible(self._table in ("", "cohorts"))
        if self.table.view.current_id() is None and self.model.rowCount():
            self.table.view.select_ids([self.model.id_at(0)])
        self._show_chosen()

    def _notice(self, _changed: Mapping[str, set[int]]) -> None:
        """Reload at every change: each is a new line here."""
        self.refresh()

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen change."""
        if not self._can(self.chosen()):
            return ()
        return (ItemCommand(self.tr("&Undo this"), self.undo_chosen),)

    def chosen(self) -> HistoryLine | None:
        """Return the chosen line."""
        wanted = self.table.view.current_id()
        number = self.model.number_of(wanted) if wanted is not None else -1
        return self.model.row_at(number) if number >= 0 else None

    def undo_chosen(self) -> None:
        """Take the chosen entries back together, or say who changed them since."""
        line = self.chosen()
        if line is not None and self._can(line):
            self.desk.reverse(*line.entries)

    def _can(self, line: HistoryLine | None) -> bool:
        reading = self.desk.store.read_only
        return line is not None and bool(line.entries) and line.why_not is None and not reading

    def _show_chosen(self) -> None:
        line = self.chosen()
        can = self._can(line)
        if not can and self.undo.hasFocus():
            self.table.setFocus()
        self.undo.setEnabled(can)
        self.why.setText("" if line is None or can else state(line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._inner.set_margins((margin, 0, margin, 12))
        super().resizeEvent(event)
