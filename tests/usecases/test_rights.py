"""Who may call what: every use case says it, and every role is tried on every use case."""

import inspect
import pkgutil
from importlib import import_module

import pytest

import academy.usecases
from academy.domain.words import Role
from academy.store.journal import Db
from academy.usecases import (
    certificate_records,
    certificates,
    history,
    issue_template,
    locking,
    matching_input,
    organisations,
    people_organisations,
    reissue,
    residential,
    set_people,
    standing,
)
from academy.usecases.academy import identity, the_academy
from academy.usecases.rights import PermissionDenied
from builders import DANA, an_academy, as_role

# what use cases are made of: called by them only, after they have checked who asks
BRICKS = {
    the_academy,
    identity,
    issue_template.issue_template,
    issue_template.accreditation_on,
    certificate_records.record_of_file,
    certificate_records.record_of_number,
    certificates.log_rows,
    history.about_cohort,
    locking.locked_sessions,
    matching_input.reporting_lines,
    organisations.known,
    people_organisations.organisations_of,
    reissue.replace_old,
    residential.together,
    set_people.people_of_cohort,
    standing.standings,
}
BRICK_MODULES = {"academy.usecases.drafts", "academy.usecases.rights"}


def modules():
    found = pkgutil.walk_packages(academy.usecases.__path__, "academy.usecases.")
    return [import_module(module.name) for module in found]


def usecases():
    """Every public function of the use cases that gets a Db."""
    return [
        function
        for module in modules()
        if module.__name__ not in BRICK_MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if function not in BRICKS and gets_a_db(function)
    ]


def gets_a_db(function):
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and first.annotation in ("Db", Db)


def name_of(function):
    return f"{function.__module__.removeprefix('academy.usecases.')}.{function.__name__}"


@pytest.mark.parametrize("usecase", usecases(), ids=name_of)
def test_every_use_case_says_who_may_call_it(usecase):
    assert getattr(usecase, "allowed_roles", None), "put @allowed(…) on it"
    assert Role.ADMINISTRATOR in usecase.allowed_roles


def is_refused(store, usecase):
    try:
        store.read(usecase)
    except PermissionDenied:
        return True
    except TypeError:  # let in, and then it lacks its arguments
        return False
    return False


@pytest.mark.parametrize("role", Role)
def test_whoever_is_not_named_is_refused(role):
    store = an_academy()
    as_role(store, role)
    for usecase in usecases():
        assert is_refused(store, usecase) is (role not in usecase.allowed_roles), name_of(usecase)


def allowed_to(role):
    return {name_of(usecase) for usecase in usecases() if role in usecase.allowed_roles}


def test_mentoring_is_for_administrators_alone():
    for role in Role.FACILITATOR, Role.VIEWER:
        areas = {name.rsplit(".", 1)[0] for name in allowed_to(role)}
        mine = {"mentoring", "mentors", "pair_details", "pair_goals", "private_notes", "nudges",
                "agreements", "mentoring_groups"}  # fmt: skip
        assert not {*mine, "completion.completion", "issue"} & areas
        assert "show.shown_pairs" not in allowed_to(role)


def test_a_facilitator_changes_sessions_marks_and_the_own_home_only():
    assert allowed_to(Role.FACILITATOR) - allowed_to(Role.VIEWER) <= {
        "attendance.fill_blanks", "attendance.mark", "attendance.mark_person", "attendance.note",
        "away.expected_sessions", "away.set_away", "cohort_overview.cohort_overview",
        "home.snooze", "home.unsnooze", "locking.reopenings", "makers.marks_made",
        "marks_import.import_marks", "marks_plan.plan_marks", "meeting_columns.read_report",
        "meeting_columns.remember_columns", "meeting_import.apply_meeting",
        "meeting_plan.plan_meeting", "meeting_records.marks_of",
        "meeting_records.people_of", "meeting_records.remembered_names",
        "meeting_records.reported_stays", "meeting_sessions.session_candidates", "needs.at_risk",
        "rates.cohort_rates", "show.shown_rates",
        "needs.registers_missing", "packs.apply_pack", "packs.make_pack", "packs.note_pack_made",
        "packs.plan_pack", "paper.filled_register", "paper.sign_in_sheet", "register.register",
        "residential.change_residential_state",
        "sessions.change_session_state", "sessions.note_session", "show.shown_marks",
        "visitors.add_visitor", "visitors.link_visitor", "visitors.remove_visitor",
        "visitors.visitors",
    }  # fmt: skip


def test_a_refusal_changes_nothing():
    store = an_academy()
    as_role(store, Role.VIEWER)
    entries = store.read(lambda db: db.scalar(newest()))
    for usecase in usecases():
        if Role.VIEWER not in usecase.allowed_roles:
            with pytest.raises(PermissionDenied):
                store.write(gesture(), usecase)
    assert store.read(lambda db: db.scalar(newest())) == entries
    assert store.who != DANA


def newest():
    from sqlalchemy import func, select

    from academy.store.tables import journal_entries

    return select(func.max(journal_entries.c.id))


def gesture():
    from academy.store.journal import Gesture

    return Gesture("change_settings")
