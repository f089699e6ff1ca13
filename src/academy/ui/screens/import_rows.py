"""The check table of an import: each row with what will happen to it, edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from academy.ui.kit import paint
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import colour, draw_icon, font, px
from academy.ui.screens import import_words
from academy.usecases.people_organisations import OrganisationPlan
from academy.usecases.people_plan import NEW, Answer, PeoplePlan, PlanRow

COLUMNS: Final = ("row", "full_name", "email", "organisation", "fate")
EDITABLE: Final = ("full_name", "email", "organisation")


def kind_of(row: PlanRow) -> str:
    """Return under which button a row is shown."""
    if row.problem is not None:
        return "problem"
    return "asks" if row.asks else row.fate


class ImportModel(QAbstractTableModel):
    """The rows of a plan, all or those of one kind."""

    edited = Signal(int, str, str)  # row, field, text

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PlanRow] = []
        self._organisations: dict[str, OrganisationPlan] = {}
        self._plan: PeoplePlan | None = None
        self.kind = "all"

    def show_plan(self, plan: PeoplePlan | None) -> None:
        """Show another plan; the kind that is looked at stays."""
        self.beginResetModel()
        self._plan = plan
        rows: Sequence[PlanRow] = plan.rows if plan else ()
        self.rows = [row for row in rows if self.kind in ("all", kind_of(row))]
        self._organisations = {one.typed: one for one in plan.organisations} if plan else {}
        self.endResetModel()

    def show_kind(self, kind: str) -> None:
        """Show the rows of one kind only."""
        self.kind = kind
        self.show_plan(self._plan)

    def organisation(self, row: PlanRow) -> OrganisationPlan | None:
        """Return what a row's organisation becomes."""
        return self._organisations.get(row.fields.get("organisation", ""))

    def rowCount(self, _parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return len(self.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return how many columns."""
        return len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let name, e-mail and organisation be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = COLUMNS[index.column()] in EDITABLE
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return paint.RIGHT if section == 0 else paint.LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (self.tr("Row"), self.tr("Name"), self.tr("E-mail"), self.tr("Organisation"))
        return (*heads, self.tr("What will happen"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell; what is typed goes back in as it was typed."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return paint.RIGHT if column == "row" else paint.LEFT
        if role == Qt.ItemDataRole.EditRole:
            return row.fields.get(column, "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = row.fields.get("full_name", "")
            return f"{self.tr('Row')} {row.row}, {name}, {self._words(row, column)}"
        return self._words(row, column) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; the plan follows."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role != Qt.ItemDataRole.EditRole or str(value) == row.fields.get(column, ""):
            return False
        self.edited.emit(row.row, column, str(value))
        return True

    def _words(self, row: PlanRow, column: str) -> str:
        if column == "row":
            return str(row.row)
        if column == "fate":
            return import_words.fate(row)[2]
        if column == "organisation" and (found := self.organisation(row)):
            return found.name
        return row.fields.get(column, "")


class ImportDelegate(RowDelegate):
    """Paints signs and words; a question carries its two buttons, what needs a look a bar."""

    height = 36

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,  # noqa: ARG002 - RowDelegate's
    ) -> None:
        """Paint one cell."""
        model = cast("ImportModel", index.model())
        row, column = model.rows[index.row()], COLUMNS[index.column()]
        if column == "row":
            bar = {"problem": "bad", "asks": "link"}.get(kind_of(row))
            if bar:
                painter.fillRect(QRectF(rect.x(), rect.y(), px(3), rect.height()), colour(bar))
            room = rect.adjusted(0, 0, -px(12), 0)
            paint.text(painter, room, str(row.row), "table", _quiet(ink), paint.RIGHT)
        elif column == "fate":
            self._fate(painter, rect, row, ink)
        elif column == "organisation":
            self._organisation(painter, rect, model.organisation(row), ink)
        else:
            role = font("body", weight=500) if column == "full_name" else font("body")
            words = row.fields.get(column, "")
            paint.text(painter, rect.adjusted(px(12), 0, -px(8), 0), words, role, ink)

    def _fate(self, painter: QPainter, rect: QRectF, row: PlanRow, ink: str) -> None:
        sign, kind, words = import_words.fate(row)
        selected = ink != "text"
        spot = QRectF(rect.x() + px(12), rect.center().y() - px(8), px(16), px(16))
        draw_icon(painter, sign, spot, ink if selected else kind, 2.25)
        loud = kind in ("bad", "link")
        tone = ink if selected else {"bad": "bad", "good": "muted", "muted": "muted"}.get(kind, ink)
        places = buttons_of(rect, row)
        right = places[0][1].x() - px(8) if places else rect.right() - px(8)
        room = QRectF(rect.x() + px(34), rect.y(), right - rect.x() - px(34), rect.height())
        paint.text(painter, room, words, "label" if loud else "body", tone)
        for words, place, _ in places:
            paint.box(painter, place, px(6), "base", "control")
            small = font("caption", weight=500)
            paint.text(painter, place, words, small, "text", paint.CENTRE)

    def _organisation(
        self,
        painter: QPainter,
        rect: QRectF,
        found: OrganisationPlan | None,
        ink: str,
    ) -> None:
        room = rect.adjusted(px(12), 0, -px(8), 0)
        if found is None or found.name.casefold() == found.typed.casefold():
            asked = found is not None and found.candidates
            words = f"{found.typed} ?" if found and asked else found.name if found else ""
            paint.text(painter, room, words, "body", ink)
            return
        used = paint.text(painter, room, found.typed, "body", _quiet(ink))
        arrow = QRectF(room.x() + used + px(6), room.center().y() - px(7), px(14), px(14))
        draw_icon(painter, "arrow-right", arrow, _quiet(ink), 2)
        paint.text(painter, room.adjusted(used + px(26), 0, 0, 0), found.name, "body", ink)

    def cell_width(self, index: Index) -> int:
        """Return how wide a cell is with nothing cut."""
        model = cast("ImportModel", index.model())
        row, column = model.rows[index.row()], COLUMNS[index.column()]
        if column == "fate":
            _, kind, words = import_words.fate(row)
            places = buttons_of(QRectF(), row)  # they stand at the left of its right edge
            asked = ceil(-places[0][1].x()) if places else 0
            role = "label" if kind in ("bad", "link") else "body"
            return px(34) + paint.width(words, role) + px(8) + asked
        if column == "organisation":
            return px(20) + self._organisation_width(model.organisation(row))
        return self.text_width(str(index.data() or ""), "label" if column == "full_name" else "")

    def _organisation_width(self, found: OrganisationPlan | None) -> int:
        if found is None or found.name.casefold() == found.typed.casefold():
            return paint.width(f"{found.typed} ?") if found else 0
        return paint.width(found.typed) + px(26) + paint.width(found.name)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Edit in place, in a plain field."""
        editor = QLineEdit(parent)
        editor.setFrame(True)
        return editor


def _quiet(ink: str) -> str:
    return "muted" if ink == "text" else ink


def buttons_of(rect: QRectF, row: PlanRow) -> list[tuple[str, QRectF, Answer]]:
    """Return the painted buttons of a question, right-aligned: words, place, answer."""
    if not row.asks:
        return []
    words = (("Same", row.candidates[0].person_id), ("New", NEW))
    found: list[tuple[str, QRectF, Answer]] = []
    right = rect.right() - px(12)
    for text, answer in reversed(words):
        width = paint.width(text, font("caption", weight=500)) + px(20)
        place = QRectF(round(right - width), round(rect.center().y() - px(13)), width, px(26))
        found.insert(0, (text, place, answer))
        right -= width + px(6)
    return found
