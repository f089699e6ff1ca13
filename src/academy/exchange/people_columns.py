"""Guess what each column of a list of people becomes, by its header and by what is in it.

Answers about equality and health are never taken over from beside a name: such columns are left
out, with the reason. What is not understood is left out too, never dropped in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from academy.domain.words import FileProblem
from academy.exchange.column_words import field_of_header, header_key, speaks_of_somebody_else
from academy.exchange.tables import Table

PERSON_FIELDS = (
    "full_name", "given_name", "family_name", "known_as", "name_on_certificate", "email", "phone",
    "organisation", "job_title", "external_id", "role", "team", "cohort",
)  # fmt: skip
LEAVE_OUT = "leave_out"
Why = Literal[
    "guessed", "content", "remembered", "equality", "health", "account", "somebody_else", "form",
    "doubled", "empty", "unknown",
]  # fmt: skip

_EQUALITY = re.compile(
    r"\b(?:ethnic\w*|race|racial|disab\w*|gender\w*|sex|sexual\w*|orientation|religio\w*|belief"
    r"|faith|pregnan\w*|maternity|marital|marriage|civil partner\w*|age|ages|age (?:band|group)"
    r"|date of birth|dob|birth ?(?:date|day)|born|trans|transgender|pronouns?|nationality|carer"
    r"|caring|socio ?economic|free school meals|parental|protected|characteristics?|identity"
    r"|identities|identify|equality|diversity|edi|lgbt\w*|neurodiver\w*|care experienced"
    r"|first language|immigration|rhywedd|anabl\w*|crefydd)\b"
)
_HEALTH = re.compile(
    r"\b(?:allerg\w*|diet\w*|food|access (?:needs?|requirements?)|accessib\w*|adjustments?"
    r"|medical|medication|health|special (?:requirements?|needs?)|support needs?|dyslex\w*"
    r"|wheelchair|injur\w*|condition|sickness|requirements? for access|additional needs?"
    r"|vegetarian|vegan|hearing loop|alergedd\w*)\b"
)
_ANSWER = re.compile(
    r"^(?:white|asian|black|mixed)\b.*\b(?:british|english|irish|african|caribbean|indian|asian|other"
    r"|background)\b|^(?:heterosexual|straight|gay|lesbian|bisexual|non[- ]binary|christian|muslim"
    r"|hindu|sikh|jewish|buddhist|female|male|woman|man)\b|prefer not to say"
)
_OWN_WORDS = frozenset({"full_name", "given_name", "family_name", "known_as", "email", "phone"})
_ONCE = frozenset({"role", "team", "cohort"})  # for these the first column is taken
_ACCOUNT = frozenset(
    {
        "account disabled", "account enabled", "active", "created", "created at", "enabled",
        "is active", "is disabled", "last login", "last sign in", "lastlogin", "locked", "password",
        "pending", "suspended", "user name", "username", "login", "deleted", "last access",
    }
)  # fmt: skip
_SWITCHES = frozenset({"true", "false", "0", "1", ""})
_FORM_HEADS = {"id", "start time", "completion time", "email", "name"}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s()-]{9,20}")
_PERSON = re.compile(r"[^\W\d_][\w'’.-]*(?:,? [^\W\d_][\w'’.-]*){1,4}")


@dataclass(frozen=True)
class ColumnGuess:
    """What one column becomes. `field` is one of PERSON_FIELDS or leave_out; `why` says why.

    `equality` and `health` columns hold what must not stand beside a name; `account` ones the
    state of somebody's account, `form` ones what the form noted itself.
    """

    index: int
    header: str
    field: str
    why: Why


def headers_key(headers: Iterable[str]) -> str:
    """Return the key under which a mapping of these headers is remembered."""
    return "\n".join(header_key(header) for header in headers)


def guess(table: Table, remembered: Mapping[str, str] | None = None) -> tuple[ColumnGuess, ...]:
    """Guess every column of a table, in order; `remembered` are fields by header, chosen before.

    Two columns may be guessed to be one field: `check_mapping` names both, the user chooses.
    """
    known = remembered or {}
    first = [_by_header(table, at, known.get(head)) for at, head in enumerate(table.headers)]
    first = _first_only(_without_form_account(table, first))
    taken = {guess.field for guess in first}
    return tuple(_by_content(table, one, taken) for one in first)


def mapping_of(guesses: Iterable[ColumnGuess]) -> dict[int, str]:
    """Return the field of each column that is not left out."""
    return {guess.index: guess.field for guess in guesses if guess.field != LEAVE_OUT}


def _by_header(table: Table, at: int, remembered: str | None) -> ColumnGuess:
    header = table.headers[at]
    if private := _private(table, at):
        return ColumnGuess(at, header, LEAVE_OUT, private)
    if remembered in {*PERSON_FIELDS, LEAVE_OUT}:
        return ColumnGuess(at, header, str(remembered), "remembered")
    if _is_account_state(table, at):
        return ColumnGuess(at, header, LEAVE_OUT, "account")
    if speaks_of_somebody_else(header):
        return ColumnGuess(at, header, LEAVE_OUT, "somebody_else")
    if field := field_of_header(header):
        return ColumnGuess(at, header, field, "guessed")
    return ColumnGuess(at, header, LEAVE_OUT, "unknown")


def _private(table: Table, at: int) -> Why | None:
    """Say why a column must be left out, whatever was chosen for its header before."""
    key = header_key(table.headers[at])
    if _HEALTH.search(key):
        return "health"
    if _is_account_state(table, at) or field_of_header(key) in _OWN_WORDS:
        return None
    if _EQUALITY.search(key):
        return "equality"
    answers = table.filled(at)
    told = _count(answers, lambda text: _ANSWER.search(text.casefold()))
    return "equality" if told * 2 > answers.total() else None


def _count(filled: Counter[str], test: Callable[[str], object]) -> int:
    return sum(count for text, count in filled.items() if test(text))


def _is_account_state(table: Table, at: int) -> bool:
    """Tell “Disabled” of an account, switched TRUE or FALSE, from an answer about disability."""
    key = header_key(table.headers[at])
    if key in _ACCOUNT:
        return True
    if key != "disabled" or not _ACCOUNT & {header_key(header) for header in table.headers}:
        return False
    return {text.strip().casefold() for text in table.column(at)} <= _SWITCHES


def _without_form_account(table: Table, guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """Leave out a Microsoft form's own Name column where the form asks for the name itself."""
    own = {header_key(header) for header in table.headers}
    names = [guess for guess in guesses if guess.field == "full_name"]
    if not own >= _FORM_HEADS or len(names) < 2:
        return guesses
    return [
        ColumnGuess(one.index, one.header, LEAVE_OUT, "form")
        if one in names and header_key(one.header) == "name"
        else one
        for one in guesses
    ]


