"""The check table of a meeting report: each person with times, the mark proposed, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.ui.kit import labels, paint
from academy.ui.kit.labels.meetings import reason
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import colour, draw_icon, font, px
from academy.usecases.meeting_plan import MeetingPlan
from academy.usecases.meeting_rows import NOT_BY_ITSELF, MeetingRow

COLUMNS: Final = ("tick", "name", "joined", "left", "minutes", "mark", "reason")
WIDTHS: Final = (40, 236, 76, 76, 84, 128, 280)
NARROW: Final = (36, 176, 64, 64, 72, 112, 200)


def _tr(source: str) -> str:
    return QCoreApplication.translate("ImportMeeting", source)


def asks(row: MeetingRow) -> bool:
    """Whether a person has to say if the mark is right: it is not applied by itself."""
    return row.reason in NOT_BY_ITSELF and row.existing is None and not row.ticked


def words_of(row: MeetingRow, column: str) -> str:
    """Return what a cell says."""
    if column == "tick":
        return _tr("ticked") if row.ticked else _tr("not ticked")
    if column in ("joined", "left"):
        at = row.joined if column == "joined" else row.left
        return f"{at:%H:%M}" if at else ""
    if column == "minutes":
        return "" if row.minutes is None else str(row.minutes)
    if column == "mark":
        return mark_words(row)
    if column == "reason":
        return kept_words(row) or reason(row)
    return row.name


def mark_words(row: MeetingRow) -> str:
    """Return “Present”, “Excused, becomes Present” or “stays Excused”."""
    new = labels.word(row.letter) if row.letter else ""
    if row.existing is None:
        return new
    old = labels.word(row.existing)
    if row.changes:
        return _tr("{old}, becomes {new}").format(old=old, new=new)
    return _tr("stays {old}").format(old=old)


def kept_words(row: MeetingRow) -> str:
    """Return why nothing happens to a mark that is there already, or nothing."""
    if row.existing is None or row.ticked:
        return ""
    if row.letter is row.existing:
        return _tr("marked so already")
    return _tr("marked already; report: {why}").format(why=reason(row))


class MeetingModel(QAbstractTableModel):
    """The people of a plan."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[MeetingRow] = []
        self._plan: MeetingPlan | None = None
        self._shown: Callable[[MeetingRow], bool] = lambda _: True

    def show_only(self, shown: Callable[[MeetingRow], bool]) -> None:
        """Show only some of the people."""
        self._shown = shown
        self.show_plan(self._plan)

    def show_plan(self, plan: MeetingPlan | None) -> None:
        """Show another plan; the same people stay where they are."""
        self._plan = plan
        rows = [row for row in plan.rows if self._shown(row)] if plan else []
        if [row.place_id for row in rows] == [row.place_id for row in self.rows] and rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many people there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(COLUMNS[section])
        if role == Qt.ItemDataRole.AccessibleTextRole and COLUMNS[section] == "tick":
            return _tr("Applied")
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        times = (_tr("Joined"), _tr("Left"), _tr("Minutes"))
        return ("", _tr("Person"), *times, _tr("Mark"), _tr("Why"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {words_of(row, column)}"
        if role == Qt.ItemDataRole.ToolTipRole and column == "name" and row.shown:
            return ", ".join(row.shown)
        return words_of(row, column) if role == Qt.ItemDataRole.DisplayRole else None


def _side(column: str) -> Qt.AlignmentFlag:
    if column == "mark":
        return paint.CENTRE
    return paint.RIGHT if column in ("joined", "left", "minutes") else paint.LEFT


class MeetingDelegate(RowDelegate):
    """Paints the tick, the mark before and after, and the reason; a question has a blue bar."""

    height = 36

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,
    ) -> None:
        """Paint one cell."""
        row = cast("MeetingModel", index.model()).rows[index.row()]
        column = COLUMNS[index.column()]
        if column == "tick":
            if asks(row):
                bar = QRectF(rect.x(), rect.y(), px(3), rect.height())
                painter.fillRect(bar, colour("link"))
            self._tick(painter, rect, row, ink)
        elif column == "name":
            self._name(painter, rect, row, ink)
        elif column == "mark":
            self._mark(painter, rect, row, ink)
        elif column == "reason":
            self._reason(painter, rect, row, ink)
        else:
            super().content(painter, rect, index, ink, option)

    def cell_width(self, index: Index) -> int:
        """Return how wide a cell is with nothing cut."""
        row = cast("MeetingModel", index.model()).rows[index.row()]
        column, words = COLUMNS[index.column()], str(index.data() or "")
        if column == "tick":
            return px(36)
        if column == "mark":
            return px(112)
        if column == "reason":
            sign = px(22) if asks(row) else 0
            return px(20) + sign + paint.width(words, "label" if sign else "body")
        if column == "name" and row.how in ("paired", "remembered"):
            more = px(8) + paint.width(", ".join(row.shown), "caption")
            return px(20) + paint.width(row.name, "label") + more
        return self.text_width(words, "label" if column == "name" else "")

    def _tick(self, painter: QPainter, rect: QRectF, row: MeetingRow, ink: str) -> None:
        active = ink == "on-accent"
        place = QRectF(rect.x() + px(12), rect.center().y() - px(9), px(18), px(18))
        if row.ticked:
            paint.box(painter, place, px(4), "on-accent" if active else "accent")
            inner = place.adjusted(px(2), px(2), -px(2), -px(2))
            draw_icon(painter, "check", inner, "accent" if active else "on-accent", 3)
        elif row.letter is not None and row.letter is not row.existing:
            paint.box(painter, place, px(4), "base", "control")

    def _name(self, painter: QPainter, rect: QRectF, row: MeetingRow, ink: str) -> None:
        room = rect.adjusted(px(12), 0, -px(8), 0)
        used = paint.text(painter, room, row.name, font("body", weight=500), ink)
        if row.how in ("paired", "remembered"):
            as_shown = room.adjusted(used + px(8), 0, 0, 0)
            paint.text(painter, as_shown, ", ".join(row.shown), "caption", _quiet(ink))

    def _mark(self, painter: QPainter, rect: QRectF, row: MeetingRow, ink: str) -> None:
        tone = ink if ink == "on-accent" else None
        new = row.letter if row.changes else None
        if row.existing is None:
            if row.letter is not None:
                soft = None if row.ticked else "muted"
                self._chip(painter, rect, row.letter, tone or soft)
        elif new is None:
            self._chip(painter, rect, row.existing, tone)
        else:
            half = rect.width() / 2 - px(8)
            before = QRectF(rect.x(), rect.y(), half, rect.height())
            after = QRectF(rect.right() - half, rect.y(), half, rect.height())
            self._chip(painter, before, row.existing, tone or "muted")
            middle = rect.center()
            arrow = QRectF(middle.x() - px(7), middle.y() - px(7), px(14), px(14))
            draw_icon(painter, "arrow-right", arrow, _quiet(ink), 2)
            self._chip(painter, after, new, tone)

    def _chip(self, painter: QPainter, rect: QRectF, letter: str, tone: str | None) -> None:
        if tone is None:
            paint.mark(painter, rect, letter)
            return
        middle = rect.center()
        paint.shape(painter, middle - _shift(), letter, tone, px(8))
        words = QRectF(middle.x() - px(2), rect.y(), px(16), rect.height())
        paint.text(painter, words, letter, font("table", size=13, weight=600), tone)

    def _reason(self, painter: QPainter, rect: QRectF, row: MeetingRow, ink: str) -> None:
        room = rect.adjusted(px(12), 0, -px(8), 0)
        if asks(row):
            spot = QRectF(room.x(), room.center().y() - px(8), px(16), px(16))
            draw_icon(painter, "circle-question-mark", spot, "link" if ink == "text" else ink, 2)
            room = room.adjusted(px(22), 0, 0, 0)
            paint.text(painter, room, words_of(row, "reason"), "label", ink)
            return
        quiet = not row.changes or row.letter == "P"
        paint.text(painter, room, words_of(row, "reason"), "body", _quiet(ink) if quiet else ink)


def _shift() -> QPointF:
    return QPointF(px(9), 0)


def _quiet(ink: str) -> str:
    return "muted" if ink == "text" else ink
