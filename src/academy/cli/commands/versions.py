"""`--version` and `-V`."""

from __future__ import annotations

from academy import __version__
from academy.cli.answers import Answer
from academy.cli.arguments import Asked


def version(_asked: Asked) -> Answer:
    """Say the version of Academy; imports nothing."""
    return Answer({"academy": __version__}, [f"Academy {__version__}"])


def versions(_asked: Asked) -> Answer:
    """Say the versions of everything that matters in a problem report."""
    from importlib.metadata import version as installed
    from platform import platform, python_version

    from PySide6.QtCore import qVersion
    from sqlcipher3.dbapi2 import sqlite_version

    found = {
        "academy": __version__,
        "python": python_version(),
        "qt": qVersion(),
        "pyside6": installed("PySide6_Essentials"),
        "sqlite": str(sqlite_version),
        "sqlalchemy": installed("SQLAlchemy"),
        "reportlab": installed("reportlab"),
        "system": platform(),
    }
    names = {"academy": "Academy", "python": "Python", "qt": "Qt", "pyside6": "PySide6",
             "sqlite": "SQLite", "sqlalchemy": "SQLAlchemy", "reportlab": "ReportLab",
             "system": "System"}  # fmt: skip
    return Answer(found, [f"{names[key]} {said}" for key, said in found.items()])
