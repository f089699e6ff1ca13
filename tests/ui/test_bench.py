"""The mentor bench in a window: filters, forms, graduates, lists dropped, themes, managers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from academy.store.journal import Gesture
from academy.ui.dialogs.mentor import MentorDialog
from academy.ui.dialogs.wishes import WishesDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.main_window import commands
from academy.ui.screens.bench import BenchScreen
from academy.ui.screens.cohort_people import CohortPeopleTab
from academy.ui.screens.import_mentoring import ImportMenteesScreen, ImportMentorsScreen
from academy.ui.screens.person import PersonScreen
from academy.ui.screens.settings_themes import ThemesPart
from academy.usecases import mentees, mentors, people, themes
from builders import NOW, TODAY, WEEK, a_cohort, a_mentor, a_pair, a_person, an_academy, enrolled
from ui.windows import settle, window_on

DATA = Path(__file__).parents[1] / "data"


class World:
    """An academy with three mentors, one of them paused, one with a mentee, in a window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.store = an_academy()
        self.cohort = a_cohort(self.store, name="Top Talent 7", capacity=60)
        self.place = enrolled(self.store, self.cohort, ["Ann One"])[0]
        self.pat, self.jo, self.kim = (
            a_mentor(self.store, name) for name in ("Pat Ellis", "Jo Frost", "Kim Gray")
        )
        self.change(
            self.pat, capacity=2, themes=("cyber security",), agreed_on=TODAY, region="Wales"
        )
        self.change(self.jo, paused=True, themes=("housing",))
        self.change(self.kim, rest_until=TODAY + WEEK)
        a_pair(self.store, self.cohort, self.place.person_id, self.pat)
        self.window = window_on(self.store, "mentoring/mentors")
        settle()

    def change(self, person: int, **changes: object) -> None:
        draft = replace(self.store.read(mentors.mentor, person), **changes)
        self.store.write(Gesture("save_mentor"), mentors.save_mentor, draft)

    @property
    def screen(self) -> object:
        assert self.window.workspace is not None
        return self.window.workspace.screen

    @property
    def bench(self) -> BenchScreen:
        assert isinstance(self.screen, BenchScreen)
        return self.screen

    def names(self) -> list[str]:
        model = self.bench.model
        return [model.row_at(n).mentor.name for n in range(model.rowCount())]


@pytest.fixture
def world(qtbot: QtBot) -> World:
    return World(qtbot)


def dialog(kind: type[FormDialog]) -> FormDialog:
    settle()
    [found] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def test_the_bench_shows_who_is_free_paused_resting_or_has_not_agreed(world: World) -> None:
    bench = world.bench
    assert world.names() == ["Jo Frost", "Kim Gray", "Pat Ellis"]
    found = {}
    for key in ("free", "paused", "resting", "agreement", "graduates"):
        bench.filters.who.setCurrentIndex(bench.filters.who.findData(key))
        bench.filters.changed.emit()
        found[key] = world.names()
    assert found == {
        "free": ["Pat Ellis"], "paused": ["Jo Frost"],
        "resting": ["Kim Gray"], "agreement": ["Jo Frost", "Kim Gray"], "graduates": [],
    }  # fmt: skip
    bench.filters.clear()
    bench.filters.theme.setCurrentIndex(bench.filters.theme.findData("housing"))
    bench.filters.changed.emit()
    assert world.names() == ["Jo Frost"]
    assert bench.counted.text() == "1 of 3"


def test_a_mentor_is_changed_paused_and_taken_back(world: World) -> None:
    world.window.go(f"mentor/{world.pat}")
    settle()
    world.bench.edit_mentor()
    form = dialog(MentorDialog)
    form.form.entries["offers"].widget.setText("finance, housing")
    form.form.entries["days"].widget.ticks["Tuesday"].setChecked(True)
    form.save.click()
    settle()
    kept = world.store.read(mentors.mentor, world.pat)
    assert (kept.offers, kept.days) == ("finance, housing", ("Tuesday",))
    assert kept.themes == ("cyber security",)
    world.bench.pause_mentor()
    assert world.store.read(mentors.mentor, world.pat).paused
    world.store.undo()
    assert not world.store.read(mentors.mentor, world.pat).paused


def test_a_capacity_below_the_load_is_refused_beside_its_field(world: World) -> None:
    world.window.go(f"mentor/{world.pat}")
    settle()
    world.bench.edit_mentor()
    form = dialog(MentorDialog)
    form.form.entries["capacity"].widget.setText("0")
    form.save.click()
    assert "end a pair first" in form.form.entries["capacity"].problem()
    assert world.store.read(mentors.mentor, world.pat).capacity > 0
    form.reject()


