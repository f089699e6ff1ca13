"""Every undoable command: undo gives back exactly what was, redo exactly what it had done."""

from dataclasses import replace
from datetime import timedelta
from inspect import isgeneratorfunction

import pytest
from sqlalchemy import select

from academy.documents.look import Look
from academy.domain.base import Entity
from academy.domain.words import CohortState, GoalState, Letter, Need, SessionState
from academy.store.journal import Gesture
from academy.ui.kit.labels.gestures import GESTURES
from academy.usecases import (
    academy,
    attendance,
    away,
    certificate_files,
    certificates,
    cohorts,
    completion,
    home,
    issue,
    issue_plan,
    locking,
    matching,
    matching_input,
    mentees,
    mentoring,
    mentoring_groups,
    mentors,
    nudges,
    organisations,
    pair_goals,
    people,
    private_notes,
    programmes,
    residential,
    series,
    sessions,
    templates,
    themes,
    visitors,
)
from academy.usecases.attendance import MarkDraft
from academy.usecases.series import SeriesDraft
from builders import (
    NOW,
    TODAY,
    WEEK,
    a_cohort,
    a_mentor,
    a_pair,
    a_person,
    a_programme,
    a_signatory,
    an_academy,
    certified,
    enrolled,
    marks,
    rules,
)
from usecases.set_commands import SET_COMMANDS

# words only, made by others, or not undoable by nature
ELSEWHERE = {
    "make_key", "rotate_key", "retire_key", "rewrap_key", "take_over_key",
    "publish_page", "undone", "redone", "several", "make_sample", "move_sample", "restore_backup", "name_academy",
    "import_people", "import_mentors", "import_mentees", "import_marks", "marks_in_session", "issue_certificates", "send_invitations",
    "reissue_certificates", "read_answers", "make_pack", "apply_pack",
    "import_mark_list", "import_sessions", "keep_minutes",
    "make_note_key", "rewrap_notes", "give_up_notes",
    "set_passphrase", "remove_passphrase", "remind",
}  # fmt: skip


