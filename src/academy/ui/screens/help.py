"""Help: the keys, how to begin, and what the program is made of."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer, qVersion
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from academy import __version__
from academy.ui.kit import paint
from academy.ui.kit.desk import Desk
from academy.ui.kit.layout import Painted
from academy.ui.kit.page import PageHead, page_margin, room_of
from academy.ui.kit.parts import Box, button, column, holder, label, row, scrolled
from academy.ui.kit.screen import Screen
from academy.ui.kit.theme import px

Keys = Sequence[tuple[str, tuple[str, ...]]]


def _tr(words: str) -> str:
    return QCoreApplication.translate("help", words)


def key_groups() -> Sequence[tuple[str, Keys]]:
    """Return the keys by where they work: what they do, and the caps to press."""
    return (
        (
            _tr("Go"),
            (
                (_tr("Go to anything"), ("Ctrl+K",)),
                (_tr("Page of the sidebar"), ("Ctrl+1", "Ctrl+9")),
                (_tr("Next or previous tab"), ("Ctrl+Tab", "Ctrl+Shift+Tab")),
                (_tr("Back, forward, up"), ("Alt+←", "Alt+→", "Alt+↑")),
                (_tr("Settings"), ("Ctrl+,",)),
                (_tr("Help, these keys"), ("F1", "Ctrl+?")),
            ),
        ),
        (
            _tr("Do"),
            (
                (_tr("New, by page"), ("Ctrl+N",)),
                (_tr("New session series"), ("Ctrl+Shift+N",)),
                (_tr("Undo, redo"), ("Ctrl+Z", "Ctrl+Y")),
                (_tr("Save, save and close"), ("Ctrl+S", "Ctrl+Enter")),
                (_tr("Bring in from a file"), ("Ctrl+I",)),
                (_tr("Export this table"), ("Ctrl+E",)),
                (_tr("Print, print preview"), ("Ctrl+P", "Ctrl+Shift+P")),
                (_tr("Put a line of Home off"), ("Del",)),
            ),
        ),
        (
            _tr("Look"),
            (
                (_tr("Filter a list, next match"), ("Ctrl+F", "F3")),
                (_tr("Zoom in, out, back to 100%"), ("Ctrl++", "Ctrl+-", "Ctrl+0")),
                (_tr("Full screen"), ("F11",)),
                (_tr("Refresh"), ("F5",)),
                (_tr("Columns of a table"), ("Shift+F10",)),
            ),
        ),
        (
            _tr("In the register"),
            (
                (_tr("Mark and go down"), ("P", "L", "A", "E")),
                (_tr("Mark and stay"), ("Shift+P",)),
                (_tr("Present or blank"), ("Space",)),
                (_tr("Fill the blanks with Present"), ("Ctrl+Enter",)),
                (_tr("Everyone except…"), ("=",)),
                (_tr("Next unmarked"), ("Ctrl+G",)),
                (_tr("Note on a mark"), ("N", "F2")),
                (_tr("Clear"), ("Del",)),
                (_tr("Leave the grid"), ("Tab",)),
            ),
        ),
    )


class HelpScreen(Screen):
    """One page: the keys, first steps, and about."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.head = PageHead(self.tr("Help"))
        self._keys = QGridLayout()
        self._keys.setContentsMargins(0, 0, 0, 0)
        self._groups = [_group(words, keys) for words, keys in key_groups()]
        self._about_heading = label(self.tr("About"), "section")
        self._keys_heading = label(self.tr("Keys"), "section")
        self._lines = column(
            *self._beginning(), 8, self._keys_heading, holder(self._keys), 8,
            self._about_heading, *self._about(), None,
            gap=8, margins=(24, 0, 24, 24),
        )  # fmt: skip
        self._area: QScrollArea = scrolled(self._lines)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Help"))
        self._area.setProperty("ring", "own")  # a ring around a whole page says nothing
        self.setFocusProxy(self._area)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addWidget(self._area, 1)

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Help")

    def go(self, parts: Sequence[str]) -> None:
        """Show the page, or a part of it: ("shortcuts",), ("about",)."""
        self.refresh()
        part = {"shortcuts": self._keys_heading, "about": self._about_heading}
        wanted = part.get(parts[0]) if parts else None
        QTimer.singleShot(0, self, lambda: self._bring_up(wanted))

    def _bring_up(self, wanted: QWidget | None) -> None:
        self._area.verticalScrollBar().setValue(wanted.y() - px(8) if wanted is not None else 0)
        self._area.setFocus()

    def _beginning(self) -> list[QWidget]:
        words = (
            self.tr("Begin with Home: each line has one button that starts the job, and Enter "
                    "presses it."),
            self.tr("Everything is saved at once. Ctrl+Z takes back what you did last, also after "
                    "a restart; Edit ▸ History shows who changed what."),
            self.tr("The sample academy is a place to try things: File ▸ Close academy leads to "
                    "the start page, where it is one click away."),
        )  # fmt: skip
        return [label(self.tr("First steps"), "section"), *(_paragraph(line) for line in words)]

    def _about(self) -> list[QWidget]:
        from sqlcipher3.dbapi2 import sqlite_version

        versions = (
            f"Academy {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
            f"SQLite {sqlite_version}"
        )
        told = (
            versions,
            self.tr("Academy is free software under the Apache Licence 2.0."),
            self.tr("It uses Qt and PySide6 under the LGPL 3, whose libraries lie beside the "
                    "program and may be replaced; PDFium under the BSD licence; ReportLab, "
                    "SQLAlchemy, SQLCipher; the fonts Inter and EB Garamond under the SIL Open "
                    "Font Licence; icons by Lucide under the ISC licence."),
            self.tr("No network, no accounts: nothing is sent anywhere."),
        )  # fmt: skip
        copy = button(self.tr("Copy versions"), small=True)
        copy.clicked.connect(lambda: _copy(versions))
        return [*(_paragraph(line) for line in told), holder(row(copy, None))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._lines.set_margins((margin, 0, margin, 24))
        columns = 2 if room_of(self) >= 900 else 1
        for number, group in enumerate(self._groups):
            self._keys.addWidget(group, number // columns, number % columns)
        self._keys.setHorizontalSpacing(px(32))
        self._keys.setVerticalSpacing(px(16))
        super().resizeEvent(event)


def _paragraph(words: str) -> QWidget:
    made = label(words, "body", wrap=True)
    made.setMaximumWidth(px(640))
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _group(words: str, keys: Keys) -> QWidget:
    lines: Box = column(label(words, "group"), *[_key_line(*line) for line in keys], None, gap=0)
    return holder(lines)


def _key_line(words: str, caps: Sequence[str]) -> QWidget:
    def draw(painter: QPainter, rect: QRectF) -> None:
        right = rect.right() - 1
        for cap in reversed(caps):
            right = paint.keycap(painter, right, rect.center().y(), cap) - px(6)
        paint.text(painter, QRectF(0, 0, right - px(8), rect.height()), words)
        paint.hline(painter, 0, rect.right(), rect.bottom() - 1)

    return Painted(draw, height=32, name=f"{words}: {', '.join(caps)}")


def _copy(words: str) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(words)
