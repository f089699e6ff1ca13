"""Show every page of the sample, and every dialog they open, one after the other.

The pages are parted into several walks, of which one is asked for. The name of each is printed
once it is shown; it stays until a line comes on standard input.
"""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtWidgets import QDialog

from academy.domain.words import Who
from academy.ui.kit import pickers
from academy.ui.main_window.application import prepared
from academy.usecases.home import home
from academy.usecases.sample import make_sample
from academy.usecases.sessions import sessions
from ui.every_page import Careful, addresses, visit_dialogs, ways_to_ask
from ui.windows import settle, window_on


def stay(name: str) -> None:
    """Tell what is shown, and keep showing it until somebody has looked."""
    settle()
    print(name, flush=True)
    wait = QEventLoop()
    looked = QSocketNotifier(0, QSocketNotifier.Type.Read)
    looked.activated.connect(lambda: (os.read(0, 1), wait.quit()))
    wait.exec()
    looked.setEnabled(False)


def main(folder: Path, part: int, parts: int) -> None:
    """Make the sample in a folder, and show every so many of its pages."""
    store = make_sample(folder / "Sample.academy", Who("Ann"), date.today())
    today = store.read(home, datetime.now()).today[0]
    first = store.read(sessions, today.cohort_id)[0]
    prepared()
    pickers.use(Careful())
    window = window_on(store)
    tried: set[str] = set()
    met: set[str] = set()

    def dialog_shown(name: str, dialog: QDialog) -> None:
        if dialog.windowTitle() not in met:
            met.add(dialog.windowTitle())
            stay(name)

    for address in addresses(today.session_id, first.id, folder / "practice")[part::parts]:
        window.go(address)
        stay(address)
        ways = set(ways_to_ask(window))
        if not ways <= tried:  # the same words ask the same on every page
            visit_dialogs(window, address, dialog_shown)
            tried |= ways
    window.let_go()
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
