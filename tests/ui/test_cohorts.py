"""The Cohorts page, its dialogs, and a cohort's own page with its overview."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from academy.domain.words import CohortState, Who
from academy.store.file import create
from academy.store.store import Store
from academy.ui.dialogs.cohort import CohortDialog
from academy.ui.dialogs.programme import ProgrammeDialog
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.cohort import CohortScreen
from academy.ui.screens.cohorts import CohortsScreen
from academy.ui.screens.overview import OverviewTab
from academy.ui.screens.rates_chart import RatesChart
from academy.usecases import cohorts, programmes
from ui.windows import settle, window_on


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    opened = create(tmp_path / "Own.academy", Who("Ann"), name="Own Academy")
    yield opened
    opened.close()


def page(window: MainWindow) -> CohortsScreen:
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, CohortsScreen)
    return screen


def type_in(dialog: ProgrammeDialog | CohortDialog, **texts: str) -> None:
    for key, text in texts.items():
        widget = dialog.form.entries[key].widget
        widget.setProperty("plainText" if key == "requirements" else "text", text)


def test_a_programme_with_rules_is_made_in_the_window(own: Store) -> None:
    window = window_on(own, "cohorts")
    screen = page(window)
    assert screen.empty.isVisible()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    dialog = screen.findChild(ProgrammeDialog)
    assert dialog is not None
    type_in(dialog, name="Leading Places", attendance="75", meetings="3")
    type_in(dialog, requirements="Challenge project\n\nCareer plan")
    dialog.save.click()
    settle()
    made = own.read(programmes.programme, own.read(programmes.programmes)[0].id)
    assert (made.rules.attendance_percent, made.rules.mentoring_meetings) == (75, 3)
    assert made.rules.requirements == ("Challenge project", "Career plan")
    assert not screen.empty.isVisible()
    window.let_go()


def test_what_needs_fixing_is_said_in_the_dialog(own: Store) -> None:
    window = window_on(own, "cohorts/new-programme")
    settle()
    dialog = page(window).findChild(ProgrammeDialog)
    assert dialog is not None
    type_in(dialog, attendance="800")
    dialog.save.click()
    assert dialog.form.summary.heading.text() == "2 things need fixing"
    assert own.read(programmes.programmes) == []
    window.let_go()


def test_a_new_cohort_opens_when_it_is_made(sample: Store) -> None:
    window = window_on(sample, "cohorts/new")
    settle()
    dialog = page(window).findChild(CohortDialog)
    assert dialog is not None
    type_in(dialog, name="Top Talent 7", capacity="20")
    dialog.save.click()
    assert "called Top Talent 7 already" in dialog.form.entries["name"].problem()
    type_in(dialog, name="Top Talent 9")
    dialog.save.click()
    settle()
    assert window.workspace is not None
    assert window.windowTitle() == "Overview – Top Talent 9 – Academy"
    window.let_go()


def test_undoing_a_new_cohort_leads_back_to_all(sample: Store) -> None:
    window = window_on(sample, "cohorts/new")
    settle()
    dialog = page(window).findChild(CohortDialog)
    assert dialog is not None
    type_in(dialog, name="Top Talent 9")
    dialog.save.click()
    settle()
    window.run("undo")
    settle()
    assert window.workspace is not None
    assert window.workspace.address == "cohorts"
    window.run("back")
    settle()
    assert window.workspace.address == "cohorts"
    window.let_go()


def test_enter_opens_the_cohort_with_the_focus(sample: Store) -> None:
    window = window_on(sample, "cohorts")
    chosen = page(window).chosen()
    assert chosen is not None
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert window.workspace is not None
    assert window.workspace.address == f"cohort/{chosen.id}"
    window.let_go()


def test_changed_rules_are_a_new_version_for_cohorts_to_come(sample: Store) -> None:
    window = window_on(sample, "cohorts")
    first = sample.read(programmes.programmes)[0]
    page(window).edit_programme(sample.read(programmes.programme, first.id))
    dialog = page(window).findChild(ProgrammeDialog)
    assert dialog is not None
    type_in(dialog, attendance="90")
    dialog.save.click()
    settle()
    after = sample.read(programmes.programmes)[0]
    assert after.rules_version == first.rules_version + 1
    window.let_go()


def overview(window: MainWindow) -> OverviewTab:
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, CohortScreen)
    tab = screen.tab("overview")
    assert isinstance(tab, OverviewTab)
    return tab


def test_the_chart_has_a_twin_in_words(sample: Store) -> None:
    running = next(c for c in sample.read(cohorts.cohorts) if c.name == "Top Talent 7")
    window = window_on(sample, f"cohort/{running.id}")
    chart = overview(window).findChild(RatesChart)
    assert chart is not None
    assert chart.chart.accessibleName().startswith("Attendance by session: from ")
    chart.switch.click()
    assert chart.table.isVisible()
    assert not chart.chart.isVisible()
    window.let_go()


def test_finishing_a_cohort_is_undone_from_its_overview(sample: Store) -> None:
    running = next(c for c in sample.read(cohorts.cohorts) if c.name == "Top Talent 7")
    window = window_on(sample, f"cohort/{running.id}")
    overview(window).change_state(CohortState.FINISHED)
    settle()
    assert sample.read(cohorts.cohort, running.id).state is CohortState.FINISHED
    window.run("undo")
    settle()
    assert sample.read(cohorts.cohort, running.id).state is CohortState.RUNNING
    window.let_go()


def test_ctrl_tab_goes_through_the_tabs(sample: Store) -> None:
    window = window_on(sample, "cohort/3")
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, CohortScreen)
    window.run("next_tab")
    settle()
    assert screen.tab_key != "overview"
    window.run("previous_tab")
    settle()
    assert screen.tab_key == "overview"
    window.let_go()
