"""Settings: they apply at once, there is no Apply button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from academy.domain import dates
from academy.domain.words import Who
from academy.store.journal import Gesture
from academy.ui.dialogs.signatory import SignatoryDialog
from academy.ui.kit import backups, pickers, session_memory
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import PageHead, page_margin
from academy.ui.kit.parts import (
    Field,
    button,
    chips,
    choice,
    column,
    holder,
    label,
    line,
    row,
    scrolled,
)
from academy.ui.kit.screen import Screen
from academy.ui.kit.theme import Scheme, px, theme
from academy.ui.screens.page_publishing import PublishingSettings
from academy.ui.screens.settings_academy import AcademySettings
from academy.ui.screens.settings_certificates import CertificateSettings
from academy.ui.screens.settings_facilitator import FacilitatorSettings
from academy.ui.screens.settings_matching import MatchingPart
from academy.ui.screens.settings_parts import SignaturePicture, section, setting
from academy.usecases import academy
from academy.usecases.academy import SignatoryDraft

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)


class SettingsScreen(Screen):
    """One page in sections: academy, signatories, facilitator mode, appearance, you, backups."""

    watches = frozenset({"academy", "signatories", "facilitator_passphrase", "signing_keys",
                         "certificates"})  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.head = PageHead(self.tr("Settings"))
        self.of_academy = AcademySettings(desk)
        self.of_academy.told.connect(desk.done)
        self.of_certificates = CertificateSettings(desk)
        self.of_page = PublishingSettings(desk)
        self.of_facilitators = FacilitatorSettings(desk)
        self.of_matching = MatchingPart(desk)
        self.of_matching.told.connect(desk.done)
        self._signatories = column(gap=0)
        add = button(self.tr("Add a signator&y…"), picture="plus")
        add.clicked.connect(lambda: self.edit_signatory(SignatoryDraft()))
        self.sections = {
            "signatories": section(
                self.tr("Signatories"),
                self._signatories,
                row(add, None),
                note=self.tr("Who signs certificates. Those already issued keep what they show."),
            ),
            "certificates": self.of_certificates,
            "page": self.of_page,
            "mentoring": self.of_matching,
            "facilitator": self.of_facilitators,
            "appearance": self._appearance(),
            "you": self._you(),
            "backup": self._backup(),
        }
        parts: list[QWidget] = [self.of_academy]
        for made in self.sections.values():
            parts += [line(), made]
        inner = holder(column(*parts, None, gap=0))
        inner.setMaximumWidth(px(720))
        self._lines = row(inner, None, margins=(24, 0, 24, 16))
        self._lines.setStretch(0, 1)
        self._area: QScrollArea = scrolled(self._lines)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addWidget(self._area, 1)
        self.setFocusProxy(self.of_academy.fields["name"])
        theme().changed.connect(self._show_look)

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Settings")

    def go(self, parts: Sequence[str]) -> None:
        """Show the page, or a section: ("backup",)."""
        self.refresh()
        wanted = self.sections.get(parts[0]) if parts else None
        if wanted is not None:
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(wanted, 0, px(300)))

    def reload(self) -> None:
        """Fill everything anew."""
        self.of_academy.fill()
        self.of_certificates.fill()
        self.of_page.fill()
        self.of_matching.fill()
        self.of_facilitators.fill()
        self._show_signatories()
        self._show_look()
        self._show_backup()
        self.name.setText(session_memory.who())

    # ---- signatories --------------------------------------------------------------------------

    def _show_signatories(self) -> None:
        self._signatories.empty()
        known = self.desk.read(academy.signatories)
        for draft in known:
            self._signatories.put(self._signatory(draft))
        if not known:
            self._signatories.put(label(self.tr("Nobody yet."), "muted"))

    def _signatory(self, draft: SignatoryDraft) -> QWidget:
        edit = button(self.tr("Edit…"))
        edit.setAccessibleName(self.tr("Edit {name}…").format(name=draft.name))
        edit.clicked.connect(lambda: self.edit_signatory(draft))
        told = column(label(draft.name, "strong"), label(draft.role, "caption"), gap=0)
        parts: list[Any] = [SignaturePicture(draft.picture), told]
        if draft.retired:
            parts.append(chips((self.tr("No longer signs"), "plain")))
        return holder(row(*parts, None, edit, gap=12, margins=(0, 4, 0, 4)))

    def edit_signatory(self, draft: SignatoryDraft) -> None:
        """Ask for a signatory and save them."""
        dialog = SignatoryDialog(self, draft)

        def save(values: dict[str, Any]) -> None:
            gesture = Gesture("save_signatory", once=dialog.form.commit_key)
            done = self.desk.attempt(gesture, academy.save_signatory, dialog.drafted(values))
            if done.done:
                dialog.close()
            else:
                dialog.form.show_problems({"name": done.refusal})

        dialog.filled.connect(save)
        dialog.open()

    # ---- appearance, you ----------------------------------------------------------------------

    def _appearance(self) -> QWidget:
        schemes = [
            (self.tr("As the system"), Scheme.SYSTEM),
            (self.tr("Light"), Scheme.LIGHT),
            (self.tr("Dark"), Scheme.DARK),
        ]
        self.scheme = choice(self.tr("Colours"), schemes, width=180)
        zooms = [(f"{zoom}%", zoom) for zoom in ZOOMS]
        self.zoom = choice(self.tr("Zoom"), zooms, width=120)
        for part in (self.scheme, self.zoom):
            part.activated.connect(lambda _number: self._choose_look())
        hint = self.tr("Ctrl++ and Ctrl+− anywhere; on top of the system’s text size")
        return section(
            self.tr("Appearance"),
            setting(self.tr("Colours"), "", self.scheme),
            setting(self.tr("Zoom"), hint, self.zoom),
        )

    def _choose_look(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        scheme = Scheme(str(self.scheme.currentData()))
        zoom = int(str(self.zoom.currentData())) / 100
        theme().apply(application, scheme, zoom)
        session_memory.remember_look(scheme, zoom)

    def _show_look(self) -> None:
        now = round(theme().zoom * 100)
        zooms = sorted({*ZOOMS, now})
        self.zoom.offer([(f"{zoom}%", zoom) for zoom in zooms], now)
        self.scheme.setCurrentIndex(max(0, self.scheme.findData(theme().scheme)))

    def _you(self) -> QWidget:
        self.name = Field(self.tr("Your name"), width=260)
        self.name.editingFinished.connect(self._save_name)
        hint = self.tr("History shows it beside what you do. Empty: the name of your account.")
        return section(self.tr("You"), setting(self.tr("Your name"), hint, self.name))

    def _save_name(self) -> None:
        session_memory.set_who(self.name.text())
        self.name.setText(session_memory.who())
        known = self.desk.store.who
        if known.name != session_memory.who():
            self.desk.store.who = Who(session_memory.who(), known.role)
            self.desk.done.emit(self.tr("From now on History names you {name}.").format(
                name=session_memory.who()))  # fmt: skip

    # ---- backups ------------------------------------------------------------------------------

    def _backup(self) -> QWidget:
        self._made, self._folder = label("", wrap=True), label("", "caption", wrap=True)
        now = button(self.tr("&Back up now"))
        now.clicked.connect(self._back_up)
        other = button(self.tr("Choose fo&lder…"))
        other.clicked.connect(self._choose_folder)
        show = button(self.tr("&Open folder"))
        show.clicked.connect(self._open_folder)
        restore = button(self.tr("&Restore a backup…"))
        restore.clicked.connect(lambda: self.asked.emit("do:restore"))
        self._backup_buttons = (now, other, show, restore)
        note = self.tr(
            "Made when you close the academy and every half hour while it changes, and read again "
            "before it counts. All of 2 days are kept, then one a day, a week, a month."
        )
        return section(
            self.tr("Backups"), self._made, self._folder, 4, row(now, other, show, restore, None),
            note=note,
        )  # fmt: skip

    def _show_backup(self) -> None:
        path = self.desk.store.path
        for part in self._backup_buttons:
            part.setEnabled(path is not None and not self.desk.store.read_only)
        if path is None:
            self._made.setText(self.tr("This academy is kept in memory only."))
            return
        made = backups.newest(path)
        if made is None:
            self._made.setText(self.tr("There is no backup yet."))
        else:
            words = self.tr("Last backup, read again: {when}, {size}")
            when = dates.moment(made.at, self.desk.today())
            self._made.setText(words.format(when=when, size=backups.size_words(made.bytes)))
        self._folder.setText(str(backups.folder(path)))

    def _back_up(self) -> None:
        self.desk.done.emit(backups.back_up(self.desk.store))
        self._show_backup()

    def _choose_folder(self) -> None:
        path = self.desk.store.path
        found = pickers.choose_folder(self, self.tr("Folder for backups"), "backups")
        if path is not None and found is not None:
            backups.choose_folder(path, found)
            self._show_backup()

    def _open_folder(self) -> None:
        path = self.desk.store.path
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(backups.folder(path))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._lines.set_margins((margin, 0, margin, 16))
        super().resizeEvent(event)
