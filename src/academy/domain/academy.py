"""The academy itself: its name, the thresholds it has settled on, who signs, what it put off."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from academy.domain.base import Entity, stored
from academy.domain.words import Nation


class Academy(Entity):
    """The one row of an academy file that says whose it is and how it works."""

    __tablename__ = "academy"
    name: Mapped[str]
    issuer: Mapped[str]  # the name printed on certificates
    email: Mapped[str] = mapped_column(default="")  # answers to invitations go there
    zone: Mapped[str] = mapped_column(default="Europe/London")
    nation: Mapped[Nation] = mapped_column(stored(Nation), default=Nation.ENGLAND)
    check_address: Mapped[str] = mapped_column(default="")  # of the published verification page
    published: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # the page there, last
    certificate_pattern: Mapped[str] = mapped_column(default="LA-{year}-{number:04}")
    quiet_days: Mapped[int] = mapped_column(default=42)
    absences_in_a_row: Mapped[int] = mapped_column(default=2)
    meeting_percent: Mapped[int] = mapped_column(default=75)
    late_after_minutes: Mapped[int] = mapped_column(default=10)
    lock_days: Mapped[int] = mapped_column(default=0)  # registers close after so many; 0: never
    themes: Mapped[list[str]] = mapped_column(JSON, default=list)  # of mentoring
    matching: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # aim and weights, if set
    sample_day: Mapped[date | None]  # the day a sample academy was made for; none in a real one


class Signatory(Entity):
    """Somebody whose name and signature stand on certificates."""

    __tablename__ = "signatories"
    name: Mapped[str]
    role: Mapped[str]
    picture: Mapped[bytes | None]  # a PNG of the signature
    retired: Mapped[bool] = mapped_column(default=False)


class Snooze(Entity):
    """A line of Home that was put off: what it is about, and until when (none: for good)."""

    __tablename__ = "snoozes"
    line: Mapped[str]  # the kind of line, such as "registers_missing"
    subject_id: Mapped[int]  # the cohort it speaks of
    until: Mapped[date | None]
