"""The desk between the screens and the store: every read, every change, every undo goes over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from academy.domain.words import RuleBroken
from academy.store.conflicts import Conflict, NothingToUndo, NotUndoable
from academy.store.entries import Entry
from academy.store.history import Changed
from academy.store.journal import Db, Gesture
from academy.store.problems import StoreUnavailable
from academy.store.store import Store
from academy.ui.kit import labels

P = ParamSpec("P")
R = TypeVar("R")
Job = Callable[Concatenate[Db, P], R]


@dataclass(frozen=True)
class Outcome(Generic[R]):
    """What became of a gesture: done with a value, or refused with a sentence."""

    done: bool
    value: R | None = None
    refusal: str = ""
    rule: str = ""
    unavailable: bool = False  # the surroundings refused: what was meant can be kept and retried


class Desk(QObject):
    """Runs queries and commands for the screens and tells them what changed.

    A broken rule changes nothing and comes back as a sentence; `refused` lets the window show it.
    """

    changed = Signal(object)  # Changed: table -> ids, after any commit, ours or another's
    refused = Signal(str)  # a sentence for the person
    done = Signal(str)  # a sentence for the status line, such as “Undone: mark 24 people”

    def __init__(self, store: Store, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.store = store
        self._clock = clock
        store.on_change = self._announce

    def now(self) -> datetime:
        """Return the local wall-clock time."""
        return self._clock()

    def today(self) -> date:
        """Return the day it is here."""
        return self._clock().date()

    def read(self, query: Job[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query."""
        return self.store.read(query, *args, **kwargs)

    def attempt(
        self, gesture: Gesture, command: Job[P, R], *args: P.args, **kwargs: P.kwargs
    ) -> Outcome[R]:
        """Run a command as one gesture; a refusal is for the caller to show in place."""
        try:
            return Outcome(done=True, value=self.store.write(gesture, command, *args, **kwargs))
        except RuleBroken as broken:
            return Outcome(done=False, refusal=labels.rule(broken), rule=broken.rule)
        except Conflict as conflict:
            return Outcome(done=False, refusal=labels.conflict(conflict, self.now()))
        except StoreUnavailable as problem:
            return Outcome(done=False, refusal=labels.problem(problem), unavailable=True)

    def do(
        self, gesture: Gesture, command: Job[P, R], *args: P.args, **kwargs: P.kwargs
    ) -> Outcome[R]:
        """Run a command as one gesture; a refusal is shown on the page."""
        outcome = self.attempt(gesture, command, *args, **kwargs)
        if not outcome.done:
            self.refused.emit(outcome.refusal)
        return outcome

    def undo(self) -> None:
        """Take back your own latest gesture, or say why not."""
        self._turn_back(self.store.undo, labels.undone)

    def redo(self) -> None:
        """Do again what you took back last."""
        self._turn_back(self.store.redo, labels.redone)

    def reverse(self, *entry_ids: int) -> None:
        """Take back these entries, newest first, together."""
        try:
            self.store.reverse(*entry_ids)
        except (Conflict, NotUndoable) as problem:
            self.refused.emit(labels.conflict(problem, self.now()))
        except StoreUnavailable as problem:
            self.refused.emit(labels.problem(problem))

    def _turn_back(self, turn: Callable[[], Entry], word: Callable[[Entry], str]) -> None:
        try:
            self.done.emit(word(turn()))
        except (Conflict, NotUndoable, NothingToUndo) as problem:
            self.refused.emit(labels.conflict(problem, self.now()))
        except StoreUnavailable as problem:
            self.refused.emit(labels.problem(problem))

    def _announce(self, changed: Changed) -> None:
        self.changed.emit(changed)
