"""Which certificates the register shows: by state, programme, cohort, kind and year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from academy.domain.words import CertificateState
from academy.ui.dialogs.choose_cohort import FindCohortDialog
from academy.ui.kit import labels
from academy.ui.kit.choosers import Named
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import Box, button, row
from academy.usecases import certificate_log
from academy.usecases.certificate_log import Facet, LogFilter
from academy.usecases.certificates import EXPIRING_DAYS

FACETS: Final[tuple[Facet, ...]] = ("programme", "cohort", "kind", "year")
MANY: Final = 40
"""More cohorts than these are searched by typing, not offered as a menu."""


@dataclass(frozen=True)
class Choosable:
    """One thing to filter by: its key and its words."""

    key: object
    words: str


class CertificateFilters(QWidget):
    """The chosen filters as buttons that take them away; the menu of all is `menu`.

    What certificates differ in is read when the menu opens.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chosen: dict[str, Choosable] = {}
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._lines: Box = row(gap=6)
        self.setLayout(self._lines)
        self.hide()

    def refresh(self) -> None:
        """Drop what is chosen and gone."""
        kept = {facet: self._known(facet, one.key) for facet, one in self._chosen.items()}
        self._chosen = {facet: one for facet, one in kept.items() if one is not None}
        self._show()

    def choose(self, facet: str, key: object) -> None:
        """Filter by one thing of a facet; None, or what no certificate has, filters by nothing."""
        known = self._known(facet, key) if key is not None else None
        self._chosen.pop(facet, None)
        if known is not None:
            self._chosen[facet] = known
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

    def chosen(self) -> LogFilter:
        """Return what passes."""
        keys: dict[str, Any] = {facet: one.key for facet, one in self._chosen.items()}
        return LogFilter(**keys)

    def _known(self, facet: str, key: object) -> Choosable | None:
        return next((one for one in self._offered(facet) if one.key == key), None)

    def _offered(self, facet: str) -> list[Choosable]:
        for one in FACETS:
            if one == facet:
                found = self._desk.read(certificate_log.choices, one)
                return [Choosable(key, words or labels.word(key)) for key, words in found]
        soon = self.tr("Expires within {n} days").format(n=EXPIRING_DAYS)
        ended = (CertificateState.REVOKED, CertificateState.REPLACED)
        return [
            Choosable("live", self.tr("In force")),
            Choosable("expiring", soon),
            Choosable("expired", self.tr("Expired")),
            *(Choosable(state.value, labels.word(state)) for state in ended),
        ]

    # ---- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        self._lines.empty()
        for facet, one in self._chosen.items():
            made = button(one.words, picture="x", small=True)
            made.setAccessibleName(self.tr("Filter {what}: take away").format(what=one.words))
            made.clicked.connect(partial(self._drop, facet))
            self._lines.put(made)
        self._lines.put(None)
        self.setVisible(self.active)

    def _drop(self, facet: str, _checked: bool = False) -> None:  # noqa: FBT001,FBT002 - a signal's
        self.choose(facet, None)

    def _fill_menu(self) -> None:
        self.menu.clear()
        names: Mapping[str, str] = {
            "state": self.tr("&State"), "programme": self.tr("&Programme"),
            "cohort": self.tr("&Cohort"), "kind": self.tr("&Kind"), "year": self.tr("&Year"),
        }  # fmt: skip
        for facet, words in names.items():
            offered = self._offered(facet)
            if facet == "cohort" and len(offered) > MANY:
                search = self.menu.addAction(self.tr("&Cohort…"))
                search.triggered.connect(partial(self._ask_cohort, offered))
            else:
                self._offer(self.menu.addMenu(words), facet, offered)
        self.menu.addSeparator()
        clear = self.menu.addAction(self.tr("Show &all"))
        clear.setEnabled(self.active)
        clear.triggered.connect(self.clear)

    def _ask_cohort(self, offered: list[Choosable], _checked: bool = False) -> None:  # noqa: FBT001,FBT002
        known = [Named(cast("int", one.key), one.words) for one in offered]
        title, does = self.tr("Certificates of a cohort"), self.tr("Show certificates")
        dialog = FindCohortDialog(self.window(), title, does, known)

        def choose(values: dict[str, int]) -> None:
            dialog.close()
            self.choose("cohort", values["cohort"])

        dialog.filled.connect(choose)
        dialog.open()

    def _offer(self, part: QMenu, facet: str, offered: list[Choosable]) -> None:
        group = QActionGroup(part)
        now = self._chosen.get(facet)
        for one in (Choosable(None, self.tr("All")), *offered):
            act = part.addAction(one.words.replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(one.key == (now.key if now else None))
            group.addAction(act)
            act.triggered.connect(partial(self._take, facet, one.key))

    def _take(self, facet: str, key: object, _checked: bool = False) -> None:  # noqa: FBT001,FBT002
        self.choose(facet, key)
