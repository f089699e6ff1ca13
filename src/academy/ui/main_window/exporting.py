"""Export this table: what the page shows, as a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from academy.domain.words import FileProblem
from academy.ui.kit import labels, pickers
from academy.ui.kit.data_view import DataView
from academy.ui.kit.table_export import ShownTable, shown_table
from academy.ui.kit.toast import show_toast

if TYPE_CHECKING:
    from academy.ui.main_window.window import MainWindow


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("exporting", words, None, n)


def export(window: MainWindow, view: DataView) -> None:
    """Ask for a place and write the table there; say how many rows went out, and if filtered."""
    from academy.ui.screens.pack_making import file_name

    shown = shown_table(view)
    space = window.workspace
    title = space.screen.title() if space is not None and space.screen is not None else ""
    proposed = f"{file_name(_named(title or shown.name, shown))}.xlsx"
    kinds = [
        pickers.FileKind(_tr("Excel workbooks"), ("xlsx",)),
        pickers.FileKind(_tr("Text tables"), ("csv",)),
    ]
    path = pickers.save_file(window, _tr("Export this table"), proposed, kinds, "export")
    if path is not None:
        _write(window, _with_ending(path), shown)


def _named(title: str, shown: ShownTable) -> str:
    return _tr("{table} (filtered)").format(table=title) if shown.filtered else title


def _with_ending(path: Path) -> Path:
    return path if path.suffix else path.with_name(f"{path.name}.xlsx")


def _write(window: MainWindow, path: Path, shown: ShownTable) -> None:
    from academy.exchange.tables import write_table

    try:
        write_table(path, shown.headers, shown.rows, sheet=_sheet(shown))
    except FileProblem as problem:
        window.show_problem(labels.rule(problem))
        return
    words = _tr("Exported %n row(s) to {name}", len(shown.rows))
    if shown.filtered:
        words = _tr("Exported {n} of {all} rows to {name}: the table is filtered")
    told = words.format(n=len(shown.rows), all=shown.total, name=path.name)
    folder = QUrl.fromLocalFile(str(path.parent))
    show_toast(window, told, _tr("Open folder"), lambda: QDesktopServices.openUrl(folder))


def _sheet(shown: ShownTable) -> str:
    """Return a name that a sheet may have: no marks that formulas use, 31 letters at most."""
    kept = "".join(" " if letter in "[]:*?/\\" else letter for letter in shown.name)
    room = _named(" ".join(kept.split()).strip("'")[:20], shown)
    return room[:31] or "Academy"
