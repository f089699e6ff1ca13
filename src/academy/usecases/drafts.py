"""Drafts of records: a form edits one, saving it over somebody's newer change is refused."""

from __future__ import annotations

from typing import Final

from academy.domain import names
from academy.domain.words import RuleBroken
from academy.store import history
from academy.store.journal import Db

LIMIT: Final = 200  # characters of a text of one line


def version(db: Db, table: str, row_id: int) -> int:
    """Return the version that a draft of a record carries."""
    return history.version(db, table, row_id)


def require_current(db: Db, table: str, row_id: int, version: int) -> None:
    """Refuse a draft of a record that somebody has changed since it was read."""
    now = history.version(db, table, row_id)
    if now != version:
        entry = history.history(db, table, row_id)[-1].entry
        raise RuleBroken("changed_meanwhile", by=entry.by, at=entry.at)


def required(text: str, rule: str) -> str:
    """Return a text without stray spaces; refuse an empty one by the rule's name."""
    tidy = optional(text)
    if not tidy:
        raise RuleBroken(rule)
    return tidy


def optional(text: str) -> str:
    """Return a text without stray spaces; it may be empty, but not endless or deceiving."""
    tidy = names.check_characters(text)
    if len(tidy) > LIMIT:
        raise RuleBroken("text_too_long", limit=LIMIT)
    return tidy
