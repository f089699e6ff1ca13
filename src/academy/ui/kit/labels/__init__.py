"""The words for what the layers below only name by key: rules, gestures, enums, files.

QtCore only, so that the command line says the same. Each key has its sentence here; a test
finds keys without one. Facts fill the braces; the fact `n` chooses between one and many.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.domain.words import Letter, RuleBroken
from academy.store.conflicts import Conflict, NothingToUndo, NotUndoable
from academy.store.entries import Entry
from academy.store.problems import StoreUnavailable
from academy.ui.kit.labels.files import FILES
from academy.ui.kit.labels.gestures import GESTURES
from academy.ui.kit.labels.matching import CAUSES, PINS, REASONS
from academy.ui.kit.labels.outcomes import OUTCOMES, outcome_key
from academy.ui.kit.labels.rules import RULES
from academy.ui.kit.labels.sets import GAP, MIXES, NEAR
from academy.ui.kit.labels.sources import SOURCES
from academy.ui.kit.labels.tables import TABLES
from academy.ui.kit.labels.words import WORDS

if TYPE_CHECKING:
    from academy.domain.completion import Outcome


def text(source: str, facts: Mapping[str, object] | None = None) -> str:
    """Return a sentence in the person's language with its facts filled in."""
    facts = facts or {}
    n = facts.get("n")
    count = n if isinstance(n, int) else -1
    words = QCoreApplication.translate("labels", source, None, count)
    return words.format_map({name: _shown(fact) for name, fact in facts.items()})


def _shown(fact: object) -> object:
    if isinstance(fact, StrEnum):
        return word(fact)
    if isinstance(fact, datetime):
        fact = local(fact) if fact.tzinfo else fact
        return dates.moment(fact, fact.date())
    if isinstance(fact, date):
        return dates.plain_day(fact)
    return dates.clock(fact) if isinstance(fact, time) else fact


def rule(broken: RuleBroken) -> str:
    """Return the sentence for a broken rule: what is wrong and how to mend it."""
    return text(RULES.get(broken.rule) or FILES[broken.rule], broken.facts)


def problem(unavailable: StoreUnavailable) -> str:
    """Return the sentence for what the surroundings did to a file, and what to do."""
    return text(FILES[unavailable.key], unavailable.facts)


def word(member: StrEnum) -> str:
    """Return the word for a member of an enum."""
    return text(WORDS[f"{type(member).__name__}.{member.name}"])


def reason(key: str, facts: Mapping[str, object] | Iterable[tuple[str, object]] = ()) -> str:
    """Return why two people suit each other, or do not: “Both named housing”."""
    return text(REASONS[key], dict(facts))


def cause(key: str, n: int) -> str:
    """Return why so many mentors cannot be somebody’s: “2 mentors without a place left”."""
    return text(CAUSES[key], {"n": n})


def pin_refused(mentee: str, mentor: str, obstacle: StrEnum | None) -> str:
    """Return why two people cannot be kept together; no obstacle: one of them is taken."""
    why = text(PINS["twice"]) if obstacle is None else word(obstacle)
    return text(PINS["stands_not"], {"mentee": mentee, "mentor": mentor, "cause": why})


def mix(trait: str, n: int) -> str:
    """Return how much of something a learning set mixes: “5 organisations”."""
    return text(MIXES[trait], {"n": n})


def near(key: str, first: str, second: str, organisation: str = "") -> str:
    """Return why two people of a learning set had better be apart."""
    return text(NEAR[key], {"first": first, "second": second, "organisation": organisation})


def gap(share: float) -> str:
    """Return how good a division into learning sets is, in words."""
    percent = math.ceil(round(share * 100, 6))
    return text(GAP["some" if percent else "none"], {"percent": percent})


def source(stored: str) -> str:
    """Return where a mark came from: “Teams report, 148 of 180 minutes” for “teams 148 180”."""
    program, *minutes = stored.split()
    words = text(SOURCES[program]) if program in SOURCES else stored
    if len(minutes) != 2:
        return words
    facts = {"program": words, "present": minutes[0], "whole": minutes[1]}
    return text(SOURCES["minutes"], facts)


def outcome(outcome: Outcome) -> str:
    """Return how a person stands to a rule: “6 of 8 so far, can still reach 80%”."""
    key, facts = outcome_key(outcome)
    return text(OUTCOMES[key], facts)


def gesture(key: str, facts: Mapping[str, object]) -> str:
    """Return the verb phrase for a gesture: “mark 24 people present”."""
    if "letter" in facts:
        letter = Letter(str(facts["letter"]))
        facts = {**facts, "letter": word(letter).casefold()}
    return text(GESTURES[key], facts)


def undone(entry: Entry) -> str:
    """Return “Undone: mark 24 people present”."""
    return text(GESTURES["undone"], {"what": gesture(entry.key, entry.facts)})


def redone(entry: Entry) -> str:
    """Return “Done again: mark 24 people present”."""
    return text(GESTURES["redone"], {"what": gesture(entry.key, entry.facts)})


def local(at: datetime) -> datetime:
    """Return the wall-clock time here of a moment that the journal tells in UTC."""
    return at.astimezone().replace(tzinfo=None)


def conflict(problem: Conflict | NotUndoable | NothingToUndo, now: datetime) -> str:
    """Return why something could not be taken back, and who changed what since."""
    if isinstance(problem, Conflict):
        facts = {
            "by": problem.by,
            "when": dates.moment(local(problem.at), now.date()) if problem.at else "",
            "what": text(TABLES.get(problem.table, TABLES["other"])),
        }
        return text(RULES["conflict" if problem.by else "conflict_unknown"], facts)
    entry = problem.entry if isinstance(problem, NotUndoable) else problem.blocked_by
    if entry is None:
        return text(RULES["nothing_to_undo"])
    return text(RULES["not_undoable"], {"what": gesture(entry.key, entry.facts)})
