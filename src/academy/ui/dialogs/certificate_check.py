"""Says what a certificate is: genuine, changed, unknown, revoked or replaced, and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from academy.domain import dates
from academy.domain.words import Asked, CertificateKind, Finding, RuleBroken
from academy.ui.kit import labels
from academy.ui.kit.page import footer
from academy.ui.kit.parts import Field, Painted, button, column, label, line, restyle, row, scrolled
from academy.ui.kit.theme import draw_icon, px
from academy.ui.kit.toast import announce
from academy.usecases.verification import Verdict

SIGNS = {
    Finding.GENUINE: ("circle-check", "good"),
    Finding.CHANGED: ("triangle-alert", "bad"),
    Finding.UNKNOWN: ("circle-question-mark", "warning"),
    Finding.REVOKED: ("circle-minus", "bad"),
    Finding.REPLACED: ("refresh-cw", "warning"),
}
"""Icon and ink of each verdict; its word always stands beside it."""


class CheckDialog(QDialog):
    """A field for a number or token, a button for a PDF, and the verdict below."""

    typed = Signal(str)
    file_wished = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check a certificate"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        name = self.tr("Number, or the text of the QR code")
        self.field = Field(name, width=380)
        asked = label(name, "strong")
        asked.setBuddy(self.field)
        self.check = button(self.tr("Chec&k"), "primary")
        self.choose = button(self.tr("Choose a &PDF…"), picture="file-text")
        self.close_ = button(self.tr("Close"))
        self.finding: Finding | None = None
        self.verdict = label("", "title")
        self.from_what = label("", "caption", wrap=True)
        self._sign = Painted(self._paint, width=32, height=36)
        self._facts = column(gap=6)
        self._reasons = column(gap=4)
        head = row(self._sign, column(self.verdict, self.from_what, gap=0), gap=10)
        head.setStretch(1, 1)
        self.outcome = QWidget()
        self.outcome.setLayout(
            column(line(), head, self._reasons, self._facts, gap=14, margins=(0, 6, 0, 0))
        )
        self.outcome.hide()
        self._build(column(asked, row(self.field, self.check, None), row(self.choose, None), gap=8))
        self.check.setDefault(True)
        self.check.clicked.connect(self._ask)
        self.choose.clicked.connect(self.file_wished)
        self.close_.clicked.connect(self.reject)

    def _build(self, asking: QLayout) -> None:
        inside = column(asking, self.outcome, None, gap=12, margins=(24, 20, 24, 12))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inside)
        lines.addWidget(self._area, 1)
        lines.addWidget(footer(None, self.close_))
        self._fit(240)

    def put(self, text: str) -> None:
        """Show what was typed elsewhere."""
        self.field.setText(text.strip())

    def show_verdict(self, verdict: Verdict, name: str = "") -> None:
        """Show what a check found; `name` is the file that was checked, if it was one."""
        by = {
            Asked.REGISTER: self.tr("The register of this academy was asked."),
            Asked.TOKEN: self.tr("The signed facts alone were asked."),
        }[verdict.asked]
        reasons = [labels.rule(RuleBroken(key, **dict(facts))) for key, facts in verdict.reasons]
        self._show(verdict.verdict, " · ".join(filter(None, (name, by))))
        self._say([*self._withdrawn(verdict), *reasons])
        self._list(verdict)

    def show_unreadable(self, sentence: str) -> None:
        """Say why a file cannot be checked."""
        self._show(Finding.UNKNOWN, "")
        self._say([sentence])
        self._facts.empty()

    def _show(self, finding: Finding, what: str) -> None:
        self.finding = finding
        self.verdict.setText(labels.word(finding))
        restyle(self.verdict, "ink", SIGNS[finding][1])
        self.from_what.setText(what)
        self.from_what.setVisible(bool(what))
        self.outcome.show()
        self._sign.update()
        self._fit(560)
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.verdict, 0, px(300)))
        announce(self, labels.word(finding))

    def _withdrawn(self, verdict: Verdict) -> list[str]:
        if verdict.on is None:
            return []
        day = dates.plain_day(verdict.on)
        if verdict.verdict is Finding.REPLACED:
            words = self.tr("Replaced by {number} on {day}.")
            return [words.format(number=verdict.replaced_by or "–", day=day)]
        return [self.tr("Revoked on {day}.").format(day=day)]

    def _say(self, sentences: list[str]) -> None:
        self._reasons.empty()
        for sentence in sentences:
            self._reasons.put(label(sentence, wrap=True))

    def _list(self, verdict: Verdict) -> None:
        self._facts.empty()
        facts = verdict.facts
        if facts is None:
            return
        if verdict.verdict is Finding.CHANGED:
            self._facts.put(label(self.tr("What the academy certified:"), "strong"))
        kind = facts.award
        if kind in set(CertificateKind):
            kind = labels.word(CertificateKind(kind))
        ran = _span(facts.starts_on, facts.ends_on)
        for words, value in (
            (self.tr("Number"), facts.number),
            (self.tr("Name"), facts.name or self.tr("erased")),
            (self.tr("Programme"), facts.programme),
            (self.tr("Cohort"), facts.cohort),
            (self.tr("Kind"), kind),
            (self.tr("Hours"), facts.hours),
            (self.tr("Dates"), ran),
            (self.tr("Issued on"), dates.plain_day(facts.issued_on)),
            (self.tr("Valid until"), dates.plain_day(facts.expires_on) if facts.expires_on else ""),
            (self.tr("Issued by"), facts.issuer),
        ):
            if value:
                self._facts.put(self._fact(words, value))

    def _fact(self, words: str, value: str) -> QWidget:
        name = label(words, "caption")
        name.setFixedWidth(px(110))
        told = label(value, wrap=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line_ = QWidget()
        inside = row(name, told, gap=12)
        inside.setStretch(1, 1)
        line_.setLayout(inside)
        return line_

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        if self.finding is not None:
            sign, ink = SIGNS[self.finding]
            place = QRectF(0, rect.center().y() - px(15), px(30), px(30))
            draw_icon(painter, sign, place, ink, 2)

    def _fit(self, high: float) -> None:
        room = self.screen().availableSize()
        self.resize(min(px(560), room.width() - px(40)), min(px(high), room.height() - px(80)))

    def _ask(self) -> None:
        text = self.field.text().strip()
        if text:
            self.typed.emit(text)
        else:
            self.field.setFocus()


def _span(first: date | None, last: date | None) -> str:
    return dates.span(first, last) if first and last else ""
