"""How a table was left: sort, widths, order and visibility of its columns, kept by column key.

Kept per table and user with a version, so that a new column never breaks a saved layout.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import QSettings

from academy.ui.kit.table_model import SortKey

VERSION = 2


@dataclass(frozen=True)
class TableState:
    """Column keys in their order, widths somebody chose (px of the design), hidden ones, sort."""

    order: tuple[str, ...] = ()
    widths: dict[str, float] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    sort: tuple[SortKey, ...] = ()

    def arranged(self, keys: Sequence[str]) -> list[str]:
        """Return all present keys in the saved order; new ones stand in the program's place."""
        known = [key for key in self.order if key in keys]
        for number, key in enumerate(keys):
            if key not in known:
                known.insert(min(number, len(known)), key)
        return known


def keep(table: str, state: TableState) -> None:
    """Remember how this table was left."""
    QSettings().setValue(f"tables/{table}", json.dumps({"version": VERSION, **asdict(state)}))


def kept(table: str) -> TableState | None:
    """Return how this table was left, or None if that is unknown or of another version."""
    saved = QSettings().value(f"tables/{table}")
    try:
        found = json.loads(str(saved)) if saved else {}
    except json.JSONDecodeError:
        return None
    if not isinstance(found, dict) or found.get("version") != VERSION:
        return None
    return TableState(
        tuple(found["order"]),
        {key: float(width) for key, width in found["widths"].items()},
        tuple(found["hidden"]),
        tuple(SortKey(key["column"], bool(key["descending"])) for key in found["sort"]),
    )


def forget(table: str) -> None:
    """Go back to the columns as the program sets them."""
    QSettings().remove(f"tables/{table}")
