"""Each command of mentoring as a person would give it, for the tests of undo."""

from academy.domain.words import GoalState
from academy.store.journal import Gesture
from academy.usecases import (
    matching,
    matching_input,
    mentees,
    mentoring,
    mentoring_groups,
    mentors,
    nudges,
    pair_goals,
    private_notes,
    themes,
)
from builders import TODAY, WEEK, a_pair


def pair_all(w):
    request = matching_input.MatchingRequest(w.cohort.id)
    given = w.store.read(matching_input.matching_input, request, TODAY)
    plan = matching.matched(given)
    w.store.write(matching.confirm_gesture(plan), matching.confirm_pairs, plan, TODAY)


def apart(w):
    ann = w.places[1].person_id
    return w.do("declare_conflict", mentees.declare_conflict, ann, w.mentor)


def together(w):
    declared = apart(w)
    yield
    w.do("withdraw_conflict", mentees.withdraw_conflict, declared)


def goal(w):
    draft = pair_goals.GoalDraft("Speak in public")
    return w.do("save_goal", pair_goals.save_goal, w.pair, draft, TODAY)


def reach(w):
    saved = goal(w)
    yield
    w.do("set_goal", pair_goals.set_goal, saved, GoalState.REACHED, TODAY)


def no_goal(w):
    saved = goal(w)
    yield
    w.do("remove_goal", pair_goals.remove_goal, saved)


def noted(w, secret):
    sealed = secret.seal(w.pair, "Prefers mornings")
    return w.do("write_note", private_notes.write_note, w.pair, sealed)


def note_secret(w):
    new = private_notes.make_note_key(w.store.who.name, "correct horse battery")
    gesture = Gesture("make_note_key", undoable=False)
    w.store.write(gesture, private_notes.add_note_key, new)
    return new.secret


def write_note(w):
    secret = note_secret(w)
    yield
    noted(w, secret)


def change_note(w):
    secret = note_secret(w)
    note = noted(w, secret)
    yield
    sealed = secret.seal(w.pair, "Prefers evenings")
    w.do("change_note", private_notes.change_note, note, sealed)


def remove_note(w):
    note = noted(w, note_secret(w))
    yield
    w.do("remove_note", private_notes.remove_note, note)


MENTORING_COMMANDS = {
    "save_mentor": lambda w: w.do(
        "save_mentor", mentors.save_mentor, w.draft(mentors.mentor, w.mentor, paused=True)
    ),
    "save_mentee": lambda w: w.do(
        "save_mentee",
        mentees.save_mentee,
        w.draft(mentees.mentee, w.places[1].id, wants="finance"),
    ),
    "declare_conflict": apart,
    "withdraw_conflict": together,
    "save_themes": lambda w: w.do("save_themes", themes.save_themes, ["housing"]),
    "confirm_pairs": pair_all,
    "pair": lambda w: a_pair(w.store, w.cohort, w.places[1].person_id, w.mentor),
    "end_pair": lambda w: w.do("end_pair", mentoring.end_pair, w.pair, "Moved", TODAY),
    "log_meeting": lambda w: w.do(
        "log_meeting", mentoring.log_meeting, w.pair, mentoring.MeetingDraft(TODAY, 30), TODAY
    ),
    "remove_meeting": lambda w: w.do(
        "remove_meeting", mentoring.remove_meeting, w.store.read(mentoring.meetings, w.pair)[0].id
    ),
    "log_group_meeting": lambda w: w.do(
        "log_group_meeting", mentoring_groups.log_group_meeting, [w.pair],
        mentoring.MeetingDraft(TODAY, 30, next_on=TODAY + WEEK), TODAY,
    ),
    "save_goal": goal,
    "set_goal": reach,
    "remove_goal": no_goal,
    "put_off_pair": lambda w: w.do("put_off_pair", nudges.put_off, w.pair, TODAY + WEEK),
    "write_note": write_note,
    "change_note": change_note,
    "remove_note": remove_note,
}  # fmt: skip
