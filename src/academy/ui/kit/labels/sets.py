"""The words of action-learning sets: why each is as it is, and what is refused."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

#: What a set mixes; the keys are those of domain.grouping.facts.Trait.
MIXES: Final[dict[str, str]] = {
    "organisation": QT_TRANSLATE_NOOP("labels", "%n organisation(s)"),
    "region": QT_TRANSLATE_NOOP("labels", "%n region(s)"),
    "role": QT_TRANSLATE_NOOP("labels", "%n role(s)"),
}
#: Why two people of one set had better be apart; the keys are those of Closeness.
NEAR: Final[dict[str, str]] = {
    "reporting_line": QT_TRANSLATE_NOOP("labels", "{first} and {second}: one reporting line"),
    "organisation": QT_TRANSLATE_NOOP("labels", "{first} and {second}: both {organisation}"),
    "veto": QT_TRANSLATE_NOOP("labels", "{first} and {second}: not to be in one set"),
}
#: How good a division is.
GAP: Final[dict[str, str]] = {
    "none": QT_TRANSLATE_NOOP("labels", "No better division exists."),
    "some": QT_TRANSLATE_NOOP("labels", "At most {percent}% better could exist."),
}
#: What the sets refuse, and how to mend it.
SETS_REFUSED: Final[dict[str, str]] = {
    "sets_sizes": QT_TRANSLATE_NOOP(
        "labels", "Sets of {smallest} to {largest} people cannot be made. Choose other sizes."
    ),
    "sets_too_few": QT_TRANSLATE_NOOP(
        "labels", "%n person(s) are too few for sets of at least {smallest}. Choose smaller sets."
    ),
    "sets_vetoed": QT_TRANSLATE_NOOP(
        "labels", "%n veto(es) leave no way to divide these people. Choose larger sets."
    ),
    "sets_have_met": QT_TRANSLATE_NOOP(
        "labels",
        "%n set(s) met already, so the cohort cannot be divided anew. Move people one by one.",
    ),
    "set_has_met": QT_TRANSLATE_NOOP(
        "labels", "Set {set} met %n time(s). Remove its meetings first, or leave it as it is."
    ),
    "set_elsewhere": QT_TRANSLATE_NOOP("labels", "Choose two of the same cohort."),
    "member_withdrawn": QT_TRANSLATE_NOOP(
        "labels", "{name} has withdrawn from the cohort. Enrol the person again first."
    ),
    "member_vetoed": QT_TRANSLATE_NOOP(
        "labels",
        "{name} and {other} are not to be in one set. Choose another, or withdraw the veto.",
    ),
    "facilitator_is_member": QT_TRANSLATE_NOOP(
        "labels", "{name} is one of the people in the sets. Choose somebody else to facilitate."
    ),
    "set_facilitator_unknown": QT_TRANSLATE_NOOP(
        "labels", "Nobody has the number {person}. Look the person up among People."
    ),
    "veto_of_oneself": QT_TRANSLATE_NOOP("labels", "Choose two different people."),
    "veto_known": QT_TRANSLATE_NOOP("labels", "{name} and {other} are kept apart already."),
    "set_met_that_day": QT_TRANSLATE_NOOP(
        "labels", "Set {set} has a meeting on {on} already. Change that one, or the day."
    ),
    "set_mark_of_stranger": QT_TRANSLATE_NOOP(
        "labels", "Only members of set {set} can be marked. Open the meeting again."
    ),
}
