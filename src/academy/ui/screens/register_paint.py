"""How the register is painted: names, marks, the open session's buttons, rates, totals."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from academy.domain import dates
from academy.ui.kit import paint
from academy.ui.kit.frozen import FrozenTable
from academy.ui.kit.layout import Sized
from academy.ui.kit.rows import Index, is_selected, main_of, view_of
from academy.ui.kit.theme import colour, draw_icon, font, px
from academy.ui.screens.register_model import NAMES, RegisterModel
from academy.usecases.register import RegisterRow, RegisterSession


def say(source: str, n: int = -1) -> str:
    """Return a sentence of the register in the person's language."""
    return QCoreApplication.translate("Register", source, None, n)


def model_of(index: Index) -> RegisterModel:
    """Return the register a cell belongs to."""
    return cast("RegisterModel", index.model())


class RegisterDelegate(QStyledItemDelegate):
    """Paints every cell. The current cell is a ring, a block an outline: marks keep colours."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(px(64), px(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        painter.save()
        rect, model = QRectF(option.rect), model_of(index)
        view = view_of(option)
        main, column = main_of(view), index.column()
        here = main.currentIndex().row() == index.row()
        over = here or view.property("hover-row") == index.row()
        ground = "open-column" if model.is_open(column) else "hover" if over else "base"
        painter.fillRect(rect, colour(ground))  # over Qt's own ground of selected cells
        self._content(painter, rect, index, here=here)
        self._edges(painter, rect, index)
        if is_selected(option) and column != NAMES:
            _outline(painter, rect, index, main.selectionModel())
        if main.currentIndex() == index and main.hasFocus():
            paint.ring(painter, rect.adjusted(1, 0, -1, -1), px(5))
        painter.restore()

    def _content(self, painter: QPainter, rect: QRectF, index: Index, *, here: bool) -> None:
        model, column = model_of(index), index.column()
        person = model.rows[index.row()]
        if column == NAMES:
            _name(painter, rect, person, here=here)
        elif session := model.session_at(column):
            self._mark(painter, rect, index, person, session)
        elif column == len(model.sessions) + 1:
            target = model.register.target if model.register else None
            _attended(painter, rect, person, target)
        else:
            _missed(painter, rect, person.missed)

    def _mark(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        person: RegisterRow,
        session: RegisterSession,
    ) -> None:
        model = model_of(index)
        mark = model.mark_at(index.row(), index.column())
        letter = str(mark.letter or "")
        if not session.counts or not person.attends(session):
            paint.text(painter, rect, letter or "–", "caption", "muted", paint.CENTRE)
        elif model.has_buttons(index.column()):
            hovered = model.hovered[1] if model.hovered[0] == index.row() else ""
            paint.segments(painter, rect, letter, hovered)
            if mark.note:
                pencil = QRectF(rect.right() - px(15), rect.center().y() - px(6), px(11), px(11))
                draw_icon(painter, "pencil", pencil, "muted")
        elif letter:
            paint.mark(painter, rect, letter, note=bool(mark.note))
        elif mark.note:
            pencil = QRectF(rect.center().x() - px(6), rect.center().y() - px(6), px(12), px(12))
            draw_icon(painter, "pencil", pencil, "muted")
        else:
            _dot(painter, rect)

    def _edges(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        paint.hline(painter, rect.x(), rect.right() + 1, rect.bottom() - 1)
        if model_of(index).is_open(index.column()):
            for x in (rect.x(), rect.right() - 1):
                painter.fillRect(QRectF(x, rect.y(), 1, rect.height()), colour("hairline-strong"))


def _outline(painter: QPainter, rect: QRectF, index: Index, chosen: QItemSelectionModel) -> None:
    """Draw the sides of a cell at which the selected block ends; nothing for a single cell."""
    if len(chosen.selectedIndexes()) < 2:
        return
    row, column, thick = index.row(), index.column(), px(2)
    right, low = rect.right() + 1 - thick, rect.bottom() - thick
    sides = (
        ((row - 1, column), QRectF(rect.x(), rect.y(), rect.width(), thick)),
        ((row + 1, column), QRectF(rect.x(), low, rect.width(), thick)),
        ((row, column - 1), QRectF(rect.x(), rect.y(), thick, rect.height())),
        ((row, column + 1), QRectF(right, rect.y(), thick, rect.height())),
    )
    for beyond, side in sides:
        if not chosen.isSelected(index.model().index(*beyond)):
            painter.fillRect(side, colour("focus"))


def _dot(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour("hairline-strong"))
    painter.drawEllipse(rect.center(), px(2), px(2))


def _name(painter: QPainter, rect: QRectF, person: RegisterRow, *, here: bool) -> None:
    number = QRectF(rect.x(), rect.y(), px(28), rect.height())
    small = font("table", size=13)
    paint.text(painter, number, str(person.number), small, "muted", paint.RIGHT)
    room = rect.adjusted(px(40), 0, -px(6), 0)
    weight = 600 if here else 400
    ink = "muted" if person.withdrawn_on else "text"
    set_in = font("body", weight=weight)
    if paint.width(person.name, set_in) <= room.width():
        paint.text(painter, room, person.name, set_in, ink)
        return
    family, _, given = person.name.partition(", ")  # long names wrap after the comma
    tiny, half = font("body", weight=weight, size=12), room.height() / 2 - px(1)
    top = QRectF(room.x(), room.y() + px(1), room.width(), half)
    paint.text(painter, top, f"{family}," if given else family, tiny, ink)
    paint.text(painter, top.translated(0, half - px(1)), given, tiny, ink)


def _attended(painter: QPainter, rect: QRectF, person: RegisterRow, target: int | None) -> None:
    if person.percent is None:
        room = rect.adjusted(px(12), 0, -px(12), 0)
        paint.text(painter, room, say("not marked yet"), "caption", "muted")
        return
    low = target is not None and person.percent < target
    middle, small = rect.center().y(), font("table", size=13)
    count = f"{person.attended:g}/{person.marked}"
    paint.text(painter, QRectF(rect.x() + px(12), rect.y(), px(34), rect.height()), count, small,
               "muted")  # fmt: skip
    line = QRectF(rect.x() + px(48), middle - px(2), px(32), px(4))
    paint.bar(painter, line, person.percent / 100, "warning" if low else "chart")
    rate = QRectF(rect.x() + px(82), rect.y(), px(44), rect.height())
    set_in = font("table", weight=600 if low else 400)
    paint.text(painter, rate, f"{person.percent}%", set_in, "warning" if low else "text",
               paint.RIGHT)  # fmt: skip
    if low:
        paint.shape(painter, QPointF(rect.x() + px(132), middle), "▲", "warning", px(8))


def _missed(painter: QPainter, rect: QRectF, missed: int) -> None:
    words = str(missed)
    if missed >= 2:
        left = rect.right() - px(10) - paint.chip_width(words, "A")
        paint.chip(painter, left, rect.center().y(), words, "bad", "A")
    else:
        ink = "text" if missed else "muted"
        paint.text(painter, rect.adjusted(0, 0, -px(14), 0), words, "table", ink, paint.RIGHT)


class RegisterHeader(QHeaderView):
    """Two lines a column: session and day. The open session has a bar on top and its count."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(True)
        self.setMouseTracking(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the head of one column."""
        model = cast("RegisterModel", self.model())
        place = QRectF(rect)
        painter.save()
        opened = model.is_open(section)
        painter.fillRect(place, colour("open-column" if opened else "base"))
        session = model.session_at(section)
        if session is not None:
            self._session(painter, place, model, session)
        elif section == NAMES:
            words = say("%n person(s)", model.rowCount())
            low = place.adjusted(px(40), px(23), 0, -px(7))
            paint.text(painter, low, words, "header", "muted")
        else:
            _two_lines(
                painter, place, *_heads(section, model), left=section <= len(model.sessions) + 1
            )
        paint.hline(painter, place.x(), place.right() + 1, place.bottom() - 1, "hairline-strong")
        painter.restore()

    def _session(
        self, painter: QPainter, rect: QRectF, model: RegisterModel, session: RegisterSession
    ) -> None:
        opened = session.id == model.open_session
        name, day = say("S{n}").format(n=session.number), dates.tiny_day(session.held_on)
        first = f"{name} · {day}" if opened else name
        second = self._below(model, session) if opened else day
        top, low = (
            rect.adjusted(px(2), px(6), -px(2), -px(24)),
            rect.adjusted(px(6), px(23), -px(6), -px(7)),
        )
        ink = "text" if session.counts else "muted"
        paint.text(painter, top, first, font("header", weight=600), ink, paint.CENTRE)
        paint.text(painter, low, second, font("header", size=12, weight=400), "muted", paint.CENTRE)
        if opened:
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), px(3)), colour("accent"))
            for x in (rect.x(), rect.right() - 1):
                painter.fillRect(QRectF(x, rect.y(), 1, rect.height()), colour("hairline-strong"))

    def _below(self, model: RegisterModel, session: RegisterSession) -> str:
        column = model.column_of(session.id)
        blank = model.register.blanks(column - 1) if model.register else 0
        whole = sum(row.attends(session) for row in model.rows)
        return say("{title} · {marked} of {all}").format(
            title=session.title, marked=whole - blank, all=whole
        )


def _heads(section: int, model: RegisterModel) -> tuple[str, str]:
    if section == len(model.sessions) + 1:
        return say("Attended"), say("P and L")
    return say("Missed"), say("in a row")


def _two_lines(painter: QPainter, rect: QRectF, first: str, second: str, *, left: bool) -> None:
    align = paint.LEFT if left else paint.RIGHT
    top, low = (
        rect.adjusted(px(12), px(6), -px(14), -px(24)),
        rect.adjusted(px(12), px(23), -px(14), -px(7)),
    )
    paint.text(painter, top, first, font("header", weight=600), "text", align)
    paint.text(painter, low, second, font("header", size=12, weight=400), "muted", align)


class Totals(Sized):
    """The line under the grid: how many were there; its places come from the header."""

    def __init__(self, table: FrozenTable, model: RegisterModel) -> None:
        super().__init__(height=32)
        self._table, self._model = table, model
        for told in (model.dataChanged, model.modelReset, model.opened):
            told.connect(self.update)
        table.main.horizontalScrollBar().valueChanged.connect(self.update)
        table.main.horizontalHeader().sectionResized.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the totals under their columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("alternate"))
        paint.hline(painter, 0, self.width(), 0, "hairline-strong")
        left = self._table.main.x()
        painter.setClipRect(left, 0, self.width() - left, self.height())
        for column in range(1, self._model.columnCount() - 1):
            self._total(painter, column, left)
        painter.setClipping(False)
        words = QRectF(px(40), 0, left - px(40), self.height())
        paint.text(
            painter, words, say("Present or late"), font("table", size=13, weight=500), "muted"
        )
        painter.end()

    def _total(self, painter: QPainter, column: int, left: int) -> None:
        header = self._table.main.horizontalHeader()
        rect = QRectF(left + header.sectionViewportPosition(column), 0,
                      header.sectionSize(column), self.height())  # fmt: skip
        opened = self._model.is_open(column)
        if opened:
            painter.fillRect(rect.adjusted(0, 1, 0, 0), colour("open-column"))
        words = self._words(column)
        align = paint.CENTRE
        if self._model.session_at(column) is None:
            rect, align = rect.adjusted(px(12), 0, 0, 0), paint.LEFT
        ink = "text" if opened else "muted"
        paint.text(painter, rect, words, font("table", size=13, weight=500), ink, align)

    def _words(self, column: int) -> str:
        register, session = self._model.register, self._model.session_at(column)
        if register is None:
            return ""
        if session is None:
            rates = [row.percent for row in register.rows if row.percent is not None]
            return say("{rate}% on average").format(rate=sum(rates) // len(rates)) if rates else ""
        present, blank = register.present(column - 1), register.blanks(column - 1)
        whole = sum(row.attends(session) for row in register.rows)
        if self._model.is_open(column):
            return say("{present} present or late, {blank} blank").format(
                present=present, blank=blank
            )
        begun = register.begun(column - 1)
        return say("{present} of {all}").format(present=present, all=whole) if begun else ""
