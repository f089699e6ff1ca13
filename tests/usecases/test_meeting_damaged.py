"""Damaged meeting reports: no traceback, no hang, nothing half written."""

from __future__ import annotations

import contextlib
import faulthandler
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from academy.domain.words import FileProblem, RuleBroken
from academy.exchange.meetings import MeetingReport, read_meeting
from academy.exchange.meetings.by_hand import FIELDS, report_columns, with_field
from academy.usecases.meeting_columns import by_hand
from academy.usecases.meeting_import import apply_meeting, meeting_gesture
from academy.usecases.meeting_plan import plan_meeting
from builders import TODAY
from explains import journal_explains
from usecases.meeting_room import Room

pytestmark = pytest.mark.long
FOLDER = Path(__file__).parent.parent / "data" / "meetings"
REPORTS = sorted(FOLDER.glob("*.csv"))
SECONDS = 5  # for one file; the slowest takes a twentieth of one
HANGS = 60  # then the process ends and says where it was


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Damage a file as disks, mail and editors do."""
    bytes_ = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(max(1, len(bytes_)))
        match chance.randrange(5):
            case 0:
                bytes_[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del bytes_[place : place + chance.randint(1, 60)]
            case 2:
                bytes_[place:place] = chance.choice(
                    [b'"', b"\t", b"\n", b",", b"\0", b"\xff", b"(", b"9"]
                )
            case 3:
                bytes_[place:place] = bytes_[place : place + chance.randint(1, 200)]
            case _:
                bytes_ = bytes_[:place]
    return bytes(bytes_)


def damaged(number: int) -> Iterator[tuple[str, bytes, random.Random]]:
    """So many files, each sample in its turn, the same ones in every run."""
    for seed in range(number):
        path, chance = REPORTS[seed % len(REPORTS)], random.Random(seed)
        yield path.name, mutated(of_today(path.read_bytes()), chance), chance


def of_today(data: bytes) -> bytes:
    """Move a sample of 16 June to the day of the session, so that its marks are applied."""
    for coding in ("utf-8", "utf-16-le"):
        for before, after in (("2026-06-16", "2026-11-26"), ("06/16/2026", "11/26/2026")):
            data = data.replace(before.encode(coding), after.encode(coding))
    return data


def read(data: bytes, name: str, chance: random.Random) -> MeetingReport | None:
    """Read a file by its labels, else by columns named at random, as a person might."""
    day = chance.choice([None, TODAY])
    try:
        return read_meeting(data, name, day)
    except FileProblem as problem:
        if problem.rule != "not_a_meeting_report":
            return None
    columns = report_columns(data)
    for one in columns:
        columns = with_field(columns, one.at, chance.choice(FIELDS))
    with contextlib.suppress(FileProblem):
        return read_meeting(data, name, day, columns=by_hand(columns))
    return None


def written(room: Room) -> tuple[int, str]:
    found = room.store.read(lambda db: db.connection().exec_driver_sql(
        "select count(*) from reported_stays").scalar_one())  # fmt: skip
    return found, room.marks()


def applied(room: Room, report: MeetingReport) -> bool:
    """Apply a report whole and undo it, or change nothing at all; tell which."""
    before = written(room)
    try:
        plan = room.store.read(plan_meeting, report, room.session)
        room.store.write(meeting_gesture(plan), apply_meeting, plan, TODAY)
    except RuleBroken:
        assert written(room) == before
        return False
    after = written(room)
    assert after[0] == before[0] + len(plan.new_stays)
    if after != before:
        room.store.undo()
        assert written(room) == before
    return after != before


def survives(number: int) -> None:
    room, held, changed = Room(), 0, 0
    try:
        for name, data, chance in damaged(number):
            faulthandler.dump_traceback_later(HANGS, exit=True)
            begun = time.perf_counter()
            report = read(data, name, chance)
            if report is not None:
                held += 1
                assert all(one.seconds is None or one.seconds >= 0 for one in report.people), name
                changed += applied(room, report)
            assert time.perf_counter() - begun < SECONDS, name
    finally:
        faulthandler.cancel_dump_traceback_later()
    assert held > number // 2  # most damage leaves a report that is worth reading
    assert changed > number // 20
    journal_explains(room.store)


def test_three_hundred_damaged_reports_are_read_or_refused_and_never_half_written() -> None:
    survives(300)


@pytest.mark.slow
def test_two_thousand_damaged_reports_are_read_or_refused_and_never_half_written() -> None:
    survives(2000)
