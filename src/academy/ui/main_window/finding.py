"""What the palette finds in the academy for the letters typed, and what was visited last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from academy.ui.main_window import pages

if TYPE_CHECKING:
    from academy.ui.kit.desk import Desk
    from academy.ui.kit.palette import PaletteEntry
    from academy.usecases.search import Findable, Kind

KINDS: Final[dict[Kind, tuple[str, str]]] = {  # groups by their value: the palette is loaded later
    "person": ("people", "contact"),
    "cohort": ("cohorts", "users"),
    "session": ("sessions", "calendar"),
    "organisation": ("organisations", "building-2"),
    "certificate": ("certificates", "award"),
}


def entries(desk: Desk, typed: str) -> list[PaletteEntry]:
    """Return the people, cohorts, sessions, organisations and certificates that may be meant."""
    from academy.ui.kit.palette_model import PREFIXES
    from academy.usecases import search

    group = PREFIXES.get(typed[:1])
    kinds = [kind for kind, (own, _) in KINDS.items() if group is None or own == group.value]
    found = desk.read(search.found, typed[1:] if group else typed, kinds) if kinds else []
    return _entries(found)


def visited(desk: Desk, addresses: Sequence[str]) -> list[PaletteEntry]:
    """Return what stands at these addresses still."""
    from academy.usecases import search

    return _entries(desk.read(search.at_addresses, addresses))


def _entries(found: Sequence[Findable]) -> list[PaletteEntry]:
    return [_entry(one) for one in found if pages.is_page(pages.parted(one.address)[0])]


def _entry(found: Findable) -> PaletteEntry:
    from academy.ui.kit.palette import Group, PaletteEntry

    group, picture = KINDS[found.kind]
    family, comma, given = found.text.partition(", ")
    named = found.kind == "person" and comma
    words = f"{given} {family}" if named else found.text
    where = Group(group)
    return PaletteEntry(where, words, picture, found.more, address=found.address, also=found.text)
