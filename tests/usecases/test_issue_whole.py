"""A cancel or a full disk while certificates are issued: no number is used, no half file stays."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from academy.domain.words import FileProblem, RuleBroken
from academy.progress import Cancelled
from academy.store import history
from academy.store.file import create
from academy.store.problems import StoreUnavailable
from academy.usecases import certificate_files, certificates, issue, issue_plan
from academy.usecases.issue_plan import IssueChoice
from builders import DANA, NOW, TODAY, a_cohort, a_signatory, enrolled, marks

PEOPLE = 40


@contextmanager
def no_file_larger_than(most: int) -> Iterator[None]:
    """Let the system refuse every write beyond this size, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    told = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # else it ends the program
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, told)


@pytest.fixture
def store(tmp_path):
    made = create(tmp_path / "Kent.academy", DANA, name="Kent")
    cohort = a_cohort(made, sessions=1, capacity=PEOPLE)
    enrolled(made, cohort, PEOPLE)
    marks(made, cohort, *["P"] * PEOPLE)
    a_signatory(made)
    yield made
    made.close()


def planned(store):
    due = [row.place_id for row in store.read(certificates.due, 1, NOW)]
    return store.read(issue_plan.certificate_plan, IssueChoice(1, tuple(due), TODAY, 1), NOW)


def test_a_disk_that_fills_up_while_issuing_leaves_no_number_used(store):
    plan = planned(store)
    made = certificate_files.make_files(plan)
    before = store.read(history.latest)
    with (
        no_file_larger_than(store.path.stat().st_size + 100_000),
        pytest.raises(StoreUnavailable) as full,
    ):
        store.write(issue.issue_gesture(plan), issue.issue, plan, made)
    assert full.value.key in ("store_disk_full", "store_disk_trouble")
    assert store.read(certificates.certificates) == []
    assert store.read(history.latest) == before
    again = planned(store)
    assert [c.facts.number for c in again.certificates] == [
        c.facts.number for c in plan.certificates
    ]
    ids = store.write(issue.issue_gesture(again), issue.issue, again, made)
    assert len(ids) == PEOPLE


def test_a_disk_that_fills_up_while_saving_leaves_no_half_file(store, tmp_path):
    plan = planned(store)
    made = certificate_files.make_files(plan)
    ids = store.write(issue.issue_gesture(plan), issue.issue, plan, made)
    files = store.read(certificates.certificate_files, ids)
    folder = tmp_path / "out"
    with no_file_larger_than(len(files[0].content) // 2), pytest.raises(FileProblem) as full:
        certificate_files.write_files(folder, files)
    assert full.value.rule == "folder_unwritable"
    assert list(folder.iterdir()) == []
    assert len(certificate_files.write_files(folder, files)) == PEOPLE  # nothing was lost


def test_cancelling_half_way_uses_no_number_and_writes_nothing(store, tmp_path):
    plan = planned(store)

    def cancel(done: int, _total: int, _text: str) -> None:
        if done == PEOPLE // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        certificate_files.make_files(plan, cancel)
    assert store.read(certificates.certificates) == []
    assert planned(store) == plan


def test_a_file_fewer_than_planned_issues_nobody(store):
    plan = planned(store)
    made = certificate_files.make_files(plan)[:-1]
    with pytest.raises(RuleBroken):
        store.write(issue.issue_gesture(plan), issue.issue, plan, made)
    assert store.read(certificates.certificates) == []
