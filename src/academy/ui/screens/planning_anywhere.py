"""A series of sessions from any page: the cohort one comes from or works on is chosen already."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from academy.domain.words import CohortState
from academy.ui.kit.desk import Desk
from academy.ui.screens.session_planning import SessionPlanner
from academy.usecases import cohorts


def plan_series(desk: Desk, parent: QWidget, cohort_id: int = 0) -> bool:
    """Ask for a series; return whether there is a cohort that it could be for."""
    known = [c for c in desk.read(cohorts.cohorts) if c.state is not CohortState.FINISHED]
    if not known:
        return False
    ids = [c.id for c in known]
    chosen = cohort_id if cohort_id in ids else likely(desk)
    SessionPlanner(desk, parent, chosen).add_series([(c.name, c.id) for c in known])
    return True


def plan_residential(desk: Desk, parent: QWidget, cohort_id: int) -> None:
    """Ask for a residential of a cohort; without one, of that which most needs sessions."""
    chosen = cohort_id or likely(desk)
    if chosen:
        SessionPlanner(desk, parent, chosen).add_residential()


def likely(desk: Desk) -> int:
    """Return the cohort that most needs sessions: one without any, else the next to run out."""
    known = [c for c in desk.read(cohorts.cohorts) if c.state is not CohortState.FINISHED]
    bare = [c for c in known if not c.sessions]
    dated = sorted((c.last_day, c.id) for c in known if c.last_day is not None)
    return bare[0].id if bare else dated[0][1] if dated else 0
