"""Importing mentors and mentees: the lists of networks as they are, equality answers left out."""

from pathlib import Path

import pytest

from academy.domain.words import RuleBroken
from academy.exchange.tables import pasted_table, read_table
from academy.store import history
from academy.usecases import cohorts, mentees, mentors, people
from academy.usecases.mentoring_import import import_mentoring, mentoring_gesture
from academy.usecases.mentoring_plan import MentoringRequest, plan_mentoring
from builders import TODAY, a_cohort, a_pair, an_academy, enrolled
from explains import journal_explains, rows_of

DATA = Path(__file__).parents[1] / "data"
TOPICS = DATA / "spreadsheets/L24-mewsmentor-boolean-topics.csv"


@pytest.fixture
def store():
    store = an_academy()
    yield store
    journal_explains(store)
    store.close()


def table(*lines):
    return pasted_table("\n".join(line.replace(" | ", "\t") for line in lines))


def planned(store, source, side, cohort=None, **choices):
    source = read_table(source) if isinstance(source, Path) else source
    request = MentoringRequest(source, cohort, side=side, **choices)
    return store.read(plan_mentoring, request)


def run(store, plan):
    return store.write(mentoring_gesture(plan), import_mentoring, plan, TODAY)


def fates(plan):
    return [row.fate for row in plan.rows]


def fields(plan):
    return {one.header: one.field for one in plan.columns}


@pytest.mark.parametrize("name", ["mentors.csv", "mentees.csv"])
def test_a_network_of_fifty_comes_in_without_its_equality_answers(store, name):
    side = name.removesuffix(".csv")
    cohort = a_cohort(store, capacity=60).id if side == "mentees" else None
    plan = planned(store, DATA / "mentoring" / name, side, cohort)
    asked = {"mentors": ["characteristics"]}.get(
        side, ["match with similar identity", "identity to match"]
    )
    assert plan.never_taken == (*asked, "biography")
    assert run(store, plan).added == 50
    assert store.read(history.newest).key == f"import_{side}"
    everything = repr(store.read(rows_of)).casefold()
    assert not any(word in everything for word in ("bisexual", "transgender", "asexual"))
    assert set(fates(planned(store, DATA / "mentoring" / name, side, cohort))) == {"identical"}


def test_an_answer_about_equality_stays_out_even_when_its_column_is_chosen_by_hand(store):
    source = DATA / "mentoring/mentors.csv"
    chosen = {"characteristics": "tells", "biography": "tells"}
    plan = planned(store, source, "mentors", fields=chosen)
    assert fields(plan)["characteristics"] == fields(plan)["biography"] == "leave_out"


def test_ticked_topics_become_themes_and_each_role_goes_its_way(store):
    plan = planned(store, TOPICS, "mentors")
    assert fates(plan) == ["left_out", "added", "added"]
    assert plan.rows[0].problem is not None
    assert plan.rows[0].problem.rule == "row_no_mentor"
    assert plan.both == 1
    run(store, plan)
    nuala = next(row for row in store.read(mentors.mentors) if "Nuala" in row.name)
    assert nuala.capacity == 2
    assert nuala.themes == ("Leadership", "Stakeholder management", "Career change")
    cohort = a_cohort(store)
    wishing = planned(store, TOPICS, "mentees", cohort.id)
    assert fates(wishing) == ["added", "left_out", "updated"]  # Kwame is here: a mentor already
    run(store, wishing)
    [first, _] = store.read(cohorts.places, cohort.id)
    assert store.read(mentees.mentee, first.place_id).wants == "Confidence before a promotion board"


def test_one_undo_takes_a_whole_list_back(store):
    cohort = a_cohort(store)
    before = store.read(rows_of)
    run(store, planned(store, TOPICS, "mentees", cohort.id))
    store.undo()
    after = store.read(rows_of)
    assert {name: rows for name, rows in after.items() if rows != before.get(name)} == {}


def test_mentees_need_a_cohort_and_get_a_place_there(store):
    source = table("Name | Wants", "Ann One | finance")
    assert planned(store, source, "mentees").problem.rule == "cohort_needed"
    small = a_cohort(store, capacity=1)
    enrolled(store, small, ["Ben Two"])
    assert planned(store, source, "mentees", small.id).problem.rule == "cohort_too_small"
    plan = planned(store, source, "mentees", a_cohort(store).id)
    assert plan.rows[0].enrols


def test_grades_days_and_formats_are_read_and_what_is_not_is_told(store):
    source = table(
        "Name | Grade | Days | How would you like to meet? | Region | Themes",
        "Ann One | G7 | Tue, Thurs | Online | Kent | Cyber Security; bees",
        "Ben Two | Band 4 | whenever | by pigeon | – | ",
        "Ann One | SEO",
    )
    plan = planned(store, source, "mentors")
    assert fates(plan) == ["added", "added", "skipped"]
    assert [text for _, _, text in plan.unread] == ["Band 4", "whenever", "by pigeon"]
    run(store, plan)
    ann = next(row for row in store.read(mentors.mentors) if row.name == "Ann One")
    assert ann.grade == 6
    assert ann.days == ("Tuesday", "Thursday")
    assert (ann.online, ann.in_person, ann.region) == (True, False, "Kent")
    assert ann.themes == ("cyber security", "bees")


def test_a_list_never_lowers_a_capacity_below_the_load_and_keeps_what_it_does_not_say(store):
    run(store, planned(store, TOPICS, "mentors"))
    cohort = a_cohort(store)
    nuala = next(row for row in store.read(mentors.mentors) if "Nuala" in row.name)
    for place in enrolled(store, cohort, ["Ann One", "Ben Two"]):
        a_pair(store, cohort, place.person_id, nuala.person_id)
    plan = planned(store, table("Name | Capacity", "Nuala Jardine | 1"), "mentors")
    assert plan.rows[0].problem.rule == "mentor_below_load"
    plan = planned(store, table("Name | Capacity", "Nuala Jardine | 4"), "mentors")
    assert [name for name, _, _ in plan.rows[0].changes] == ["capacity"]
    run(store, plan)
    now = next(row for row in store.read(mentors.mentors) if "Nuala" in row.name)
    assert (now.capacity, now.themes) == (4, nuala.themes)


def test_columns_chosen_by_hand_are_remembered_for_that_kind_of_list(store):
    source = table("Name | Topic of the heart", "Ann One | bees")
    assert fields(planned(store, source, "mentors"))["Topic of the heart"] == "themes"
    run(store, planned(store, source, "mentors", fields={"Topic of the heart": "offers"}))
    assert fields(planned(store, source, "mentors"))["Topic of the heart"] == "offers"
    assert fields(planned(store, source, "mentees"))["Topic of the heart"] == "themes"


def test_a_plan_that_no_longer_fits_is_refused_and_nothing_written(store):
    plan = planned(store, TOPICS, "mentors")
    run(store, plan)
    before = store.read(rows_of)
    with pytest.raises(RuleBroken, match="changed_since_review"):
        run(store, plan)
    assert store.read(rows_of) == before
    assert len(store.read(people.people)) == 2
    assert plan.counts["left_out"] == 1
