"""The log of all certificates as its table asks for it: columns, and rows by pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.domain.words import CertificateState
from academy.ui.kit import labels
from academy.ui.kit.columns import Column, folded
from academy.ui.kit.desk import Desk
from academy.ui.kit.paged_model import forgiven
from academy.ui.kit.table_model import SortKey
from academy.ui.screens.certificate_rows import expired_words, state_words
from academy.usecases import certificate_log
from academy.usecases.certificate_log import EVERY, LogFilter
from academy.usecases.certificates import CertificateRow

_NOT_EXPIRING: Final = date.max


def _tr(words: str) -> str:
    return QCoreApplication.translate("certificates", words)


def log_columns(today: Callable[[], date]) -> list[Column[CertificateRow]]:
    """Return the columns of the log; some are shown when they are chosen."""
    return [
        Column("number", _tr("Number"), lambda c: c.number, width=126, whole=True),
        Column("name", _tr("Name"), lambda c: c.name, lambda c: c.sort, width=200, names=True),
        Column("issued", _tr("Issued"), lambda c: dates.short_day(c.issued_on),
               lambda c: c.issued_on, width=118, whole=True, yields=True),
        Column("state", _tr("State"), lambda c: state_words(c, today()), width=210),
        Column("programme", _tr("Programme"), lambda c: c.programme, width=180, yields=True),
        Column("cohort", _tr("Cohort"), lambda c: c.cohort, width=150, shown=False),
        Column("expires", _tr("Expires"),
               lambda c: dates.short_day(c.expires_on) if c.expires_on else "",
               lambda c: c.expires_on or _NOT_EXPIRING, width=118, whole=True, shown=False),
        Column("printed", _tr("Name printed"), lambda c: c.printed_name, width=210, shown=False),
    ]  # fmt: skip


class Log:
    """The rows of the log; `chosen` says which of them the filters leave."""

    def __init__(self, desk: Desk, chosen: Callable[[], LogFilter]) -> None:
        self._desk, self._chosen = desk, chosen

    def ids(self, typed: str, keys: Sequence[SortKey]) -> Sequence[int]:
        """Return which rows match; where none does, one slip of the finger is forgiven."""
        order = [(key.column, key.descending) for key in keys]
        states = {state.value: folded(labels.word(state)) for state in CertificateState}
        states["expired"] = folded(expired_words())
        found = self._desk.read(
            certificate_log.ids_in_order,
            self._chosen(), typed, order, states, self._desk.today(),
        )  # fmt: skip
        columns = log_columns(self._desk.today)
        return found or forgiven(typed, lambda: self.ids("", keys), self.rows, columns)

    def rows(self, ids: Sequence[int]) -> Sequence[CertificateRow]:
        """Return these rows."""
        return self._desk.read(certificate_log.certificates_of_page, ids)

    def total(self) -> int:
        """Return how many the filters leave."""
        return self.count(self._chosen())

    def count(self, chosen: LogFilter = EVERY) -> int:
        """Return how many pass a filter."""
        return self._desk.read(certificate_log.number_of_certificates, chosen, self._desk.today())
