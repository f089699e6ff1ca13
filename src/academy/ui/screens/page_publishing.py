"""Publishing the check page: asked for in Settings, and told wherever it is behind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import RuleBroken
from academy.store.journal import Gesture
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.labels.publishing import page_note
from academy.ui.kit.page import MessageBar
from academy.ui.kit.parts import button, column, label, row
from academy.ui.screens import signing
from academy.ui.screens.settings_parts import section
from academy.usecases import keys, publishing

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey


class PagePublishing(QObject):
    """Asks for the key and a folder, writes the page there, and says what is left to do."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self) -> None:
        """Publish the page; the key is asked for first where it is locked."""
        verb = self.tr("Unlock and publish")
        if self._desk.read(keys.locked_key) is None:
            self._desk.refused.emit(labels.rule(RuleBroken("page_needs_key")))
            return
        signing.with_unlocked_key(self._desk, self._page, verb, self._into_a_folder)

    def _into_a_folder(self, key: UnlockedKey) -> None:
        title = self.tr("Folder for the check page")
        folder = pickers.choose_folder(self._page, title, "check page")
        if folder is not None:
            self._publish(key, folder)

    def _publish(self, key: UnlockedKey, folder: Path) -> None:
        now = self._desk.now().astimezone()
        page = self._desk.read(publishing.page_to_publish)
        try:
            publishing.publish(folder, page, key, now, page_note(page, now.date()))
        except RuleBroken as broken:
            self._desk.refused.emit(labels.rule(broken))
            return
        gesture = Gesture("publish_page", undoable=False)
        if self._desk.do(gesture, publishing.note_published, page, now).done:
            self._desk.done.emit(self._what_now(folder, page.address))

    def _what_now(self, folder: Path, address: str) -> str:
        if address:
            words = self.tr("The check page is in {folder}. Put it on your web site at {address}")
        else:
            words = self.tr(
                "The check page is in {folder}. Put it on your web site, and enter its address "
                "in Settings."
            )
        return words.format(folder=folder, address=address)

    def show_behind(self, bar: MessageBar, *, door: bool = True) -> None:
        """Say that what is published is behind, with a way to mend it; else say nothing."""
        last = self._desk.read(publishing.publication)
        if last.at is None or not last.behind:
            bar.clear()
            return
        words = self.tr("Certificates or keys changed since the check page of {day}.")
        day = dates.plain_day(last.at.astimezone().date())
        door = door and not self._desk.store.read_only
        doors = [(self.tr("Publish again…"), self.ask)] if door else []
        bar.say(words.format(day=day), "warning", doors)


class BehindNote(QWidget):
    """The message on a page of its own margins; gone while the check page knows all."""

    def __init__(self, doing: PagePublishing) -> None:
        super().__init__()
        self._doing, self.bar = doing, MessageBar()
        self._inner = row(self.bar)
        self.setLayout(self._inner)

    def fill(self) -> None:
        """Look again whether what is published is behind."""
        self._doing.show_behind(self.bar)
        self.setHidden(self.bar.isHidden())

    def set_margin(self, margin: int) -> None:
        """Follow the page's margin."""
        self._inner.set_margins((margin, 0, margin, 8))


class PublishingSettings(QWidget):
    """Settings › Check page: when it was published last, and the button to do it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.doing = PagePublishing(desk, self)
        self.state, self.behind = label("", wrap=True), MessageBar()
        self.publish = button(self.tr("&Publish the check page…"))
        self.publish.clicked.connect(self.doing.ask)
        note = self.tr(
            "A folder for your web site: whoever scans the code of a certificate, types it or "
            "drops the PDF sees whether it is genuine. It needs no server and sends nothing. "
            "Publish it again after each certificate you revoke or replace, after a new key, and "
            "every three months."
        )
        title = self.tr("Check page")
        buttons = row(self.publish, None)
        self.setLayout(column(section(title, self.state, self.behind, 4, buttons, note=note)))

    def fill(self) -> None:
        """Show when the page was published, and whether it can be."""
        has_key = any(one.retired_on is None for one in self._desk.read(keys.keys))
        self.state.setText(self._state(has_key=has_key))
        self.doing.show_behind(self.behind, door=False)
        self.publish.setEnabled(has_key and not self._desk.store.read_only)

    def _state(self, *, has_key: bool) -> str:
        if not has_key:
            return self.tr("Not before there is a key: the page tells what the key signed.")
        last = self._desk.read(publishing.publication)
        if last.at is None:
            return self.tr("Not published yet.")
        day = dates.plain_day(last.at.astimezone().date())
        return self.tr("Published last on {day}.").format(day=day)