class World:
    """An academy with one of everything, and each command as a person would give it."""

    def __init__(self):
        self.store = an_academy()
        self.programme = a_programme(self.store, rules=rules(50, "Project"))
        self.cohort = a_cohort(self.store, self.programme, sessions=3)
        self.places = enrolled(self.store, self.cohort, 4)
        self.free = a_person(self.store, "Free Person")
        marks(self.store, self.cohort, "PP", "PA", "LE", "A")
        self.mentor = a_mentor(self.store, capacity=5)
        ann = self.places[0].person_id
        self.pair = a_pair(self.store, self.cohort, ann, self.mentor, met=[TODAY - WEEK])
        self.signatory = a_signatory(self.store)
        [self.project] = self.store.read(completion.requirements, self.cohort.id)

    def pair_all(self):
        request = matching_input.MatchingRequest(self.cohort.id)
        given = self.store.read(matching_input.matching_input, request, TODAY)
        plan = matching.matched(given)
        self.store.write(matching.confirm_gesture(plan), matching.confirm_pairs, plan, TODAY)

    def do(self, key, command, *args, n=1):
        return self.store.write(Gesture(key, {"n": n}), command, *args)

    def apart(self):
        ann = self.places[1].person_id
        return self.do("declare_conflict", mentees.declare_conflict, ann, self.mentor)

    def together(self):
        apart = self.apart()
        yield
        self.do("withdraw_conflict", mentees.withdraw_conflict, apart)

    def draft(self, query, row_id, **changes):
        return replace(self.store.read(query, row_id), **changes)

    def residential(self):
        first = replace(
            self.store.read(sessions.suggested_session, self.cohort.id),
            title="Lake District", held_on=TODAY + 2 * WEEK,
        )  # fmt: skip
        draft = SeriesDraft(first, count=1, in_a_row=3, skip_holidays=False)
        return self.do("add_residential", series.add_series, draft, n=3)[0]

    def move_residential(self):
        day = self.residential()
        yield
        self.do("move_residential", residential.move_residential, day, TODAY + 5 * WEEK, n=3)

    def call_residential_off(self):
        day, off = self.residential(), SessionState.CANCELLED
        yield
        self.do("change_residential", residential.change_residential_state, day, off, n=3)

    def settings(self):
        settings = replace(self.store.read(academy.academy), quiet_days=7)
        self.do("change_settings", academy.save_academy, settings)

    def change_template(self):
        certified(self.store, self.cohort, self.places[:2])
        draft = self.draft(templates.template, 1, name="Ours", look=Look(border=False))
        yield
        self.do("change_template", templates.save_template, draft, TODAY)

    def offer_template(self):
        self.do("retire_template", templates.retire_template, 2)
        yield
        self.store.write(Gesture("offer_template"), templates.retire_template, 2, retired=False)

    def revoke(self):
        choice = issue_plan.IssueChoice(
            self.cohort.id, (self.places[0].id,), TODAY, self.signatory,
            reasons=((self.places[0].id, "A trial"),),
        )  # fmt: skip
        plan = self.store.read(issue_plan.certificate_plan, choice, NOW)
        made = certificate_files.make_files(plan)
        [certificate] = self.store.write(issue.issue_gesture(plan), issue.issue, plan, made)
        yield
        self.do("revoke_certificate", certificates.revoke, certificate, TODAY, "A trial")

    def revoke_several(self):
        issued = certified(self.store, self.cohort, self.places[:2])
        yield
        self.do("revoke_certificates", certificates.revoke_several, issued, TODAY, "A trial")

    def unmeet(self):
        place = [self.places[0].id]
        self.do("meet_requirement", completion.meet_requirement, place, self.project.id, TODAY)
        yield
        self.do("unmeet_requirement", completion.unmeet_requirement, place, self.project.id)

    def reopen(self):
        settings = replace(self.store.read(academy.academy), lock_days=3)
        self.do("change_settings", academy.save_academy, settings)
        yield
        first = self.cohort.sessions[0]
        self.do("reopen_session", locking.reopen_session, first, "Wrong sheet", TODAY)

    def link_visitor(self):
        first = self.cohort.sessions[0]
        kim = self.do("add_visitor", visitors.add_visitor, first, "Kim")
        yield
        self.do("link_visitor", visitors.link_visitor, kim, self.free)

    def remove_visitor(self):
        first = self.cohort.sessions[0]
        kim = self.do("add_visitor", visitors.add_visitor, first, "Kim")
        yield
        self.do("remove_visitor", visitors.remove_visitor, kim)

    def rename(self):
        kent = self.do("add_organisation", organisations.add_organisation, "Kent County Council")
        yield
        self.do("rename_organisation", organisations.rename_organisation, kent, "Kent")

    def unsnooze(self):
        self.do("snooze", home.snooze, Need.AT_RISK, self.cohort.id, None)
        yield
        self.do("unsnooze", home.unsnooze)

    def adopt(self):
        newer = self.draft(programmes.programme, self.programme, rules=rules(60))
        self.do("change_programme", programmes.save_programme, newer, TODAY)
        yield
        self.do("adopt_rules", cohorts.adopt_newest_rules, self.cohort.id)

    def finish(self):
        self.do("fill_blanks", attendance.fill_blanks, self.cohort.sessions[2], TODAY)
        self.do("meet_requirement", completion.meet_requirement,
                [place.id for place in self.places], self.project.id, TODAY)  # fmt: skip
        yield
        assert self.do("finish_cohort", completion.finish_cohort, self.cohort.id, NOW)


    def goal(self):
        goal = pair_goals.GoalDraft("Speak in public")
        return self.do("save_goal", pair_goals.save_goal, self.pair, goal, TODAY)

    def reach(self):
        goal = self.goal()
        yield
        self.do("set_goal", pair_goals.set_goal, goal, GoalState.REACHED, TODAY)

    def no_goal(self):
        goal = self.goal()
        yield
        self.do("remove_goal", pair_goals.remove_goal, goal)

    def noted(self, secret):
        sealed = secret.seal(self.pair, "Prefers mornings")
        return self.do("write_note", private_notes.write_note, self.pair, sealed)

    def note_secret(self):
        new = private_notes.make_note_key(self.store.who.name, "correct horse battery")
        gesture = Gesture("make_note_key", undoable=False)
        self.store.write(gesture, private_notes.add_note_key, new)
        return new.secret

    def write_note(self):
        secret = self.note_secret()
        yield
        self.noted(secret)

    def change_note(self):
        secret = self.note_secret()
        note = self.noted(secret)
        yield
        sealed = secret.seal(self.pair, "Prefers evenings")
        self.do("change_note", private_notes.change_note, note, sealed)

    def remove_note(self):
        note = self.noted(self.note_secret())
        yield
        self.do("remove_note", private_notes.remove_note, note)


