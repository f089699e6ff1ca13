"""The people of one organisation, in two lines each: the name, and where they are."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.ui.kit import paint
from academy.ui.kit.row_list import ROW, RowList, RowView
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import px
from academy.usecases.people import PersonRow


class OrganisationPeople(RowDelegate):
    """Paints a person: the name, below it their cohorts or what they do."""

    height = 48

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one person."""
        person: PersonRow = index.data(ROW)
        room = QRectF(rect.x() + px(16), rect.y() + px(5), rect.width() - px(24), px(20))
        paint.text(painter, room, person.name, "label", ink)
        soft = ink if ink == "on-accent" else "muted"
        paint.text(painter, room.translated(0, px(19)), below(person), "caption", soft)


def below(person: PersonRow) -> str:
    """Return the second line: the cohorts, else the job, else the address."""
    return person.cohorts or person.job_title or person.email


def people_list(name: str) -> RowView[PersonRow]:
    """Return the list of an organisation's people."""
    model: RowList[PersonRow] = RowList(
        lambda person: person.id, lambda person: person.name, _aloud
    )
    return RowView(model, OrganisationPeople(), name)


def _aloud(person: PersonRow) -> str:
    return ", ".join(filter(None, (person.name, below(person))))
