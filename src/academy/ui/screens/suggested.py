"""The middle of the board: whom somebody gets, why so, what else could be; or why nobody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from academy.ui.kit.page import strip_card
from academy.ui.kit.parts import (
    Thing,
    button,
    column,
    holder,
    label,
    layout_of,
    line,
    row,
    scrolled,
)
from academy.ui.kit.screen import ItemCommand
from academy.ui.screens.mentee_doing import MenteeDoing
from academy.ui.screens.mentoring_rows import natural
from academy.ui.screens.suggestion_parts import Score, TwoPeople, reason_lines, share_lines
from academy.ui.screens.suggestion_words import (
    cause_lines,
    change_words,
    full_words,
    help_words,
    pin_words,
)
from academy.ui.screens.suggestions import Suggestions
from academy.usecases.matching import LeftOver, SuggestedPair
from academy.usecases.mentoring import UnpairedRow


class SuggestedPart(QWidget):
    """Shows the suggestion for one person. The page does what the buttons ask."""

    chosen = Signal()
    """Somebody is to be chosen by hand."""

    mentor_opened = Signal(int)
    """What this mentor offers is to be changed."""

    def __init__(self, suggestions: Suggestions, mentees: MenteeDoing) -> None:
        super().__init__()
        self._suggestions, self._mentees = suggestions, mentees
        self.waiting: UnpairedRow | None = None
        self._about = column(gap=0)
        self._notes = column(gap=8)
        self._make_buttons()
        self._pair = row(self.confirm, self.next, self.choose, None, gap=8)
        self._more = holder(row(self.keep, self.again, self.raise_places, None, gap=8))
        inner = column(self._about, 12, self._notes, None, gap=0, margins=(24, 14, 24, 12))
        self._inner = inner
        none = label(self.tr("Everybody here has a mentor."), "muted", wrap=True)
        self._none = holder(row(none, margins=(24, 14, 24, 0)))
        self._area = scrolled(inner)
        self._ways = row(column(self._pair, self._more, gap=4), margins=(24, 0, 24, 8))
        self._foot = holder(column(line(), 8, self._ways, gap=0))
        lines = column(self._none, self._area, self._foot, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _make_buttons(self) -> None:
        self.confirm = button(self.tr("Confirm &this pair"))
        self.next = button(self.tr("Ne&xt suggestion"))
        self.keep = button(self.tr("&Keep together"), "quiet", small=True)
        self.keep.setToolTip(self.tr("These two stay together whatever else changes"))
        self.choose = button(self.tr("Ch&oose…"), "quiet")
        self.again = button(self.tr("Take declined ones &back"), "quiet", small=True)
        self.raise_places = button(self.tr("Change"), small=True)
        self.confirm.clicked.connect(self._confirm)
        self.next.clicked.connect(self._next)
        self.keep.clicked.connect(self._keep)
        self.choose.clicked.connect(self.chosen)
        self.again.clicked.connect(self._again)
        self.raise_places.clicked.connect(self._raise)

    # ---- showing -------------------------------------------------------------------------------

    def fit(self, *, narrow: bool, low: bool, tight: bool) -> None:
        """Follow the room there is; where it is low, what is seldom done is in the menu Item.

        Where three buttons have no room (`tight`), the third stands on the next line.
        """
        side = 16 if narrow else 24
        self._ways.set_margins((side, 0, side, 8))
        self._inner.set_margins((side, 8 if low else 14, side, 12))
        self._more.setVisible(not low)
        lines = layout_of(self._more) if tight else self._pair
        if lines.indexOf(self.choose) < 0:
            lines.insertWidget(0 if tight else 2, self.choose)

    def show_person(self, waiting: UnpairedRow | None) -> None:
        """Show what there is for somebody who waits."""
        self.waiting = waiting
        self._none.setVisible(waiting is None)
        self._area.setVisible(waiting is not None)
        self._foot.setVisible(waiting is not None)
        if waiting is None:
            return
        self._about.empty()
        self._notes.empty()
        found = self._suggestions.of(waiting.person_id)
        for shown in (self.confirm, self.next, self.keep):
            shown.setVisible(isinstance(found, SuggestedPair))
        declined = self._suggestions.declined(waiting.person_id)
        self.again.setVisible(bool(declined))
        self.raise_places.hide()
        if isinstance(found, SuggestedPair):
            self._show_pair(found, declined)
        elif isinstance(found, LeftOver):
            self._show_left_over(found)
        else:
            self._show_nothing(waiting)

    def _show_pair(self, pair: SuggestedPair, declined: int) -> None:
        name = natural(pair.mentee.name)
        if declined:
            words = self.tr("Suggestion {n} for {name}")
            self._put(label(words.format(n=declined + 1, name=name), "caption"), 8)
        self.keep.setText(self.tr("No longer &keep") if pair.pinned else self.tr("&Keep together"))
        self.next.setEnabled(not pair.pinned)
        self._put(TwoPeople(pair), 12, line(), 12, Score(pair.score), 10)
        self._put(reason_lines(pair.reasons))
        plan = self._suggestions.plan
        notes = [change_words(pair)]
        if plan is not None:
            notes += [full_words(plan, pair), pin_words(plan)]
        self._note(notes)
        self._notes.put(4, label(self.tr("What each criterion gives"), "group"), share_lines(pair))

    def _show_left_over(self, one: LeftOver) -> None:
        name = natural(one.mentee.name)
        self._put(label(self.tr("No mentor for {name}").format(name=name), "section"), 8)
        self._put(label(self.tr("Why:"), "muted"), 2)
        for words in cause_lines(one):
            self._put(label(f"– {words}", wrap=True), 2)
        plan = self._suggestions.plan
        self._note([help_words(one), pin_words(plan) if plan is not None else ""])
        if one.would_help:
            first = natural(one.would_help[0].name)
            self.raise_places.setText(self.tr("Change {name}…").format(name=first))
            self.raise_places.show()

    def _show_nothing(self, waiting: UnpairedRow) -> None:
        self._put(label(natural(waiting.name), "section"), 2)
        self._put(label(waiting.organisation, "muted", wrap=True), 12)
        words = self.tr(
            "Suggestions look at everybody who waits at once and give reasons. Nobody is paired "
            "until you confirm. Equality answers are never used."
        )
        self._note([words])

    def _put(self, *things: Thing) -> None:
        self._about.put(*things)

    def _note(self, sentences: Sequence[str]) -> None:
        words = label(" ".join(one for one in sentences if one), "caption", wrap=True)
        inside = row(words, margins=(12, 10, 12, 10))
        self._notes.put(strip_card(inside))

    # ---- doing ---------------------------------------------------------------------------------

    def pair(self) -> SuggestedPair | None:
        """Return the suggested pair that is shown."""
        if self.waiting is None:
            return None
        found = self._suggestions.of(self.waiting.person_id)
        return found if isinstance(found, SuggestedPair) else None

    def commands(self) -> list[ItemCommand]:
        """Return what can be done with the suggestion, for menus: what the buttons do."""
        ways = (self.confirm, self.next, self.keep, self.again, self.raise_places)
        here = [way for way in ways if not way.isHidden() and way.isEnabled()]
        made = [ItemCommand(way.text(), way.click) for way in here]
        if (waiting := self.waiting) is not None:
            ask = partial(self._mentees.ask_wishes, waiting.place_id)
            made.append(ItemCommand(self.tr("&Wishes…"), ask))
        if pair := self.pair():
            apart = partial(self._mentees.keep_apart, pair.mentee.id, pair.mentor.id)
            made.append(ItemCommand(self.tr("Never &pair these two"), apart))
        return made

    def _confirm(self) -> None:
        if pair := self.pair():
            self._suggestions.confirm(pair)

    def _next(self) -> None:
        if pair := self.pair():
            self._suggestions.next(pair)

    def _keep(self) -> None:
        if pair := self.pair():
            self._suggestions.keep(pair.mentee.id, pair.mentor.id)

    def _again(self) -> None:
        if self.waiting is not None:
            self._suggestions.again(self.waiting.person_id)

    def _raise(self) -> None:
        found = None if self.waiting is None else self._suggestions.of(self.waiting.person_id)
        if isinstance(found, LeftOver) and found.would_help:
            self.mentor_opened.emit(found.would_help[0].id)
