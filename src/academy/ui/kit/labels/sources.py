"""Where an imported mark came from, in words."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

SOURCES: Final[dict[str, str]] = {
    "teams": QT_TRANSLATE_NOOP("labels", "Teams report"),
    "zoom": QT_TRANSLATE_NOOP("labels", "Zoom report"),
    "meet": QT_TRANSLATE_NOOP("labels", "Google Meet report"),
    "webex": QT_TRANSLATE_NOOP("labels", "Webex report"),
    "report": QT_TRANSLATE_NOOP("labels", "Attendance report"),
    "list": QT_TRANSLATE_NOOP("labels", "Imported list"),
    "pack": QT_TRANSLATE_NOOP("labels", "Register pack"),
    "minutes": QT_TRANSLATE_NOOP("labels", "{program}, {present} of {whole} minutes"),
}
