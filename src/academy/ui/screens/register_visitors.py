"""Visitors of the open session, in its panel: noted by name, linked, removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from academy.store.journal import Gesture
from academy.ui.dialogs.choose_person import people_to_choose
from academy.ui.dialogs.choose_visitor import ChooseVisitorDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import button, column, field, holder, icon_button, label, row
from academy.ui.kit.theme import px
from academy.usecases import visitors
from academy.usecases.visitors import Visitor


class VisitorList(QWidget):
    """A field for a name, and the visitors so far, each with a menu."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, 0
        self.head = label("", "label")
        self.name = field(self.tr("Name of a visitor"), hint=self.tr("Name of a visitor"))
        self.name.textChanged.connect(lambda: self._say(""))
        self.add = button(self.tr("Add"), small=True)
        self.add.clicked.connect(self.note)
        self.problem = label("", "bad", wrap=True)
        self.problem.hide()
        self._lines = column(gap=2)
        entry = row(self.name, self.add, gap=6)
        self.setLayout(column(self.head, entry, self.problem, holder(self._lines), gap=4))
        self.rows: list[Visitor] = []
        self.menus: dict[int, QMenu] = {}

    def show_session(self, session_id: int) -> None:
        """Show the visitors of a session."""
        if session_id != self._session:
            self.name.clear()
            self._say("")
        self._session = session_id
        self.rows = self._desk.read(visitors.visitors, session_id)
        count = self.tr("%n visitor(s)", "", len(self.rows))
        self.head.setText(count if self.rows else self.tr("Visitors"))
        self._lines.empty()
        self.menus.clear()
        for visitor in self.rows:
            self._lines.put(self._line(visitor))

    def note(self) -> None:
        """Note the typed name."""
        gesture, name = Gesture("add_visitor"), self.name.text()
        done = self._desk.attempt(gesture, visitors.add_visitor, self._session, name)
        if done.done:
            self.name.clear()
        self._say(done.refusal)

    def _line(self, visitor: Visitor) -> QWidget:
        words = visitor.name
        if visitor.person:
            words = self.tr("{name} · is {person}").format(name=words, person=visitor.person)
        menu = QMenu(self)
        for text, act in self._acts(visitor):
            menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
        self.menus[visitor.id] = menu
        more = self.tr("What to do with {name}").format(name=visitor.name)
        told = label(words, wrap=True)
        made = holder(row(told, None, icon_button("ellipsis", more, small=True, menu=menu), gap=4))
        made.setMinimumHeight(px(28))
        return made

    def _acts(self, visitor: Visitor) -> list[tuple[str, Callable[[], object]]]:
        found: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Say who it is…"), lambda: self.link(visitor)),
        ]
        if visitor.person_id is not None:
            found.append((self.tr("Nobody known after all"), lambda: self._part(visitor)))
        found.append((self.tr("Remove visitor"), lambda: self._remove(visitor)))
        return found

    def link(self, visitor: Visitor) -> ChooseVisitorDialog:
        """Ask who a visitor is."""
        dialog = ChooseVisitorDialog(self, visitor.name, people_to_choose(self._desk))

        def save(values: dict[str, list[int]]) -> None:
            gesture = Gesture("link_visitor", once=dialog.form.commit_key)
            chosen = values["people"][0]
            done = self._desk.attempt(gesture, visitors.link_visitor, visitor.id, chosen)
            if done.done:
                dialog.close()
            else:
                dialog.form.show_problems({"people": done.refusal})

        dialog.filled.connect(save)
        dialog.open()
        return dialog

    def _part(self, visitor: Visitor) -> None:
        self._desk.do(Gesture("link_visitor"), visitors.link_visitor, visitor.id, None)

    def _remove(self, visitor: Visitor) -> None:
        self._desk.do(Gesture("remove_visitor"), visitors.remove_visitor, visitor.id)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field notes the visitor."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.name.hasFocus():
            self.note()
        else:
            super().keyPressEvent(event)
