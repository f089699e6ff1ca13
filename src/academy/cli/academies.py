"""Opening an academy for a command, and putting what stands in the way into an answer."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from academy.cli.answers import Answer, Problem
from academy.cli.arguments import Asked
from academy.domain.words import RuleBroken, Who
from academy.store.file import open_academy
from academy.store.problems import StoreUnavailable
from academy.store.store import Store
from academy.ui.kit import labels, language


def who() -> Who:
    """Return who is at the terminal, as the journal names them."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # a user without an entry, as in some containers
        name = "?"
    return Who(f"{name} (command line)")


@contextmanager
def academy(path: Path, *, write: bool = False) -> Iterator[Store]:
    """Open an academy; for writing it must be free, for reading it need not be."""
    store = open_academy(path, who(), read_only=not write)
    try:
        if write and store.read_only:
            raise StoreUnavailable("store_read_only", path=path, why=store.why_read_only)
        yield store
    finally:
        store.close()


def answering(command: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """Turn broken rules and unusable files into answers with the right exit code."""

    @wraps(command)
    def answered(asked: Asked) -> Answer:
        application = QCoreApplication.instance() or QCoreApplication([])
        language.install(application)
        try:
            return command(asked)
        except RuleBroken as broken:
            return Answer(None, (), [problem_of(broken)], 1)
        except StoreUnavailable as trouble:
            found = Problem(
                trouble.key, labels.problem(trouble), str(trouble.facts.get("path", ""))
            )
            return Answer(None, (), [found], trouble.exit_code)

    return answered


def problem_of(broken: RuleBroken, where: str = "") -> Problem:
    """Return a broken rule as a problem of an answer."""
    return Problem(broken.rule, labels.rule(broken), where)
