"""What a page prints: the sign-in sheet of a session, the filled register of its cohort.

Home and the register have this from the start, so printing is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from academy.domain.words import RuleBroken
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk

if TYPE_CHECKING:
    from academy.ui.kit.printing import Paper


class PaperPrinting(QObject):
    """Prints at once, or shows the preview with the choice of what and how."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def commands(self, session_id: int, cohort_id: int) -> Mapping[str, Callable[[], object]]:
        """Return what the menus ask a page for: to print a session’s sheet, or to show it first."""
        return {
            "print": lambda: self.print_sheet(session_id),
            "preview": lambda: self.preview(session_id, cohort_id),
        }

    def print_sheet(self, session_id: int) -> None:
        """Print the sign-in sheet of a session as sheets were printed last."""
        from academy.ui.kit.printing import print_paper
        from academy.ui.kit.toast import show_toast

        try:
            sheet = self._sheet(session_id)
            if print_paper(self._page, sheet):
                words = self.tr("Sent to the printer: {what}").format(what=sheet.words)
                show_toast(self._page, words)
        except RuleBroken as broken:
            self._desk.refused.emit(labels.rule(broken))

    def preview(self, session_id: int, cohort_id: int) -> None:
        """Show the sign-in sheet as it will be; the filled register can be chosen there."""
        from academy.ui.dialogs.print_preview import PrintPreview

        try:
            papers = [self._sheet(session_id), self._register(cohort_id)]
        except RuleBroken as broken:
            self._desk.refused.emit(labels.rule(broken))
            return
        PrintPreview(self._page.window(), papers).open()

    def _sheet(self, session_id: int) -> Paper:
        from academy.ui.kit.printing import Paper
        from academy.usecases import paper

        facts = self._desk.read(paper.sign_in_sheet, session_id)
        return Paper(
            "sign-in-sheet",
            self.tr("Sign-in sheet"),
            paper.sign_in_name(facts),
            lambda large: paper.sign_in_pdf(facts, large=large),
            enlarges=True,
            warning=self._warning(person.name for person in facts.people),
        )

    def _register(self, cohort_id: int) -> Paper:
        from academy.ui.kit.printing import Paper
        from academy.usecases import paper

        facts = self._desk.read(paper.filled_register, cohort_id, self._desk.today())
        return Paper(
            "filled-register",
            self.tr("Filled register"),
            paper.register_name(facts),
            lambda _large: paper.register_pdf(facts),
            warning=self._warning(person.name for person in facts.people),
        )

    def _warning(self, names: Iterable[str]) -> str:
        from academy.usecases import paper

        lacking = paper.unprintable(names)
        if not lacking:
            return ""
        words = self.tr("The printed type lacks letters of these names: {names}. "
                        "Write them in by hand.")  # fmt: skip
        return words.format(names="; ".join(lacking))
