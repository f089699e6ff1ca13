"""A cohort of four with a session today, and meeting reports of it."""

from __future__ import annotations

from dataclasses import replace

from academy.domain.words import Letter
from academy.exchange.meetings import MeetingReport, read_meeting
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.usecases import attendance, people, register
from academy.usecases.attendance import MarkDraft
from academy.usecases.meeting_import import apply_meeting, meeting_gesture
from academy.usecases.meeting_plan import MeetingPlan, plan_meeting
from academy.usecases.meeting_rows import MeetingChoices, MeetingRow
from builders import TODAY, APlace, a_cohort, a_session, an_academy, enrolled

NAMES = ("Noor Ahmed", "Aoife Byrne", "Siân Hughes", "Tola Adeyemi")
DAY = "26/11/2026"


def teams(*rows: str, title: str = "Leading change", day: str = DAY) -> MeetingReport:
    """A report from rows like “Noor Ahmed 9:26 12:31 n.ahmed@kent.example”."""
    lines = [f"Meeting title\t{title}", "", "Name\tJoin time\tLeave time\tDuration\tEmail"]
    for row in rows:
        name, joined, left, email = (*row.split("|"), "")[:4]
        moments = [f"{day}, {at}:00" if at else "" for at in (joined, left)]
        lines.append("\t".join([name, *moments, "", email]))
    return read_meeting("\r\n".join(lines).encode("utf-16"), "report.csv", None)


def totals(*rows: str) -> MeetingReport:
    """A Zoom report of total minutes only, from rows like “Noor Ahmed|148”."""
    lines = ["Name (Original Name),User Email,Total Duration (Minutes),Guest"]
    lines += [f"{name},,{minutes},Yes" for name, minutes in (row.split("|") for row in rows)]
    return read_meeting("\n".join(lines).encode(), "participants.csv", TODAY)


class Room:
    """A cohort of four with a session today, 9:30am to 12:30pm."""

    def __init__(self, names: tuple[str, ...] = NAMES) -> None:
        self.store: Store = an_academy()
        self.cohort = a_cohort(self.store, name="Top Talent 7")
        self.session = a_session(self.store, self.cohort.id)
        self.places: list[APlace] = enrolled(self.store, self.cohort, names)

    def plan(self, report: MeetingReport, **choices: object) -> MeetingPlan:
        return self.store.read(
            plan_meeting,
            report,
            self.session,
            MeetingChoices(**choices),  # type: ignore[arg-type]
        )

    def apply(self, report: MeetingReport, **choices: object) -> int:
        plan = self.plan(report, **choices)
        return self.store.write(meeting_gesture(plan), apply_meeting, plan, TODAY)

    def row(self, plan: MeetingPlan, person: int) -> MeetingRow:
        return next(row for row in plan.rows if row.place_id == self.places[person].id)

    def mark(self, person: int, letter: Letter | None) -> None:
        draft = MarkDraft(self.session, self.places[person].id, letter)
        self.store.write(Gesture("mark_several", {"n": 1}), attendance.mark, [draft], TODAY)

    def marks(self) -> str:
        """The letters of the session in the order of the people, blank as a space."""
        found = self.store.read(register.register, self.cohort.id, TODAY)
        column = [s.id for s in found.sessions].index(self.session)
        by_place = {row.place_id: row.marks[column] for row in found.rows}
        self.sources = [by_place[place.id].source for place in self.places]
        return "".join(by_place[place.id].letter or " " for place in self.places)

    def with_email(self, person: int, email: str) -> None:
        draft = self.store.read(people.person, self.places[person].person_id)
        self.store.write(Gesture("change_person"), people.save_person, replace(draft, email=email))
