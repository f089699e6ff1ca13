"""How much one foreign workbook may hold. A text table's limits are in `exchange.text`."""

from __future__ import annotations

MAX_ENTRIES = 2_000
MAX_UNPACKED = 150 * 1024 * 1024
MAX_CELLS = 3_000_000
MAX_SHEETS = 100
