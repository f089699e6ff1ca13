"""The sentences for what mentoring refuses: each says how to mend it."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

MENTORING: Final[dict[str, str]] = {
    "mentor_missing": QT_TRANSLATE_NOOP("labels", "Choose a mentor."),
    "not_a_mentor": QT_TRANSLATE_NOOP(
        "labels", "This person is not a mentor yet. Add them to the mentors first."
    ),
    "mentor_paused": QT_TRANSLATE_NOOP(
        "labels", "This mentor takes no new mentees at the moment. Choose another."
    ),
    "mentor_capacity": QT_TRANSLATE_NOOP("labels", "A mentor can take 0 to 50 mentees."),
    "mentee_not_in_cohort": QT_TRANSLATE_NOOP(
        "labels", "Only somebody with a place in the cohort can get a mentor there."
    ),
    "already_paired": QT_TRANSLATE_NOOP(
        "labels", "This person has a mentor in this cohort already. End that pair first."
    ),
    "meeting_in_future": QT_TRANSLATE_NOOP(
        "labels", "The meeting must have taken place. Enter a day up to today."
    ),
    "pair_ended": QT_TRANSLATE_NOOP("labels", "This pair has ended. Start a new one."),
    "meeting_minutes": QT_TRANSLATE_NOOP("labels", "A meeting can last 1 to 1,440 minutes."),
    "mentor_is_mentee": QT_TRANSLATE_NOOP(
        "labels", "Choose somebody else: nobody mentors themselves."
    ),
    "mentor_full": QT_TRANSLATE_NOOP(
        "labels",
        "This mentor has {load} of {capacity} mentees. Choose another, or raise the number.",
    ),
    "no_pairs": QT_TRANSLATE_NOOP(
        "labels", "There is no pair to confirm. Ask for suggestions first."
    ),
    "matching_weight": QT_TRANSLATE_NOOP("labels", "A weight is a whole number from 0 to 100."),
    "matching_weighs_nothing": QT_TRANSLATE_NOOP(
        "labels", "Give at least one criterion a weight above 0."
    ),
    "sets_sizes": QT_TRANSLATE_NOOP(
        "labels", "Sets of {smallest} to {largest} people cannot be made. Choose other sizes."
    ),
    "sets_too_few": QT_TRANSLATE_NOOP(
        "labels", "%n person(s) are too few for sets of at least {smallest}. Choose smaller sets."
    ),
    "sets_vetoed": QT_TRANSLATE_NOOP(
        "labels", "%n veto(es) leave no way to divide these people. Choose larger sets."
    ),
}
