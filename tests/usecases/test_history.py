"""History: who changed what, lately and of one record, and neighbouring marks in one line."""

from academy.domain.words import Letter, Who
from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.usecases import attendance, history, people, sessions
from academy.usecases.attendance import MarkDraft
from builders import DANA, TODAY, a_cohort, a_pair, a_person, an_academy, enrolled, marks


def mark(store, session, place, letter=Letter.PRESENT):
    gesture = Gesture("mark", {"n": 1, "letter": letter.value if letter else ""})
    draft = MarkDraft(session, place.id, letter)
    store.write(gesture, attendance.mark, [draft], TODAY)


def test_neighbouring_single_marks_in_a_session_are_one_line_undone_together():
    store = an_academy()
    cohort = a_cohort(store, sessions=2)
    places = enrolled(store, cohort, 4)
    for place in places:
        mark(store, cohort.sessions[0], place)
    mark(store, cohort.sessions[1], places[0])
    newest, four, *_ = store.read(history.recent_changes, 20)
    assert (newest.key, newest.rows) == ("mark", 1)
    assert (len(four.entries), four.facts) == (4, {"n": 4, "session": "Session 1"})
    assert "Session 1" in labels.gesture(four.key, four.facts)
    store.reverse(*four.entries)
    assert store.read(history.recent_changes, 1)[0].kind == "undo"
    assert store.read(attendance_of, cohort.sessions[0]) == 0


def attendance_of(db, session_id):
    from sqlalchemy import func, select

    from academy.domain.attendance import Mark

    return db.scalar(select(func.count()).where(Mark.session_id == session_id))


def test_marks_of_another_person_or_another_time_are_lines_of_their_own():
    store = an_academy()
    cohort = a_cohort(store, sessions=1)
    one, two, three, four = enrolled(store, cohort, 4)
    [session] = cohort.sessions
    mark(store, session, one)
    store.who = Who("Sam Reed")
    mark(store, session, two)
    mark(store, session, three)
    store.write(Gesture("note_mark"), attendance.note, session, one.id, "Came by taxi")
    mark(store, session, four)
    sizes = [(change.by, len(change.entries)) for change in store.read(history.recent_changes, 4)]
    assert sizes == [("Sam Reed", 1), ("Sam Reed", 1), ("Sam Reed", 2)]
    assert store.read(history.recent_changes, 5)[3].by == DANA.name


def test_a_cohorts_changes_are_its_own_also_what_is_gone():
    store = an_academy()
    mine, other = a_cohort(store, sessions=1), a_cohort(store, sessions=1)
    places = enrolled(store, mine, 2)
    enrolled(store, other, 1)
    marks(store, mine, "P")
    mark(store, mine.sessions[0], places[0], None)
    a_pair(store, mine, places[0].person_id)
    gone = sessions.remove_session
    store.write(Gesture("remove_session"), gone, mine.sessions[0])
    keys = [change.key for change in store.read(history.recent_changes, 20, mine.id)]
    assert keys == [
        "remove_session", "pair", "mark", "mark_several", "enrol", "add_session", "add_cohort",
    ]  # fmt: skip


def test_the_history_of_a_person_says_which_field_was_what():
    store = an_academy()
    person_id = a_person(store, "Noor Ahmed")
    draft = store.read(people.person, person_id)
    changed = people.PersonDraft(**{**draft.__dict__, "phone": "01622 696 000"})
    store.write(Gesture("change_person"), people.save_person, changed)
    newest = store.read(history.record_history, "people", person_id)[0]
    assert (newest.field, newest.before, newest.after) == ("phone", "", "01622 696 000")
    assert newest.entry.by == DANA.name
