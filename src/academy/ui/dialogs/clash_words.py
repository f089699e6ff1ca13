"""Clashes of sessions in words: who or what is needed twice, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.domain.words import ClashKind
from academy.usecases.clashes import Clash

FEW = 3
"""How many names are said before “and 2 more”."""


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("clashes", words, None, n)


def clash_words(clash: Clash) -> str:
    """Return what clashes with what, and what could be done: one or two sentences."""
    return f"{clash_fact(clash)} {way_out(clash)}"


def clash_fact(clash: Clash) -> str:
    """Return “Room 2 is taken by Top Talent 6, Session 3, 9:30am to 12:30pm”, as a sentence."""
    facts = {
        ClashKind.COHORT: _tr("The cohort is in another session, {other}."),
        ClashKind.ROOM: _tr("{who} is taken by {other}."),
        ClashKind.FACILITATOR: _tr("{who} leads {other}."),
        ClashKind.PERSON: _tr("%n person(s) also expected at {other}: {who}.", len(clash.names)),
    }
    title = f"{clash.title}, {dates.hours(clash.starts, clash.ends)}"
    other = title if clash.kind is ClashKind.COHORT else f"{clash.cohort}, {title}"
    return facts[clash.kind].format(who=_listed(clash.names), other=other)


def way_out(clash: Clash) -> str:
    """Return what would end the clash."""
    ways = {
        ClashKind.COHORT: _tr("Start at {time}, or choose another day."),
        ClashKind.ROOM: _tr("Start at {time}, or choose another room."),
        ClashKind.FACILITATOR: _tr("Start at {time}, or ask somebody else."),
        ClashKind.PERSON: _tr("Start at {time}, or choose another day."),
    }
    return ways[clash.kind].format(time=dates.clock(clash.free_from))


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:FEW])
    more = len(names) - FEW
    return shown + (_tr(" and %n more", more) if more > 0 else "")
