"""Asks which organisation comes new: a council of the register while one types, or another name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from academy.ui.kit.entry import PartEntry, Problem, tidy
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import column, field, holder
from academy.ui.kit.row_list import ArrowsChoose, RowList, RowView
from academy.ui.kit.rows import RowDelegate
from academy.ui.kit.theme import px
from academy.usecases.organisation_choices import CouncilChoice

SHOWN = 40
"""How many councils are listed at once; typing finds the others."""

Find = Callable[[str, int], Sequence[CouncilChoice]]
"""Returns councils for what was typed, so many at most, the likeliest first."""


class ChooseOrganisationDialog(FormDialog):
    """One field and one list. `filled` carries a `CouncilChoice`; without a code it is a name."""

    def __init__(self, parent: QWidget | None, find: Find) -> None:
        form = Form(width=480)
        super().__init__(parent, self.tr("Add organisation"), self.tr("Add organisation"), form)
        self._find = find
        self.search = field(self.tr("Name"), hint=self.tr("Type a name, like Kent or LB Camden"))
        model: RowList[CouncilChoice] = RowList(_key, self._words, self._words)
        self.list = RowView(model, RowDelegate(), self.tr("UK councils"))
        self.list.view.setFixedHeight(px(32 * 8))
        self.list.view.doubleClicked.connect(self.save.click)
        self.search.textChanged.connect(self._show)
        ArrowsChoose(self.search, self.list)
        part = holder(column(self.search, self.list.view, gap=4))
        part.setFocusProxy(self.search)
        hint = self.tr("Councils come from the register of UK local authorities.")
        form.add("organisation", PartEntry(self.tr("&Name"), part, self._read, hint=hint))
        self._show("")

    def _words(self, choice: CouncilChoice) -> str:
        if not choice.code:
            return self.tr("Add ‘{name}’ as it is typed").format(name=choice.name)
        return f"{choice.name} · {choice.region}" if choice.region else choice.name

    def _show(self, typed: str) -> None:
        """List the councils meant; last comes what was typed, as a name of its own."""
        name = tidy(typed)
        found = list(self._find(name, SHOWN))
        if name and all(choice.name.casefold() != name.casefold() for choice in found):
            found.append(CouncilChoice("", name, "", ""))
        self.list.fill(found)
        if found:
            self.list.show_number(0)
            self.list.view.scrollToTop()

    def _read(self) -> CouncilChoice:
        chosen = self.list.current()
        if chosen is None:
            raise Problem(self.tr("Type a name or choose a council"))
        return chosen


def _key(choice: CouncilChoice) -> object:
    return choice.code or choice.name


FIELDS = {"organisation_name_missing": "organisation", "refused_characters": "organisation"}
"""Which field a broken rule belongs to."""
