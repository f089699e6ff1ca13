"""A field for several facilitators: names of people, completed while one types."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from academy.domain.words import RuleBroken
from academy.ui.kit import labels
from academy.ui.kit.completing import OFFERED, FoundCompleter
from academy.ui.kit.desk import Desk
from academy.ui.kit.entry import Entry, Problem, tidy
from academy.ui.kit.parts import Box, Field, label, layout_of
from academy.usecases.facilitators import (
    Called,
    Facilitator,
    facilitators_called,
    facilitators_like,
    read_names,
)


@dataclass(frozen=True)
class KnownPeople:
    """Whom the field knows: names to offer for some letters, and who goes by a name."""

    like: Callable[[str], Sequence[str]] = lambda _typed: ()
    called: Called = lambda _name: ()


NOBODY = KnownPeople()


def known_people(desk: Desk, left_out: Collection[int] = ()) -> KnownPeople:
    """Return everybody who is here, all but some."""

    def like(typed: str) -> list[str]:
        found = desk.read(facilitators_like, typed, OFFERED, left_out)
        return list(dict.fromkeys(one.name for one in found))

    def called(name: str) -> list[Facilitator]:
        found = desk.read(facilitators_called, name)
        return [one for one in found if one.person_id not in left_out]

    return KnownPeople(like, called)


class FacilitatorsEntry(Entry):
    """Names parted by commas. A name that nobody has is told beside: it is added to People."""

    def __init__(self, words: str, chosen: Sequence[Facilitator], known: KnownPeople) -> None:
        self._known = known
        self._field = Field(words, ", ".join(one.name for one in chosen))
        self._told = label("", "caption", wrap=True)
        self._field.setCompleter(_LastName(self._field, known.like))
        super().__init__(words, self._field)
        self._field.textChanged.connect(self.changed)
        self._field.textChanged.connect(self._tell)
        self._put_below()
        self._tell()

    def _put_below(self) -> None:
        lines = layout_of(self).itemAt(1)  # behind the bar that marks a problem
        box = lines.layout() if lines is not None else None
        assert isinstance(box, Box)
        box.put(self._told)

    def read(self) -> tuple[Facilitator, ...]:
        """Return who is meant; a name that several people have needs their address."""
        try:
            return read_names(tidy(self._field.text()), self._known.called)
        except RuleBroken as broken:
            raise Problem(labels.rule(broken)) from broken

    def _tell(self) -> None:
        try:
            new = [one.name for one in self.read() if not one.person_id]
        except Problem:
            new = []
        words = self.tr("{names}: not in People yet; saving adds them.")
        self._told.setText(words.format(names=", ".join(new)) if new else "")
        self._told.setVisible(bool(new))


class _LastName(FoundCompleter):
    """Completes the name behind the last comma."""

    def part(self, typed: str) -> str:
        """Return what is being typed now."""
        return typed.rsplit(",", 1)[-1].strip()

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole field with the chosen name at its end."""
        field = self.widget()
        typed = field.text() if isinstance(field, Field) else ""
        before, comma, _ = typed.rpartition(",")
        return f"{before}{comma} {index.data()}".strip() if comma else str(index.data())
