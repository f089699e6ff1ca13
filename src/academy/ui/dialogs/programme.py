"""Asks for a programme and what completing it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.domain.words import CertificateKind
from academy.ui.dialogs.accreditations import accreditations_text, read_accreditations
from academy.ui.dialogs.curriculum import curriculum_text, read_curriculum
from academy.ui.kit import labels
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.usecases.programmes import ProgrammeDraft, RulesDraft


class ProgrammeDialog(FormDialog):
    """A programme as a draft, its completion rules in the same form."""

    def __init__(self, parent: QWidget | None, draft: ProgrammeDraft, today: date) -> None:
        form = Form()
        fresh = not draft.id
        title = self.tr("New programme") if fresh else self.tr("Edit programme")
        save = self.tr("Add programme") if fresh else self.tr("Save programme")
        super().__init__(parent, title, save, form)
        self.draft, self._today = draft, today
        self._ask_names(form, draft)
        self._ask_rules(form, draft)
        self._ask_curriculum(form, draft)
        self._ask_accreditations(form, draft)

    def _ask_names(self, form: Form, draft: ProgrammeDraft) -> None:
        missing = self.tr("Enter the name of the programme")
        form.text("name", self.tr("&Name"), draft.name, missing=missing)
        hint = self.tr("For lists and tabs, like Empowering Women")
        form.text("short_name", self.tr("&Short name (optional)"), draft.short_name, hint=hint)
        words = self.tr("&Description (optional)")
        form.text("description", words, draft.description, lines=2)

    def _ask_rules(self, form: Form, draft: ProgrammeDraft) -> None:
        rules = draft.rules
        form.section(self.tr("To complete the programme"), self._about_versions())
        percent = "" if rules.attendance_percent is None else str(rules.attendance_percent)
        form.text(
            "attendance",
            self.tr("Attendance of at least, in &per cent (optional)"),
            percent,
            hint=self.tr("Present and late, of the sessions a person was marked in"),
            check=self._check_percent,
            width=100,
        )
        words = self.tr("Someone late counts as &half")
        form.tick("late_half", words, on=draft.late_counts_half)
        words = self.tr("Attend every session marked as &required")
        form.tick("required_sessions", words, on=rules.required_sessions)
        form.text(
            "meetings",
            self.tr("&Mentoring meetings of at least (optional)"),
            str(rules.mentoring_meetings or ""),
            check=self._check_number,
            width=100,
        )
        form.text(
            "requirements",
            self.tr("&Others, one a line (optional)"),
            "\n".join(rules.requirements),
            hint=self.tr("Such as a challenge project; you tick them off for each person"),
            lines=3,
        )
        kinds = [(labels.word(kind), kind) for kind in CertificateKind]
        form.choose("certificate", self.tr("&Certificate"), kinds, rules.certificate)

    def _ask_curriculum(self, form: Form, draft: ProgrammeDraft) -> None:
        note = self.tr("A new cohort’s sessions can follow it.")
        form.section(self.tr("Curriculum"), note)
        hint = self.tr(
            "One a line: title; length; weeks after the one before; required. "
            "Like: Leading change; 3h; 4 weeks; required"
        )
        form.text(
            "curriculum",
            self.tr("Sess&ions, one a line (optional)"),
            curriculum_text(draft.curriculum),
            check=self._check_curriculum,
            hint=hint,
            lines=4,
        )

    def _ask_accreditations(self, form: Form, draft: ProgrammeDraft) -> None:
        note = self.tr("While one is valid, certificates may say “accredited”.")
        form.section(self.tr("Accreditation"), note)
        hint = self.tr(
            "One a line: body; its number; first day; last day. "
            "Like: CPD Certification Service; A123; 1 Jan 2026; 31 Dec 2027"
        )
        form.text(
            "accreditations",
            self.tr("&Granted by, one a line (optional)"),
            accreditations_text(draft.accreditations),
            check=self._check_accreditations,
            hint=hint,
            lines=2,
        )

    def _check_accreditations(self, text: str) -> str:
        _, unread = read_accreditations(text, self._today)
        line = self.tr("‘{text}’ (line {n})")
        shown = ", ".join(line.format(text=words, n=n) for n, words in unread[:6])
        words = self.tr("Write body; number; first day; last day, not {what}")
        return words.format(what=shown) if unread else ""

    def _check_curriculum(self, text: str) -> str:
        _, unread = read_curriculum(text)
        line = self.tr("‘{text}’ (line {n})")
        shown = ", ".join(line.format(text=words, n=n) for n, words in unread[:6])
        words = self.tr("Write a length like 3h, weeks like 4 weeks, or required, not {what}")
        return words.format(what=shown) if unread else ""

    def _about_versions(self) -> str:
        if not self.draft.id:
            return self.tr("Changing these later makes a new version, for cohorts to come.")
        words = self.tr(
            "These are version {version}. Changing them makes version {next}, for cohorts to come; "
            "cohorts that are there keep theirs."
        )
        version = self.draft.rules_version
        return words.format(version=version, next=version + 1)

    def _check_percent(self, text: str) -> str:
        if text.rstrip("% ").isdecimal() and 1 <= int(text.rstrip("% ")) <= 100:
            return ""
        return self.tr("The attendance must be a percentage from 1 to 100")

    def _check_number(self, text: str) -> str:
        return "" if text.isdecimal() else self.tr("The number of meetings must be like 3")

    def drafted(self, values: Mapping[str, Any]) -> ProgrammeDraft:
        """Return what was filled in as a draft."""
        percent = values["attendance"].rstrip("% ")
        requirements = [line.strip() for line in values["requirements"].splitlines()]
        rules = RulesDraft(
            attendance_percent=int(percent) if percent else None,
            required_sessions=values["required_sessions"],
            mentoring_meetings=int(values["meetings"] or 0),
            requirements=tuple(name for name in requirements if name),
            certificate=values["certificate"],
        )
        return replace(
            self.draft,
            name=values["name"],
            short_name=values["short_name"],
            description=values["description"],
            late_counts_half=values["late_half"],
            rules=rules,
            curriculum=read_curriculum(values["curriculum"])[0],
            accreditations=read_accreditations(values["accreditations"], self._today)[0],
        )


FIELDS = {
    "programme_name_missing": "name",
    "programme_name_taken": "name",
    "percent_out_of_range": "attendance",
    "meetings_below_zero": "meetings",
    "requirement_name_missing": "requirements",
    "requirement_twice": "requirements",
    "curriculum_minutes": "curriculum",
    "curriculum_weeks": "curriculum",
    "accreditation_body_missing": "accreditations",
    "accreditation_days": "accreditations",
}
"""Which field a broken rule belongs to."""
