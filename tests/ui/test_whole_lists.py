"""Lists, cards and heads of the sample: names and places are read whole, buttons are whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from academy.ui.kit.line_breaks import broken
from academy.ui.kit.theme import Scheme, colour, px
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.cohorts import CohortsScreen
from academy.ui.screens.home_list import HomeList
from academy.ui.screens.mentoring import MentoringTab
from ui.painted import squeezed, words_cut
from ui.windows import settle

PAGES = (
    *(f"cohort/{number}/mentoring/suggestions" for number in range(1, 7)),
    "cohort/3/overview",
    "cohort/3/register",
    "cohort/3/sets",
    "cohort/1/issue",
    "cohort/2/issue",
    "cohorts",
    "mentoring",
    "mentor-group/1",
    "pair/20",
    "pair/42",
    "templates",
)


def shown(window: MainWindow) -> QWidget:
    assert window.workspace is not None
    assert window.workspace.screen is not None
    return window.workspace.screen


def walked(window: MainWindow) -> Iterator[str]:
    for page in PAGES:
        window.go(page)
        settle()
        yield page


def test_on_most_desks_no_name_and_no_sentence_is_cut(window: MainWindow) -> None:
    window.resize(1280, 800)
    cut = {page: words_cut(shown(window)) for page in walked(window)}
    assert {page: words for page, words in cut.items() if words} == {}


@pytest.mark.parametrize(
    ("width", "height", "zoom"),
    [(1280, 800, 1.0), (1024, 700, 1.0), (800, 600, 1.0), (1280, 800, 2.0)],
)
def test_buttons_and_labels_have_the_room_their_words_need(
    window: MainWindow, width: int, height: int, zoom: float
) -> None:
    window.set_look(Scheme.LIGHT, zoom)
    window.resize(width, height)
    short = {page: squeezed(window) for page in walked(window)}
    assert {page: words for page, words in short.items() if words} == {}
    assert (window.width(), window.height()) == (width, height)


def test_the_parts_of_the_mentoring_board_do_not_overlap(window: MainWindow) -> None:
    for width in (1280, 1024, 960, 800, 720):
        window.resize(width, 700)
        window.go("cohort/3/mentoring/suggestions")
        settle()
        assert window.width() == width
        tab = window.findChild(MentoringTab)
        assert tab is not None
        left, right = tab.waiting.view, tab.suggested
        assert left.mapTo(window, left.rect().topRight()).x() < right.mapTo(window, QPoint()).x()
        if tab.mentors.view.isVisible():
            end = right.mapTo(window, right.rect().topRight()).x()
            assert end < tab.mentors.view.mapTo(window, QPoint()).x()


def test_what_is_cut_all_the_same_is_told_under_the_mouse(window: MainWindow) -> None:
    window.resize(800, 600)
    window.go("home")
    settle()
    said = []
    for rows in window.findChildren(HomeList):
        for number in range(rows.model().rowCount()):
            index = rows.model().index(number, 0)
            place = rows.visualRect(index).center()
            asked = QHelpEvent(QEvent.Type.ToolTip, place, rows.viewport().mapToGlobal(place))
            QApplication.sendEvent(rows.viewport(), asked)
            said += [QToolTip.text()] if QToolTip.isVisible() else []
            QToolTip.hideText()
    assert len(words_cut(shown(window))) == 1
    assert [words for words in said if "Aoife Byrne" in words]


def test_the_bar_of_places_is_seen_on_the_chosen_cohort(window: MainWindow) -> None:
    window.go("cohorts")
    settle()
    screen = window.findChild(CohortsScreen)
    assert screen is not None
    view = next(rows.view for rows in screen.lists.values() if rows.view.hasFocus())
    seen = view.viewport().grab().toImage()
    place = view.visualRect(view.currentIndex())
    right, middle = place.right() - px(11), place.center().y() + px(9)
    full, rest = (seen.pixelColor(right - px(away), middle) for away in (80, 10))
    assert (full, rest) == (colour("on-accent"), colour("accent"))
    edge = [seen.pixelColor(right - px(10), middle + px(y)) for y in (-3, -2, 2, 3)]
    assert colour("on-accent") in edge


def test_words_break_at_spaces_and_after_hyphens_and_none_is_lost() -> None:
    name = "Worthington-Featherstonehaugh, Alexandrina"
    lines = broken(name, "body", px(180), most=3)
    assert lines == ["Worthington-", "Featherstonehaugh,", "Alexandrina"]
    assert broken(name, "body", px(900)) == [name]
    assert broken(name, "body", px(180), most=2) == [
        "Worthington-",
        "Featherstonehaugh, Alexandrina",
    ]
    assert broken("", "body", 10) == [""]