def _first_only(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """Leave out a second role, team or cohort column; nothing is lost that a person needs."""
    kept, seen = [], set()
    for one in guesses:
        again = one.field in _ONCE and one.field in seen
        seen.add(one.field)
        kept.append(ColumnGuess(one.index, one.header, LEAVE_OUT, "doubled") if again else one)
    return kept


def _by_content(table: Table, found: ColumnGuess, taken: set[str]) -> ColumnGuess:
    """Look into a column whose header says nothing, or which repeats a field without content."""
    if found.why not in {"unknown", "guessed"}:
        return found
    if found.why == "guessed":
        doubled = sum(field_of_header(header) == found.field for header in table.headers) > 1
        empty = doubled and not table.filled(found.index) and table.rows
        return ColumnGuess(found.index, found.header, LEAVE_OUT, "empty") if empty else found
    field = _field_of_content(table.filled(found.index), headed=bool(found.header))
    if not field or field in taken or (field == "full_name" and "given_name" in taken):
        return found
    taken.add(field)
    return ColumnGuess(found.index, found.header, field, "content")


def _field_of_content(filled: Counter[str], *, headed: bool) -> str:
    """Name the field most cells look like; names and councils only under an empty header."""
    if not filled:
        return ""
    if _most(filled, _EMAIL):
        return "email"
    if headed:
        return ""
    if _most(filled, _PHONE):
        return "phone"
    if _are_councils(filled):
        return "organisation"
    return "full_name" if _most(filled, _PERSON) else ""


def _most(filled: Counter[str], pattern: re.Pattern[str]) -> bool:
    return _count(filled, lambda text: pattern.fullmatch(text.strip())) * 10 >= filled.total() * 7


def _are_councils(filled: Counter[str]) -> bool:
    from academy.domain.councils import match

    some = list(dict.fromkeys(text.strip() for text in filled))[:50]
    return sum(match(text).action == "match" for text in some) * 10 >= len(some) * 6


def check_mapping(mapping: Mapping[int, str], headers: tuple[str, ...]) -> None:
    """Raise the FileProblem of a mapping that cannot be read: columns_doubled, column_missing.

    `columns_doubled` has facts field, first, second (headers, or “column 3” as a number where a
    header is empty); `column_missing` has the field: a name, whole or as given and family name.
    """
    seen: dict[str, int] = {}
    for index, field in sorted(mapping.items()):
        if field in seen and field != LEAVE_OUT:
            first, second = (headers[at] or str(at + 1) for at in (seen[field], index))
            raise FileProblem("columns_doubled", field=field, first=first, second=second)
        seen[field] = index
    if not {"full_name", "given_name", "family_name"} & set(seen):
        raise FileProblem("column_missing", field="full_name")
