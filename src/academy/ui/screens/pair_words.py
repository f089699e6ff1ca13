"""How a pair, its goals and its messages are said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.domain.words import GoalState, PairState
from academy.ui.kit import labels
from academy.ui.kit.parts import Tag
from academy.usecases.mentoring import PairRow
from academy.usecases.nudges import Nudge
from academy.usecases.pair_details import PairDetails, PairPerson
from academy.usecases.pair_goals import GoalDraft

translate = QCoreApplication.translate

AGAINST = frozenset(
    {"wants_none", "themes_none", "wishes_none", "cannot_meet", "days_none", "same_organisation",
     "same_grade", "less_senior", "new_to_mentoring"}
)  # fmt: skip
"""Which reasons of a suggestion spoke against it."""


def _tr(words: str) -> str:
    return translate("pair", words)


def names_of(details: PairDetails) -> str:
    """Return “Noor Ahmed – Pat Ellis”."""
    return f"{details.mentee.name} – {details.mentor.name}"


def tags_of(pair: PairRow) -> list[Tag]:
    """Return what stands behind the title: ended, quiet, how often they met."""
    tags: list[Tag] = []
    if pair.state is PairState.ENDED:
        tags.append((_tr("ended"), "plain"))
    elif pair.quiet:
        words = translate("pair", "quiet for %n day(s)", "", pair.days_quiet)
        tags.append((words, "warning"))
    tags.append((translate("pair", "%n meeting(s)", "", pair.meetings), "plain"))
    return tags


def facts_of(details: PairDetails) -> list[tuple[str, str]]:
    """Return who the two are and since when, as words and their values."""
    row = details.row
    lines = [
        (_tr("Mentor"), _with_home(details.mentor)),
        (_tr("Mentee"), _with_home(details.mentee)),
        (_tr("Programme and cohort"), f"{details.programme}, {row.cohort}"),
        (_tr("Paired"), dates.plain_day(row.began_on)),
    ]
    if row.next_on is not None:
        lines.append((_tr("Next meeting"), dates.long_day(row.next_on)))
    if row.ended_on is not None:
        lines.append((_tr("Ended"), dates.plain_day(row.ended_on)))
        lines.append((_tr("Why it ended"), row.end_reason or _tr("No reason was given")))
    return lines


def _with_home(person: PairPerson) -> str:
    return f"{person.name}, {person.organisation}" if person.organisation else person.name


def reasons_of(details: PairDetails) -> list[tuple[bool, str]]:
    """Return the reasons of the suggestion: whether each spoke for the pair, and its words."""
    return [(key not in AGAINST, labels.reason(key, facts)) for key, facts in details.why]


def goal_state(goal: GoalDraft) -> str:
    """Return “Open” or “Reached on 5 March 2026”."""
    words = labels.word(goal.state)
    if goal.state is GoalState.OPEN or goal.on is None:
        return words
    return _tr("{state} on {day}").format(state=words, day=dates.plain_day(goal.on))


def goal_aloud(goal: GoalDraft) -> str:
    """Return a goal as it is read aloud."""
    return f"{goal.text}, {goal_state(goal)}"


# ---- messages ----------------------------------------------------------------------------------


def nudge_letter(nudge: Nudge, person: PairPerson) -> tuple[str, str]:
    """Return the subject and the text of a nudge: it blames nobody and asks one thing."""
    if nudge.last_met is None:
        met = _tr("you and {other} were paired on {day}, and we have not noted a meeting yet.")
        day = nudge.began_on
    else:
        met = _tr("the last meeting with {other} we know of was on {day}.")
        day = nudge.last_met
    lines = [
        _tr("Dear {name},").format(name=person.name),
        "",
        met.format(other=nudge.other(person), day=dates.plain_day(day)),
        _tr("If you have met since, tell us the day, and nothing else. If not, agree on one now."),
        "",
        _tr("Should this pair not suit you any more, tell us: you can end it at any time, without "
            "giving a reason."),
        "",
        nudge.issuer,
        "",
    ]  # fmt: skip
    subject = _tr("Your mentoring in {cohort}").format(cohort=nudge.cohort)
    return subject, "\n".join(lines)


def agreement_letter(person: PairPerson, other: PairPerson, issuer: str) -> str:
    """Return the text of the message with an agreement."""
    lines = [
        _tr("Dear {name},").format(name=person.name),
        "",
        _tr("the mentoring agreement between you and {name} is attached.").format(name=other.name),
        _tr("Look through it together, fill in what is open, and each keep a signed copy."),
        "",
        issuer,
        "",
    ]
    return "\n".join(lines)
