"""The sample academy holds what experience 6.1 promises, on whatever day it is made."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from academy.documents.faces import Face
from academy.domain.councils import councils, match
from academy.domain.names import check_email
from academy.domain.words import CohortState, PairState, RiskReason, SessionState, Who
from academy.exchange.meetings import read_meeting
from academy.exchange.tables import read_table
from academy.store.file import create, in_memory
from academy.store.journal import Db, Gesture
from academy.store.store import Store
from academy.usecases.cohorts import CohortRow, cohorts, places
from academy.usecases.completion import completion
from academy.usecases.register import Register, register
from academy.usecases.sample import make_sample, move_sample, practice_files, rows, untouched
from academy.usecases.sample.cast import COUNCILS, TOP_TALENT_7
from academy.usecases.sample.days import is_working
from academy.usecases.sessions import SessionRow, note_session, sessions

THURSDAY = date(2026, 11, 26)
DAYS = [
    THURSDAY,
    date(2026, 11, 28),  # a Saturday
    date(2026, 11, 29),
    date(2026, 12, 25),
    date(2027, 1, 4),
    date(2027, 3, 29),  # Easter Monday
    date(2028, 2, 29),
]


def made(today: date) -> Store:
    store = in_memory(Who("Ann"))
    store.fill(Gesture("make_sample", {"day": today.isoformat()}), rows(today))
    return store


@pytest.fixture(params=DAYS, ids=str)
def today(request) -> date:
    return request.param


@pytest.fixture
def sample(today) -> Store:
    return made(today)


def named(store: Store, name: str) -> CohortRow:
    return next(row for row in store.read(cohorts) if row.name == name)


def register_of(store: Store, name: str, today: date) -> Register:
    return store.read(register, named(store, name).id, today)


def sessions_of(store: Store, name: str) -> list[SessionRow]:
    return store.read(sessions, named(store, name).id)


def contacts(db: Db, cohort_id: int) -> list[tuple[str, date, date | None]]:
    from sqlalchemy import func

    from academy.domain.mentoring import MentoringMeeting, MentoringPair

    wanted = (
        select(MentoringPair.state, MentoringPair.began_on, func.max(MentoringMeeting.held_on))
        .outerjoin(MentoringPair.meetings)
        .where(MentoringPair.cohort_id == cohort_id)
        .group_by(MentoringPair.id)
    )
    return [tuple(row) for row in db.execute(wanted)]


def test_there_is_a_cohort_in_every_state(sample):
    states = {row.name: (row.state, row.people) for row in sample.read(cohorts)}
    assert states == {
        "Top Talent 5": (CohortState.FINISHED, 19),
        "Top Talent 6": (CohortState.RUNNING, 22),
        "Top Talent 7": (CohortState.RUNNING, 24),
        "Top Talent 8": (CohortState.RECRUITING, 19),
        "Empowering Women 3": (CohortState.FINISHED, 17),
        "Empowering Women 4": (CohortState.RUNNING, 18),
        "Empowering Women 5": (CohortState.PLANNED, 0),
    }


def test_top_talent_5_finished_last_week_with_18_certificates_due(sample, today):
    now = datetime.combine(today, time(8))
    due = [row.name for row in sample.read(completion, named(sample, "Top Talent 5").id, now)
           if row.due]  # fmt: skip
    assert len(due) == 18
    others = {row.name for row in sample.read(cohorts) if row.name != "Top Talent 5"}
    assert not [
        row for name in others
        for row in sample.read(completion, named(sample, name).id, now) if row.due
    ]  # fmt: skip
    monday = today - timedelta(days=today.weekday())
    last = named(sample, "Top Talent 5").last_day
    assert monday - timedelta(days=7) <= last < monday


def test_only_petra_novak_is_below_the_target_of_top_talent_5(sample, today):
    below = [r.name for r in register_of(sample, "Top Talent 5", today).rows
             if r.withdrawn_on is None and r.percent < 80]  # fmt: skip
    assert below == ["Novak, Petra"]


def test_two_registers_of_top_talent_6_are_missing_and_one_person_cannot_reach_it(sample, today):
    grid = register_of(sample, "Top Talent 6", today)
    missing = [s.held_on for n, s in enumerate(grid.sessions)
               if s.held_on < today and grid.blanks(n)]  # fmt: skip
    assert len(missing) == 2
    assert [r.risk for r in grid.rows if r.risk] == [RiskReason.CANNOT_REACH]
    for other in "Top Talent 7", "Empowering Women 4":
        grid = register_of(sample, other, today)
        assert not any(s.held_on < today and grid.blanks(n) for n, s in enumerate(grid.sessions))


def test_session_4_of_top_talent_7_is_today_with_three_at_risk(sample, today):
    grid = register_of(sample, "Top Talent 7", today)
    assert (grid.sessions[3].held_on, grid.sessions[3].starts) == (today, time(9, 30))
    assert grid.blanks(3) == len(grid.rows) == 24
    assert sorted(r.name for r in grid.rows if r.risk) == [
        "Byrne, Aoife", "Oyelaran, Sam", "Çelik, Gülşen",
    ]  # fmt: skip


def test_four_pairs_are_quiet_and_all_of_them_in_top_talent_7(sample, today):
    quiet = [
        row.name for row in sample.read(cohorts)
        for state, began, met in sample.read(contacts, row.id)
        if state is PairState.ACTIVE and (today - (met or began)).days > 42
    ]  # fmt: skip
    assert quiet == ["Top Talent 7"] * 4
    assert len(sample.read(contacts, named(sample, "Top Talent 7").id)) == 20


def test_top_talent_8_has_five_places_left_for_another_week(sample, today):
    row = named(sample, "Top Talent 8")
    assert row.capacity - row.people == 5
    assert sessions_of(sample, "Top Talent 8")[0].held_on > today + timedelta(days=8)


def test_the_certificates_of_last_term_are_real_and_two_have_a_story(sample):
    import hashlib

    from academy.domain.certificates import Certificate, CertificateFile

    def log(db: Db) -> list[tuple]:
        wanted = select(
            Certificate.number, Certificate.state, Certificate.sha256, CertificateFile.content,
            Certificate.replaces_id,
        ).join(CertificateFile)  # fmt: skip
        return [tuple(row) for row in db.execute(wanted)]

    found = sample.read(log)
    assert len({number for number, *_ in found}) == 18
    assert sorted(state for _, state, *_ in found) == ["issued"] * 16 + ["replaced", "revoked"]
    assert all(hashlib.sha256(content).hexdigest() == digest for *_, digest, content, _ in found)
    assert all(content.startswith(b"%PDF") for *_, content, _ in found)
    assert [found[replaces - 1][1] for *_, replaces in found if replaces] == ["replaced"]


def test_empowering_women_4_starts_this_afternoon_and_nobody_is_paired(sample, today):
    first = sessions_of(sample, "Empowering Women 4")[0]
    assert (first.held_on, first.starts) == (today, time(14))
    assert sample.read(contacts, named(sample, "Empowering Women 4").id) == []
    assert sessions_of(sample, "Empowering Women 5") == []


def test_all_sessions_but_those_of_today_are_on_working_days(sample, today):
    every = sample.read(sessions)
    assert [s for s in every if s.held_on != today and not is_working(s.held_on)] == []
    assert len([s for s in every if s.held_on == today]) == 2
    days = [(s.cohort_id, s.held_on) for s in every]
    assert len(days) == len(set(days))


def test_everybody_has_an_address_that_reaches_nobody_and_a_name_that_can_be_printed():
    store, face = made(THURSDAY), Face("EBGaramond-Medium")
    people = [p for c in store.read(cohorts) for p in store.read(places, c.id)]
    addresses = [check_email(person.email) for person in people]
    assert len(addresses) == len(set(addresses)) == 121
    assert all(address.endswith(".example") for address in addresses)
    assert {c for p in people for c in p.name if ord(c) not in face.font.face.charToGlyph} == set()


def test_the_same_day_makes_the_same_sample():
    one, other = rows(THURSDAY), rows(THURSDAY)
    assert list(one) == list(other)


# ---- dates move -------------------------------------------------------------


@pytest.mark.parametrize("days", [1, 2, 6, 7, 30])
def test_a_sample_somebody_worked_in_moves_up_to_today(days):
    store, today = made(THURSDAY), THURSDAY + timedelta(days=days)
    finished = [sessions_of(store, n) for n in ("Top Talent 5", "Empowering Women 3")]
    assert store.write(Gesture("move_sample", undoable=False), move_sample, today) == days
    assert sessions_of(store, "Top Talent 7")[3].held_on == today
    assert sessions_of(store, "Empowering Women 4")[0].held_on == today
    assert [sessions_of(store, n) for n in ("Top Talent 5", "Empowering Women 3")] == finished
    every = store.read(sessions)
    assert len([s for s in every if s.held_on == today]) == 2
    assert all(is_working(s.held_on) for s in every if s.held_on != today)


def test_moving_day_by_day_comes_to_the_same_as_moving_at_once():
    steps, leap = made(THURSDAY), made(THURSDAY)
    for day in range(1, 24):
        steps.write(Gesture("move_sample"), move_sample, THURSDAY + timedelta(days=day))
    leap.write(Gesture("move_sample"), move_sample, THURSDAY + timedelta(days=23))
    assert steps.read(sessions) == leap.read(sessions)


def test_a_sample_knows_whether_somebody_worked_in_it():
    store = made(THURSDAY)
    assert store.read(untouched)
    store.write(Gesture("move_sample"), move_sample, THURSDAY + timedelta(days=1))
    assert store.read(untouched)
    store.write(Gesture("note_session"), note_session, 1, "Bring name badges")
    assert not store.read(untouched)


def test_an_academy_of_ones_own_never_moves(tmp_path):
    store = create(tmp_path / "own.academy", Who("Ann"), name="Kent")
    assert store.write(Gesture("move_sample"), move_sample, THURSDAY) == 0
    store.close()


# ---- practice files and scale -----------------------------------------------


def test_the_practice_spreadsheet_holds_the_24_people_of_top_talent_7(tmp_path):
    table = read_table(practice_files(tmp_path, THURSDAY).enrolments)
    assert list(table.headers)[:3] == ["Delegate name", "Org", "E-mail"]
    assert [row[2].casefold() for row in table.rows] == [p.email for p in TOP_TALENT_7]


def test_what_the_practice_spreadsheet_calls_a_council_means_that_council(tmp_path):
    table = read_table(practice_files(tmp_path, THURSDAY).enrolments)
    for row, person in zip(table.rows, TOP_TALENT_7, strict=True):
        found = match(row[1])
        assert (found.action, found.council) == ("match", councils()[person.council])


@pytest.mark.parametrize("kind", ["teams", "zoom"])
def test_the_practice_reports_are_of_todays_session(tmp_path, kind, today):
    file = getattr(practice_files(tmp_path, today), kind)
    report = read_meeting(file.read_bytes(), file.name, today)
    assert (report.source, report.title, report.undecided) == (kind, "Leading change", False)
    there = {person.email: person for person in report.people}
    own = [there[p.email] for p in TOP_TALENT_7 if p.email in there]
    assert len(own) == (23 if kind == "teams" else 22)
    assert all(person.first_join.date() == today for person in own)
    late = [person.name for person in own if person.first_join.time() > time(9, 40)]
    assert len(late) == 2
    if kind == "teams":
        assert file.read_bytes().startswith(b"\xff\xfe")
    else:
        assert "iPhone (2)" in [person.name for person in report.people]


def test_a_big_academy_has_as_many_cohorts_as_asked_for(tmp_path):
    store = make_sample(tmp_path / "big.academy", Who("Ann"), THURSDAY, scale=120)
    found = store.read(cohorts)
    assert (len(found), {row.people for row in found}) == (120, {24})
    assert len(store.read(sessions)) == 1200
    assert all(s.state is SessionState.PLANNED for s in store.read(sessions, 60))
    store.close()


def test_every_council_of_the_sample_is_current():
    assert all(councils()[code].current for code in COUNCILS)


def test_a_sample_never_writes_over_a_file(tmp_path: Path):
    from academy.store.file import StoreUnavailable

    there = tmp_path / "mine.academy"
    there.write_bytes(b"precious")
    with pytest.raises(StoreUnavailable):
        make_sample(there, Who("Ann"), THURSDAY)
    assert there.read_bytes() == b"precious"
