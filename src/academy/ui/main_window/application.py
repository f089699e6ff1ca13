"""Starting the program: looks first, then the window, then what is to be opened."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from academy import __version__
from academy.paths import resource
from academy.ui.kit import focus_ring, language, session_memory, theme
from academy.ui.kit.theme import Scheme
from academy.ui.main_window import opened_files, running
from academy.ui.main_window.window import MainWindow


@dataclass(frozen=True)
class Options:
    """What the terminal asks the window to do.

    `file` is opened; with `new_name` it is made first; `sample` opens the sample academy;
    `address` is the page shown; `register` (“today”, or a session's id) begins facilitator mode.
    `config` keeps settings in a file of its own.
    """

    file: Path | None = None
    new_name: str = ""
    sample: bool = False
    address: str = ""
    register: str = ""
    config: Path | None = None
    crash_dialog: bool = True


def prepared(config: Path | None = None, arguments: Sequence[str] = ()) -> QApplication:
    """Return the running application with its name, language and looks."""
    found = QApplication.instance()
    application = (
        found if isinstance(found, QApplication) else opened_files.Application(list(arguments))
    )
    session_memory.name_settings(config)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("uk.academy.Academy")
    application.setWindowIcon(QIcon(str(resource("program.png"))))
    if found is None:
        language.install(application)
    scheme, zoom = session_memory.look()
    theme.apply(application, Scheme(scheme) if scheme in set(Scheme) else Scheme.SYSTEM, zoom)
    focus_ring.install(application)
    return application


def run(options: Options | None = None) -> int:
    """Show the window, open what was asked for, and return the exit code when it is closed.

    If a window is open already, that one is raised and opens it; this program ends at once.
    """
    options = options or Options()
    application = prepared(options.config, sys.argv[:1])
    name = running.name_of(options.config)
    if not options.new_name and not options.sample and running.hand_over(name, _wish(options)):
        return 0
    window = MainWindow()
    opened_files.Listener(window, application)
    window.show()
    window.later(lambda: running.Listener(window, name))  # an icon is clicked twice in no time
    window.later(lambda: begin(window, options))
    return application.exec()


def _wish(options: Options) -> running.Wish:
    file = str(options.file.absolute()) if options.file is not None else ""
    return running.Wish(file, options.address, options.register)


def begin(window: MainWindow, options: Options) -> None:
    """Open what was asked for, else the last file, else show the start page.

    What went wrong before the first frame goes to the terminal; from here on there is a dialog.
    """
    if options.crash_dialog:
        from academy.ui.main_window import mistakes

        window.mistakes = mistakes.catch(window)
    file = options.file or (None if options.sample else session_memory.last_file())
    if options.sample:
        window.run("sample")
    elif options.file is not None and options.new_name:
        from academy.ui.main_window import files

        window.receive(files.made(options.file, options.new_name))
    elif file is not None and (options.file is not None or file.exists()):
        window.open(file, address=options.address)
    else:
        window.show_start()
    if options.register:
        from academy.ui.main_window import facilitating

        facilitating.begin(window, options.register)
    gc.freeze()
    gc.enable()  # it rests during the start, where everything that is made stays
