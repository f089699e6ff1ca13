"""A report or a list dropped anywhere in the window finds the page that takes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.domain.words import FileProblem, RuleBroken
from academy.ui.kit import labels, pickers

if TYPE_CHECKING:
    from academy.exchange.meetings import MeetingReport
    from academy.exchange.tables import Table
    from academy.ui.main_window.window import MainWindow
    from academy.ui.main_window.workspace import Workspace
    from academy.usecases.meeting_sessions import SessionCandidate

REPORTS: Final = frozenset({".csv", ".tsv", ".txt"})
ASKED: Final = 4  # sessions that one question can name


def _tr(words: str) -> str:
    return QCoreApplication.translate("dropped", words)


def take_report(window: MainWindow, space: Workspace, path: Path) -> bool:
    """Open the import of a meeting report; tell whether the file was one.

    The only likely session is taken, one of several is asked for, and none is said. Of the
    cohort that is shown first, else of any.
    """
    report = _report(space, path)
    if report is None:
        return False
    try:
        found = _candidates(space, report)
    except RuleBroken as broken:
        window.show_problem(labels.rule(broken))
        return True
    goal = _goal(window, report, found)
    if goal:
        space.go(f"session/{goal}/import?file={path}")
    return True


def _report(space: Workspace, path: Path) -> MeetingReport | None:
    """Read a file whose columns are known, by their names or from an earlier report."""
    if path.suffix.casefold() not in REPORTS:
        return None
    from academy.exchange.meetings import read_meeting
    from academy.usecases.meeting_columns import read_report

    try:
        report = read_meeting(data := path.read_bytes(), path.name, None)
        if not any(note.key == "columns_inferred" for note in report.notes):
            return report if report.people else None
    except OSError:
        return None
    except FileProblem:
        pass  # perhaps its columns were named before
    try:
        known = space.desk.read(read_report, data, path.name, None)
    except RuleBroken:
        return None
    return known if known.by_hand and known.people else None


def _candidates(space: Workspace, report: MeetingReport) -> list[SessionCandidate]:
    from academy.usecases.meeting_sessions import session_candidates

    name, _, rest = space.address.partition("/")
    shown = rest.partition("/")[0]
    here: list[SessionCandidate] = []
    if name == "cohort" and shown.isdecimal():
        here = space.desk.read(session_candidates, report, int(shown))
    return here or space.desk.read(session_candidates, report)


def _goal(window: MainWindow, report: MeetingReport, found: Sequence[SessionCandidate]) -> int:
    """Return the session to go to, or 0 where that was said or put off."""
    sure = [one.session_id for one in found if one.sure]
    if sure:
        return sure[0]
    if 0 < len(found) <= ASKED:
        return _asked(window, found)
    if found or report.starts is None or report.undecided:
        window.show_problem(
            _tr("This report may be of several sessions. Drop it on the register of its session.")
        )
    else:
        day = dates.plain_day(report.starts.date())
        words = _tr("No session is planned for {day}, the day of this report. Add it first.")
        window.show_problem(words.format(day=day))
    return 0


def _asked(window: MainWindow, found: Sequence[SessionCandidate]) -> int:
    words = _tr("{cohort}: {title}, {day}")
    answers = [
        pickers.Answer(
            str(one.session_id),
            words.format(
                cohort=one.cohort, title=one.title, day=dates.day_and_month(one.held_on)
            ).replace("&", "&&"),
        )
        for one in found
    ]
    answers.append(pickers.Answer("", _tr("Cancel")))
    question = _tr("Which session is this report of?")
    chosen = pickers.ask(window, question, _tr("Nothing is written yet."), answers, "")
    return int(chosen) if chosen else 0


def take_mentoring_list(space: Workspace, path: Path) -> bool:
    """Open the import of mentors or mentees for a list dropped on a page of mentoring."""
    name, _, rest = space.address.partition("?")[0].partition("/")
    parts = rest.split("/")
    goal = "mentoring/import" if name in ("mentoring", "mentor") else ""
    if name == "cohort" and parts[1:2] == ["mentoring"]:
        goal = f"cohort/{parts[0]}/import-mentees"
    if goal:
        space.go(f"{goal}?file={path}")
    return bool(goal)


def take_list(space: Workspace, path: Path) -> bool:
    """Open the import of a list of marks or sessions on a cohort's page; tell whether it was one.

    It is one of marks where a mark can be read as somebody's here in a session of this cohort, one
    of sessions where it names nobody and says when each session is.
    """
    name, _, rest = space.address.partition("/")
    shown = rest.partition("/")[0]
    if name != "cohort" or not shown.isdecimal():
        return False
    from academy.exchange.tables import read_table

    try:
        table = read_table(path)
    except FileProblem:
        return False
    page = _page_of_list(space, table, int(shown))
    if page:
        space.go(f"cohort/{shown}/{page}?file={path}")
    return bool(page)


def _page_of_list(space: Workspace, table: Table, cohort_id: int) -> str:
    from academy.exchange.mark_columns import mark_columns
    from academy.exchange.session_columns import session_columns
    from academy.usecases.marks_plan import MarksRequest, plan_marks

    plan = space.desk.read(plan_marks, MarksRequest(table, cohort_id, space.desk.today()))
    if any(row.problem is None for row in plan.rows):
        return "import-marks"
    sessions = session_columns(table).dated and not mark_columns(table).names_people
    return "import-sessions" if sessions else ""


def open_other(window: MainWindow, path: Path) -> bool:
    """Open what is no academy, with or without one open; return whether it is open now."""
    if path.suffix.casefold() == ".register":
        from academy.ui.main_window import facilitating

        return facilitating.open_pack(window, path) is not None
    from academy.ui.main_window import checking

    if window.workspace is None:
        checking.ask_for_academy(window, path)
    else:
        checking.check_file(window, path)
    return False
