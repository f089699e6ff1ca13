"""Opening the window, and taking a picture of one of its pages without a screen."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from academy.cli.answers import Answer, Problem, UsageProblem
from academy.cli.arguments import Asked

if TYPE_CHECKING:
    from academy.store.store import Store
    from academy.ui.main_window.application import Options
    from academy.ui.main_window.files import Obstacle

WIDE, HIGH = 1280, 800


def window(asked: Asked) -> Answer:
    """Show the window and stay until it is closed."""
    _require_name(asked)
    if not _screen():
        from academy.ui.kit.labels.terminal import say

        return Answer(None, (), [Problem("no_screen", say("no_screen"))], 1)
    gc.disable()  # what the start makes stays: looking through it is a fifth of the start
    from academy.ui.main_window.application import run

    return Answer(code=run(_options(asked)), quiet=True)


def _screen() -> bool:
    """Tell whether there is a screen to show a window on; Qt would end the program without."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def offscreen_screenshot(asked: Asked) -> Answer:
    """Save a picture of a page as the window would show it."""
    from academy.ui.kit.labels.terminal import say

    _require_name(asked)
    if not (asked.file or asked.sample or asked.new):
        raise UsageProblem(say("file_or_sample"), "")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    address, goal = asked.offscreen_screenshot[0], Path(asked.offscreen_screenshot[1])
    problem = _take(asked, address, goal)
    if problem is not None:
        return Answer(None, (), [problem], 1)
    result = {"picture": goal, "address": address, "width": WIDE, "height": HIGH}
    return Answer(result, [say("picture_saved", file=goal)])


def _require_name(asked: Asked) -> None:
    if (asked.new is None) != (asked.name is None):
        from academy.ui.kit.labels.terminal import say

        raise UsageProblem(say("name_missing"), "academy --new FILE --name TEXT")


def _options(asked: Asked, address: str = "") -> Options:
    from academy.ui.main_window.application import Options

    return Options(
        file=asked.new or asked.file,
        new_name=asked.name or "",
        sample=asked.sample,
        address=address,
        register=asked.register or "",
        config=asked.config,
        crash_dialog=not asked.no_crash_dialog,
    )


def _take(asked: Asked, address: str, goal: Path) -> Problem | None:
    from PySide6.QtCore import qInstallMessageHandler

    from academy.ui.kit.labels.terminal import say
    from academy.ui.main_window.application import prepared
    from academy.ui.main_window.files import Obstacle
    from academy.ui.main_window.picturing import settle
    from academy.ui.main_window.window import MainWindow

    qInstallMessageHandler(_tell)
    application = prepared(asked.config)
    shown = MainWindow()
    shown.resize(WIDE, HIGH)
    shown.show()
    opened = _opened(asked)
    if isinstance(opened, Obstacle):
        return Problem("not_opened", opened.words, str(opened.path))
    shown.receive(opened, address)
    space = shown.workspace
    if space is None or space.address != address:
        return Problem("page_unknown", say("page_unknown", address=address))
    settle(application, shown)
    saved = shown.grab().save(str(goal))
    shown.close()
    application.processEvents()
    return None if saved else Problem("picture_unsaved", say("picture_unsaved", file=goal))


def _tell(_kind: object, _context: object, words: str) -> None:
    """Pass on what Qt says, but not what its offscreen platform says at every window."""
    if not words.startswith("This plugin does not support"):
        print(words, file=sys.stderr)


def _opened(asked: Asked) -> Store | Obstacle:
    from academy.ui.main_window import files, sample

    if asked.sample:
        return sample.opened()
    if asked.new:
        return files.made(asked.new, asked.name)
    return files.opened(asked.file)
