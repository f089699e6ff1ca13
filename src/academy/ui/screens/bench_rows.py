"""The mentors of the bench as a table: columns, what state they are in, which ones are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from academy.domain import dates
from academy.ui.kit import paint
from academy.ui.kit.columns import Column
from academy.ui.kit.parts import Choice, choice, row
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.table_model import ROW
from academy.ui.kit.theme import px
from academy.usecases.mentor_bench import BenchRow

Test = Callable[[BenchRow], bool]


def _tr(words: str) -> str:
    return QCoreApplication.translate("bench", words)


def state_of(one: BenchRow) -> tuple[str, str]:
    """Return what a mentor can take today in a word or two, and the kind of its tag."""
    if one.mentor.paused:
        return _tr("Paused"), "plain"
    if one.rests:
        return _tr("Resting"), "plain"
    if not one.free:
        return _tr("Full"), "warning"
    return _tr("{n} free").format(n=one.free), "good"


def load_of(one: BenchRow) -> str:
    """Return “1 of 2”: mentees now, and how many they can take."""
    return _tr("{load} of {capacity}").format(load=one.mentor.load, capacity=one.mentor.capacity)


def used_of(one: BenchRow) -> str:
    """Return when they mentored last: now, a day, or never."""
    if one.mentor.load:
        return _tr("Now")
    return dates.short_day(one.mentor.last_used) if one.mentor.last_used else _tr("Never yet")


def agreed_of(one: BenchRow) -> str:
    """Return when they agreed to the rules of mentoring, or that they have not."""
    agreed = one.mentor.agreed_on
    if agreed is None:
        return _tr("Missing")
    words = dates.short_day(agreed)
    return _tr("{day}, old").format(day=words) if one.agreement_due else words


def bench_columns() -> list[Column[BenchRow]]:
    """Return the columns of the bench; more can be shown."""
    return [
        Column("name", _tr("Mentor"), lambda b: b.mentor.name, lambda b: b.mentor.sort, width=168,
               names=True),
        Column("state", _tr("Today"), lambda b: state_of(b)[0], lambda b: -b.free, width=92,
               whole=True),
        Column("load", _tr("Mentees"), load_of, lambda b: b.mentor.load, width=82, whole=True,
               yields=True),
        Column("themes", _tr("Themes"), _themes, width=240, tip=_themes),
        Column("region", _tr("Region"), lambda b: b.mentor.region, width=128, yields=True),
        Column("used", _tr("Last mentored"), used_of, _last_used, width=116, shown=False),
        Column("agreed", _tr("Agreement"), agreed_of, lambda b: b.mentor.agreed_on, width=130,
               shown=False),
        Column("offers", _tr("Offers"), lambda b: b.mentor.offers, width=220, shown=False),
        Column("organisation", _tr("Organisation"), lambda b: b.mentor.organisation, width=220,
               shown=False),
        Column("days", _tr("Days"), lambda b: ", ".join(b.mentor.days), width=150, shown=False),
        Column("times", _tr("Pairs ever"), lambda b: str(b.mentor.times), lambda b: b.mentor.times,
               width=90, right=True, shown=False),
        Column("graduate", _tr("Graduate of"), lambda b: ", ".join(c for c, _ in b.graduate),
               width=140, shown=False),
    ]  # fmt: skip


def _themes(one: BenchRow) -> str:
    return ", ".join(one.mentor.themes)


def _last_used(one: BenchRow) -> object:
    return (1, one.mentor.last_used) if one.mentor.load else (0, one.mentor.last_used or 0)


class BenchRows(RowDelegate):
    """Paints mentors: what they can take today is a tag, a missing agreement stands out."""

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,  # noqa: ARG002 - RowDelegate's
    ) -> None:
        """Paint one cell."""
        one: BenchRow = index.data(ROW)
        key = index.model().columns[index.column()].key  # type: ignore[attr-defined]
        if key == "state":
            words, kind = state_of(one)
            paint.chip(painter, rect.x() + px(12), rect.center().y(), words, kind)
            return
        if key == "agreed" and one.agreement_due and ink == "text":
            ink = "warning"
        room = rect.adjusted(px(self.inset), 0, -px(self.inset), 0)
        side = paint.RIGHT if key == "times" else paint.LEFT
        paint.text(painter, room, str(index.data() or ""), _role(key), ink, side)

    def cell_width(self, index: Index) -> int:
        """Return how wide a cell is with nothing cut."""
        key, words = index.model().columns[index.column()].key, str(index.data() or "")  # type: ignore[attr-defined]
        return self.tag_width(words) if key == "state" else self.text_width(words, _role(key))


def _role(key: str) -> str:
    return "label" if key == "name" else "body"


WHO: Final[dict[str, Test]] = {
    "all": lambda _one: True,
    "free": lambda one: one.free > 0,
    "paused": lambda one: one.mentor.paused,
    "resting": lambda one: one.rests,
    "agreement": lambda one: one.agreement_due,
    "graduates": lambda one: bool(one.graduate),
}
"""Which mentors are shown."""


class BenchFilters(QWidget):
    """Who, which theme, which region: three choices beside each other."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = {
            "all": _tr("All mentors"),
            "free": _tr("Free now"),
            "paused": _tr("Paused"),
            "resting": _tr("Resting"),
            "agreement": _tr("Agreement missing or old"),
            "graduates": _tr("Graduates of ours"),
        }
        self.who = choice(_tr("Who"), [(words[key], key) for key in WHO], "all", width=150)
        self.theme = choice(_tr("Theme"), width=170)
        self.region = choice(_tr("Region"), width=150)
        for one in (self.who, self.theme, self.region):
            one.activated.connect(lambda _number: self.changed.emit())
        self.setLayout(row(self.who, self.theme, self.region, gap=8))

    def offer(self, rows: Sequence[BenchRow]) -> None:
        """Offer the themes and regions these mentors have; what is chosen and gone is dropped."""
        themes = sorted({theme for one in rows for theme in one.mentor.themes}, key=str.casefold)
        regions = sorted({one.mentor.region for one in rows} - {""})
        _offer(self.theme, _tr("All themes"), themes)
        _offer(self.region, _tr("All regions"), regions)

    def kept(self, rows: Sequence[BenchRow]) -> list[BenchRow]:
        """Return the mentors that pass."""
        test = WHO[str(self.who.currentData())]
        theme, region = self.theme.currentData(), self.region.currentData()
        return [
            one
            for one in rows
            if test(one)
            and (not theme or theme in one.mentor.themes)
            and (not region or region == one.mentor.region)
        ]

    @property
    def active(self) -> bool:
        """Whether somebody may be left out."""
        chosen = (self.theme.currentData(), self.region.currentData())
        return self.who.currentData() != "all" or any(chosen)

    def clear(self) -> None:
        """Show everybody again."""
        for one in (self.who, self.theme, self.region):
            one.setCurrentIndex(0)
        self.changed.emit()


def _offer(made: Choice, every: str, names: Sequence[str]) -> None:
    chosen = made.currentData()
    made.offer([(every, ""), *((name, name) for name in names)], chosen if chosen in names else "")
