"""The queries behind whole pages: a cohort at a glance, a person, the palette, the terminal."""

from academy.domain.words import Letter, PlaceState, Role, SessionState
from academy.store.journal import Gesture
from academy.usecases import (
    attendance,
    cohort_overview,
    cohorts,
    completion,
    mentoring,
    person_record,
    search,
    show,
)
from academy.usecases.attendance import MarkDraft
from builders import (
    NOW,
    TODAY,
    WEEK,
    a_cohort,
    a_pair,
    a_programme,
    a_session,
    an_academy,
    as_role,
    enrolled,
    marks,
)


def a_running_cohort(store):
    cohort = a_cohort(store, a_programme(store, "Top Talent"), name="Top Talent 7", sessions=4)
    people = enrolled(store, cohort, ["Ann One", "Ben Two", "Cy Three"])
    next_one = a_session(store, cohort.id, TODAY + WEEK, title="Leading change")
    marks(store, cohort, "PPPP", "PAAP", "PPLE")
    a_pair(store, cohort, people[0].person_id, met=[TODAY - WEEK * 8])
    return cohort, people, next_one


def test_a_cohort_at_a_glance_adds_up():
    store = an_academy()
    cohort, _, next_one = a_running_cohort(store)
    a_session(store, cohort.id, TODAY + WEEK * 2, title="Off", state=SessionState.CANCELLED)
    found = store.read(cohort_overview.cohort_overview, cohort.id, NOW)
    assert (found.programme, found.people, found.to_come) == ("Top Talent", 3, 1)
    assert found.next_session.id == next_one
    assert found.percent == int(100 * 9 / 12)
    assert [(r.present, r.marked, r.percent) for r in found.rates] == [
        (3, 3, 100), (2, 3, 66), (2, 3, 66), (2, 3, 66),
    ]  # fmt: skip
    assert [row.name for row in found.at_risk] == ["Ben Two", "Cy Three"]
    assert (found.on_track, found.below, found.due, found.issued) == (1, 2, 0, 0)
    assert found.mentoring == cohort_overview.MentoringCount(paired=1, people=3, quiet=1, waiting=2)


def test_pairs_that_ended_still_count_where_they_were():
    store = an_academy()
    cohort = a_cohort(store, sessions=1)
    ann, ben = enrolled(store, cohort, ["Ann One", "Ben Two"])
    for place in (ann, ben):
        ended = a_pair(store, cohort, place.person_id)
        store.write(Gesture("end_pair"), mentoring.end_pair, ended, "", TODAY)
    count = store.read(cohort_overview.cohort_overview, cohort.id, NOW).mentoring
    assert count == cohort_overview.MentoringCount(paired=2, people=2, quiet=0, waiting=2)
    store.write(Gesture("finish_cohort"), completion.finish_cohort, cohort.id, NOW)
    count = store.read(cohort_overview.cohort_overview, cohort.id, NOW).mentoring
    assert (count.paired, count.waiting) == (2, 0)


def test_a_facilitator_sees_nothing_of_mentoring_on_any_page():
    store = an_academy()
    cohort, people, _ = a_running_cohort(store)
    as_role(store, Role.FACILITATOR)
    assert store.read(cohort_overview.cohort_overview, cohort.id, NOW).mentoring is None
    record = store.read(person_record.person_record, people[0].person_id, TODAY)
    assert (record.pairs, record.mentor) == ((), None)
    assert record.cohorts[0].marks is not None
    as_role(store, Role.VIEWER)
    record = store.read(person_record.person_record, people[0].person_id, TODAY)
    assert record.cohorts[0].marks is None


def test_a_person_has_their_cohorts_marks_pairs_on_one_page():
    store = an_academy()
    _, people, _ = a_running_cohort(store)
    later = a_cohort(store, name="Another")
    ben = people[1]
    store.write(Gesture("enrol", {"n": 1}), cohorts.enrol, later.id, [ben.person_id], TODAY)
    store.write(Gesture("withdraw", {"n": 1}), cohorts.withdraw, [ben.id], TODAY)
    record = store.read(person_record.person_record, ben.person_id, TODAY)
    assert [(c.cohort, c.state) for c in record.cohorts] == [
        ("Another", PlaceState.ENROLLED),
        ("Top Talent 7", PlaceState.WITHDRAWN),
    ]
    strip = record.cohorts[1]
    assert [mark.letter for mark in strip.marks.marks[:4]] == list("PAAP")
    assert (strip.marks.percent, strip.target, len(strip.sessions)) == (50, 80, 5)
    mentee = store.read(person_record.person_record, people[0].person_id, TODAY)
    assert [pair.mentor for pair in mentee.pairs] == ["Pat Ellis"]


def test_everything_can_be_found_with_an_address_to_go_to():
    store = an_academy()
    cohort, people, next_one = a_running_cohort(store)
    found = {
        (row.kind, row.text): row
        for typed in ("ann", "tt7", "leading top")
        for row in store.read(search.found, typed)
    }
    assert found["person", "Ann One"].address == f"person/{people[0].person_id}"
    assert found["cohort", "Top Talent 7"].address == f"cohort/{cohort.id}"
    session = found["session", "Leading change"]
    assert session.address == f"cohort/{cohort.id}/register/{next_one}"
    assert session.more == "Top Talent 7 · 3 Dec 2026"


def test_show_prints_exactly_the_promised_fields():
    store = an_academy()
    cohort, people, _ = a_running_cohort(store)
    a_cohort(store, name="Another", sessions=1)
    fields = {
        "programmes": ["id", "name", "rules_version"],
        "cohorts": ["id", "programme", "name", "state"],
        "people": ["id", "name", "email", "organisation"],
        "sessions": ["id", "cohort_id", "title", "starts"],
        "marks": ["session_id", "person_id", "mark"],
        "rates": ["id", "cohort", "attended", "marked", "percent"],
        "pairs": ["id", "cohort_id", "mentee_id", "mentor_id", "state", "meetings"],
        "certificates": [],
    }
    assert list(show.SHOWN) == list(fields)
    for what, names in fields.items():
        everything = store.read(show.SHOWN[what], None)
        of_cohort = store.read(show.SHOWN[what], cohort.id)
        assert list(next(iter(everything), {})) == names
        assert all(row in everything for row in of_cohort)
    assert store.read(show.shown_cohorts, cohort.id) == [
        {"id": cohort.id, "programme": "Top Talent", "name": "Top Talent 7", "state": "running"}
    ]
    assert store.read(show.shown_sessions, cohort.id)[-1]["starts"] == "2026-12-03T09:30:00"
    assert store.read(show.shown_pairs, cohort.id)[0]["meetings"] == 1
    mine = {"session_id": cohort.sessions[3], "person_id": people[2].person_id, "mark": "E"}
    assert mine in store.read(show.shown_marks, cohort.id)


def test_show_leaves_out_marks_that_are_only_a_note():
    store = an_academy()
    cohort = a_cohort(store, sessions=1)
    [place] = enrolled(store, cohort, 1)
    note = attendance.note
    store.write(Gesture("note_mark"), note, cohort.sessions[0], place.id, "Will be late")
    assert store.read(show.shown_marks) == []
    draft = MarkDraft(cohort.sessions[0], place.id, Letter.LATE)
    store.write(Gesture("mark", {"n": 1}), attendance.mark, [draft], TODAY)
    assert [row["mark"] for row in store.read(show.shown_marks)] == ["L"]
