"""The sentences for what mentoring refuses: each says how to mend it."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP
from academy.ui.kit.labels.sets import SETS_REFUSED

MENTORING: Final[dict[str, str]] = {
    "mentor_missing": QT_TRANSLATE_NOOP("labels", "Choose a mentor."),
    "not_a_mentor": QT_TRANSLATE_NOOP(
        "labels", "This person is not a mentor yet. Add them to the mentors first."
    ),
    "mentor_paused": QT_TRANSLATE_NOOP(
        "labels", "This mentor takes no new mentees at the moment. Choose another."
    ),
    "mentor_capacity": QT_TRANSLATE_NOOP("labels", "A mentor can take 0 to 50 mentees."),
    "mentor_below_load": QT_TRANSLATE_NOOP(
        "labels",
        "They mentor %n person(s) now. Keep room for them, end a pair first, or pause the mentor.",
    ),
    "mentoring_grade": QT_TRANSLATE_NOOP("labels", "Seniority goes from 1 to {most}."),
    "mentoring_format": QT_TRANSLATE_NOOP("labels", "Choose online, in person, or both."),
    "mentoring_day": QT_TRANSLATE_NOOP("labels", "{day} is not a day from Monday to Friday."),
    "mentoring_themes": QT_TRANSLATE_NOOP("labels", "Keep to {most} themes."),
    "manager_ring": QT_TRANSLATE_NOOP(
        "labels",
        "This line manager reports to the same person, directly or through others. Choose another.",
    ),
    "cohort_needed": QT_TRANSLATE_NOOP("labels", "Choose the cohort these mentees are in."),
    "row_no_mentor": QT_TRANSLATE_NOOP(
        "labels", "A mentee by this list. Bring it in as a list of mentees too."
    ),
    "row_no_mentee": QT_TRANSLATE_NOOP(
        "labels", "A mentor by this list. Bring it in as a list of mentors too."
    ),
    "mentee_not_in_cohort": QT_TRANSLATE_NOOP(
        "labels", "Only somebody with a place in the cohort can get a mentor there."
    ),
    "already_paired": QT_TRANSLATE_NOOP(
        "labels", "This person has a mentor in this cohort already. End that pair first."
    ),
    "meeting_in_future": QT_TRANSLATE_NOOP(
        "labels", "The meeting must have taken place. Enter a day up to today."
    ),
    "next_meeting_before": QT_TRANSLATE_NOOP(
        "labels", "The next meeting must be after this one, which was on {on}."
    ),
    "pair_unknown": QT_TRANSLATE_NOOP("labels", "There is no mentoring pair {pair} here."),
    "goal_missing": QT_TRANSLATE_NOOP("labels", "Enter what the two work towards."),
    "goal_too_long": QT_TRANSLATE_NOOP("labels", "A goal can have up to {limit} characters."),
    "goal_in_future": QT_TRANSLATE_NOOP("labels", "Enter a day up to today."),
    "note_missing": QT_TRANSLATE_NOOP("labels", "Write the note, or cancel."),
    "note_too_long": QT_TRANSLATE_NOOP("labels", "A note can have up to {limit} characters."),
    "note_damaged": QT_TRANSLATE_NOOP(
        "labels", "This note is damaged and cannot be read. {name}Look for it in a backup."
    ),
    "note_key_missing": QT_TRANSLATE_NOOP(
        "labels", "Your notes have no passphrase any more. Write the note again and choose one."
    ),
    "note_key_there_already": QT_TRANSLATE_NOOP(
        "labels", "Your notes have a passphrase already. Use that one."
    ),
    "note_of_another": QT_TRANSLATE_NOOP(
        "labels", "Somebody else wrote this note, and only they can read or change it."
    ),
    "group_of_nobody": QT_TRANSLATE_NOOP("labels", "Choose at least one mentee who was there."),
    "group_of_several_mentors": QT_TRANSLATE_NOOP(
        "labels", "Choose mentees of one mentor. Log a meeting of each mentor of its own."
    ),
    "agreement_weeks": QT_TRANSLATE_NOOP(
        "labels", "They can meet every 1 to {most} weeks. Leave it empty to fill it in by hand."
    ),
    "nobody_to_nudge": QT_TRANSLATE_NOOP(
        "labels", "Neither of them has an e-mail address. Add one to their details first."
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
    **SETS_REFUSED,
}
