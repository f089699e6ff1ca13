"""Residentials on a page: one is added in one gesture, and moved or called off whole or by day."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from academy.domain.words import RuleBroken
from academy.store.journal import Gesture
from academy.ui.dialogs import residential as residential_dialog
from academy.ui.dialogs.facilitators_entry import known_people
from academy.ui.dialogs.residential import ResidentialDialog
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.usecases import residential, series
from academy.usecases.series import SeriesDraft
from academy.usecases.sessions import SessionDraft


class Meant(StrEnum):
    """What a gesture on one day of a residential is about."""

    WHOLE = "whole"
    DAY = "day"
    NOTHING = "nothing"


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("residential", words, None, n)


def ask_residential(desk: Desk, parent: QWidget, suggested: SessionDraft) -> None:
    """Ask for a residential and add its days."""
    draft = SeriesDraft(replace(suggested, title=""), count=1)
    dialog = ResidentialDialog(parent, draft, desk.today(), known_people(desk))

    def plan(wanted: SeriesDraft) -> None:
        try:
            dialog.show_plan(desk.read(series.series_plan, wanted))
        except RuleBroken as broken:
            dialog.show_plan(labels.rule(broken))

    def save(values: dict[str, Any]) -> None:
        wanted = dialog.drafted(values)
        facts = {"n": wanted.in_a_row}
        gesture = Gesture("add_residential", facts, once=dialog.form.commit_key)
        outcome = desk.attempt(gesture, series.add_series, wanted)
        if outcome.done:
            dialog.close()
            return
        field = residential_dialog.FIELDS.get(outcome.rule, "")
        dialog.form.show_problems({field: outcome.refusal})

    dialog.considered.connect(plan)
    dialog.filled.connect(save)
    dialog.consider()
    dialog.open()


def days_of(desk: Desk, session_id: int) -> int:
    """Return how many days the residential of a session has; 0 for a lone session."""
    return len(desk.read(residential.residential, session_id))


def ask_move(desk: Desk, parent: QWidget, session_id: int) -> Meant:
    """Ask whether a whole residential moves or one day of it; a lone session is not asked about."""
    days = days_of(desk, session_id)
    question = _tr("Move the whole residential?")
    more = _tr("It has %n day(s). The others move by as many days as this one.", days)
    return _asked(parent, days, question, more, _tr("Move all %n days", days), _tr("This day only"))


def ask_call_off(desk: Desk, parent: QWidget, session_id: int) -> Meant:
    """Ask whether a change of what became of a day is about the whole residential."""
    days = days_of(desk, session_id)
    question = _tr("Change the whole residential?")
    more = _tr("It has %n day(s).", days)
    return _asked(parent, days, question, more, _tr("All %n days", days), _tr("This day only"))


def _asked(parent: QWidget, days: int, question: str, more: str, whole: str, day: str) -> Meant:
    if not days:
        return Meant.DAY
    answers = [
        pickers.Answer(Meant.WHOLE, whole),
        pickers.Answer(Meant.DAY, day),
        pickers.Answer(Meant.NOTHING, _tr("Cancel")),
    ]
    return Meant(pickers.ask(parent, question, more, answers, Meant.NOTHING))
