"""Templates of certificates: versions, copies, files, and what is issued with them."""

import json
from dataclasses import replace
from datetime import date

import pytest

from academy.documents.look import Colours, DesignName, Language, Look, OwnWords, Signer
from academy.domain.words import FileProblem, Nation, RuleBroken
from academy.exchange.template_files import read_template, write_template
from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.usecases import (
    academy,
    badges,
    certificate_files,
    certificates,
    issue,
    issue_plan,
    programmes,
    templates,
)
from academy.usecases import reissue as reissuing
from academy.usecases.issue_plan import IssueChoice
from academy.usecases.programmes import AccreditationLine
from academy.usecases.templates import TemplateDraft
from builders import (
    NOW,
    SIGNATURE,
    TODAY,
    a_cohort,
    a_programme,
    a_signatory,
    an_academy,
    enrolled,
    marks,
)

RED = Colours(accent="#8a1020")


@pytest.fixture
def store():
    return an_academy()


def ready(store, programme=None):
    """A finished cohort of two, and who signs."""
    cohort = a_cohort(store, programme or a_programme(store), sessions=1)
    places = enrolled(store, cohort, ["Siân Ŵyn Hughes", "Tola Adeyemi"])
    marks(store, cohort, "P", "P")
    return cohort.id, tuple(place.id for place in places), a_signatory(store)


def plan(store, cohort_id, places, signatory, **choice):
    chosen = IssueChoice(cohort_id, places, TODAY, signatory, **choice)
    return store.read(issue_plan.certificate_plan, chosen, NOW)


def issued(store, planned):
    made = certificate_files.make_files(planned)
    return store.write(issue.issue_gesture(planned), issue.issue, planned, made)


def save(store, template_id, name=None, **look):
    draft = store.read(templates.template, template_id)
    changed = replace(draft, look=replace(draft.look, **look), name=name or draft.name)
    return store.write(Gesture("change_template"), templates.save_template, changed, TODAY)


def rows(store):
    return {row.name: row for row in store.read(templates.templates)}


def test_a_new_academy_has_three_designs_in_english_and_with_welsh(store):
    known = store.read(templates.templates)
    assert {row.look.design for row in known} == set(DesignName)
    assert sum(row.look.bilingual for row in known) == 3
    assert [row.number for row in known] == [1] * 6


def test_what_was_issued_keeps_its_version_and_the_same_bytes(store):
    first, second = ready(store), ready(store)
    [one, _] = issued(store, plan(store, *first))
    before = store.read(certificates.certificate_bytes, one)
    save(store, 1, colours=RED)
    assert store.read(certificates.certificate_bytes, one) == before
    assert store.read(templates.template, 1).number == 2
    planned = plan(store, *second, template_id=1)
    assert (planned.template.key, planned.template.look.colours) == ("Civic 2", RED)
    issued(store, planned)
    log = store.read(certificates.certificates)
    assert sorted({row.template for row in log}) == ["Civic 1", "Civic 2"]


def test_a_version_that_nobody_holds_is_replaced(store):
    save(store, 1, colours=RED)
    draft = store.read(templates.template, 1)
    assert (draft.number, draft.issued, draft.look.colours) == (1, 0, RED)


def test_saving_without_a_change_makes_no_version(store):
    issued(store, plan(store, *ready(store)))
    save(store, 1)
    assert store.read(templates.template, 1).number == 1


def test_undoing_a_save_brings_the_version_before_back(store):
    issued(store, plan(store, *ready(store)))
    save(store, 1, colours=RED)
    store.undo()
    assert store.read(templates.template, 1).look == Look()


def test_a_draft_that_somebody_overtook_is_refused(store):
    draft = store.read(templates.template, 1)
    save(store, 1, border=False)
    stale = replace(draft, look=replace(draft.look, colours=RED))
    with pytest.raises(RuleBroken, match="template_changed"):
        store.write(Gesture("change_template"), templates.save_template, stale, TODAY)
    assert not store.read(templates.template, 1).look.border


def test_the_template_used_last_for_the_programme_is_proposed(store):
    programme, other = a_programme(store, "Top Talent"), a_programme(store, "Women")
    issued(store, plan(store, *ready(store, programme), template_id=5))
    assert plan(store, *ready(store, programme)).template.id == 5
    assert plan(store, *ready(store, other)).template.id == 1


def test_an_academy_in_wales_begins_with_welsh_and_english(store):
    settings = replace(store.read(academy.academy), nation=Nation.WALES)
    store.write(Gesture("change_settings"), academy.save_academy, settings)
    assert plan(store, *ready(store)).template.look.language is Language.WELSH_ENGLISH


def test_valid_for_gives_an_expiry_date_that_is_kept(store):
    save(store, 1, valid_months=24)
    planned = plan(store, *ready(store))
    [first, _] = issued(store, planned)
    row = next(r for r in store.read(certificates.certificates) if r.id == first)
    assert row.expires_on == planned.certificates[0].facts.expires_on
    assert row.expires_on == date(TODAY.year + 2, TODAY.month, TODAY.day)


def test_a_template_changed_after_the_review_stops_the_issue(store):
    planned = plan(store, *ready(store))
    made = certificate_files.make_files(planned)
    save(store, 1, colours=RED)
    with pytest.raises(RuleBroken, match="changed_since_review"):
        store.write(issue.issue_gesture(planned), issue.issue, planned, made)
    assert store.read(certificates.certificates) == []


