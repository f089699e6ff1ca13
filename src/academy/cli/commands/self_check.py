"""`--self-check`: every part of the program, tried once on this computer."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from academy.cli.academies import who
from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.domain.words import RuleBroken
from academy.store.problems import StoreUnavailable
from academy.ui.kit.labels.terminal import say


def self_check(_asked: Asked) -> Answer:
    """Try each part in a folder of its own and say what works."""
    with tempfile.TemporaryDirectory(prefix="academy-") as folder:
        found = {name: _why_not(part, Path(folder)) for name, part in PARTS.items()}
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
    from academy.store.file import open_academy
    from academy.usecases.certificates import certificate_files

    store = open_academy(folder / "check.academy", who(), read_only=True)
    try:
        [file] = store.read(certificate_files, [1])
    finally:
        store.close()
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


def _matching(_folder: Path) -> None:
    from academy.domain.grouping.facts import Member, Wishes
    from academy.domain.grouping.sets import divided
    from academy.domain.matching.facts import Mentee, Mentor, Rules
    from academy.domain.matching.match import match

    if len(match([Mentee(1)], [Mentor(2)], Rules()).suggestions) != 1:
        raise RuntimeError("Nobody was paired")
    divided([Member(n) for n in range(12)], Wishes())


def _calendar(_folder: Path) -> None:
    from academy.domain.bank_holidays import bank_holidays
    from academy.domain.words import Nation

    if not bank_holidays(Nation.WALES, [2026]):
        raise RuntimeError("No bank holidays are known")


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
