"""The live page of the issue screen: a certificate as it will be, drawn from the real PDF."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from academy.documents.look import Look
from academy.progress import Progress
from academy.ui.kit import paint
from academy.ui.kit.line_breaks import Paragraph, draw, height_of
from academy.ui.kit.newest import Newest
from academy.ui.kit.parts import Painted, column, icon_button, label, row
from academy.ui.kit.pdf_image import page_image
from academy.ui.kit.theme import colour, is_dark, px
from academy.usecases.certificate_files import preview
from academy.usecases.issue_plan import PlannedCertificate

RATIO = 842 / 595
"""An A4 sheet on its side."""


class Sheet(QWidget):
    """A page on the alternate ground with a soft shadow; paper keeps its own colours."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._ratio = RATIO
        self.setMinimumSize(px(120), px(60))

    def show_image(self, image: QImage, name: str) -> None:
        """Show another page; `name` says aloud what is on it. Another shape is asked anew."""
        self._image = image
        ratio = RATIO if image.width() > image.height() else 1 / RATIO
        if ratio != self._ratio:
            self._ratio = ratio
            QTimer.singleShot(0, self, self.resized.emit)
        self.setAccessibleName(name)
        self.update()

    def image_width(self) -> int:
        """Return how many dots across a page should have."""
        return max(1, round(self.place().width() * self.devicePixelRatioF()))

    def place(self) -> QRectF:
        """Return where the page stands."""
        small = self.height() < px(200)
        side, end = (px(12), px(6)) if small else (px(24), px(20))
        room = QRectF(self.rect()).adjusted(side, end, -side, -end)
        wide = max(px(40), min(room.width(), room.height() * self._ratio))
        left = round(room.center().x() - wide / 2)
        return QRectF(left, round(room.y()), round(wide), round(wide / self._ratio))

    def scale(self) -> int:
        """Return how large the page is shown, in per cent of the paper."""
        points = 842 if self._ratio > 1 else 595
        return round(self.place().width() / (points * 96 / 72) * 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, shadow and page."""
        painter, place = QPainter(self), self.place()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for edge in range(16, 0, -2):
            veil = QColor(0, 0, 0, 22 if is_dark() else 5)
            soft = place.adjusted(-edge, -edge + 5, edge, edge + 5)
            paint.box(painter, soft, 3 + edge, veil)
        painter.fillRect(place, QColor("#ffffff"))
        if not self._image.isNull():
            painter.drawImage(place, self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a page of the new size."""
        super().resizeEvent(event)
        self.resized.emit()


class LivePage(QWidget):
    """The sheet, the file's name, and the way to the next and the previous page."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.sheet = Sheet()
        self._drawing = Newest(self, self.tr("Drawing the page"))
        self._words = ("", "")  # the file's name, how large the page is shown
        self.file = Painted(self._file_name, height=40)
        self.count = label("", "label")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.scale = Painted(self._scale, height=28)
        self.previous = icon_button("chevron-left", self.tr("Previous certificate"), small=True)
        self.following = icon_button("chevron-right", self.tr("Next certificate"), small=True)
        self.previous.clicked.connect(lambda: self.turned.emit(-1))
        self.following.clicked.connect(lambda: self.turned.emit(1))
        middle = row(self.previous, self.count, self.following, gap=4)
        self._foot = row(self.file, middle, self.scale, gap=8, margins=(24, 0, 24, 14))
        self._foot.setStretch(0, 1)
        self._foot.setStretch(2, 1)
        lines = column(self.sheet, self._foot, gap=0)
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def draw(self, planned: PlannedCertificate, look: Look, count: str, *, signed: bool) -> None:
        """Say “2 of 18” and the name of the file; draw the page beside the window."""
        name = self.tr("Preview of the certificate of {name}").format(name=planned.facts.name)
        self.count.setText(count)
        self._caption_both(planned.file_name)

        def work(_progress: Progress) -> bytes:
            return preview(planned, look, signed=signed)

        def show(pdf: bytes) -> None:  # PDFium knows one thread only
            self.sheet.show_image(page_image(pdf, self.sheet.image_width()), name)
            self._caption_both(planned.file_name)

        self._drawing.wish(work, show)

    def _caption_both(self, file: str) -> None:
        scale = self.tr("Fit · {percent}%").format(percent=self.sheet.scale())
        self._words = (file, scale)
        for part, words in ((self.file, file), (self.scale, scale)):
            part.setAccessibleName(words)
            part.update()

    def fit(self, *, tiny: bool) -> None:
        """Leave out the captions where there is little room."""
        self.file.setVisible(not tiny)
        self.scale.setVisible(not tiny)
        self._foot.set_margins((24, 0, 24, 4 if tiny else 14))

    def _file_name(self, painter: QPainter, rect: QRectF) -> None:
        shown = [Paragraph(self._words[0], "caption", rect.width(), "muted")]
        draw(painter, rect.x(), rect.center().y() - height_of(shown) / 2, shown)

    def _scale(self, painter: QPainter, rect: QRectF) -> None:
        paint.text(painter, rect, self._words[1], "caption", "muted", paint.RIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground the page lies on."""
        QPainter(self).fillRect(self.rect(), colour("alternate"))
