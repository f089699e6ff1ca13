"""The table of completion: a column for each rule in words, and what became of the certificate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain.words import CertificateState
from academy.ui.kit import labels, paint
from academy.ui.kit.labels import forecasts
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.table import ROW, Column, TableModel
from academy.ui.kit.theme import draw_icon, px
from academy.usecases.completion import CompletionRow, RequirementRow

if TYPE_CHECKING:
    from academy.domain.completion import Outcome

REQUIREMENT = "requirement:"
"""Keys of columns for named requirements begin so; the id follows."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("completion", words)


HEADERS = {
    "attendance": lambda: _tr("Attendance"),
    "required_sessions": lambda: _tr("Required"),
    "mentoring": lambda: _tr("Mentoring"),
}
WIDTHS = {"attendance": 200, "required_sessions": 130, "mentoring": 110}


def columns_of(
    people: Sequence[CompletionRow], named: Sequence[RequirementRow]
) -> list[Column[CompletionRow]]:
    """Return the columns that the rules of a cohort ask for."""
    rules = [str(outcome.rule) for outcome in people[0].outcomes] if people else []
    found = [
        Column("name", _tr("Name"), _name, lambda row: row.sort, width=180, names=True),
        Column("certificate", _tr("Certificate"), certificate_words, width=130),
    ]
    found += [
        Column(
            key, HEADERS[key](), _words_of(key), _order_of(key), width=WIDTHS[key],
            tip=_forecast if key == "attendance" else None,
        )
        for key in rules
        if key in HEADERS
    ]  # fmt: skip
    for asked in named:
        key = f"{REQUIREMENT}{asked.id}"
        wide = max(128, 24 + 7 * len(asked.name))
        found.append(Column(key, asked.name, _met_words(asked.name), width=wide))
    return found


def _name(row: CompletionRow) -> str:
    return row.name


def _forecast(row: CompletionRow) -> str:
    return forecasts.told(row.outlook)


def _words_of(key: str) -> Callable[[CompletionRow], str]:
    def words(row: CompletionRow) -> str:
        return ", ".join(short_words(o) for o in row.outcomes if o.rule == key)

    return words


def short_words(outcome: Outcome) -> str:
    """Return how somebody stands to a rule, under a header that names it."""
    facts = dict(outcome.facts)
    if outcome.rule == "required_sessions":
        if outcome.met:
            return _tr("all attended")
        if outcome.lost:
            return _tr("missed {missed}").format(missed=facts["missed"])
        return _tr("{n} to come").format(n=facts["to_come"])
    if outcome.rule == "mentoring":
        return _tr("{held} of {target}").format(held=facts["held"], target=facts["target"])
    if outcome.rule == "attendance" and facts["blank"] and facts["marked"]:
        return _so_far(outcome).format_map(facts)
    return labels.outcome(outcome)


def _so_far(outcome: Outcome) -> str:
    """Return how attendance stands while sessions are to come; the tip tells the rest."""
    if outcome.met:
        return _tr("{attended} of {marked}, {percent}%")
    if outcome.lost:
        return _tr("{attended} of {marked}, cannot reach {target}%")
    return _tr("{attended} of {marked}, can still reach {target}%")


def _order_of(key: str) -> Callable[[CompletionRow], tuple[bool, bool, int]]:
    def order(row: CompletionRow) -> tuple[bool, bool, int]:
        found = next(o for o in row.outcomes if o.rule == key)
        facts = dict(found.facts)
        return found.met, not found.lost, int(facts.get("percent", facts.get("held", 0)))

    return order


def _met_words(name: str) -> Callable[[CompletionRow], str]:
    def words(row: CompletionRow) -> str:
        return _tr("met") if is_met(row, name) else _tr("not met yet")

    return words


def is_met(row: CompletionRow, name: str) -> bool:
    """Tell whether somebody met a named requirement."""
    return any(o.met for o in row.outcomes if dict(o.facts).get("name") == name)


