"""How cost grows with the academy: 10, 100, 1,000 and 5,000 cohorts of 24 people, 10 sessions.

    python benchmarks/growth.py [sizes…]

Each academy is made as `academy sample --scale N` makes it and measured in a process of its own:
opening the file, Home, a register, a search for a person, switching to pages (painted), a check, a
backup, and the memory at the end (of the whole process, with Qt). Then it gets 20 certificates and
200 journal entries for each cohort, for the pages of both. CPU time, medians of 5; opening, check
and backup once. `docs/pictures/growth.svg` is drawn anew from a full run.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from itertools import pairwise
from math import log10
from pathlib import Path
from statistics import median

from in_turn import Result, keep

SIZES = (10, 100, 1_000, 5_000)
NOW = datetime(2026, 11, 26, 10, 0)  # noqa: DTZ001 - the clock on the wall
PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "growth.svg"
COLOURS = (
    "#1d4ed8",
    "#b45309",
    "#047857",
    "#9d174d",
    "#6d28d9",
    "#0e7490",
    "#525252",
    "#a16207",
    "#be123c",
    "#15803d",
    "#7c2d12",
)


def cpu(act: Callable[[], object], rounds: int = 5) -> float:
    """Return the median of ms of CPU."""
    took = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        took.append((time.process_time() - start) * 1000)
    return median(took)


def measured(path: Path) -> dict[str, float]:
    """Measure one academy in this process."""
    from academy.domain.words import Who
    from academy.store.check import check
    from academy.store.copies import back_up
    from academy.store.file import open_academy
    from academy.usecases.home import home
    from academy.usecases.register import register
    from academy.usecases.search import found

    start = time.process_time()
    store = open_academy(path, Who("Dana Price"))
    done = {"open_ms": (time.process_time() - start) * 1000}
    done["home_ms"] = cpu(lambda: store.read(home, NOW))
    done["register_ms"] = cpu(lambda: store.read(register, 5, NOW.date()))
    done["search_ms"] = cpu(lambda: store.read(found, "hughes sian", ["person"]))
    done |= pages(
        store, {"people": "people", "cohorts": "cohorts", "register": "cohort/5/register"}
    )
    done["memory_mb"] = resident()
    done["check_ms"] = cpu(lambda: check(path), 1)
    done["backup_ms"] = cpu(lambda: back_up(store, path.parent / "backups"), 1)
    store.close()
    work_for_years(path)
    store = open_academy(path, Who("Dana Price"))
    done |= pages(store, {"certificates": "certificates", "history": "history"})
    store.close()
    return done


def work_for_years(path: Path) -> None:
    """Give 20 of a cohort's 24 people certificates and the journal 200 entries for each cohort."""
    with closing(sqlite3.connect(path)) as file, file:
        cohorts = file.execute("SELECT count(*) FROM cohorts").fetchone()[0]
        facts = "json_object('number', {0}, 'name', p.full_name, 'issued_on', '2026-07-24')"
        number = "printf('LA-2026-%06d', pl.id)"
        file.execute(
            "INSERT INTO certificates (place_id, number, year, sequence, kind, issued_on, state,"
            " reason, template, facts, sha256, key, token, found_by)"
            f" SELECT pl.id, {number}, 2026, pl.id, 'completion', '2026-07-24', 'issued', '',"
            f" 'Civic 1', {facts.format(number)}, printf('%064x', pl.id), '', '{'x' * 331}',"
            f" lower({number}) || ' ' || p.found_by FROM places pl"
            " JOIN people p ON p.id = pl.person_id WHERE pl.id % 24 < 20"
        )
        file.execute(
            "INSERT INTO certificate_files (certificate_id, content)"
            " SELECT id, x'255044462d' FROM certificates"
        )
        every = (
            f"WITH RECURSIVE n(x) AS (SELECT 2 UNION ALL SELECT x + 1 FROM n"
            f" WHERE x <= {200 * cohorts})"
        )
        file.execute(
            'INSERT INTO journal_entries (id, at, "by", key, facts, kind, schema)'
            f" {every} SELECT x, datetime('2019-01-01', x || ' minutes') || '.000000',"
            " 'Dana Price', 'mark', '{\"n\":1,\"letter\":\"P\"}', 'do',"
            " (SELECT schema FROM journal_entries) FROM n"
        )
        file.execute(
            "INSERT INTO journal_changes (entry_id, position, table_name, row_id, before, after)"
            f" {every} SELECT x, 0, 'marks', x, '{{}}', '{{}}' FROM n"
        )


