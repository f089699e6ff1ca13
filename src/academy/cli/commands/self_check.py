"""`--self-check`: every part of the program, tried once on this computer."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from academy.cli.academies import who
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.domain.words import RuleBroken
from academy.store.problems import StoreUnavailable
from academy.store.store import Store
from academy.ui.kit.labels.terminal import say


def self_check(_asked: Asked) -> Answer:
    """Try each part in a folder of its own and say what works."""
    with tempfile.TemporaryDirectory(prefix="academy-") as folder:
        found: dict[str, str] = {}
        for name, part in PARTS.items():
            found[name] = _why_not(part, Path(folder))
            if found["academy"]:
                break  # the others look into it
    said = [say("part_works", part=name) for name, why in found.items() if not why]
    problems = [
        Problem("part_broken", say("part_broken", part=name, why=why), name)
        for name, why in found.items()
        if why
    ]
    return Answer({name: not why for name, why in found.items()}, said, problems, bool(problems))


def _why_not(part: Callable[[Path], None], folder: Path) -> str:
    try:
        part(folder)
    except (ImportError, OSError, RuntimeError, RuleBroken, StoreUnavailable) as trouble:
        return f"{type(trouble).__name__}: {trouble}"
    return ""


def _academy(folder: Path) -> None:
    from academy.store.backup import back_up
    from academy.usecases.sample import make_sample

    store = make_sample(folder / "check.academy", who(), date.today())  # noqa: DTZ011 - wall day
    try:
        back_up(store, folder / "backups")
    finally:
        store.close()


def _spreadsheets(folder: Path) -> None:
    from academy.exchange.tables import read_table
    from academy.usecases.sample import practice_files

    files = practice_files(folder / "practice", date.today())  # noqa: DTZ011 - wall day
    if len(read_table(files.enrolments).rows) != 24:
        raise RuntimeError("24 rows were written, another number was read")


def _certificates(folder: Path) -> None:
    from academy.usecases.certificates import certificate_files

    with _opened(folder) as store:
        [file] = store.read(certificate_files, [1])
    if not file.content.startswith(b"%PDF"):
        raise RuntimeError("The certificate is no PDF")


def _signing(_folder: Path) -> None:
    from academy.documents.seal import Seal
    from academy.exchange import tokens
    from academy.exchange.public_keys import by_kid
    from academy.exchange.signing import new_key

    today = date.today()  # noqa: DTZ011 - wall day
    key = new_key("Academy", today)
    Seal(key.private, key.certificate)
    facts = tokens.CanonicalFacts(
        "LA-1", "Jo", "Top Talent", "1", "completion", "", None, None, today, None, "Academy"
    )
    if tokens.verified(tokens.signed(facts, key), by_kid([key.public])).facts != facts:
        raise RuntimeError("A token was read otherwise than it was signed")


def _matching(folder: Path) -> None:
    from academy.usecases.cohorts import cohorts
    from academy.usecases.matching import matched
    from academy.usecases.matching_input import MatchingRequest, matching_input

    with _opened(folder) as store:
        asked = [MatchingRequest(row.id) for row in store.read(cohorts)]
        given = [store.read(matching_input, one, date.today()) for one in asked]  # noqa: DTZ011
    if not any(matched(one).pairs for one in given):
        raise RuntimeError("Nobody was paired")


def _calendar(folder: Path) -> None:
    from academy.usecases.calendar import holidays

    with _opened(folder) as store:
        if not store.read(holidays, date(2026, 1, 1), date(2026, 12, 31)):
            raise RuntimeError("No bank holidays are known")


@contextmanager
def _opened(folder: Path) -> Iterator[Store]:
    from academy.store.file import open_academy

    store = open_academy(folder / "check.academy", who(), read_only=True)
    try:
        yield store
    finally:
        store.close()


def _window(_folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QLabel

    from academy.ui.kit.icons import icon

    running = QApplication.instance() or QApplication([])
    label = QLabel("Academy")
    if label.grab().isNull() or icon("house").isNull():
        raise RuntimeError("Nothing was drawn")
    del label, running


PARTS: Final = {
    "academy": _academy,
    "spreadsheets": _spreadsheets,
    "certificates": _certificates,
    "signing": _signing,
    "matching": _matching,
    "calendar": _calendar,
    "window": _window,
}
