"""Copying cells so that spreadsheets and mail programs both understand them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

Block = Sequence[Sequence[str]]
"""Lines of cells."""


def copy_block(block: Block) -> None:
    """Put cells on the clipboard as tab-separated text and as an HTML table."""
    data = QMimeData()
    data.setText(tab_separated(block))
    data.setHtml(html_table(block))
    QGuiApplication.clipboard().setMimeData(data)


def tab_separated(block: Block) -> str:
    """Return cells as Excel writes them: quoted only where a cell holds a tab or a line break."""
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\n").writerows(block)
    return text.getvalue().removesuffix("\n")


def html_table(block: Block) -> str:
    """Return cells as a plain HTML table."""
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in line) for line in block)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def pasted_block() -> list[list[str]]:
    """Return what is on the clipboard as cells; line breaks inside cells are kept."""
    text = QGuiApplication.clipboard().text().replace("\r\n", "\n").replace("\r", "\n")
    return list(csv.reader(io.StringIO(text), dialect="excel-tab")) if text else []
