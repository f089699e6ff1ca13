"""Completing what one types in a field from things that are searched, not held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit

OFFERED: Final = 8
"""How many completions are offered at once."""


class FoundCompleter(QCompleter):
    """Offers what `find` returns for what is typed; the field asks it before it opens the list."""

    def __init__(self, field: QLineEdit, find: Callable[[str], Sequence[str]]) -> None:
        super().__init__(field)
        self._find = find
        self._found = QStringListModel(self)
        self.setModel(self._found)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(OFFERED)
        field.textEdited.connect(self._search)

    def part(self, typed: str) -> str:
        """Return what of the field is being completed."""
        return typed.strip()

    def _search(self, typed: str) -> None:
        part = self.part(typed)
        self._found.setStringList(list(self._find(part)) if part else [])


def complete_found(field: QLineEdit, find: Callable[[str], Sequence[str]]) -> None:
    """Let a field offer names that are found as one types."""
    field.setCompleter(FoundCompleter(field, find))
