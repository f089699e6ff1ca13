"""What other libraries take for the jobs of these benchmarks; run by `run.py --peers`.

Runs in an environment of its own, without Academy. A peer that is not installed, and LibreOffice
where there is none, is left out. CPU time of this process and its children.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
from in_turn import Result, keep

ROWS, COLUMNS = 10_000, 12
NAME, TEXT = "Siân Ŵyn Hughes", "has completed Top Talent, 14 January to 24 June 2026"
CODE = "https://academy.example.gov.uk/check#" + "e" * 294


def spent(act: Callable[[], object], times: int = 1) -> float:
    """Return ms of CPU for each time; children count."""
    before = os.times()
    for _ in range(times):
        act()
    after = os.times()
    return sum(b - a for a, b in zip(before[:4], after[:4], strict=True)) * 1000 / times


def reading(folder: Path) -> dict[str, float]:
    """Read 10,000 × 12 cells."""
    import openpyxl
    import pandas as pd
    import xlsxwriter

    path = folder / "people.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for row in range(ROWS + 1):
        sheet.write_row(row, 0, [f"cell {row} {column}" for column in range(COLUMNS)])
    book.close()

    def plain() -> object:
        return [list(r) for r in openpyxl.load_workbook(path, read_only=True).active.values]

    return {"openpyxl": spent(plain), "pandas": spent(lambda: pd.read_excel(path))}


def writing(folder: Path) -> dict[str, float]:
    """Write 10,000 × 12 cells."""
    import openpyxl

    def write() -> None:
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in range(ROWS):
            sheet.append([f"cell {row} {column}" for column in range(COLUMNS)])
        book.save(folder / "out.xlsx")

    return {"openpyxl": spent(write)}


def certificates(folder: Path) -> dict[str, float]:
    """Draw a landscape page with a name, a sentence and a code of 331 characters."""
    import qrcode

    picture = folder / "code.png"
    qrcode.make(CODE).save(picture)
    return {
        "fpdf2": spent(lambda: _fpdf(folder, picture), 20),
        "WeasyPrint": spent(lambda: _weasy(picture), 10),
        "typst": spent(lambda: _typst(folder, picture), 20),
    }


def _fpdf(folder: Path, picture: Path) -> None:
    from fpdf import FPDF

    page = FPDF("L", "mm", "A4")
    page.add_page()
    page.set_font("helvetica", size=36)
    page.cell(0, 60, NAME.encode("latin-1", "replace").decode("latin-1"), align="C")
    page.set_font("helvetica", size=14)
    page.text(60, 120, TEXT)
    page.image(str(picture), 240, 150, 35)
    page.output(str(folder / "fpdf.pdf"))


def _weasy(picture: Path) -> None:
    from weasyprint import HTML

    style = "<style>@page { size: A4 landscape }</style>"
    body = f"<h1>{NAME}</h1><p>{TEXT}</p><img width=100 src='{picture.as_uri()}'>"
    HTML(string=style + body).write_pdf()


def _typst(folder: Path, picture: Path) -> None:
    import typst

    source = folder / "page.typ"
    source.write_text(
        f'#set page("a4", flipped: true)\n= {NAME}\n{TEXT}\n#image("{picture.name}", width: 35mm)\n'
    )
    typst.compile(str(source))


def matching(_folder: Path) -> dict[str, float]:
    """Find the best pairs of 500 people and 200 mentors with three places each."""
    import numpy as np
    from ortools.graph.python import linear_sum_assignment

    chance = Random(1)
    room = 600
    costs = np.array([chance.randrange(1000) for _ in range(room * room)])
    left, right = np.divmod(np.arange(room * room), room)

    def solve() -> None:
        solver = linear_sum_assignment.SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(left, right, costs)
        solver.solve()

    return {"ortools": spent(solve, 5)}


def mail_merge(folder: Path) -> dict[str, float]:
    """Turn the same page, written with Word, into a PDF: ten documents in one go."""
    import qrcode
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    picture = folder / "code.png"
    qrcode.make(CODE).save(picture)
    for number in range(10):
        page = Document()
        section = page.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        page.add_heading(NAME, 0)
        page.add_paragraph(TEXT)
        page.add_picture(str(picture), width=Mm(35))
        page.save(str(folder / f"{number}.docx"))
    files = [folder / f"{number}.docx" for number in range(10)]
    return {"LibreOffice": _converted(folder, "pdf", files) / 10}


def opening(folder: Path) -> dict[str, float]:
    """Start with a workbook of 5,000 people and write it as text: it is open by then."""
    import xlsxwriter

    path = folder / "people.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for row in range(5_000):
        sheet.write_row(row, 0, [f"cell {row} {column}" for column in range(COLUMNS)])
    book.close()
    return {"LibreOffice": _converted(folder, "csv", [path])}


def _converted(folder: Path, kind: str, files: list[Path]) -> float:
    """Let LibreOffice convert files; return ms of CPU of the second time, its settings made."""
    home = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    turn = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    turn += map(str, files)

    def convert() -> None:
        subprocess.run(turn, check=True, capture_output=True)

    convert()
    return spent(convert)


NEEDS = {
    reading: ("openpyxl", "pandas", "xlsxwriter"),
    writing: ("openpyxl",),
    certificates: ("fpdf", "weasyprint", "typst", "qrcode"),
    matching: ("ortools", "numpy"),
    mail_merge: ("docx", "qrcode"),
    opening: ("xlsxwriter",),
}
#: Jobs of a program that Debian has; the others are of libraries.
WITH_LIBREOFFICE = (mail_merge, opening)


def main() -> None:
    """Run what is installed."""
    for job, needed in NEEDS.items():
        if any(importlib.util.find_spec(name) is None for name in needed):
            print(f"{job.__name__}: left out, not installed")
            continue
        if job in WITH_LIBREOFFICE and shutil.which("soffice") is None:
            print(f"{job.__name__}: left out, LibreOffice is not installed")
            continue
        with tempfile.TemporaryDirectory() as name:
            took = job(Path(name))
        for peer, ms in took.items():
            print(f"  {job.__name__:14} {peer:12} {ms:10.1f} ms CPU")
        if took:
            keep([Result(f"peers: {job.__name__}", "ms", took)])


if __name__ == "__main__":
    main()
