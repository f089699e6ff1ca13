"""Every entity, imported, so that the tables are complete."""

from academy.domain import (
    academy,
    attendance,
    certificates,
    cohorts,
    invitations,
    keys,
    locking,
    meetings,
    mentoring,
    organisations,
    passphrases,
    people,
    programmes,
    remembered,
    sessions,
    visitors,
)

__all__ = [
    "academy",
    "attendance",
    "certificates",
    "cohorts",
    "invitations",
    "keys",
    "locking",
    "meetings",
    "mentoring",
    "organisations",
    "passphrases",
    "people",
    "programmes",
    "remembered",
    "sessions",
    "visitors",
]
