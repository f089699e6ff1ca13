"""Paper: what prints is the PDF itself, drawn at 300 dots an inch, through the system's dialog.

The dialog is one service that tests replace, so that none can hang and no printer is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSettings, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from academy.domain.words import FileProblem
from academy.ui.kit.pdf_image import page_image

RESOLUTION = 300


@dataclass(frozen=True)
class Paper:
    """A document that can be printed or saved.

    `key` names its kind in the settings, `name` its file. `make` returns the PDF, in large type
    if asked, which only means something where it `enlarges`. `warning` is a sentence to be read
    before it goes out, if any.
    """

    key: str
    words: str
    name: str
    make: Callable[[bool], bytes]
    enlarges: bool = False
    warning: str = ""

    @property
    def large(self) -> bool:
        """Whether this kind was last wanted in large type."""
        kept = QSettings().value(f"printing/{self.key}/large", "false")
        return self.enlarges and str(kept).casefold() == "true"

    def remember_large(self, *, large: bool) -> None:
        """Keep for this kind whether large type is wanted."""
        QSettings().setValue(f"printing/{self.key}/large", large)


class Printing:
    """The real service: the system's print dialog."""

    def choose(self, printer: QPrinter, parent: QWidget | None) -> bool:
        """Let the person choose a printer and settings; return whether to print."""
        dialog = QPrintDialog(printer, parent)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return chosen


_in_use: list[Printing] = [Printing()]


def use(service: Printing) -> Printing:
    """Let this service answer from now on; return the one before."""
    before, _in_use[0] = _in_use[0], service
    return before


def print_paper(parent: QWidget | None, paper: Paper) -> bool:
    """Print a document as its kind was printed last; return false if the person thought better.

    Raises FileProblem when the printer takes nothing.
    """
    pdf = paper.make(paper.large)
    printer = _prepared(paper, page_sizes(pdf))
    if not _in_use[0].choose(printer, parent):
        return False
    _remember(paper.key, printer)
    _draw(pdf, printer)
    return True


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return the width and height of each page of a PDF, in points."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


def _prepared(paper: Paper, sizes: Sequence[tuple[float, float]]) -> QPrinter:
    """Return the printer of the last time, set up for A4 and the way the pages lie."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    kept = QSettings()
    kept.beginGroup(f"printing/{paper.key}")
    name = str(kept.value("printer", ""))
    if name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    printer.setResolution(RESOLUTION)
    printer.setDocName(paper.words)
    wide, high = sizes[0]
    ways = QPageLayout.Orientation
    way = ways.Landscape if wide > high else ways.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF()))
    printer.setFullPage(True)
    printer.setFromTo(1, len(sizes))
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    duplex = int(str(kept.value("duplex", QPrinter.DuplexMode.DuplexAuto.value)))
    printer.setDuplex(QPrinter.DuplexMode(duplex))
    in_colour = int(str(kept.value("colour", QPrinter.ColorMode.Color.value)))
    printer.setColorMode(QPrinter.ColorMode(in_colour))
    return printer


def _remember(key: str, printer: QPrinter) -> None:
    kept = QSettings()
    kept.beginGroup(f"printing/{key}")
    kept.setValue("printer", printer.printerName())
    kept.setValue("duplex", printer.duplex().value)
    kept.setValue("colour", printer.colorMode().value)


def _draw(pdf: bytes, printer: QPrinter) -> None:
    count = len(page_sizes(pdf))
    first, last = 1, count
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = max(1, printer.fromPage()), min(count, printer.toPage() or count)
    painter = QPainter()
    if not painter.begin(printer):
        raise FileProblem("printer_refused", printer=printer.printerName())
    whole = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    for number in range(first, last + 1):
        if number > first:
            printer.newPage()
        image = page_image(pdf, round(whole.width()), number - 1)
        fitting = image.size().scaled(whole.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, fitting.width(), fitting.height())
        place.moveCenter(whole.center())
        painter.drawImage(place, image)
    painter.end()
