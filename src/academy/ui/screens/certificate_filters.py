"""Which certificates the register shows: by state, programme, cohort, kind and year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from academy.domain.words import CertificateState
from academy.ui.kit import labels
from academy.ui.kit.parts import Box, button, row
from academy.usecases.certificates import EXPIRING_DAYS, CertificateRow

Test = Callable[[CertificateRow], bool]


@dataclass(frozen=True)
class Choosable:
    """One thing to filter by: its key, its words, and which certificates it leaves."""

    key: object
    words: str
    test: Test


class CertificateFilters(QWidget):
    """The chosen filters as buttons that take them away; the menu of all is `menu`."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._chosen: dict[str, object] = {}
        self._facets: dict[str, list[Choosable]] = {}
        self.menu = QMenu(self)
        self._lines: Box = row(gap=6)
        self.setLayout(self._lines)
        self.hide()

    def offer(self, rows: Sequence[CertificateRow]) -> None:
        """Offer what these certificates differ in; what is chosen and gone is dropped."""
        self._facets = self._of(rows)
        for facet, key in list(self._chosen.items()):
            if key not in {one.key for one in self._facets[facet]}:
                del self._chosen[facet]
        self._show()

    def choose(self, facet: str, key: object) -> None:
        """Filter by one thing of a facet; None, or what no certificate has, filters by nothing."""
        self._chosen.pop(facet, None)
        if key in {one.key for one in self._facets.get(facet, ())}:
            self._chosen[facet] = key
        self._show()
        self.changed.emit()

    def clear(self) -> None:
        """Show all again."""
        self._chosen.clear()
        self._show()
        self.changed.emit()

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return bool(self._chosen)

    def kept(self, rows: Sequence[CertificateRow]) -> list[CertificateRow]:
        """Return the certificates that pass."""
        tests = [one.test for one in self._chosen_ones().values()]
        return [one for one in rows if all(test(one) for test in tests)]

    def _chosen_ones(self) -> dict[str, Choosable]:
        return {
            facet: next(one for one in self._facets[facet] if one.key == key)
            for facet, key in self._chosen.items()
        }

    def _of(self, rows: Sequence[CertificateRow]) -> dict[str, list[Choosable]]:
        cohorts = {row.cohort_id: row.cohort for row in rows}
        years = sorted({row.issued_on.year for row in rows}, reverse=True)
        programmes = sorted({row.programme for row in rows})
        return {
            "state": self._states(),
            "programme": [
                Choosable(name, name, partial(_is, "programme", name)) for name in programmes
            ],
            "cohort": [
                Choosable(id_, name, partial(_is, "cohort_id", id_))
                for id_, name in sorted(cohorts.items(), key=lambda pair: pair[1])
            ],
            "kind": [
                Choosable(kind, labels.word(kind), partial(_is, "kind", kind))
                for kind in sorted({row.kind for row in rows})
            ],
            "year": [Choosable(year, str(year), partial(_of_year, year)) for year in years],
        }

    def _states(self) -> list[Choosable]:
        soon = self.tr("Expires within {n} days").format(n=EXPIRING_DAYS)
        return [
            Choosable("live", self.tr("In force"), self._in_force),
            Choosable("expiring", soon, lambda row: row.expires_soon(self._today())),
            Choosable("expired", self.tr("Expired"), lambda row: row.expired(self._today())),
            *(
                Choosable(state.value, labels.word(state), partial(_is, "state", state))
                for state in (CertificateState.REVOKED, CertificateState.REPLACED)
            ),
        ]

    def _in_force(self, row: CertificateRow) -> bool:
        return row.live and not row.expired(self._today())

    # ---- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        self._lines.empty()
        for facet, one in self._chosen_ones().items():
            made = button(one.words, picture="x", small=True)
            made.setAccessibleName(self.tr("Filter {what}: take away").format(what=one.words))
            made.clicked.connect(partial(self._drop, facet))
            self._lines.put(made)
        self._lines.put(None)
        self.setVisible(self.active)
        self._fill_menu()

    def _drop(self, facet: str, _checked: bool = False) -> None:  # noqa: FBT001,FBT002 - a signal's
        self.choose(facet, None)

    def _fill_menu(self) -> None:
        self.menu.clear()
        names = {
            "state": self.tr("&State"), "programme": self.tr("&Programme"),
            "cohort": self.tr("&Cohort"), "kind": self.tr("&Kind"), "year": self.tr("&Year"),
        }  # fmt: skip
        for facet, words in names.items():
            part = self.menu.addMenu(words)
            group = QActionGroup(part)
            every = Choosable(None, self.tr("All"), lambda _row: True)
            for one in (every, *self._facets.get(facet, ())):
                act = part.addAction(one.words.replace("&", "&&"))
                act.setCheckable(True)
                act.setChecked(self._chosen.get(facet) == one.key)
                group.addAction(act)
                act.triggered.connect(partial(self._take, facet, one.key))
        self.menu.addSeparator()
        clear = self.menu.addAction(self.tr("Show &all"))
        clear.setEnabled(self.active)
        clear.triggered.connect(self.clear)

    def _take(self, facet: str, key: object, _checked: bool = False) -> None:  # noqa: FBT001,FBT002
        self.choose(facet, key)


def _is(field: str, value: object, row: CertificateRow) -> bool:
    return bool(getattr(row, field) == value)


def _of_year(year: int, row: CertificateRow) -> bool:
    return row.issued_on.year == year
