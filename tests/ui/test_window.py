"""The window: pages by address, the way back, menus that say why, undo with names."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from academy.domain.words import Who
from academy.store.file import create, open_academy
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.kit import session_memory
from academy.ui.kit.palette import Palette
from academy.ui.kit.theme import Scheme, theme
from academy.ui.main_window import going, pages
from academy.ui.main_window.window import MainWindow
from academy.usecases import programmes
from academy.usecases.programmes import ProgrammeDraft
from ui.windows import settle, window_on


def press(window: MainWindow, key: Qt.Key, *, ctrl: bool = False, alt: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    if ctrl:
        modifiers |= Qt.KeyboardModifier.ControlModifier
    if alt:
        modifiers |= Qt.KeyboardModifier.AltModifier
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
    settle()


def test_the_sidebar_numbers_its_pages(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2, ctrl=True)
    assert window.workspace is not None
    assert window.workspace.address == "cohorts"
    press(window, Qt.Key.Key_1, ctrl=True)
    assert window.workspace.address == "home"


def test_back_forward_and_up_follow_the_way_that_was_gone(window: MainWindow) -> None:
    space = window.workspace
    assert space is not None
    window.go("cohorts")
    window.go("cohort/3/register")
    press(window, Qt.Key.Key_Left, alt=True)
    assert space.address == "cohorts"
    press(window, Qt.Key.Key_Right, alt=True)
    assert space.address == "cohort/3/register"
    press(window, Qt.Key.Key_Up, alt=True)
    assert space.address == "cohorts"


def test_the_title_names_page_and_object(window: MainWindow) -> None:
    window.go("cohort/3/register")
    settle()
    assert window.windowTitle() == "Register – Top Talent 7 – Academy"


def test_what_cannot_be_done_is_disabled_and_says_why(window: MainWindow) -> None:
    export = window.menus.actions["export"]
    assert not export.isEnabled()
    assert export.statusTip() == "There is no table on this page."
    assert "is no list" in window.menus.actions["filter"].statusTip()


def test_undo_names_what_it_takes_back(window: MainWindow, sample: Store) -> None:
    space = window.workspace
    assert space is not None
    draft = ProgrammeDraft(name="Leading Places")
    space.desk.do(Gesture("add_programme"), programmes.save_programme, draft, date.today())
    settle()
    assert window.menus.actions["undo"].text() == "&Undo add a programme"
    press(window, Qt.Key.Key_Z, ctrl=True)
    assert window.frame.status.text() == "Undone: add a programme"
    assert "Leading Places" not in [p.name for p in sample.read(programmes.programmes)]
    assert window.menus.actions["redo"].text() == "&Redo add a programme"
    press(window, Qt.Key.Key_Y, ctrl=True)
    assert "Leading Places" in [p.name for p in sample.read(programmes.programmes)]


def test_an_undo_that_cannot_be_says_so_on_the_page(window: MainWindow) -> None:
    window.run("undo")
    settle()
    assert window.frame.message.isVisible()
    assert "cannot be undone" in window.frame.message.words.text()
    window.go("cohorts")
    assert not window.frame.message.isVisible()


@pytest.mark.skipif(not pages.is_page("person"), reason="the page of a person is not there")
def test_one_person_is_opened_with_six_keys(window: MainWindow) -> None:
    press(window, Qt.Key.Key_K, ctrl=True)
    palette = window.frame.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(palette.edit, "byrn")
    settle()
    assert palette.found()[0].entry.words == "Aoife Byrne"
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    settle()
    assert window.workspace is not None
    assert window.workspace.address.startswith("person/")


def test_the_palette_gives_the_focus_back_exactly(window: MainWindow) -> None:
    before = QApplication.focusWidget()
    palette = going.open_palette(window)
    assert palette is not None
    QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
    settle()
    assert QApplication.focusWidget() is before


def test_zoom_and_colours_are_remembered(window: MainWindow) -> None:
    window.run("zoom_in")
    assert theme().zoom == pytest.approx(1.1)
    window.set_look(Scheme.DARK, theme().zoom)
    assert session_memory.look() == ("dark", pytest.approx(1.1))


@pytest.mark.parametrize(
    ("width", "labels", "menu"), [(1280, 216, False), (800, 56, False), (630, 0, True)]
)
def test_the_sidebar_gives_way_to_the_page(
    window: MainWindow, width: int, labels: int, menu: bool
) -> None:
    window.resize(width, 600)
    settle()
    bar = window.frame.sidebar
    assert bar is not None
    assert window.width() == width
    assert (bar.width() if bar.isVisible() else 0) == labels
    assert window.frame.menu_button.isVisible() is menu


def test_every_page_of_the_sidebar_opens_with_its_focus_inside(window: MainWindow) -> None:
    space = window.workspace
    assert space is not None
    for item in (*space.items(), *space.foot()):
        window.go(item.address)
        settle()
        focus = QApplication.focusWidget()
        assert space.screen is not None
        assert focus is not None, item.address
        assert space.screen.isAncestorOf(focus), item.address


def test_no_widget_that_takes_focus_is_without_a_name(window: MainWindow) -> None:
    space = window.workspace
    assert space is not None
    for address in ("home", "cohorts", "cohort/3/overview", "settings", "history", "help"):
        window.go(address)
        settle()
        for widget in window.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible():
                name = widget.accessibleName() or getattr(widget, "text", str)()
                assert name, f"{address}: {widget}"


def test_shortcuts_are_unique(window: MainWindow) -> None:
    seen: dict[str, str] = {}
    for action in window.findChildren(type(window.menus.actions["undo"])):
        for key in action.shortcuts():
            text = key.toString()
            assert text not in seen, f"{text}: {seen.get(text)} and {action.text()}"
            seen[text] = action.text()


def test_a_file_opens_on_the_page_that_was_left_today(tmp_path: Path) -> None:
    path = tmp_path / "Own.academy"
    create(path, Who("Ann"), name="Own Academy").close()
    first = MainWindow()
    first.show()
    assert first.open(path)
    first.go("settings")
    settle()
    first.close()
    second = MainWindow()
    second.show()
    assert second.open(path)
    assert second.workspace is not None
    assert second.workspace.address == "settings"
    assert session_memory.recent_files()[0].name == "Own Academy"
    second.close()


def test_a_window_that_only_reads_offers_no_undo(tmp_path: Path) -> None:
    path = tmp_path / "Own.academy"
    create(path, Who("Ann"), name="Own Academy").close()
    store = open_academy(path, Who("Ben"), read_only=True)
    window = window_on(store)
    assert not window.menus.actions["undo"].isEnabled()
    assert "reading only" in window.frame.status.text()
    window.let_go()
    store.close()


def test_the_menu_item_offers_what_the_page_can_do(window: MainWindow) -> None:
    window.go("cohort/3")
    settle()
    window._unfold()
    words = [act.text() for act in window.menus._anchors["item"][0].actions()]
    assert "&History of this cohort" in words


def test_the_palette_opens_from_a_text_field(window: MainWindow) -> None:
    window.go("settings")
    settle()
    press(window, Qt.Key.Key_K, ctrl=True)
    assert window.frame.findChild(Palette) is not None


class StrayWindows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(thing, QWidget)
        if shown and thing.isWindow() and not isinstance(thing, MainWindow):  # type: ignore[attr-defined]
            self.seen.append(f"{type(thing).__name__} {thing.accessibleName()}")  # type: ignore[attr-defined]
        return False


def test_no_part_of_a_page_flashes_up_as_a_window(sample: Store, qapp: QApplication) -> None:
    watch = StrayWindows()
    qapp.installEventFilter(watch)
    window = window_on(sample)
    space = window.workspace
    assert space is not None
    for item in (*space.items(), *space.foot()):
        window.go(item.address)
        settle()
    for tab in ("overview", "people", "register", "mentoring", "completion"):
        window.go(f"cohort/3/{tab}")
        settle()
    qapp.removeEventFilter(watch)
    assert watch.seen == []
    window.let_go()
