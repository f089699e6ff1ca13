"""The people of one organisation, in two lines each: the name, and where they are."""

from __future__ import annotations

from academy.ui.kit.desk import Desk
from academy.ui.kit.paged_model import Pages
from academy.ui.kit.row_list import RowList, RowView, TwoLines
from academy.usecases import directory
from academy.usecases.people import PersonRow


def below(person: PersonRow) -> str:
    """Return the second line: the cohorts, else the job, else the address."""
    return person.cohorts or person.job_title or person.email


def people_from(desk: Desk, organisation_id: int) -> Pages[PersonRow]:
    """Return everybody from an organisation, read as they are looked at."""
    ids = desk.read(directory.ids_of_organisation, organisation_id)
    return Pages(ids, lambda these: desk.read(directory.people_of_page, these))


def people_list(name: str) -> RowView[PersonRow]:
    """Return the list of an organisation's people."""
    model: RowList[PersonRow] = RowList(
        lambda person: person.id, lambda person: person.name, _aloud
    )
    lines = TwoLines(below)
    lines.inset = 16
    return RowView(model, lines, name)


def _aloud(person: PersonRow) -> str:
    return ", ".join(filter(None, (person.name, below(person))))
