"""Job 12 of the effort targets: correcting a name and reissuing, by clicks and keys from Home."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from academy.ui.dialogs.reissue import ReissueDialog
from academy.ui.kit import tasks, unlocked_keys
from academy.ui.kit.nav import ADDRESS, NavList
from academy.ui.screens.certificates import CertificatesScreen
from academy.usecases import certificates
from builders import a_cohort, an_academy, certified, enrolled
from ui.windows import settle, window_on

Key = Qt.Key
NAMES = ("Sian Hughs", "Tola Adeyemi", "Petra Novak")


def test_job_12_takes_three_clicks_and_two_keys_from_home(qtbot: QtBot) -> None:
    """Certificates, the row, Reissue; then the name, Tab, the reason, Enter."""
    store = an_academy()
    unlocked_keys.go_unsigned(str(id(store)))
    cohort = a_cohort(store, sessions=2)
    ids = certified(store, cohort, enrolled(store, cohort, NAMES))
    window = window_on(store)
    assert window.frame.sidebar is not None
    [sidebar] = [
        part for part in window.frame.sidebar.findChildren(NavList)
        if click_on(part, "certificates")
    ]  # fmt: skip
    assert sidebar is not None
    settle()
    screen = window.workspace.screen
    assert isinstance(screen, CertificatesScreen)
    row = screen.model.index(screen.model.number_of(ids[0]), 0)
    click(screen.table.view, row)
    QTest.mouseClick(screen.reissue, Qt.MouseButton.LeftButton)
    settle()
    dialog = screen.findChild(ReissueDialog)
    assert dialog is not None
    for text, key in ("Siân Hughes", Key.Key_Tab), ("Name misspelt", Key.Key_Return):
        dialog.focusWidget().insert(text)  # in place of what is selected
        QTest.keyClick(dialog.focusWidget(), key)
    qtbot.waitUntil(lambda: not tasks.running())
    log = store.read(certificates.certificates)
    assert log[0].printed_name == "Siân Hughes"
    assert [row.id for row in log if row.replaced_by] == ids[:1]
    window.let_go()
    store.close()


def click(view: QAbstractItemView, index: QModelIndex) -> None:
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def click_on(nav: NavList, address: str) -> bool:
    """Click the item of the sidebar that goes there, if it is in this list."""
    model = nav.model()
    for number in range(model.rowCount()):
        if model.index(number, 0).data(ADDRESS) == address:
            click(nav, model.index(number, 0))
            return True
    return False
