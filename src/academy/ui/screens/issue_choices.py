"""Template, day of issue and signature, on the issue page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from academy.domain import dates
from academy.domain.words import RuleBroken
from academy.ui.kit import labels
from academy.ui.kit.parts import Choice, button, choice, column, field, label, row
from academy.usecases.academy import SignatoryDraft
from academy.usecases.templates import TemplateRow

LAST = "issue/signatory"

Signing = tuple[int | None, bool]
"""Who signs, and whether by hand."""


class IssueChoices(QWidget):
    """Template, a field for the day, and who signs: each with a picture or by hand."""

    template_changed = Signal(int)
    """The id of the template."""

    day_changed = Signal(object)
    """The day as a date, or why it cannot be one as a sentence."""

    signing_changed = Signal()
    signatories_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today = date.today()  # noqa: DTZ011 - replaced when shown
        self.template = _shrinking(choice(self.tr("Template")))
        self.template.activated.connect(self._choose_template)
        self.day = field(self.tr("Date of issue"), width=116)
        self.signed = _shrinking(choice(self.tr("Signed by")))
        self.settings = button(self.tr("Signatories…"), "link")
        self.settings.clicked.connect(self.signatories_wished)
        self.settings.hide()
        shaped = label(self.tr("&Template"), "label")
        shaped.setBuddy(self.template)
        dated, signs = label(self.tr("&Date"), "label"), label(self.tr("Sig&ned"), "label")
        dated.setBuddy(self.day)
        signs.setBuddy(self.signed)
        look = column(shaped, self.template, gap=4)
        first = column(dated, self.day, gap=4)
        second = column(signs, row(self.signed, self.settings, gap=8), gap=4)
        parts = row(look, first, second, None, gap=12)
        for number, share in enumerate((3, 0, 3, 1)):
            parts.setStretch(number, share)
        self.setLayout(parts)
        self.day.textChanged.connect(self._read_day)
        self.signed.activated.connect(self._choose)

    def offer_templates(self, known: Sequence[TemplateRow], chosen: int) -> None:
        """Offer templates by name; the one that the certificates are planned with is chosen."""
        offered = [(one.name, one.id) for one in known if not one.retired or one.id == chosen]
        self.template.offer(offered, chosen)

    def _choose_template(self) -> None:
        chosen = self.template.currentData()
        if isinstance(chosen, int):
            self.template_changed.emit(chosen)

    def show_day(self, day: date, today: date) -> None:
        """Show a day, unless somebody is typing one."""
        self._today = today
        if not self.day.hasFocus():
            self.day.blockSignals(True)  # noqa: FBT003 - Qt's
            self.day.setText(dates.short_day(day))
            self.day.blockSignals(False)  # noqa: FBT003 - Qt's
            self.day.mark_problem("")

    def offer(self, people: Sequence[SignatoryDraft]) -> Signing:
        """Offer who signs; return who is chosen: as before, or the one of the last time."""
        options: list[tuple[str, object]] = []
        by_hand = self.tr("{name}, by hand")
        for person in people:
            if person.retired:
                continue
            if person.picture is not None:
                options.append((person.name, (person.id, False)))
            options.append((by_hand.format(name=person.name), (person.id, True)))
        if not options:
            options.append((self.tr("Nobody yet"), (None, False)))
        now = self.signed.currentData() or _last()
        self.signed.offer(options, now)
        self.settings.setVisible(options[0][1] == (None, False))
        return self.signing()

    def signing(self) -> Signing:
        """Return who signs now."""
        return cast("Signing", self.signed.currentData())

    def _choose(self) -> None:
        signatory_id, by_hand = self.signing()
        QSettings().setValue(LAST, f"{signatory_id or 0} {int(by_hand)}")
        self.signing_changed.emit()

    def _read_day(self, typed: str) -> None:
        try:
            self.day.mark_problem("")
            self.day_changed.emit(dates.parse_day(typed, self._today))
        except RuleBroken as broken:
            sentence = labels.rule(broken)
            self.day.mark_problem(sentence)
            self.day_changed.emit(sentence)


def _shrinking(made: Choice) -> Choice:
    """Let a choice give way where there is little room, and take it where there is."""
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(4)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _last() -> Signing | None:
    kept = str(QSettings().value(LAST, "")).split()
    return (int(kept[0]), kept[1] == "1") if len(kept) == 2 else None
