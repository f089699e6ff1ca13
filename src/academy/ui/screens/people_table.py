"""Tables of people: everybody, and the people of a cohort with the state of their place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain import dates
from academy.domain.words import PlaceState
from academy.ui.kit import labels, paint
from academy.ui.kit.columns import Column
from academy.ui.kit.desk import Desk
from academy.ui.kit.paged_model import forgiven
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.table_model import ROW, SortKey
from academy.ui.kit.theme import px
from academy.ui.screens.person_words import KINDS
from academy.usecases import directory
from academy.usecases.cohorts import PlaceRow
from academy.usecases.people import PersonRow

translate = QCoreApplication.translate


def _tr(words: str) -> str:
    return translate("people", words)


def people_columns() -> list[Column[PersonRow]]:
    """Return the columns of everybody; e-mail and the like can be shown."""
    return [
        Column("name", _tr("Name"), lambda p: p.name, lambda p: p.sort, width=190, names=True),
        Column("organisation", _tr("Organisation"), lambda p: p.organisation, width=260),
        Column("cohorts", _tr("Cohorts"), lambda p: p.cohorts, width=144, yields=True),
        Column("email", _tr("E-mail"), lambda p: p.email, width=240, shown=False),
        Column("job", _tr("Job title"), lambda p: p.job_title, width=180, shown=False),
        Column("phone", _tr("Phone"), lambda p: p.phone, width=130, shown=False),
    ]


def place_columns() -> list[Column[PlaceRow]]:
    """Return the columns of a cohort's people."""
    return [
        Column("name", _tr("Name"), lambda p: p.name, lambda p: p.sort, width=224, names=True),
        Column("organisation", _tr("Organisation"), lambda p: p.organisation, width=260),
        Column("state", _tr("Place"), lambda p: labels.word(p.state), width=112, whole=True),
        Column("email", _tr("E-mail"), lambda p: p.email, width=240, shown=False),
        Column("job", _tr("Job title"), lambda p: p.job_title, width=180, shown=False),
        Column(
            "since",
            _tr("Since"),
            _since,
            lambda p: p.enrolled_on,
            width=110,
            whole=True,
            shown=False,
        ),
    ]


def _since(place: PlaceRow) -> str:
    return dates.short_day(place.enrolled_on)


class Everybody:
    """The rows of the table of everybody, as its pages ask for them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ids(self, typed: str, keys: Sequence[SortKey]) -> Sequence[int]:
        """Return who matches; where nobody does, one slip of the finger is forgiven."""
        order = [(key.column, key.descending) for key in keys]
        found = self._desk.read(directory.ids_in_order, typed, order)
        return found or forgiven(typed, lambda: self.ids("", keys), self.rows, people_columns())

    def rows(self, ids: Sequence[int]) -> Sequence[PersonRow]:
        """Return these people."""
        return self._desk.read(directory.people_of_page, ids)

    def total(self) -> int:
        """Return how many people there are."""
        return self._desk.read(directory.number_of_people)


class PeopleRows(RowDelegate):
    """Paints people: names stand out, those who withdrew are grey, the place is a tag."""

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,  # noqa: ARG002 - RowDelegate's
    ) -> None:
        """Paint one cell."""
        row = index.data(ROW)
        key = index.model().columns[index.column()].key  # type: ignore[attr-defined]
        state = getattr(row, "state", None)
        if ink == "text" and state is PlaceState.WITHDRAWN:
            ink = "muted"
        if key == "state" and state is not None:
            words = labels.word(state)
            paint.chip(painter, rect.x() + px(12), rect.center().y(), words, KINDS[state])
            return
        room = rect.adjusted(px(self.inset), 0, -px(self.inset), 0)
        words = str(index.data() or "")
        paint.text(painter, room, words, _role(key), ink)

    def cell_width(self, index: Index) -> int:
        """Return how wide a cell is with nothing cut."""
        key, words = index.model().columns[index.column()].key, str(index.data() or "")  # type: ignore[attr-defined]
        if key == "state" and words:
            return self.tag_width(words)
        return self.text_width(words, _role(key))


def _role(key: str) -> str:
    return "label" if key == "name" else "body"


def copy_addresses(rows: Sequence[PersonRow] | Sequence[PlaceRow]) -> str:
    """Put e-mail addresses on the clipboard; return what was done, in words."""
    addresses = [row.email for row in rows if row.email]
    missing = len(rows) - len(addresses)
    if not addresses:
        return _tr("There is no e-mail address to copy.")
    QGuiApplication.clipboard().setText("; ".join(addresses))
    words = translate("people", "%n e-mail address(es) copied.", "", len(addresses))
    if missing:
        words += " " + translate("people", "%n person(s) without one.", "", missing)
    return words
