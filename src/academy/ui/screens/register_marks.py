"""What the person wishes in the register, done: each wish is one gesture, one undo step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from academy.domain.words import Letter
from academy.store.journal import Gesture
from academy.ui.kit.desk import Desk
from academy.ui.screens.register_model import Cell, RegisterModel
from academy.usecases import attendance, marking
from academy.usecases.attendance import MarkDraft

Wanted = dict[Cell, Letter | None]


class Marker:
    """Sets marks through the desk. What the disk does not take is held and can be tried again."""

    def __init__(self, desk: Desk, model: RegisterModel) -> None:
        self._desk = desk
        self._model = model
        self.trouble = ""  # why marks are held

    def mark(self, cells: Sequence[Cell], letter: Letter | None) -> bool:
        """Give these cells one letter, or clear them."""
        wanted: Wanted = dict.fromkeys(cells, letter)
        return self.set(wanted, _gesture(self._changing(wanted), letter))

    def set(self, wanted: Wanted, gesture: Gesture | None = None) -> bool:
        """Give each cell its letter, all in one gesture; tell whether it is written."""
        changing = self._changing(wanted)
        if not changing:
            return True
        drafts = [MarkDraft(*cell, letter) for cell, letter in changing.items()]
        gesture = gesture or Gesture("mark_several", {"n": len(drafts)})
        outcome = self._desk.attempt(gesture, attendance.mark, drafts, self._desk.today())
        if outcome.unavailable:
            self.trouble = outcome.refusal
            self._model.hold(changing)
        elif not outcome.done:
            self._desk.refused.emit(outcome.refusal)
        return outcome.done

    def fill(self, session_id: int, blanks: int) -> bool:
        """Mark everybody present who has no mark in a session yet; nothing else is touched."""
        gesture = Gesture("fill_blanks", {"n": blanks})
        done = self._desk.do(gesture, attendance.fill_blanks, session_id, self._desk.today())
        return done.done

    def everyone_except(self, session_id: int, exceptions: Iterable[tuple[int, Letter]]) -> bool:
        """Mark these rows as said, and everybody else present who has no mark yet."""
        column = self._model.column_of(session_id)
        session = self._model.sessions[column - 1]
        said = dict(exceptions)
        wanted: Wanted = {}
        for row, person in enumerate(self._model.rows):
            blank = self._model.mark_at(row, column).letter is None
            if row in said:
                wanted[session_id, person.place_id] = said[row]
            elif blank and person.attends(session):
                wanted[session_id, person.place_id] = Letter.PRESENT
        return self.set(wanted)

    def fill_down(self, cells: Sequence[Cell]) -> bool:
        """Give the selected cells of each session the letter of the first of them."""
        wanted: Wanted = {}
        for session_id in dict(cells):
            mine = [cell for cell in cells if cell[0] == session_id]
            wanted |= dict.fromkeys(mine, self._letter(mine[0]))
        return self.set(wanted)

    def paste(
        self, block: Sequence[Sequence[str]], top: int, left: int, chosen: Sequence[Cell]
    ) -> list[str]:
        """Set a pasted block from its top left cell; one value fills what is chosen.

        Returns the cells that were left alone: words that are no marks, cells beyond the grid.
        """
        wanted: Wanted = {}
        left_alone: list[str] = []
        fills = [len(line) for line in block] == [1] and len(chosen) > 1
        for row, line in enumerate(block, top):
            for column, words in enumerate(line, left):
                cells = chosen if fills else self._cells(row, column)
                try:
                    wanted |= dict.fromkeys(cells, marking.letter_of(words))
                except KeyError:
                    cells = []
                if not cells and words.strip():
                    left_alone.append(f"‘{words}’ ({row + 1})")
        return left_alone if self.set(wanted) else []

    def _cells(self, row: int, column: int) -> list[Cell]:
        session = self._model.session_at(column)
        if session is None or row >= self._model.rowCount():
            return []
        return [(session.id, self._model.rows[row].place_id)]

    def _letter(self, cell: Cell) -> Letter | None:
        rows = {person.place_id: row for row, person in enumerate(self._model.rows)}
        return self._model.mark_at(rows[cell[1]], self._model.column_of(cell[0])).letter

    def note(self, cell: Cell, text: str) -> bool:
        """Keep a remark on a mark."""
        return self._desk.do(Gesture("note_mark"), attendance.note, *cell, text).done

    def try_again(self) -> bool:
        """Write the marks that are held."""
        held = dict(self._model.held)
        self._model.held.clear()
        self.trouble = ""
        return self.set(held)

    def _changing(self, wanted: Wanted) -> Wanted:
        return {cell: letter for cell, letter in wanted.items() if self._letter(cell) is not letter}


def _gesture(changing: Wanted, letter: Letter | None) -> Gesture:
    if letter is None:
        return Gesture("clear_marks", {"n": len(changing)})
    return Gesture("mark", {"n": len(changing), "letter": letter.value})
