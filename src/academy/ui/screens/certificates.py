"""Certificates: what is due by cohort, and the register of all that were issued."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.list_and_details import ListAndDetails
from academy.ui.kit.page import (
    PageHead,
    page_layout,
    page_margin,
    room_of,
)
from academy.ui.kit.parts import button, column, holder, icon_button, label, line, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.table import DataTable
from academy.ui.screens.certificate_details import CertificateDetails
from academy.ui.screens.certificate_doing import CertificateDoing
from academy.ui.screens.certificate_drag import CertificateTable, drag_out
from academy.ui.screens.certificate_due import DueCohorts, due_by_cohort
from academy.ui.screens.certificate_filters import CertificateFilters
from academy.ui.screens.certificate_handing import HandingMenu
from academy.ui.screens.certificate_log import Log, log_columns
from academy.ui.screens.certificate_rows import CertificateRows
from academy.ui.screens.page_publishing import BehindNote, PagePublishing
from academy.usecases import certificate_log, certificates
from academy.usecases.certificate_log import LogFilter
from academy.usecases.certificates import CertificateRow, IssuedFile


class CertificatesScreen(Screen):
    """What is due; below it the register beside the details of the chosen certificate.

    Addresses: certificates, certificates/12 for one, certificates/expiring/5 for those of a
    cohort that expire soon.
    """

    watches = frozenset(
        {"certificates", "places", "people", "marks", "training_sessions", "cohorts",
         "programmes", "completion_rules", "requirements_met", "mentoring_meetings",
         "mentoring_pairs", "academy", "signing_keys"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._issued = 0
        self.doing = CertificateDoing(desk, self)
        self.handing = HandingMenu(desk, self, self._chosen_ids)
        self.filters = CertificateFilters(desk)
        self.log = Log(desk, self.filters.chosen)
        self.open = button(self.tr("&Open PDF"))
        self.hand_out = button(self.tr("Hand o&ut"), menu=self.handing.menu)
        self.reissue = button(self.tr("Rei&ssue…"))
        self.revoke = button(self.tr("Revo&ke…"))
        self.templates = button(self.tr("&Templates"), picture="award")
        self.head = PageHead(self.tr("Certificates"), actions=(self.templates,))
        self.due = DueCohorts()
        self.behind = BehindNote(PagePublishing(desk, self))
        self.model = CertificateTable(log_columns(desk.today), self.log, self._files)
        self.table = DataTable(
            "certificates",
            self.tr("Issued certificates"),
            self.model,
            nothing=self.tr("No certificates match ‘{text}’."),
            delegate=CertificateRows(desk.today),
            stretch="state",
        )
        drag_out(self.table.view)
        self.details = CertificateDetails(desk)
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def _files(self, ids: Sequence[int]) -> Sequence[IssuedFile]:
        return self.desk.read(certificates.certificate_files, ids)

    def _build(self) -> None:
        self.count = label("", "group")
        find = icon_button("search", self.tr("Find in the register"))
        find.clicked.connect(self.table.open_filter)
        self.narrow = icon_button("filter", self.tr("Filter the register"), menu=self.filters.menu)
        acts = (self.open, self.hand_out, self.reissue, self.revoke)
        self._bar = row(self.count, find, self.narrow, None, *acts)
        self._chosen = row(self.filters, None)
        words = self.tr("Take a filter away to see more.")
        self.nothing = EmptyState(
            "filter-x", self.tr("No certificate like that"), words, self.tr("Show all")
        )
        self.table.show_when_empty(self.nothing)
        self._inner = row(self.table, margins=(24, 0, 0, 0))
        self.split = ListAndDetails("certificates", holder(self._inner), self.details)
        log = column(holder(self._bar), holder(self._chosen), line(), self.split, gap=0)
        log.setStretch(3, 1)
        words = self.tr("When a cohort’s last session is over, whoever met the rules is listed "
                        "here, ready to be issued.")  # fmt: skip
        heading, act = self.tr("No certificate yet"), self.tr("Open cohorts")
        self.empty = EmptyState("award", heading, words, act)
        for part in (holder(log), self.empty):
            self._pages.addWidget(part)
        page = page_layout(self.head, self.behind, self.due, self._pages)
        page.setStretch(3, 1)
        self.setLayout(page)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.templates.clicked.connect(lambda: self.asked.emit("templates"))
        self.open.clicked.connect(self.open_pdf)
        self.revoke.clicked.connect(self.ask_revoke)
        self.reissue.clicked.connect(self.ask_reissue)
        self.due.wished.connect(lambda cohort: self.asked.emit(f"cohort/{cohort}/issue"))
        self.filters.changed.connect(self._show_rows)
        self.table.opened.connect(lambda _id: self.open_pdf())
        self.table.selection_changed.connect(self._show_selection)
        self.details.asked.connect(self.asked)
        self.details.wished.connect(self.show_one)
        self.doing.revoked.connect(self.table.setFocus)
        self.doing.reissued.connect(self._show_reissued)
        assert self.empty.button is not None
        assert self.nothing.button is not None
        self.empty.button.clicked.connect(lambda: self.asked.emit("cohorts"))
        self.nothing.button.clicked.connect(self.filters.clear)

    # ---- showing -------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Certificates")

    def go(self, parts: Sequence[str]) -> None:
        """Show the page; one certificate: ("12",); those about to expire: ("expiring", "5")."""
        self.reload()
        if parts and parts[0] == "expiring":
            self.filters.clear()
            self.filters.choose("state", "expiring")
            if parts[1:] and parts[1].isdecimal():
                self.filters.choose("cohort", int(parts[1]))
        elif parts and parts[0].isdecimal():
            self.show_one(int(parts[0]))
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if not self._issued:
            self.empty.setFocus()
        else:
            (self.table if self.model.total else self.nothing).setFocus()

    def show_one(self, certificate_id: int) -> None:
        """Choose one certificate, whatever is filtered."""
        self.table.filter.close_filter()
        if self.model.number_of(certificate_id) < 0:
            self.filters.clear()
        self.table.view.select_ids([certificate_id])

    def reload(self) -> None:
        """Read what is due and the register anew; selection and filters stay."""
        waiting = self.desk.read(certificates.due, None, self.desk.now())
        known = self.desk.read(certificate_log.last_days, {row.cohort_id for row in waiting})
        self._issued = self.log.count()
        self.due.fill(due_by_cohort(waiting, known))
        self.behind.fill()
        self.filters.refresh()
        self._show_rows()
        self._pages.setCurrentIndex(0 if self._issued else 1)
        self._pages.setVisible(bool(self._issued) or not waiting)
        in_force = self.tr("{n} in force").format(n=self.log.count(LogFilter(state="live")))
        self.head.set_tags(
            [(self.tr("{n} due").format(n=len(waiting)), "info" if waiting else "plain"),
             (in_force, "plain")]
        )  # fmt: skip

    def _show_rows(self) -> None:
        self.model.fill()
        if self.model.rowCount() and self.table.view.current_id() is None:
            self.table.view.select_ids([self.model.id_at(0)])
        words = self.tr("{n} of {all}").format(n=self.model.total, all=self._issued)
        self.count.setText(words if self.filters.active else self.tr("Log"))
        self._fit_filters()
        self._show_selection()

    def _fit_filters(self) -> None:
        below = 8 if self.filters.active else 0
        self._chosen.set_margins((page_margin(self), 0, page_margin(self), below))

    def selected(self) -> Sequence[CertificateRow]:
        """Return the chosen certificates, read as they are looked at."""
        return self.model.chosen(self.table.view.selected_ids())

    def _chosen_ids(self) -> list[int]:
        return self.table.view.selected_ids()

    def _show_selection(self) -> None:
        chosen = self.selected()
        self.open.setEnabled(len(chosen) == 1)
        self.hand_out.setEnabled(bool(chosen))
        self.reissue.setEnabled(any(self._replaceable(one) for one in chosen))
        self.revoke.setEnabled(any(one.live for one in chosen))
        self.handing.show_count(len(chosen))
        if len(chosen) == 1:
            record = self.desk.read(certificates.certificate_record, chosen[0].id)
            self.details.show_record(record)
            self.told.emit(f"{chosen[0].printed_name} · {chosen[0].number}")
        else:
            self.details.show_record(None, len(chosen))

    def _replaceable(self, one: CertificateRow) -> bool:
        return one.live or not one.replaced_by

    # ---- doing ---------------------------------------------------------------------------------

    def open_pdf(self) -> None:
        """Open a copy of the stored file in the system's own program."""
        for certificate in self.selected()[:1]:
            files = self.desk.read(certificates.certificate_files, [certificate.id])
            if not files:
                self.desk.refused.emit(self.tr("The file was erased with its person’s details."))
                return
            goal = Path(tempfile.mkdtemp(prefix="academy-")) / files[0].name
            goal.write_bytes(files[0].content)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(goal)))

    def ask_revoke(self) -> None:
        """Ask why the chosen certificates are taken back."""
        self.doing.ask_revoke(self.selected())

    def ask_reissue(self) -> None:
        """Ask for name and reason, and issue the chosen certificates anew."""
        self.doing.ask_reissue([one for one in self.selected() if self._replaceable(one)])

    def _show_reissued(self, ids: list[int]) -> None:
        self.show_one(ids[0])
        self.table.view.select_ids(ids)
        self.table.setFocus()

    # ---- the window ----------------------------------------------------------------------------

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here."""
        if not self._issued:
            return {}
        return {"filter": self.table.open_filter, "print": self.handing.print}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen certificates."""
        chosen = self.selected()
        if not chosen:
            return ()
        found = list(self.handing.item_commands())
        if any(self._replaceable(one) for one in chosen):
            found.append(ItemCommand(self.tr("Reiss&ue…"), self.ask_reissue))
        if any(one.live for one in chosen):
            found.append(ItemCommand(self.tr("&Revoke…"), self.ask_revoke))
        if len(chosen) > 1:
            return found
        person = f"person/{chosen[0].person_id}"
        opening = ItemCommand(self.tr("&Open PDF"), self.open_pdf, "Enter")
        return [
            opening, *found, ItemCommand(self.tr("Open p&erson"), lambda: self.asked.emit(person))
        ]  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin, room = page_margin(self), room_of(self)
        self.head.set_margin(margin)
        self.due.set_margin(margin)
        self.behind.set_margin(margin)
        self._bar.set_margins((margin, 8, margin, 8))
        self._fit_filters()
        self._inner.set_margins((margin - 12, 0, 0, 0))
        self.count.setVisible(room >= 720)
        self.head.tags.setVisible(room >= 720)
        super().resizeEvent(event)
