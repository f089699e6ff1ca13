"""How the register's cells are painted: names, marks, the open session's buttons, rates."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from academy.ui.kit import paint
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
