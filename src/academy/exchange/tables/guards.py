"""Look at a workbook before anything unpacks it: size, entries, passwords, and how far cells reach.

A file of a few kilobytes can claim a cell in the last column of the last row; a reader that makes
room for all cells before it would take the computer down. So the positions are read first.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

from academy.domain.words import FileProblem
from academy.exchange.tables.limits import MAX_CELLS, MAX_ENTRIES, MAX_UNPACKED
from academy.exchange.tables.reach import cells_at_most, cells_reached
from academy.exchange.text import MAX_BYTES

_RATIO = 300  # how much smaller an honest large entry can have been packed
_LOCAL_HEADER = 30  # of an entry: its fixed part, with the lengths of name and extra at its end


def check_workbook(data: bytes) -> None:
    """Raise a FileProblem if a .xlsx or .ods must not be unpacked; `data` are its bytes.

    Keys: file_too_large, file_password, file_damaged, not_a_spreadsheet, too_many_rows,
    too_many_columns, too_many_cells.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive)
            if sum(map(cells_at_most, _contents(archive, data))) > MAX_CELLS:
                _check_each_cell(_contents(archive, data))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as problem:
        raise FileProblem("file_damaged") from problem
    except (OSError, RuntimeError, LookupError) as problem:
        raise FileProblem("file_damaged") from problem


def _check_each_cell(contents: Iterable[bytes]) -> None:
    cells = 0
    for content in contents:
        cells += cells_reached(content, MAX_CELLS - cells)


def _contents(archive: zipfile.ZipFile, data: bytes) -> Iterable[bytes]:
    """Unpack one entry after the other.

    Not by `ZipFile.read`: that stops at the size an entry claims, and what reads the workbook after
    us does not.
    """
    for entry in archive.infolist():
        archive.open(entry).close()  # its own checks of what stands before the content
        yield _content(entry, data)


def _content(entry: zipfile.ZipInfo, data: bytes) -> bytes:
    at = entry.header_offset + _LOCAL_HEADER
    name, extra = (int.from_bytes(data[at - 4 + n : at - 2 + n], "little") for n in (0, 2))
    packed = data[at + name + extra :][: entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        content = packed
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        unpack = zlib.decompressobj(-zlib.MAX_WBITS)
        content = unpack.decompress(packed, entry.file_size + 1)
        if not unpack.eof and entry.file_size:
            raise zipfile.BadZipFile
    else:
        raise zipfile.BadZipFile
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise zipfile.BadZipFile
    return content


def _check_entries(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileProblem("file_password")
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise FileProblem("file_too_large", megabytes=MAX_BYTES // (1024 * 1024))
    if any(_swollen(entry) for entry in entries):
        raise FileProblem("file_too_large", megabytes=MAX_BYTES // (1024 * 1024))
    if len(set(names)) < len(names):
        raise FileProblem("file_damaged")
    if not any(name == "content.xml" or name.endswith("workbook.xml") for name in names):
        raise FileProblem("not_a_spreadsheet")
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in archive.read(manifest):
        raise FileProblem("file_password")


def _swollen(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > 10_000_000 and entry.file_size > _RATIO * max(entry.compress_size, 1)
