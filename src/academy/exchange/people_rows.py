"""Rows of a list of people as fields: names put together, addresses checked, problems told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from academy.domain.names import check_email, folded, inverted, refused_characters, tidied
from academy.domain.words import RuleBroken
from academy.exchange.people_columns import LEAVE_OUT, check_mapping
from academy.exchange.tables import Table

_LIMITS = {"email": 254}
_LIMIT = 100
_NOT_SAID = re.compile(r"(?:anonymous|n/?a|none|unknown|nil|tbc|-+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawPerson:
    """One row of the file: its number there, its fields, and the first problem to mend, if any.

    `values` hold what was typed, tidied; fields without a value are not in it. With a family name
    known, `full_name` and `family_name` are both there. A value with a problem stays to be seen.
    """

    row_number: int
    values: dict[str, str] = field(default_factory=dict)
    problem: RuleBroken | None = None


def read_person_rows(table: Table, mapping: Mapping[int, str]) -> list[RawPerson]:
    """Read every row by a mapping of column index to field; see `people_columns.guess`.

    Raises FileProblem columns_doubled or column_missing and then reads nothing. A row's own
    problem (full_name_missing, refused_characters, text_too_long, or one of `check_email`) is with
    the row. Rows without anything in the columns that are read are left out.
    """
    used = {index: name for index, name in mapping.items() if name != LEAVE_OUT}
    check_mapping(used, table.headers)
    names = list(used.values())
    columns = [_tidied(table.column(at)) for at in used]
    people = (
        _person(number, _filled(dict(zip(names, texts, strict=True))))
        for number, *texts in zip(table.row_numbers, *columns, strict=True)
    )
    return [one for one in people if one.values]


def _tidied(texts: tuple[str, ...]) -> Iterable[str]:
    """Tidy a column, each of its texts once: councils, teams and posts repeat."""
    return map({text: tidied(text) for text in set(texts)}.__getitem__, texts)


def _filled(values: dict[str, str]) -> dict[str, str]:
    return (
        {name: text for name, text in values.items() if text} if "" in values.values() else values
    )


def person(row_number: int, cells: Mapping[str, str]) -> RawPerson:
    """Make one row's fields of its cells, by field; also for a row that was edited by hand."""
    values = {name: tidied(text) for name, text in cells.items()}
    return _person(row_number, _filled(values))


def _person(row_number: int, values: dict[str, str]) -> RawPerson:
    """Make one row's fields of what is typed and tidied in it."""
    email = values.get("email", "")
    if "@" not in email and _NOT_SAID.fullmatch(email):
        del values["email"]
    if values:
        _name(values)
    try:
        _check(values)
    except RuleBroken as problem:
        return RawPerson(row_number, values, problem)
    return RawPerson(row_number, values)


def _name(values: dict[str, str]) -> None:
    """Put the name's parts together, and turn “Family, Given” round.

    A full name without a comma stays in the order it was typed: nobody can tell which end is the
    family name.
    """
    given, family = values.pop("given_name", ""), values.get("family_name", "")
    typed = values.get("full_name", "")
    if not typed:
        typed = f"{given} {family}".strip() if folded(given) != folded(family) else family
    elif family and not given and folded(family) not in folded(typed):
        typed = f"{typed} {family}"  # columns “Name” and “Surname”
    full, found = inverted(typed) if "," in typed else (typed, "")
    if full:
        values["full_name"] = full
    if not family and found:
        values["family_name"] = found


def _check(values: dict[str, str]) -> None:
    """Raise the first thing to mend; a sound address is kept in its plain form."""
    for name, text in values.items():
        if len(text) > _LIMIT or not text.isprintable():  # most are short and plain
            _check_text(name, text)
    if not values.get("full_name"):
        raise RuleBroken("full_name_missing")
    if address := values.get("email"):
        values["email"] = check_email(address)


def _check_text(name: str, text: str) -> None:
    limit = _LIMITS.get(name, _LIMIT)
    if found := refused_characters(text):
        raise RuleBroken("refused_characters", field=name, characters=", ".join(found))
    if len(text) > limit:
        raise RuleBroken("text_too_long", field=name, limit=limit)
