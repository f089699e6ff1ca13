"""A report of unknown columns: named once by hand, read by itself from then on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from academy.domain.words import FileProblem, Letter
from academy.exchange.meetings import MeetingReport, read_meeting
from academy.exchange.meetings.by_hand import report_columns, with_field
from academy.exchange.tables import read_table
from academy.usecases.meeting_columns import by_hand, read_report
from academy.usecases.meeting_import import apply_meeting, meeting_gesture
from academy.usecases.people_plan import PeopleRequest, plan_people
from builders import TODAY
from explains import journal_explains
from usecases.meeting_room import Room

HEADER = "Wer;Kam um;Ging um;Notiz"
DAY = date(2026, 11, 26)


def file(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *rows]).encode()


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    yield made
    journal_explains(made.store)


def named(data: bytes, **fields: int) -> MeetingReport:
    columns = report_columns(data)
    for field, at in fields.items():
        columns = with_field(columns, at, field)
    return read_meeting(data, "liste.csv", DAY, columns=by_hand(columns))


def apply(room: Room, report: MeetingReport) -> None:
    plan = room.plan(report)
    room.store.write(meeting_gesture(plan), apply_meeting, plan, TODAY)


def read(room: Room, data: bytes) -> MeetingReport:
    return room.store.read(read_report, data, "liste.csv", DAY)


def test_what_was_named_by_hand_is_remembered_for_the_same_headers(room: Room) -> None:
    first = file("Noor Ahmed;9.28;12.30;x")
    with pytest.raises(FileProblem):
        read(room, first)
    apply(room, named(first, joined=1, left=2))
    found = read(room, file("Aoife Byrne;9.55;12.30;y", header=HEADER.upper()))
    assert (found.source, found.people[0].first_join.strftime("%H:%M")) == ("report", "09:55")
    assert room.row(room.plan(found), 1).letter is Letter.LATE


def test_other_headers_are_asked_about_again(room: Room) -> None:
    apply(room, named(file("Noor Ahmed;9.28;12.30;x"), joined=1, left=2))
    with pytest.raises(FileProblem):
        read(room, file("Noor Ahmed;9.28;12.30;x", header="Wer;Ging um;Kam um;Notiz"))


def test_nothing_is_remembered_before_the_marks_are_applied_and_undo_forgets(room: Room) -> None:
    data = file("Noor Ahmed;9.28;12.30;x")
    room.plan(named(data, joined=1, left=2))
    with pytest.raises(FileProblem):
        read(room, data)
    apply(room, named(data, joined=1, left=2))
    assert read(room, data).people
    room.store.undo()
    with pytest.raises(FileProblem):
        read(room, data)


def test_a_known_report_is_read_by_its_labels_whatever_is_remembered(room: Room) -> None:
    data = b"Name,Join time,Leave time\nNoor Ahmed,26/11/2026 09:28,26/11/2026 12:30\n"
    apply(room, named(data, joined=2, left=1))
    assert read(room, data).by_hand is None


def test_guessed_columns_give_way_to_what_was_said(room: Room) -> None:
    data = file("Noor Ahmed;26/11/2026 12:30;26/11/2026 9:28;x")
    assert "columns_inferred" in [note.key for note in read(room, data).notes]
    apply(room, named(data, joined=2, left=1))
    (noor,) = read(room, data).people
    assert noor.seconds == (3 * 60 + 2) * 60


def test_a_list_of_people_with_the_same_headers_keeps_its_own_columns(
    room: Room, tmp_path: Path
) -> None:
    data = file("Noor Ahmed;9.28;12.30;x")
    path = tmp_path / "liste.csv"
    path.write_bytes(data)
    before = room.store.read(plan_people, PeopleRequest(read_table(path))).columns
    apply(room, named(data, joined=1, left=2))
    assert room.store.read(plan_people, PeopleRequest(read_table(path))).columns == before