def session_draft(world):
    return sessions.SessionDraft(cohort_id=world.cohort.id, title="New", held_on=TODAY)


def mark_all(world, letter):
    return [MarkDraft(world.cohort.sessions[1], place.id, letter) for place in world.places]


COMMANDS = {
    "change_settings": World.settings,
    "save_signatory": lambda w: w.do(
        "save_signatory", academy.save_signatory, academy.SignatoryDraft(name="Sam Reed")
    ),
    "add_template": lambda w: w.do(
        "add_template", templates.copy_template, 1, "Summer school", TODAY
    ),
    "import_template": lambda w: w.do(
        "import_template", templates.import_template, w.store.read(templates.template_file, 3), TODAY
    ),
    "change_template": World.change_template,
    "retire_template": lambda w: w.do("retire_template", templates.retire_template, 2),
    "offer_template": World.offer_template,
    "snooze": lambda w: w.do(
        "snooze", home.snooze, Need.AT_RISK, w.cohort.id, TODAY + timedelta(days=1)
    ),
    "unsnooze": World.unsnooze,
    "add_programme": lambda w: a_programme(w.store, rules=rules(90, "Essay", "Talk")),
    "change_programme": lambda w: w.do(
        "change_programme", programmes.save_programme,
        w.draft(programmes.programme, w.programme, name="Renamed", rules=rules(75)), TODAY,
    ),
    "add_cohort": lambda w: a_cohort(w.store, w.programme),
    "change_cohort": lambda w: w.do(
        "change_cohort", cohorts.change_state, w.cohort.id, CohortState.PLANNED
    ),
    "finish_cohort": World.finish,
    "adopt_rules": World.adopt,
    "add_organisation": lambda w: w.do(
        "add_organisation", organisations.add_organisation, "Kent County Council"
    ),
    "rename_organisation": World.rename,
    "add_person": lambda w: a_person(w.store, "Ğülşen Çelik"),
    "change_person": lambda w: w.do(
        "change_person", people.save_person, w.draft(people.person, w.free, phone="07700 900123")
    ),
    "remove_person": lambda w: w.do("remove_person", people.remove_person, w.free),
    "enrol": lambda w: w.do("enrol", cohorts.enrol, w.cohort.id, [w.free], TODAY),
    "withdraw": lambda w: w.do("withdraw", cohorts.withdraw, [w.places[0].id], TODAY),
    "add_session": lambda w: w.do("add_session", sessions.save_session, session_draft(w)),
    "add_sessions": lambda w: w.do(
        "add_sessions", series.add_series, SeriesDraft(session_draft(w), 2, 5), n=5
    ),
    "change_session": lambda w: w.do(
        "change_session", sessions.change_session_state, w.cohort.sessions[0],
        SessionState.CANCELLED,
    ),
    "add_residential": World.residential,
    "move_residential": World.move_residential,
    "change_residential": World.call_residential_off,
    "move_session": lambda w: w.do(
        "move_session", sessions.move_session, w.cohort.sessions[0], TODAY + timedelta(days=3)
    ),
    "remove_session": lambda w: w.do(
        "remove_session", sessions.remove_session, w.cohort.sessions[2]
    ),
    "note_session": lambda w: w.do(
        "note_session", sessions.note_session, w.cohort.sessions[0], "Bring a projector"
    ),
    "mark": lambda w: w.do(
        "mark", attendance.mark, mark_all(w, Letter.LATE)[:1], TODAY
    ),
    "mark_several": lambda w: w.do(
        "mark_several", attendance.mark, mark_all(w, Letter.EXCUSED), TODAY, n=4
    ),
    "clear_marks": lambda w: w.do("clear_marks", attendance.mark, mark_all(w, None), TODAY, n=4),
    "fill_blanks": lambda w: w.do(
        "fill_blanks", attendance.fill_blanks, w.cohort.sessions[1], TODAY
    ),
    "set_away": lambda w: w.do(
        "set_away", away.set_away, w.places[3].person_id, TODAY - 3 * WEEK, TODAY, TODAY, n=2
    ),
    "reopen_session": World.reopen,
    "add_visitor": lambda w: w.do("add_visitor", visitors.add_visitor, w.cohort.sessions[0], "Kim"),
    "link_visitor": World.link_visitor,
    "remove_visitor": World.remove_visitor,
    "note_mark": lambda w: w.do(
        "note_mark", attendance.note, w.cohort.sessions[2], w.places[0].id, "Rang in"
    ),
    "save_mentor": lambda w: w.do(
        "save_mentor", mentors.save_mentor, w.draft(mentors.mentor, w.mentor, paused=True)
    ),
    "save_mentee": lambda w: w.do(
        "save_mentee",
        mentees.save_mentee,
        w.draft(mentees.mentee, w.places[1].id, wants="finance"),
    ),
    "declare_conflict": lambda w: w.apart(),
    "withdraw_conflict": World.together,
    "save_themes": lambda w: w.do("save_themes", themes.save_themes, ["housing"]),
    "confirm_pairs": lambda w: w.pair_all(),
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
    "save_goal": World.goal,
    "set_goal": World.reach,
    "remove_goal": World.no_goal,
    "put_off_pair": lambda w: w.do("put_off_pair", nudges.put_off, w.pair, TODAY + WEEK),
    "write_note": World.write_note,
    "change_note": World.change_note,
    "remove_note": World.remove_note,
    "meet_requirement": lambda w: w.do(
        "meet_requirement", completion.meet_requirement, [w.places[0].id], w.project.id, TODAY
    ),
    "unmeet_requirement": World.unmeet,
    "revoke_certificate": World.revoke,
    "revoke_certificates": World.revoke_several,
    **SET_COMMANDS,
}  # fmt: skip


def everything(store):
    """Every row of every table that is no part of the journal."""
    tables = [
        t for t in Entity.metadata.sorted_tables if not t.name.startswith(("journal", "file_"))
    ]
    return store.read(
        lambda db: {
            t.name: sorted(map(tuple, db.connection().execute(select(t))), key=repr) for t in tables
        }
    )


def prepared(command, world):
    """Return what is to be tried; a command that yields has first made what it needs."""
    if not isgeneratorfunction(command):
        return lambda: command(world)
    steps = command(world)
    next(steps)
    return lambda: next(steps, None)


@pytest.mark.parametrize("key", COMMANDS)
def test_undo_gives_back_what_was_and_redo_what_it_did(key):
    world = World()
    run = prepared(COMMANDS[key], world)
    before = everything(world.store)
    run()
    after = everything(world.store)
    assert before != after
    assert world.store.undo().key == key
    assert everything(world.store) == before
    world.store.redo()
    assert everything(world.store) == after


def test_every_gesture_is_tried_here_or_elsewhere():
    assert set(GESTURES) - ELSEWHERE - set(COMMANDS) == set()
