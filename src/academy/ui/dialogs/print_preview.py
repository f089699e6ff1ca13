"""The preview of what is printed: every page of the very file, [Save PDF] and [Print…]."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSettings, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from academy.domain.words import FileProblem
from academy.ui.kit import labels, paint, pickers
from academy.ui.kit.page import MessageBar, Tone, footer, toolbar
from academy.ui.kit.parts import button, choice, column, holder, label, line, row, tick
from academy.ui.kit.pdf_image import page_image
from academy.ui.kit.printing import Paper, page_sizes, print_paper
from academy.ui.kit.theme import colour, is_dark, px, theme
from academy.ui.kit.toast import announce, show_toast
from academy.usecases.paper import save_pdf

PURPOSE = "paper"
"""Under which the folder of saved files is remembered."""

AIR = 22
"""Between pages, and around them."""

WIDEST = 760
"""A page is not shown wider than this."""


class Pile(QWidget):
    """All pages of a file under each other, on the alternate ground; paper keeps its colours."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pdf = b""
        self.sizes: list[tuple[float, float]] = []
        self._drawn: dict[tuple[int, int], QImage] = {}
        theme().changed.connect(self.updateGeometry)

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Show another file; `name` says aloud what it is."""
        self._pdf, self.sizes = pdf, page_sizes(pdf)
        self._drawn.clear()
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all pages in a column of that width."""
        return round(sum(place.height() + px(AIR) for place in self._places(width)) + px(AIR))

    def sizeHint(self) -> QSize:
        """Return room for one page's width."""
        wide = px(WIDEST + 2 * AIR)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Let a small window show small pages."""
        return QSize(px(200), px(120))

    def _places(self, width: int) -> list[QRectF]:
        places, top = [], float(px(AIR))
        for wide, high in self.sizes:
            shown = min(px(WIDEST if wide > high else WIDEST * 0.86), width - 2 * px(AIR))
            tall = shown * high / wide
            places.append(QRectF(round((width - shown) / 2), round(top), shown, round(tall)))
            top += round(tall) + px(AIR)
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, shadows and the pages that can be seen."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("alternate"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, place in enumerate(self._places(self.width())):
            if place.adjusted(-20, -20, 20, 20).intersects(QRectF(event.rect())):
                _draw_shadow(painter, place)
                painter.fillRect(place, QColor("#ffffff"))
                painter.drawImage(place, self._image(number, place.width()))

    def _image(self, number: int, width: float) -> QImage:
        dots = round(width * self.devicePixelRatioF())
        if (number, dots) not in self._drawn:
            self._drawn[number, dots] = page_image(self._pdf, dots, number)
        return self._drawn[number, dots]


def _draw_shadow(painter: QPainter, place: QRectF) -> None:
    for edge in range(12, 0, -2):
        veil = QColor(0, 0, 0, 22 if is_dark() else 5)
        paint.box(painter, place.adjusted(-edge, -edge + 4, edge, edge + 4), 3 + edge, veil)


class PrintPreview(QDialog):
    """Shows one of several documents. Enter prints, Ctrl+S saves, Esc closes.

    It is freed when it closes. What is chosen in it (large type, printer, folder) is kept for
    each kind of document.
    """

    def __init__(self, parent: QWidget, papers: Sequence[Paper]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print preview"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._page = parent
        self._papers = {paper.key: paper for paper in papers}
        self.document = choice(
            self.tr("Document"), [(paper.words, paper.key) for paper in papers], width=190
        )
        self.large = tick(self.tr("Large &type"))
        self.count = label("", "muted")
        self.message = MessageBar()
        self.pages = Pile()
        self.area = _area(self.pages, self.tr("Pages"))
        self.save = button(self.tr("&Save PDF"), picture="download")
        self.print = button(self.tr("Pri&nt…"), "primary", picture="printer")
        self.close_button = button(self.tr("Close"))
        self._build()
        self._connect()
        self._choose()

    def _build(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self.print, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.print.setDefault(True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(holder(toolbar(self.document, self.large, None, self.count, margin=16)))
        self._told = holder(column(self.message, gap=0, margins=(16, 0, 16, 10)))
        lines.addWidget(self._told)
        lines.addWidget(line())
        lines.addWidget(self.area, 1)
        lines.addWidget(footer(row(self.save), None, buttons, margin=16))

    def _connect(self) -> None:
        self.document.currentIndexChanged.connect(self._choose)
        self.large.toggled.connect(self._enlarge)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        for keys, act in (("Ctrl+S", self._save), ("Ctrl+P", self._print)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    @property
    def paper(self) -> Paper:
        """The document that is shown."""
        return self._papers[str(self.document.currentData())]

    def showEvent(self, event: QShowEvent) -> None:
        """Take as much of the screen as a page needs; Enter prints."""
        room = self.screen().availableSize()
        self.resize(min(px(WIDEST + 2 * AIR + 24), room.width() - px(40)),
                    min(px(860), room.height() - px(60)))  # fmt: skip
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def _choose(self) -> None:
        paper = self.paper
        self.large.setVisible(paper.enlarges)
        self.large.blockSignals(True)  # noqa: FBT003 - Qt's
        self.large.setChecked(paper.large)
        self.large.blockSignals(False)  # noqa: FBT003 - Qt's
        self.message.clear()
        self._told.hide()
        if paper.warning:
            self._tell(paper.warning, "warning")
        self._show()

    def _enlarge(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.paper.remember_large(large=on)
        self._show()

    def _show(self) -> None:
        paper = self.paper
        self.pages.show_pdf(paper.make(paper.large), paper.words)
        counted = self.tr("%n page(s)", "", len(self.pages.sizes))
        self.count.setText(counted)
        self.pages.setAccessibleDescription(counted)
        self.area.verticalScrollBar().setValue(0)

    # ---- what leaves ---------------------------------------------------------------------------

    def _print(self) -> None:
        try:
            printed = print_paper(self, self.paper)
        except FileProblem as problem:
            self._tell(labels.rule(problem), "bad")
            return
        if printed:
            words = self.tr("Sent to the printer: {what}").format(what=self.paper.words)
            self.accept()
            show_toast(self._page, words)

    def _save(self) -> None:
        folder = self._folder()
        if folder is None:
            return
        paper = self.paper
        try:
            path = save_pdf(folder / paper.name, paper.make(paper.large))
        except FileProblem as problem:
            QSettings().remove(f"folders/{PURPOSE}")  # ask again: this one does not do
            self._tell(labels.rule(problem), "bad")
            return
        words = self.tr("Saved as {name}").format(name=path.name)
        doors: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Open"), partial(_open, path)),
            (self.tr("Open folder"), partial(_open, folder)),
        ]
        self._tell(words, "good", doors)

    def _folder(self) -> Path | None:
        """Return the folder last used; the first time the person chooses one."""
        if QSettings().contains(f"folders/{PURPOSE}"):
            return pickers.last_folder(PURPOSE)
        title = self.tr("Choose where documents are saved")
        return pickers.choose_folder(self, title, PURPOSE)

    def _tell(
        self, words: str, tone: Tone, doors: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        self.message.say(words, tone, doors)
        self._told.show()
        announce(self, words)


def _area(pages: QWidget, name: str) -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setAccessibleName(name)
    made.setWidget(pages)
    return made


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
