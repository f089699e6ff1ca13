"""`academy show`: what is there, with the ids that other commands take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer
from academy.cli.arguments import Asked
from academy.usecases.show import SHOWN


@answering
def show(asked: Asked) -> Answer:
    """List programmes, cohorts, people, sessions, marks, pairs or certificates."""
    with academy(asked.file) as store:
        found = store.read(SHOWN[asked.what], asked.cohort)
    return Answer(found, _columns(found))


def _columns(found: Sequence[dict[str, Any]]) -> list[str]:
    """Return the rows as aligned columns under their names."""
    if not found:
        return []
    lines = [list(found[0]), *([str(value) for value in row.values()] for row in found)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    return ["  ".join(_padded(line, widths)).rstrip() for line in lines]


def _padded(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
