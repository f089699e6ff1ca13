"""A person's form as a page: saving, what is kept when one leaves, what needs fixing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.store.journal import Gesture
from academy.ui.kit.desk import Desk
from academy.ui.kit.form_dialog import FormPage
from academy.ui.kit.parts import Box, column
from academy.ui.screens.person_form import FIELDS, PersonForm
from academy.usecases.people import PersonDraft
from academy.usecases.person_saving import save_person_of


class PersonPage(QWidget):
    """The form of one person after another. What was typed is kept while the program runs."""

    saved = Signal(int, bool)
    """The person's id, and whether the page shall be left."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: dict[tuple[int, int | None], dict[str, tuple[str, str]]] = {}
        self.form: PersonForm | None = None
        self.page: FormPage | None = None
        self._cohort_id: int | None = None
        self._lines: Box = column(gap=0)
        self.setLayout(self._lines)

    def show_person(
        self, draft: PersonDraft, organisation: str, cohort_id: int | None = None
    ) -> None:
        """Show a person's fields, with what was typed there before and not saved."""
        self.keep()
        self._lines.empty()
        self._cohort_id = cohort_id
        self.form = form = PersonForm(self._desk, draft, organisation)
        save = self.tr("Save person") if draft.id else self.tr("Add person")
        self.page = page = FormPage(save, form)
        kept = self._kept.pop((draft.id, cohort_id), None)
        if kept is not None:
            form.fill(kept)
            page.note.setText(self.tr("Your draft is still here. It is not saved yet."))
        form.changed.connect(self._note)
        page.filled.connect(self._save)
        page.left.connect(self._leave)
        self._lines.put(page)
        self.setFocusProxy(form.entries["full_name"].widget)

    def keep(self) -> bool:
        """Keep what was typed and is not saved; tell whether there was anything."""
        form = self.form
        if form is None or not form.changes():
            return False
        self._kept[form.draft.id, self._cohort_id] = form.changes()
        return True

    def is_shown(self, draft: PersonDraft) -> bool:
        """Whether this very version of a person is in the form."""
        return self.form is not None and self.form.draft == draft

    def _note(self) -> None:
        if self.page is not None and self.form is not None:
            now = dates.clock(self._desk.now().time())
            words = self.tr("Nothing you typed is lost. Draft kept {time}.").format(time=now)
            self.page.note.setText(words if self.form.changes() else "")

    def _save(self, values: dict[str, Any], closing: bool) -> None:  # noqa: FBT001 - FormPage's
        form = self.form
        if form is None:
            return
        draft, cohort_id = form.drafted(values), self._cohort_id
        key = "change_person" if draft.id else "add_person" if cohort_id is None else "enrol"
        gesture = Gesture(key, {} if key != "enrol" else {"n": 1}, once=form.commit_key)
        outcome = self._desk.attempt(
            gesture, save_person_of, draft, values["organisation"], cohort_id, self._desk.today()
        )
        if not outcome.done or outcome.value is None:
            form.show_problems({FIELDS.get(outcome.rule, ""): outcome.refusal})
            return
        self._forget()
        self.saved.emit(outcome.value, closing)

    def _leave(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        form = self.form
        if form is not None:
            self._kept.pop((form.draft.id, self._cohort_id), None)
            form.saved()
        self.form = None
