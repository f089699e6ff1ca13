"""Importing mentors or mentees: as a list of people, with what they offer or wish for."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from academy.exchange.tables import Table
from academy.ui.kit.desk import Outcome
from academy.ui.kit.page import Crumb, room_of
from academy.ui.screens import import_words
from academy.ui.screens.import_frame import EMPTY, FrameWords
from academy.ui.screens.import_people import ImportPeopleScreen
from academy.usecases.mentoring_import import import_mentoring, mentoring_gesture
from academy.usecases.mentoring_plan import (
    SHOWN_FIELDS,
    MentoringPlan,
    MentoringRequest,
    Side,
    plan_mentoring,
)
from academy.usecases.people_import import ImportResult
from academy.usecases.people_plan import PeoplePlan


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("ImportMentoring", words, None, n)


PERSON = tuple(field for field in import_words.FIELDS if field not in import_words.IGNORED)


class ImportMentorsScreen(ImportPeopleScreen):
    """Mentors over all programmes. Address: mentoring/import."""

    watches = ImportPeopleScreen.watches | {"mentors", "mentee_profiles", "academy"}
    side: ClassVar[Side] = "mentors"
    fields: ClassVar[tuple[str, ...]] = (*PERSON, *SHOWN_FIELDS["mentors"])

    def frame_words(self) -> FrameWords:
        """Return what the page says of its file before there is one."""
        sentence = _tr(
            "Names, what they offer, themes, grades and days are taken. Answers about equality "
            "are left out. Nothing is written before you import."
        )
        heading, go_on = _tr("Drop a list of mentors here"), _tr("Import mentors")
        return FrameWords(heading, sentence, go_on, _tr("Spreadsheets"), go_on)

    def request_of(self, table: Table) -> MentoringRequest:
        """Return what is asked of a list."""
        return MentoringRequest(table, self.cohort_id or None, side=self.side)

    def planned(self) -> PeoplePlan:
        """Return what the request would do."""
        return self.desk.read(plan_mentoring, self.request)

    def ran(self, plan: PeoplePlan) -> Outcome[ImportResult]:
        """Run a plan as one gesture."""
        assert isinstance(plan, MentoringPlan)
        return self.desk.do(mentoring_gesture(plan), import_mentoring, plan, self.desk.today())

    def say_more(self, plan: PeoplePlan) -> None:
        """Say which columns are never taken, what was not understood, who is on both sides."""
        assert isinstance(plan, MentoringPlan)
        told = []
        if plan.never_taken:
            words = _tr("Left out, because they hold answers about equality or health: {columns}.")
            told.append(words.format(columns=", ".join(plan.never_taken)))
        if plan.unread:
            row, header, text = plan.unread[0]
            words = _tr("Not understood and left out: ‘{text}’ ({header}, row {row})")
            more = _tr(", and {n} more").format(n=len(plan.unread) - 1) if plan.unread[1:] else ""
            told.append(words.format(text=text, header=header, row=row) + more + ".")
        if plan.both:
            told.append(self.both_words(plan.both))
        if told:
            self.message.say(" ".join(told), "info")
        else:
            self.message.clear()

    def go_on_words(self, many: int) -> str:
        """Return what the button does."""
        return _tr("Import %n mentor(s)", many)

    def both_words(self, many: int) -> str:
        """Return what to do for those who are mentors and mentees."""
        return _tr(
            "On both sides, %n person(s): bring the list in as mentees of a cohort too.", many
        )

    def leave(self) -> None:
        """Go to the bench."""
        self.show_page(EMPTY)
        self.asked.emit("mentoring/mentors")

    def name_page(self) -> None:
        """Name the way back and the list."""
        super().name_page()
        if not self.cohort_id:
            home = Crumb(_tr("Mentoring"), "mentoring")
            self.head.set_crumbs([home, Crumb(_tr("Mentors"), "mentoring/mentors")])

    def title(self) -> str:
        """Return “Import mentors”."""
        return _tr("Import mentors")


class ImportMenteesScreen(ImportMentorsScreen):
    """Mentees of a cohort, who get a place there. Address: cohort/8/import-mentees."""

    side: ClassVar[Side] = "mentees"
    fields: ClassVar[tuple[str, ...]] = (*PERSON, *SHOWN_FIELDS["mentees"])

    def frame_words(self) -> FrameWords:
        """Return what the page says of its file before there is one."""
        sentence = _tr(
            "Who has no place in this cohort yet gets one. Answers about equality are left out; "
            "a wish about the mentor is taken only where the mentee stated it as one."
        )
        heading, go_on = _tr("Drop a list of mentees here"), _tr("Import mentees")
        return FrameWords(heading, sentence, go_on, _tr("Spreadsheets"), go_on)

    def go_on_words(self, many: int) -> str:
        """Return what the button does."""
        return _tr("Import %n mentee(s)", many)

    def both_words(self, many: int) -> str:
        """Return what to do for those who are mentors and mentees."""
        return _tr("On both sides, %n person(s): bring the list in as mentors too.", many)

    def leave(self) -> None:
        """Go to the mentoring of the cohort."""
        cohort_id = self.cohort_id
        self.show_page(EMPTY)
        self.asked.emit(f"cohort/{cohort_id}/mentoring")

    def title(self) -> str:
        """Return “Import mentees into Top Talent 8”."""
        if not self._cohort or room_of(self) < 720:
            return _tr("Import mentees")
        return _tr("Import mentees into {cohort}").format(cohort=self._cohort)
