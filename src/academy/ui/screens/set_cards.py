"""A learning set as a card: its members, who facilitates, why it is as it is; cards in columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QGridLayout, QStyleOptionViewItem, QWidget

from academy.ui.kit import paint
from academy.ui.kit.page import strip_card
from academy.ui.kit.parts import Painted, column, holder, icon_button, label, line, row
from academy.ui.kit.row_drag import MIME, Draggable, DropTargets
from academy.ui.kit.row_list import ROW, RowView
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import draw_icon, px, theme
from academy.ui.screens.set_words import (
    met_words,
    missed_words,
    mixes_words,
    near_words,
    role_and_region,
    set_name,
    withdrew_words,
)
from academy.usecases.learning_sets import LearningSetRow, MemberRow

CARD = 300
"""The least width of a card in px of the design."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("sets", words)


class _Members(Draggable[MemberRow], DropTargets[MemberRow]):
    """Members of a set: each can be dragged to another set, and others dropped here."""

    taken = Signal(int)
    """The place of somebody who was dropped here."""

    def __init__(self, aloud: Callable[[MemberRow], str]) -> None:
        super().__init__(lambda row: row.person.place_id, lambda row: row.person.name, aloud)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let somebody be dropped anywhere on the set, and who has not withdrawn be dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        found = super().flags(index)
        if self.rows[index.row()].person.withdrawn_on is not None:
            found &= ~Qt.ItemFlag.ItemIsDragEnabled
        return found

    def dropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        _parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell who was dropped; nothing moves here, the sets are read anew."""
        if data.hasFormat(MIME):
            place = int(bytes(data.data(MIME).data()).decode())
            if self.number_of(place) < 0:
                self.taken.emit(place)
        return False


class MemberRows(RowDelegate):
    """Paints a member: name and where they work, and how they came to the meetings."""

    height = 62

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one member."""
        member: MemberRow = index.data(ROW)
        soft = ink if ink == "on-accent" else "muted"
        room = rect.adjusted(px(16), px(4), -px(14), 0)
        room.setHeight(px(20))
        used = self._marks(painter, room, member, ink)
        gone = withdrew_words(member.person)
        name = room.adjusted(0, 0, -used - px(8), 0)
        paint.text(painter, name, member.person.name, "label", soft if gone else ink)
        below = room.translated(0, px(19))
        home = gone or member.person.organisation
        paint.text(painter, below, home, "caption", soft)
        more = below.translated(0, px(16))
        paint.text(painter, more, role_and_region(member.person), "caption", soft)

    def _marks(self, painter: QPainter, room: QRectF, member: MemberRow, ink: str) -> float:
        """Paint the latest marks at the right, and a word where meetings were missed in a row."""
        letters = [letter.value if letter else "." for letter in member.letters[-6:]]
        wide: float = px(13) * len(letters)
        x, middle = room.right() - wide, room.center().y()
        if ink == "on-accent":
            for n, letter in enumerate(letters):
                place = QRectF(x + n * px(13), room.y(), px(13), room.height())
                paint.text(painter, place, letter, "chip", ink)
        else:
            paint.strip(painter, x, middle, "".join(letters))
        words = missed_words(member)
        if words and not member.person.withdrawn_on:
            wide += paint.chip_width(words) + px(8)
            paint.chip(painter, room.right() - wide, middle, words, "warning")
        return wide


class SetCard(QFrame):
    """One set. `menu` asks for what can be done with it; a suggestion has no menu."""

    menu_asked = Signal(QWidget)

    def __init__(self, aloud: Callable[[MemberRow], str], *, made: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.set: LearningSetRow | None = None
        self._made = made
        self.model = _Members(aloud)
        self.members: RowView[MemberRow] = RowView(self.model, MemberRows(), "", fitted=True)
        view = self.members.view
        if made:
            view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
            view.setDragEnabled(True)
            view.setAcceptDrops(True)
        self.title, self._led = label("", "section"), label("", "caption", wrap=True)
        self.more = icon_button("ellipsis", "", small=True)
        self.more.clicked.connect(lambda: self.menu_asked.emit(self.more))
        self._none = label(_tr("Nobody is in it. Move people here."), "muted", wrap=True)
        self._nobody = holder(row(self._none, margins=(16, 4, 16, 8)))
        self._why = column(gap=4)
        heads = column(self.title, self._led, gap=0)
        head = row(heads, self.more, margins=(16, 10, 8, 8))
        head.setStretch(0, 1)
        why = strip_card(row(self._why, margins=(12, 8, 12, 8)))
        self._foot = holder(row(why, margins=(12, 8, 12, 12)))
        parts = (head, line(), view, self._nobody, None, self._foot)
        lines = column(*parts, gap=0, margins=(1, 1, 1, 1))
        self.setLayout(lines)

    def show_set(self, shown: LearningSetRow) -> None:
        """Show a set."""
        self.set = shown
        name, loose = set_name(shown), not shown.id
        self.title.setText(name)
        self.more.setAccessibleName(_tr("What to do with {set}").format(set=name))
        self.more.setToolTip(self.more.accessibleName())
        led = _tr("Facilitated by {name}").format(name=shown.facilitator)
        self._led.setText(led if shown.facilitator else _tr("Nobody facilitates it yet"))
        for part in (self._led, self._foot):
            part.setVisible(not loose)
        self.more.setVisible(self._made and not loose)
        self.members.view.setAccessibleName(_tr("Members of {set}").format(set=name))
        self.members.fill(shown.members)
        self.members.view.setVisible(bool(shown.members))
        self._nobody.setVisible(not shown.members)
        self._why.empty()
        self._why.put(label(mixes_words(shown), "caption", wrap=True))
        for words in near_words(shown):
            self._why.put(_minus(words))
        if self._made:
            self._why.put(label(met_words(shown), "caption", wrap=True))


def _minus(words: str) -> QWidget:
    def draw(painter: QPainter, rect: QRectF) -> None:
        draw_icon(painter, "minus", rect, "warning", 2)

    told = label(words, "caption", wrap=True)
    made = row(Painted(draw, width=14, height=16, name=_tr("against")), told, gap=6)
    made.setStretch(1, 1)
    return holder(made)


class CardGrid(QWidget):
    """Cards in as many columns as there is room for, all cards of a line equally high."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._cards: list[QWidget] = []
        self._columns = 0
        theme().changed.connect(self._arrange)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards and let go of others."""
        for old in self._cards:
            if old not in cards:
                self._grid.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._cards = list(cards)
        self._arrange()

    def fit(self, width: int, margin: int) -> None:
        """Follow the room there is (px on the screen; the margin in px of the design)."""
        gap = px(16)
        self._grid.setContentsMargins(px(margin), px(12), px(margin), px(16))
        self._grid.setSpacing(gap)
        room = width - 2 * px(margin) + gap
        columns = max(1, min(4, int(room / (px(CARD) + gap))))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        columns = max(1, self._columns)
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 0)
        for number in range(self._grid.rowCount()):
            self._grid.setRowStretch(number, 0)
        for number, one in enumerate(self._cards):
            self._grid.addWidget(one, number // columns, number % columns)
            one.show()
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)
        self._grid.setRowStretch(-(-len(self._cards) // columns), 1)
