"""What can be done with a pair beside meetings: goals, the agreement, a nudge, a group meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from academy.domain.words import FileProblem, GoalState, RuleBroken
from academy.store.journal import Gesture
from academy.ui.dialogs import goal as goal_dialog
from academy.ui.dialogs.agreement import FIELDS, AgreementDialog
from academy.ui.dialogs.meeting import GroupMeetingDialog
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.screen import ItemCommand
from academy.ui.kit.toast import show_toast
from academy.ui.screens.mentoring_doing import end_dialog
from academy.ui.screens.mentoring_rows import natural
from academy.ui.screens.pair_words import agreement_letter, names_of, nudge_letter
from academy.usecases import agreements, mentoring_groups, nudges, pair_goals
from academy.usecases.agreements import Agreement
from academy.usecases.mentoring import PairRow
from academy.usecases.mentoring_groups import MentorGroup
from academy.usecases.pair_details import PairDetails
from academy.usecases.pair_goals import GoalDraft

WEEK = timedelta(weeks=1)
PURPOSE = "mentoring"
"""Under which the folder of drafts is remembered."""


class PairDoing(QObject):
    """Each by a dialog and one gesture, or by files that somebody sends."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    # ---- goals ---------------------------------------------------------------------------------

    def edit_goal(self, pair_id: int, draft: GoalDraft | None = None) -> None:
        """Ask for a new goal, or what shall change in one."""
        today = self._desk.today()
        dialog = goal_dialog.GoalDialog(self._page, draft or GoalDraft(""), today)

        def save(values: dict[str, Any]) -> None:
            gesture = Gesture("save_goal", once=dialog.form.commit_key)
            filled = dialog.drafted(values)
            done = self._desk.attempt(gesture, pair_goals.save_goal, pair_id, filled, today)
            end_dialog(dialog, done, goal_dialog.FIELDS.get(done.rule, ""))

        dialog.filled.connect(save)
        dialog.open()

    def set_goal(self, goal: GoalDraft, state: GoalState) -> None:
        """Say what became of a goal today."""
        gesture, today = Gesture("set_goal"), self._desk.today()
        self._desk.do(gesture, pair_goals.set_goal, goal.id, state, today)

    def remove_goal(self, goal: GoalDraft) -> None:
        """Remove a goal; a message offers to undo it."""
        if self._desk.do(Gesture("remove_goal"), pair_goals.remove_goal, goal.id).done:
            show_toast(self._page, self.tr("Goal removed."), self.tr("Undo"), self._desk.undo)

    # ---- nudges --------------------------------------------------------------------------------

    def nudge(self, pair_ids: Sequence[int]) -> None:
        """Write a draft to each of these pairs into a folder; nothing is sent."""
        try:
            found = self._desk.read(nudges.nudges, pair_ids, self._desk.today())
        except RuleBroken as broken:
            self._desk.refused.emit(labels.rule(broken))
            return
        title = self.tr("Folder for the drafts")
        folder = pickers.choose_folder(self._page, title, PURPOSE)
        if folder is None:
            return
        made = self._written(lambda: nudges.write_nudges(folder, found, nudge_letter))
        missing = [name for nudge in found for name in nudge.without]
        self._tell(folder, made, missing)

    def put_off(self, pair_id: int, weeks: int) -> None:
        """Show a pair as quiet again only after some weeks."""
        until = self._desk.today() + weeks * WEEK
        if self._desk.do(Gesture("put_off_pair"), nudges.put_off, pair_id, until).done:
            words = self.tr("Put off for %n week(s).", "", weeks)
            show_toast(self._page, words, self.tr("Undo"), self._desk.undo)

    def putting_off(self, pair: PairRow | None) -> list[ItemCommand]:
        """Return what puts a pair off, for menus; nothing where it is not quiet."""
        if pair is None or not pair.quiet:
            return []
        return [
            ItemCommand(self.tr("Put off for a &week"), partial(self.put_off, pair.id, 1)),
            ItemCommand(self.tr("Put off for &4 weeks"), partial(self.put_off, pair.id, 4)),
        ]

    # ---- the agreement -------------------------------------------------------------------------

    def agreement(self, details: PairDetails) -> None:
        """Ask how the two meet; then show the agreement, or draft the messages with it."""
        dialog = AgreementDialog(self._page, names_of(details), self._desk.today())

        def made(values: dict[str, Any]) -> Agreement | None:
            terms = dialog.terms(values)
            try:
                return self._desk.read(
                    agreements.agreement, details.row.id, terms, self._desk.today()
                )
            except RuleBroken as broken:
                dialog.form.show_problems({FIELDS.get(broken.rule, ""): labels.rule(broken)})
                return None

        def show(values: dict[str, Any]) -> None:
            if (found := made(values)) is not None:
                dialog.close()
                self._show(found)

        def draft(values: dict[str, Any]) -> None:
            if (found := made(values)) is not None:
                dialog.close()
                self._draft(found)

        dialog.filled.connect(show)
        dialog.drafted.connect(draft)
        dialog.open()

    def _show(self, found: Agreement) -> None:
        from academy.ui.dialogs.print_preview import PrintPreview
        from academy.ui.kit.printing import Paper

        paper = Paper(
            "mentoring-agreement",
            self.tr("Mentoring agreement"),
            found.name,
            lambda large: agreements.agreement_pdf(found, large=large),
            enlarges=True,
        )
        PrintPreview(self._page.window(), [paper]).open()

    def _draft(self, found: Agreement) -> None:
        folder = pickers.choose_folder(self._page, self.tr("Folder for the drafts"), PURPOSE)
        if folder is None:
            return
        mentee, mentor = found.people
        others = {mentee.id: mentor, mentor.id: mentee}
        issuer = found.facts.academy
        bodies = [
            (one, agreement_letter(one, others[one.id], issuer)) for one in found.reachable
        ]  # fmt: skip
        subject = self.tr("Your mentoring agreement")
        made = self._written(
            lambda: agreements.write_agreement_messages(folder, found, subject, bodies)
        )
        missing = [one.name for one in found.people if one not in found.reachable]
        self._tell(folder, made, missing)

    # ---- groups --------------------------------------------------------------------------------

    def log_group(self, group: MentorGroup) -> None:
        """Ask when a mentor met their mentees and who was there; log it for all at once."""
        today = self._desk.today()
        mentees = [(pair.id, f"{natural(pair.mentee)} · {pair.cohort}") for pair in group.pairs]
        dialog = GroupMeetingDialog(self._page, today, group.name, mentees)

        def log(values: dict[str, Any]) -> None:
            there = dialog.there(values)
            gesture = mentoring_groups.group_meeting_gesture(there, dialog.form.commit_key)
            filled = dialog.drafted(values)
            done = self._desk.attempt(
                gesture, mentoring_groups.log_group_meeting, there, filled, today
            )
            end_dialog(dialog, done, "held_on" if done.rule == "meeting_in_future" else "")

        dialog.filled.connect(log)
        dialog.open()

    # ---- files ---------------------------------------------------------------------------------

    def _written(self, write: Callable[[], list[Path]]) -> int | None:
        try:
            return len(write())
        except FileProblem as problem:
            self._desk.refused.emit(labels.rule(problem))
            return None

    def _tell(self, folder: Path, made: int | None, missing: Sequence[str]) -> None:
        if made is None:
            return
        words = self.tr("%n draft(s) saved in {folder}. You send them.", "", made)
        words = words.format(folder=folder)
        if missing:
            names = ", ".join(missing)
            words += " " + self.tr("Without an e-mail address: {names}.").format(names=names)
        opened = QUrl.fromLocalFile(str(folder))
        show_toast(
            self._page, words, self.tr("Open folder"), lambda: QDesktopServices.openUrl(opened)
        )
