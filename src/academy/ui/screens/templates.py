"""Templates of certificates: a list with small pages, the chosen one large, and what can be done.

New ones begin as copies; they travel between academies as files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from academy.documents.certificate import CertificateFacts
from academy.documents.look import Look
from academy.domain.words import RuleBroken
from academy.exchange.template_files import read_template, write_template
from academy.progress import Progress
from academy.store.journal import Gesture
from academy.ui.dialogs.new_template import NewTemplateDialog
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.newest import Newest
from academy.ui.kit.page import (
    NARROW,
    TINY,
    Crumb,
    PageHead,
    page_layout,
    page_margin,
    room_of,
)
from academy.ui.kit.parts import button, column, holder, label, line, row, upright
from academy.ui.kit.pdf_image import page_image
from academy.ui.kit.row_list import RowList, RowView
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.theme import px
from academy.ui.screens.issue_page import Sheet
from academy.ui.screens.template_rows import TemplateRows, aloud, look_words, used_words
from academy.usecases import templates
from academy.usecases.template_preview import HARD_NAMES, specimen, specimen_names, specimen_pdf
from academy.usecases.templates import TemplateRow

SMALL = 240
"""Dots across a small page."""


class TemplatesScreen(Screen):
    """Address: templates."""

    watches = frozenset(
        {"certificate_templates", "template_versions", "certificates", "academy", "signatories"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._small: dict[tuple[int, int], tuple[object, QImage]] = {}
        drawing = self.tr("Drawing the page")
        self._large, self._little = Newest(self, drawing), Newest(self, drawing)
        self.bring = button(self.tr("I&mport…"), picture="upload")
        self.add = button(self.tr("&New template…"), "primary", "plus")
        self.head = PageHead(self.tr("Templates"), actions=(self.bring, self.add))
        self.change = button(self.tr("E&dit"))
        self.copy = button(self.tr("&Copy…"))
        self.export = button(self.tr("E&xport…"))
        self.retire = button(self.tr("&Retire"))
        model: RowList[TemplateRow] = RowList(lambda one: one.id, lambda one: one.name, aloud)
        self.rows = RowView(model, TemplateRows(self._picture), self.tr("Templates"))
        self.sheet = Sheet()
        self.name, self.facts = label("", "section", wrap=True), label("", "muted", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        acts = row(self.change, self.copy, self.export, self.retire, None, gap=8)
        inner = column(self.name, self.facts, acts, gap=6, margins=(16, 14, 16, 12))
        side = column(inner, line(), self.sheet, gap=0)
        side.setStretch(2, 1)
        shown = holder(side)
        self._side, self._line = shown, upright()
        middle = row(self.rows.view, self._line, shown, gap=0)
        middle.setStretch(2, 1)
        page = page_layout(self.head, line(), holder(middle))
        page.setStretch(2, 1)
        self.setLayout(page)
        self.setFocusProxy(self.rows.view)

    def _connect(self) -> None:
        self.head.went.connect(self.asked)
        self.add.clicked.connect(self.ask_new)
        self.copy.clicked.connect(self.ask_new)
        self.bring.clicked.connect(self.ask_import)
        self.change.clicked.connect(self.edit)
        self.export.clicked.connect(self.ask_export)
        self.retire.clicked.connect(self.retire_or_offer)
        self.sheet.resized.connect(self._show_chosen)
        self.rows.view.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.rows.view.doubleClicked.connect(lambda _index: self.edit())
        self.rows.view.installEventFilter(self)

    # ---- showing -------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Templates")

    def go(self, _parts: Sequence[str]) -> None:
        """Show the list."""
        self.refresh()
        QTimer.singleShot(0, self, self.rows.view.setFocus)

    def reload(self) -> None:
        """Read the templates anew; the chosen one stays chosen."""
        self.rows.fill(self.desk.read(templates.templates))
        if self.rows.current() is None and self.rows.model.rows:
            self.rows.show_number(0)
        self.head.set_crumbs([Crumb(self.tr("Certificates"), "certificates")])
        retired = sum(one.retired for one in self.rows.model.rows)
        offered = self.tr("{n} offered").format(n=len(self.rows.model.rows) - retired)
        self.head.set_tags([(offered, "plain")])
        self._show_chosen()
        self._draw_next()

    def chosen(self) -> TemplateRow | None:
        """Return the chosen template."""
        return self.rows.current()

    def _show_chosen(self) -> None:
        found = self.chosen()
        for part in (self.change, self.copy, self.export, self.retire):
            part.setEnabled(found is not None)
        if found is None:
            return
        self.name.setText(found.name)
        self.facts.setText(f"{look_words(found)} · {used_words(found)}")
        self.retire.setText(self.tr("Offer again") if found.retired else self.tr("&Retire"))
        if self.sheet.isVisible():
            self._large.wish(self._work(found), partial(self._show_page, found))
        self.told.emit(f"{found.name} · {used_words(found)}")

    def _show_page(self, found: TemplateRow, pdf: bytes) -> None:
        words = self.tr("Preview of the template {name}").format(name=found.name)
        self.sheet.show_image(page_image(pdf, self.sheet.image_width()), words)

    def _work(self, found: TemplateRow) -> Callable[[Progress], bytes]:
        names = self.desk.read(specimen_names)
        facts = self.desk.read(specimen, (names or HARD_NAMES)[0], self.desk.today())
        return partial(_drawn, found.look, facts)

    def _picture(self, found: TemplateRow) -> QImage | None:
        kept = self._small.get((found.id, found.number))
        return kept[1] if kept is not None and kept[0] == found.look else None

    def _draw_next(self) -> None:
        """Draw one small page that is not there yet, then the next: the list comes first."""
        for found in self.rows.model.rows:
            if self._picture(found) is None:
                self._little.wish(self._work(found), partial(self._keep_small, found))
                return

    def _keep_small(self, found: TemplateRow, pdf: bytes) -> None:
        self._small[found.id, found.number] = (found.look, page_image(pdf, SMALL))
        self.rows.view.viewport().update()
        self._draw_next()

    # ---- doing ---------------------------------------------------------------------------------

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus can do here."""
        return {"new": self.ask_new, "import": self.ask_import, "export": self.ask_export}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen template."""
        if self.chosen() is None:
            return ()
        return (
            ItemCommand(self.tr("E&dit"), self.edit, "Enter"),
            ItemCommand(self.tr("&Copy…"), self.ask_new),
            ItemCommand(self.tr("E&xport…"), self.ask_export),
            ItemCommand(self.retire.text(), self.retire_or_offer),
        )

    def edit(self) -> None:
        """Open the designer on the chosen template."""
        found = self.chosen()
        if found is not None:
            self.asked.emit(f"template/{found.id}")

    def ask_new(self) -> None:
        """Ask for a name, copy the chosen template and open the copy."""
        known, found = self.rows.model.rows, self.chosen()
        if found is None:
            return

        def proposed(name: str) -> str:
            return self.desk.read(templates.free_name, name)

        dialog = NewTemplateDialog(self, known, found.id, proposed)

        def add(values: dict[str, Any]) -> None:
            gesture = Gesture("add_template", once=dialog.form.commit_key)
            outcome = self.desk.attempt(
                gesture, templates.copy_template, values["model"], values["name"], self.desk.today()
            )
            if not outcome.done:
                dialog.form.show_problems({"name": outcome.refusal})
                return
            dialog.close()
            self.asked.emit(f"template/{outcome.value}")

        dialog.filled.connect(add)
        dialog.open()

    def ask_import(self) -> None:
        """Choose a template's file and take it over."""
        path = pickers.open_file(self, self.tr("Import a template"), _kinds(self), "templates")
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Take over the template of a file; what cannot be used is told, nothing is added."""
        try:
            file = read_template(path)
        except RuleBroken as broken:
            self.desk.refused.emit(labels.rule(broken))
            return
        gesture = Gesture("import_template")
        outcome = self.desk.do(gesture, templates.import_template, file, self.desk.today())
        if outcome.done:
            self.rows.show_id(outcome.value)
            self.desk.done.emit(self.tr("Template imported: {name}").format(name=file.name))

    def ask_export(self) -> None:
        """Save the chosen template as a file for another academy."""
        found = self.chosen()
        if found is None:
            return
        file = self.desk.read(templates.template_file, found.id)
        name = f"{found.name}.academy-template".replace("/", "-")
        title = self.tr("Export the template")
        path = pickers.save_file(self, title, name, _kinds(self), "templates")
        if path is None:
            return
        try:
            write_template(path, file)
        except RuleBroken as broken:
            self.desk.refused.emit(labels.rule(broken))
        else:
            self.desk.done.emit(self.tr("The template is in {path}").format(path=path))

    def retire_or_offer(self) -> None:
        """Offer the chosen template no more, or again."""
        found = self.chosen()
        if found is not None:
            gesture = Gesture("offer_template" if found.retired else "retire_template")
            self.desk.do(gesture, templates.retire_template, found.id, retired=not found.retired)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the designer by Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.edit()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self.head.set_margin(page_margin(self))
        tiny = room_of(self) < TINY + 60
        for part in (self._side, self._line):
            part.setVisible(not tiny)
        if tiny:
            self.rows.view.setMaximumWidth(16_777_215)
        else:
            self.rows.view.setFixedWidth(px(440 if room_of(self) >= NARROW else 330))
        super().resizeEvent(event)


def _drawn(look: Look, facts: CertificateFacts, _progress: Progress) -> bytes:
    """Make a page; runs beside the window."""
    return specimen_pdf(look, facts)


def _kinds(page: QWidget) -> list[pickers.FileKind]:
    return [pickers.FileKind(page.tr("Certificate templates"), ("academy-template",))]
