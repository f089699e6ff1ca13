"""Writing a table of 10,000 × 12 as a spreadsheet, against xlsxwriter alone.

python benchmarks/writing.py [how many rows]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import xlsxwriter
from in_turn import milliseconds, tell
from reading import HEADERS, name_of

from academy.exchange.tables.writing import write_table


def rows_of(count: int) -> list[tuple[str | int, ...]]:
    """Return rows as a table shows them."""
    return [
        (name_of(row), f"person.{row}@council.example", f"01622 {row:06}", "Team leader",
         "Adult services", "PO4", "Dana Price", "None", "", "A colleague", row, "2026-11-02")
        for row in range(count)
    ]  # fmt: skip


def bare(path: Path, rows: list[tuple[str | int, ...]]) -> None:
    """Write cells and nothing else."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    for number, row in enumerate([HEADERS, *rows]):
        sheet.write_row(number, 0, row)
    book.close()


def main(count: int) -> None:
    """Write both in turn."""
    rows = rows_of(count)
    with tempfile.TemporaryDirectory() as name:
        goal = Path(name) / "out.xlsx"
        ways = {
            "xlsxwriter alone": lambda: bare(goal, rows),
            "write_table()": lambda: write_table(goal, HEADERS, rows),
        }
        tell(f"Writing {count:,} × {len(HEADERS)}", milliseconds(ways, 3), {"write_table()": 1.1})


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
