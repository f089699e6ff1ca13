"""What mentors and mentees are both asked: themes, where, how and when they can meet, seniority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.parts import tick
from academy.ui.kit.theme import px
from academy.usecases.mentees import MenteeDraft
from academy.usecases.mentors import MentorDraft
from academy.usecases.themes import Offered

WIDTH: Final = 520
FIELDS: Final = {
    "mentor_capacity": "capacity",
    "mentor_below_load": "capacity",
    "mentoring_format": "formats",
}
"""Which field a broken rule belongs to."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("mentoring_fields", words)


class Ticks(QWidget):
    """Ticks beside each other, `across` in a line; the first carries the focus of all."""

    def __init__(
        self, options: Iterable[tuple[str, str]], on: Iterable[str], *, across: int
    ) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(2))
        chosen = set(on)
        self.ticks: dict[str, QCheckBox] = {}
        for number, (words, value) in enumerate(options):
            made = self.ticks[value] = tick(words.replace("&", "&&"), on=value in chosen)
            grid.addWidget(made, number // across, number % across, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(across, 1)
        if self.ticks:
            self.setFocusProxy(next(iter(self.ticks.values())))

    def chosen(self) -> tuple[str, ...]:
        """Return the values that are ticked, in their order."""
        return tuple(value for value, made in self.ticks.items() if made.isChecked())


def ask_ticks(
    form: Form, key: str, words: str, ticks: Ticks, *, missing: str = "", hint: str = ""
) -> None:
    """Ask for any of some ticks; `missing` is the sentence if one must be there."""

    def read() -> tuple[str, ...]:
        if missing and not ticks.chosen():
            raise Problem(missing)
        return ticks.chosen()

    form.add(key, PartEntry(words, ticks, read, hint=hint))


def ask_themes(form: Form, offered: Offered, chosen: Sequence[str]) -> None:
    """Ask for themes: the academy's, and those chosen here before."""
    known = [*offered.themes, *(theme for theme in chosen if theme not in offered.themes)]
    ticks = Ticks([(theme, theme) for theme in known], chosen, across=2)
    ask_ticks(form, "themes", _tr("Themes"), ticks)


def ask_meeting(form: Form, offered: Offered, draft: MentorDraft | MenteeDraft) -> None:
    """Ask where, how and on which days somebody can meet."""
    same = (_tr("That of the organisation"), "")
    names = [*offered.regions, *([draft.region] if draft.region else [])]
    regions = [same, *((name, name) for name in dict.fromkeys(names))]
    form.choose("region", _tr("&Region"), regions, draft.region)
    formats = [(_tr("Online"), "online"), (_tr("In person"), "in_person")]
    on = [value for _, value in formats if getattr(draft, value)]
    missing = _tr("Choose online, in person, or both")
    ticks = Ticks(formats, on, across=2)
    ask_ticks(form, "formats", _tr("They meet"), ticks, missing=missing)
    days = Ticks([(day, day) for day in offered.days], draft.days, across=5)
    ask_ticks(form, "days", _tr("Days (none: any day)"), days)


def ask_grade(form: Form, offered: Offered, grade: int | None) -> None:
    """Ask for seniority, by the grades of the Civil Service."""
    known: list[tuple[str, object]] = [
        (_tr("{n}: like {grade}").format(n=n, grade=name), n)
        for n, name in enumerate(offered.grades, 1)
    ]
    options = [(_tr("Not said"), None), *known]
    form.choose("grade", _tr("&Seniority"), options, grade)


def meeting_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was filled in, as drafts name it."""
    kept = {key: values[key] for key in ("themes", "region", "days", "grade")}
    formats = values["formats"]
    return {**kept, "online": "online" in formats, "in_person": "in_person" in formats}
