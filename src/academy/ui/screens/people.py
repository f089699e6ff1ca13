"""Everybody once: a table, the details of who is chosen, and the form for somebody new."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.store.journal import Gesture
from academy.ui.dialogs.choose_cohort import ChooseCohortDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.list_and_details import ListAndDetails
from academy.ui.kit.page import Crumb, PageHead, page_layout, page_margin, room_of
from academy.ui.kit.paged_model import PagedModel
from academy.ui.kit.parts import button, column, holder, label, layout_of, line, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.table import DataTable
from academy.ui.kit.toast import show_toast
from academy.ui.screens.people_table import (
    Everybody,
    PeopleRows,
    copy_addresses,
    people_columns,
)
from academy.ui.screens.person_card import PersonCard
from academy.ui.screens.person_page import PersonPage
from academy.usecases import cohorts, people
from academy.usecases.people import PersonDraft, PersonRow
from academy.usecases.person_record import person_record


class PeopleScreen(Screen):
    """Address: people; people/new asks for somebody, with ?cohort=7 for a place there too."""

    watches = frozenset({"people", "places", "organisations", "cohorts", "marks", "certificates"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cohort_id: int | None = None
        self.import_ = button(self.tr("I&mport…"), picture="file-spreadsheet")
        self.add = button(self.tr("&Add person"), "primary", "user-plus")
        self.head = PageHead(self.tr("People"), actions=(self.import_, self.add))
        self.model = PagedModel(people_columns(), lambda p: p.id, Everybody(desk))
        self.table = DataTable(
            "people",
            self.tr("People"),
            self.model,
            nothing=self.tr("No people match ‘{text}’."),
            delegate=PeopleRows(),
            stretch="organisation",
        )
        self.card = PersonCard()
        self.counted = label("", "muted")
        self.copy = button(self.tr("&Copy e-mail addresses"), picture="copy")
        self.enrol = button(self.tr("Give a &place…"), picture="user-check")
        self._bar = row(self.counted, None, self.enrol, self.copy, margins=(24, 6, 16, 6))
        self._build()
        self._connect()

    def _build(self) -> None:
        words = self.tr("Bring in a spreadsheet, or add people one by one.")
        heading, act = self.tr("Nobody here yet"), self.tr("Import people…")
        self.empty = EmptyState("contact", heading, words, act)
        layout_of(self.table.filter).set_margins((12, 8, 12, 8))
        self._inner = row(self.table, margins=(12, 0, 0, 0))
        self._selected = holder(self._bar)
        self._selected.hide()
        left = column(self._inner, self._selected, gap=0)
        left.setStretch(0, 1)
        self.split = ListAndDetails("people", holder(left), self.card)
        self.form = PersonPage(self.desk)
        self._pages = QStackedWidget()
        for page in (self.split, self.empty, self.form):
            self._pages.addWidget(page)
        whole = page_layout(self.head, line(), self._pages)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.head.went.connect(self.asked)
        self.card.asked.connect(self.asked)
        self.add.clicked.connect(self.add_person)
        self.import_.clicked.connect(self.import_people)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(self.import_people)
        self.table.opened.connect(lambda person_id: self.asked.emit(f"person/{person_id}"))
        self.table.chosen.connect(lambda _id: self._show_chosen())
        self.table.selection_changed.connect(self._count)
        self.copy.clicked.connect(self.copy_addresses)
        self.enrol.clicked.connect(self.give_places)
        self.form.saved.connect(self._after_saving)
        self.form.left.connect(lambda: self._go_back(self._cohort_id))

    # ---- showing -------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Show everybody, or the form for somebody new: ("new", "?cohort=7")."""
        if "new" in parts:
            told = next((part for part in parts if part.startswith("?cohort=")), "")
            number = told.removeprefix("?cohort=")
            self._show_form(int(number) if number.isdecimal() else None)
            return
        self.form.keep()
        self._pages.setCurrentIndex(0)
        self._name_page()
        self.refresh()

    def _show_form(self, cohort_id: int | None) -> None:
        self._cohort_id = cohort_id
        self.form.show_person(PersonDraft(), "", cohort_id)
        self._pages.setCurrentIndex(2)
        self._name_page()
        self.setFocusProxy(self.form)

    def _name_page(self) -> None:
        asking = self._pages.currentIndex() == 2
        for act in (self.add, self.import_):
            act.setVisible(not asking and not self.desk.store.read_only)
        crumbs, title = [], self.tr("People")
        if asking:
            crumbs, title = [Crumb(title, "people")], self.tr("Add a person")
        if asking and self._cohort_id is not None:
            name = self.desk.read(cohorts.cohort, self._cohort_id).name
            crumbs = [Crumb(self.tr("Cohorts"), "cohorts")]
            crumbs.append(Crumb(name, f"cohort/{self._cohort_id}/people"))
            title = self.tr("Add a person to {cohort}").format(cohort=name)
        self.head.set_title(title)
        self.head.set_crumbs(crumbs)
        self.head.set_margin(page_margin(self))
        self.head.tags.setVisible(not asking)

    def reload(self) -> None:
        """Read everybody anew; who is chosen stays chosen."""
        self.model.fill()
        rows = self.model.total
        self.head.set_tags([(str(rows), "plain")] if rows else [])
        if self._pages.currentIndex() == 2:
            self.head.tags.hide()
            return
        self._pages.setCurrentIndex(0 if rows else 1)
        self.setFocusProxy(self.table if rows else self.empty)
        if self.model.rowCount() and self.table.view.current_id() is None:
            self.table.view.select_ids([self.model.id_at(0)])
        self._show_chosen()
        self._count()

    def _show_chosen(self) -> None:
        chosen = self.table.view.current_id()
        record = None
        if chosen is not None:
            record = self.desk.read(person_record, chosen, self.desk.today())
        self.card.show_record(record)

    def _count(self) -> None:
        many = len(self.table.view.selected_ids())
        self._selected.setVisible(many > 1)
        told = self.tr("{n} of {all} selected")
        self.counted.setText(told.format(n=many, all=self.model.rowCount()))
        self.enrol.setText(self.tr("Give %n person(s) a &place…", "", many))

    def selected(self) -> list[PersonRow]:
        """Return the chosen people."""
        ids = self.table.view.selected_ids()
        return [self.model.row_at(self.model.number_of(one)) for one in ids]

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.head.title.text()

    # ---- doing ---------------------------------------------------------------------------------

    def add_person(self) -> None:
        """Ask for somebody new."""
        self.asked.emit("people/new")

    def import_people(self) -> None:
        """Go to the import."""
        self.asked.emit("people/import")

    def copy_addresses(self) -> None:
        """Copy the e-mail addresses of the chosen people."""
        show_toast(self, copy_addresses(self.selected()))

    def give_places(self) -> None:
        """Ask for the cohort in which the chosen people get a place."""
        ids = [one.id for one in self.selected()]
        dialog = ChooseCohortDialog(self, len(ids), self.desk.read(cohorts.cohorts))

        def save(values: dict[str, int]) -> None:
            gesture = Gesture("enrol", {"n": len(ids)}, once=dialog.form.commit_key)
            cohort_id, today = values["cohort"], self.desk.today()
            done = self.desk.attempt(gesture, cohorts.enrol, cohort_id, ids, today)
            if not done.done:
                dialog.form.show_problems({"cohort": done.refusal})
                return
            dialog.close()
            words = self.tr("%n person(s) enrolled.", "", len(ids))
            show_toast(self, words, self.tr("Undo"), self.desk.undo)

        dialog.filled.connect(save)
        dialog.open()

    def remove_person(self) -> None:
        """Remove the chosen person, who takes part in nothing."""
        chosen = self.table.view.current_id()
        if chosen is None:
            return
        outcome = self.desk.do(Gesture("remove_person"), people.remove_person, chosen)
        if outcome.done:
            words = self.tr("Person removed.")
            show_toast(self, words, self.tr("Undo"), self.desk.undo)

    def _after_saving(self, person_id: int, _closing: bool) -> None:  # noqa: FBT001 - a signal's
        cohort_id, self._cohort_id = self._cohort_id, None
        if cohort_id is not None:
            self._go_back(cohort_id)
            return
        self.asked.emit("people")
        self.reload()
        self.table.view.select_ids([person_id])

    def _go_back(self, cohort_id: int | None) -> None:
        self.asked.emit("people" if cohort_id is None else f"cohort/{cohort_id}/people")

    # ---- the menus -----------------------------------------------------------------------------

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N adds a person."""
        here: dict[str, Callable[[], object]] = {"import": self.import_people}
        if self._pages.currentIndex() != 2:
            here["new"] = self.add_person
        if self._pages.currentIndex() == 0:
            here["filter"] = self.table.open_filter
        return here

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen people."""
        chosen = self.table.view.current_id()
        if chosen is None or self._pages.currentIndex() != 0:
            return ()
        go = lambda: self.asked.emit(f"person/{chosen}")  # noqa: E731
        return (
            ItemCommand(self.tr("&Open person"), go, "Enter"),
            ItemCommand(self.tr("Give a &place…"), self.give_places),
            ItemCommand(self.tr("&Copy e-mail addresses"), self.copy_addresses),
            ItemCommand(self.tr("&Remove person"), self.remove_person, "Del"),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes the chosen person; a pasted list is imported."""
        if event.matches(QKeySequence.StandardKey.Delete) and self.table.view.hasFocus():
            self.remove_person()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.asked.emit("people/import?paste")
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when another page is shown."""
        self.form.keep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._inner.set_margins((margin - 12, 0, 0, 0))
        self.import_.setVisible(self.add.isVisibleTo(self) and room_of(self) >= 640)
        super().resizeEvent(event)
