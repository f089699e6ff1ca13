"""The painted parts of a suggestion: the two people, the score, reasons, shares."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from academy.ui.kit import labels, paint
from academy.ui.kit.folding import Folding
from academy.ui.kit.layout import Draw
from academy.ui.kit.parts import Painted, column, holder, label, row
from academy.ui.kit.theme import draw_icon, px
from academy.ui.screens.mentoring_rows import initials, natural
from academy.ui.screens.suggestion_words import reason_words
from academy.usecases.matching import SuggestedPair
from academy.usecases.matching_input import Known
from academy.usecases.matching_reasons import Reason


def _tr(words: str) -> str:
    return QCoreApplication.translate("suggestions", words)


class TwoPeople(Folding):
    """The mentee and the mentor, side by side; below each other where there is little room."""

    def __init__(self, pair: SuggestedPair) -> None:
        sign = Painted(_shake, width=20, height=48)
        two = _person(pair.mentee, "info"), sign, _person(pair.mentor, "good")
        super().__init__(*two, least=390, shares=(1, 0, 1), gap=(8, 8), between=sign)
        names = [f"{natural(one.name)}, {one.organisation}" for one in (pair.mentee, pair.mentor)]
        words = _tr("{mentee}, with {mentor}").format(mentee=names[0], mentor=names[1])
        self.setAccessibleName(words)


def _shake(painter: QPainter, rect: QRectF) -> None:
    size = px(20)
    place = QRectF(rect.x(), rect.center().y() - size / 2, size, size)
    draw_icon(painter, "handshake", place, "muted")


def _person(one: Known, kind: str) -> QWidget:
    disc = Painted(partial(_disc, one, kind), width=44, height=44)
    name = label(natural(one.name), "strong", wrap=True)
    home = label(one.organisation, "caption", wrap=True)
    made = row(disc, column(None, name, home, None, gap=0), gap=10)
    made.setStretch(1, 1)
    return holder(made)


def _disc(one: Known, kind: str, painter: QPainter, rect: QRectF) -> None:
    paint.disc(painter, rect, initials(one.name), kind)


class Score(Painted):
    """The score of a pair as a figure and a bar."""

    def __init__(self, score: int) -> None:
        self._score = score
        super().__init__(self._paint, height=48, name=_tr("Score {n} of 100").format(n=score))

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        top = QRectF(rect.x(), rect.y(), rect.width(), px(36))
        used = paint.text(painter, top, str(self._score), "figure")
        beside = top.adjusted(used + px(8), px(6), 0, 0)
        paint.text(painter, beside, _tr("of 100"), "caption", "muted")
        place = QRectF(rect.x(), rect.bottom() - px(8), rect.width(), px(6))
        paint.bar(painter, place, self._score / 100, "accent")


def reason_line(reason: Reason) -> QWidget:
    """Return a reason with its sign: plus for the pair, minus against it."""
    aloud = _tr("for") if reason.good else _tr("against")
    sign = Painted(
        lambda painter, rect: _sign(painter, rect, good=reason.good),
        width=22, height=22, name=aloud,
    )  # fmt: skip
    words = label(reason_words(reason), wrap=True)
    made = row(sign, words, gap=10, margins=(0, 2, 0, 2))
    made.setStretch(1, 1)
    return holder(made)


def _sign(painter: QPainter, rect: QRectF, *, good: bool) -> None:
    kind = "good" if good else "warning"
    paint.box(painter, rect, rect.width() / 2, f"{kind}-ground")
    inset = px(5)
    picture = rect.adjusted(inset, inset, -inset, -inset)
    draw_icon(painter, "plus" if good else "minus", picture, kind, 2.5)


def share_lines(pair: SuggestedPair) -> QWidget:
    """Return what each criterion gives the pair: its word, a bar, points of how many."""
    most = sum(share.of for share in pair.shares) or 1
    lines = []
    for share in pair.shares:
        points, of = round(100 * share.points / most), round(100 * share.of / most)
        told = _tr("{points} of {of}").format(points=points, of=of)
        bar = Painted(_bar(share.points / (share.of or 1)), width=120, height=20)
        number = label(told, "caption")
        number.setMinimumWidth(px(64))
        name = label(labels.word(share.criterion), "caption", wrap=True)
        line = row(name, bar, number, gap=12)
        line.setStretch(0, 1)
        lines.append(line)
    return holder(column(*lines, gap=2))


def _bar(share: float) -> Draw:
    def paint_bar(painter: QPainter, rect: QRectF) -> None:
        place = QRectF(rect.x(), rect.center().y() - px(2), rect.width(), px(4))
        paint.bar(painter, place, share)

    return paint_bar


def reason_lines(reasons: Sequence[Reason]) -> QWidget:
    """Return all reasons, those for the pair first."""
    return holder(column(*(reason_line(one) for one in reasons), gap=4))
