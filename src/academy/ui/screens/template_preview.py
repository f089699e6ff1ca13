"""The live page of the designer: a template as it prints, for a person or a hard name, and checks.

Pages are made beside the window, a moment after the last key; only the newest wish counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from academy.documents.certificate import CertificateFacts
from academy.documents.look import Look, Paper
from academy.domain.words import RuleBroken
from academy.progress import Progress
from academy.ui.kit import labels
from academy.ui.kit.newest import Newest
from academy.ui.kit.parts import choice, column, label, row
from academy.ui.kit.pdf_image import page_image
from academy.ui.kit.theme import colour, px
from academy.ui.screens.check_lines import CheckLines
from academy.ui.screens.issue_page import RATIO, Sheet
from academy.ui.screens.issue_review import Check
from academy.usecases.issue_plan import IssueProblem
from academy.usecases.template_preview import (
    HARD_NAMES,
    Inks,
    inks,
    look_problems,
    specimen_pdf,
)

PATIENCE = 60
"""Milliseconds without a key before the page is drawn anew."""

ZOOMS = (75, 100, 150, 200)


@dataclass(frozen=True)
class Drawn:
    """A page as PDF, with what the checks found and how its colours read."""

    pdf: bytes
    problems: list[IssueProblem]
    inks: Inks


class TemplatePreview(QWidget):
    """Whose name, how large, the page, what was checked."""

    name_changed = Signal()
    drawn = Signal(object)
    """Drawn: the newest page is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        self._wish: tuple[Look, CertificateFacts, bool] | None = None
        self._drawing = Newest(self, self.tr("Drawing the page"), PATIENCE)
        self.name = choice(self.tr("Shown for"), width=220)
        sizes: list[tuple[str, object]] = [(self.tr("Fit"), 0)]
        sizes += [(f"{percent}%", percent) for percent in ZOOMS]
        self.zoom = choice(self.tr("Zoom"), sizes, 0, width=90)
        self.name.activated.connect(self.name_changed)
        self.zoom.activated.connect(self._resize)
        self.sheet, self.checks = Sheet(), CheckLines()
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.sheet.setAutoFillBackground(False)
        self.sheet.resized.connect(self.renew)
        shown, large = label(self.tr("Sho&wn for"), "label"), label(self.tr("&Zoom"), "label")
        self._labels = (shown, large)
        shown.setBuddy(self.name)
        large.setBuddy(self.zoom)
        first = row(shown, self.name, None, large, self.zoom, gap=8, margins=(16, 10, 16, 4))
        last = row(self.checks, margins=(16, 4, 16, 10))
        lines = column(first, self.area, last, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def offer(self, people: Sequence[str]) -> None:
        """Offer whose name is printed: people first, then the hard names."""
        now = self.name.currentData()
        hard = [name for name in HARD_NAMES if name not in people]
        options = [(name, name) for name in (*people[:40], *hard)]
        self.name.offer(options, now or options[0][1])

    def chosen_name(self) -> str:
        """Return whose name is printed."""
        return str(self.name.currentData())

    def show_look(self, look: Look, facts: CertificateFacts, *, may_claim: bool) -> None:
        """Draw another look, a moment later."""
        if self._wish != (look, facts, may_claim):
            self._wish = (look, facts, may_claim)
            self.renew()

    def renew(self) -> None:
        """Draw the page anew, such as in another size."""
        if self._wish is not None:
            self._drawing.wish(partial(_drawn, *self._wish), self._show)

    def _show(self, drawn: Drawn) -> None:
        assert self._wish is not None
        words = self.tr("Preview of the template for {name}").format(name=self._wish[1].name)
        image = page_image(drawn.pdf, self.sheet.image_width())  # PDFium knows one thread only
        self.sheet.show_image(image, words)
        self.checks.show_checks(self._checks(drawn.problems))
        self.drawn.emit(drawn)

    def _checks(self, problems: Sequence[IssueProblem]) -> list[Check]:
        told = [Check("bad" if p.blocks else "warning", self._words(p)) for p in problems]
        return told or [Check("good", self.tr("Everything fits, also the longest names"))]

    def _words(self, problem: IssueProblem) -> str:
        facts = dict(problem.facts)
        if problem.key == "name_smaller":
            return self.tr("{name}: made smaller").format(name=facts["name"])
        return labels.rule(RuleBroken(problem.key, **facts))

    def _resize(self) -> None:
        percent = self.zoom.currentData()
        across = self._wish is None or self._wish[0].paper is Paper.LANDSCAPE
        points = (842.0, 842 / RATIO) if across else (842 / RATIO, 842.0)
        if not isinstance(percent, int) or not percent:
            self.sheet.setMinimumSize(px(120), px(60))
            return
        scale = percent / 100 * 96 / 72
        self.sheet.setMinimumSize(
            QSize(round(points[0] * scale) + 2 * px(24), round(points[1] * scale) + 2 * px(20))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the labels out where there is little room."""
        for one in self._labels:
            one.setVisible(self.width() >= px(480))
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground the page lies on."""
        QPainter(self).fillRect(self.rect(), colour("alternate"))


def _drawn(
    look: Look, facts: CertificateFacts, may_claim: bool, progress: Progress  # noqa: FBT001 - from a tuple
) -> Drawn:  # fmt: skip
    """Make and check a page; runs beside the window."""
    del progress
    return Drawn(
        specimen_pdf(look, facts), look_problems(look, facts, may_claim=may_claim), inks(look)
    )
