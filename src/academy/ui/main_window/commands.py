"""What each menu item, each button of the frame and each command of the palette does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from academy.ui.kit import pickers, session_memory
from academy.ui.kit.theme import theme

if TYPE_CHECKING:
    from academy.ui.main_window.window import MainWindow

KEYS: Final = {"cut": Qt.Key.Key_X, "copy": Qt.Key.Key_C, "paste": Qt.Key.Key_V}
STEP: Final = 0.1
TABLES: Final = frozenset({".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt"})


def _tr(words: str) -> str:
    return QCoreApplication.translate("commands", words)


def run(window: MainWindow, key: str) -> None:
    """Do what a command's key names: one of the window's, else one of the page that is shown."""
    act = _of_window(window).get(key)
    if act is not None:
        act()
        return
    screen = window.workspace.screen if window.workspace is not None else None
    if screen is not None and key in screen.commands():
        screen.commands()[key]()
    elif screen is not None and key == "export":
        export_table(window)
    elif screen is not None and key == "new_series":
        plan_series(window)
    elif screen is not None and key == "facilitator":
        from academy.ui.main_window import facilitating

        facilitating.open_today(window)
    window.refresh_menus()


def export_table(window: MainWindow) -> None:
    """Write the table that the page shows as a spreadsheet."""
    from academy.ui.kit.table_export import table_on
    from academy.ui.main_window import exporting

    screen = window.workspace.screen if window.workspace is not None else None
    view = table_on(screen) if screen is not None else None
    if view is None:
        window.show_problem(_tr("The table shows no rows, so there is nothing to export."))
    else:
        exporting.export(window, view)


def plan_series(window: MainWindow) -> None:
    """Ask for a session series on a page that has no cohort of its own."""
    from academy.ui.screens import planning_anywhere

    space = window.workspace
    if space is not None and not planning_anywhere.plan_series(space.desk, window):
        window.show_problem(_tr("Add a cohort first; its sessions are planned then."))


def _of_window(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    zoom = theme().zoom
    return {
        "new_academy": lambda: new_academy(window),
        "open": lambda: choose_file(window),
        "sample": lambda: open_sample(window),
        "reset_sample": lambda: reset_sample(window),
        "practice_files": lambda: write_practice_files(window),
        "close_academy": lambda: close_academy(window),
        "quit": window.close,
        "zoom_in": lambda: window.set_look(theme().scheme, zoom + STEP),
        "zoom_out": lambda: window.set_look(theme().scheme, zoom - STEP),
        "zoom_reset": lambda: window.set_look(theme().scheme, 1.0),
        "full_screen": window.toggle_full_screen,
        **{key: partial(_send_key, key) for key in KEYS},
        **_of_workspace(window),
    }


def _of_workspace(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    space = window.workspace
    if space is None:
        return {}
    screen = space.screen
    turn = getattr(screen, "turn", lambda _step: None)
    return {
        "undo": space.desk.undo,
        "redo": space.desk.redo,
        "back": space.back,
        "forward": space.forward,
        "up": space.up,
        "next_tab": lambda: turn(1),
        "previous_tab": lambda: turn(-1),
        "refresh": lambda: screen.reload() if screen is not None else None,
        "check": lambda: check_certificate(window),
        "history": lambda: space.go("history"),
        "settings": lambda: space.go("settings"),
        "help": lambda: space.go("help"),
        "shortcuts": lambda: space.go("help/shortcuts"),
        "about": lambda: space.go("help/about"),
        "palette": lambda: open_palette(window),
        "back_up": lambda: back_up(window),
        "restore": lambda: restore(window),
        "sidebar": window.frame.toggle_sidebar,
    }


def _send_key(key: str) -> None:
    """Press Ctrl+X, C or V for whatever has focus, as the keyboard would."""
    target = QApplication.focusWidget()
    if target is None:
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, KEYS[key], Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(target, event)


def new_academy(window: MainWindow) -> None:
    """Ask for a name and a folder, make the academy and open it."""
    from academy.ui.dialogs.new_academy import NewAcademyDialog
    from academy.ui.main_window import files

    def make(values: dict[str, object]) -> None:
        path = Path(str(values["folder"])) / f"{file_name(str(values['name']))}.academy"
        made = files.made(path, str(values["name"]))
        if isinstance(made, files.Obstacle):
            dialog.form.show_problems({"folder": made.words})
            return
        dialog.close()
        window.receive(made, "home")

    dialog = NewAcademyDialog(window)
    dialog.filled.connect(make)
    dialog.open()


def file_name(name: str) -> str:
    """Return a name as a file may be called on every system."""
    kept = "".join(" " if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in name)
    return " ".join(kept.split()).strip(". ")[:80] or "Academy"


def choose_file(window: MainWindow) -> None:
    """Let an academy file be chosen and open it."""
    kinds = [
        pickers.FileKind(_tr("Academies"), ("academy",)),
        pickers.FileKind(_tr("Register packs"), ("register",)),
    ]
    path = pickers.open_file(window, _tr("Open an academy"), kinds, "academies")
    if path is not None:
        window.open(path)


def open_sample(window: MainWindow) -> None:
    """Open the sample academy; it is made at the first time, and its dates follow the day."""
    from academy.ui.main_window import sample

    window.close_academy()
    window.receive(sample.opened(), "home")


def reset_sample(window: MainWindow) -> None:
    """Make the sample anew, after asking: what was tried out in it goes."""
    from academy.ui.main_window import sample

    question = _tr("Make the sample anew?")
    more = _tr("What you changed in the sample goes. Your own academies are not touched.")
    if pickers.confirm(window, question, more, _tr("Make it anew"), destroys=True):
        window.close_academy()
        window.receive(sample.made_anew(), "home")


def write_practice_files(window: MainWindow) -> None:
    """Write an enrolment spreadsheet, a Teams and a Zoom report, and offer to open their folder."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    from academy.ui.kit.toast import show_toast
    from academy.usecases.sample import practice_files

    if window.workspace is None:
        return
    folder = pickers.last_folder("practice") / _tr("Academy practice files")
    try:
        practice_files(folder, window.workspace.desk.today())
    except OSError:
        window.show_problem(_tr("{folder} cannot be written to.").format(folder=folder))
        return
    words = _tr("3 practice files are in {folder}").format(folder=folder)
    show_toast(
        window,
        words,
        _tr("Open folder"),
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
    )


