"""What if: who would move if a criterion weighed more, a mentor took one more, two were paired.

Nothing is written before the answer is taken over: into the suggestions, or into Settings too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import Aim
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import Choice, column, holder, label
from academy.ui.kit.row_list import RowList, RowView, TwoLines
from academy.ui.kit.tasks import run_task
from academy.ui.kit.theme import px
from academy.ui.screens.mentoring_rows import natural
from academy.ui.screens.suggestion_words import pin_words, plan_words
from academy.ui.screens.weight_fields import WeightFields
from academy.usecases.matching import MatchingPlan, Move, matched, moves
from academy.usecases.matching_input import Known, MatchingRequest, matching_input
from academy.usecases.matching_settings import MatchingSettings

PATIENCE = 250
"""How long typing rests before everybody is matched anew, in ms."""


class WhatIfDialog(FormDialog):
    """Weights, aim, one mentor's places, one pair; beside it who would move."""

    taken = Signal(object)
    """The MatchingRequest to suggest from now on."""

    settled = Signal(object)
    """MatchingSettings for all cohorts from now on."""

    def __init__(self, page: QWidget, desk: Desk, plan: MatchingPlan) -> None:
        form = Form(width=420)
        self.list = _move_list(self.tr("Who would move"))
        self.reached = label("", "caption", wrap=True)
        self.heading = label("", "group", wrap=True)
        beside = holder(column(label(self.list.name, "group"), self.list.view, gap=8))
        beside.setFixedWidth(px(340))
        self.list.view.setFixedHeight(px(360))
        title, verb = self.tr("What if…"), self.tr("Show these suggestions")
        super().__init__(page, title, verb, form, beside=beside)
        self._desk, self._before, self.plan = desk, plan, plan
        self._asked = plan.given.request
        self._ask(plan)
        self._rest = QTimer(self, singleShot=True, interval=PATIENCE)
        self._rest.timeout.connect(self.try_out)
        form.changed.connect(self._rest.start)
        self.weights.typed.connect(self._rest.start)
        self.filled.connect(lambda _values: self._take())
        self._show(plan)

    def _ask(self, plan: MatchingPlan) -> None:
        rules, form = plan.given.rules, self.form
        aims = [(labels.word(aim), aim) for aim in Aim]
        form.put(holder(column(self.heading, self.reached, gap=4)))
        self.aim = form.choose("aim", self.tr("&Best is"), aims, rules.aim)
        people = plan.given.people
        bench = _named([people[mentor.id] for mentor in plan.given.mentors])
        waiting = _named([people[mentee.id] for mentee in plan.given.mentees])
        nobody: list[tuple[str, object]] = [(self.tr("nobody"), None)]
        self.mentor = form.choose("mentor", self.tr("&Other places for"), [*nobody, *bench])
        self.places = form.text(
            "places", self.tr("&Places over all programmes"), width=64, check=self._check
        )
        self.mentee = form.choose("mentee", self.tr("Pai&r"), [*nobody, *waiting])
        self.partner = form.choose("partner", self.tr("&with"), [*nobody, *bench])
        form.section(self.tr("Weights"))
        self.weights = WeightFields()
        self.weights.fill(rules.weights)
        form.put(self.weights)
        words = self.tr("Use aim and weights for &all cohorts from now on (Settings)")
        form.tick("settle", words)
        self.mentor.currentIndexChanged.connect(self._show_places)

    def _check(self, text: str) -> str:
        known = text.isdecimal() and len(text) < 3 and int(text) <= 50
        return "" if known else self.tr("Enter a number from 0 to 50")

    def _show_places(self) -> None:
        known = self._before.given.people.get(_id(self.mentor))
        self.places.widget.setProperty("text", "" if known is None else str(known.capacity))

    def request(self) -> MatchingRequest | None:
        """Return what is asked, as it stands; None while a number cannot be read."""
        asked, weights = self._before.given.request, self.weights.read()
        aim = self.aim.currentData()
        places = self.places.typed()
        if weights is None or not isinstance(aim, Aim) or (places and self._check(places)):
            return None
        mentor, pair = _id(self.mentor), (_id(self.mentee), _id(self.partner))
        capacities = dict(asked.capacities) | ({mentor: int(places)} if mentor and places else {})
        pins = tuple(pin for pin in asked.pins if pin[0] != pair[0])
        if all(pair):
            pins = (*pins, pair)
        return replace(
            asked, pins=pins, capacities=tuple(capacities.items()),
            weights=tuple(weights.items()), aim=aim,
        )  # fmt: skip

    def try_out(self) -> None:
        """Match everybody anew, beside the window, and show who would move."""
        asked = self.request()
        if asked is None:
            self.heading.setText(self.tr("Enter whole numbers to see who would move."))
            return
        given = self._desk.read(matching_input, asked, self._desk.today())
        self._asked = asked

        def show(plan: MatchingPlan) -> None:
            if asked is self._asked:
                self._show(plan)

        run_task(self, self.tr("Trying it out"), lambda _progress: matched(given), show)

    def _show(self, plan: MatchingPlan) -> None:
        self.plan = plan
        moved = moves(self._before, plan)
        self.list.fill(moved)
        words = self.tr("%n person(s) would move", "", len(moved))
        self.heading.setText(words if moved else self.tr("Nobody would move."))
        self.reached.setText(f"{plan_words(plan)} {pin_words(plan)}".strip())

    def _take(self) -> None:
        asked = self.request()
        if asked is None:
            self.form.show_problems({"settle": self.tr("Enter whole numbers from 0 to 100.")})
            return
        if self.form.entries["settle"].read():
            aim = asked.aim or self._before.given.rules.aim
            colleagues = self._before.given.rules.same_organisation
            self.settled.emit(MatchingSettings(aim, dict(asked.weights), colleagues))
            asked = replace(asked, weights=(), aim=None)
        self.taken.emit(asked)
        self.close()


def _named(people: Sequence[Known]) -> list[tuple[str, object]]:
    return [(one.name, one.id) for one in sorted(people, key=lambda one: (one.sort, one.id))]


def _id(chosen: Choice) -> int:
    found = chosen.currentData()
    return found if isinstance(found, int) else 0


def _move_list(name: str) -> RowView[Move]:
    model: RowList[Move] = RowList(
        lambda move: move.mentee.id,
        lambda move: natural(move.mentee.name),
        lambda move: f"{natural(move.mentee.name)}: {_move_words(move)}",
    )
    return RowView(model, TwoLines(_move_words), name)


def _move_words(move: Move) -> str:
    return f"{_name(move.before)} → {_name(move.after)}"


def _name(one: Known | None) -> str:
    return natural(one.name) if one else QCoreApplication.translate("suggestions", "nobody")
