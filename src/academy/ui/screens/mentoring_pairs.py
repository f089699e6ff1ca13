"""The pairs of a cohort with their contacts, and the strip of those gone quiet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from academy.domain.words import PairState
from academy.ui.kit.desk import Desk
from academy.ui.kit.folding import Folding
from academy.ui.kit.parts import Painted, button, chips, column, holder, label, line, row
from academy.ui.kit.screen import ItemCommand
from academy.ui.kit.theme import draw_icon
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.ui.screens.mentoring_lists import ListPart, meeting_list, pair_list
from academy.ui.screens.mentoring_rows import last_contact, natural, pair_names, quiet_words
from academy.ui.screens.pair_doing import PairDoing
from academy.usecases import mentoring
from academy.usecases.mentoring import PairRow


class PairsPart(QWidget):
    """All pairs, the quiet ones first; below them the contacts of the current one."""

    def __init__(self, desk: Desk, doing: MentoringDoing) -> None:
        super().__init__()
        self._desk, self._doing = desk, doing
        self._more = PairDoing(desk, self)
        self.pairs = pair_list(self.tr("Pairs"))
        self.meetings = meeting_list(self.tr("Contacts of the pair"))
        self.log = button(self.tr("&Log contact…"), small=True)
        self.open = button(self.tr("Open pai&r"), "quiet", small=True)
        self.end = button(self.tr("&End pair…"), "quiet", small=True)
        self.remove = button(self.tr("Re&move contact"), "quiet", small=True)
        order = label(self.tr("quiet ones first"), "caption")
        none = self.tr("Nobody is paired yet.")
        self._pairs = ListPart(self.pairs, label(self.pairs.name, "group"), none, 24, order)
        none = self.tr("No contact logged yet.")
        ways = (self.remove, self.end, self.open, self.log)
        self._log = ListPart(self.meetings, label("", "group"), none, 24, *ways)
        lines = column(self._pairs, line(), self._log, gap=0)
        lines.setStretch(0, 3)
        lines.setStretch(2, 2)
        self.setLayout(lines)
        self.pairs.view.selectionModel().currentChanged.connect(self.show_meetings)
        for press, act in (
            (self.log, self.log_contact),
            (self.open, self.open_pair),
            (self.end, self.end_pair),
            (self.remove, self.remove_contact),
        ):
            press.clicked.connect(act)

    def fill(self, pairs: Sequence[PairRow]) -> None:
        """Show other pairs."""
        self._pairs.fill(pairs)
        self.show_meetings()

    def show_meetings(self) -> None:
        """Show the contacts of the current pair."""
        pair = self.pairs.current()
        self._log.setVisible(pair is not None)
        if pair is None:
            return
        found = self._desk.read(mentoring.meetings, pair.id)
        self._log.fill(found)
        self.remove.setVisible(bool(found))
        for shown in (self.end, self.log):
            shown.setVisible(pair.state is PairState.ACTIVE)
        words = self.tr("Contacts of {mentee} and {mentor}")
        names = {"mentee": natural(pair.mentee), "mentor": natural(pair.mentor)}
        self._log.heading.setText(words.format(**names))

    def commands(self) -> list[ItemCommand]:
        """Return what can be done with the current pair, for menus."""
        made = [
            ItemCommand(self.tr("&Log contact…"), self.log_contact, "Enter"),
            ItemCommand(self.tr("&End pair…"), self.end_pair),
        ]
        pair = self.pairs.current()
        if pair is not None and pair.quiet:
            made.append(ItemCommand(self.tr("&Draft nudge…"), partial(self._more.nudge, [pair.id])))
        return [*made, *self._more.putting_off(pair)]

    def log_contact(self) -> None:
        """Ask when the current pair met."""
        if pair := self.pairs.current():
            self._doing.log_contact(pair)

    def change_contact(self) -> None:
        """Ask what shall change in the current contact."""
        pair, draft = self.pairs.current(), self.meetings.current()
        if pair and draft:
            self._doing.log_contact(pair, draft)

    def remove_contact(self) -> None:
        """Take back the current contact."""
        if draft := self.meetings.current():
            self._doing.remove_contact(draft.id)

    def open_pair(self) -> None:
        """Go to the page of the current pair."""
        if pair := self.pairs.current():
            self._doing.open_pair(pair)

    def end_pair(self) -> None:
        """Ask why the current pair ends."""
        if pair := self.pairs.current():
            self._doing.end_pair(pair)


class QuietStrip(QWidget):
    """The pairs without contact for too long, under the board, with what can be done."""

    MOST = 2
    """How many are shown; the others stand on top of the pairs."""

    def __init__(self, doing: MentoringDoing, show_all: Callable[[], object]) -> None:
        super().__init__()
        self._doing, self._more = doing, PairDoing(doing.desk, self)
        self.quiet: list[PairRow] = []
        self._lines = column(gap=6)
        self._all = button("", "link")
        self._all.clicked.connect(show_all)
        heading = row(label(self.tr("Quiet pairs"), "group"), None, self._all)
        self._inside = column(heading, self._lines, gap=4, margins=(24, 8, 24, 10))
        self.setLayout(column(line(), self._inside, gap=0))

    def set_margin(self, margin: int) -> None:
        """Follow the page's margin."""
        self._inside.set_margins((margin, 8, margin, 10))

    def fill(self, pairs: Sequence[PairRow]) -> None:
        """Show the quiet ones among these pairs."""
        self.quiet = [pair for pair in pairs if pair.quiet]
        self._lines.empty()
        for pair in self.quiet[: self.MOST]:
            self._lines.put(self._line(pair))
        self._all.setText(self.tr("Show all {n}").format(n=len(self.quiet)))
        self._all.setVisible(len(self.quiet) > self.MOST)

    def _line(self, pair: PairRow) -> QWidget:
        names = pair_names(pair)
        log = button(self.tr("Log contact…"), small=True)
        nudge = button(self.tr("Draft nudge…"), "quiet", small=True)
        end = button(self.tr("End…"), "quiet", small=True)
        log.setAccessibleName(self.tr("Log contact of {names}…").format(names=names))
        end.setAccessibleName(self.tr("End pair {names}…").format(names=names))
        nudge.setAccessibleName(self.tr("Draft nudge to {names}…").format(names=names))
        nudge.clicked.connect(lambda: self._more.nudge([pair.id]))
        log.clicked.connect(lambda: self._doing.log_contact(pair))
        end.clicked.connect(lambda: self._doing.end_pair(pair))
        told = label(last_contact(pair), "caption", wrap=True)
        days = chips((quiet_words(pair), "warning"))
        who = holder(row(label(names, "label"), days, None))
        words = Folding(who, told, least=460, shares=(0, 1))
        made = row(Painted(_sign, width=16, height=16), words, log, nudge, end)
        made.setStretch(1, 1)
        return holder(made)


def _sign(painter: QPainter, rect: QRectF) -> None:
    draw_icon(painter, "message-circle", rect, "warning", 2)
