"""Certificates: what is due by cohort, and the log of all that were issued."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.domain import dates
from academy.store.journal import Gesture
from academy.ui.dialogs.reason import ReasonDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import PageHead, page_layout, page_margin, room_of
from academy.ui.kit.parts import button, column, holder, icon_button, label, row
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.table import Column, DataTable, TableModel
from academy.ui.kit.toast import show_toast
from academy.ui.screens.certificate_due import DueCohorts, due_by_cohort
from academy.ui.screens.certificate_rows import CertificateRows, state_words
from academy.ui.screens.certificate_saving import CertificateSaver
from academy.usecases import certificates, cohorts
from academy.usecases.certificates import CertificateRow


class CertificatesScreen(Screen):
    """What is due, by cohort; below it the log. Addresses: certificates, certificates/12."""

    watches = frozenset(
        {"certificates", "places", "people", "marks", "training_sessions", "cohorts",
         "programmes", "completion_rules", "requirements_met", "mentoring_meetings",
         "mentoring_pairs"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.saver = CertificateSaver(desk, self)
        self.open = button(self.tr("&Open PDF"))
        self.save = button(self.tr("&Save PDF"))
        self.print = button(self.tr("One &PDF for printing"))
        self.revoke = button(self.tr("Re&voke…"))
        self.head = PageHead(self.tr("Certificates"))
        self.due = DueCohorts()
        self.model: TableModel[CertificateRow] = TableModel(self._columns(), lambda c: c.id)
        self.table = DataTable(
            "certificates",
            self.tr("Issued certificates"),
            self.model,
            nothing=self.tr("No certificates match ‘{text}’."),
            delegate=CertificateRows(),
            stretch="programme",
        )
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def _columns(self) -> list[Column[CertificateRow]]:
        return [
            Column("number", self.tr("Number"), lambda c: c.number, width=130),
            Column("name", self.tr("Name"), lambda c: c.name, lambda c: c.sort, width=300),
            Column("issued", self.tr("Issued"), lambda c: dates.short_day(c.issued_on),
                   lambda c: c.issued_on, width=120),
            Column("state", self.tr("State"), state_words, width=200),
            Column("programme", self.tr("Programme"), lambda c: c.programme, width=220),
            Column("cohort", self.tr("Cohort"), lambda c: c.cohort, width=150, shown=False),
        ]  # fmt: skip

    def _build(self) -> None:
        self.count = label("", "group")
        find = icon_button("search", self.tr("Filter the log"))
        find.clicked.connect(self.table.open_filter)
        self._bar = row(self.count, find, None, self.open, self.save, self.print, self.revoke)
        self._inner = row(self.table, margins=(24, 0, 24, 12))
        log = column(holder(self._bar), holder(self._inner), gap=0)
        log.setStretch(1, 1)
        words = self.tr("When a cohort’s last session is over, whoever met the rules is listed "
                        "here, ready to be issued.")  # fmt: skip
        heading, act = self.tr("No certificate yet"), self.tr("Open cohorts")
        self.empty = EmptyState("award", heading, words, act)
        for part in (holder(log), self.empty):
            self._pages.addWidget(part)
        page = page_layout(self.head, self.due, self._pages)
        page.setStretch(2, 1)
        self.setLayout(page)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.open.clicked.connect(self.open_pdf)
        self.save.clicked.connect(self.save_pdf)
        self.print.clicked.connect(self.print_pdf)
        self.revoke.clicked.connect(self.ask_revoke)
        self.due.wished.connect(lambda cohort: self.asked.emit(f"cohort/{cohort}/issue"))
        self.table.opened.connect(lambda _id: self.open_pdf())
        self.table.selection_changed.connect(self._show_selection)
        self.saver.saved.connect(self._saved)
        self.saver.refused.connect(self.desk.refused)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(lambda: self.asked.emit("cohorts"))

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Certificates")

    def go(self, parts: Sequence[str]) -> None:
        """Show the page, or one certificate of the log: ("12",)."""
        self.reload()
        if parts and parts[0].isdecimal():
            self.table.filter.close_filter()
            self.table.view.select_ids([int(parts[0])])
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        (self.table if self.model.total else self.empty).setFocus()

    def reload(self) -> None:
        """Read what is due and the log anew; the selection stays."""
        waiting = self.desk.read(certificates.due, None, self.desk.now())
        known = self.desk.read(cohorts.cohorts)
        rows = self.desk.read(certificates.certificates)
        self.due.fill(due_by_cohort(waiting, known))
        self.model.set_rows(rows)
        if rows and self.table.view.current_id() is None:
            self.table.view.select_ids([rows[0].id])
        self._pages.setCurrentIndex(0 if rows else 1)
        self._pages.setVisible(bool(rows) or not waiting)
        live = sum(certificate.live for certificate in rows)
        issued = self.tr("{n} issued").format(n=live)
        self.head.set_tags(
            [(self.tr("{n} due").format(n=len(waiting)), "info" if waiting else "plain"),
             (issued, "plain")]
        )  # fmt: skip
        self.count.setText(self.tr("Log"))
        self._show_selection()

    def selected(self) -> list[CertificateRow]:
        """Return the chosen certificates."""
        ids = set(self.table.view.selected_ids())
        return [certificate for certificate in self.model.rows if certificate.id in ids]

    def _show_selection(self) -> None:
        chosen = self.selected()
        self.open.setEnabled(len(chosen) == 1)
        self.revoke.setEnabled(len(chosen) == 1 and chosen[0].live)
        self.save.setText(self.tr("&Save %n PDF(s)", "", max(1, len(chosen))))
        if len(chosen) == 1:
            self.told.emit(f"{chosen[0].printed_name} · {chosen[0].number}")

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

    def save_pdf(self) -> None:
        """Save the chosen files again: the very same bytes."""
        self.saver.save([certificate.id for certificate in self.selected()])

    def print_pdf(self) -> None:
        """Save the chosen files as one for printing."""
        self.saver.save_one_pdf([certificate.id for certificate in self.selected()])

    def _saved(self, folder: Path, count: int) -> None:
        words = self.tr("%n file(s) saved in {folder}.", "", count).format(folder=folder)
        show_toast(self, words, self.tr("Open folder"), self.saver.open_folder)

    def ask_revoke(self) -> None:
        """Ask why a certificate is taken back."""
        chosen = [certificate for certificate in self.selected() if certificate.live]
        if len(chosen) != 1:
            return
        what = self.tr("{number} of {name}. The number stays used; the log says why and when.")
        dialog = ReasonDialog(
            self,
            self.tr("Revoke this certificate"),
            what.format(number=chosen[0].number, name=chosen[0].printed_name),
            self.tr("Revoke certificate"),
            missing=self.tr("Enter the reason; it is kept in the log"),
        )

        def revoke(values: dict[str, str]) -> None:
            gesture = Gesture("revoke_certificate", once=dialog.form.commit_key)
            today = self.desk.today()
            done = self.desk.attempt(
                gesture, certificates.revoke, chosen[0].id, today, values["reason"]
            )
            if done.done:
                dialog.close()
                self.table.setFocus()
                words = self.tr("Certificate revoked.")
                show_toast(self, words, self.tr("Undo"), self.desk.undo)
            else:
                dialog.form.show_problems({"reason": done.refusal})

        dialog.filled.connect(revoke)
        dialog.open()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here."""
        return {"filter": self.table.open_filter} if self.model.total else {}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen certificates."""
        chosen = self.selected()
        if not chosen:
            return ()
        saving = [
            ItemCommand(self.tr("&Save %n PDF(s)", "", len(chosen)), self.save_pdf),
            ItemCommand(self.tr("One &PDF for printing"), self.print_pdf),
        ]
        if len(chosen) > 1:
            return saving
        person = f"person/{chosen[0].person_id}"
        found = [ItemCommand(self.tr("&Open PDF"), self.open_pdf, "Enter"), *saving]
        if chosen[0].live:
            found.append(ItemCommand(self.tr("&Revoke…"), self.ask_revoke))
        return [*found, ItemCommand(self.tr("Open p&erson"), lambda: self.asked.emit(person))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin, tiny = page_margin(self), room_of(self) < 720
        self.head.set_margin(margin)
        self.due.set_margin(margin)
        self._bar.set_margins((margin, 8, margin, 8))
        self._inner.set_margins((margin, 0, margin, 12))
        self.count.setVisible(not tiny)
        self.head.tags.setVisible(not tiny)
        super().resizeEvent(event)
