"""All cohorts, grouped by programme; where programmes and cohorts are made and changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from academy.store.journal import Gesture
from academy.ui.dialogs import cohort as cohort_dialog
from academy.ui.dialogs import programme as programme_dialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.page import PageHead, page_margin
from academy.ui.kit.parts import Box, button, column, holder, label, row, scrolled
from academy.ui.kit.row_list import ROW, RowView
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.screens.cohort_list import cohort_view, newest_first
from academy.ui.screens.rule_words import rule_words
from academy.usecases import cohorts, programmes
from academy.usecases.cohorts import CohortDraft, CohortRow
from academy.usecases.programmes import ProgrammeDraft


class CohortsScreen(Screen):
    """A section for each programme: what completing it takes, and its cohorts."""

    watches = frozenset(
        {"cohorts", "programmes", "places", "completion_rules", "requirements", "training_sessions"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.new_programme = button(self.tr("New &programme…"))
        self.new_programme.clicked.connect(lambda: self.edit_programme(ProgrammeDraft()))
        self.new_cohort = button(self.tr("&New cohort…"), "primary", "plus")
        self.new_cohort.clicked.connect(self.add_cohort)
        actions = (self.new_programme, self.new_cohort)
        self.head = PageHead(self.tr("Cohorts"), actions=actions)
        self.lists: dict[int, RowView[CohortRow]] = {}
        self._sections: Box = column(gap=4, margins=(12, 0, 12, 16))
        self._body = scrolled(self._sections)
        words = self.tr("A programme says what completing it takes. Then cohorts run it.")
        picture, act = "graduation-cap", self.tr("Add a programme…")
        self.empty = EmptyState(picture, self.tr("No programme yet"), words, act)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(lambda: self.edit_programme(ProgrammeDraft()))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for part in (self.head, self._body, self.empty):
            lines.addWidget(part, 0 if part is self.head else 1)
        self._wanted = 0

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Cohorts")

    def go(self, parts: Sequence[str]) -> None:
        """Show all cohorts, begin at those of one programme: ("3",), or ask for a ("new",)."""
        first = parts[0] if parts else ""
        self._wanted = int(first) if first.isdecimal() else 0
        self.refresh()
        asks = {
            "new": self.add_cohort,
            "new-programme": lambda: self.edit_programme(ProgrammeDraft()),
        }
        if first in asks:
            QTimer.singleShot(0, self, asks[first])

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus do here: Ctrl+N makes a cohort."""
        return {"new": self.add_cohort}

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen cohort."""
        row = self.chosen()
        if row is None:
            return ()
        return (
            ItemCommand(self.tr("&Open cohort"), lambda: self.open(row), "Enter"),
            ItemCommand(self.tr("&Edit cohort…"), lambda: self.edit_cohort(row.id), "Alt+Enter"),
        )

    def chosen(self) -> CohortRow | None:
        """Return the cohort of the list that has the focus."""
        focused = (rows for rows in self.lists.values() if rows.view.hasFocus())
        return next((rows.current() for rows in focused), None)

    def reload(self) -> None:
        """Fill a section for each programme; focus and chosen cohort stay."""
        kept = self.chosen()
        rows = self.desk.read(cohorts.cohorts)
        known = self.desk.read(programmes.programmes)
        self._sections.empty()
        self.lists = {}
        for programme in known:
            draft = self.desk.read(programmes.programme, programme.id)
            mine = newest_first([row for row in rows if row.programme_id == programme.id])
            self._sections.put(*self._section(draft, mine))
        self._sections.put(None)
        self.empty.setVisible(not known)
        self._body.setVisible(bool(known))
        self.new_cohort.setVisible(bool(known))
        self._choose(kept)

    def _section(self, draft: ProgrammeDraft, rows: list[CohortRow]) -> list[QWidget | int]:
        words = self.tr("To complete: {rules}").format(rules=rule_words(draft.rules))
        edit = button(self.tr("Edit programme…"), "link")
        edit.setAccessibleName(self.tr("Edit {name}…").format(name=draft.name))
        edit.clicked.connect(lambda: self.edit_programme(draft))
        name = label(draft.name, "section", wrap=True)
        heading = row(name, edit, margins=(12, 12, 12, 0))
        heading.setStretch(0, 1)
        told = row(label(words, "caption", wrap=True), margins=(12, 0, 12, 4))
        parts: list[QWidget | int] = [holder(heading), holder(told)]
        if rows:
            parts.append(self._list(draft, rows))
        else:
            none = label(self.tr("No cohort yet."), "muted")
            parts.append(holder(row(none, None, margins=(12, 4, 12, 4))))
        return parts

    def _list(self, draft: ProgrammeDraft, rows: list[CohortRow]) -> QWidget:
        made = cohort_view(self.tr("Cohorts of {programme}").format(programme=draft.name))
        made.fill(rows)
        made.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for told in (made.view.clicked, made.view.activated):
            told.connect(self._opened)
        self.lists[draft.id] = made
        return made.view

    def _choose(self, kept: CohortRow | None) -> None:
        """Let each list begin at its first cohort; the one chosen before keeps the focus."""
        for rows in self.lists.values():
            if kept is not None and rows.model.number_of(kept.id) >= 0:
                rows.show_id(kept.id)
                rows.view.setFocus()
        first = self.lists.get(self._wanted) or next(iter(self.lists.values()), None)
        self.setFocusProxy(first.view if first is not None else self.empty)

    def _opened(self, index: QModelIndex) -> None:
        self.open(index.data(ROW))

    def open(self, row: CohortRow) -> None:
        """Go to a cohort."""
        self.asked.emit(f"cohort/{row.id}")

    # ---- what can be changed ------------------------------------------------------------------

    def edit_programme(self, draft: ProgrammeDraft) -> None:
        """Ask for a programme and save it."""
        dialog = programme_dialog.ProgrammeDialog(self, draft, self.desk.today())
        key = "change_programme" if draft.id else "add_programme"

        def save(values: dict[str, Any]) -> None:
            gesture = Gesture(key, once=dialog.form.commit_key)
            filled = dialog.drafted(values)
            done = self.desk.attempt(gesture, programmes.save_programme, filled, self.desk.today())
            _end(dialog, done.done, done.refusal, programme_dialog.FIELDS.get(done.rule, ""))

        dialog.filled.connect(save)
        dialog.open()

    def add_cohort(self) -> None:
        """Ask for a new cohort; without a programme, for that first."""
        known = self.desk.read(programmes.programmes)
        if not known:
            self.edit_programme(ProgrammeDraft())
            return
        draft = replace(CohortDraft(), programme_id=self._wanted or known[0].id)
        open_cohort_dialog(self, draft, lambda made: self.asked.emit(f"cohort/{made}"))

    def edit_cohort(self, cohort_id: int) -> None:
        """Ask for changes to a cohort."""
        open_cohort_dialog(self, self.desk.read(cohorts.cohort, cohort_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._sections.set_margins((margin - 12, 0, margin - 12, 16))
        super().resizeEvent(event)


def open_cohort_dialog(
    screen: Screen, draft: CohortDraft, done: Callable[[int], object] = lambda _: None
) -> None:
    """Ask for a cohort and save it; `done` is told its id."""
    desk = screen.desk
    known = desk.read(programmes.programmes)
    dialog = cohort_dialog.CohortDialog(screen, draft, known, desk.today())

    def save(values: dict[str, Any]) -> None:
        gesture = Gesture(
            "change_cohort" if draft.id else "add_cohort", once=dialog.form.commit_key
        )
        saved = desk.attempt(gesture, cohorts.save_cohort, dialog.drafted(values))
        _end(dialog, saved.done, saved.refusal, cohort_dialog.FIELDS.get(saved.rule, ""))
        if saved.done and saved.value is not None:
            done(saved.value)

    dialog.filled.connect(save)
    dialog.open()


def _end(dialog: FormDialog, done: bool, refusal: str, field: str) -> None:  # noqa: FBT001
    if done:
        dialog.close()
    else:
        dialog.form.show_problems({field: refusal})
