"""The command palette: one line to go anywhere, over the page that stays where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from academy.ui.kit import paint
from academy.ui.kit.palette_model import PREFIXES, Found, Group, PaletteEntry, find
from academy.ui.kit.palette_rows import FOUND, FoundRows, group_words
from academy.ui.kit.parts import Painted, column, row
from academy.ui.kit.rows import List, list_view
from academy.ui.kit.theme import colour, draw_icon, font, is_dark, px
from academy.ui.kit.toast import announce

__all__ = ["Found", "Group", "Palette", "PaletteEntry", "find"]


class Palette(QWidget):
    """Covers the window with a scrim and shows the panel; Esc gives the focus back exactly.

    `went` carries an address; entries with an `act` are called. Both happen after it has closed.
    """

    went = Signal(str)
    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        entries: Sequence[PaletteEntry],
        last: Sequence[PaletteEntry] = (),
        meant: Callable[[str], Sequence[PaletteEntry]] | None = None,
        look: Callable[[str], Sequence[PaletteEntry]] | None = None,
    ) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries, self._last = entries, last
        self._meant = meant  # what is offered for the text itself, such as a pasted token
        self._look = look  # finds more entries for the text, of which there are too many to hold
        self._before = window.focusWidget()
        self._panel = QRectF()
        self.edit = QLineEdit()
        self.edit.setObjectName("palette")
        self.edit.setProperty("ring", "own")
        self.edit.setAccessibleName(self.tr("Go to anything"))
        self.edit.setPlaceholderText(self.tr("Go to a person, cohort, page or command"))
        self._rows = QStandardItemModel(self)
        self.list: List = list_view(self._rows, FoundRows(), self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("main", self.edit)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        self.edit.textChanged.connect(self._find)
        self.edit.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._go(first_action=False))
        window.installEventFilter(self)
        self._find("")

    def open(self) -> None:
        """Show it over the whole window, ready to type."""
        self._cover()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def found(self) -> list[Found]:
        """Return what is shown, without the headings."""
        items = (self._rows.item(number) for number in range(self._rows.rowCount()))
        lines = (item.data(FOUND) for item in items)
        return [line for line in lines if isinstance(line, Found)]

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        """Follow the window's size; take the keys that choose, go and leave."""
        if event.type() == QEvent.Type.Resize and thing is self.parentWidget():
            self._cover()
        if event.type() == QEvent.Type.KeyPress and thing is self.edit:
            return self._key(cast("QKeyEvent", event))
        if event.type() == QEvent.Type.ShortcutOverride and thing is self.edit:
            event.accept()  # keys belong to the palette while it is open
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when the page behind is clicked."""
        if not self._panel.contains(event.position()):
            self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scrim, shadow and panel."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("scrim"))
        paint.shadow(painter, self._panel, px(12), is_dark())
        paint.box(painter, self._panel, px(12), "base", "hairline-strong")
        y = self._panel.y() + px(54)
        paint.hline(painter, self._panel.x() + 1, self._panel.right() - 1, y)

    def leave(self) -> None:
        """Close and give the focus back to where it was."""
        self.parentWidget().removeEventFilter(self)  # type: ignore[union-attr]
        before = self._before
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()
        self.closed.emit()

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._go(first_action=bool(control))
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _step(self, by: int) -> None:
        lines = [n for n in range(self._rows.rowCount()) if self._rows.item(n).isSelectable()]
        if not lines:
            return
        now = self.list.currentIndex().row()
        place = lines.index(now) if now in lines else -1
        far = max(0, min(len(lines) - 1, place + by)) if abs(by) > 1 else (place + by) % len(lines)
        self._choose(lines[far])

    def _choose(self, number: int) -> None:
        index = self._rows.index(number, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(self._rows.index(0, 0) if number <= 1 else index)
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        self.edit.setAccessibleDescription(spoken)
        announce(self.edit, spoken)

    def _go(self, *, first_action: bool) -> None:
        line = self.list.currentIndex().data(FOUND)
        if not isinstance(line, Found) or line.entry.why_not:
            return
        entry = line.entry
        act = entry.first_action if first_action else entry.act
        if act is None and (first_action or not entry.address):
            return
        self.leave()
        if act is not None:
            act()
        else:
            self.went.emit(entry.address)

    def _find(self, typed: str) -> None:
        self._rows.clear()
        group: Group | None = None
        meant = [Found(entry) for entry in self._meant(typed)] if self._meant else []
        more = self._look(typed) if self._look and typed and not meant else ()
        for line in meant or find(typed, [*more, *self._entries], self._last):
            if line.entry.group is not group and typed:
                group = line.entry.group
                self._rows.appendRow(_heading(group))
            self._rows.appendRow(_line(line))
        if typed and not self._rows.rowCount():
            nothing = QStandardItem(self.tr("Nothing matches ‘{text}’").format(text=typed))
            nothing.setSelectable(False)
            self._rows.appendRow(nothing)
        self._cover()
        self._step(1)

    def _cover(self) -> None:
        """Cover the window; the panel is as high as what it shows, and stays at the top."""
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        wide = min(px(640), window.width() - px(32))
        top = px(96) if window.height() > px(560) else px(16)
        high = min(self.list.height_of_rows() + 2, window.height() - top - px(54 + 46 + 24))
        self.list.setFixedHeight(max(0, high))
        x = round((window.width() - wide) / 2)
        self._panel = QRectF(x, top, wide, px(54) + high + px(46) + px(10))
        self._body.setGeometry(self._panel.toRect())
        self.update()

    def _build(self) -> None:
        glass = Painted(_draw_glass, height=54, width=24)
        line = row(glass, self.edit, gap=8, margins=(12, 0, 8, 0))
        hints = Painted(_draw_hints, height=40)
        self._body = QWidget(self)
        self._body.setLayout(column(line, 4, self.list, 6, hints, gap=0, margins=(8, 0, 8, 0)))


def _heading(group: Group) -> QStandardItem:
    made = QStandardItem(group_words(group))
    made.setSelectable(False)
    made.setEnabled(False)
    made.setData(group, FOUND)
    return made


def _line(found: Found) -> QStandardItem:
    entry = found.entry
    made = QStandardItem(entry.words)
    made.setEditable(False)
    made.setData(found, FOUND)
    told = [entry.words, entry.why_not or entry.detail, group_words(entry.group), entry.shortcut]
    made.setData(", ".join(part for part in told if part), Qt.ItemDataRole.AccessibleTextRole)
    return made


def _draw_glass(painter: QPainter, rect: QRectF) -> None:
    place = QRectF(0, rect.center().y() - px(10), px(20), px(20))
    draw_icon(painter, "search", place, "muted", 2)


def _draw_hints(painter: QPainter, rect: QRectF) -> None:
    say = QCoreApplication.translate
    names = {group: group_words(group).casefold() for group in PREFIXES.values()}
    hints = [("↑ ↓", say("palette", "choose")), *((p, names[g]) for p, g in PREFIXES.items())]
    paint.hline(painter, -px(8), rect.width() + px(8), 0)
    x, middle = float(px(4)), rect.center().y() + 1
    for key, words in [*hints, ("Esc", say("palette", "back"))]:
        wide = paint.keycap_width(key)
        if x + wide + paint.width(words, "caption") > rect.width():
            break
        paint.keycap(painter, x + wide, middle, key)
        place = QRectF(x + wide + px(6), 1, px(140), rect.height())
        x += wide + paint.text(painter, place, words, font("caption"), "muted") + px(20)
