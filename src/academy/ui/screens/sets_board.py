"""The board of learning sets: a card for each set; people are moved by menu, keys and drag."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from academy.ui.kit.page import page_margin
from academy.ui.kit.parts import column, scrolled
from academy.ui.kit.screen import ItemCommand
from academy.ui.screens.set_cards import CardGrid, SetCard
from academy.ui.screens.set_words import member_aloud, set_name
from academy.ui.screens.sets_doing import SetsDoing
from academy.usecases.learning_sets import LearningSetRow, LearningSets, MemberRow

NONE = LearningSetRow(0, 0, None, "", (), (), (), (), ())
"""Stands for those who are in no set."""


class SetsBoard(QWidget):
    """Shows sets as they are, or as they are suggested."""

    opened = Signal(int)
    """The page of this person is wanted."""

    def __init__(self, doing: SetsDoing) -> None:
        super().__init__()
        self._doing = doing
        self._sets: Sequence[LearningSetRow] = ()
        self.cards: dict[int, SetCard] = {}
        self.grid = CardGrid()
        self._area = scrolled(column(self.grid, gap=0))
        lines = column(self._area, gap=0)
        self.setLayout(lines)

    # ---- showing -------------------------------------------------------------------------------

    def show_sets(self, found: LearningSets) -> None:
        """Show the sets there are; who is in none comes first."""
        rows = list(found.sets)
        self._sets = found.sets
        if found.without:
            loose = tuple(MemberRow(person) for person in found.without)
            rows.insert(0, LearningSetRow(0, 0, None, "", loose, (), (), (), ()))
        self._show(rows, made=True)

    def show_suggested(self, rows: Sequence[LearningSetRow]) -> None:
        """Show sets that are only suggested; nothing of them can be changed."""
        self._sets = ()
        self._show(rows, made=False)

    def _show(self, rows: Sequence[LearningSetRow], *, made: bool) -> None:
        shown = {}
        for one in rows:
            card = self.cards.get(one.id) or self._made(made=made)
            card.show_set(one)
            shown[one.id] = card
        self.cards = shown
        self.grid.show_cards(list(shown.values()))
        self._fit()
        first = next(iter(shown.values()), None)
        if first is not None:
            self.setFocusProxy(first.members.view)
        if (current := self.card()) is not None:
            self._select_in(current)

    def _select_in(self, card: SetCard) -> None:
        """Let one card alone show who is selected."""
        for other in self.cards.values():
            view = other.members.view
            if other is not card:
                view.clearSelection()
            elif view.currentIndex().isValid() and not view.selectionModel().hasSelection():
                view.selectionModel().select(
                    view.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )

    def _made(self, *, made: bool) -> SetCard:
        card = SetCard(member_aloud, made=made)
        view = card.members.view
        view.installEventFilter(self)
        view.doubleClicked.connect(lambda _index: self._open_person(card))
        if made:
            card.menu_asked.connect(lambda press: self._set_menu(card, press))
            card.model.taken.connect(lambda place: self._doing.move(place, card.set))
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(lambda at: self._member_menu(card, at))
        return card

    # ---- doing ---------------------------------------------------------------------------------

    def card(self) -> SetCard | None:
        """Return the card with the keyboard, or the first."""
        cards = list(self.cards.values())
        here = cast("QWidget | None", self.window().focusWidget()) or self
        found = [card for card in cards if card.isAncestorOf(here)]
        return found[0] if found else (cards[0] if cards else None)

    def move_to(self, card: SetCard, number: int) -> None:
        """Move the current member of a card to the set with this number; 0 is none."""
        member, to = card.members.current(), self._numbered(number)
        if member is None or to is None or card.set is None or to.id == card.set.id:
            return
        self._doing.move(member.person.place_id, to)

    def _numbered(self, number: int) -> LearningSetRow | None:
        if not number:
            return NONE
        return next((one for one in self._sets if one.number == number), None)

    def _open_person(self, card: SetCard) -> None:
        if (member := card.members.current()) is not None:
            self.opened.emit(member.person.person_id)

    def member_commands(self, card: SetCard) -> list[ItemCommand]:
        """Return what can be done with the current member of a card."""
        member = card.members.current()
        if member is None or card.set is None or not self._sets:
            return []
        made = []
        for one in self._sets:
            if one.id != card.set.id and member.person.withdrawn_on is None:
                words = self.tr("Move to {set}").format(set=set_name(one))
                key = str(one.number) if one.number < 10 else ""
                made.append(ItemCommand(words, partial(self.move_to, card, one.number), key))
        if card.set.id:
            words = self.tr("&Take out of {set}").format(set=set_name(card.set))
            made.append(ItemCommand(words, lambda: self.move_to(card, 0), "Del"))
        apart = self.tr("Keep a&part from…")
        made.append(ItemCommand(apart, lambda: self._doing.keep_apart(member)))
        made.append(ItemCommand(self.tr("&Open person"), lambda: self._open_person(card)))
        return made

    def set_commands(self, card: SetCard) -> list[ItemCommand]:
        """Return what can be done with a set."""
        row = card.set
        if row is None or row.id <= 0:
            return []
        made = [
            ItemCommand(self.tr("&Log meeting…"), lambda: self._doing.log_meeting(row)),
            ItemCommand(self.tr("&Facilitator…"), lambda: self._doing.choose_facilitator(row)),
        ]
        if not row.met_on:
            remove = self.tr("&Remove {set}").format(set=set_name(row))
            made.append(ItemCommand(remove, lambda: self._doing.remove_set(row)))
        return made

    def commands(self) -> list[ItemCommand]:
        """Return what can be done with the current member and their set."""
        card = self.card()
        return [] if card is None else [*self.member_commands(card), *self.set_commands(card)]

    def _menu(self, commands: Sequence[ItemCommand], at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in commands:
            words = f"{command.words}\t{command.shortcut}" if command.shortcut else command.words
            menu.addAction(words).triggered.connect(lambda _=False, act=command.act: act())
        if menu.actions():
            menu.popup(at)

    def _set_menu(self, card: SetCard, press: QWidget) -> None:
        self._menu(self.set_commands(card), press.mapToGlobal(press.rect().bottomLeft()))

    def _member_menu(self, card: SetCard, at: QPoint) -> None:
        self._menu(self.member_commands(card), card.members.view.mapToGlobal(at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the menu of a member, a digit moves them, Del takes them out."""
        card = next((c for c in self.cards.values() if c.members.view is watched), None)
        if card is not None and event.type() == QEvent.Type.FocusIn:
            self._select_in(card)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        return card is not None and bool(self._sets) and self._on_key(card, event)

    def _on_key(self, card: SetCard, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            view = card.members.view
            self._member_menu(card, view.visualRect(view.currentIndex()).bottomLeft())
        elif event.key() == Qt.Key.Key_Delete:
            self.move_to(card, 0)
        elif event.text().isdecimal() and event.text() != "0":
            self.move_to(card, int(event.text()))
        else:
            return False
        return True

    def _fit(self) -> None:
        self.grid.fit(self._area.viewport().width() or self.width(), page_margin(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self._fit()
