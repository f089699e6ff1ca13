"""A register pack that came back: conflicts answered, marks applied, taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.domain.words import Letter
from academy.exchange.packs import read_pack, write_pack
from academy.store import history
from academy.ui.kit.toast import Toast
from academy.ui.main_window import commands
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.cohort import CohortScreen
from academy.ui.screens.conflict_rows import answers_of
from academy.ui.screens.import_pack import ImportPackScreen
from academy.ui.screens.register import RegisterTab
from academy.usecases import packs
from academy.usecases.register import register
from builders import TODAY, a_cohort, an_academy, enrolled, marks
from ui.answers import Prepared
from ui.windows import settle, window_on

P, L, A, E = Letter


class World:
    """Noor is E here; the pack says A for her, P for two others, nothing for the fourth."""

    def __init__(self, folder: Path) -> None:
        self.store = an_academy()
        self.cohort = a_cohort(self.store, sessions=2, name="Top Talent 7")
        self.people = [place.person_id for place in enrolled(self.store, self.cohort, 4)]
        marks(self.store, self.cohort, " E")
        self.file = folder / "Top Talent 7 Session 2.register"
        pack = self.store.read(packs.make_pack, self.cohort.sessions[1])
        noor, aoife, gulsen, _ = self.people
        write_pack(self.file, replace(pack, marks={noor: A, aoife: P, gulsen: P}))
        self.window: MainWindow = window_on(self.store)

    def drop(self) -> ImportPackScreen:
        commands.offer(self.window, self.file)
        settle()
        assert self.window.workspace is not None
        screen = self.window.workspace.screen
        assert isinstance(screen, ImportPackScreen)
        return screen

    def letters(self) -> list[Letter | None]:
        rows = self.store.read(register, self.cohort.id, TODAY).rows
        found = {row.person_id: row.marks[1].letter for row in rows}
        return [found[person] for person in self.people]


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_dropped_pack_shows_marks_and_conflicts_and_applies(world: World) -> None:
    page = world.drop()
    model = page.table.model_
    assert model.happens(model.rows[0]) == "You have E, the pack says A"
    assert page.go_on.text() == "Apply 2 marks"
    page.go_on.click()
    settle()
    assert world.letters() == [E, P, P, None]
    assert world.window.workspace is not None
    address = f"cohort/{world.cohort.id}/register/{world.cohort.sessions[1]}"
    assert world.window.workspace.address == address
    assert world.store.read(history.entries, 1)[0].entry.by == "Dana Price (register pack)"


def test_the_packs_mark_is_taken_by_click_or_key(world: World) -> None:
    page = world.drop()
    cell = page.table.visualRect(page.table.model_.index(0, 3))
    take = next(place for _, place, theirs in answers_of(QRectF(cell), page.table.model_.rows[0])
                if theirs)  # fmt: skip
    spot = QPoint(round(take.center().x()), round(take.center().y()))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.go_on.text() == "Apply 3 marks"
    QTest.keyClick(page.table, Qt.Key.Key_K)
    assert page.go_on.text() == "Apply 2 marks"
    QTest.keyClick(page.table, Qt.Key.Key_T)
    page.go_on.click()
    settle()
    assert world.letters() == [A, P, P, None]


def test_it_is_taken_back_from_the_message(world: World) -> None:
    world.drop().go_on.click()
    settle()
    world.window.findChildren(Toast)[-1]._do()
    assert world.letters() == [E, None, None, None]


def test_dropped_again_it_has_nothing_to_apply(world: World) -> None:
    world.drop().go_on.click()
    settle()
    again = world.drop()
    assert not again.go_on.isEnabled()
    assert again.table.model_.rows[-1].fate == "same"


def test_a_pack_of_another_academy_is_refused_on_the_page(world: World) -> None:
    strange = replace(read_pack(world.file), academy="f" * 16, academy_name="Essex")
    write_pack(world.file, strange)
    world.drop()
    said = world.window.frame.message.words.text()
    assert said == "This pack was made by another academy, Essex. Open that academy for it."


def test_the_register_makes_a_pack_and_history_knows(world: World, answers: Prepared) -> None:
    made = world.file.with_name("made.register")
    answers.will(made)
    world.window.go(f"cohort/{world.cohort.id}/register/{world.cohort.sessions[0]}")
    settle()
    assert world.window.workspace is not None
    page = world.window.workspace.screen
    assert isinstance(page, CohortScreen)
    tab = page.tab("register")
    assert isinstance(tab, RegisterTab)
    tab._make_pack()
    assert answers.asked == [("Make a register pack", "Top Talent 7 Session 1.register")]
    assert read_pack(made).number == 1
    assert world.store.read(history.entries, 1)[0].entry.key == "make_pack"
