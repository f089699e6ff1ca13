"""The cards of a cohort's overview: figures, people at risk, what is left to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import RiskReason
from academy.ui.kit import paint
from academy.ui.kit.layout import Painted, Sized
from academy.ui.kit.parts import Thing, button, card, chips, column, holder, label, row
from academy.ui.kit.theme import colour, draw_icon, factor, px
from academy.ui.screens.home_words import reason, see, spoken
from academy.ui.screens.rates_chart import RatesChart
from academy.usecases.cohort_overview import CohortOverview, MentoringCount

translate = QCoreApplication.translate


def _tr(words: str) -> str:
    return QCoreApplication.translate("overview", words)


def head(title: str, *right: Thing) -> QWidget:
    """Return the first line of a card: 28 px high, so that cards side by side agree."""
    made = Sized(height=28)
    made.setLayout(row(label(title, "strong"), None, *right))
    return made


def door(words: str, go: Callable[[], object]) -> QWidget:
    """Return a link that does something."""
    made = button(words, "link")
    made.clicked.connect(lambda _checked=False: go())
    return made


def day_tile(day: date) -> QWidget:
    """Return a small leaf of a calendar."""

    def draw(painter: QPainter, rect: QRectF) -> None:
        number, month = dates.tiny_day(day).split()
        paint.box(painter, rect, px(8), "info-ground")
        above = rect.adjusted(0, px(5), 0, -px(21))
        paint.text(painter, above, month, "chip", "info", paint.CENTRE)
        below = rect.adjusted(0, px(17), 0, -px(2))
        paint.text(painter, below, number, "section", "info", paint.CENTRE)

    return Painted(draw, height=44, width=44, name=dates.plain_day(day))


def attendance(seen: CohortOverview, whole: int) -> QWidget:
    """Return the rate so far, who is on track, and the chart of all `whole` sessions."""
    chart = RatesChart(seen.rates, seen.target, whole - len(seen.rates))
    figure = "–" if seen.percent is None else f"{seen.percent}%"
    on_track = translate("overview", "%n on track", "", seen.on_track)
    tags: list[tuple[str, str, str]] = [(on_track, "good", "P")]
    if seen.at_risk:
        at_risk = translate("overview", "%n at risk", "", len(seen.at_risk))
        tags.append((at_risk, "warning", "▲"))
    told = row(label(figure, "figure"), chips(*tags), None, gap=12)
    return card(column(head(_tr("Attendance"), chart.switch), told, chart, None, gap=4))


def mentoring(count: MentoringCount, go: Callable[[], object]) -> QWidget:
    """Return how many have a mentor, as a ring and in words."""
    paired = _tr("{paired} of {people} paired").format(paired=count.paired, people=count.people)
    share = count.paired / count.people if count.people else 0.0
    lines = [label(paired, "label")]
    if count.waiting:
        words = translate("overview", "%n waiting for a mentor", "", count.waiting)
        lines.append(label(words, "caption"))
    if count.quiet:
        words = translate("overview", "%n pair(s) quiet", "", count.quiet)
        lines.append(label(words, "caption"))
    told = row(_ring(share), column(None, *lines, None, gap=3), None, gap=16)
    return card(column(head(_tr("Mentoring"), door(_tr("Open"), go)), 12, told, None, gap=2))


def _ring(share: float) -> QWidget:
    def draw(painter: QPainter, rect: QRectF) -> None:
        place = rect.adjusted(px(6), px(6), -px(6), -px(6))
        for ink, part in (("chart-track", 1.0), ("chart", share)):
            pen = QPen(colour(ink), px(8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            if part:
                painter.drawArc(place, 90 * 16, -round(part * 360 * 16))
        paint.text(painter, rect, f"{share:.0%}", "strong", "text", paint.CENTRE)

    return Painted(draw, height=92, width=92)


def at_risk(seen: CohortOverview, marks: Mapping[int, str], go: Callable[[], object]) -> QWidget:
    """Return who needs a word: their marks as a strip, and the reason."""
    lines: list[QWidget] = []
    names = [paint.width(spoken(risk.name), "label") for risk in seen.at_risk[:5]]
    wide = min(180, max(names, default=0) / factor() + 8)
    for risk in seen.at_risk[:5]:
        name, why = spoken(risk.name), reason(risk, short=True)
        kind = "warning" if risk.reason is RiskReason.BELOW_AT_HALF else "bad"
        told = label(why, kind, wrap=True)
        told.setAccessibleName(f"{name}: {why}")
        strip = _marked(name, marks.get(risk.place_id, ""), wide)
        made = row(strip, told, gap=10, margins=(0, 3, 0, 3))
        made.setStretch(1, 1)
        lines.append(holder(made))
    right = door(see(len(seen.at_risk)), go) if lines else None
    if not lines:
        lines.append(label(_tr("Nobody is at risk."), "muted"))
    return card(column(head(_tr("At risk"), *([right] if right else [])), *lines, None, gap=0))


def _marked(name: str, marks: str, wide: float) -> Painted:
    """Return a name (its room in px of the design) and the marks of its person as a strip."""

    def draw(painter: QPainter, rect: QRectF) -> None:
        paint.text(painter, QRectF(0, 0, px(wide), rect.height()), name, "label")
        paint.strip(painter, px(wide + 8), rect.center().y(), marks)

    return Painted(draw, height=24, width=wide + 8 + 13 * len(marks))


def to_finish(seen: CohortOverview, last_day: date | None, whole: int) -> QWidget:
    """Return the way to the end, done and to do, each with its count."""
    held = whole - seen.to_come
    steps: list[tuple[bool, str]] = []
    if whole:
        words = _tr("{held} of {whole} sessions held").format(held=held, whole=whole)
        steps.append((seen.to_come == 0, words))
    if seen.mentoring is not None and seen.mentoring.people:
        words = _tr("{paired} of {people} people paired with a mentor").format(
            paired=seen.mentoring.paired, people=seen.mentoring.people
        )
        everybody = seen.mentoring.paired == seen.mentoring.people
        steps.append((everybody and not seen.mentoring.waiting, words))
    if held and seen.target is not None:
        words = translate("overview", "%n person(s) below {target}%", "", seen.below)
        steps.append((seen.below == 0, words.format(target=seen.target)))
    if seen.to_come and last_day is not None:
        words = translate("overview", "%n session(s) to come, last on {day}", "", seen.to_come)
        steps.append((False, words.format(day=dates.plain_day(last_day))))
    if seen.due:
        words = translate("overview", "%n certificate(s) to issue", "", seen.due)
        steps.append((False, words))
    if seen.issued:
        words = translate("overview", "%n certificate(s) issued", "", seen.issued)
        steps.append((True, words))
    if not steps:
        steps.append((False, _tr("Plan the sessions, bring in people")))
    lines = [_step(done, words) for done, words in sorted(steps, key=lambda step: not step[0])]
    return card(column(head(_tr("To finish this cohort")), *lines, None, gap=0))


def _step(done: bool, words: str) -> QWidget:  # noqa: FBT001 - one state of two
    def draw(painter: QPainter, rect: QRectF) -> None:
        tile = QRectF(rect.x(), rect.y() + px(4), px(16), px(16))
        if done:
            draw_icon(painter, "circle-check", tile, "good", 2)
        else:
            paint.box(painter, tile.adjusted(1, 1, -1, -1), px(8), None, "control", 1.5)

    told = label(words, "muted" if done else "body", wrap=True)
    name = _tr("{what}, done") if done else _tr("{what}, to do")
    told.setAccessibleName(name.format(what=words))
    made = row(Painted(draw, width=16, height=24), told, gap=10, margins=(0, 1, 0, 1))
    made.setStretch(1, 1)
    return holder(made)


def side_by_side(*parts: tuple[QWidget, int]) -> QWidget:
    """Return cards in a row with equal heights; each takes its share of the width."""
    made = row(*(part for part, _ in parts), gap=12)
    for number, (_, share) in enumerate(parts):
        made.setStretch(number, share)
    return holder(made)
