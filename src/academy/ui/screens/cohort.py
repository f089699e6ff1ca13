"""A cohort's page: where it stands, and its tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.domain.words import CohortState
from academy.ui.kit import labels, late
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import Crumb, PageHead, Tabs, page_layout, page_margin, room_of
from academy.ui.kit.parts import Tag, holder, line, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.screens.cohort_tab import CohortTab
from academy.usecases import cohorts
from academy.usecases.cohorts import CohortRow

HERE = "academy.ui.screens"
KINDS = {
    CohortState.RUNNING: "good",
    CohortState.RECRUITING: "info",
    CohortState.PLANNED: "plain",
    CohortState.FINISHED: "plain",
}


class CohortScreen(Screen):
    """Head and tabs of one cohort; a tab is made when it is first shown."""

    watches = frozenset({"cohorts", "programmes", "places", "completion_rules"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id = 0
        self._name = ""
        self._made: dict[str, CohortTab] = {}
        self._found = {key: name for key, (_, name) in self._tabs().items() if late.is_there(name)}
        self.head = PageHead("")
        self.head.went.connect(self.asked)
        shown = [(words, key) for key, (words, _) in self._tabs().items() if key in self._found]
        self.tabs = Tabs(shown, self.tr("Parts of the cohort"))
        self.tabs.chosen.connect(self._chosen)
        self._pages = QStackedWidget()
        self._tab_row = row(self.tabs, None, margins=(24, 0, 24, 0))
        self.setLayout(page_layout(self.head, holder(self._tab_row), line(), self._pages))

    def _tabs(self) -> dict[str, tuple[str, str]]:
        return {
            "overview": (self.tr("Overview"), f"{HERE}.overview:OverviewTab"),
            "people": (self.tr("People"), f"{HERE}.cohort_people:CohortPeopleTab"),
            "register": (self.tr("Register"), f"{HERE}.register:RegisterTab"),
            "mentoring": (self.tr("Mentoring"), f"{HERE}.mentoring:MentoringTab"),
            "completion": (
                self.tr("Completion & certificates"),
                f"{HERE}.completion:CompletionTab",
            ),
        }

    def go(self, parts: Sequence[str]) -> None:
        """Open a cohort, one of its tabs, and what the tab is told: ("7", "register", "12").

        A cohort that is not there any more leads to all cohorts.
        """
        self.cohort_id = int(parts[0]) if parts and parts[0].isdecimal() else 0
        if self._row() is None:
            self.asked.emit("cohorts")
            return
        for tab in self._made.values():
            tab.open_cohort(self.cohort_id)
        key = parts[1] if len(parts) > 1 and parts[1] in self._found else next(iter(self._found))
        self._show(key)
        self.refresh()
        if len(parts) > 2:
            self._made[key].go(parts[2:])

    @property
    def tab_key(self) -> str:
        """Which tab is shown."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    def tab(self, key: str) -> CohortTab:
        """Return a tab, made at its first use."""
        if key not in self._made:
            made = cast("type[CohortTab]", late.found(self._found[key]))(self.desk)
            made.asked.connect(self.asked)
            self._made[key] = made
            self._pages.addWidget(made)
            made.open_cohort(self.cohort_id)
        return self._made[key]

    def reload(self) -> None:
        """Fill the head; the tabs fill themselves."""
        found = self._row()
        if found is None:
            self.asked.emit("cohorts")
            return
        self._name = found.name
        self.head.set_title(found.name)
        state: Tag = (labels.word(found.state), KINDS[found.state])
        if found.state is CohortState.RUNNING:
            state = (*state, "●")
        places = self.tr("{people} of {capacity} places").format(
            people=found.people, capacity=found.capacity
        )
        self.head.set_tags([state, (places, "plain")])
        address = f"cohorts/{found.programme_id}"
        self.head.set_crumbs(
            [Crumb(self.tr("Cohorts"), "cohorts"), Crumb(found.programme, address)]
        )
        self._fit()

    def _row(self) -> CohortRow | None:
        return self.desk.read(cohorts.cohort_row, self.cohort_id)

    def title(self) -> str:
        """Return “Register – Top Talent 7”."""
        if not self._name:
            return ""
        return f"{self._tabs()[self.tab_key][0]} – {self._name}"

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the shown tab does, and importing people into this cohort."""
        here = {"import": lambda: self.asked.emit(f"cohort/{self.cohort_id}/import")}
        return {**here, **self.tab(self.tab_key).commands()}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what the shown tab offers for its selected thing."""
        return self.tab(self.tab_key).item_commands()

    def turn(self, step: int) -> None:
        """Show the next (1) or the previous tab (-1)."""
        number = (self.tabs.currentIndex() + step) % self.tabs.count()
        self.tabs.setCurrentIndex(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        margin = page_margin(self)
        self.head.set_bottom(0, margin)
        self._tab_row.set_margins((margin, 0, margin, 0))
        self.tabs.set_tight(tight=room_of(self) < 720)

    def _chosen(self, key: str) -> None:
        if self.cohort_id and self._pages.currentWidget() is not self._made.get(key):
            self.asked.emit(f"cohort/{self.cohort_id}/{key}")

    def _show(self, key: str) -> None:
        tab = self.tab(key)
        self.tabs.blockSignals(True)  # noqa: FBT003 - Qt's
        self.tabs.show_tab(key)
        self.tabs.blockSignals(False)  # noqa: FBT003 - Qt's
        self._pages.setCurrentWidget(tab)
        self.setFocusProxy(tab)
