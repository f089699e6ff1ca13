"""A register pack that came back: its marks beside ours, conflicts to answer, one button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.domain import dates
from academy.domain.words import RuleBroken
from academy.exchange.packs import RegisterPack, read_pack
from academy.store import history
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import (
    Crumb,
    MessageBar,
    PageHead,
    footer,
    page_layout,
    page_margin,
    room_of,
)
from academy.ui.kit.parts import button, column, holder, label, line
from academy.ui.kit.screen import Screen
from academy.ui.kit.toast import show_toast
from academy.ui.screens.facilitator_books import heading
from academy.ui.screens.import_pack_rows import PackTable, said
from academy.usecases.packs import PackFate, PackPlan, apply_pack, pack_gesture, plan_pack


class ImportPackScreen(Screen):
    """The plan that is shown is the plan that runs; keeping ours is the default."""

    watches = frozenset({"marks", "places", "people", "training_sessions"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pack: RegisterPack | None = None
        self.plan: PackPlan | None = None
        self._taken: frozenset[int] = frozenset()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.another = button(self.tr("Another file…"), picture="file-down")
        self.head = PageHead("", actions=[self.another])
        self.message = MessageBar()
        self.counts = label("", "muted", wrap=True)
        self.table = PackTable(self.tr("The marks of the pack"))
        self.take_all = button(self.tr("Take all of the pack"), small=True)
        self.cancel = button(self.tr("Cancel"))
        self.go_on = button(self.tr("Apply marks"), "primary")
        self.empty = EmptyState(
            "file-down",
            self.tr("Drop a register pack here"),
            self.tr("A .register file that a facilitator sent back. Nothing is written before "
                    "you have looked at its marks."),
            self.tr("Choose file…"),
        )  # fmt: skip
        self._lines = column(self.message, self.counts, self.table, gap=8, margins=(24, 12, 24, 0))
        self._lines.setStretch(2, 1)
        foot = footer(self.take_all, None, self.cancel, self.go_on)
        check = page_layout(holder(self._lines), foot)
        check.setStretch(0, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(holder(check))
        whole = page_layout(self.head, line(), self._pages)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.head.went.connect(self.asked)
        self.another.clicked.connect(self.choose)
        if self.empty.button is not None:
            self.empty.button.clicked.connect(self.choose)
        self.table.answered.connect(self._answer)
        self.take_all.clicked.connect(self._take_all)
        self.cancel.clicked.connect(self._leave)
        self.go_on.clicked.connect(self.run)

    def go(self, parts: Sequence[str]) -> None:
        """Show a pack ("?file=PATH"), or ask for one."""
        self.pack = self.plan = None
        self._pages.setCurrentIndex(0)
        self._name_page()
        file = next((part for part in parts if part.startswith("?file=")), "")
        if file:
            self.open_file(Path(file.removeprefix("?file=")))

    def choose(self) -> None:
        """Ask for the pack."""
        kinds = [pickers.FileKind(self.tr("Register packs"), ("register",))]
        path = pickers.open_file(self, self.tr("Read a register pack"), kinds, "packs")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a pack and show what it would do; say why if it cannot be used."""
        self._taken = frozenset()
        try:
            self.pack = read_pack(path)
            self.plan = self.desk.read(plan_pack, self.pack)
        except RuleBroken as problem:
            self.pack = self.plan = None
            self._pages.setCurrentIndex(0)
            self.desk.refused.emit(labels.rule(problem))
        else:
            self._show_plan(self.plan)
            self._pages.setCurrentIndex(1)
            self.table.setCurrentIndex(self.table.model_.index(0, 0))
            self.table.setFocus()
        self._name_page()

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

    def _leave(self) -> None:
        plan, self.plan, self.pack = self.plan, None, None
        self.asked.emit(f"cohort/{plan.cohort_id}/register/{plan.session_id}" if plan else "home")

    def _name_page(self) -> None:
        crumbs = [Crumb(self.tr("Cohorts"), "cohorts")]
        if self.plan is not None and self.pack is not None:
            crumbs.append(Crumb(self.pack.cohort, f"cohort/{self.plan.cohort_id}"))
        self.head.set_crumbs(crumbs)
        self.head.set_title(self.title())
        self.head.set_note(self._about())
        self.another.setVisible(self.pack is not None)
        self.head.set_margin(page_margin(self))

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

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"import": self.choose}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._lines.set_margins((margin, 12, margin, 0))
        self.table.fit(tiny=room_of(self) < 720)
        super().resizeEvent(event)
