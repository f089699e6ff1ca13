"""What the issue page knows: who is ticked, day and signature, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from academy.domain import dates
from academy.domain.words import CertificateState, RuleBroken
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.screens.issue_list import Candidate
from academy.ui.screens.signing import signing_kid
from academy.usecases.certificate_files import layout_problems
from academy.usecases.completion import CompletionRow, completion
from academy.usecases.issue_plan import (
    IssueChoice,
    IssuePlan,
    IssueProblem,
    PlannedCertificate,
    certificate_plan,
)
from academy.usecases.issue_template import IssueTemplate

TOLD = frozenset({"letters_missing", "name_smaller", "text_too_small", "claim_of_others"})
"""What the checks say in words of their own."""

SIGNING = frozenset({"signatory_missing", "signature_missing"})


@dataclass(frozen=True)
class Check:
    """A line of the checks: good, warning or bad (in the way), its sentence, whose it is."""

    kind: str
    words: str
    place_id: int = 0


class IssueReview(QObject):
    """The choice under review. `read` reads the academy anew; nothing here changes it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.plan: IssuePlan | None = None
        self.rows: dict[int, CompletionRow] = {}
        self.candidates: list[Candidate] = []
        self.day_problem = ""
        self._layout: list[IssueProblem] = []
        self._names: dict[int, str] = {}
        self.open(0)

    def open(self, cohort_id: int) -> None:
        """Begin anew with a cohort: whoever is due is ticked."""
        self.cohort_id = cohort_id
        self.issued_on: date = self._desk.today()
        self.signatory_id: int | None = None
        self.by_hand = False
        self.reasons: dict[int, str] = {}
        self.kid = ""
        self.template_id = 0
        self._left_out: set[int] = set()
        self._given: set[int] = set()  # not due, but ticked with a reason
        self.day_problem = ""

    @property
    def template(self) -> IssueTemplate:
        """What the certificates are planned with."""
        return self.plan.template if self.plan is not None else IssueTemplate()

    # ---- ticks ---------------------------------------------------------------------------------

    @property
    def ticked(self) -> list[int]:
        """The place ids of those who get a certificate, in the order of their names."""
        return [row.place_id for row in self.rows.values() if self._is_ticked(row)]

    def _is_ticked(self, row: CompletionRow) -> bool:
        return row.place_id not in self._left_out if row.due else row.place_id in self._given

    def needs_reason(self, place_id: int) -> bool:
        """Whether ticking somebody asks for a reason first."""
        row = self.rows[place_id]
        return not row.due and not self._is_ticked(row)

    def untick(self, place_id: int) -> None:
        """Leave somebody out."""
        self._left_out.add(place_id)
        self._given.discard(place_id)

    def tick(self, place_id: int, reason: str = "") -> None:
        """Take somebody in; with a reason if no certificate is due."""
        self._left_out.discard(place_id)
        if not self.rows[place_id].due:
            self._given.add(place_id)
            self.reasons[place_id] = reason

    def toggle_due(self) -> None:
        """Tick all who are due; if all of them are, tick nobody."""
        due = {row.place_id for row in self.rows.values() if row.due}
        if due & self._left_out or not due:
            self._left_out.clear()
        else:
            self._left_out = due
            self._given.clear()

    # ---- reading -------------------------------------------------------------------------------

    def read(self) -> None:
        """Read who can get a certificate, and plan those of the ticked ones."""
        self.kid = signing_kid(self._desk)
        found = self._desk.read(completion, self.cohort_id, self._desk.now())
        live = {row.place_id for row in found if row.certificate_state is CertificateState.ISSUED}
        self.rows = {row.place_id: row for row in found if row.place_id not in live}
        everybody = self._planned(tuple(self.rows))
        self._names = {one.place_id: one.facts.name for one in everybody.certificates}
        self._layout = layout_problems(everybody)
        self.refresh()

    def refresh(self) -> None:
        """Plan anew after a tick, a day or a signatory changed."""
        self.plan = self._planned(tuple(self.ticked))
        people = [self._candidate(row) for row in self.rows.values()]
        order = {"bad": 1, "warning": 0, "info": 1, "": 2}
        blocked = {problem.place_id for problem in self._layout if problem.blocks}
        people.sort(key=lambda p: (p.place_id not in blocked, order[p.kind]))
        self.candidates = people

    def _planned(self, place_ids: tuple[int, ...]) -> IssuePlan:
        choice = IssueChoice(
            self.cohort_id,
            place_ids,
            self.issued_on,
            self.signatory_id,
            self.by_hand,
            tuple(sorted((p, self.reasons[p]) for p in self._given if p in place_ids)),
            kid=self.kid,
            template_id=self.template_id,
        )
        return self._desk.read(certificate_plan, choice, self._desk.now())

    def _candidate(self, row: CompletionRow) -> Candidate:
        place, ticked = row.place_id, self._is_ticked(row)
        kind, why = "", ""
        if letters := self._found("letters_missing", place):
            kind, why = "bad", self.tr("this font cannot show {letters}").format(letters=letters)
        elif not row.due:
            kind = "info" if ticked else "bad"
            words = self.reasons[place] if ticked else self._short_of(row)
            why = self.tr("not due: {why}").format(why=words)
        elif self._is_smaller(place):
            kind, why = "warning", self.tr("name made smaller")
        elif row.completed_on is not None:
            why = self.tr("completed {day}").format(day=dates.tiny_day(row.completed_on))
        return Candidate(place, row.name, why, kind, ticked)

    def _found(self, key: str, place_id: int) -> str:
        """Return what is wrong with somebody's page, such as the letters that no font has."""
        return "".join(
            str(dict(problem.facts).get("what", ""))
            for problem in self._layout
            if problem.key == key and problem.place_id == place_id
        )

    def _is_smaller(self, place_id: int) -> bool:
        small = ("name_smaller", "text_too_small")
        return any(p.key in small and p.place_id == place_id for p in self._layout)

    def _short_of(self, row: CompletionRow) -> str:
        short = [labels.outcome(outcome) for outcome in row.outcomes if not outcome.met]
        return ", ".join(short) if short else self.tr("sessions to come")

    def certificate_of(self, place_id: int) -> PlannedCertificate | None:
        """Return the certificate of somebody as it would be printed, ticked or not."""
        known = self.plan.certificates if self.plan is not None else ()
        if place_id not in self.ticked and place_id in self.rows:
            known = self._planned((place_id,)).certificates
        return next((planned for planned in known if planned.place_id == place_id), None)

    def status(self, place_id: int) -> str:
        """Return a line about somebody, for the status bar."""
        found = [one for one in self.candidates if one.place_id == place_id]
        return f"{found[0].name} · {found[0].why}" if found else ""

    # ---- checks --------------------------------------------------------------------------------

    def checks(self) -> list[Check]:
        """Return what was looked at, what is in the way first."""
        found = [
            *self._letters(), *self._signing(), *self._day(), *self._smaller(), *self._claims(),
            *self._of_the_page(), self._signed(),
        ]  # fmt: skip
        return sorted(found, key=lambda check: check.kind != "bad")

    @property
    def blocked(self) -> list[Check]:
        """What must be mended before anything can be issued."""
        return [check for check in self.checks() if check.kind == "bad"]

    def _letters(self) -> list[Check]:
        found = []
        for place in self.ticked:
            if letters := self._found("letters_missing", place):
                words = self.tr("{name}: this font cannot show {letters}. Change the name on the "
                                "certificate, or leave this one out.")  # fmt: skip
                shown = words.format(name=self._names[place], letters=letters)
                found.append(Check("bad", shown, place))
        return found or [Check("good", self.tr("All names can be printed"))]

    def _signing(self) -> list[Check]:
        wrong = [problem for problem in self._problems() if problem.key in SIGNING]
        drawn = [p for p in self._layout if p.key.startswith("picture_") and not self.by_hand]
        if wrong or drawn:
            return [Check("bad", _sentence(problem)) for problem in (wrong or drawn)[:1]]
        if self.by_hand:
            return [Check("good", self.tr("Room for a signature by hand"))]
        return [Check("good", self.tr("Signature present"))]

    def _day(self) -> list[Check]:
        if self.day_problem:
            return [Check("bad", self.day_problem)]
        known = SIGNING | {"nobody_chosen"}
        other = [problem for problem in self._problems() if problem.key not in known]
        return [Check("bad", _sentence(p), p.place_id or 0) for p in other]

    def _smaller(self) -> list[Check]:
        small = [p for p in self.ticked if self._is_smaller(p)]
        if not small:
            return []
        words = self.tr("%n name(s) made smaller", "", len(small))
        if len(small) == 1:
            words = f"{words}: {self._names[small[0]]}"
        return [Check("warning", words, small[0])]

    def _of_the_page(self) -> list[Check]:
        """Tell what else is wrong with the pages, each thing once."""
        found: dict[str, Check] = {}
        for problem in self._layout:
            signature = problem.key.startswith("picture_") and not self.by_hand
            if problem.key in TOLD or signature or problem.place_id not in self.ticked:
                continue
            words, kind = _sentence(problem), "bad" if problem.blocks else "warning"
            found.setdefault(words, Check(kind, words, problem.place_id))
        return list(found.values())

    def _claims(self) -> list[Check]:
        """Tell words that only a body outside the academy can grant, and who granted them."""
        said = {str(dict(p.facts)["what"]): p for p in self._layout if p.key == "claim_of_others"}
        if said:
            words = self.tr("“{words}”: the programme has no accreditation on this day")
            return [Check("warning", words.format(words="”, “".join(said)))]
        accredited = self.plan.accredited if self.plan is not None else ""
        words = self.tr("Accredited: {body}")
        return [Check("good", words.format(body=accredited))] if accredited else []

    def _signed(self) -> Check:
        if self.kid:
            return Check("good", self.tr("Signed: anybody can check them"))
        return Check("warning", self.tr("Not signed: nobody can check them without asking you"))

    def _problems(self) -> tuple[IssueProblem, ...]:
        return self.plan.problems if self.plan is not None else ()

    # ---- numbers -------------------------------------------------------------------------------

    def numbers_sentence(self) -> str:
        """Return which numbers will be used: “Numbers LA-2026-0211 to 0228 will be used …”."""
        planned = self.plan.certificates if self.plan is not None else ()
        if not planned:
            return self.tr("Tick whoever gets a certificate.")
        first, last = numbers_of([one.facts.number for one in planned])
        bold = "<b style='font-weight:600'>{}</b>"
        if not last:
            words = self.tr("Number {number} will be used and cannot be reused.")
            return words.format(number=bold.format(first))
        words = self.tr("Numbers {numbers} will be used and cannot be reused.")
        span = self.tr("{first} to {last}").format(first=first, last=last)
        return words.format(numbers=bold.format(span))

    def with_day(self, day: date) -> None:
        """Take another day of issue."""
        self.issued_on, self.day_problem = day, ""
        self.refresh()


def numbers_of(numbers: list[str]) -> tuple[str, str]:
    """Return the first of several numbers and the last digits of the last one."""
    first, last = numbers[0], numbers[-1]
    return first, "" if first == last else last[len(last.rstrip("0123456789")) :] or last


def _sentence(problem: IssueProblem) -> str:
    return labels.rule(RuleBroken(problem.key, **dict(problem.facts)))
