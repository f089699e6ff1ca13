"""Whom and which session a list of marks speaks of: by id, then e-mail, then name or day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from academy.domain.dates import parse_day
from academy.domain.names import email_key, folded, inverted, listed
from academy.domain.words import PlaceState, RuleBroken
from academy.exchange.tables.model import Cell, cell_text
from academy.usecases.sessions import SessionRow


@dataclass(frozen=True)
class Enrolled:
    """Somebody with a place in the cohort, as lists may name them."""

    place_id: int
    person_id: int
    full_name: str
    family_name: str
    email: str
    external_id: str
    state: PlaceState
    withdrawn_on: date | None


def person(values: Mapping[str, str], people: Sequence[Enrolled]) -> Enrolled:
    """Return who is meant.

    An id is believed only where name or e-mail do not speak against it: the list may be of
    another academy. Raises RuleBroken: mark_person_unknown, mark_person_doubled, mark_id_of_other.
    """
    name = _name(values)
    found = [one for one in people if str(one.person_id) == values.get("person_id", "")]
    if found:
        _require_same(found[0], values, name)
        return found[0]
    ways: tuple[tuple[str, Callable[[Enrolled], object]], ...] = (
        (email_key(values.get("email", "")), lambda one: email_key(one.email)),
        (values.get("external_id", ""), lambda one: one.external_id),
        (email_key(values.get("user", "")), lambda one: email_key(one.email)),
        (values.get("user", "").casefold(), lambda one: one.external_id.casefold()),
        (values.get("user", "").casefold(), lambda one: one.email.partition("@")[0].casefold()),
        (folded(values.get("full_name", "")), lambda one: folded(one.full_name)),
        (folded(name), lambda one: folded(one.full_name)),
        (folded(name), lambda one: folded(listed(one.full_name, one.family_name))),
    )
    said = name or next((value for value, _ in ways if value), "") or values.get("person_id", "")
    for wanted, of in ways:
        same = [one for one in people if wanted and of(one) == wanted]
        if len(same) > 1:
            raise RuleBroken("mark_person_doubled", name=said)
        if same:
            return same[0]
    raise RuleBroken("mark_person_unknown", name=said)


def _name(values: Mapping[str, str]) -> str:
    if values.get("full_name"):
        return inverted(values["full_name"])[0]
    return f"{values.get('given_name', '')} {values.get('family_name', '')}".strip()


def _require_same(found: Enrolled, values: Mapping[str, str], name: str) -> None:
    email = email_key(values.get("email", ""))
    said = bool(name) or bool(email)
    named = {folded(name), folded(values.get("full_name", ""))}
    same = folded(found.full_name) in named or (email and email == email_key(found.email))
    if said and not same:
        raise RuleBroken(
            "mark_id_of_other", id=found.person_id, here=found.full_name, name=name or email
        )


def day_of(cell: Cell, today: date) -> date | None:
    """Return the day a cell names, or none: a real date, ISO, or as people write it."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    iso = re.search(r"\d{4}-\d{2}-\d{2}", cell_text(cell))
    text = iso[0] if iso else cell_text(cell)
    if not re.search(r"\d", text):
        return None
    try:
        return date.fromisoformat(text) if iso else parse_day(text, today)
    except (RuleBroken, ValueError):
        return None


def session(
    values: Mapping[str, str], day: date | None, sessions: Sequence[SessionRow]
) -> SessionRow:
    """Return the session that a row names by id, day or title; RuleBroken mark_session_unknown."""
    by_id = [one for one in sessions if str(one.id) == values.get("session_id", "")]
    if by_id and day in (None, by_id[0].held_on):
        return by_id[0]
    title = folded(values.get("session", ""))
    found = [one for one in sessions if day in (None, one.held_on)] if day or title else []
    if title and len(found) > 1:
        found = [one for one in found if folded(one.title) == title]
    if len(found) == 1 and (day or folded(found[0].title) == title):
        return found[0]
    said = day or values.get("session") or values.get("session_id") or ""
    raise RuleBroken("mark_session_unknown", session=said)


def session_of_header(
    header: str, sessions: Sequence[SessionRow], today: date
) -> SessionRow | None:
    """Return the session that heads a column of a grid, by its own header, day, number or title."""
    for one in sessions:
        if header == grid_header(one):
            return one
    day = day_of(header, today)
    found = [one for one in sessions if one.held_on == day]
    if len(found) > 1:
        found = [one for one in found if folded(one.title) in folded(header)]
    if not found:
        number = re.fullmatch(r"(?:s|session) ?(\d{1,3})", folded(header))
        found = [
            one
            for one in sessions
            if (number and one.number == int(number[1])) or folded(one.title) == folded(header)
        ]
    return found[0] if len(found) == 1 else None


def grid_header(session: SessionRow) -> str:
    """Return how a grid that goes out heads a session: “S4 Leading change 2026-11-26”."""
    return f"S{session.number} {session.title} {session.held_on.isoformat()}"
