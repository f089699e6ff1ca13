"""Certificates: who is due one, the plan, issuing in one go, files, revoking."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from academy.domain.words import CertificateState, Letter, RuleBroken
from academy.store.journal import Gesture
from academy.store.store import NothingToUndo
from academy.usecases import (
    academy,
    attendance,
    certificate_files,
    certificates,
    completion,
    issue,
    issue_plan,
    people,
)
from academy.usecases.attendance import MarkDraft
from academy.usecases.issue_plan import IssueChoice
from builders import (
    NOW,
    TODAY,
    WEEK,
    a_cohort,
    a_pair,
    a_programme,
    a_session,
    a_signatory,
    an_academy,
    enrolled,
    marks,
    rules,
)


def finished(store, *rows, names=("Ann One", "Ben Two", "Cy Three"), **cohort):
    """A cohort whose two sessions are over, and a signatory."""
    made = a_cohort(store, sessions=2, **cohort)
    places = enrolled(store, made, names[: len(rows)])
    marks(store, made, *rows)
    return made, [place.id for place in places], a_signatory(store)


def planned(store, cohort, places, signatory, **choice):
    chosen = IssueChoice(cohort.id, tuple(places), TODAY, signatory, **choice)
    return store.read(issue_plan.certificate_plan, chosen, NOW)


def issued(store, plan):
    made = certificate_files.make_files(plan)
    return store.write(issue.issue_gesture(plan), issue.issue, plan, made)


def keys(plan):
    return [(problem.key, problem.place_id) for problem in plan.problems]


def test_issuing_keeps_number_facts_hash_and_file_and_nobody_is_due_any_more():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP", "PL")
    assert [row.place_id for row in store.read(certificates.due, cohort.id, NOW)] == places
    ids = issued(store, planned(store, cohort, places, signatory))
    log = store.read(certificates.certificates, cohort.id)
    assert [row.number for row in log] == ["LA-2026-0002", "LA-2026-0001"]
    content = store.read(certificates.certificate_bytes, ids[0])
    assert content.startswith(b"%PDF")
    assert hashlib.sha256(content).hexdigest() == log[1].sha256
    assert log[1].printed_name == "Ann One"
    assert store.read(certificates.due, cohort.id, NOW) == []


def test_the_list_of_due_certificates_agrees_with_every_cohorts_completion():
    store = an_academy()
    for asked in rules(80), rules(None, "Project", "Essay"), rules(50, "Talk", meetings=2):
        cohort = a_cohort(store, a_programme(store, rules=asked), sessions=2)
        places = enrolled(store, cohort, 4)
        marks(store, cohort, "PP", "PL", "PA", "AA")
        named = store.read(completion.requirements, cohort.id)
        for who, met in enumerate((named, named[:1], named, ())):
            for requirement in met:
                meet = completion.meet_requirement
                at = Gesture("meet_requirement")
                store.write(at, meet, [places[who].id], requirement.id, TODAY)
        for who, meetings in enumerate((2, 2, 1, 0)):
            met = [TODAY - WEEK * n for n in range(meetings)]
            a_pair(store, cohort, places[who].person_id, met=met)
        rows = store.read(completion.completion, cohort.id, NOW)
        due = {row.place_id for row in store.read(certificates.due, cohort.id, NOW)}
        assert due == {row.place_id for row in rows if row.due}
        assert len(due) in (1, 2)


def test_a_plan_uses_no_number():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP")
    first = planned(store, cohort, places, signatory)
    assert first == planned(store, cohort, places, signatory)
    assert store.read(certificates.certificates) == []


def test_nobody_gets_two_live_certificates():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP", "PP")
    one, other = (
        planned(store, cohort, places, signatory),
        planned(store, cohort, places[:1], signatory),
    )
    issued(store, one)
    with pytest.raises(RuleBroken, match="has_live_certificate"):
        issued(store, other)
    again = planned(store, cohort, places, signatory)
    assert keys(again) == [("has_live_certificate", place) for place in places]
    with pytest.raises(RuleBroken, match="plan_has_problems"):
        certificate_files.make_files(again)


def test_a_doubled_click_issues_once():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP")
    plan = planned(store, cohort, places, signatory)
    assert issued(store, plan) == issued(store, plan)
    assert len(store.read(certificates.certificates)) == 1


def test_numbers_taken_meanwhile_refuse_the_whole_issue():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP", "PP")
    ann = planned(store, cohort, places[:1], signatory)
    ben = planned(store, cohort, places[1:], signatory)
    issued(store, ann)
    with pytest.raises(RuleBroken, match="numbers_taken"):
        issued(store, ben)
    assert len(store.read(certificates.certificates)) == 1


def test_a_fact_that_changed_since_the_review_refuses_the_issue():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP")
    plan = planned(store, cohort, places, signatory)
    person = store.read(people.person, plan.certificates[0].person_id)
    renamed = replace(person, name_on_certificate="Ann O’One")
    store.write(Gesture("change_person"), people.save_person, renamed)
    with pytest.raises(RuleBroken, match="changed_since_review"):
        issued(store, plan)
    issued(store, planned(store, cohort, places, signatory))
    assert store.read(certificates.certificates)[0].printed_name == "Ann O’One"


def test_files_of_something_else_are_refused():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP")
    plan = planned(store, cohort, places, signatory)
    [made] = certificate_files.make_files(plan)
    for wrong in [], [replace(made, content=b"%PDF other")], [replace(made, number="LA-1")]:
        with pytest.raises(RuleBroken, match="files_do_not_match"):
            store.write(Gesture("issue_certificates", {"n": 1}), issue.issue, plan, wrong)


def test_somebody_who_is_not_due_needs_a_reason_and_it_is_kept():
    store = an_academy()
    cohort, places, signatory = finished(store, "PA")
    assert keys(planned(store, cohort, places, signatory)) == [("not_due_needs_reason", places[0])]
    why = "Ill on the last day; the board agreed."
    issued(store, planned(store, cohort, places, signatory, reasons=((places[0], why),)))
    assert store.read(certificates.certificates)[0].reason == why


def test_who_signs_and_the_signature_are_checked_before_anything_is_made():
    store = an_academy()
    cohort, places, _ = finished(store, "PP")
    unsigned = a_signatory(store, picture=None)
    assert keys(planned(store, cohort, places, None)) == [("signatory_missing", None)]
    assert keys(planned(store, cohort, places, unsigned)) == [("signature_missing", None)]
    assert keys(planned(store, cohort, places, unsigned, by_hand=True)) == []
    later = IssueChoice(cohort.id, tuple(places), TODAY + WEEK, unsigned, by_hand=True)
    assert keys(store.read(issue_plan.certificate_plan, later, NOW)) == [("issued_in_future", None)]
    assert keys(planned(store, cohort, [], unsigned, by_hand=True)) == [("nobody_chosen", None)]


def test_a_revoked_certificate_keeps_its_number_and_the_next_one_names_it():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP")
    [first] = issued(store, planned(store, cohort, places, signatory))
    revoke = certificates.revoke
    with pytest.raises(RuleBroken, match="reason_missing"):
        store.write(Gesture("revoke_certificate"), revoke, first, TODAY, "  ")
    store.write(Gesture("revoke_certificate"), revoke, first, TODAY, "Name misspelt")
    assert [row.place_id for row in store.read(certificates.due, None, NOW)] == places
    issued(store, planned(store, cohort, places, signatory))
    new, old = store.read(certificates.certificates)
    assert (old.number, old.state, old.reason) == (
        "LA-2026-0001", CertificateState.REVOKED, "Name misspelt",
    )  # fmt: skip
    assert (new.number, new.replaces, old.replaced_by) == ("LA-2026-0002", old.number, new.number)


def test_issuing_cannot_be_undone_nor_what_made_people_due():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP")
    issued(store, planned(store, cohort, places, signatory))
    with pytest.raises(NothingToUndo) as stopped:
        store.undo()
    assert stopped.value.blocked_by.key == "issue_certificates"


def test_revoking_can_be_undone():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP")
    [first] = issued(store, planned(store, cohort, places, signatory))
    store.write(Gesture("revoke_certificate"), certificates.revoke, first, TODAY, "By mistake")
    store.undo()
    [row] = store.read(certificates.certificates)
    assert (row.state, row.reason) == (CertificateState.ISSUED, "")


def test_hours_are_those_attended_to_the_quarter_below():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP", "PA")
    held = a_session(store, cohort.id, TODAY - timedelta(days=2), ends=date_time("10:20"))
    drafts = [MarkDraft(held, place, Letter.LATE) for place in places]
    store.write(Gesture("mark_several", {"n": 2}), attendance.mark, drafts, TODAY)
    plan = planned(store, cohort, places, signatory)
    assert [c.facts.hours for c in plan.certificates] == ["6.75", "3.75"]


def date_time(text):
    hours, minutes = text.split(":")
    return NOW.time().replace(int(hours), int(minutes))


def test_the_cohort_stands_as_a_number_beside_its_programme():
    store = an_academy()
    programme = a_programme(store, "Top Talent")
    for name, words in ("Top Talent 5", "5"), ("Autumn leaders", "Autumn leaders"):
        cohort, places, signatory = finished(store, "PP", programme_id=programme, name=name)
        facts = planned(store, cohort, places, signatory).certificates[0].facts
        assert (facts.programme, facts.cohort) == ("Top Talent", words)
        assert facts.dates == "12 to 19 November 2026" or facts.dates.endswith("2026")


def test_numbers_begin_anew_each_year_only_when_they_name_it():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP", "PP", "PP")
    last_year = IssueChoice(cohort.id, (places[0],), date(2025, 12, 31), signatory)
    issued(store, store.read(issue_plan.certificate_plan, last_year, NOW))
    issued(store, planned(store, cohort, places[1:2], signatory))
    settings = store.read(academy.academy)
    running = replace(settings, certificate_pattern="K{number}")
    store.write(Gesture("change_settings"), academy.save_academy, running)
    issued(store, planned(store, cohort, places[2:], signatory))
    numbers = {row.number for row in store.read(certificates.certificates)}
    assert numbers == {"LA-2025-0001", "LA-2026-0001", "K2"}


def test_a_changed_pattern_skips_numbers_already_used():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP", "PP")
    settings = store.read(academy.academy)
    for pattern, day, place in (
        ("2026-{number}", date(2025, 11, 20), 0),
        ("{year}-{number}", TODAY, 1),
    ):
        new = replace(settings, certificate_pattern=pattern)
        store.write(Gesture("change_settings"), academy.save_academy, new)
        choice = IssueChoice(cohort.id, (places[place],), day, signatory)
        issued(store, store.read(issue_plan.certificate_plan, choice, NOW))
    assert [row.number for row in store.read(certificates.certificates)] == ["2026-2", "2026-1"]


def test_files_get_safe_names_and_writing_them_again_changes_nothing(tmp_path):
    store = an_academy()
    cohort, places, signatory = finished(store, "PP", names=["Siân Łucja O’Hara/../x"])
    ids = issued(store, planned(store, cohort, places, signatory))
    files = store.read(certificates.certificate_files, ids)
    for _ in range(2):
        [path] = certificate_files.write_files(tmp_path / "new", files)
    assert path.name == "LA-2026-0001 Sian Lucja OHara-..-x.pdf"
    assert path.read_bytes() == files[0].content
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def layout(store, cohort, places, signatory):
    found = certificate_files.layout_problems(planned(store, cohort, places, signatory))
    return [(problem.key, problem.blocks, dict(problem.facts)["what"]) for problem in found]


def test_letters_no_typeface_has_are_listed_and_stop_the_issue():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP", names=["李小龍"])
    assert layout(store, cohort, places, signatory) == [("letters_missing", True, "李小龍")]
    with pytest.raises(RuleBroken, match="plan_has_problems"):
        certificate_files.make_files(planned(store, cohort, places, signatory))


def test_a_long_name_is_told_and_a_usual_one_is_not():
    store = an_academy()
    long = "Worthington-Featherstonehaugh Montgomery-Cholmondeley"
    cohort, places, signatory = finished(store, "PP", "PP", names=["Siân Ŵyn Hughes", long])
    assert layout(store, cohort, places, signatory) == [("name_smaller", False, "")]


def test_a_signature_that_is_no_picture_and_claims_of_others_are_listed():
    store = an_academy()
    programme = a_programme(store, "Accredited leadership (ILM)")
    cohort, places, _ = finished(store, "PP", programme_id=programme)
    wrong = a_signatory(store, picture=b"no picture")
    assert layout(store, cohort, places, wrong) == [
        ("picture_unreadable", True, ""),
        ("claim_of_others", False, "accredited"),
        ("claim_of_others", False, "ILM"),
    ]


def test_one_file_for_the_printer_has_a_page_for_each():
    store = an_academy()
    cohort, places, signatory = finished(store, "PP", "PP", "PP")
    ids = issued(store, planned(store, cohort, places, signatory))
    files = store.read(certificates.certificate_files, ids)
    whole = pypdfium2.PdfDocument(certificate_files.one_pdf(files))
    pages = [page.get_textpage().get_text_range() for page in whole]
    assert [f"LA-2026-000{n}" in page for n, page in enumerate(pages, 1)] == [True] * 3


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path):
    store = an_academy()
    cohort, places, signatory = finished(store, "PP")
    ids = issued(store, planned(store, cohort, places, signatory))
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with pytest.raises(RuleBroken, match="folder_unwritable"):
        certificate_files.write_files(in_the_way, store.read(certificates.certificate_files, ids))
