"""The register as Qt's views see it: people down, sessions across, then what it amounts to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from academy.domain.words import Letter
from academy.ui.kit import labels
from academy.ui.kit.labels import forecasts
from academy.usecases.register import Register, RegisterMark, RegisterRow, RegisterSession

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, int]  # session id, place id

NAMES = 0


class RegisterModel(QAbstractTableModel):
    """A register in columns: 0 names, then the sessions, then attended and missed in a row."""

    opened = Signal()  # another session's column is the open one

    def __init__(self) -> None:
        super().__init__()
        self.register: Register | None = None
        self.open_session = 0  # its id
        self.buttons = True  # the open session shows P L A E
        self.hovered = (-1, "")
        self.made: dict[int, dict[int, str]] = {}  # session, place: whose doing a mark is
        self.held: dict[Cell, Letter | None] = {}  # marks the disk did not take yet

    # what is shown ---------------------------------------------------------------------------

    def show_register(self, register: Register) -> None:
        """Show a register; the same people and sessions keep selection and scroll."""
        same = self.register is not None and _shape(self.register) == _shape(register)
        if same:
            self.register = register
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.register = register
            self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def open_column(self, session_id: int) -> None:
        """Widen this session's column and give it the buttons."""
        self.open_session = session_id
        self.opened.emit()

    @property
    def sessions(self) -> tuple[RegisterSession, ...]:
        """The sessions, left to right."""
        return self.register.sessions if self.register else ()

    @property
    def rows(self) -> tuple[RegisterRow, ...]:
        """The people, top to bottom."""
        return self.register.rows if self.register else ()

    def session_at(self, column: int) -> RegisterSession | None:
        """Return the session of a column, or nothing for names and totals."""
        return self.sessions[column - 1] if 1 <= column <= len(self.sessions) else None

    def column_of(self, session_id: int) -> int:
        """Return the column of a session; -1 if it is not here."""
        return next((n for n, s in enumerate(self.sessions, 1) if s.id == session_id), -1)

    def is_open(self, column: int) -> bool:
        """Tell whether this is the open session's column."""
        session = self.session_at(column)
        return session is not None and session.id == self.open_session

    def has_buttons(self, column: int) -> bool:
        """Tell whether a column shows the four buttons in each row."""
        session = self.session_at(column)
        return self.buttons and self.is_open(column) and not (session and session.locked)

    def mark_at(self, row: int, column: int) -> RegisterMark:
        """Return the mark of a cell, one that waits for the disk before the stored one."""
        mark = self.rows[row].marks[column - 1]
        cell = (self.sessions[column - 1].id, self.rows[row].place_id)
        return replace(mark, letter=self.held[cell]) if cell in self.held else mark

    def hold(self, marks: Mapping[Cell, Letter | None]) -> None:
        """Show marks that the disk did not take, until they can be written."""
        self.held.update(marks)
        self.dataChanged.emit(
            self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
        )

    # Qt's questions --------------------------------------------------------------------------

    def rowCount(self, _parent: Index | None = None) -> int:
        """Return how many people."""
        return len(self.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return the names, the sessions, attended and missed."""
        return len(self.sessions) + 3 if self.register else 0

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be reached; names are only shown."""
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags if index.column() == NAMES else flags | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the views and the screen reader."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row, column)
        if role in (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole):
            return self._details(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns for the screen reader; the header paints itself."""
        if orientation != Qt.Orientation.Horizontal or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        return self._head(section)

    def _head(self, column: int) -> str:
        session = self.session_at(column)
        if session is not None:
            return self.tr("Session {n}").format(n=session.number)
        heads = {NAMES: self.tr("Name"), len(self.sessions) + 1: self.tr("Attended")}
        return heads.get(column, self.tr("Missed in a row"))

    def spoken(self, row: int, column: int) -> str:
        """Return a cell as a screen reader says it: “Aoife Byrne, Session 4, Absent”."""
        person, session = self.rows[row], self.session_at(column)
        if column == NAMES:
            return person.full_name
        if session is None:
            return f"{person.full_name}, {self._head(column)}, {self._words(row, column)}"
        letter = self.mark_at(row, column).letter
        words = labels.word(letter) if letter else self.tr("not marked")
        return f"{person.full_name}, {self._head(column)}, {words}"

    def _words(self, row: int, column: int) -> str:
        person = self.rows[row]
        if column == NAMES:
            return person.name
        if self.session_at(column) is not None:
            return str(self.mark_at(row, column).letter or "")
        if column == len(self.sessions) + 1:
            rate = "" if person.percent is None else f"{person.percent}%"
            return f"{person.attended:g}/{person.marked} {rate}".strip()
        return str(person.missed)

    def _details(self, row: int, column: int) -> str | None:
        if self.session_at(column) is None:
            return self._standing(self.rows[row]) if column > len(self.sessions) else None
        mark = self.mark_at(row, column)
        source = labels.source(mark.source) if mark.source else ""
        parts = (source, self.maker(row, column), mark.note)
        return "\n".join(part for part in parts if part) or None

    def maker(self, row: int, column: int) -> str:
        """Return who set a mark and when, where that was read."""
        session = self.session_at(column)
        of_session = self.made.get(session.id, {}) if session else {}
        return of_session.get(self.rows[row].place_id, "")

    def _standing(self, person: RegisterRow) -> str | None:
        risk = f"{self.tr('At risk')}: {labels.word(person.risk)}." if person.risk else ""
        return "\n".join(part for part in (risk, forecasts.told(person.outlook)) if part) or None


def _shape(register: Register) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    sessions = tuple(session.id for session in register.sessions)
    return register.cohort_id, sessions, tuple(row.place_id for row in register.rows)