def close_academy(window: MainWindow) -> None:
    """Go back to the start page, and start there the next time."""
    window.show_start()
    session_memory.remember_open(None)


def back_up(window: MainWindow) -> None:
    """Make a backup now and say so."""
    from academy.ui.kit import backups

    if window.workspace is not None:
        words = backups.back_up(window.workspace.desk.store)
        window.refresh()
        window.frame.say(words)


def restore(window: MainWindow) -> None:
    """Close the academy and show its backups; nothing is replaced before one is chosen there."""
    from academy.ui.main_window.files import Obstacle

    if window.workspace is not None and window.workspace.desk.store.path is not None:
        path = window.workspace.desk.store.path
        window.close_academy()
        words = _tr("Choose the backup that takes the place of {name}.").format(name=path.name)
        window.recover(Obstacle(path, words, restore=True))


def check_certificate(window: MainWindow) -> None:
    """Ask for a certificate, by its file, its token or its number, and say what it is."""
    from academy.ui.main_window import checking

    checking.open_check(window)


def open_palette(window: MainWindow) -> None:
    """Open the palette over the page."""
    from academy.ui.main_window import going

    going.open_palette(window)


def offer(window: MainWindow, path: Path) -> None:
    """Take a dropped file where it belongs: an academy is opened, a list or a report imported."""
    space = window.workspace
    if space is None or path.suffix.casefold() == ".academy":
        window.open(path)
        return
    if path.suffix.casefold() == ".pdf":
        from academy.ui.main_window import checking

        checking.check_file(window, path)
        return
    if path.suffix.casefold() == ".register":
        space.go(f"import-pack?file={path}")
        return
    from academy.ui.main_window import dropped

    if dropped.take_report(window, space, path):
        return
    name, _, rest = space.address.partition("/")
    if path.suffix.casefold() not in TABLES:
        window.show_problem(_tr("Choose a spreadsheet (.xlsx, .xls, .ods or .csv)."))
        return
    if dropped.take_mentoring_list(space, path) or dropped.take_list(space, path):
        return
    goal = f"cohort/{rest.partition('/')[0]}/import" if name == "cohort" else "people/import"
    space.go(f"{goal}?file={path}")
