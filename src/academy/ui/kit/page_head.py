"""The head of every page: breadcrumb, title with tags behind it, actions at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from academy.ui.kit.parts import Button, Tag, Tags, button, chips, column, holder, label, row
from academy.ui.kit.theme import px


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumb: what it is called and its address."""

    words: str
    address: str


class _Title(QLabel):
    """A title on one line if there is room, else on as many as it needs: buttons stay whole."""

    def __init__(self, words: str, role: str) -> None:
        super().__init__(words)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size of one line with all words."""
        return self._size([self.text()])

    def minimumSizeHint(self) -> QSize:
        """Return the size of the longest word."""
        return self._size(self.text().replace("-", "- ").split())

    def _size(self, parts: Sequence[str]) -> QSize:
        self.ensurePolished()
        measure = self.fontMetrics()
        wide = max((measure.horizontalAdvance(part) for part in parts), default=0)
        return QSize(wide + 2, max(px(32), measure.lineSpacing()))


class PageHead(QWidget):
    """Breadcrumb of links, title with tags behind it, actions at the right."""

    went = Signal(str)
    """The address of a step of the breadcrumb."""

    def __init__(
        self,
        title: str,
        *,
        crumbs: Sequence[Crumb] = (),
        light: str = "",
        tags: Sequence[Tag] = (),
        actions: Sequence[QWidget] = (),
        note: str = "",
    ) -> None:
        super().__init__()
        self.title = _Title(title, "title")
        self.title.setAccessibleName(title)
        self.light = _Title(light, "title-light")
        if not light:
            self.light.hide()
        self.tags: Tags = chips(*tags)
        self.note = label(note, "caption")
        if not note:
            self.note.hide()
        self._crumbs = row(gap=0)
        self._margin = 24
        self._trail = QWidget()
        self._trail.setLayout(self._crumbs)
        self._actions = row(*actions, gap=8)
        self._beside = holder(row(self.tags))
        first = row(self.title, self.light, self._beside, None, self._actions, gap=10)
        self._lines = column(self._trail, first, self.note, gap=0)
        self.setLayout(self._lines)
        self.set_crumbs(crumbs)

    def event(self, event: QEvent) -> bool:
        """Let the tags give way where title and buttons need all the room."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            titles = [one for one in (self.title, self.light) if not one.isHidden()]
            needed = sum(one.minimumSizeHint().width() + px(10) for one in titles)
            needed += self.tags.width() + self._actions.sizeHint().width() + px(20)
            self._beside.setVisible(needed <= self.width() - 2 * px(self._margin))
        return super().event(event)

    def set_title(self, title: str, light: str = "") -> None:
        """Show another title; `light` is its second part, in grey."""
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.light.setText(light)
        self.light.setVisible(bool(light))

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show other tags behind the title."""
        self.tags.set_tags(tags)
        self.tags.setVisible(bool(tags))

    def set_note(self, note: str) -> None:
        """Show another line under the title, or none."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def set_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Show the way here; each step is a link."""
        self._crumbs.empty()
        for number, crumb in enumerate(crumbs):
            if number:
                self._crumbs.put(4, label("›", "caption"), 4)
            self._crumbs.put(self._link(crumb))
        self._crumbs.put(None)
        self._trail.setVisible(bool(crumbs))
        self.set_margin(self._margin)

    def set_margin(self, margin: int) -> None:
        """Follow the page's margin (24, or 16 where there is little room)."""
        self.set_bottom(12, margin)

    def set_bottom(self, gap: int, margin: int = 24) -> None:
        """Leave less room below, such as 0 above tabs."""
        self._margin = margin
        top = 10 if self._trail.isVisibleTo(self) else 20
        self._lines.set_margins((margin, top, margin, gap))

    def _link(self, crumb: Crumb) -> Button:
        made = button(crumb.words, "link")
        made.setProperty("trail", "true")
        made.clicked.connect(lambda: self.went.emit(crumb.address))
        return made
