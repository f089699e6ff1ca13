"""What facilitator mode marks: a session of the open academy, or a pack that stands by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from academy.domain import dates
from academy.domain.words import FileProblem, Letter
from academy.exchange.packs import RegisterPack, read_pack, write_pack
from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.usecases import attendance, visitors
from academy.usecases.attendance import MarkDraft
from academy.usecases.register import Register, register
from academy.usecases.sessions import session

Wanted = Mapping[int, Letter | None]


@dataclass(frozen=True)
class SheetRow:
    """Somebody to be marked; `key` tells people of one name apart."""

    key: int
    name: str
    letter: Letter | None


class Book(QObject):
    """One session's list of names. `trouble` says why marks are not kept, "" when they are."""

    changed = Signal()
    trouble = Signal(str)

    title = ""
    about = ""

    def rows(self) -> Sequence[SheetRow]:
        """Return the names in the order of the register, with their marks."""
        raise NotImplementedError

    def mark(self, wanted: Wanted) -> bool:
        """Set or clear marks as one gesture; tell whether they are kept."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take back the last gesture made here."""
        raise NotImplementedError

    @property
    def can_undo(self) -> bool:
        """Whether a gesture made here can be taken back."""
        raise NotImplementedError

    takes_visitors = False

    def add_visitor(self, _name: str) -> str:
        """Note a visitor; return why that was refused, "" if it was not."""
        raise NotImplementedError

    def keeps(self) -> str:
        """Return where the marks are kept, in words."""
        raise NotImplementedError


def heading(number: int, title: str) -> str:
    """Return “Session 4 “Leading change””, or “Session 4” where that is its title too."""
    plain = QCoreApplication.translate("facilitator", "Session {n}").format(n=number)
    if title == plain:
        return plain
    words = QCoreApplication.translate("facilitator", "Session {n} “{title}”")
    return words.format(n=number, title=title)


def _about(cohort: str, day: date) -> str:
    words = QCoreApplication.translate("facilitator", "{cohort} – {day}")
    return words.format(cohort=cohort, day=dates.long_day(day))


class AcademyBook(Book):
    """A session of the open academy: the same commands as the register."""

    def __init__(self, desk: Desk, session_id: int) -> None:
        super().__init__()
        self._desk, self._session = desk, session_id
        self._cohort = desk.read(session, session_id).cohort_id
        self._done = 0  # only what was done here is undone here
        found, number = self._column()
        head = found.sessions[number]
        self.title = heading(head.number, head.title)
        self.about = _about(found.cohort, head.held_on)
        desk.changed.connect(self._notice)

    def _column(self) -> tuple[Register, int]:
        found = self._desk.read(register, self._cohort, self._desk.today())
        return found, [one.id for one in found.sessions].index(self._session)

    def rows(self) -> Sequence[SheetRow]:
        """Return who held a place on the day."""
        found, number = self._column()
        return [
            SheetRow(row.place_id, row.full_name, row.marks[number].letter)
            for row in found.rows
            if row.attends(found.sessions[number])
        ]

    def mark(self, wanted: Wanted) -> bool:
        """Write the marks through the desk."""
        drafts = [MarkDraft(self._session, place, letter) for place, letter in wanted.items()]
        command = attendance.mark
        outcome = self._desk.attempt(_gesture(wanted.values()), command, drafts, self._desk.today())
        self._done += bool(outcome.value)
        self.trouble.emit(outcome.refusal)
        return outcome.done

    def undo(self) -> None:
        """Take back the last gesture made here."""
        if self._done:
            self._done -= 1
            self._desk.undo()

    @property
    def can_undo(self) -> bool:
        """Whether marks were made here."""
        return self._done > 0

    takes_visitors = True

    def add_visitor(self, name: str) -> str:
        """Note a visitor of the session."""
        gesture = Gesture("add_visitor")
        outcome = self._desk.attempt(gesture, visitors.add_visitor, self._session, name)
        self._done += outcome.done
        return outcome.refusal

    def keeps(self) -> str:
        """Return that marks go into the academy."""
        return QCoreApplication.translate("facilitator", "Each mark is saved in the academy.")

    def _notice(self, changed: Mapping[str, set[int]]) -> None:
        if not changed.keys().isdisjoint({"marks", "places", "people", "training_sessions"}):
            self.changed.emit()


def _gesture(letters: Iterable[Letter | None]) -> Gesture:
    found = list(letters)
    if len(set(found)) > 1:
        return Gesture("mark_several", {"n": len(found)})
    if found[0] is None:
        return Gesture("clear_marks", {"n": len(found)})
    return Gesture("mark", {"n": len(found), "letter": found[0].value})


class PackBook(Book):
    """A pack: every mark is written into its file at once. FileProblem if it is none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.pack: RegisterPack = read_pack(path)
        self._before: list[Mapping[int, Letter]] = []
        self.title = heading(self.pack.number, self.pack.title)
        self.about = _about(self.pack.cohort, self.pack.held_on)

    def rows(self) -> Sequence[SheetRow]:
        """Return the names of the pack."""
        marks = self.pack.marks
        return [SheetRow(one.id, one.name, marks.get(one.id)) for one in self.pack.people]

    def mark(self, wanted: Wanted) -> bool:
        """Write the marks into the pack; those that cannot be written stay to be written next."""
        self._before.append(self.pack.marks)
        after = {**self.pack.marks, **wanted}
        return self._keep({key: letter for key, letter in after.items() if letter is not None})

    def undo(self) -> None:
        """Give back the marks before the last gesture."""
        if self._before:
            self._keep(self._before.pop())

    @property
    def can_undo(self) -> bool:
        """Whether marks were made since the pack was opened."""
        return bool(self._before)

    def keeps(self) -> str:
        """Return that marks go into the file."""
        return QCoreApplication.translate("facilitator", "Each mark is saved in the pack at once.")

    def _keep(self, marks: Mapping[int, Letter]) -> bool:
        self.pack = replace(self.pack, marks=marks)
        try:
            write_pack(self.path, self.pack)
        except FileProblem as problem:
            self.trouble.emit(labels.rule(problem))
        else:
            self.trouble.emit("")
        self.changed.emit()
        return True
