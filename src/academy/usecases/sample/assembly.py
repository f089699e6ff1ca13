"""The rows of the sample academy, parents before children, as `Store.fill` wants them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from itertools import count
from typing import Any, Final

from academy.domain.academy import Academy, Signatory
from academy.domain.attendance import Mark
from academy.domain.base import Entity
from academy.domain.cohorts import Cohort, Place, RequirementMet
from academy.domain.councils import councils
from academy.domain.mentoring import MenteeProfile, MentoringGoal, MentoringMeeting, MentoringPair
from academy.domain.organisations import Organisation
from academy.domain.people import Mentor, Person
from academy.domain.programmes import CompletionRules, CurriculumItem, Programme, Requirement
from academy.domain.sessions import SessionFacilitator, TrainingSession
from academy.domain.templates import CertificateTemplate, TemplateVersion, shipped_rows
from academy.domain.words import Letter, MeetingFormat, PairState, PlaceState, SessionFormat
from academy.paths import resource
from academy.usecases.sample import bench
from academy.usecases.sample.cast import COUNCILS, MENTORS, Somebody
from academy.usecases.sample.plan import TITLES, TOP_TALENT, WOMEN, CohortPlan, PairPlan

Rows = list[dict[str, Any]]
ACADEMY: Final = "Sample Leadership Academy"
SIGNATORY: Final = ("Dana Price", "Director of the academy")
EMAIL: Final = "academy@sample.example"
FACILITATORS: Final = ("Dana Price", "Idris Bevan")
ENDED: Final = "The programme finished"


class Assembly:
    """Gathers rows under their entities and gives out ids."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.rows: dict[type[Entity], Rows] = {}
        self._ids: dict[type[Entity], count[int]] = {}
        self._mentors: list[int] = []
        self._facilitators: list[int] = []

    def add(self, entity: type[Entity], **values: Any) -> int:
        """Add a row and return its id."""
        row_id = next(self._ids.setdefault(entity, count(1)))
        self.rows.setdefault(entity, []).append({"id": row_id, **values})
        return row_id

    def house(self) -> None:
        """Add the academy, who signs, the councils, the programmes, the mentors."""
        self.add(Academy, name=ACADEMY, issuer=ACADEMY, email=EMAIL, sample_day=self.today)
        name, role = SIGNATORY
        picture = resource("sample/signature.png").read_bytes()
        self.add(Signatory, name=name, role=role, picture=picture)
        self.rows[CertificateTemplate], self.rows[TemplateVersion] = shipped_rows()
        for code in COUNCILS:
            council = councils()[code]
            self.add(
                Organisation,
                name=council.official_name, code=code, kind=council.kind, region=council.region,
            )  # fmt: skip
        self._programmes()
        self._mentors = [self._person(mentor) for mentor in MENTORS]
        self._facilitators = [
            self._person(Somebody(name, name.split(" ")[-1], COUNCILS[0], "Facilitator"))
            for name in FACILITATORS
        ]

    def _programmes(self) -> None:
        since = self.today - timedelta(days=700)
        for programme, name, short, percent, meetings, requirement in (
            (TOP_TALENT, "Top Talent", "Top Talent", 80, 4, "Challenge project"),
            (WOMEN, "Empowering Women in a Digital Age", "Empowering Women", 75, 2, "Career plan"),
        ):
            self.add(Programme, name=name, short_name=short)
            self.add(
                CompletionRules,
                programme_id=programme, version=1, since=since, attendance_percent=percent,
                required_sessions=True, mentoring_meetings=meetings,
            )  # fmt: skip
            self.add(Requirement, rules_id=programme, name=requirement)
            self._curriculum(programme)

    def _curriculum(self, programme: int) -> None:
        titles = TITLES[programme]
        required = len(titles) - 1 if programme == TOP_TALENT else 0
        for position, title in enumerate(titles):
            self.add(
                CurriculumItem,
                programme_id=programme, position=position, title=title, minutes=180,
                weeks_after=4 if programme == TOP_TALENT else 2, required=position == required,
            )  # fmt: skip

    def _person(self, somebody: Somebody) -> int:
        printed = {"Siân Hughes": "Siân Ŵyn Hughes"}.get(somebody.full_name, "")
        return self.add(
            Person,
            full_name=somebody.full_name, family_name=somebody.family_name,
            name_on_certificate=printed, email=somebody.email, job_title=somebody.job_title,
            organisation_id=COUNCILS.index(somebody.council) + 1,
        )  # fmt: skip

    def cohort(self, plan: CohortPlan) -> list[int]:
        """Add a cohort with everything in it; return the ids of its places."""
        cohort = self.add(
            Cohort,
            programme_id=plan.programme, rules_id=plan.programme, name=plan.name, capacity=24,
            state=plan.state, apply_by=plan.apply_by,
        )  # fmt: skip
        people = [self._person(somebody) for somebody in plan.people]
        places = [self._place(plan, cohort, n, person) for n, person in enumerate(people)]
        sessions = [self._session(plan, cohort, n) for n in range(len(plan.days))]
        self._marks(plan, sessions, places)
        for pair in plan.pairs:
            self._pair(cohort, people[pair.mentee], pair)
        return places

    def _place(self, plan: CohortPlan, cohort: int, number: int, person: int) -> int:
        first = plan.days[0] if plan.days else self.today
        left = number == plan.withdrawn
        place = self.add(
            Place,
            cohort_id=cohort, person_id=person,
            state=PlaceState.WITHDRAWN if left else PlaceState.ENROLLED,
            enrolled_on=min(first - timedelta(days=30 - number % 9), self.today),
            withdrawn_on=plan.days[3] + timedelta(days=2) if left else None, completed_on=None,
        )  # fmt: skip
        if wishes := bench.wish(place):
            self.add(MenteeProfile, place_id=place, **wishes)
        if plan.met_requirement and not left:
            self.add(
                RequirementMet,
                place_id=place, requirement_id=plan.programme, met_on=plan.days[-1],
            )  # fmt: skip
        return place

    def _session(self, plan: CohortPlan, cohort: int, number: int) -> int:
        here = plan.programme == TOP_TALENT
        session = self.add(
            TrainingSession,
            cohort_id=cohort, title=TITLES[plan.programme][number], held_on=plan.days[number],
            starts=plan.starts, ends=time(plan.starts.hour + 3, plan.starts.minute),
            room="Oakwood House" if here else "",
            link="" if here else f"https://meetings.example/women-{cohort}",
            format=SessionFormat.IN_PERSON if here else SessionFormat.ONLINE,
            required=number == (len(plan.days) - 1 if here else 0),
            uid=f"sample-{cohort}-{number + 1}",
        )  # fmt: skip
        leads = self._facilitators[number % 2]
        self.add(SessionFacilitator, session_id=session, person_id=leads)
        return session

    def _marks(self, plan: CohortPlan, sessions: Sequence[int], places: Sequence[int]) -> None:
        for place, letters in zip(places, plan.marks, strict=True):
            for session, letter in zip(sessions, letters, strict=True):
                if letter != "-":
                    self.add(Mark, session_id=session, place_id=place, letter=Letter(letter))

    def _pair(self, cohort: int, mentee: int, plan: PairPlan) -> None:
        ended = plan.ended_on is not None
        pair = self.add(
            MentoringPair,
            cohort_id=cohort, mentee_id=mentee, mentor_id=self._mentors[plan.mentor],
            state=PairState.ENDED if ended else PairState.ACTIVE, began_on=plan.began_on,
            ended_on=plan.ended_on, end_reason=ENDED if ended else "",
        )  # fmt: skip
        formats = tuple(MeetingFormat)
        for number, day in enumerate(plan.met):
            self.add(
                MentoringMeeting,
                pair_id=pair, held_on=day, minutes=(45, 60, 30)[(pair + number) % 3],
                format=formats[(pair + number) % len(formats)],
            )  # fmt: skip
        for goal in bench.goals(pair, plan.met):
            self.add(MentoringGoal, pair_id=pair, **goal)

    def mentors(self) -> None:
        """Add what the mentors offer: two of them are full, the others could take one more."""
        load = dict.fromkeys(self._mentors, 0)
        for pair in self.rows[MentoringPair]:
            load[pair["mentor_id"]] += pair["state"] is PairState.ACTIVE
        for number, (person, active) in enumerate(load.items()):
            full = number in (0, 4)
            self.add(
                Mentor,
                person_id=person, capacity=max(1, active if full else active + 1),
                **bench.offer(number, self.today),
            )  # fmt: skip
        graduate = next(p for p in self.rows[Place] if p["state"] is PlaceState.COMPLETED)
        alumna = bench.offer(len(load), self.today)
        self.add(Mentor, person_id=graduate["person_id"], capacity=2, **alumna)

    def in_order(self) -> Iterable[tuple[type[Entity], Rows]]:
        """Return the rows with parents before children."""
        order = {table.name: n for n, table in enumerate(Entity.metadata.sorted_tables)}
        return sorted(self.rows.items(), key=lambda item: order[item[0].__tablename__])
