"""Tables as files: spreadsheets and text tables read with care, and written so that they stay text.

`read_table` finds the sheet, the header row and the rows; `write_table` makes .xlsx and .csv.
"""

from __future__ import annotations

from academy.exchange.tables.model import Cell, Table, cell_text, is_blank
from academy.exchange.tables.reading import pasted_table, read_table
from academy.exchange.tables.writing import write_table

__all__ = [
    "Cell",
    "Table",
    "cell_text",
    "is_blank",
    "pasted_table",
    "read_table",
    "write_table",
]
