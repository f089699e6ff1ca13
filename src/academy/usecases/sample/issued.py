"""The certificates that the sample academy issued last term: sixteen live, two with a story."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from academy.domain import dates
from academy.domain.certificates import Certificate, CertificateFile, number_of
from academy.domain.cohorts import Place
from academy.domain.words import CertificateKind, CertificateState, PlaceState
from academy.paths import resource
from academy.usecases.issue import frozen
from academy.usecases.sample.assembly import ACADEMY, SIGNATORY, Assembly
from academy.usecases.sample.days import working_from
from academy.usecases.sample.plan import CohortPlan

if TYPE_CHECKING:
    from datetime import date

    from academy.documents.certificate import CertificateFacts, CertificatePrinter

PATTERN: Final = "LA-{year}-{number:04}"
REVOKED: Final = 4
REPLACED: Final = 8
HOURS: Final = 3  # that each session lasts
TEMPLATE: Final = ("Bright 1", 3)  # one of the shipped ones, and the id of its version
OLD_SPELLING: Final = "Ingrid Solburg"


@dataclass(frozen=True)
class _Story:
    """What becomes of a certificate after it was issued."""

    state: CertificateState = CertificateState.ISSUED
    on: date | None = None
    reason: str = ""
    replaces: int | None = None


def issue(assembly: Assembly, plan: CohortPlan, places: Sequence[int]) -> None:
    """Add a cohort's certificates: one was revoked, one replaced when a name was put right."""
    from academy.documents.certificate import CertificatePrinter
    from academy.documents.design import design_for
    from academy.documents.look import DesignName, Look

    look = Look(design=DesignName.BRIGHT)
    log = _Log(assembly, plan, places, CertificatePrinter(design_for(look)))
    stayed = [n for n in range(len(places)) if n != plan.withdrawn]
    for number in stayed:
        state = assembly.rows[Place][places[number] - 1]
        if number != REVOKED:
            state |= {"state": PlaceState.COMPLETED, "completed_on": plan.days[-1]}
        log.certify(places[number], *log.story(number))
    corrected = plan.people[REPLACED].full_name
    story = _Story(replaces=places[REPLACED] - places[0] + 1)
    log.certify(places[REPLACED], corrected, log.issued + timedelta(days=12), story)


class _Log:
    """Numbers certificates, prints them, and adds them with their bytes."""

    def __init__(
        self,
        assembly: Assembly,
        plan: CohortPlan,
        places: Sequence[int],
        printer: CertificatePrinter,
    ) -> None:
        self._assembly = assembly
        self._plan = plan
        self._printer = printer
        self._used: Counter[int] = Counter()  # numbers, by year
        self._attended = {
            place: sum(letter in "PL" for letter in letters)
            for place, letters in zip(places, plan.marks, strict=True)
        }
        self.issued = working_from(plan.days[-1] + timedelta(days=6))

    def story(self, number: int) -> tuple[str, date, _Story]:
        """Return the name, the day and the fate of a participant's first certificate."""
        name = self._plan.people[number].full_name
        if number == REVOKED:
            on = working_from(self.issued + timedelta(days=20))
            reason = "Two marks were put right; the attendance is below the target."
            return name, self.issued, _Story(CertificateState.REVOKED, on, reason)
        if number == REPLACED:
            on = self.issued + timedelta(days=12)
            return OLD_SPELLING, self.issued, _Story(CertificateState.REPLACED, on)
        return name, self.issued, _Story()

    def certify(self, place: int, name: str, on: date, story: _Story) -> None:
        """Add one certificate and its file."""
        self._used[on.year] += 1
        sequence = self._used[on.year]
        facts = self._facts(number_of(PATTERN, on.year, sequence), place, name, on)
        content = self._printer.pdf(facts)
        certificate = self._assembly.add(
            Certificate,
            place_id=place, number=facts.number, year=on.year, sequence=sequence,
            kind=facts.kind, issued_on=on, state=story.state, state_on=story.on,
            reason=story.reason, replaces_id=story.replaces, template=TEMPLATE[0],
            template_version_id=TEMPLATE[1],
            facts=frozen(facts), sha256=hashlib.sha256(content).hexdigest(),
        )  # fmt: skip
        self._assembly.add(CertificateFile, certificate_id=certificate, content=content)

    def _facts(self, number: str, place: int, name: str, on: date) -> CertificateFacts:
        from academy.documents.certificate import CertificateFacts

        signatory, role = SIGNATORY
        return CertificateFacts(
            number=number,
            name=name,
            programme="Empowering Women in a Digital Age",
            cohort="3",
            kind=CertificateKind.COMPLETION,
            dates=dates.span(self._plan.days[0], self._plan.days[-1]),
            issued=dates.plain_day(on),
            issued_on=on,
            academy=ACADEMY,
            hours=str(self._attended[place] * HOURS),
            signatory=signatory,
            role=role,
            signature=resource("sample/signature.png").read_bytes(),
            starts_on=self._plan.days[0],
            ends_on=self._plan.days[-1],
        )
