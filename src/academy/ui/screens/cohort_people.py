"""The people of a cohort: who has a place, adding people, withdrawing, a pasted list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget

from academy.domain.words import PlaceState
from academy.store.journal import Gesture
from academy.ui.dialogs.choose_person import ChoosePersonDialog, people_to_choose
from academy.ui.dialogs.withdraw import WithdrawDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.list_and_details import ListAndDetails
from academy.ui.kit.page import page_layout, page_margin, room_of, toolbar
from academy.ui.kit.parts import button, holder, label, line, row
from academy.ui.kit.screen import ItemCommand
from academy.ui.kit.table import DataTable, TableModel
from academy.ui.kit.toast import show_toast
from academy.ui.screens.cohort_tab import CohortTab
from academy.ui.screens.mentee_doing import MenteeDoing
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.ui.screens.people_table import PeopleRows, copy_addresses, place_columns
from academy.ui.screens.person_card import PersonCard
from academy.usecases import cohorts
from academy.usecases.cohorts import PlaceRow
from academy.usecases.person_record import person_record


class CohortPeopleTab(CohortTab):
    """Table and details. Withdrawing keeps the marks; a withdrawn place can be given back."""

    watches = frozenset({"people", "places", "organisations", "cohorts", "marks", "certificates"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort_id = 0
        self.rows: list[PlaceRow] = []
        self.model: TableModel[PlaceRow] = TableModel(place_columns(), lambda p: p.place_id)
        self.table = DataTable(
            "cohort-people",
            self.tr("People of the cohort"),
            self.model,
            nothing=self.tr("No people match ‘{text}’."),
            delegate=PeopleRows(),
            stretch="organisation",
        )
        self.withdraw_ = button(self.tr("&Withdraw…"))
        self.card = PersonCard(self.withdraw_)
        self.mentees, self.mentors = MenteeDoing(desk, self), MentoringDoing(desk, self)
        self.summary = label("", "muted")
        self.import_ = button(self.tr("I&mport…"), picture="file-spreadsheet")
        self.copy = button(self.tr("&Copy e-mail addresses"), picture="copy")
        self.add = button(self.tr("&Add people"), "primary")
        menu = QMenu(self.add)
        self.add.open_below(menu)
        menu.addAction(self.tr("People who are here already…"), self.add_people)
        menu.addAction(self.tr("Somebody new…"), self.add_somebody)
        menu.addAction(self.tr("From a spreadsheet…"), self.import_people)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._bar = toolbar(self.summary, None, self.copy, self.import_, self.add)
        self._inner = row(self.table, margins=(12, 0, 0, 0))
        self.split = ListAndDetails("cohort-people", holder(self._inner), self.card)
        words = self.tr("Drop or paste a spreadsheet, or add people one by one.")
        heading, act = self.tr("Nobody in this cohort yet"), self.tr("Import people…")
        self.empty = EmptyState("users", heading, words, act, "file-spreadsheet")
        page = page_layout(holder(self._bar), line(), self.split)
        page.setStretch(2, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(holder(page))
        self._pages.addWidget(self.empty)
        self.setLayout(page_layout(self._pages))

    def _connect(self) -> None:
        self.card.asked.connect(self.asked)
        self.withdraw_.clicked.connect(self.withdraw_or_return)
        self.import_.clicked.connect(self.import_people)
        self.copy.clicked.connect(self.copy_addresses)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(self.import_people)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _id: self._show_chosen())
        self.table.selection_changed.connect(self._count)

    # ---- showing -------------------------------------------------------------------------------

    def open_cohort(self, cohort_id: int) -> None:
        """Show another cohort."""
        if cohort_id != self.cohort_id:
            self.cohort_id = cohort_id
            self.refresh()

    def reload(self) -> None:
        """Read the places anew; who is chosen stays chosen."""
        if not self.cohort_id:
            return
        self.rows = self.desk.read(cohorts.places, self.cohort_id)
        self.model.set_rows(self.rows)
        self._pages.setCurrentIndex(0 if self.rows else 1)
        self.setFocusProxy(self.table if self.rows else self.empty)
        if self.rows and self.table.view.current_id() is None:
            self.table.view.select_ids([self.model.id_at(0)])
        self._show_chosen()
        self._count()

    def selected(self) -> list[PlaceRow]:
        """Return the chosen places."""
        ids = set(self.table.view.selected_ids())
        return [place for place in self.rows if place.place_id in ids]

    def _current(self) -> PlaceRow | None:
        now = self.table.view.current_id()
        return next((place for place in self.rows if place.place_id == now), None)

    def _show_chosen(self) -> None:
        place = self._current()
        record = None
        if place is not None:
            record = self.desk.read(person_record, place.person_id, self.desk.today())
        self.card.show_record(record)

    def _count(self) -> None:
        chosen = self.selected()
        gone = sum(place.state is PlaceState.WITHDRAWN for place in self.rows)
        words = self.tr("%n person(s)", "", len(self.rows) - gone)
        if gone:
            words += " · " + self.tr("{n} withdrawn").format(n=gone)
        if len(chosen) > 1:
            told = self.tr("{n} of {all} selected")
            words = told.format(n=len(chosen), all=self.model.rowCount())
        self.summary.setText(words)
        back = bool(chosen) and all(place.state is PlaceState.WITHDRAWN for place in chosen)
        self.withdraw_.setText(self._withdraw_words(len(chosen), back=back))
        self.withdraw_.setVisible(bool(chosen))

    def _withdraw_words(self, many: int, *, back: bool) -> str:
        if many < 2:
            return self.tr("Give place &back") if back else self.tr("&Withdraw…")
        if back:
            return self.tr("Give %n place(s) &back", "", many)
        return self.tr("&Withdraw %n person(s)…", "", many)

    # ---- doing ---------------------------------------------------------------------------------

    def add_people(self) -> None:
        """Ask which people who are here already get a place."""
        inside = {p.person_id for p in self.rows if p.state is not PlaceState.WITHDRAWN}
        name = self.desk.read(cohorts.cohort, self.cohort_id).name
        title = self.tr("Add people to {cohort}").format(cohort=name)
        dialog = ChoosePersonDialog(self, title, people_to_choose(self.desk, inside))

        def save(values: dict[str, list[int]]) -> None:
            ids = values["people"]
            gesture = Gesture("enrol", {"n": len(ids)}, once=dialog.form.commit_key)
            today = self.desk.today()
            done = self.desk.attempt(gesture, cohorts.enrol, self.cohort_id, ids, today)
            if not done.done:
                dialog.form.show_problems({"people": done.refusal})
                return
            dialog.close()
            self._undoable(self.tr("%n person(s) enrolled.", "", len(ids)))

        dialog.filled.connect(save)
        dialog.open()

    def add_somebody(self) -> None:
        """Go to the form for somebody new, who gets a place at once."""
        self.asked.emit(f"people/new?cohort={self.cohort_id}")

    def import_people(self) -> None:
        """Go to the import into this cohort."""
        self.asked.emit(f"cohort/{self.cohort_id}/import")

    def withdraw_or_return(self) -> None:
        """Withdraw the chosen people, or give their places back if all of them withdrew."""
        chosen = self.selected()
        active = [place for place in chosen if place.state is not PlaceState.WITHDRAWN]
        if active:
            self._ask_day(active)
        elif chosen:
            ids = [place.person_id for place in chosen]
            gesture = Gesture("enrol", {"n": len(ids)})
            today = self.desk.today()
            if self.desk.do(gesture, cohorts.enrol, self.cohort_id, ids, today).done:
                self._undoable(self.tr("%n person(s) enrolled again.", "", len(ids)))

    def _ask_day(self, leaving: Sequence[PlaceRow]) -> None:
        ids = [place.place_id for place in leaving]
        names = "; ".join(place.name for place in leaving)
        dialog = WithdrawDialog(self, names, len(ids), self.desk.today())

        def withdraw(values: dict[str, date]) -> None:
            gesture = Gesture("withdraw", {"n": len(ids)}, once=dialog.form.commit_key)
            done = self.desk.attempt(gesture, cohorts.withdraw, ids, values["on"])
            if not done.done:
                dialog.form.show_problems({"on": done.refusal})
                return
            dialog.close()
            words = self.tr("%n person(s) withdrawn. Their marks are kept.", "", len(ids))
            self._undoable(words)

        dialog.filled.connect(withdraw)
        dialog.open()

    def ask_wishes(self) -> None:
        """Ask what the chosen person wishes for in mentoring."""
        if place := self._current():
            self.mentees.ask_wishes(place.place_id)

    def make_mentor(self) -> None:
        """Ask what the chosen person offers as a mentor."""
        if place := self._current():
            self.mentors.edit_mentor(place.person_id)

    def _undoable(self, words: str) -> None:
        show_toast(self, words, self.tr("Undo"), self.desk.undo)

    def copy_addresses(self) -> None:
        """Copy the addresses of the chosen people, or of all who have a place."""
        chosen = self.selected()
        here = [place for place in self.rows if place.state is not PlaceState.WITHDRAWN]
        show_toast(self, copy_addresses(chosen if len(chosen) > 1 else here))

    def _open(self, place_id: object) -> None:
        found = [place.person_id for place in self.rows if place.place_id == place_id]
        if found:
            self.asked.emit(f"person/{found[0]}")

    # ---- the menus -----------------------------------------------------------------------------

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N adds somebody new with a place here."""
        here: dict[str, Callable[[], object]] = {"new": self.add_somebody}
        if self.rows:
            here["filter"] = self.table.open_filter
        return here

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen people."""
        add = ItemCommand(self.tr("&Add people who are here already…"), self.add_people)
        place = self._current()
        if place is None:
            return (add,)
        return (
            ItemCommand(self.tr("&Open person"), lambda: self._open(place.place_id), "Enter"),
            ItemCommand(self.withdraw_.text(), self.withdraw_or_return),
            ItemCommand(self.tr("Mentoring wis&hes…"), self.ask_wishes),
            ItemCommand(self.tr("&Make a mentor…"), self.make_mentor),
            ItemCommand(self.tr("&Copy e-mail addresses"), self.copy_addresses),
            add,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a pasted list to the import."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.asked.emit(f"cohort/{self.cohort_id}/import?paste")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin, room = page_margin(self), room_of(self)
        self._bar.set_margins((margin, 10, margin, 10))
        self._inner.set_margins((margin - 12, 0, 0, 0))
        self.copy.setVisible(room >= 860)
        self.import_.setVisible(room >= 720)
        super().resizeEvent(event)
