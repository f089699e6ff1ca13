"""The register's wishes carried out: marking, filling, pasting, noting, finding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from academy.domain.words import Letter
from academy.ui.dialogs.note import NoteDialog
from academy.ui.kit import clipboard
from academy.ui.kit.desk import Desk
from academy.ui.kit.toast import announce
from academy.ui.screens.away_doing import AwayAsker
from academy.ui.screens.register_chrome import RegisterChrome
from academy.ui.screens.register_grid import RegisterGrid
from academy.ui.screens.register_keys import Stroke, Wish
from academy.ui.screens.register_marks import Marker
from academy.usecases import marking
from academy.usecases.register import RegisterSession


class RegisterDoing(QObject):
    """Turns strokes of the grid and words of the bars into marks."""

    told = Signal(str)

    def __init__(self, desk: Desk, grid: RegisterGrid, chrome: RegisterChrome) -> None:
        super().__init__()
        self._desk = desk
        self.grid, self.chrome, self.model = grid, chrome, grid.model
        self.marker = Marker(desk, grid.model)
        self._asker = AwayAsker(desk, grid)

    def session(self) -> RegisterSession | None:
        """Return the open session."""
        return self.model.session_at(self.model.column_of(self.model.open_session))

    def blanks(self) -> int:
        """Return how many are not marked in the open session."""
        column = self.model.column_of(self.model.open_session)
        found = self.model.register
        return found.blanks(column - 1) if found and column > 0 else 0

    def act_on(self, wish: Stroke) -> None:
        """Do what a key or click asks for."""
        acts: dict[Wish, Callable[[], object]] = {
            Wish.MARK: lambda: self._mark(wish.letter, moves=wish.moves),
            Wish.TOGGLE: self._toggle,
            Wish.CLEAR: lambda: self._mark(None, moves=False),
            Wish.FILL: self.fill,
            Wish.FILL_DOWN: lambda: self.marker.fill_down(self.grid.chosen()),
            Wish.EXCEPT: self.chrome.except_bar.open_bar,
            Wish.FIND: self.chrome.find_bar.open_bar,
            Wish.NOTE: self.note,
            Wish.NEXT_BLANK: self.grid.next_blank,
            Wish.WHOLE_SESSION: self.grid.choose_session,
            Wish.COPY: lambda: clipboard.copy_block(self.grid.block()),
            Wish.PASTE: self._paste,
            Wish.AWAY: self.away,
        }
        acts[wish.wish]()

    def _mark(self, letter: Letter | None, *, moves: bool) -> None:
        cells, blanks = self.grid.chosen(), self.blanks()
        done = bool(cells) and self.marker.mark(cells, letter)
        if done and moves and len(cells) == 1:
            self.grid.move_down()
        self._after(blanks)

    def _toggle(self) -> None:
        index = self.grid.main.currentIndex()
        if self.model.session_at(index.column()) is not None:
            blank = self.model.mark_at(index.row(), index.column()).letter is None
            self._mark(Letter.PRESENT if blank else None, moves=True)

    def fill(self) -> None:
        """Mark everybody present who is blank in the open session."""
        session, blanks = self.session(), self.blanks()
        if session is not None and self.marker.fill(session.id, blanks):
            self._after(blanks)

    def everyone_except(self, text: str) -> None:
        """Mark what the bar says, and everybody else present."""
        session = self.session()
        if session is None:
            return
        understood = marking.exceptions(text, [person.name for person in self.model.rows])
        if understood.left_alone:
            words = self.tr("Not understood: {what}. Use a row number and a letter, like 3a.")
            self.chrome.except_bar.say(
                words.format(what=", ".join(f"‘{p}’" for p in understood.left_alone))
            )
            return
        blanks = self.blanks()
        if self.marker.everyone_except(session.id, understood.letters):
            self.chrome.except_bar.close_bar()
        self._after(blanks)

    def _paste(self) -> None:
        here = self.grid.main.currentIndex()
        block = clipboard.pasted_block()
        left_alone = self.marker.paste(block, here.row(), here.column(), self.grid.chosen())
        if left_alone:
            words = self.tr("Left alone, %n cell(s): {what}", "", len(left_alone))
            self._desk.refused.emit(words.format(what=", ".join(left_alone[:10])))

    def note(self) -> None:
        """Ask for a remark on the current mark."""
        cell, index = self.grid.current(), self.grid.main.currentIndex()
        if cell is None:
            return
        old = self.model.mark_at(index.row(), index.column()).note
        text = NoteDialog.ask(self.grid, self.model.spoken(index.row(), index.column()), old)
        if text is not None:
            self.marker.note(cell, text)

    def away(self) -> None:
        """Ask how long the current person is away."""
        row = self.grid.main.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            person = self.model.rows[row]
            self._asker.ask(person.person_id, person.full_name)

    def _after(self, blanks_before: int) -> None:
        if blanks_before and not self.blanks() and not self.model.held:
            people = len(self.model.rows)
            words = self.tr("Register complete, {n} of {n}").format(n=people)
            announce(self.grid.main, words)
            self.told.emit(words)
        self._tell_trouble()

    def try_again(self) -> None:
        """Write the marks that the disk did not take."""
        self.marker.try_again()
        self._tell_trouble()

    def find(self, text: str, *, after: bool) -> None:
        """Go to the first person whose name holds the text, or to the next one."""
        start = self.grid.main.currentIndex().row() + (1 if after else 0)
        rows = marking.matching(text, [person.name for person in self.model.rows])
        later = [n for n in rows if n >= start] or rows
        if later:
            self.grid.go_to(later[0], max(1, self.grid.main.currentIndex().column()))
        nobody = self.tr("No people match ‘{text}’.").format(text=text)
        self.chrome.find_bar.say("" if later or not text.strip() else nobody)

    def _tell_trouble(self) -> None:
        held = len(self.model.held)
        self.chrome.show_trouble(self.marker.trouble if held else "", held, self.try_again)
