"""What a program writes is read back to the same minutes; what is broken is refused."""

import contextlib
import csv
import io
import random
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from academy.domain.words import FileProblem
from academy.exchange.meetings import read_meeting

FOLDER = Path(__file__).parent.parent / "data" / "meetings"
START = datetime(2026, 9, 22, 14)

stays = st.lists(st.tuples(st.integers(0, 7200), st.integers(1, 3600)), min_size=1, max_size=4).map(
    lambda found: [
        (START + timedelta(seconds=a), START + timedelta(seconds=a + b)) for a, b in found
    ]
)
people = st.lists(stays, min_size=1, max_size=6)
clocks = st.sampled_from(
    [
        "{0.day}/{0.month}/{0:%Y}, {0:%H:%M:%S}",
        "{0:%m/%d/%y}, {0:%I:%M:%S %p}",
        "{0:%d.%m.%y, %H:%M:%S}",
        "{0:%Y-%m-%d %H:%M:%S}",
        "{0:%d/%m/%Y} à {0:%H:%M:%S}",
        "{0:%m/%d/%Y %I:%M:%S\u202f%p}",
    ]
)
wrappings = st.sampled_from(
    [("\t", "utf-16"), ("\t", "utf-16-be"), (",", "utf-8-sig"), (";", "cp1252")]
)
endings = st.sampled_from(["\n", "\r\n"])


def written(rows, mark, encoding, ending):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator=ending).writerows(rows)
    return out.getvalue().encode(encoding, errors="replace")


def union(stays):
    return len(
        {second for a, b in stays for second in range(int(a.timestamp()), int(b.timestamp()))}
    )


def as_list(found, clock):
    yield ["Full Name", "User Action", "Timestamp"]
    for number, stays in enumerate(found):
        for join, leave in sorted(stays):
            yield [f"Person {chr(65 + number)}", "Joined", clock.format(join)]
            yield [f"Person {chr(65 + number)}", "Left", clock.format(leave)]


def as_summary(found, clock):
    yield ["Nom complet", "Heure d'arrivée", "Heure de départ", "Durée", "E-mail", "Rôle"]
    for number, stays in enumerate(found):
        for join, leave in stays:
            name = f"Family, Person {chr(65 + number)} (Invité)"
            yield [
                name,
                clock.format(join),
                clock.format(leave),
                "1 h",
                f"p{number}@example.org",
                "",
            ]


def as_sections(found, clock):
    yield ["1. Podsumowanie"]
    yield ["Tytuł spotkania", "Top Talent"]
    yield []
    yield ["2. Uczestnicy"]
    yield ["Imię i nazwisko", "Pierwsze dołączenie", "Ostatnie opuszczenie", "Adres e-mail"]
    for number, stays in enumerate(found):
        ends = min(a for a, _ in stays), max(b for _, b in stays)
        yield [f"Person {chr(65 + number)}", *map(clock.format, ends), f"p{number}@example.org"]
    yield []
    yield ["3. Działania"]
    yield ["Imię i nazwisko", "Godzina dołączenia", "Godzina opuszczenia", "Adres e-mail"]
    for number, stays in enumerate(found):
        for stay in stays:
            row = [*map(clock.format, stay), f"p{number}@example.org"]
            yield [f"Person {chr(65 + number)}", *row]


def as_zoom(found, clock):
    yield ["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)"]
    for number, stays in enumerate(found):
        for join, leave in stays:
            name = f"iPhone (Person {chr(65 + number)})"
            yield [name, "", clock.format(join), clock.format(leave), "7"]


@settings(max_examples=120, deadline=None)
@given(
    people, clocks, wrappings, endings, st.sampled_from([as_list, as_summary, as_sections, as_zoom])
)
def test_the_minutes_that_were_written_are_read_back(found, clock, wrapping, ending, form):
    if form is as_list:  # a list cannot tell two devices at once apart
        found = [[stays[0]] for stays in found]
    data = written(form(found, clock), *wrapping, ending)
    report = read_meeting(data, "report.csv", START.date())
    assert [person.seconds for person in report.people] == [union(stays) for stays in found]
    assert not any(person.open for person in report.people)


def mutated(data, chance):
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


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.name[:3])
def test_a_damaged_report_is_read_or_refused_and_never_hangs(path):
    chance, begun = random.Random(path.name), time.monotonic()
    for _ in range(60):
        with contextlib.suppress(FileProblem):
            report = read_meeting(mutated(path.read_bytes(), chance), path.name, None)
            assert all(person.seconds is None or person.seconds >= 0 for person in report.people)
    assert time.monotonic() - begun < 30


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_no_bytes_at_all_bring_more_than_a_refusal(data):
    for prefix in (b"", b"Full Name\tUser Action\tTimestamp\n", b"Name,Join Time,Email\n"):
        with contextlib.suppress(FileProblem):
            read_meeting(prefix + data, "report.csv", None)
