"""History: who did what and when, of everything or of one record, with [Undo this]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from academy.domain import dates
from academy.store.history import Edit
from academy.store.tables import Bar, Kind
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.labels.gestures import GESTURES
from academy.ui.kit.labels.tables import TABLES
from academy.ui.kit.page import Crumb, PageHead, page_margin
from academy.ui.kit.parts import Box, button, holder, label, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.table import Column, DataTable, TableModel
from academy.usecases import history
from academy.usecases.history import Change

SHOWN: Final = 500
"""How many changes the page shows; the older ones stay in the file."""


@dataclass(frozen=True)
class HistoryLine:
    """A line of the page. Without entries it is one field of a record, only to be read."""

    id: str
    at: datetime
    what: str
    by: str
    why_not: Bar | None
    entries: tuple[int, ...] = ()


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
        self.model: TableModel[HistoryLine] = TableModel(self._columns(), lambda line: line.id)
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

    def _columns(self) -> list[Column[HistoryLine]]:
        return [
            Column("when", self.tr("When"), self._when, lambda one: one.at, width=150, whole=True),
            Column("what", self.tr("What"), lambda line: line.what, width=320),
            Column("who", self.tr("Who"), lambda line: line.by, width=120),
            Column("undo", self.tr("Undo"), _state, width=200),
        ]

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("History")

    def go(self, parts: Sequence[str]) -> None:
        """Show all changes, or those of one record: ("people", "12")."""
        self._table = parts[0] if len(parts) > 1 else ""
        self._row_id = int(parts[1]) if len(parts) > 1 else 0
        self.refresh()

    def reload(self) -> None:
        """Fill the list; neighbouring marks of one person in one session are one line."""
        if self._table == "cohorts":
            found = self.desk.read(history.recent_changes, SHOWN, self._row_id)
            self.model.set_rows([_line(change) for change in found])
        elif self._table:
            edits = self.desk.read(history.record_history, self._table, self._row_id)
            self.model.set_rows([_edited(number, edit) for number, edit in enumerate(edits)])
        else:
            found = self.desk.read(history.recent_changes, SHOWN)
            self.model.set_rows([_line(change) for change in found])
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
        self.why.setText("" if line is None or can else _state(line))

    def _when(self, line: HistoryLine) -> str:
        return dates.moment(labels.local(line.at), self.desk.today())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._inner.set_margins((margin, 0, margin, 12))
        super().resizeEvent(event)


def _state(line: HistoryLine) -> str:
    return "" if line.why_not is None else labels.word(line.why_not)


def change_words(change: Change) -> str:
    """Return “Mark 24 people present”, “Undone: mark 24 people present”."""
    words = labels.gesture(change.key, change.facts)
    if change.kind is not Kind.DO:
        words = labels.text(
            GESTURES["undone" if change.kind is Kind.UNDO else "redone"], {"what": words}
        )
    return words[:1].upper() + words[1:]


def _line(change: Change) -> HistoryLine:
    return HistoryLine(
        str(change.entries[0]),
        change.at,
        change_words(change),
        change.by,
        change.why_not,
        change.entries,
    )


def _edited(number: int, edit: Edit) -> HistoryLine:
    words = labels.gesture(edit.entry.key, edit.entry.facts)
    if edit.field:
        name = edit.field.removesuffix("_id").replace("_", " ")
        words = f"{name}: {_shown(edit.before)} → {_shown(edit.after)}"
    return HistoryLine(
        f"{edit.entry.id}-{number}",
        edit.entry.at,
        words[:1].upper() + words[1:],
        edit.entry.by,
        None,
    )


def _shown(value: object) -> str:
    match value:
        case None | "":
            return "–"
        case bool():
            return "✓" if value else "–"
        case StrEnum():
            return labels.word(value)
        case datetime():
            return dates.moment(value, value.date())
        case date():
            return dates.plain_day(value)
        case time():
            return dates.clock(value)
        case bytes():
            return "…"
        case _:
            return str(value)
