"""What the palette finds in the academy: read once, kept until something of it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from academy.ui.main_window import pages

if TYPE_CHECKING:
    from academy.ui.kit.palette import PaletteEntry
    from academy.ui.main_window.workspace import Workspace
    from academy.usecases.search import Findable

KINDS: Final = {  # groups by their value: the palette is loaded when it is opened
    "person": ("people", "contact"),
    "cohort": ("cohorts", "users"),
    "session": ("sessions", "calendar"),
    "organisation": ("organisations", "building-2"),
    "certificate": ("certificates", "award"),
}
WATCHED: Final = frozenset(
    {"people", "cohorts", "programmes", "training_sessions", "organisations", "certificates"}
)


class Index:
    """The entries of one open academy."""

    def __init__(self, space: Workspace) -> None:
        self._space = space
        self._kept: list[PaletteEntry] | None = None
        space.desk.changed.connect(self._forget)

    def entries(self) -> list[PaletteEntry]:
        """Return people, cohorts, sessions, organisations and certificates that can be opened."""
        if self._kept is None:
            from academy.usecases import search

            found = self._space.desk.read(search.findable)
            self._kept = [_entry(thing) for thing in found if _opens(thing.address)]
            self._kept += [_sets_of(thing) for thing in found if thing.kind == "cohort"]
        return self._kept

    def _forget(self, changed: dict[str, set[int]]) -> None:
        if not WATCHED.isdisjoint(changed):
            self._kept = None


def _entry(found: Findable) -> PaletteEntry:
    from academy.ui.kit.palette import Group, PaletteEntry

    group, picture = KINDS[found.kind]
    family, comma, given = found.text.partition(", ")
    named = found.kind == "person" and comma
    words = f"{given} {family}" if named else found.text
    where = Group(group)
    return PaletteEntry(where, words, picture, found.more, address=found.address, also=found.text)


def _sets_of(cohort: Findable) -> PaletteEntry:
    """Return the way to the learning sets of a cohort, which have no tab of their own."""
    from academy.ui.kit.palette import Group, PaletteEntry

    words = QCoreApplication.translate("palette", "Learning sets of {cohort}")
    words, address = words.format(cohort=cohort.text), f"{cohort.address}/sets"
    return PaletteEntry(Group("cohorts"), words, "users", cohort.more, address=address)


def _opens(address: str) -> bool:
    return pages.is_page(pages.parted(address)[0])
