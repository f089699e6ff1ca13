"""Programmes and the versions of what completing one asks for."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity, stored
from academy.domain.words import CertificateKind, RuleBroken


class Programme(Entity):
    """What an academy runs again and again, such as Top Talent."""

    __tablename__ = "programmes"
    name: Mapped[str] = mapped_column(unique=True)
    short_name: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    late_counts_half: Mapped[bool] = mapped_column(default=False)
    rules: Mapped[list[CompletionRules]] = relationship(
        back_populates="programme",
        cascade="all, delete-orphan",
        order_by="CompletionRules.version",
    )
    curriculum: Mapped[list[CurriculumItem]] = relationship(
        back_populates="programme",
        cascade="all, delete-orphan",
        order_by="CurriculumItem.position",
    )
    accreditations: Mapped[list[Accreditation]] = relationship(
        back_populates="programme",
        cascade="all, delete-orphan",
        order_by="Accreditation.id",
    )

    def newest_rules(self) -> CompletionRules:
        """Return the version that new cohorts get."""
        return max(self.rules, key=lambda rules: rules.version)

    def revise(self, rules: CompletionRules) -> None:
        """Add a version of the completion rules; cohorts that began keep theirs."""
        rules.check()
        rules.version = 1 + max((r.version for r in self.rules), default=0)
        self.rules.append(rules)


class CurriculumItem(Entity):
    """A session as every new cohort of a programme gets it: its title, length and place."""

    __tablename__ = "curriculum_items"
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    minutes: Mapped[int] = mapped_column(default=180)
    weeks_after: Mapped[int] = mapped_column(default=4)  # the one before; of the first unused
    required: Mapped[bool] = mapped_column(default=False)
    programme: Mapped[Programme] = relationship(back_populates="curriculum")

    def check(self) -> None:
        """Refuse a length or a distance that no session can have."""
        if not 5 <= self.minutes <= 720:
            raise RuleBroken("curriculum_minutes", title=self.title)
        if not 0 <= self.weeks_after <= 52:
            raise RuleBroken("curriculum_weeks", title=self.title)


class Accreditation(Entity):
    """What a body outside the academy granted a programme; certificates may say so meanwhile."""

    __tablename__ = "accreditations"
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    body: Mapped[str]  # such as the CPD Certification Service
    reference: Mapped[str] = mapped_column(default="")  # its number there
    valid_from: Mapped[date | None]  # none: for as long as anybody knows
    valid_to: Mapped[date | None]
    programme: Mapped[Programme] = relationship(back_populates="accreditations")

    def check(self) -> None:
        """Refuse one that ends before it begins."""
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise RuleBroken("accreditation_days", body=self.body)

    def holds_on(self, day: date) -> bool:
        """Whether it is good on a day, the first and the last included."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class CompletionRules(Entity):
    """One version of what completing a programme asks for. A version is never edited."""

    __tablename__ = "completion_rules"
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    version: Mapped[int]
    since: Mapped[date]
    attendance_percent: Mapped[int | None]  # none: attendance decides nothing
    required_sessions: Mapped[bool] = mapped_column(default=False)
    mentoring_meetings: Mapped[int] = mapped_column(default=0)
    certificate: Mapped[CertificateKind] = mapped_column(
        stored(CertificateKind), default=CertificateKind.COMPLETION
    )
    programme: Mapped[Programme] = relationship(back_populates="rules")
    requirements: Mapped[list[Requirement]] = relationship(
        back_populates="rules", cascade="all, delete-orphan", order_by="Requirement.id"
    )

    def check(self) -> None:
        """Refuse a rule that nobody could meet."""
        percent = self.attendance_percent
        if percent is not None and not 1 <= percent <= 100:
            raise RuleBroken("percent_out_of_range", percent=percent)
        if (self.mentoring_meetings or 0) < 0:
            raise RuleBroken("meetings_below_zero")


class Requirement(Entity):
    """Something named that completing asks for, such as a challenge project."""

    __tablename__ = "requirements"
    rules_id: Mapped[int] = mapped_column(ForeignKey("completion_rules.id"), index=True)
    name: Mapped[str]
    rules: Mapped[CompletionRules] = relationship(back_populates="requirements")