def certificate_words(row: CompletionRow) -> str:
    """Return how the certificate stands: due, not due, or the number with its state."""
    if row.certificate_state is CertificateState.ISSUED:
        return row.number
    if row.due:
        return _tr("due")
    if row.certificate_state is not None:
        return f"{row.number}, {labels.word(row.certificate_state).casefold()}"
    return _tr("not due") if row.over or row.lost else _tr("not due yet")


class CompletionRows(RowDelegate):
    """Paints rules with a sign, requirements as ticks, certificates as tags."""

    height = 36
    ticked = Signal(int, str)
    """A click on a requirement: place id, and the key of its column."""

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem
    ) -> None:
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, TableModel)
        column, row = model.columns[index.column()], index.data(ROW)
        if column.key == "certificate":
            _paint_certificate(painter, rect, row, ink)
        elif column.key.startswith(REQUIREMENT):
            self._paint_tick(painter, rect, index, ink, met=is_met(row, column.header))
        elif column.key == "name":
            super().content(painter, rect, index, ink, option)
        else:
            _paint_rule(painter, rect, row, column, ink)

    def cell_width(self, index: Index) -> int:
        """Return how wide a cell is with nothing cut."""
        model, words = index.model(), str(index.data() or "")
        assert isinstance(model, TableModel)
        key = model.columns[index.column()].key
        if key == "name":
            return super().cell_width(index)
        if key == "certificate":
            due = index.data(ROW).due
            return self.tag_width(words) if due else self.text_width(words, "body")
        before = px(38) if key.startswith(REQUIREMENT) else px(28)
        return before + paint.width(words) + px(8)

    def _paint_tick(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, *, met: bool
    ) -> None:
        active = ink == "on-accent"
        box = _box(rect)
        if met:
            paint.box(painter, box, px(4), "on-accent" if active else "accent")
            inner = box.adjusted(px(2), px(2), -px(2), -px(2))
            draw_icon(painter, "check", inner, "accent" if active else "on-accent", 3)
        else:
            paint.box(painter, box, px(4), None if active else "base", ink if active else "control")
        left = box.right() + px(8)
        words = QRectF(left, rect.y(), rect.right() - left, rect.height())
        soft = ink if active or met else "muted"
        paint.text(painter, words, str(index.data()), "body", soft)

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Change a requirement at a click on its box."""
        model = index.model()
        assert isinstance(model, TableModel)
        key = model.columns[index.column()].key
        released = event.type() == QEvent.Type.MouseButtonRelease
        if not released or not isinstance(event, QMouseEvent) or not key.startswith(REQUIREMENT):
            return False
        wide = _box(QRectF(option.rect)).adjusted(-px(12), -px(9), px(8), px(9))
        if wide.contains(event.position()):
            self.ticked.emit(index.data(ROW).place_id, key)
            return True
        return False


def _box(rect: QRectF) -> QRectF:
    return QRectF(rect.x() + px(12), rect.center().y() - px(9), px(18), px(18))


def _paint_rule(
    painter: QPainter, rect: QRectF, row: CompletionRow, column: Column[CompletionRow], ink: str
) -> None:
    found = next(o for o in row.outcomes if o.rule == column.key)
    sign, kind = ("●", "good") if found.met else ("A", "bad") if found.lost else (".", "muted")
    active = ink == "on-accent"
    centre = QPointF(rect.x() + px(17), rect.center().y())
    paint.shape(painter, centre, sign, ink if active else kind, px(8))
    room = rect.adjusted(px(28), 0, -px(8), 0)
    paint.text(painter, room, column.text(row), "body", "bad" if found.lost and not active else ink)


def _paint_certificate(painter: QPainter, rect: QRectF, row: CompletionRow, ink: str) -> None:
    left, middle = rect.x() + px(12), rect.center().y()
    if row.due:
        paint.chip(painter, left, middle, certificate_words(row), "info")
        return
    room = rect.adjusted(px(12), 0, -px(8), 0)
    soft = ink if ink == "on-accent" else "text" if row.certificate_state else "muted"
    paint.text(painter, room, certificate_words(row), "body", soft)
