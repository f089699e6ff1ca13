"""Two people issue at the same moment, each at a program of their own, on one academy file."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from academy.domain.words import Role, RuleBroken, Who
from academy.store import engine
from academy.store.file import create
from academy.store.schema import SCHEMA
from academy.store.store import Store
from academy.usecases import certificate_files, certificates, issue, issue_plan
from academy.usecases.issue_plan import IssueChoice
from builders import DANA, NOW, TODAY, a_cohort, a_signatory, enrolled, marks

TIMES = 4


def test_two_who_issue_at_once_never_share_a_number(tmp_path):
    path = tmp_path / "Kent.academy"
    store = create(path, DANA, name="Kent")
    signatory, cohort = a_signatory(store), a_cohort(store, sessions=1, capacity=2 * TIMES)
    places = [place.id for place in enrolled(store, cohort, 2 * TIMES)]
    marks(store, cohort, *["P"] * len(places))
    together = Barrier(2)

    def issuing(who, mine):
        own = Store(engine.open_engine(path, "rw"), SCHEMA, Who(who, Role.ADMINISTRATOR), path=path)
        try:
            for place in mine:
                choice = IssueChoice(cohort.id, (place,), TODAY, signatory)
                together.wait(timeout=30)
                while True:
                    plan = own.read(issue_plan.certificate_plan, choice, NOW)
                    made = certificate_files.make_files(plan)
                    try:
                        own.write(issue.issue_gesture(plan), issue.issue, plan, made)
                        break
                    except RuleBroken as broken:
                        if broken.rule != "numbers_taken":
                            raise
        finally:
            own.close()

    with ThreadPoolExecutor(2) as pool:
        jobs = [
            pool.submit(issuing, who, mine)
            for who, mine in (("Ann", places[:TIMES]), ("Ben", places[TIMES:]))
        ]
        for job in jobs:
            job.result(timeout=60)
    log = store.read(certificates.certificates)
    store.close()
    numbers = sorted(row.number for row in log)
    assert numbers == [f"LA-2026-{n:04}" for n in range(1, 2 * TIMES + 1)]
    assert {row.place_id for row in log} == set(places)
