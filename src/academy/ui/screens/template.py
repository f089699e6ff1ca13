"""The designer: the form of a template at the left, the page as it prints at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import RuleBroken
from academy.store.journal import Gesture
from academy.ui.kit.desk import Desk
from academy.ui.kit.form_dialog import FormPage
from academy.ui.kit.page import TINY, Crumb, PageHead, Tabs, page_layout, page_margin, room_of
from academy.ui.kit.parts import column, holder, line, row, upright
from academy.ui.kit.screen import Screen
from academy.ui.kit.theme import px
from academy.ui.screens.template_form import FIELDS, TemplateForm
from academy.ui.screens.template_preview import Drawn, TemplatePreview
from academy.usecases import templates
from academy.usecases.template_preview import may_claim, specimen, specimen_names
from academy.usecases.templates import TemplateDraft


class TemplateScreen(Screen):
    """Address: template/3. What is typed and not saved is kept while the program runs."""

    watches = frozenset(
        {"certificate_templates", "template_versions", "academy", "signatories", "people",
         "certificates", "accreditations"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.template_id = 0
        self.form: TemplateForm | None = None
        self.page: FormPage | None = None
        self._kept: dict[int, tuple[FormPage, TemplateForm]] = {}
        self.head = PageHead(self.tr("Template"))
        self.head.went.connect(self.asked)
        self.preview = TemplatePreview()
        self.preview.name_changed.connect(self._draw)
        self.preview.drawn.connect(self._show_inks)
        parts = [(self.tr("Form"), "form"), (self.tr("Page"), "page")]
        self.parts = Tabs(parts, self.tr("Form or page"))
        self.parts.chosen.connect(lambda _key: self._fit())
        self._tabs = holder(row(self.parts, None, margins=(16, 0, 16, 0)))
        self._left = column(gap=0)
        self._form_side: QWidget = holder(self._left)
        self._line = upright()
        middle = row(self._form_side, self._line, self.preview, gap=0)
        middle.setStretch(2, 1)
        page = page_layout(self.head, self._tabs, line(), holder(middle))
        page.setStretch(3, 1)
        self.setLayout(page)

    # ---- showing -------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Open a template: ("3",)."""
        wanted = int(parts[0]) if parts and parts[0].isdecimal() else 0
        if wanted != self.template_id:
            self._put_aside()
            self.template_id = wanted
        self.refresh()
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if self.form is not None:
            self.form.entries["design"].widget.setFocus()

    def title(self) -> str:
        """Return “Template Civic”."""
        name = self.form.draft.name if self.form is not None else ""
        return self.tr("Template {name}").format(name=name).strip()

    def reload(self) -> None:
        """Read the template anew; what is being typed stays."""
        try:
            draft = self.desk.read(templates.template, self.template_id)
        except RuleBroken:  # its making was undone
            self._forget()
            self.asked.emit("templates")
            return
        if self.form is None or (self.form.draft != draft and not self.form.is_changed()):
            self._show_form(draft)
        self._name(draft)
        self.preview.offer(self.desk.read(specimen_names))
        self._draw()
        self._fit()

    def _name(self, draft: TemplateDraft) -> None:
        crumbs = [
            Crumb(self.tr("Certificates"), "certificates"),
            Crumb(self.tr("Templates"), "templates"),
        ]
        self.head.set_crumbs(crumbs if self.height() >= px(480) else [])
        self.head.set_title(draft.name)
        words = self.tr("version {n}").format(n=draft.number)
        issued = self.tr("%n issued with it", "", draft.issued)
        issued = issued if draft.issued else self.tr("not used yet")
        self.head.set_tags([(words, "plain"), (issued, "info" if draft.issued else "plain")])

    def _show_form(self, draft: TemplateDraft) -> None:
        kept = self._kept.pop(draft.id, None)
        self._left.empty()
        if kept is not None:
            self.page, self.form = kept
        else:
            self.form = TemplateForm(draft)
            self.page = FormPage(self.tr("Save template"), self.form)
            self.page.note.setWordWrap(True)
            self.form.changed.connect(self._typed)
            self.page.filled.connect(self._save)
            self.page.left.connect(self._leave)
        self._left.put(self.page)
        self.setFocusProxy(self.form.entries["design"].widget)
        self._note()

    def _typed(self) -> None:
        self._note()
        self._draw()

    def _note(self) -> None:
        form, page = self.form, self.page
        if form is None or page is None:
            return
        if form.is_changed():
            now = dates.clock(self.desk.now().time())
            words = self.tr("Draft kept {time}.").format(time=now)
        elif form.draft.issued:
            words = self.tr("Saving makes version {n}.").format(n=form.draft.number + 1)
        else:
            words = ""
        page.note.setText(words)

    def _draw(self) -> None:
        if self.form is None:
            return
        today = self.desk.today()
        facts = self.desk.read(specimen, self.preview.chosen_name(), today)
        claims = self.desk.read(may_claim, today)
        self.preview.show_look(self.form.look_now(), facts, may_claim=claims)

    def _show_inks(self, drawn: Drawn) -> None:
        if self.form is not None:
            self.form.show_inks(drawn.inks)

    # ---- doing ---------------------------------------------------------------------------------

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus can do here."""
        page = self.page
        return {} if page is None else {"save": page.save.click}

    def _save(self, values: dict[str, Any], closing: bool) -> None:  # noqa: FBT001 - FormPage's
        form = self.form
        if form is None:
            return
        gesture = Gesture("change_template", once=form.commit_key)
        draft, today = form.drafted(values), self.desk.today()
        form.first = form.typed()
        outcome = self.desk.attempt(gesture, templates.save_template, draft, today)
        if not outcome.done:
            form.first = {}
            form.show_problems({FIELDS.get(outcome.rule, ""): outcome.refusal})
            return
        if closing:
            self._leave()

    def _leave(self) -> None:
        self._forget()
        self.asked.emit("templates")

    def _put_aside(self) -> None:
        """Keep what was typed and is not saved, for when one comes back."""
        if self.form is not None and self.page is not None and self.form.is_changed():
            self._left.removeWidget(self.page)
            self.page.setParent(None)
            self._kept[self.template_id] = (self.page, self.form)
        self.form, self.page = None, None

    def _forget(self) -> None:
        self._kept.pop(self.template_id, None)
        self.form, self.page = None, None
        self._left.empty()

    # ---- the window ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        tiny = room_of(self) < TINY + 60
        page = tiny and self.parts.currentIndex() == 1
        self._tabs.setVisible(tiny)
        self._line.setVisible(not tiny)
        self._form_side.setVisible(not page)
        self.preview.setVisible(not tiny or page)
        if tiny:
            self._form_side.setMaximumWidth(16_777_215)
        else:
            self._form_side.setFixedWidth(px(320 + 2 * page_margin(self) + 20))
        self.head.set_margin(16 if tiny else 24)
