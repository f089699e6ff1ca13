"""Names that are nobody's yet at the left, people who have none at the right, to be paired."""

from __future__ import annotations

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyleOptionViewItem, QWidget

from academy.ui.kit import paint
from academy.ui.kit.labels.meetings import kind
from academy.ui.kit.parts import column, holder, label, row
from academy.ui.kit.row_drag import Draggable, DropTargets, drag_view, drop_view
from academy.ui.kit.row_list import ROW
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import font, px
from academy.usecases.meeting_plan import MeetingPlan
from academy.usecases.meeting_rows import MeetingRow
from academy.usecases.meeting_unmatched import Unmatched

HEIGHT: Final = 36
SHOWN: Final = 4  # rows, before a list scrolls


class _PairDelegate(RowDelegate):
    """Paints a name with what it is and one small button at the right."""

    height = HEIGHT

    def __init__(self, names: MeetingNames, *, left: bool) -> None:
        super().__init__()
        self._names, self._left = names, left

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,  # noqa: ARG002 - RowDelegate's
    ) -> None:
        """Paint one row."""
        one = index.data(ROW)
        words = self._names.offer(one) if self._left else self._names.pair_words()
        room = rect.adjusted(px(12), 0, -px(8), 0)
        if words:
            place = button_place(rect, words)
            room.setRight(place.x() - px(8))
            paint.box(painter, place, px(6), "base", "control")
            small = font("caption", weight=500)
            paint.text(painter, place, words, small, "text", paint.CENTRE)
        settled = self._left and not one.open
        quiet = "muted" if ink == "text" else ink
        strong = font("body", weight=500)
        used = paint.text(painter, room, one.name, strong, quiet if settled else ink)
        note = room.adjusted(used + px(8), 0, 0, 0)
        paint.text(painter, note, self._names.about(one) if self._left else "", "caption", quiet)


def button_place(rect: QRectF, words: str) -> QRectF:
    """Return where the button of a row is painted."""
    wide = min(paint.width(words, font("caption", weight=500)) + px(20), rect.width() / 2)
    return QRectF(
        round(rect.right() - wide - px(8)), round(rect.center().y() - px(13)), wide, px(26)
    )


