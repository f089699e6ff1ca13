"""Who answered the open session's invitation, in its panel: by answer, with names and counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from academy.domain.words import Answer, Role
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import button, column, holder, label, row
from academy.ui.screens.invitation_doing import InvitationDoing
from academy.usecases import answers
from academy.usecases.answers import AnswerRow

ORDER = (Answer.WAITING, Answer.DECLINED, Answer.TENTATIVE, Answer.ACCEPTED)
"""Those one may have to do something about come first."""


class AnswerList(QWidget):
    """The invited people under their answers; nothing is shown where nobody was invited."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__()
        self._desk, self._session = desk, 0
        self._invitations = InvitationDoing(desk, page)
        self.head = label("", "label", wrap=True)
        self.remind = button(self.tr("Remind…"), small=True)
        self.remind.clicked.connect(lambda: self._invitations.remind(self._session))
        self._groups = column(gap=6)
        door = holder(row(self.remind, None))
        self.setLayout(column(self.head, holder(self._groups), door, gap=4))
        self.rows: list[AnswerRow] = []

    def show_session(self, session_id: int, held_on: date) -> None:
        """Show who was invited to a session, and what they answered."""
        self._session = session_id
        self.rows = self._desk.read(answers.answers_of_session, session_id)
        self.setVisible(bool(self.rows))
        self.head.setText(self.tr("%n invited", "", len(self.rows)))
        self._groups.empty()
        for answer in ORDER:
            named = [one.name for one in self.rows if one.answer is answer]
            if named:
                self._groups.put(self._group(answer, named))
        waiting = sum(one.answer is Answer.WAITING for one in self.rows)
        self.remind.setText(self.tr("Remind %n person(s)…", "", waiting))
        mine = self._desk.store.who.role is Role.ADMINISTRATOR and not self._desk.store.read_only
        self.remind.setVisible(mine and bool(waiting) and held_on >= self._desk.today())

    def _group(self, answer: Answer, names: Sequence[str]) -> QWidget:
        words = self.tr("{answer}: {n}").format(answer=labels.word(answer), n=len(names))
        told = label("\n".join(names), "muted", wrap=True)
        told.setAccessibleName(f"{words}. {', '.join(names)}")
        return holder(column(label(words, "strong"), told, gap=0))
