"""The settings that live in the academy's file: saved at once, each change is one gesture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import Nation
from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.entry import tidy
from academy.ui.kit.parts import Field, choice, column, holder, label
from academy.ui.screens.settings_parts import section, setting
from academy.usecases import academy
from academy.usecases.academy import AcademyDraft


def _tr(words: str) -> str:
    return QCoreApplication.translate("settings", words)


@dataclass(frozen=True)
class _Setting:
    key: str
    words: str
    hint: str
    width: float = 90


def _naming() -> tuple[_Setting, ...]:
    return (
        _Setting("name", _tr("Name of the academy"), "", 320),
        _Setting("issuer", _tr("Issuer"), _tr("The name printed on certificates"), 320),
        _Setting("email", _tr("E-mail address"), _tr("Answers to invitations go there"), 320),
        _Setting(
            "certificate_pattern",
            _tr("Certificate numbers"),
            _tr("{year} and {number} are filled in; {number:04} has four digits"),
            220,
        ),
        _Setting(
            "check_address",
            _tr("Address of the check"),
            _tr("Where your verification page is published; codes on certificates lead there"),
            320,
        ),
    )


def _thresholds() -> tuple[_Setting, ...]:
    return (
        _Setting(
            "absences_in_a_row",
            _tr("Absences in a row"),
            _tr("So many unexplained absences put a person at risk"),
        ),
        _Setting(
            "quiet_days",
            _tr("Days without contact"),
            _tr("After so many days a mentoring pair counts as quiet"),
        ),
        _Setting(
            "meeting_percent",
            _tr("Share of a meeting, in per cent"),
            _tr("Whoever stayed so long in an online session counts as present"),
        ),
        _Setting(
            "late_after_minutes",
            _tr("Late after, in minutes"),
            _tr("Whoever joins an online session later counts as late"),
        ),
        _Setting(
            "lock_days",
            _tr("Registers close after, in days"),
            _tr("Marks of older sessions change only once reopened; 0 is never"),
        ),
    )


class AcademySettings(QWidget):
    """Name, issuer, certificate numbers, thresholds."""

    told = Signal(str)
    """What was done, for the status line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.fields: dict[str, Field] = {}
        self.problems: dict[str, QWidget] = {}
        naming = [self._line(one) for one in _naming()]
        limits = [self._line(one) for one in _thresholds()]
        self.nation = choice(_tr("Bank holidays of"), width=200)
        self.nation.offer([(labels.word(one), one) for one in Nation])
        self.nation.activated.connect(lambda _: self.save_nation())
        hint = _tr("Session series leave these days out")
        naming.append(setting(_tr("Bank holidays of"), hint, self.nation))
        self.setLayout(
            column(
                section(_tr("Academy"), *naming),
                section(_tr("When to speak up"), *limits),
                gap=0,
            )
        )

    def _line(self, one: _Setting) -> QWidget:
        field = Field(one.words, width=one.width)
        problem = label("", "bad", wrap=True)
        problem.hide()
        field.editingFinished.connect(self._saver(one.key))
        self.fields[one.key], self.problems[one.key] = field, problem
        return holder(column(setting(one.words, one.hint, field), problem, gap=0))

    def fill(self) -> None:
        """Show what the file holds; what is being typed stays."""
        draft = self._desk.read(academy.academy)
        for key, field in self.fields.items():
            if not field.hasFocus():
                field.setText(str(getattr(draft, key)))
                self._show_problem(key, "")
        self.nation.setCurrentIndex(list(Nation).index(draft.nation))
        self.nation.setEnabled(not self._desk.store.read_only)
        for field in self.fields.values():
            field.setReadOnly(self._desk.store.read_only)

    def _saver(self, key: str) -> Callable[[], None]:
        return lambda: self.save(key)

    def save(self, key: str) -> None:
        """Save one setting, or say under it what to do."""
        typed = tidy(self.fields[key].text())
        draft = self._desk.read(academy.academy)
        if typed == str(getattr(draft, key)) or self._desk.store.read_only:
            self._show_problem(key, "")
            return
        changed = _with(draft, key, typed)
        if changed is None:
            self._show_problem(key, _tr("Enter a number, like 42"))
            return
        done = self._desk.attempt(Gesture("change_settings"), academy.save_academy, changed)
        self._show_problem(key, done.refusal)
        if done.done:
            self.told.emit(_tr("Saved."))

    def save_nation(self) -> None:
        """Keep the bank holidays of another part of the United Kingdom."""
        draft = self._desk.read(academy.academy)
        chosen = self.nation.currentData()
        if isinstance(chosen, Nation) and chosen is not draft.nation:
            changed = replace(draft, nation=chosen)
            self._desk.do(Gesture("change_settings"), academy.save_academy, changed)
            self.told.emit(_tr("Saved."))

    def _show_problem(self, key: str, sentence: str) -> None:
        words = self.problems[key]
        words.setVisible(bool(sentence))
        words.setProperty("text", sentence)
        self.fields[key].mark_problem(sentence)


def _with(draft: AcademyDraft, key: str, typed: str) -> AcademyDraft | None:
    if isinstance(getattr(draft, key), str):
        return replace(draft, **{key: typed})  # type: ignore[arg-type]
    return replace(draft, **{key: int(typed)}) if typed.isdecimal() else None  # type: ignore[arg-type]
