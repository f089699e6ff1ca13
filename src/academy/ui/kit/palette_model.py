"""What the palette offers, and what it finds for the letters typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import nlargest

from academy.ui.kit.columns import folded
from academy.ui.kit.fuzzy import Key, Match, key_of, match

SHOWN = 30
"""How many lines are found at most."""

LAST = 10
"""How many of the last used ones an empty palette shows."""


class Group(StrEnum):
    """The headings of the palette, in the order they are shown when equally good."""

    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    COHORTS = "cohorts"
    SESSIONS = "sessions"
    APPLICATIONS = "applications"
    CERTIFICATES = "certificates"
    PAGES = "pages"
    COMMANDS = "commands"


PREFIXES = {">": Group.COMMANDS, "@": Group.PEOPLE, "#": Group.CERTIFICATES}
"""One character at the beginning narrows the search to one group."""


@dataclass(frozen=True)
class PaletteEntry:
    """One thing to go to or to do.

    `address` is where Enter goes, or `act` what it does; `first_action` is what Ctrl+Enter does.
    `why_not` says why a command cannot run now: “nothing is due”. `also` are further words it is
    found by, such as a council or an e-mail address.
    """

    group: Group
    words: str
    picture: str
    detail: str = ""
    shortcut: str = ""
    address: str = ""
    act: Callable[[], object] | None = None
    first_action: Callable[[], object] | None = None
    why_not: str = ""
    also: str = ""
    key: Key = field(init=False, repr=False, compare=False)
    also_folded: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Fold the words once."""
        object.__setattr__(self, "key", key_of(self.words))
        object.__setattr__(self, "also_folded", folded(f"{self.also} {self.detail}"))


@dataclass(frozen=True)
class Found:
    """An entry with the places of its matched letters."""

    entry: PaletteEntry
    places: tuple[int, ...] = ()


def find(
    typed: str, entries: Sequence[PaletteEntry], last: Sequence[PaletteEntry] = ()
) -> list[Found]:
    """Return what matches, the best group first and the best in each group first."""
    group = PREFIXES.get(typed[:1])
    query = folded(typed[1:] if group else typed)
    offered = [entry for entry in entries if group is None or entry.group is group]
    if not query:
        return [Found(entry) for entry in (offered[:SHOWN] if group else last[:LAST])]
    scored = []
    words = query.split()
    for number, entry in enumerate(offered):
        found = match(query, entry.key) or _with_detail(words, entry)
        if found is not None:
            scored.append((found.score, -number, found.places))
    best = nlargest(SHOWN, scored)
    return _grouped([(score, Found(offered[-number], places)) for score, number, places in best])


def _with_detail(words: Sequence[str], entry: PaletteEntry) -> Match | None:
    """Match words that stand in the council, cohort or address rather than in the name."""
    other = [word for word in words if word in entry.also_folded]
    if not other:
        return None
    if len(other) == len(words):
        return Match(1, ())
    named = match(" ".join(word for word in words if word not in other), entry.key)
    return None if named is None else Match(named.score // 2, named.places)


def _grouped(scored: Sequence[tuple[int, Found]]) -> list[Found]:
    """Keep groups together; the group with the best line stands first."""
    best: dict[Group, int] = {}
    for score, found in scored:
        best[found.entry.group] = max(score, best.get(found.entry.group, score))
    order = list(Group)
    ranked = sorted(best, key=lambda group: (-best[group], order.index(group)))
    return [found for group in ranked for _, found in scored if found.entry.group is group]
