"""The bar above the board: how many are paired and wait, and what can be done for all at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from academy.domain.words import PairState
from academy.ui.kit.page import NARROW, toolbar
from academy.ui.kit.parts import Tag, button, chips
from academy.usecases.matching import MatchingPlan
from academy.usecases.mentoring import PairRow


class MatchBar(QWidget):
    """Suggest for all until something is suggested; then What if, and Confirm so many pairs."""

    def __init__(self) -> None:
        super().__init__()
        self.tags = chips()
        self.sets = button(self.tr("Le&arning sets"), "quiet", "users")
        self.what_if = button(self.tr("&What if…"))
        self.again = button(self.tr("S&uggest again"))
        self.suggest = button(self.tr("Suggest"), "primary", "sparkles")
        self.confirm = button(self.tr("Confirm"), "primary")
        self._tags: list[Tag] = []
        things = (self.tags, None, self.sets, self.what_if, self.again, self.suggest, self.confirm)
        self._lines = toolbar(*things)
        self.setLayout(self._lines)

    def count(self, waiting: int, pairs: Sequence[PairRow], free: int) -> None:
        """Say how many are paired, wait and are quiet, and how many places are free."""
        active = [pair for pair in pairs if pair.state is PairState.ACTIVE]
        quiet = sum(pair.quiet for pair in active)
        self._tags = [(self.tr("{n} paired").format(n=len(active)), "good")]
        if waiting:
            self._tags.append((self.tr("{n} waiting").format(n=waiting), "info"))
        if quiet:
            self._tags.append((self.tr("{n} quiet").format(n=quiet), "warning"))
        self._tags.append((self.tr("%n place(s) free", "", free), "plain"))
        self.tags.set_tags(self._tags)

    def show_plan(self, plan: MatchingPlan | None, waiting: int) -> None:
        """Offer what can be done now."""
        pairs = 0 if plan is None else len(plan.pairs)
        self.suggest.setText(self.tr("&Suggest for all {n}").format(n=waiting))
        self.suggest.setVisible(bool(waiting) and plan is None)
        self.again.setVisible(bool(waiting) and plan is not None and not pairs)
        self.confirm.setText(self.tr("&Confirm %n pair(s)", "", pairs))
        self.confirm.setVisible(bool(pairs))
        self.what_if.setVisible(bool(waiting) and plan is not None)

    def fit(self, room: float, margin: int) -> None:
        """Follow the room there is."""
        self._lines.set_margins((margin, 10, margin, 10))
        self.tags.setVisible(room >= 720)
        self.tags.set_tags(self._tags if room >= NARROW else self._tags[:-1])
