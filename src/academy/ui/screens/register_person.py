"""The line about the current person: how they stand, what is still possible, who marked them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from academy.domain import dates
from academy.ui.kit import labels, paint
from academy.ui.kit.desk import Desk
from academy.ui.kit.labels import forecasts
from academy.ui.kit.layout import Sized
from academy.ui.kit.theme import px
from academy.ui.screens.register_grid import RegisterGrid
from academy.usecases.makers import marks_made


class PersonLine(Sized):
    """One line under the grid: the name, then the forecast in words."""

    def __init__(self) -> None:
        super().__init__(height=30)
        self.name = self.words = ""
        self.margin = 24

    def tell(self, name: str, words: str) -> None:
        """Tell of another person."""
        self.name, self.words = name, words
        self.setAccessibleName(f"{name}: {words}" if words else name)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name and words, as far as there is room."""
        painter = QPainter(self)
        inner = QRectF(self.rect()).adjusted(px(self.margin), 0, -px(self.margin), 0)
        used = paint.text(painter, inner, self.name, "strong")
        paint.text(painter, inner.adjusted(used + px(12), 0, 0, 0), self.words, "body", "muted")
        painter.end()


class CurrentPerson(QObject):
    """Keeps the line at the person one is at, and the cells' makers where one looks."""

    def __init__(self, desk: Desk, grid: RegisterGrid, line: PersonLine) -> None:
        super().__init__(grid)
        self._desk, self._grid, self._line, self._model = desk, grid, line, grid.model
        grid.main.selectionModel().currentChanged.connect(self.tell)
        self._model.opened.connect(self.look_again)

    def look_again(self) -> None:
        """Read anew who made what."""
        self._model.made.clear()
        self._read(self._model.open_session)
        self.tell()

    def tell(self) -> None:
        """Tell of the person whose cell is current."""
        index = self._grid.main.currentIndex()
        if not index.isValid() or index.row() >= self._model.rowCount():
            self._line.tell("", "")
            return
        session = self._model.session_at(index.column())
        if session is not None:
            self._read(session.id)
        person = self._model.rows[index.row()]
        words = [forecasts.in_a_line(person.outlook)]
        if session is not None:
            words.append(self._model.maker(index.row(), index.column()))
        self._line.tell(person.name, " · ".join(part for part in words if part))

    def _read(self, session_id: int) -> None:
        if session_id and session_id not in self._model.made:
            found = self._desk.read(marks_made, session_id)
            now = self._desk.now()
            self._model.made[session_id] = {
                place: say_made(made.by, dates.moment(labels.local(made.at), now.date()))
                for place, made in found.items()
            }


def say_made(by: str, when: str) -> str:
    """Return “marked by Dana Price, today 12:41pm”."""
    words = QCoreApplication.translate("Register", "marked by {by}, {when}")
    return words.format(by=by, when=when)
