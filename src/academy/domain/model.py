"""Every entity, imported, so that the tables are complete."""

from academy.domain import (
    academy,
    attendance,
    certificates,
    cohorts,
    invitations,
    meetings,
    mentoring,
    organisations,
    people,
    programmes,
    remembered,
    sessions,
)

__all__ = [
    "academy",
    "attendance",
    "certificates",
    "cohorts",
    "invitations",
    "meetings",
    "mentoring",
    "organisations",
    "people",
    "programmes",
    "remembered",
    "sessions",
]
