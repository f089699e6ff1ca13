"""Reading files: a spreadsheet of 10,000 × 12 to a plan ready to look at, a large Teams report.

    python benchmarks/reading.py [how many rows] [how many people in the meeting]

The floor of the spreadsheet is calamine alone, of the report Python's `csv` alone. Plans are made
on an academy with a cohort, as the pages make them; nothing is written.
"""

from __future__ import annotations

import csv
import gc
import sys
import tempfile
from datetime import date, datetime, time, timedelta
from io import StringIO
from pathlib import Path

import python_calamine
import xlsxwriter
from in_turn import milliseconds, tell

from academy.domain.words import Who
from academy.exchange.meetings import MeetingReport, read_meeting
from academy.exchange.tables import read_table
from academy.store.file import in_memory
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.usecases import academy, cohorts, people, programmes, sessions
from academy.usecases.meeting_plan import plan_meeting
from academy.usecases.people_plan import PeopleRequest, plan_people

TODAY = date(2026, 11, 26)
HEADERS = (
    "Full name", "Email address", "Phone", "Job title", "Directorate", "Grade", "Line manager",
    "Diet", "Access needs", "Heard of us", "Comments", "Submitted",
)  # fmt: skip
GIVEN = ("Siân", "Noor", "Łukasz", "Zoë", "Sam", "Aoife", "Imran", "Carys", "Joy", "Petra")
FAMILY = ("Hughes", "Ahmed", "Żółć", "O’Brien", "Byrne", "Shah", "Pugh", "Adeyemi", "Novak", "Lee")


def name_of(number: int) -> str:
    """Return a name that nobody else has."""
    letters = "".join("abcdefghij"[int(digit)] for digit in f"{number:05}")
    return f"{GIVEN[number % 10]} {FAMILY[number // 10 % 10]}-{letters.capitalize()}"


def spreadsheet(path: Path, rows: int) -> Path:
    """Write a list of people as a form gives it."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Responses")
    sheet.write_row(0, 0, HEADERS)
    for row in range(1, rows + 1):
        cells = [name_of(row), f"person.{row}@council.example", f"01622 {row:06}", "Team leader"]
        cells += ["Adult services", "PO4", "Dana Price", "None", "", "A colleague", f"Row {row}"]
        sheet.write_row(row, 0, [*cells, "2026-11-02 10:15"])
    book.close()
    return path


def an_academy() -> tuple[Store, int]:
    """Return an academy in memory with a cohort of 24 and the id of its session today."""
    store, gesture = in_memory(Who("Dana Price")), Gesture("change_settings")
    store.write(gesture, academy.name_academy, "Benchmark")
    draft = programmes.ProgrammeDraft(name="Top Talent")
    programme = store.write(gesture, programmes.save_programme, draft, TODAY)
    taken = cohorts.CohortDraft(programme_id=programme, name="Top Talent 1")
    cohort = store.write(gesture, cohorts.save_cohort, taken)
    known = [people.PersonDraft(full_name=name_of(n * 7), email=f"person.{n * 7}@council.example")
             for n in range(24)]  # fmt: skip
    ids = [store.write(gesture, people.save_person, person) for person in known]
    store.write(gesture, cohorts.enrol, cohort, ids, TODAY)
    held = sessions.SessionDraft(cohort_id=cohort, title="Leading change", held_on=TODAY,
                                 starts=time(9, 30), ends=time(12, 30))  # fmt: skip
    return store, store.write(gesture, sessions.save_session, held)


def report(size: int, first: int = 0) -> bytes:
    """Return a Teams report of so many people from a number on; each left and came back."""
    lines = [["1. Summary"], ["Meeting title", "Leading change"],
             ["Attended participants", str(size)], ["Start time", "11/26/26, 9:20:00 AM"],
             ["End time", "11/26/26, 12:40:00 PM"], [], ["2. Participants"],
             ["Name", "First join", "Last leave", "In-meeting duration", "Email",
              "Participant ID (UPN)", "Role"]]  # fmt: skip
    stays: list[list[str]] = []
    for number in range(first, first + size):
        shown, email = name_of(number), f"person.{number}@council.example"
        joined = datetime.combine(TODAY, time(9, 25)) + timedelta(seconds=number)
        hours = [joined + timedelta(minutes=minutes) for minutes in (0, 60, 75, 190)]
        said = [f"{at:%m/%d/%y}, {at:%I:%M:%S %p}" for at in hours]
        lines.append([shown, said[0], said[3], "2h 55m", email, email, "Attendee"])
        stays += [[shown, *said[:2], "1h", email, "Attendee"],
                  [shown, *said[2:], "1h 55m", email, "Attendee"]]  # fmt: skip
    lines += [[], ["3. In-meeting activities"],
              ["Name", "Join time", "Leave time", "Duration", "Email", "Role"], *stays]  # fmt: skip
    return "\r\n".join("\t".join(line) for line in lines).encode("utf-16")


def main(rows: int, size: int) -> None:
    """Read both in turn with their floors."""
    store, session = an_academy()
    gc.collect()
    gc.freeze()  # as the program does once it has started, so that its own objects are left alone
    with tempfile.TemporaryDirectory() as name:
        path = spreadsheet(Path(name) / "people.xlsx", rows)
        ways = {
            "calamine alone": lambda: (
                python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()
            ),
            "read_table()": lambda: read_table(path),
            "plan ready": lambda: store.read(plan_people, PeopleRequest(read_table(path))),
        }
        took = milliseconds(ways, rounds=5)
    tell(f"A spreadsheet of {rows:,} × {len(HEADERS)}", took, {"plan ready": 3})
    meetings(store, session, size)


def meetings(store: Store, session: int, size: int) -> None:
    """Read reports and plan from them: another one each time, so that nothing is known before."""
    reports = iter([report(size, number * size) for number in range(3 * 6)])

    def read() -> MeetingReport:
        return read_meeting(next(reports), "Attendance.csv", TODAY)

    ways = {
        "csv alone": lambda: list(
            csv.reader(StringIO(next(reports).decode("utf-16")), delimiter="\t")
        ),
        "read_meeting()": read,
        "plan ready": lambda: store.read(plan_meeting, read(), session),
    }
    tell(f"A Teams report of {size:,} people, {2 * size:,} stays", milliseconds(ways, 5), {})


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*given, *(10_000, 1_000)[len(given) :])