def test_a_reissue_uses_the_newest_version_of_the_same_template(store):
    [one, _] = issued(store, plan(store, *ready(store), template_id=3))
    save(store, 3, colours=RED)
    choice = store.read(reissuing.reissue_choice, [one], TODAY, "Name put right", "Siân Hughes")
    planned = store.read(issue_plan.certificate_plan, choice, NOW)
    assert (planned.template.key, planned.template.look.colours) == ("Bright 2", RED)


def test_a_retired_template_is_not_offered_and_one_always_stays(store):
    def retire(one):
        store.write(Gesture("retire_template"), templates.retire_template, one)

    retire(1)
    assert plan(store, *ready(store)).template.id == 2
    assert [p.key for p in plan(store, *ready(store), template_id=1).problems] == [
        "template_retired"
    ]
    for one in range(2, 6):
        retire(one)
    with pytest.raises(RuleBroken, match="template_last"):
        retire(6)


def test_a_copy_goes_its_own_way(store):
    copied = store.write(Gesture("add_template"), templates.copy_template, 3, "Summer", TODAY)
    save(store, copied, colours=RED)
    assert rows(store)["Bright"].look.colours == Colours()
    assert rows(store)["Summer"].look.design is DesignName.BRIGHT
    with pytest.raises(RuleBroken, match="template_name_taken"):
        store.write(Gesture("add_template"), templates.copy_template, 3, "summer", TODAY)


def test_a_template_travels_to_another_academy_as_a_file(store, tmp_path):
    look = Look(
        design=DesignName.BRIGHT,
        english=OwnWords(heading="Certificate of leadership", lines=("{programme} at its best",)),
        signers=(Signer("Sam Reed", "Chair", picture=SIGNATURE),),
        logo=SIGNATURE,
    )
    draft = TemplateDraft(name="Ours", look=look)
    own = store.write(Gesture("add_template"), templates.save_template, draft, TODAY)
    path = tmp_path / "Ours.academy-template"
    write_template(path, store.read(templates.template_file, own))
    other = an_academy("Another")
    for name in ("Ours", "Ours 2"):
        store_gesture = Gesture("import_template")
        other.write(store_gesture, templates.import_template, read_template(path), TODAY)
        assert rows(other)[name].look == look


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"version": 2}, "template_too_new"),
        ({"name": "Changed"}, "template_damaged"),
        ({"what": "Academy register pack"}, "not_a_template"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_a_sentence(store, tmp_path, change, key):
    path = tmp_path / "Civic.academy-template"
    write_template(path, store.read(templates.template_file, 1))
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **change}), "utf-8")
    with pytest.raises(FileProblem) as refused:
        read_template(path)
    assert refused.value.rule == key
    assert path.name in labels.rule(refused.value)


def test_a_cut_file_and_one_of_another_kind_are_refused(store, tmp_path):
    path = tmp_path / "Civic.academy-template"
    write_template(path, store.read(templates.template_file, 1))
    whole = path.read_bytes()
    for data, key in (
        (whole[:-40], "template_damaged"), (b"%PDF-1.7", "not_a_template"), (b"", "not_a_template"),
        (b"\xff\xd8" * 9_000_000, "not_a_template"),
    ):  # fmt: skip
        path.write_bytes(data)
        with pytest.raises(FileProblem) as refused:
            read_template(path)
        assert refused.value.rule == key


def test_a_picture_that_is_none_or_huge_is_refused_and_nothing_is_saved(store):
    for picture, key in ((b"GIF89a", "picture_unreadable"), (bytes(5_000_000), "template_picture")):
        with pytest.raises(FileProblem, match=key):
            save(store, 1, logo=picture)
    assert store.read(templates.template, 1).look == Look()


def test_a_look_of_a_newer_academy_is_refused_whole(store):
    file = replace(store.read(templates.template_file, 1), look={"design": "hologram"})
    with pytest.raises(RuleBroken, match="look_unknown"):
        store.write(Gesture("import_template"), templates.import_template, file, TODAY)
    assert len(rows(store)) == 6


def test_a_badge_takes_the_accent_of_the_template(store):
    save(store, 1, colours=RED)
    ids = issued(store, plan(store, *ready(store)))
    assert {one.accent for one in store.read(badges.badge_facts, ids)} == {"#8a1020"}


def accredited(store, valid_to):
    made = a_programme(store, "Accredited leadership")
    draft = replace(
        store.read(programmes.programme, made),
        accreditations=(AccreditationLine("CPD Service", "A123", None, valid_to),),
    )
    store.write(Gesture("change_programme"), programmes.save_programme, draft, TODAY)
    return made


def claims(planned):
    return [p for p in certificate_files.layout_problems(planned) if p.key == "claim_of_others"]


def test_accredited_may_be_said_while_the_accreditation_is_valid(store):
    planned = plan(store, *ready(store, accredited(store, TODAY)))
    assert planned.accredited == "CPD Service, A123"
    assert not claims(planned)


def test_accredited_is_told_when_the_accreditation_is_over(store):
    planned = plan(store, *ready(store, accredited(store, date(2020, 1, 1))))
    assert not planned.accredited
    assert len(claims(planned)) == 2
