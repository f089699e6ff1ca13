"""Issuing anew: a new number, the old one replaced, names put right, all or nothing."""

import pypdfium2
import pytest

from academy.domain.words import CertificateState, RuleBroken
from academy.store.journal import Gesture
from academy.usecases import (
    certificate_files,
    certificates,
    cohorts,
    exports,
    issue,
    issue_plan,
    people,
    reissue,
)
from builders import NOW, TODAY, a_cohort, a_signatory, an_academy, certified, enrolled, marks


@pytest.fixture
def academy():
    store = an_academy()
    a_signatory(store)
    cohort = a_cohort(store, sessions=2)
    places = enrolled(store, cohort, ["Sian Hughs", "Tola Adeyemi"])
    marks(store, cohort, "PP", "PP")
    return store, cohort, places


def planned(store, ids, reason="Name misspelt", name=""):
    choice = store.read(reissue.reissue_choice, ids, TODAY, reason, name)
    return store.read(issue_plan.certificate_plan, choice, NOW)


def run(store, plan):
    made = certificate_files.make_files(plan)
    return store.write(issue.issue_gesture(plan), issue.issue, plan, made)


def text_of(store, certificate_id):
    content = store.read(certificates.certificate_bytes, certificate_id)
    with pypdfium2.PdfDocument(content) as pdf:
        return pdf[0].get_textpage().get_text_bounded()


def test_a_name_is_put_right_in_one_go_and_the_old_certificate_points_to_the_new(academy):
    store, cohort, places = academy
    first, _ = certified(store, cohort, places)
    before = store.read(certificates.certificate_bytes, first)
    [second] = run(store, planned(store, [first], name="Siân Hughes"))
    new, _, old = store.read(certificates.certificates)
    assert (new.id, new.printed_name, new.replaces) == (second, "Siân Hughes", old.number)
    assert (old.state, old.state_on, old.reason) == (
        CertificateState.REPLACED, TODAY, "Name misspelt",
    )  # fmt: skip
    assert old.replaced_by == new.number == "LA-2026-0003"
    assert "Siân Hughes" in text_of(store, second)
    assert store.read(certificates.certificate_bytes, first) == before
    assert store.read(people.person, places[0].person_id).name_on_certificate == "Siân Hughes"
    assert store.read(certificates.due, None, NOW) == []


def test_the_name_as_it_stands_leaves_the_person_alone(academy):
    store, cohort, places = academy
    first, _ = certified(store, cohort, places)
    version = store.read(people.person, places[0].person_id).version
    run(store, planned(store, [first], "The picture of the signature", name="Sian Hughs"))
    assert store.read(people.person, places[0].person_id).version == version


def test_several_are_reissued_together(academy):
    store, cohort, places = academy
    ids = certified(store, cohort, places)
    run(store, planned(store, ids, "Signed by somebody else"))
    rows = store.read(certificates.certificates)
    assert [(row.number, row.state.value, row.replaces) for row in rows] == [
        ("LA-2026-0004", "issued", "LA-2026-0002"),
        ("LA-2026-0003", "issued", "LA-2026-0001"),
        ("LA-2026-0002", "replaced", ""),
        ("LA-2026-0001", "replaced", ""),
    ]


def test_a_revoked_certificate_stays_revoked_when_another_one_follows(academy):
    store, cohort, places = academy
    first, _ = certified(store, cohort, places)
    store.write(Gesture("revoke_certificate"), certificates.revoke, first, TODAY, "Wrong person")
    run(store, planned(store, [first], "It was right after all"))
    old = store.read(certificates.certificates)[-1]
    assert (old.state, old.reason) == (CertificateState.REVOKED, "Wrong person")
    assert old.replaced_by == "LA-2026-0003"


def test_why_somebody_got_one_though_not_due_is_carried_on(academy):
    store, cohort, _ = academy
    [late] = enrolled(store, cohort, ["Petra Novak"])
    [first] = certified(store, cohort, [late])
    [new] = planned(store, [first]).certificates
    assert new.reason == "A trial"


@pytest.mark.parametrize(
    ("reason", "name", "rule"),
    [("  ", "", "reason_missing"), ("Why", "x" * 201, "text_too_long")],
)
def test_what_was_typed_is_looked_at_before_anything_is_planned(academy, reason, name, rule):
    store, cohort, places = academy
    first, _ = certified(store, cohort, places)
    with pytest.raises(RuleBroken, match=rule):
        planned(store, [first], reason, name)


def test_only_the_newest_certificate_of_somebody_is_replaced(academy):
    store, cohort, places = academy
    first, _ = certified(store, cohort, places)
    run(store, planned(store, [first]))
    with pytest.raises(RuleBroken, match="certificate_has_newer"):
        planned(store, [first])


def test_certificates_of_two_cohorts_are_not_mixed(academy):
    store, cohort, places = academy
    other = a_cohort(store, sessions=1)
    ids = certified(store, cohort, places[:1]) + certified(store, other, enrolled(store, other))
    with pytest.raises(RuleBroken, match="reissue_one_cohort"):
        planned(store, ids)


def test_somebody_who_withdrew_is_enrolled_again_first(academy):
    store, cohort, places = academy
    first, _ = certified(store, cohort, places)
    gone = Gesture("withdraw")
    store.write(gone, cohorts.withdraw, [places[0].id], TODAY)
    with pytest.raises(RuleBroken, match="certificate_of_withdrawn"):
        planned(store, [first])


def test_the_same_reissue_twice_happens_once(academy):
    store, cohort, places = academy
    first, _ = certified(store, cohort, places)
    plan = planned(store, [first])
    assert run(store, plan) == run(store, plan)
    assert len(store.read(certificates.certificates)) == 3


def test_two_plans_for_the_same_certificate_never_share_a_number(academy):
    store, cohort, places = academy
    first, _ = certified(store, cohort, places)
    one, other = planned(store, [first]), planned(store, [first], name="Siân Hughes")
    run(store, one)
    with pytest.raises(RuleBroken, match=r"numbers_taken|changed_since_review"):
        store.write(
            Gesture("reissue_certificates", {"n": 1}), issue.issue, other,
            certificate_files.make_files(other),
        )  # fmt: skip
    numbers = [row.number for row in store.read(certificates.certificates)]
    assert len(numbers) == len(set(numbers)) == 3


def test_the_log_goes_out_with_what_replaced_what_and_when_it_expires(academy):
    store, cohort, places = academy
    first, _ = certified(store, cohort, places, expires_on=TODAY)
    run(store, planned(store, [first]))
    table = store.read(exports.certificates)
    rows = [dict(zip(table.headers, row, strict=True)) for row in table.rows]
    told = [(row["Number"], row["State"], row["Replaced by"], row["Replaces"]) for row in rows]
    assert told == [
        ("LA-2026-0001", "replaced", "LA-2026-0003", ""),
        ("LA-2026-0002", "issued", "", ""),
        ("LA-2026-0003", "issued", "", "LA-2026-0001"),
    ]
    assert [row["Expires"] for row in rows] == [TODAY, TODAY, None]
    assert {row["Key"] for row in rows} == {""}
