"""Settings apply at once; History says who did what; Help shows the keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from academy.domain.words import Who
from academy.store.file import create
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.dialogs.signatory import SignatoryDialog
from academy.ui.kit.theme import Scheme, theme
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.history import HistoryScreen
from academy.ui.screens.settings import SettingsScreen
from academy.usecases import academy, programmes
from academy.usecases.academy import SignatoryDraft
from academy.usecases.programmes import ProgrammeDraft
from ui.windows import answering, settle, window_on


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    opened = create(tmp_path / "Own.academy", Who("Ann"), name="Own Academy")
    yield opened
    opened.close()


@pytest.fixture
def window(own: Store) -> Iterator[MainWindow]:
    made = window_on(own, "settings")
    yield made
    made.let_go()


def settings(window: MainWindow) -> SettingsScreen:
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, SettingsScreen)
    return screen


def test_a_setting_is_saved_when_its_field_is_left(window: MainWindow, own: Store) -> None:
    part = settings(window).of_academy
    part.fields["name"].setText("Kent & Medway Leadership Academy")
    part.save("name")
    settle()
    assert own.read(academy.academy).name == "Kent & Medway Leadership Academy"
    window.run("undo")
    assert own.read(academy.academy).name == "Own Academy"


def test_a_setting_that_cannot_be_says_what_to_do(window: MainWindow, own: Store) -> None:
    part = settings(window).of_academy
    part.fields["quiet_days"].setText("six weeks")
    part.save("quiet_days")
    assert part.problems["quiet_days"].property("text") == "Enter a number, like 42"
    part.fields["certificate_pattern"].setText("LA-{year}")
    part.save("certificate_pattern")
    assert "{number}" in str(part.problems["certificate_pattern"].property("text"))
    assert own.read(academy.academy).quiet_days == 42


def test_a_signatory_with_a_picture(window: MainWindow, own: Store, tmp_path: Path) -> None:
    screen = settings(window)
    screen.edit_signatory(SignatoryDraft())
    dialog = screen.findChild(SignatoryDialog)
    assert dialog is not None
    (tmp_path / "no.png").write_text("no picture")
    dialog.take(tmp_path / "no.png")
    assert dialog.form.entries["picture"].problem() == "Choose a picture (.png, .jpg)"
    image = QImage(2000, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.save(str(tmp_path / "sign.png"))
    dialog.take(tmp_path / "sign.png")
    dialog.form.entries["name"].widget.setProperty("text", "Dana Price")
    dialog.save.click()
    settle()
    made = own.read(academy.signatories)[0]
    assert made.name == "Dana Price"
    assert QImage.fromData(made.picture or b"").width() == 1600


def test_colours_change_at_once(window: MainWindow) -> None:
    screen = settings(window)
    screen.scheme.setCurrentIndex(screen.scheme.findData(Scheme.DARK))
    screen.scheme.activated.emit(screen.scheme.currentIndex())
    assert theme().scheme is Scheme.DARK


def test_history_names_you_as_settings_say(window: MainWindow, own: Store) -> None:
    screen = settings(window)
    screen.name.setText("Dana Price")
    screen.name.editingFinished.emit()
    part = screen.of_academy
    part.fields["issuer"].setText("The Council")
    part.save("issuer")
    window.go("history")
    settle()
    page = window.workspace.screen  # type: ignore[union-attr]
    assert isinstance(page, HistoryScreen)
    newest = page.model.row_at(0)
    assert (newest.what, newest.by) == ("Change the settings", "Dana Price")


def test_a_backup_is_made_and_shown(window: MainWindow, tmp_path: Path) -> None:
    window.run("back_up")
    settle()
    assert list((tmp_path / "Own backups").glob("*.academy"))
    assert window.frame.status.text().startswith("Backup made and read again")


def test_backups_go_into_a_folder_of_ones_own(window: MainWindow, tmp_path: Path) -> None:
    service = answering()
    service.path = tmp_path / "elsewhere"
    settings(window)._choose_folder()
    window.run("back_up")
    assert list((tmp_path / "elsewhere").glob("*.academy"))


def test_an_older_change_is_undone_from_history(window: MainWindow, own: Store) -> None:
    desk = window.workspace.desk  # type: ignore[union-attr]
    for name in ("One", "Two"):
        draft = ProgrammeDraft(name=name)
        desk.do(Gesture("add_programme"), programmes.save_programme, draft, date.today())
    window.go("history")
    settle()
    page = window.workspace.screen  # type: ignore[union-attr]
    assert isinstance(page, HistoryScreen)
    page.table.view.select_ids([page.model.id_at(1)])
    page.undo.click()
    settle()
    assert [row.name for row in own.read(programmes.programmes)] == ["Two"]
    assert page.model.row_at(0).what == "Undone: add a programme"


def test_the_history_of_a_record_tells_its_fields(window: MainWindow) -> None:
    part = settings(window).of_academy
    part.fields["quiet_days"].setText("50")
    part.save("quiet_days")
    window.go("history/academy/1")
    settle()
    page = window.workspace.screen  # type: ignore[union-attr]
    assert isinstance(page, HistoryScreen)
    assert page.model.row_at(0).what == "Quiet days: 42 → 50"


def test_help_leads_to_the_keys(window: MainWindow) -> None:
    window.run("shortcuts")
    settle()
    assert window.windowTitle() == "Help – Academy"
