"""Asks who shall mentor somebody: all mentors with their load, the free ones first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.row_list import RowList, RowView
from academy.ui.kit.rows import RowDelegate
from academy.ui.kit.theme import px
from academy.usecases.mentors import MentorChoice


class ChooseMentorDialog(FormDialog):
    """One list; Enter takes the chosen one. `filled` carries the person's id as "mentor"."""

    def __init__(
        self,
        parent: QWidget | None,
        mentee: str,
        choices: Sequence[MentorChoice],
        rows: RowDelegate,
    ) -> None:
        form = Form(width=520)
        title = self.tr("Choose mentor for {name}").format(name=mentee)
        super().__init__(parent, title, self.tr("Confirm this pair"), form)
        model: RowList[MentorChoice] = RowList(
            lambda choice: choice.mentor.person_id, _words, _words
        )
        self.list = RowView(model, rows, self.tr("Mentors"))
        self.list.fill(choices)
        self.list.view.setFixedHeight(px(308))
        self.list.view.doubleClicked.connect(self.save.click)
        words = self.tr("&Mentor of {name}").format(name=mentee)
        form.add("mentor", PartEntry(words, self.list.view, self._read))

    def _read(self) -> int:
        chosen = self.list.current()
        if chosen is None:
            raise Problem(self.tr("Choose a mentor"))
        return chosen.mentor.person_id


def _words(choice: MentorChoice) -> str:
    return choice.mentor.name
