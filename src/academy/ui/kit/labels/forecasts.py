"""A person's forecast in words: the rate over all sessions, what it takes, what decides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.domain.words import Chance
from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from academy.usecases.outlook import Outlook

FORECASTS: Final[dict[str, str]] = {
    "unmarked": QT_TRANSLATE_NOOP("labels", "Nothing marked yet of %n session(s)"),
    "so_far": QT_TRANSLATE_NOOP("labels", "{attended} of {marked} so far, {percent}%"),
    "over_all": QT_TRANSLATE_NOOP("labels", "{percent}% of all %n session(s)"),
    "ended": QT_TRANSLATE_NOOP("labels", "{attended} of {marked}, {percent}%"),
    "needs_every": QT_TRANSLATE_NOOP("labels", "needs all %n session(s) {open}"),
    "needs_both": QT_TRANSLATE_NOOP("labels", "needs both sessions {open}"),
    "needs_the_one": QT_TRANSLATE_NOOP("labels", "needs the one session {open}"),
    "short_every": QT_TRANSLATE_NOOP("labels", "needs all {open} to come"),
    "short": QT_TRANSLATE_NOOP("labels", "needs {need} of the {open} to come"),
    "needs": QT_TRANSLATE_NOOP("labels", "needs {need} of the %n session(s) {open}"),
    "to_come": QT_TRANSLATE_NOOP("labels", "to come"),
    "not_marked": QT_TRANSLATE_NOOP("labels", "not marked yet"),
    "for_target": QT_TRANSLATE_NOOP("labels", "{needs} to reach {target}%"),
    "safe": QT_TRANSLATE_NOOP("labels", "{target}% is safe, whatever comes"),
    "met": QT_TRANSLATE_NOOP("labels", "{target}% is reached"),
    "lost": QT_TRANSLATE_NOOP("labels", "cannot reach {target}% any more, {best}% at best"),
    "missed": QT_TRANSLATE_NOOP("labels", "{target}% is not reached"),
    "rescue": QT_TRANSLATE_NOOP(
        "labels", "coming to %n session(s) with apologies after all would save it"
    ),
    "rates_short": QT_TRANSLATE_NOOP("labels", "{percent}% so far, {over_all}% of all %n"),
    "needs_both_short": QT_TRANSLATE_NOOP("labels", "needs both to come"),
    "for_target_short": QT_TRANSLATE_NOOP("labels", "{needs} for {target}%"),
    "decides_now": QT_TRANSLATE_NOOP("labels", "Session {number} ({day}) decides"),
    "decides_first": QT_TRANSLATE_NOOP("labels", "Session {number} ({day}) can decide first"),
    "one_loses": QT_TRANSLATE_NOOP(
        "labels", "Session {number} ({day}) decides: missing it puts {target}% out of reach"
    ),
    "one_saves": QT_TRANSLATE_NOOP(
        "labels", "Session {number} ({day}) decides: attending it makes {target}% safe"
    ),
    "all_lose": QT_TRANSLATE_NOOP(
        "labels",
        "Session {number} ({day}) decides first: missing every one up to it puts {target}% "
        "out of reach",
    ),
    "all_save": QT_TRANSLATE_NOOP(
        "labels",
        "Session {number} ({day}) decides first: attending every one up to it makes {target}% safe",
    ),
}


def _say(key: str, n: int = -1, **facts: object) -> str:
    words = QCoreApplication.translate("labels", FORECASTS[key], None, n)
    return words.format_map(facts) if facts else words


def needed(outlook: Outlook) -> str:
    """Return what it takes, as part of a sentence: “needs 2 of the 3 sessions to come”.

    Nothing where nothing is to decide.
    """
    found = outlook.forecast
    if found.chance is not Chance.OPEN:
        return ""
    open_ = _say("to_come" if outlook.to_come else "not_marked")
    if found.need == found.open:
        few = {1: "needs_the_one", 2: "needs_both"}
        return _say(few.get(found.open, "needs_every"), found.open, open=open_)
    return _say("needs", found.open, need=found.need, open=open_)


def needed_in_short(outlook: Outlook) -> str:
    """Return “needs 2 of the 3 to come”, where there is little room."""
    found = outlook.forecast
    if found.chance is not Chance.OPEN or not outlook.to_come or found.open == 1:
        return needed(outlook)
    every = "needs_both_short" if found.open == 2 else "short_every"
    key = every if found.need == found.open else "short"
    return _say(key, need=found.need, open=found.open)


def rates(outlook: Outlook) -> str:
    """Return “3 of 4 so far, 75% · 37% of all 8 sessions”."""
    found = outlook.forecast
    so_far = found.so_far
    if so_far.percent is None:
        return _say("unmarked", found.sessions) if found.sessions else ""
    facts: dict[str, Any] = {
        "attended": f"{so_far.attended:g}",
        "marked": so_far.marked,
        "percent": so_far.percent,
    }
    if found.sessions == so_far.marked:
        return _say("ended", **facts)
    over_all = _say("over_all", found.sessions, percent=found.over_all)
    return f"{_say('so_far', **facts)} · {over_all}"


def chance(outlook: Outlook) -> str:
    """Return whether the target can still be met, and what it takes; nothing without a target."""
    found = outlook.forecast
    target, done = found.target, found.sessions == found.so_far.marked
    if found.chance is Chance.SAFE:
        return _say("met" if done else "safe", target=target)
    if found.chance is Chance.OPEN:
        return _say("for_target", needs=needed(outlook), target=target)
    if found.chance is Chance.NO_TARGET:
        return ""
    words = _say("missed" if done else "lost", target=target, best=found.best)
    return f"{words}; {_say('rescue', found.rescue)}" if found.rescue else words


def decisive(outlook: Outlook) -> str:
    """Return which session decides, and how; nothing where none does."""
    found = outlook.forecast
    if found.decides is None or outlook.decides_on is None:
        return ""
    loses = found.decides == found.lost_after
    key = ("one_" if found.decides == 0 else "all_") + ("lose" if loses else "save")
    key += "s" if found.decides == 0 else ""
    day = dates.day_and_month(outlook.decides_on)
    return _say(key, number=outlook.decides, day=day, target=found.target)


def told(outlook: Outlook) -> str:
    """Return the whole forecast in lines, for a tooltip and a screen reader."""
    lines = (rates(outlook), chance(outlook), decisive(outlook))
    return "\n".join(f"{line[0].upper()}{line[1:]}." for line in lines if line)


def in_a_line(outlook: Outlook) -> str:
    """Return the forecast in one short line, as it stands under the register."""
    found = outlook.forecast
    percent, open_ = found.so_far.percent, found.chance is Chance.OPEN
    so_far = rates(outlook)
    if percent is not None and found.sessions > found.so_far.marked:
        so_far = _say("rates_short", found.sessions, percent=percent, over_all=found.over_all)
    chances = chance(outlook)
    if open_:
        chances = _say("for_target_short", needs=needed_in_short(outlook), target=found.target)
    return " · ".join(part for part in (so_far, chances, decides(outlook)) if part)


def decides(outlook: Outlook) -> str:
    """Return which session decides, in short: “Session 5 (3 Dec) decides”; nothing: none does."""
    if outlook.decides_on is None:
        return ""
    key = "decides_now" if outlook.forecast.decides == 0 else "decides_first"
    return _say(key, number=outlook.decides, day=dates.tiny_day(outlook.decides_on))
