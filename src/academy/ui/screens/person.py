"""One person's page: their form, cohorts with marks, mentoring, certificates, history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import Crumb, PageHead, Tabs, page_layout, page_margin, room_of
from academy.ui.kit.parts import Box, Tag, button, column, holder, label, line, row
from academy.ui.kit.row_list import RowList, RowView
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.toast import show_toast
from academy.ui.screens.away_doing import AwayAsker
from academy.ui.screens.history import HistoryScreen
from academy.ui.screens.mentoring_rows import PairRows, pair_aloud
from academy.ui.screens.person_mentoring import PersonMentoring
from academy.ui.screens.person_page import PersonPage
from academy.ui.screens.person_rows import CertificateRows, CohortRows, certificate_words
from academy.ui.screens.person_words import place_aloud
from academy.usecases import people
from academy.usecases.certificates import CertificateRow
from academy.usecases.mentoring import PairRow
from academy.usecases.person_record import PersonCohort, PersonRecord, person_record

KEYS = ("details", "cohorts", "mentoring", "certificates", "history")


class PersonScreen(Screen):
    """Address: person/12, person/12/cohorts and the other tabs."""

    watches = frozenset(
        {"people", "places", "organisations", "cohorts", "marks", "training_sessions", "mentors",
         "mentoring_pairs", "mentoring_meetings", "certificates"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.person_id = 0
        self.record: PersonRecord | None = None
        self.copy = button(self.tr("Copy e-mail &address"), picture="copy")
        self.copy.clicked.connect(self.copy_address)
        self.asker = AwayAsker(desk, self)
        self.leave = button(self.tr("Away from … to …"), picture="calendar")
        self.leave.clicked.connect(self.away)
        self.mentoring = PersonMentoring(desk, self)
        acts = (*self.mentoring.buttons, self.leave, self.copy)
        self.head = PageHead("", actions=acts)
        self.head.went.connect(self.asked)
        tabs = (
            self.tr("Details"), self.tr("Cohorts & attendance"), self.tr("Mentoring"),
            self.tr("Certificates"), self.tr("History"),
        )  # fmt: skip
        self.tabs = Tabs(list(zip(tabs, KEYS, strict=True)), self.tr("Parts of the record"))
        self.form = PersonPage(desk)
        self.history = HistoryScreen(desk)
        self.history.head.hide()
        heading = self.tr("Not changed since it came here")
        words = self.tr("What is changed in this record is listed here, with who did it and when.")
        self.history.table.show_when_empty(EmptyState("history", heading, words))
        self._lists()
        self._pages = QStackedWidget()
        for key in KEYS:
            self._pages.addWidget(self._page_of(key))
        self._tab_row: Box = row(self.tabs, None, margins=(24, 0, 24, 0))
        page = page_layout(self.head, holder(self._tab_row), line(), self._pages)
        page.setStretch(3, 1)
        self.setLayout(page)
        self._connect()

    def _lists(self) -> None:
        places: RowList[PersonCohort] = RowList(lambda r: r.place_id, _cohort, place_aloud)
        self.cohorts = RowView(places, CohortRows(), self.tr("Cohorts"))
        pairs: RowList[PairRow] = RowList(lambda r: r.id, pair_aloud, pair_aloud)
        rows = PairRows()
        rows.cohorts = True
        self.pairs = RowView(pairs, rows, self.tr("Mentoring pairs"))
        issued: RowList[CertificateRow] = RowList(lambda r: r.id, _certificate, _certificate)
        self.certificates = RowView(issued, CertificateRows(), self.tr("Certificates"))
        self.offers = label("", "muted", wrap=True)

    def _page_of(self, key: str) -> QWidget:
        if key in ("details", "history"):
            return self.form if key == "details" else self.history
        views: dict[str, RowView[Any]] = {
            "cohorts": self.cohorts, "mentoring": self.pairs, "certificates": self.certificates,
        }  # fmt: skip
        told = {
            "cohorts": ("users", self.tr("In no cohort yet"),
                        self.tr("Give them a place from the cohort’s people.")),
            "mentoring": ("handshake", self.tr("No mentoring yet"),
                          self.tr("Pairs are made in a cohort’s mentoring.")),
            "certificates": ("award", self.tr("No certificate yet"),
                             self.tr("They are issued from the cohort when due.")),
        }[key]  # fmt: skip
        pages = QStackedWidget()
        lines = column(views[key].view, gap=0, margins=(0, 8, 0, 8))
        if key == "mentoring":
            lines = column(
                holder(row(self.offers, margins=(24, 12, 24, 4))), views[key].view, gap=0
            )
        pages.addWidget(holder(lines))
        pages.addWidget(EmptyState(*told))
        pages.setFocusProxy(views[key].view)
        views[key].view.installEventFilter(self)
        views[key].view.doubleClicked.connect(lambda _index: self.open_chosen())
        return pages

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._chosen)
        self.form.saved.connect(self._after_saving)
        self.form.left.connect(lambda: self.asked.emit("people"))

    # ---- showing -------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Open a person, at one of the tabs: ("12", "cohorts")."""
        self.person_id = int(parts[0]) if parts and parts[0].isdecimal() else 0
        if not self.desk.read(people.is_here, self.person_id):
            self.asked.emit("people")
            return
        key = parts[1] if len(parts) > 1 and parts[1] in KEYS else KEYS[0]
        self.tabs.blockSignals(True)  # noqa: FBT003 - Qt's
        self.tabs.show_tab(key)
        self.tabs.blockSignals(False)  # noqa: FBT003 - Qt's
        self._pages.setCurrentIndex(KEYS.index(key))
        if key == "history":
            self.history.go(("people", str(self.person_id)))
        self.refresh()

    @property
    def tab_key(self) -> str:
        """Which tab is shown."""
        return KEYS[self._pages.currentIndex()]

    def reload(self) -> None:
        """Read the record anew; what is being typed stays."""
        if not self.desk.read(people.is_here, self.person_id):
            self.asked.emit("people")
            return
        record = self.desk.read(person_record, self.person_id, self.desk.today())
        self.record = record
        if not self.form.is_shown(record.person):
            self.form.show_person(record.person, record.organisation)
        self._fill(record)
        self._name_page(record)
        page = self._pages.currentWidget()
        empty = isinstance(page, QStackedWidget) and page.currentIndex() == 1
        none = page is self.history and not self.history.model.total
        self.setFocusProxy(self.tabs if page is None or empty or none else page)

    def _fill(self, record: PersonRecord) -> None:
        self.cohorts.fill(record.cohorts)
        self.pairs.fill(record.pairs)
        self.certificates.fill(record.certificates)
        words = ""
        if record.mentor is not None:
            words = self.tr("Mentors up to {n} at a time.").format(n=record.mentor.capacity)
            if record.mentor.offers:
                words += " " + self.tr("Offers {offers}.").format(offers=record.mentor.offers)
        self.offers.setText(words)
        self.offers.setVisible(bool(words))
        some = {
            "cohorts": bool(record.cohorts),
            "mentoring": bool(record.pairs) or bool(words),
            "certificates": bool(record.certificates),
        }
        for key, there in some.items():
            stack = self._pages.widget(KEYS.index(key))
            assert isinstance(stack, QStackedWidget)
            stack.setCurrentIndex(0 if there else 1)

    def _name_page(self, record: PersonRecord) -> None:
        self.head.set_crumbs([Crumb(self.tr("People"), "people")])
        self.head.set_title(record.person.full_name)
        tags: list[Tag] = [(record.organisation, "plain")] if record.organisation else []
        if record.mentor is not None:
            tags.append((self.tr("Mentor"), "info"))
        self.head.set_tags(tags if room_of(self) >= 720 else [])
        self.copy.setVisible(bool(record.person.email) and room_of(self) >= 720)
        self.mentoring.show_record(record, self.tab_key, room=room_of(self))
        staff = any(place.marks is not None for place in record.cohorts)
        self.leave.setVisible(self.tab_key == "cohorts" and staff and room_of(self) >= 720)
        self._fit()

    def title(self) -> str:
        """Return “Details – Aoife Byrne”."""
        if self.record is None:
            return ""
        words = self.tabs.tabText(self.tabs.currentIndex()).replace("&&", "&")
        return f"{words} – {self.record.person.full_name}"

    # ---- doing ---------------------------------------------------------------------------------

    def open_chosen(self) -> None:
        """Go to what is chosen in the list: the register, the pair, the log of certificates."""
        key = self.tab_key
        if key == "cohorts" and (place := self.cohorts.current()):
            self.asked.emit(f"cohort/{place.cohort_id}/register")
        elif key == "mentoring" and (pair := self.pairs.current()):
            self.asked.emit(f"pair/{pair.id}")
        elif key == "certificates" and (issued := self.certificates.current()):
            self.asked.emit(f"certificates/{issued.id}")

    def copy_address(self) -> None:
        """Copy the e-mail address."""
        if self.record is not None and self.record.person.email:
            QGuiApplication.clipboard().setText(self.record.person.email)
            show_toast(self, self.tr("E-mail address copied."))

    def away(self) -> None:
        """Ask how long they are away."""
        if self.record is not None:
            self.asker.ask(self.person_id, self.record.person.full_name)

    def remove_person(self) -> None:
        """Remove somebody who takes part in nothing."""
        outcome = self.desk.do(Gesture("remove_person"), people.remove_person, self.person_id)
        if outcome.done:
            words = self.tr("Person removed.")
            show_toast(self, words, self.tr("Undo"), self.desk.undo)

    def _after_saving(self, _person_id: int, closing: bool) -> None:  # noqa: FBT001 - a signal's
        if closing:
            self.asked.emit("people")
        else:
            self.reload()

    def _chosen(self, key: str) -> None:
        if self.person_id and key != self.tab_key:
            self.asked.emit(f"person/{self.person_id}/{key}")

    def turn(self, step: int) -> None:
        """Show the next (1) or the previous tab (-1)."""
        self.tabs.clearFocus()  # what the tab holds gets it
        number = (self.tabs.currentIndex() + step) % self.tabs.count()
        self.tabs.setCurrentIndex(number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens what a list shows."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(watched, QAbstractItemView) and event.key() in enter:  # type: ignore[attr-defined]
            self.open_chosen()
            return True
        return False

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N adds another person."""
        return {"new": lambda: self.asked.emit("people/new")}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the person and the chosen line."""
        found = [
            ItemCommand(self.tr("&Copy e-mail address"), self.copy_address),
            ItemCommand(self.tr("&Remove person"), self.remove_person),
        ]
        words = {
            "cohorts": self.tr("&Open register"),
            "mentoring": self.tr("&Open pair"),
            "certificates": self.tr("&Open certificates"),
        }
        if self.tab_key in words:
            found.insert(0, ItemCommand(words[self.tab_key], self.open_chosen, "Enter"))
        away = ItemCommand(self.tr("&Away from … to …"), self.away)
        return [*found, *self.mentoring.item_commands(), away]

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when another page is shown."""
        self.form.keep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        if self.record is not None:
            self._name_page(self.record)
        super().resizeEvent(event)

    def _fit(self) -> None:
        margin = page_margin(self)
        self.head.set_bottom(0, margin)
        self._tab_row.set_margins((margin, 0, margin, 0))
        self.tabs.set_tight(tight=room_of(self) < 720)


def _cohort(place: PersonCohort) -> str:
    return place.cohort


def _certificate(one: CertificateRow) -> str:
    return f"{one.number}, {labels.word(one.kind)}, {one.programme}, {certificate_words(one)}"
