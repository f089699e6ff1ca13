"""A sentence for somebody who started Academy from an icon, where nobody reads a terminal.

It is shown by what the desktop has for that, since Academy's own window cannot come up. Only the
standard library is used: a part of the program is missing when this is needed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from typing import Final

#: Programs that show a sentence, in the order in which they are looked for.
BOXES: Final = (
    ("zenity", "--error", "--no-markup", "--title=Academy", "--text={words}"),
    ("kdialog", "--title", "Academy", "--error", "{words}"),
    ("xmessage", "-center", "-title", "Academy", "{lines}"),
    ("notify-send", "--urgency=critical", "--app-name=Academy", "Academy", "{words}"),
)
ON_MACOS: Final = (
    "osascript", "-e", "on run argv",
    "-e", 'display alert "Academy" message (item 1 of argv)', "-e", "end run", "{words}",
)  # fmt: skip
WIDTH: Final = 72
"""Characters in a line where the box breaks none itself."""


def show(words: str) -> None:
    """Show a sentence on the desktop, unless a terminal shows it or there is no desktop."""
    if sys.stderr is not None and sys.stderr.isatty():
        return
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "Academy", 0x10)  # with the sign of a stop
        return
    command = _command()
    if command:
        lines = "\n".join(textwrap.fill(line, WIDTH) for line in words.splitlines())
        filled = [part.replace("{words}", words).replace("{lines}", lines) for part in command]
        subprocess.run(filled, check=False, capture_output=True)  # noqa: S603 - the desktop's own


def _command() -> tuple[str, ...]:
    if sys.platform == "darwin":
        return ON_MACOS
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return ()
    return next((box for box in BOXES if shutil.which(box[0])), ())
