"""Every undoable command: undo gives back exactly what was, redo exactly what it had done."""

from dataclasses import replace
from datetime import timedelta
from inspect import isgeneratorfunction

import pytest
from sqlalchemy import select

from academy.domain.base import Entity
from academy.domain.words import CohortState, Letter, Need, SessionState
from academy.store.journal import Gesture
from academy.ui.kit.labels.gestures import GESTURES
from academy.usecases import (
    academy,
    attendance,
    away,
    cohorts,
    completion,
    home,
    locking,
    organisations,
    people,
    programmes,
    residential,
    series,
    sessions,
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
    enrolled,
    made_once,
    marks,
    rules,
)
from usecases.certificate_commands import CERTIFICATE_COMMANDS
from usecases.mentoring_commands import MENTORING_COMMANDS
from usecases.set_commands import SET_COMMANDS

# words only, made by others, or not undoable by nature
ELSEWHERE = {
    "make_key", "rotate_key", "retire_key", "rewrap_key", "take_over_key",
    "publish_page", "undone", "redone", "several", "make_sample", "move_sample",
    "restore_backup", "name_academy", "import_people", "import_mentors", "import_mentees",
    "import_marks", "marks_in_session", "issue_certificates", "send_invitations",
    "reissue_certificates", "read_answers", "make_pack", "apply_pack",
    "import_mark_list", "import_sessions", "keep_minutes",
    "make_note_key", "rewrap_notes", "give_up_notes",
    "set_passphrase", "remove_passphrase", "remind",
}  # fmt: skip


def furnished(store):
    """Put one of everything into an academy; return what each is called below."""
    programme = a_programme(store, rules=rules(50, "Project"))
    cohort = a_cohort(store, programme, sessions=3)
    places = enrolled(store, cohort, 4)
    free = a_person(store, "Free Person")
    marks(store, cohort, "PP", "PA", "LE", "A")
    mentor = a_mentor(store, capacity=5)
    pair = a_pair(store, cohort, places[0].person_id, mentor, met=[TODAY - WEEK])
    signatory = a_signatory(store)
    [project] = store.read(completion.requirements, cohort.id)
    return {
        "programme": programme, "cohort": cohort, "places": tuple(places), "free": free,
        "mentor": mentor, "pair": pair, "signatory": signatory, "project": project,
    }  # fmt: skip


class World:
    """An academy with one of everything, and each command as a person would give it."""

    def __init__(self, path=None):
        self.store, there = made_once(furnished, path)
        vars(self).update(there)

    def do(self, key, command, *args, n=1):
        return self.store.write(Gesture(key, {"n": n}), command, *args)

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


def session_draft(world):
    return sessions.SessionDraft(cohort_id=world.cohort.id, title="New", held_on=TODAY)


def mark_all(world, letter):
    return [MarkDraft(world.cohort.sessions[1], place.id, letter) for place in world.places]


COMMANDS = {
    "change_settings": World.settings,
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
    "meet_requirement": lambda w: w.do(
        "meet_requirement", completion.meet_requirement, [w.places[0].id], w.project.id, TODAY
    ),
    "unmeet_requirement": World.unmeet,
    **MENTORING_COMMANDS,
    **CERTIFICATE_COMMANDS,
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