def test_wishes_are_asked_from_the_people_of_a_cohort(world: World) -> None:
    apart = Gesture("declare_conflict")
    world.store.write(apart, mentees.declare_conflict, world.place.person_id, world.jo)
    world.window.go(f"cohort/{world.cohort.id}/people")
    settle()
    tab = world.screen.tab("people")
    assert isinstance(tab, CohortPeopleTab)
    tab.table.view.select_ids([world.place.id])
    tab.ask_wishes()
    form = dialog(WishesDialog)
    hint = form.form.entries["wishes"].widget.accessibleDescription()
    assert "Never taken from equality answers" in hint
    form.form.entries["wishes"].widget.setText("has changed careers")
    form.form.entries["apart"].widget.ticks["1"].setChecked(False)
    form.save.click()
    settle()
    assert world.store.read(mentees.mentee, world.place.id).wishes == "has changed careers"
    assert world.store.read(mentees.conflicts, world.place.person_id) == []
    world.store.undo()
    assert len(world.store.read(mentees.conflicts, world.place.person_id)) == 1


def test_a_person_becomes_a_mentor_in_two_clicks(world: World) -> None:
    lee = a_person(world.store, "Lee Hart")
    world.window.go(f"person/{lee}/mentoring")
    settle()
    page = world.screen
    assert isinstance(page, PersonScreen)
    page.mentoring.mentor.click()
    dialog(MentorDialog).save.click()
    settle()
    assert lee in {row.person_id for row in world.store.read(mentors.mentors)}
    assert page.mentoring.mentor.text() == "E&dit mentor…"


@pytest.mark.parametrize(
    "file", ["mentoring/mentors.csv", "spreadsheets/L22-mentors-civil-service.csv"]
)
def test_a_list_dropped_on_the_bench_is_looked_over_and_imported(world: World, file: str) -> None:
    commands.offer(world.window, DATA / file)
    settle()
    page = world.screen
    assert isinstance(page, ImportMentorsScreen)
    assert page.message.words.text().startswith(
        "Left out, because they hold answers about equality"
    )
    many = page.plan.writes
    assert page.go_on.text() == f"Import {many} mentor" + ("s" if many > 1 else "")
    page.run()
    settle()
    assert len(world.store.read(mentors.mentors)) == 3 + many
    page.leave()
    settle()
    assert isinstance(world.screen, BenchScreen)


def test_mentees_dropped_on_a_cohorts_mentoring_get_places_there(world: World) -> None:
    world.window.go(f"cohort/{world.cohort.id}/mentoring")
    settle()
    commands.offer(world.window, DATA / "mentoring/mentees.csv")
    settle()
    page = world.screen
    assert isinstance(page, ImportMenteesScreen)
    assert page.title() == "Import mentees into Top Talent 7"
    page.run()
    settle()
    assert len(world.store.read(people.people, world.cohort.id)) == 51
    world.store.undo()
    assert len(world.store.read(people.people, world.cohort.id)) == 1


def test_the_line_manager_stands_in_the_form_of_a_person(world: World) -> None:
    world.window.go(f"person/{world.place.person_id}")
    settle()
    page = world.screen
    assert isinstance(page, PersonScreen)
    form = page.form.form
    assert form is not None
    form.entries["manager"].widget.setText("Nobody Here")
    assert not form.check()
    form.entries["manager"].widget.setText("jo frost")
    page.form.page.save.click()
    settle()
    kept = world.store.read(people.person, world.place.person_id)
    assert kept.manager_id == world.jo


def test_themes_are_settled_in_settings(qtbot: QtBot) -> None:
    store = an_academy()
    part = ThemesPart(Desk(store, lambda: NOW))
    qtbot.addWidget(part)
    part.fill()
    assert "smart places" in part.field.text()
    part.field.setText("Housing, Finance")
    part.save()
    assert store.read(themes.themes) == ["Housing", "Finance"]


def test_a_graduate_becomes_a_mentor_from_the_completion(world: World) -> None:
    world.window.go(f"cohort/{world.cohort.id}/completion")
    settle()
    tab = world.screen.tab("completion")
    tab.make_mentor()
    dialog(MentorDialog).save.click()
    settle()
    assert world.place.person_id in {row.person_id for row in world.store.read(mentors.mentors)}
