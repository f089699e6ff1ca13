"""What else there is to the open session: closed or not, who marked it, visitors, answers."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import Role
from academy.store.journal import Gesture
from academy.ui.dialogs.reopen import ReopenDialog
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import MessageBar
from academy.ui.screens.register_answers import AnswerList
from academy.ui.screens.register_session import SessionPanel
from academy.ui.screens.register_visitors import VisitorList
from academy.usecases import locking
from academy.usecases.makers import marks_made
from academy.usecases.register import RegisterSession


class OpenSession(QObject):
    """Keeps the bar of a closed register, the makers and the visitors at the open session."""

    def __init__(self, desk: Desk, page: QWidget, panel: SessionPanel, bar: MessageBar) -> None:
        super().__init__(page)
        self._desk, self._page, self._panel, self.bar = desk, page, panel, bar
        self.visitors = VisitorList(desk)
        self.answers = AnswerList(desk, page)
        panel.put_lists(self.visitors, self.answers)
        self._session: RegisterSession | None = None

    def show_session(self, session: RegisterSession) -> None:
        """Tell of another session, or of the same one anew."""
        self._session = session
        if not self._panel.isHidden():  # what nobody sees is not read at every mark
            self.look_closer()
        if not session.locked:
            self.bar.clear()
            return
        number = self.tr("Session {n}").format(n=session.number)
        if self._desk.store.who.role is Role.ADMINISTRATOR:
            words = self.tr("{session} is closed: its marks stay as they are.")
            doors = [(self.tr("Reopen…"), self.reopen)]
            self.bar.say(words.format(session=number), "info", doors)
        else:
            words = self.tr("{session} is closed. An administrator can reopen it.")
            self.bar.say(words.format(session=number), "info")

    def look_closer(self) -> None:
        """Fill the panel's own lines: who marked, reopenings, visitors."""
        session = self._session
        if session is not None:
            self.visitors.show_session(session.id)
            self.answers.show_session(session.id, session.held_on)
            lines = [self._makers(session), *self._reopened(session)]
            self._panel.show_trail("\n".join(line for line in lines if line))

    def reopen(self) -> ReopenDialog | None:
        """Ask why the open session is opened again."""
        session = self._session
        if session is None:
            return None
        dialog = ReopenDialog(self._page, f"S{session.number} · {session.title}")

        def save(values: dict[str, str]) -> None:
            gesture, today = (
                Gesture("reopen_session", once=dialog.form.commit_key),
                self._desk.today(),
            )
            reason = values["reason"]
            command = locking.reopen_session
            done = self._desk.attempt(gesture, command, session.id, reason, today)
            if done.done:
                dialog.close()
            else:
                dialog.form.show_problems({"reason": done.refusal})

        dialog.filled.connect(save)
        dialog.open()
        return dialog

    def _makers(self, session: RegisterSession) -> str:
        made = sorted(self._desk.read(marks_made, session.id).values(), key=lambda one: one.at)
        if not made:
            return ""
        names = ", ".join(dict.fromkeys(one.by for one in made))
        when = dates.moment(labels.local(made[-1].at), self._desk.today())
        return self.tr("Marked by {names}, last {when}").format(names=names, when=when)

    def _reopened(self, session: RegisterSession) -> list[str]:
        words = self.tr("Reopened {day}: {reason}")
        return [
            words.format(day=dates.plain_day(one.reopened_on), reason=one.reason)
            for one in self._desk.read(locking.reopenings, session.id)
        ]
