"""A register pack that came back: its marks beside ours, conflicts to answer, one button."""

from __future__ import annotations

from pathlib import Path

from academy.domain import dates
from academy.domain.words import RuleBroken
from academy.exchange.packs import RegisterPack, read_pack
from academy.store import history
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.page import Crumb, room_of
from academy.ui.kit.parts import button, column
from academy.ui.kit.toast import show_toast
from academy.ui.screens.facilitator_books import heading
from academy.ui.screens.import_frame import CHECK, FrameWords, ImportScreen
from academy.ui.screens.import_pack_rows import PackTable, said
from academy.usecases.packs import PackFate, PackPlan, apply_pack, pack_gesture, plan_pack


class ImportPackScreen(ImportScreen):
    """The plan that is shown is the plan that runs; keeping ours is the default."""

    watches = frozenset({"marks", "places", "people", "training_sessions"})
    picture = "file-down"
    endings = ("register",)
    drops = False  # the window opens packs wherever they are dropped

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pack: RegisterPack | None = None
        self.plan: PackPlan | None = None
        self._taken: frozenset[int] = frozenset()
        self.table = PackTable(self.tr("The marks of the pack"))
        self.take_all = button(self.tr("Take all of the pack"), small=True)
        lines = column(self.message, self.counts, self.table, gap=8, margins=(24, 12, 24, 0))
        lines.setStretch(2, 1)
        sentence = self.tr(
            "A .register file that a facilitator sent back. Nothing is written before you have "
            "looked at its marks."
        )
        words = FrameWords(
            self.tr("Drop a register pack here"), sentence, self.tr("Read a register pack"),
            self.tr("Register packs"), self.tr("Apply marks"),
        )  # fmt: skip
        self.frame(words, lines, self.take_all)
        self.table.answered.connect(self._answer)
        self.take_all.clicked.connect(self._take_all)

    def read_file(self, path: Path) -> None:
        """Read a pack and show what it would do."""
        self._taken = frozenset()
        pack = read_pack(path)
        self.plan = self.desk.read(plan_pack, pack)
        self.pack = pack
        self._show_plan(self.plan)
        self.show_page(CHECK)
        self.table.setCurrentIndex(self.table.model_.index(0, 0))
        self.table.setFocus()

    def forget(self) -> None:
        """Let go of the pack."""
        self.pack = self.plan = None

    # the plan ----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Make the plan anew after a change elsewhere."""
        if self.pack is None:
            return
        try:
            self.plan = self.desk.read(plan_pack, self.pack, self._taken)
        except RuleBroken as problem:
            self.go_on.setEnabled(False)
            self.message.say(labels.rule(problem), "bad")
        else:
            self._show_plan(self.plan)

    def _answer(self, person_id: int, theirs: bool) -> None:  # noqa: FBT001 - a signal's argument
        one = frozenset({person_id})
        self._taken = self._taken | one if theirs else self._taken - one
        self.reload()

    def _take_all(self) -> None:
        if self.plan is not None:
            self._taken = frozenset(row.person_id for row in self.plan.of(PackFate.CONFLICT))
            self.reload()

    def _show_plan(self, plan: PackPlan) -> None:
        self.table.model_.show_rows(plan.rows)
        self.counts.setText(self._counted(plan))
        number = len(plan.applied)
        self.go_on.setText(self.tr("Apply %n mark(s)", "", number))
        self.go_on.setEnabled(number > 0)
        conflicts = plan.of(PackFate.CONFLICT)
        self.take_all.setVisible(len(conflicts) > 1)
        self._warn(plan)

    def _counted(self, plan: PackPlan) -> str:
        parts = [self.tr("In the pack: {letters}.").format(
            letters=said([row.theirs for row in plan.rows]) or self.tr("no marks"))]  # fmt: skip
        conflicts = len(plan.of(PackFate.CONFLICT))
        if conflicts:
            parts.append(self.tr("%n mark(s) differ; yours stay unless you take the pack’s.",
                                 "", conflicts))  # fmt: skip
        elif not plan.applied:
            parts.append(self.tr("Everything in it is here already."))
        return " ".join(parts)

    def _warn(self, plan: PackPlan) -> None:
        if plan.added:
            words = self.tr("Not in the pack, because they came later: {names}.")
            self.message.say(words.format(names=", ".join(plan.added)), "info")
        elif self.desk.today() < plan.pack.held_on and plan.applied:
            words = labels.rule(RuleBroken("future_takes_only_apologies"))
            self.message.say(words, "warning")
        else:
            self.message.clear()

    def run(self) -> None:
        """Apply the plan as it is shown, and go to the register."""
        plan = self.plan
        if plan is None or not self.go_on.isEnabled():
            return
        outcome = self.desk.do(pack_gesture(plan), apply_pack, plan, self.desk.today())
        if not outcome.done:
            return
        entry = self.desk.read(history.entries, 1)[0].entry.id
        self.pack = self.plan = None
        self.asked.emit(f"cohort/{plan.cohort_id}/register/{plan.session_id}")
        words = self.tr("%n mark(s) of {who} applied", "", outcome.value or 0)
        show_toast(self, words.format(who=plan.pack.facilitator), self.tr("Undo"),
                   lambda: self.desk.reverse(entry))  # fmt: skip

    # the page ----------------------------------------------------------------------------------

    def leave(self) -> None:
        """Go to the register of the session."""
        plan, self.plan, self.pack = self.plan, None, None
        self.asked.emit(f"cohort/{plan.cohort_id}/register/{plan.session_id}" if plan else "home")

    def name_page(self) -> None:
        """Name the cohort, the session and who marked it."""
        crumbs = [Crumb(self.tr("Cohorts"), "cohorts")]
        if self.plan is not None and self.pack is not None:
            crumbs.append(Crumb(self.pack.cohort, f"cohort/{self.plan.cohort_id}"))
        self.show_head(crumbs, self._about(), filled=self.pack is not None)

    def _about(self) -> str:
        if self.pack is None:
            return ""
        words = self.tr("{session}, {day}, marked by {who}")
        session = heading(self.pack.number, self.pack.title)
        day = dates.plain_day(self.pack.held_on)
        return words.format(session=session, day=day, who=self.pack.facilitator)

    def title(self) -> str:
        """Return “Register pack”."""
        return self.tr("Register pack")

    def fit(self) -> None:
        """Give way where there is little room."""
        self.table.fit(tiny=room_of(self) < 720)
