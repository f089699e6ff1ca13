"""From the register: lists of sessions and marks that come in, and that go out as spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol, cast

from PySide6.QtCore import QCoreApplication, QUrl, SignalInstance
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from academy.domain.words import RuleBroken
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.screens.pack_making import file_name
from academy.ui.screens.register_model import RegisterModel


class _Register(Protocol):
    """What of the register's page is needed here."""

    desk: Desk
    cohort_id: int
    model: RegisterModel
    asked: SignalInstance


FEW: Final = 4
"""How many names a message says before “and 3 more”."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("session-lists", words)


def _few(names: Sequence[str]) -> str:
    more = len(names) - FEW
    shown = ", ".join(names[:FEW])
    return _tr("{names} and {n} more").format(names=shown, n=more) if more > 0 else shown


def commands(register: _Register) -> tuple[tuple[str, Callable[[], object]], ...]:
    """Return the lines of the register's menu."""
    address = "cohort/{id}/import-{what}"
    return (
        (
            _tr("Import a list of marks…"),
            lambda: register.asked.emit(address.format(id=register.cohort_id, what="marks")),
        ),
        (
            _tr("Import a list of sessions…"),
            lambda: register.asked.emit(address.format(id=register.cohort_id, what="sessions")),
        ),
        (_tr("Export sessions or marks…"), lambda: export(register)),
    )


def export(register: _Register) -> None:
    """Ask what goes out and where, and write it."""
    page = cast("QWidget", register)
    answers = [pickers.Answer("sessions", _tr("Sessions")), pickers.Answer("marks", _tr("Marks"))]
    answers.append(pickers.Answer("moodle-sessions", _tr("Sessions for Moodle")))
    if register.model.open_session:
        answers.append(pickers.Answer("moodle-marks", _tr("This session’s marks for Moodle")))
    answers.append(pickers.Answer("", _tr("Cancel")))
    more = _tr("Moodle’s plugin Attendance imports its own forms, as .csv.")
    what = pickers.ask(page, _tr("What is to be exported?"), more, answers, "")
    if what:
        _write(page, register, what)


def _write(page: QWidget, register: _Register, what: str) -> None:
    from academy.exchange.tables import write_table
    from academy.ui.kit.toast import show_toast
    from academy.usecases import cohorts, exports, session_exports

    desk, cohort = register.desk, register.cohort_id
    queries = {
        "sessions": lambda: desk.read(session_exports.sessions_list, cohort),
        "marks": lambda: desk.read(exports.marks_grid, cohort),
        "moodle-sessions": lambda: desk.read(session_exports.sessions_for_moodle, cohort),
        "moodle-marks": lambda: desk.read(
            session_exports.marks_for_moodle, register.model.open_session
        ),
    }
    moodle = what.startswith("moodle")
    endings = ("csv",) if moodle else ("xlsx", "csv")
    title = _tr("Marks") if what.endswith("marks") else _tr("Sessions")
    name = file_name(f"{desk.read(cohorts.cohort, cohort).name} {title}.{endings[0]}")
    try:
        table = queries[what]()
        kinds = [pickers.FileKind(_tr("Spreadsheets"), endings)]
        path = pickers.save_file(page, _tr("Export"), name, kinds, "export")
        if path is None:
            return
        write_table(path, table.headers, table.rows, sheet=title)
    except RuleBroken as broken:
        desk.refused.emit(labels.rule(broken))
        return
    words = _tr("Exported: {name}")
    if table.left_out:
        words = _tr("Exported: {name}. Left out, having no e-mail address: {people}")
    folder = QUrl.fromLocalFile(str(path.parent))
    shown = words.format(name=path.name, people=_few(table.left_out))
    show_toast(page, shown, _tr("Open folder"), lambda: QDesktopServices.openUrl(folder))
