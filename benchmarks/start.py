"""Starting: CPU time to the first painted frame and to a filled Home, against a bare window.

    python benchmarks/start.py [how many runs]

The floor is a PySide6 window with an empty table. Every way runs in a process of its own, in turn,
offscreen, with settings of its own; CPU time is that of the whole process, imports included. All
is compiled before it counts, as in an installed program: bytecode goes to a folder of its own.
Printed are medians, their ratios to the floor with the goals, and which heavy modules were not
loaded when Home was filled. Both say by themselves when they were painted: a filter for the events
of all would make Qt for Python build all its classes, a fifth of the floor that nobody asked for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from in_turn import tell

HEAVY = (
    "reportlab", "alembic", "python_calamine", "xlsxwriter", "icalendar", "rapidfuzz", "segno",
    "holidays", "email_validator", "pypdfium2", "pikepdf", "scipy", "pyhanko",
)  # fmt: skip
GOALS = {"first frame": 1.3, "Home filled": 3.5}

BARE = """
import json, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget
application = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
def painted():
    print(json.dumps({"bare window": time.process_time()}), flush=True)
    application.quit()
window = Window()
table = QTableWidget(0, 5)
window.setCentralWidget(table)
window.resize(1280, 800)
window.show()
application.exec()
"""

OURS = """
import gc, json, sys, time
gc.disable()  # as the command does
from pathlib import Path
took = {}
from academy.ui.main_window import application as ours
from PySide6.QtCore import QTimer
begin = ours.begin
def begun(window, options):  # called when the window has been painted
    took["first frame"] = time.process_time()
    begin(window, options)
    home = type(window.workspace.screen)
    assert home.__name__ == "HomeScreen"
    paint = home.paintEvent
    def painted(screen, event):
        paint(screen, event)
        QTimer.singleShot(0, filled)
    home.paintEvent = painted
def filled():
    if "Home filled" not in took:
        took["Home filled"] = time.process_time()
        took["loaded"] = [name for name in sys.argv[3].split(",") if name in sys.modules]
        print(json.dumps(took), flush=True)
        application.quit()
ours.begin = begun
application = ours.prepared(Path(sys.argv[2]))
ours.run(ours.Options(file=Path(sys.argv[1]), address="home", config=Path(sys.argv[2])))
"""


def measured(program: str, bytecode: Path, *arguments: str) -> dict[str, float]:
    """Run a program and return what it measured."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment |= {"PYTHONPYCACHEPREFIX": str(bytecode), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", program, *arguments]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(ran.stdout.strip().splitlines()[-1])
    return found


def main(runs: int) -> None:
    """Measure so many times in turn and print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        sample, settings = Path(name) / "sample.academy", Path(name) / "settings"
        bytecode = Path(name) / "bytecode"
        make = [sys.executable, "-m", "academy", "sample", "--to", str(sample)]
        subprocess.run(make, check=True, capture_output=True)
        took: dict[str, list[float]] = {}
        loaded: list[str] = []
        for run in range(runs + 1):
            given = (str(sample), str(settings), ",".join(HEAVY))
            found = measured(BARE, bytecode) | measured(OURS, bytecode, *given)
            loaded = found.pop("loaded")  # type: ignore[assignment]
            for key, seconds in found.items() if run else ():  # the first run warms the disk
                took.setdefault(key, []).append(seconds * 1000)
    job = f"starting (median of {runs})"
    tell(job, {way: median(times) for way, times in took.items()}, GOALS)
    print("not loaded:", ", ".join(name for name in HEAVY if name not in loaded))
    if loaded:
        print("LOADED, though not needed:", ", ".join(loaded))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