def pages(store: object, addresses: dict[str, str]) -> dict[str, float]:
    """Return what switching to pages takes, until they are painted."""
    from academy.ui.main_window.application import prepared
    from academy.ui.main_window.window import MainWindow

    application = prepared()
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    window.show_store(store, "home", keep=False)  # type: ignore[arg-type]

    def switch(address: str) -> float:
        window.go("help")
        application.processEvents()
        start = time.process_time()
        window.go(address)
        application.processEvents()
        window.grab()
        return (time.process_time() - start) * 1000

    took = {}
    for name, address in addresses.items():
        switch(address)  # the first time loads the page's module
        took[f"{name}_page_ms"] = median(switch(address) for _ in range(5))
    window.let_go()
    return took


def resident() -> float:
    """Return the memory of this process in MB."""
    pages_held = int(Path("/proc/self/statm").read_text().split()[1])
    return pages_held * os.sysconf("SC_PAGE_SIZE") / 1e6


def of_size(size: int, folder: Path) -> dict[str, float]:
    """Make an academy of so many cohorts and measure it."""
    path = folder / f"{size}.academy"
    make = [sys.executable, "-m", "academy", "sample", "--to", str(path), "--scale", str(size)]
    subprocess.run(make, check=True, capture_output=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    ran = subprocess.run(
        [sys.executable, __file__, "--one", str(path)],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(ran.stdout.strip().splitlines()[-1])
    path.unlink()
    return found


def draw(sizes: list[int], lines: dict[str, list[float]], goal: Path = PICTURE) -> None:
    """Draw the cost against the size, both in powers of ten."""
    from reportlab.graphics import renderSVG
    from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
    from reportlab.lib.colors import HexColor

    wide, high, left, bottom, top = 720, 380, 60, 40, 20

    def x(size: float) -> float:
        low, far = log10(sizes[0]), log10(sizes[-1])
        return left + (log10(size) - low) / (far - low) * (wide - left - 190)

    def y(ms: float) -> float:
        return bottom + (log10(max(ms, 1)) / 4) * (high - bottom - top)

    picture, grey = Drawing(wide, high), HexColor("#d4d4d4")
    picture.add(Rect(0, 0, wide, high, fillColor=HexColor("#ffffff"), strokeColor=None))
    for power in range(5):
        level = y(10**power)
        picture.add(Line(left, level, x(sizes[-1]), level, strokeColor=grey))
        picture.add(String(left - 8, level - 4, f"{10**power:,} ms", fontSize=10, textAnchor="end"))
    for size in sizes:
        place = x(size)
        picture.add(String(place, 20, f"{size:,}", fontSize=10, textAnchor="middle"))
    picture.add(String(left, 5, "cohorts of 24 people and 10 sessions", fontSize=10))
    taken: list[float] = []
    for (name, values), colour in zip(
        sorted(lines.items(), key=lambda line: line[1][-1]), COLOURS, strict=False
    ):
        ink = HexColor(colour)
        points = [at for size, ms in zip(sizes, values, strict=True) for at in (x(size), y(ms))]
        corners = list(zip(points[::2], points[1::2], strict=True))
        for one, other in pairwise(corners):
            picture.add(Line(*one, *other, strokeColor=ink, strokeWidth=2))
        for at, level in corners:
            picture.add(Circle(at, level, 3, fillColor=ink, strokeColor=None))
        level = max([points[-1] - 4, *(used + 14 for used in taken[-1:])])
        taken.append(level)
        words = f"{name}: {values[-1]:,.0f} ms"
        picture.add(String(points[-2] + 10, level, words, fontSize=11, fillColor=ink))
    goal.parent.mkdir(parents=True, exist_ok=True)
    renderSVG.drawToFile(picture, str(goal))


def main(sizes: list[int]) -> list[Result]:
    """Measure all sizes, print a table, draw the picture if there are all of them."""
    with tempfile.TemporaryDirectory() as name:
        found = {size: of_size(size, Path(name)) for size in sizes}
    print(f"{'cohorts':>14}" + "".join(f"{size:>10,}" for size in sizes))
    keys = list(found[sizes[0]])
    results = []
    for key in keys:
        job, unit = key.rsplit("_", 1)
        told = f"{job.replace('_', ' ')} {unit}"
        print(f"{told:>14}" + "".join(f"{found[size][key]:10,.1f}" for size in sizes))
        ways = {f"{size:,} cohorts": found[size][key] for size in sizes}
        results.append(Result(f"growth: {told}", unit, ways, {}))
    if tuple(sizes) == SIZES:
        drawn = {key: [found[size][key] for size in sizes] for key in keys if key.endswith("_ms")}
        draw(sizes, {k.removesuffix("_ms").replace("_", " "): v for k, v in drawn.items()})
    return keep(results)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measured(Path(sys.argv[2]))))
    else:
        main([int(word) for word in sys.argv[1:]] or list(SIZES))
