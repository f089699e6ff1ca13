"""`academy mark`: one mark a line from standard input, each durable before it is acknowledged."""

from __future__ import annotations

import sys
from datetime import date

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer
from academy.cli.arguments import Asked
from academy.domain.words import Letter, RuleBroken
from academy.store.journal import Gesture
from academy.store.problems import StoreUnavailable
from academy.store.store import Store
from academy.ui.kit import labels
from academy.usecases.attendance import mark_person
from academy.usecases.marking import letter_of


@answering
def mark(asked: Asked) -> Answer:
    """Write each line “person id,mark”, then say `ACK n`; or `REFUSED n reason`, and go on."""
    refused = 0
    with academy(asked.file, write=True) as store:
        for number, line in enumerate(sys.stdin.buffer, 1):
            reason = _refusal(store, asked.session, line.decode("utf-8-sig", "replace"))
            refused += bool(reason)
            print(f"REFUSED {number} {reason}" if reason else f"ACK {number}", flush=True)
    return Answer(None, code=1 if refused else 0, quiet=True)


def _refusal(store: Store, session: int, line: str) -> str:
    """Write one line; return why it was not, on one line."""
    try:
        person, letter = _understood(line)
        gesture = Gesture("mark", {"n": 1, "letter": letter or ""})
        if letter is None:
            gesture = Gesture("clear_marks", {"n": 1})
        today = date.today()  # noqa: DTZ011 - the day on the wall
        store.write(gesture, mark_person, session, person, letter, today)
    except RuleBroken as broken:
        return " ".join(labels.rule(broken).split())
    except StoreUnavailable as trouble:
        return " ".join(labels.problem(trouble).split())
    return ""


def _understood(line: str) -> tuple[int, Letter | None]:
    person, comma, word = line.partition(",")
    if not comma or not person.strip().isdecimal() or len(person.strip()) > 18:
        raise RuleBroken("mark_line_unreadable", line=line.strip()[:80])
    try:
        return int(person), letter_of(word)
    except KeyError:
        raise RuleBroken("mark_unknown", mark=word.strip()[:20]) from None
