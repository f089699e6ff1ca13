"""Read a table from a file (.xlsx, .xls, .ods, .csv, .tsv) or from what was pasted."""

from __future__ import annotations

import re
from pathlib import Path

from academy.domain.words import FileProblem
from academy.exchange import text
from academy.exchange.collector import collector_resting
from academy.exchange.column_words import is_known_header
from academy.exchange.tables.header_row import Headed, headed
from academy.exchange.tables.model import Cell, Table
from academy.exchange.tables.workbooks import RawSheet, sheets_of_workbook

_PEOPLE_SHEET = re.compile(r"final|people|name|delegate|participant|attendee|enrol|list|response")

_GUARD = re.compile(r"^'(?=[=+@\t\r-])")  # what `write_table` put before text like a formula


def read_table(path: Path, sheet: str = "") -> Table:
    """Read one sheet: the named one, else the one that looks most like a list of people.

    Raises FileProblem: file_missing, file_unreadable, file_empty, file_too_large, file_password,
    file_damaged, not_a_spreadsheet, sheet_missing (sheet), too_many_rows, too_many_columns,
    too_many_cells, cell_too_large. The file's bytes decide what it is, not its ending.
    """
    data = _bytes(path)
    with collector_resting():
        return _table(path, data, sheet)


def _table(path: Path, data: bytes, sheet: str) -> Table:
    kind = text.binary_kind(data)
    if kind in {"zip", "office"}:
        return _chosen(path.name, sheets_of_workbook(data, kind), sheet)
    if kind:
        raise FileProblem("not_a_spreadsheet", name=path.name)
    return _chosen(path.name, [RawSheet("", _text_rows(data))], sheet)


def pasted_table(pasted: str) -> Table:
    """Read what came from the clipboard: the rows Excel copies, or lines of any delimiter."""
    if not pasted.strip():
        raise FileProblem("file_empty", name="")
    return _chosen("", [RawSheet("", _split(pasted))], "")


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > text.MAX_BYTES:
            raise FileProblem("file_too_large", megabytes=text.MAX_BYTES // (1024 * 1024))
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise FileProblem("file_missing", name=path.name) from problem
    except OSError as problem:
        raise FileProblem("file_unreadable", name=path.name) from problem
    if not data.strip(b"\0 \t\r\n"):
        raise FileProblem("file_empty", name=path.name)
    return data


def _text_rows(data: bytes) -> list[list[Cell]]:
    decoded = text.decode(data)
    sample = decoded[:4096]
    odd = sum(c < " " and c not in "\t\n\r\f\x1a" for c in sample)
    markup = re.match(r"\s*<(?:!doctype|html|table|\?xml|\w+[^<>]*>\s*<)", decoded, re.IGNORECASE)
    if odd * 20 > len(sample) or "\0" in sample or markup or sample.startswith("{\\rtf"):
        raise FileProblem("not_a_spreadsheet")
    return _split(decoded)


def _split(decoded: str) -> list[list[Cell]]:
    told = re.match(r"sep=(.)\r?\n", decoded)  # Excel's own hint stands in the first line
    if told:
        return [[], *_cells(decoded[told.end() :], told[1])]
    return _cells(decoded, _delimiter(decoded))


def _cells(decoded: str, mark: str) -> list[list[Cell]]:
    return [[_GUARD.sub("", cell) for cell in row] for row in text.rows(decoded, mark)]


def _delimiter(decoded: str) -> str:
    """Take the header row's delimiter; one column of “Last, First” has none."""
    lines = [line for line in decoded[:20_000].splitlines()[:25] if line.strip()]
    best, most = "", (0, 0)
    for line in lines:
        mark = text.delimiter(line)
        parts = "".join(line.split('"')[0::2]).split(mark)
        known = sum(is_known_header(part) for part in line.replace('"', "").split(mark))
        if len(parts) > 1 and (known, len(parts)) > most:
            best, most = mark, (known, len(parts))
    if not best or _is_one_column(lines, most[0]):
        return "\t"
    return best


def _is_one_column(lines: list[str], known: int) -> bool:
    """Whether the first line is one known head, and the lines below are “Last, First”."""
    below = ["".join(line.split('"')[0::2]) for line in lines[1:]]
    names = all(re.fullmatch(r"[^,;\t|]+(?:, [^,;\t|]+)?", line) for line in below)
    return known == 0 and names and is_known_header(lines[0].strip('"'))


def _chosen(name: str, sheets: list[RawSheet], wanted: str) -> Table:
    visible = [sheet for sheet in sheets if not sheet.hidden] or sheets
    asked = [sheet for sheet in sheets if sheet.name == wanted] if wanted else visible
    if not asked:
        raise FileProblem("sheet_missing", name=name, sheet=wanted)
    read = [(sheet, headed(sheet.rows)) for sheet in asked]
    sheet, best = max(read, key=lambda pair: _likely(*pair))
    if not best.headers:
        raise FileProblem("file_empty", name=name)
    return Table(
        name=name,
        sheet=sheet.name,
        sheets=tuple(other.name for other in visible),
        headers=best.headers,
        rows=best.rows,
        row_numbers=best.numbers,
        hidden_sheets=tuple(other.name for other in sheets if other not in visible),
    )


def _likely(sheet: RawSheet, found: Headed) -> tuple[bool, float]:
    """Score how much a sheet looks like the list of people; the first of equals wins."""
    if not found.rows:
        return False, 0.0
    addresses = any(isinstance(c, str) and "@" in c for row in found.rows[:50] for c in row)
    named = bool(_PEOPLE_SHEET.search(sheet.name.casefold()))
    score = 10 * found.known + 8 * addresses + 5 * named + min(len(found.rows), 100) / 25
    return True, score
