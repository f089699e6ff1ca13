"""The tables of learning sets: everybody with their set, the meetings, who is kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import Letter
from academy.ui.kit import labels
from academy.ui.kit.columns import Column
from academy.ui.kit.data_view import DataView
from academy.ui.kit.parts import column, holder, label, row
from academy.ui.kit.table_model import TableModel
from academy.ui.screens.mentoring_rows import natural
from academy.ui.screens.set_words import near_words, withdrew_words
from academy.usecases.learning_sets import LearningSetRow, LearningSets, MemberRow
from academy.usecases.set_meetings import SetMeetingRow
from academy.usecases.set_people import SetPerson
from academy.usecases.set_vetoes import VetoRow

THERE = (Letter.PRESENT, Letter.LATE)


def _tr(words: str) -> str:
    return QCoreApplication.translate("sets", words)


@dataclass(frozen=True)
class PersonInSet:
    """Everybody of a cohort with the set they are in, if any."""

    person: SetPerson
    set: LearningSetRow | None
    member: MemberRow | None

    @property
    def there(self) -> int:
        """How many meetings they came to."""
        return sum(letter in THERE for letter in self.member.letters) if self.member else 0

    @property
    def missed(self) -> int:
        """How many they missed in a row until now."""
        return self.member.missed if self.member else 0


def people_in_sets(found: LearningSets) -> list[PersonInSet]:
    """Return the rows of the table: by set, then who is in none."""
    rows = [PersonInSet(m.person, one, m) for one in found.sets for m in one.members]
    return rows + [PersonInSet(person, None, None) for person in found.without]


class TablePart(QWidget):
    """A table; without rows, a sentence stands in its place."""

    def __init__(self, view: DataView, none: str, *ways: QWidget) -> None:
        super().__init__()
        self.view = view
        self._none = holder(row(label(none, "muted", wrap=True), margins=(24, 12, 24, 12)))
        self._ways = holder(row(*ways, None, gap=8, margins=(24, 10, 24, 10)))
        self._inner = row(view, margins=(12, 0, 0, 0))
        self._shown = holder(self._inner)
        lines = column(self._ways, self._none, self._shown, None, gap=0)
        lines.setStretch(2, 1000)
        self.setLayout(lines)
        self._ways.setVisible(bool(ways))  # not before it has a parent: it would be a window

    def set_margin(self, margin: int) -> None:
        """Follow the page's margin, so that words stand under those of the heading."""
        self._inner.set_margins((margin - 12, 0, 0, 0))

    def fill(self, rows: Sequence[object]) -> None:
        """Show other rows."""
        self.view.rows.set_rows(list(rows))
        self._shown.setVisible(bool(rows))
        self._none.setVisible(not rows)


def people_table() -> DataView:
    """Return the table twin of the cards."""
    columns: list[Column[PersonInSet]] = [
        Column(
            "set", _tr("Set"), lambda r: str(r.set.number) if r.set else _tr("none"),
            lambda r: r.set.number if r.set else None, right=True, width=56,
        ),
        Column("name", _tr("Name"), lambda r: r.person.name, lambda r: r.person.sort, width=200,
               names=True),
        Column("organisation", _tr("Organisation"), lambda r: r.person.organisation, width=200),
        Column("region", _tr("Region"), lambda r: r.person.region, width=150, yields=True),
        Column("role", _tr("Role"), lambda r: r.person.role, width=180, yields=True,
               tip=lambda r: r.person.role),
        Column("facilitator", _tr("Facilitator"),
               lambda r: r.set.facilitator if r.set else "", shown=False),
        Column("there", _tr("Came to"), _came, lambda r: r.there, right=True, width=90),
        Column("missed", _tr("Missed in a row"), lambda r: str(r.missed or ""),
               lambda r: r.missed, right=True, width=150),
        Column("withdrew", _tr("Withdrew"), lambda r: withdrew_words(r.person), width=150,
               shown=False),
        Column("why", _tr("Together though close"),
               lambda r: "; ".join(near_words(r.set)) if r.set else "", shown=False),
    ]  # fmt: skip
    model: TableModel[PersonInSet] = TableModel(columns, lambda r: r.person.place_id)
    return DataView("learning-sets", _tr("People and their sets"), model, stretch="organisation")


def _came(row: PersonInSet) -> str:
    if row.set is None or not row.set.met_on:
        return ""
    return _tr("{n} of {of}").format(n=row.there, of=len(row.set.met_on))


def meetings_table() -> DataView:
    """Return the table of meetings."""
    columns: list[Column[SetMeetingRow]] = [
        Column("day", _tr("Date"), lambda r: dates.plain_day(r.held_on), lambda r: r.held_on,
               width=160),
        Column("set", _tr("Set"), lambda r: str(r.number), lambda r: r.number, right=True,
               width=56),
        Column("format", _tr("How"), lambda r: labels.word(r.format), width=110),
        Column("minutes", _tr("Minutes"), lambda r: str(r.minutes or ""), lambda r: r.minutes,
               right=True, width=84),
        Column("there", _tr("There"), _there, lambda r: r.present, right=True, width=84),
        Column("away", _tr("Not there"), _away, width=300, tip=_away),
    ]  # fmt: skip
    model: TableModel[SetMeetingRow] = TableModel(columns, lambda r: r.id)
    return DataView("set-meetings", _tr("Meetings of the sets"), model, stretch="away")


def _there(row: SetMeetingRow) -> str:
    if not row.marks:
        return _tr("not marked")
    return _tr("{n} of {of}").format(n=row.present, of=len(row.marks))


def _away(row: SetMeetingRow) -> str:
    """Return who was absent or sent apologies, with which of the two."""
    return ", ".join(
        f"{natural(person.name)} ({labels.word(letter).casefold()})"
        for person, letter in row.marks
        if letter not in THERE
    )


def vetoes_table() -> DataView:
    """Return the table of those kept apart."""
    columns: list[Column[VetoRow]] = [
        Column("first", _tr("Name"), lambda r: r.first.name, lambda r: r.first.sort, width=240),
        Column("second", _tr("Not in one set with"), lambda r: r.second.name,
               lambda r: r.second.sort, width=240),
    ]  # fmt: skip
    model: TableModel[VetoRow] = TableModel(columns, lambda r: r.id)
    return DataView("set-vetoes", _tr("Kept apart"), model, stretch="second")
