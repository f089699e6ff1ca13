"""A person in words and small pictures: what they do, how their marks stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from academy.domain.words import PlaceState
from academy.ui.kit import labels
from academy.ui.kit.labels import forecasts
from academy.ui.kit.parts import Tag
from academy.usecases.person_record import PersonCohort

KINDS = {
    PlaceState.ENROLLED: "info",
    PlaceState.COMPLETED: "good",
    PlaceState.WITHDRAWN: "plain",
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("person", words)


def state_tag(state: PlaceState) -> Tag:
    """Return the tag of a place: Enrolled, Completed or Withdrawn."""
    return (labels.word(state), KINDS[state])


def marks_of(place: PersonCohort) -> str:
    """Return the letters of a person's marks in sessions that count; a dot is not marked."""
    if place.marks is None:
        return ""
    pairs = zip(place.sessions, place.marks.marks, strict=True)
    return "".join(str(mark.letter or ".") for session, mark in pairs if session.counts)


def attended(place: PersonCohort) -> str:
    """Return “6 of 8, 75%”."""
    row = place.marks
    if row is None:
        return ""
    if not row.marked or row.percent is None:
        return _tr("nothing marked yet")
    words = _tr("{attended} of {marked}, {percent}%")
    return words.format(attended=f"{row.attended:g}", marked=row.marked, percent=row.percent)


def is_below(place: PersonCohort) -> bool:
    """Whether the rate is below what the cohort asks for."""
    percent = place.marks.percent if place.marks is not None else None
    return percent is not None and place.target is not None and percent < place.target


def place_aloud(place: PersonCohort) -> str:
    """Return a cohort of a person as it is read aloud."""
    parts = (place.cohort, labels.word(place.state), attended(place), *_prospects(place))
    return ", ".join(part for part in parts if part)


def _prospects(place: PersonCohort) -> tuple[str, str]:
    if place.marks is None or place.state is not PlaceState.ENROLLED:
        return "", ""
    outlook = place.marks.outlook
    return forecasts.chance(outlook), forecasts.decisive(outlook)


def prospects(place: PersonCohort) -> str:
    """Return whether somebody enrolled can still meet the attendance rule, and what decides."""
    if not any(_prospects(place)) or place.marks is None:
        return ""
    outlook = place.marks.outlook
    parts = (forecasts.chance(outlook), forecasts.decides(outlook))
    words = " · ".join(part for part in parts if part)
    return f"{words[:1].upper()}{words[1:]}"