class MeetingNames(QWidget):
    """Both lists. A click on a button pairs; Enter on a name offers; a name can be dragged."""

    paired = Signal(str, object)  # a name and a person's id, none: nobody here

    def __init__(self) -> None:
        super().__init__()
        self._there: list[MeetingRow] = []  # who is in the report under another name
        named = Draggable(lambda one: one.name, lambda one: one.name, self._aloud)
        people: DropTargets[MeetingRow] = DropTargets(
            lambda one: one.person_id, lambda one: one.name, lambda one: one.name
        )
        offers, takes = _PairDelegate(self, left=True), _PairDelegate(self, left=False)
        self.names = drag_view(named, offers, self.tr("Names without a person"))
        self.people = drop_view(people, takes, self.tr("People without a name"))
        people.dropped.connect(self.paired.emit)
        for view in (self.names.view, self.people.view):
            view.viewport().installEventFilter(self)
            view.installEventFilter(self)
        self.names.view.selectionModel().currentChanged.connect(self._repaint)
        left = column(label(self.tr("In the report, but nobody’s name"), "group"),
                      self.names.view, gap=4)  # fmt: skip
        right = column(label(self.tr("In the cohort, but not in the report"), "group"),
                       self.people.view, gap=4)  # fmt: skip
        both = row(holder(left), holder(right), gap=24)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.setLayout(both)
        self.setFocusProxy(self.names.view)

    def show_plan(self, plan: MeetingPlan | None) -> None:
        """Show what is left to pair; nothing at all where there is no question."""
        unmatched = plan.unmatched if plan else ()
        missing = [one for one in plan.rows if not one.shown] if plan else []
        self._there = [one for one in plan.rows if one.shown] if plan else []
        self.setVisible(any(one.open or one.settled for one in unmatched))
        self.people.fill(missing)
        self.names.fill(unmatched)
        rows = min(SHOWN, max(len(unmatched), len(missing), 1))
        for view in (self.names.view, self.people.view):
            view.setFixedHeight(px(HEIGHT) * rows)

    def about(self, one: Unmatched) -> str:
        """Return what a name is, and how long it was there: “a device, 148 minutes”."""
        what = self.tr("nobody here") if one.settled else kind(one.kind)
        there = "" if one.minutes is None else self.tr("%n minute(s)", "", one.minutes)
        return ", ".join(part for part in (what, there) if part)

    def offer(self, one: Unmatched) -> str:
        """Return the words of a name's button: the likely person, or a choice."""
        likely = self._likely(one)
        if likely is not None:
            return self.tr("{name}?").format(name=likely[1])
        return self.tr("Choose…") if one.open else ""

    def pair_words(self) -> str:
        """Return the words of a person's button: to give them the current name."""
        one = self.names.current()
        return self.tr("Pair") if one is not None and one.open else ""

    def _likely(self, one: Unmatched) -> tuple[int, str] | None:
        """Return the likeliest person who is not in the report yet."""
        missing = {person.person_id for person in self.people.model.rows}
        found = [s for s in one.suggestions if s.person_id in missing]
        return (found[0].person_id, found[0].name) if found and one.open else None

    def _aloud(self, one: Unmatched) -> str:
        return f"{one.name}, {self.about(one)}, {self.offer(one)}"

    def _repaint(self) -> None:
        self.people.view.viewport().update()

    # ---- pairing -------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pair at a click on a button and at Enter."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast("QKeyEvent", event).key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._enter(watched)
        elif event.type() == QEvent.Type.MouseButtonPress:
            return self._press(watched, cast("QMouseEvent", event))
        return super().eventFilter(watched, event)

    def _enter(self, watched: QObject) -> bool:
        if watched is self.names.view:
            self.open_menu()
        elif watched is self.people.view:
            self._pair_current()
        return True

    def _press(self, watched: QObject, press: QMouseEvent) -> bool:
        for shown in (self.names, self.people):
            view = shown.view
            if watched is not view.viewport():
                continue
            index = view.indexAt(press.position().toPoint())
            if index.isValid() and self._hit(view, index, press.position()):
                view.setFocus(Qt.FocusReason.MouseFocusReason)
                view.setCurrentIndex(index)
                if shown is self.people:
                    self._pair_current()
                else:
                    self._accept()
                return True
        return False

    def _hit(self, view: QAbstractItemView, index: QModelIndex, at: QPointF) -> bool:
        left = view is self.names.view
        words = self.offer(index.data(ROW)) if left else self.pair_words()
        return bool(words) and button_place(QRectF(view.visualRect(index)), words).contains(at)

    def _accept(self) -> None:
        """Take the likely person for the current name, or offer all."""
        one = self.names.current()
        likely = self._likely(one) if one else None
        if one is not None and likely is not None:
            self.paired.emit(one.name, likely[0])
        else:
            self.open_menu()

    def _pair_current(self) -> None:
        one, person = self.names.current(), self.people.current()
        if one is not None and one.open and person is not None:
            self.paired.emit(one.name, person.person_id)

    def open_menu(self) -> None:
        """Offer whom the current name may belong to."""
        one = self.names.current()
        if one is None:
            return
        menu = self.menu_of(one)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view = self.names.view
        place = view.visualRect(view.currentIndex()).bottomLeft()
        menu.popup(view.viewport().mapToGlobal(place))

    def menu_of(self, one: Unmatched) -> QMenu:
        """Return the people a name may belong to: the likely ones, the others, nobody."""
        menu = QMenu(self)
        likely = {s.person_id: s.name for s in one.suggestions}
        others = {p.person_id: p.name for p in self.people.model.rows if p.person_id not in likely}
        for people in (likely, others):
            for person_id, name in people.items():
                words = name.replace("&", "&&")
                menu.addAction(words, partial(self.paired.emit, one.name, person_id))
            if people:
                menu.addSeparator()
        there = [p for p in self._there if p.person_id not in likely]
        if there:  # a second device of somebody
            more = menu.addMenu(self.tr("Somebody in the report"))
            for person in there:
                words = person.name.replace("&", "&&")
                more.addAction(words, partial(self.paired.emit, one.name, person.person_id))
        if not one.settled:
            menu.addAction(self.tr("Nobody here"), partial(self.paired.emit, one.name, None))
        return menu
