"""The tables of the sample: no word is cut where there is room, and no bar where none is needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from academy.store.store import Store
from academy.ui.kit.data_view import DataView
from academy.ui.kit.theme import Scheme
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.import_people import ImportPeopleScreen
from academy.usecases import cohorts
from academy.usecases.sample import practice_files
from ui.painted import cut, words_painted
from ui.windows import settle

PAGES = (
    "cohort/{running}/completion",
    "cohort/{finished}/completion",
    "cohort/{running}/people",
    "calendar/list",
    "history",
    "certificates",
    "mentoring/mentors",
    "organisations",
    "people",
)
NEVER = {
    "Number",
    "Issued",
    "Date",
    "Starts",
    "Ends",
    "When",
    "Today",
    "Mentees",
    "People",
    "Place",
}
"""Figures, days and tags are never cut, however little room there is."""


def tables(window: MainWindow, sample: Store) -> Iterator[tuple[str, DataView]]:
    """Go to every page with a table, and yield the name of its settings and itself."""
    by_name = {row.name: row.id for row in sample.read(cohorts.cohorts)}
    running, finished = by_name["Top Talent 7"], by_name["Top Talent 5"]
    for page in PAGES:
        window.go(page.format(running=running, finished=finished))
        settle()
        view = next(view for view in window.findChildren(DataView) if view.isVisible())
        yield view.key, view


def seen(window: MainWindow, sample: Store) -> tuple[dict[str, set[str]], list[str]]:
    """Return in which columns of which tables words are cut, and which tables scroll."""
    shortened: dict[str, set[str]] = {}
    scrolling = []
    for key, view in tables(window, sample):
        assert len(words_painted(view)) > 4
        if found := {text.column for text in cut(view)}:
            shortened.setdefault(key, set()).update(found)
        if view.horizontalScrollBar().isVisible():
            scrolling.append(key)
    return shortened, scrolling


def test_on_most_desks_hardly_a_word_is_cut_and_nothing_scrolls(
    window: MainWindow, sample: Store
) -> None:
    window.resize(1280, 800)
    shortened, scrolling = seen(window, sample)
    assert shortened == {"certificates": {"State"}, "bench": {"Themes", "Region"}}
    assert scrolling == []


def test_in_a_small_window_the_long_texts_are_cut_and_nothing_scrolls(
    window: MainWindow, sample: Store
) -> None:
    window.resize(1024, 700)
    shortened, scrolling = seen(window, sample)
    assert shortened == {
        "completion": {"Name", "Attendance"},
        "cohort-people": {"Organisation"},
        "certificates": {"Name", "State"},
        "bench": {"Themes"},
        "organisations": {"Name", "Region"},
        "people": {"Organisation"},
    }
    assert scrolling == []


@pytest.mark.parametrize(("width", "height", "zoom"), [(800, 600, 1.0), (1280, 800, 2.0)])
def test_figures_days_and_tags_are_whole_however_little_room_there_is(
    window: MainWindow, sample: Store, width: int, height: int, zoom: float
) -> None:
    window.set_look(Scheme.LIGHT, zoom)
    window.resize(width, height)
    shortened, scrolling = seen(window, sample)
    assert {key: columns & NEVER for key, columns in shortened.items() if columns & NEVER} == {}
    assert set(scrolling) <= {"completion"}


@pytest.mark.parametrize("width", [800, 1024, 1280])
def test_what_the_columns_of_a_list_become_stands_inside_the_page(
    window: MainWindow, sample: Store, tmp_path: Path, width: int
) -> None:
    by_name = {row.name: row.id for row in sample.read(cohorts.cohorts)}
    file = practice_files(tmp_path, date.today()).enrolments
    window.resize(1280, 800)
    window.go(f"cohort/{by_name['Empowering Women 5']}/import?file={file}")
    settle()
    window.resize(width, 700)
    settle()
    page = window.workspace.screen if window.workspace is not None else None
    assert isinstance(page, ImportPeopleScreen)
    asked = page.columns.findChildren(QComboBox)
    assert len(asked) == 7
    right = [one.mapTo(window, one.rect().topRight()).x() for one in asked]
    assert max(right) <= page.mapTo(window, page.rect().topRight()).x() - 16
