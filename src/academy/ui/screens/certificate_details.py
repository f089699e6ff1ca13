"""The details beside the register of certificates: every fact printed, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import page_layout
from academy.ui.kit.parts import button, chips, column, holder, icon_button, label, row, scrolled
from academy.ui.kit.toast import show_toast
from academy.ui.screens.certificate_rows import state_tag, why
from academy.usecases.certificates import CertificateRecord


def _tr(words: str) -> str:
    return QCoreApplication.translate("certificates", words)


class CertificateDetails(QWidget):
    """One certificate. Its links ask for the person, and choose other certificates."""

    asked = Signal(str)
    wished = Signal(int)
    """The id of the certificate to show instead: what it replaces, or what replaced it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.record: CertificateRecord | None = None
        self._lines = column(gap=0, margins=(20, 14, 16, 12))
        page = page_layout(scrolled(self._lines))
        page.setStretch(0, 1)
        self.setLayout(page)
        self.setAccessibleName(self.tr("Details of the certificate"))
        self.show_record(None)

    def show_record(self, record: CertificateRecord | None, chosen: int = 0) -> None:
        """Show a certificate; without one, how many are chosen."""
        self.record = record
        self._lines.empty()
        if record is None:
            words = self.tr("%n certificate(s) chosen.", "", chosen)
            none = self.tr("Choose a certificate to see what it says.")
            self._lines.put(label(words if chosen else none, "muted", wrap=True))
        else:
            self._fill(record)
        self._lines.put(None)

    def _fill(self, record: CertificateRecord) -> None:
        today = self._desk.today()
        told = record.row
        self._lines.put(label(told.number, "section"), 4)
        self._lines.put(row(chips(state_tag(told, today)), None))
        if words := why(told, today):
            self._lines.put(6, label(words, wrap=True))
        if record.replaces_id is not None:
            words = self.tr("In place of {number}").format(number=told.replaces)
            self._lines.put(6, self._link(words, partial(self.wished.emit, record.replaces_id)))
        if record.replaced_by_id is not None:
            words = self.tr("Replaced by {number}").format(number=told.replaced_by)
            self._lines.put(6, self._link(words, partial(self.wished.emit, record.replaced_by_id)))
        if record.erased:
            erased = self.tr("The file was erased with its person’s details.")
            self._lines.put(6, label(erased, "warning", wrap=True))
        self._lines.put(14, label(self.tr("What it says"), "group"), 4)
        for words, value in printed(record):
            self._lines.put(fact(words, value))
        person = f"person/{told.person_id}"
        self._lines.put(4, self._link(self.tr("Open person"), lambda: self.asked.emit(person)))
        self._lines.put(14, label(self.tr("How it was made"), "group"), 4)
        for words, value in self._made(record):
            self._lines.put(fact(words, value))
        self._lines.put(self._digest(told.sha256))

    def _link(self, words: str, act: Callable[[], object]) -> QWidget:
        made = button(words, "link")
        made.clicked.connect(lambda _checked=False: act())
        return holder(row(made, None))

    def _made(self, record: CertificateRecord) -> list[tuple[str, str]]:
        told = record.row
        issued = record.issued_by
        if record.issued_at is not None:
            when = dates.moment(labels.local(record.issued_at), self._desk.today())
            issued = self.tr("{who}, {when}").format(who=record.issued_by, when=when)
        signed = self.tr("Key {key}").format(key=told.key) if told.key else self.tr("No")
        lines = [
            (self.tr("Issued by"), issued),
            (self.tr("Design"), told.template),
            (self.tr("Signed"), signed),
        ]
        return [line for line in lines if line[1]]

    def _digest(self, sha256: str) -> QWidget:
        copy = icon_button("copy", self.tr("Copy SHA-256"), small=True)
        copy.clicked.connect(lambda: self._copy(sha256))
        short = fact("SHA-256", f"{sha256[:16]}…")
        short.setToolTip(sha256)
        return holder(row(short, None, copy))

    def _copy(self, sha256: str) -> None:
        QGuiApplication.clipboard().setText(sha256)
        show_toast(self, self.tr("SHA-256 copied."))


def printed(record: CertificateRecord) -> list[tuple[str, str]]:
    """Return what a certificate prints, as frozen when it was issued: what it is, and its words."""
    facts = record.facts
    named = {
        "name": _tr("Name"), "programme": _tr("Programme"), "cohort": _tr("Cohort"),
        "kind": _tr("Kind"), "hours": _tr("Hours"), "dates": _tr("Dates"),
        "issued": _tr("Issued"), "expires": _tr("Expires"), "academy": _tr("Issuer"),
        "signatory": _tr("Signed by"), "role": _tr("Their role"), "check_at": _tr("Checked at"),
    }  # fmt: skip
    values = dict(facts)
    values["kind"] = labels.word(record.row.kind)
    if record.row.expires_on is not None:
        values["expires"] = dates.plain_day(record.row.expires_on)
    return [(words, values[key]) for key, words in named.items() if values.get(key)]


def fact(words: str, text: str) -> QWidget:
    """Return a small heading over its text."""
    value = label(text, wrap=True)
    value.setAccessibleName(f"{words}: {text}")
    return holder(column(label(words, "caption"), value, gap=0, margins=(0, 3, 0, 3)))
