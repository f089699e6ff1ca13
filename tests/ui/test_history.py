"""The History page: the newest changes folded, all older ones by pages, each found and sorted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.domain.words import Letter, Who
from academy.store.journal import Gesture
from academy.ui.kit.columns import folded, words_of_filter
from academy.ui.kit.desk import Desk
from academy.ui.kit.table_model import SortKey
from academy.ui.screens import history_lines
from academy.ui.screens.history import HistoryScreen
from academy.ui.screens.history_lines import HistoryLine
from academy.usecases import attendance, history, people
from academy.usecases.attendance import MarkDraft
from builders import NOW, TODAY, a_cohort, a_person, an_academy, enrolled
from explains import journal_explains

FEW = 6


class Page:
    """The page on an academy with more entries than are folded."""

    def __init__(self, qtbot: QtBot) -> None:
        self.store = an_academy()
        self.cohort = a_cohort(self.store, sessions=2)
        self.places = enrolled(self.store, self.cohort, 3)
        for who, letter in (("Siân Reed", Letter.PRESENT), ("Dana Price", Letter.ABSENT)):
            self.store.who = Who(who)
            self.noor = a_person(self.store, f"Noor of {who}")
            for session in self.cohort.sessions:
                for place in self.places:
                    self.mark(session, place.id, letter)
        self.change_phone()
        self.store.undo()
        self.desk = Desk(self.store, lambda: NOW)
        self.screen = HistoryScreen(self.desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 700)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.go(())

    def mark(self, session: int, place: int, letter: Letter) -> None:
        gesture = Gesture("mark", {"n": 1, "letter": letter.value})
        self.store.write(gesture, attendance.mark, [MarkDraft(session, place, letter)], TODAY)

    def change_phone(self) -> None:
        draft = self.store.read(people.person, self.noor)
        changed = people.PersonDraft(**{**draft.__dict__, "phone": "01622 696 000"})
        self.store.write(Gesture("change_person"), people.save_person, changed)

    def lines(self) -> list[HistoryLine]:
        return list(self.screen.model.rows)

    def texts(self) -> list[str]:
        columns = self.screen.model.columns
        return [" | ".join(column.text(line) for column in columns) for line in self.lines()]

    def filter(self, typed: str) -> list[str]:
        self.screen.model.filter_by(typed)
        return self.texts()


@pytest.fixture
def page(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    monkeypatch.setattr(history_lines, "FOLDED", FEW)
    made = Page(qtbot)
    yield made
    journal_explains(made.store)


def entries(page: Page) -> list[int]:
    return [entry for line in page.lines() for entry in line.entries]


def test_every_change_is_there_once_and_the_newest_are_folded(page: Page) -> None:
    newest = page.store.read(history.recent_changes, 1)[0].entries[0]
    assert entries(page) == list(range(newest, 0, -1))
    assert [len(line.entries) for line in page.lines()][:4] == [1, 1, 3, 1]
    assert page.screen.model.total == len(page.lines()) == newest - 2
    assert "3 marks in Session 2" in page.texts()[2]


def test_what_is_typed_is_found_in_new_and_old_lines_alike(page: Page) -> None:
    every = page.texts()
    for typed in ("mark", "present", "sian", "person", "add session", "undone", "3 enrol", "today",
                  "already undone", "cannot", "2022", "nobody at all"):  # fmt: skip
        words = words_of_filter(typed)
        # of the day each line shows its parts are found, of the hour only those of the newest
        wanted = [line for line in every if all(word in folded(line) for word in words)]
        assert page.filter(typed) == wanted, typed
    assert page.filter("") == every


def test_words_with_an_apostrophe_are_found_in_old_lines_too(page: Page) -> None:
    page.store.write(
        Gesture("save_mentee"), people.save_person, people.PersonDraft(full_name="Ana O’Hara")
    )
    for number in range(FEW):
        a_person(page.store, f"Somebody {number}")
    page.screen.refresh()
    for typed in ("mentee’s", "mentee's", "mentees wishes"):
        [found] = page.filter(typed)
        assert "Save a mentee’s wishes" in found


@pytest.mark.parametrize("column", ["what", "who", "undo"])
@pytest.mark.parametrize("down", [False, True])
def test_each_column_sorts_both_ways(page: Page, column: str, down: bool) -> None:
    before = sorted(entries(page))
    page.screen.model.sort_by([SortKey(column, down)])
    of = next(one for one in page.screen.model.columns if one.key == column)
    texts = [folded(of.text(line)) for line in page.lines()]
    filled = [text for text in texts if text]
    if column != "what":  # gestures are in order; what is filled into their words is not
        assert texts == sorted(filled, reverse=down) + [""] * (len(texts) - len(filled))
    assert sorted(entries(page)) == before
    first = {"what": "add", "who": "dana price", "undo": "already undone"}[column]
    assert (filled[-1] if down else filled[0]).startswith(first)


def test_the_oldest_come_first_when_sorted_by_when(page: Page) -> None:
    every = entries(page)
    page.screen.model.sort_by([SortKey("when")])
    assert page.lines()[0].id == 1
    assert sorted(entries(page), reverse=True) == every


def test_a_cohorts_page_holds_what_happened_in_it_alone(page: Page) -> None:
    page.screen.go(("cohorts", str(page.cohort.id)))
    found = page.texts()
    assert len(entries(page)) == 12 + 4  # marks; cohort, its sessions, its people
    assert not any("Add a person" in line for line in found)
    assert page.filter("mark dana") == [line for line in found if "mark" in line.casefold()
                                        and "Dana" in line]  # fmt: skip


def test_a_record_and_then_all_again_choose_the_first_line(page: Page) -> None:
    page.screen.table.view.select_ids([page.lines()[-1].id])
    page.screen.go(("people", str(page.noor)))
    assert [line.what for line in page.lines()[:1]] == ["Phone: 01622 696 000 → –"]
    assert page.screen.table.view.currentIndex().row() == 0
    page.screen.go(())
    assert page.screen.table.view.currentIndex().row() == 0


def test_a_chosen_line_stays_chosen_and_is_undone(page: Page) -> None:
    marks = page.lines()[2]
    page.screen.table.view.select_ids([marks.id])
    page.store.who = Who("Dana Price")
    page.change_phone()
    chosen = page.screen.chosen()
    assert chosen == marks
    QTest.mouseClick(page.screen.undo, Qt.MouseButton.LeftButton)
    assert "Undone: " in page.texts()[0]
