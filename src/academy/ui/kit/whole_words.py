"""Tool tips with the whole words of what had no room: nothing that is cut stays unread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPicture
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from academy.ui.kit import strokes


def cut_words(draw: Callable[[QPainter], object]) -> list[str]:
    """Return the whole words of what `draw` would elide. Nothing is seen of it."""
    sheet = QPicture()
    painter = QPainter(sheet)
    with strokes.watching() as found:
        draw(painter)
    painter.end()
    return found


def tell(event: QHelpEvent, cut: list[str], aloud: str, widget: QWidget) -> None:
    """Show what is said aloud if something was cut, else the words that were; or nothing."""
    words = (aloud or "\n".join(cut)) if cut else ""
    QToolTip.showText(event.globalPos(), words, widget)


def tell_row(
    event: QHelpEvent,
    view: QAbstractItemView,
    index: QModelIndex | QPersistentModelIndex,
    draw: Callable[[QPainter], object],
) -> bool:
    """Tell of a row of a list all that is said aloud, of a table's cell the words that were cut.

    Returns false where the model has something of its own to say.
    """
    if event.type() != QEvent.Type.ToolTip or index.data(Qt.ItemDataRole.ToolTipRole):
        return False
    aloud = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
    in_table = isinstance(view, QTableView)
    tell(event, cut_words(draw), "" if in_table else aloud, view.viewport())
    return True
