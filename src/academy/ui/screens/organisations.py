"""Organisations: the councils and others that people come from, with who comes from each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from academy.store.journal import Gesture
from academy.ui.dialogs import choose_organisation
from academy.ui.dialogs.choose_organisation import ChooseOrganisationDialog
from academy.ui.dialogs.rename_organisation import RenameOrganisationDialog
from academy.ui.kit.desk import Desk, Outcome
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.list_and_details import ListAndDetails
from academy.ui.kit.page import PageHead, page_layout, page_margin
from academy.ui.kit.parts import button, column, holder, label, line, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.table import Column, DataTable, TableModel
from academy.ui.kit.theme import px
from academy.ui.screens.organisation_people import people_from, people_list
from academy.usecases import organisation_choices, organisations
from academy.usecases.organisation_choices import CouncilChoice
from academy.usecases.organisations import OrganisationRow


class OrganisationsScreen(Screen):
    """List and details side by side. Address: organisations, or organisations/3 for one."""

    watches = frozenset({"organisations", "people", "places", "cohorts"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted = 0
        self.rename = button(self.tr("&Rename…"))
        self.add = button(self.tr("&Add organisation…"), "primary", "plus")
        self.head = PageHead(self.tr("Organisations"), actions=(self.rename, self.add))
        self.model: TableModel[OrganisationRow] = TableModel(self._columns(), lambda one: one.id)
        self.table = DataTable(
            "organisations",
            self.tr("Organisations"),
            self.model,
            nothing=self.tr("No organisations match ‘{text}’."),
            stretch="name",
        )
        words = self.tr("Councils are in the register already; type a name and choose.")
        heading, act = self.tr("No organisation yet"), self.tr("Add organisation…")
        self.empty = EmptyState("building-2", heading, words, act)
        self.table.show_when_empty(self.empty)
        self.people = people_list(self.tr("People of the organisation"))
        self._build()
        self._connect()

    def _columns(self) -> list[Column[OrganisationRow]]:
        return [
            Column("name", self.tr("Name"), lambda one: one.name, width=260, names=True),
            Column("people", self.tr("People"), lambda one: str(one.people),
                   lambda one: one.people, right=True, width=84, found=False),
            Column("region", self.tr("Region"), lambda one: one.region, width=230, yields=True),
            Column("kind", self.tr("Kind"), lambda one: one.kind, width=170, shown=False),
        ]  # fmt: skip

    def _build(self) -> None:
        self.name = label("", "section", wrap=True)
        self.facts = label("", "muted", wrap=True)
        self.nobody = label(self.tr("Nobody from here yet."), "muted")
        inner = column(self.name, self.facts, gap=2, margins=(16, 14, 16, 10))
        below = column(self.people.view, self.nobody, gap=0)
        side = column(inner, line(), holder(below), gap=0)
        side.setStretch(2, 1)
        self._side = holder(side)
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nobody.setContentsMargins(px(16), px(12), px(16), 0)
        self._inner = row(self.table, margins=(12, 0, 0, 0))
        self.split = ListAndDetails("organisations", holder(self._inner), self._side)
        page = page_layout(self.head, line(), self.split)
        page.setStretch(2, 1)
        self.setLayout(page)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_organisation)
        self.rename.clicked.connect(self.rename_organisation)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(self.add_organisation)
        self.table.chosen.connect(lambda _id: self._show_chosen())
        self.table.opened.connect(lambda _id: self._enter_people())
        self.people.view.doubleClicked.connect(lambda _index: self.open_person())
        for view in (self.table.view, self.people.view):
            view.installEventFilter(self)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._open_menu)

    # ---- showing -------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Organisations")

    def go(self, parts: Sequence[str]) -> None:
        """Show all organisations and choose one: ("3",)."""
        self._wanted = int(parts[0]) if parts and parts[0].isdecimal() else 0
        self.refresh()
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        first: QWidget = self.table.view if self.model.total else self.empty
        first.setFocus()

    def reload(self) -> None:
        """Read organisations anew; the chosen one stays chosen."""
        self.model.set_rows(self.desk.read(organisations.organisations))
        if self._wanted and self.model.number_of(self._wanted) >= 0:
            self.table.view.select_ids([self._wanted])
        elif self.table.view.current_id() is None and self.model.rowCount():
            self.table.view.select_ids([self.model.id_at(0)])
        self._wanted = 0
        total = self.model.total
        self.add.setVisible(total > 0)  # else the one below the words does the same
        self.head.set_tags([(self.tr("%n organisation(s)", "", total), "plain")] if total else [])
        self._show_chosen()

    def chosen(self) -> OrganisationRow | None:
        """Return the chosen organisation."""
        wanted = self.table.view.current_id()
        number = self.model.number_of(wanted) if wanted is not None else -1
        return self.model.row_at(number) if number >= 0 else None

    def _show_chosen(self) -> None:
        found = self.chosen()
        self._fit()
        self.rename.setVisible(found is not None)
        if found is None:
            return
        here = people_from(self.desk, found.id)
        self.name.setText(found.name)
        counted = self.tr("%n person(s)", "", len(here))
        self.facts.setText(" · ".join(filter(None, (found.kind, found.region, counted))))
        self.people.fill(here)
        self.people.view.setVisible(bool(here))
        self.nobody.setVisible(not here)

    # ---- doing ---------------------------------------------------------------------------------

    def add_organisation(self) -> None:
        """Ask for a council of the register or another name, and add it."""
        dialog = ChooseOrganisationDialog(self, self._find)

        def add(values: dict[str, Any]) -> None:
            added = self._add(values["organisation"], dialog.form.commit_key)
            _end(dialog, added, choose_organisation.FIELDS.get(added.rule, ""))
            if added.done and added.value is not None:
                self.table.filter.close_filter()
                self.table.view.select_ids([added.value])

        dialog.filled.connect(add)
        dialog.open()

    def _add(self, choice: CouncilChoice, once: str) -> Outcome[int]:
        gesture = Gesture("add_organisation", once=once)
        if choice.code:
            return self.desk.attempt(gesture, organisations.add_council, choice.code)
        return self.desk.attempt(gesture, organisations.add_organisation, choice.name)

    def _find(self, typed: str, limit: int) -> list[CouncilChoice]:
        return self.desk.read(organisation_choices.councils_like, typed, limit)

    def rename_organisation(self) -> None:
        """Ask what the chosen organisation is called from now on."""
        found = self.chosen()
        if found is None:
            return
        dialog = RenameOrganisationDialog(self, found.name)

        def rename(values: dict[str, Any]) -> None:
            gesture = Gesture("rename_organisation", once=dialog.form.commit_key)
            name = values["name"]
            done = self.desk.attempt(gesture, organisations.rename_organisation, found.id, name)
            _end(dialog, done, "name")

        dialog.filled.connect(rename)
        dialog.open()

    def open_person(self) -> None:
        """Go to the current person."""
        if person := self.people.current():
            self.asked.emit(f"person/{person.id}")

    def _enter_people(self) -> None:
        if self.people.view.isVisible():
            self.people.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F2 renames; Enter on a person opens their page."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_F2:
            self.rename_organisation()
            return True
        if watched is self.people.view and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_person()
            return True
        return False

    def _open_menu(self, place: QPoint) -> None:
        view = self.people.view if self.sender() is self.people.view else self.table.view
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in self._commands_of(view):
            menu.addAction(command.words).triggered.connect(lambda _=False, act=command.act: act())
        if menu.actions():
            menu.popup(view.viewport().mapToGlobal(place))

    def _commands_of(self, view: QWidget | None) -> list[ItemCommand]:
        if view is self.people.view and self.people.current() is not None:
            return [ItemCommand(self.tr("&Open person"), self.open_person, "Enter")]
        found = self.chosen()
        if found is None:
            return []
        return [
            ItemCommand(self.tr("&Rename…"), self.rename_organisation, "F2"),
            ItemCommand(
                self.tr("Show &History"),
                lambda: self.asked.emit(f"history/organisations/{found.id}"),
            ),
        ]

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N adds an organisation."""
        found: dict[str, Callable[[], object]] = {"new": self.add_organisation}
        if self.model.total:
            found["filter"] = self.table.open_filter
        return found

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the current thing of the list that has focus."""
        return self._commands_of(self.people.view if self.people.view.hasFocus() else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is: the details give way."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._inner.set_margins((margin - 12, 0, 0, 0))
        self.split.show_details(anything=self.chosen() is not None)


def _end(dialog: FormDialog, outcome: Outcome[Any], field: str) -> None:
    if outcome.done:
        dialog.close()
    else:
        dialog.form.show_problems({field: outcome.refusal})
