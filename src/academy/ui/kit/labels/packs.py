"""The sentences for register packs and lists of marks or sessions that cannot be used."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

PACKS: Final[dict[str, str]] = {
    # lists of marks
    "marks_without_people": QT_TRANSLATE_NOOP(
        "labels",
        "No column says who each row is about. Add one with names, e-mail addresses or ids.",
    ),
    "marks_without_sessions": QT_TRANSLATE_NOOP(
        "labels",
        "No column is headed by a session of this cohort. Head each with its date or title.",
    ),
    "mark_person_unknown": QT_TRANSLATE_NOOP(
        "labels", "{name} has no place in this cohort. Enrol them first, or check the spelling."
    ),
    "mark_person_doubled": QT_TRANSLATE_NOOP(
        "labels", "Several people here are meant by “{name}”. Add their e-mail addresses or ids."
    ),
    "mark_id_of_other": QT_TRANSLATE_NOOP(
        "labels", "Here the id {id} is {here}, not {name}. Take the id away, or correct it."
    ),
    "mark_session_unknown": QT_TRANSLATE_NOOP(
        "labels", "No session of this cohort is meant by “{session}”. Give its date or id."
    ),
    "mark_said_twice": QT_TRANSLATE_NOOP(
        "labels", "The list gives another mark for this in row {row}. Keep one of the two."
    ),
    # lists of sessions
    "sessions_without_times": QT_TRANSLATE_NOOP(
        "labels", "No column says when each session is. Head them Date, From and To."
    ),
    "sessions_too_many": QT_TRANSLATE_NOOP(
        "labels", "The list has {count} rows; a cohort takes up to {most} sessions at once."
    ),
    "sessions_changed_meanwhile": QT_TRANSLATE_NOOP(
        "labels", "The sessions changed meanwhile. Look the list over again, then import it."
    ),
    "list_dates_disagree": QT_TRANSLATE_NOOP(
        "labels", "{first} and {second} cannot both be dates of one list. Write the days alike."
    ),
    "list_time_doubled": QT_TRANSLATE_NOOP(
        "labels",
        "The clocks go back on {day}, so {at} comes twice. Add a column Second hour: yes or no.",
    ),
    "session_start_missing": QT_TRANSLATE_NOOP(
        "labels", "It has no start time. Enter one like 9:30am."
    ),
    "session_end_missing": QT_TRANSLATE_NOOP(
        "labels", "It has no end time. Enter one like 12:30pm."
    ),
    "session_word_unknown": QT_TRANSLATE_NOOP(
        "labels",
        "“{text}” says nothing known in the column {field}. Correct it, or leave it empty.",
    ),
    "session_said_twice": QT_TRANSLATE_NOOP(
        "labels", "The list has this session in row {row} already."
    ),
    "weekday_unknown": QT_TRANSLATE_NOOP(
        "labels", "Enter days of the week like Mon,Wed, not “{word}”."
    ),
    # register packs
    "not_a_pack": QT_TRANSLATE_NOOP(
        "labels", "{name} is no register pack. Choose a .register file that Academy made."
    ),
    "pack_damaged": QT_TRANSLATE_NOOP(
        "labels", "{name} did not arrive whole. Ask for the pack to be sent again."
    ),
    "pack_altered": QT_TRANSLATE_NOOP(
        "labels",
        "{name} was changed by another program, so its marks are not taken. Make a new pack.",
    ),
    "pack_too_new": QT_TRANSLATE_NOOP(
        "labels", "{name} was made by a newer Academy. Update Academy, then open it."
    ),
    "pack_too_old": QT_TRANSLATE_NOOP(
        "labels", "{name} was made by an Academy that is too old. Make a new pack."
    ),
    "pack_of_other_academy": QT_TRANSLATE_NOOP(
        "labels", "This pack was made by another academy, {academy}. Open that academy for it."
    ),
    "pack_session_gone": QT_TRANSLATE_NOOP(
        "labels", "The session “{title}” of this pack is no longer in this academy."
    ),
    "pack_outdated": QT_TRANSLATE_NOOP(
        "labels",
        "This pack is of {then}, and the session has moved to {now} since. Make a new pack.",
    ),
}
