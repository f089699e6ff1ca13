"""Export this table (Ctrl+E): what is shown goes out, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from python_calamine import CalamineWorkbook

from academy.store.store import Store
from academy.ui.kit import pickers
from academy.ui.kit.data_view import DataView
from academy.ui.kit.pickers import FileKind
from academy.ui.kit.table import SortKey
from academy.ui.kit.theme import Scheme
from academy.ui.main_window import going
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.people import PeopleScreen
from builders import TODAY, WEEK, a_cohort, a_person, a_session, an_academy
from ui.windows import Answers, settle, window_on


@pytest.fixture
def store() -> Store:
    made = an_academy()
    for name in ("Noor Ahmed", "Aoife Byrne", "=HYPERLINK(1)"):
        a_person(made, name, phone="07700 900123")
    return made


class Places(Answers):
    """Says where a file goes, and keeps the name that was proposed."""

    def save_file(
        self, parent: QWidget | None, title: str, kinds: Sequence[FileKind], proposed: Path
    ) -> Path | None:
        self.asked.append(proposed.name)
        return super().save_file(parent, title, kinds, proposed)


@pytest.fixture
def asked(tmp_path: Path) -> Answers:
    made = Places()
    pickers.use(made)
    made.path = tmp_path / "out.xlsx"
    return made


@pytest.fixture
def window(store: Store, asked: Answers) -> Iterator[MainWindow]:
    made = window_on(store, "people")
    yield made
    made.let_go()


def people(window: MainWindow) -> PeopleScreen:
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, PeopleScreen)
    return screen


def written(path: Path | None) -> list[list[object]]:
    assert path is not None
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python()]


def export(window: MainWindow) -> None:
    window.refresh_menus()
    assert window.menus.actions["export"].isEnabled()
    window.run("export")
    settle()


def test_rows_go_out_in_their_order_with_the_visible_columns(
    window: MainWindow, asked: Answers
) -> None:
    table = people(window).table
    table.model.sort_by([SortKey("name", descending=True)])
    export(window)
    rows = written(asked.path)
    shown = [table.model.columns[n].header for n in table.view.visible_columns()]
    assert rows[0] == [header for header in shown if header]
    assert len(rows) == 4
    at = rows[0].index("Name")
    names = [row[at] for row in rows[1:]]
    assert names == [
        table.model.index(n, table.view.visible_columns()[at]).data() for n in range(3)
    ]


def test_a_filter_narrows_the_file_and_its_name_says_so(window: MainWindow, asked: Answers) -> None:
    people(window).table.filter.field.setText("byrne")
    export(window)
    assert asked.asked == ["People (filtered).xlsx"]
    assert len(written(asked.path)) == 2


def test_text_that_looks_like_a_formula_stays_text(window: MainWindow, asked: Answers) -> None:
    assert asked.path is not None
    asked.path = asked.path.with_suffix(".csv")
    export(window)
    text = asked.path.read_text("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert ',"=' not in text
    assert not text.startswith('"=')


@pytest.fixture
def calendar(store: Store, asked: Answers) -> Iterator[MainWindow]:
    a_session(store, a_cohort(store, sessions=0).id, TODAY + WEEK)
    made = window_on(store, "calendar/list")
    yield made
    made.let_go()


def test_days_and_times_of_the_calendar_go_out_as_such(
    calendar: MainWindow, asked: Answers
) -> None:
    export(calendar)
    rows = written(asked.path)
    row = dict(zip(rows[0], rows[1], strict=True))
    assert row["Date"] == TODAY + WEEK
    assert str(row["Starts"]) == "09:30:00"


def test_what_a_narrow_window_leaves_out_goes_out_too(calendar: MainWindow, asked: Answers) -> None:
    export(calendar)
    wide = written(asked.path)
    calendar.resize(800, 600)
    calendar.set_look(Scheme.LIGHT, 2.0)
    settle()
    view = next(view for view in calendar.findChildren(DataView) if view.isVisible())
    headers = [view.rows.columns[number].header for number in view.visible_columns()]
    assert "Facilitators" in wide[0]
    assert "Facilitators" not in headers
    export(calendar)
    assert written(asked.path) == wide


def test_without_a_table_the_command_says_why(window: MainWindow) -> None:
    window.go("settings")
    settle()
    window.refresh_menus()
    action = window.menus.actions["export"]
    assert not action.isEnabled()
    assert action.statusTip() == "There is no table on this page."


def test_a_protected_table_does_not_leave(window: MainWindow) -> None:
    people(window).table.view.may_leave = False
    window.refresh_menus()
    assert not window.menus.actions["export"].isEnabled()


def test_a_folder_that_cannot_be_written_is_said(window: MainWindow, asked: Answers) -> None:
    asked.path = Path("/nowhere/at/all/out.xlsx")
    export(window)
    assert window.frame.message.words.text()


def test_ctrl_e_and_the_palette_do_the_same(window: MainWindow, asked: Answers) -> None:
    window.activateWindow()
    people(window).table.view.setFocus()
    QTest.keyClick(people(window).table.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert asked.path is not None
    assert asked.path.exists()
    named = [one for one in going.command_entries(window) if "Export this table" in one.words]
    assert not named[0].why_not


def test_a_filter_that_matches_nobody_leaves_nothing_to_export(
    window: MainWindow, asked: Answers
) -> None:
    people(window).table.filter.field.setText("zzzzzz")
    window.run("export")
    assert "nothing to export" in window.frame.message.words.text()
    assert asked.path is not None
    assert not asked.path.exists()
