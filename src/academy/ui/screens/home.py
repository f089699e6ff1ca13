"""Home: today's sessions, what needs somebody, what is coming up; each line starts its job."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from academy.domain import dates
from academy.domain.words import Need
from academy.store.journal import Gesture
from academy.ui.kit import backups
from academy.ui.kit.desk import Desk
from academy.ui.kit.layout import Painted
from academy.ui.kit.page import PageHead, page_margin, room_of, strip_card
from academy.ui.kit.parts import button, column, holder, label, line, row, scrolled
from academy.ui.kit.screen import Screen
from academy.ui.kit.theme import px
from academy.ui.screens import home_words
from academy.ui.screens.home_list import HomeList, next_list
from academy.ui.screens.home_parts import draw_tick, facts
from academy.ui.screens.home_words import HomeItem
from academy.ui.screens.paper_printing import PaperPrinting
from academy.usecases import academy, home

FEW = 5
"""How many lines of a kind are shown before “Show all”."""

MINUTE = 60_000


class HomeScreen(Screen):
    """The first page of each day."""

    watches = frozenset(
        {
            "academy", "programmes", "completion_rules", "cohorts", "places", "people", "marks",
            "training_sessions", "mentoring_pairs", "mentoring_meetings", "mentors",
            "certificates", "requirements_met", "snoozes",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.head = PageHead(self.tr("Home"))
        self.steps = HomeList(self.tr("First steps"))
        self.today = HomeList(self.tr("Sessions today"))
        self.needs = HomeList(self.tr("Needs you"))
        self.lists = (self.steps, self.today, self.needs)
        self.paper = PaperPrinting(desk, self)
        self.page: home.HomePage | None = None
        self._next: home.HomeSession | None = None
        self._all: set[Need] = set()
        for view in self.lists:
            view.pressed_row.connect(self._press)
            view.put_off.connect(self._ask_until)
            view.left_list.connect(self._leave_list)
        self._build()
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._tick)
        self._minute.start(MINUTE)

    def _build(self) -> None:
        self._strip = self._sample_strip()
        self._strip_row = holder(row(self._strip, margins=(12, 0, 12, 8)))
        self._headings = {
            self.steps: self._heading(self.tr("First steps")),
            self.today: self._heading(self.tr("Today")),
            self.needs: self._heading(self.tr("Needs you")),
        }
        self._no_session = holder(row(label(self.tr("No session today."), "muted"), None))
        self._no_session.setContentsMargins(px(12), px(4), 0, px(8))
        self._success = self._success_line()
        self._more = column(gap=0, margins=(44, 0, 0, 0))
        self._facts = row(gap=24, margins=(12, 0, 12, 0))
        self._lines = column(
            self._strip_row, self._headings[self.steps], self.steps, self._headings[self.today],
            self.today, self._no_session, 10, self._headings[self.needs], self.needs,
            self._success, self._more, 10, line(), 10, self._facts, None,
            gap=4, margins=(12, 4, 12, 8),
        )  # fmt: skip
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        self._area = scrolled(self._lines)
        lines.addWidget(self._area, 1)

    def _heading(self, words: str) -> QWidget:
        return holder(row(label(words, "group"), None, margins=(12, 0, 12, 0)))

    def _sample_strip(self) -> QWidget:
        words = label(self.tr("Sample data – the people are made up."), "body")
        doors: list[QWidget] = []
        for text, address in (
            (self.tr("Practice files"), "do:practice_files"),
            (self.tr("Reset sample"), "do:reset_sample"),
            (self.tr("Start your own…"), "do:new_academy"),
        ):
            door = button(text, "link")
            door.clicked.connect(lambda _=False, address=address: self.asked.emit(address))
            doors.append(door)
        self._strip_line = row(words, None, row(*doors, None, gap=12), margins=(12, 4, 12, 4))
        return strip_card(self._strip_line)

    def _success_line(self) -> QWidget:
        sign = Painted(draw_tick, height=32, width=32)
        self._success_words = label(self.tr("Nothing needs you today."), "strong")
        self._next_words = label("", "muted", wrap=True)
        told = column(self._success_words, self._next_words, gap=2)
        made = row(sign, told, gap=12, margins=(12, 6, 12, 6))
        made.setStretch(1, 1)
        return holder(made)

    def title(self) -> str:
        """Return the words for the window's title."""
        return self.tr("Home")

    def go(self, _parts: Sequence[str]) -> None:
        """Show Home as it is now, with the focus on its first line."""
        self.refresh()
        QTimer.singleShot(0, self, self._begin)

    def reload(self) -> None:
        """Fill all lists; the focus stays on its line, or goes to the next one."""
        kept = next(((v, v.currentIndex().row()) for v in self.lists if v.hasFocus()), None)
        now = self.desk.now()
        self.page = page = self.desk.read(home.home, now)
        self.head.set_title(self.tr("Home"), dates.long_day(now.date()))
        self._strip_row.setVisible(self.desk.read(academy.academy).sample)
        self._next = home_words.next_session(page, now)
        steps = home_words.checklist(page)
        self._fill_today(page, bool(steps))
        self._fill_needs(page, now.date(), bool(steps))
        self._show(self.steps, steps)
        self._fill_facts(page)
        if kept is not None:
            view, number = kept
            count = view.rows.rowCount()
            if not view.take_focus(min(number, count - 1) if count else 0):
                self._begin()

    def _fill_today(self, page: home.HomePage, begun: bool) -> None:  # noqa: FBT001
        now = self.desk.now()
        items = home_words.session_items(page, now)
        if items and not begun:
            items[0] = _primary(items[0])
        self._show(self.today, items)
        self._headings[self.today].setVisible(bool(page.today) or not begun)
        self._no_session.setVisible(not page.today and not begun)

    def _fill_needs(self, page: home.HomePage, today: date, begun: bool) -> None:  # noqa: FBT001
        items: list[HomeItem] = []
        self._more.empty()
        for need in Need:
            lines = [home_words.need_item(row, today) for row in page.lines if row.need is need]
            shown = lines if need in self._all else lines[:FEW]
            items += shown
            if len(shown) < len(lines):
                self._more.put(row(self._show_all(need, lines), None))
        if items and not page.today and not begun:
            items[0] = _primary(items[0])
        self._show(self.needs, items)
        quiet = not items and not begun
        self._headings[self.needs].setVisible(bool(items))
        self._success.setVisible(quiet)
        self._next_words.setText(home_words.nothing_due(page))

    def _show_all(self, need: Need, lines: Sequence[HomeItem]) -> QWidget:
        words = self.tr("Show all {count}: {what}").format(count=len(lines), what=lines[0].what)
        door = button(words, "link")
        door.clicked.connect(lambda: self.show_all(need))
        return door

    def show_all(self, need: Need) -> None:
        """Show every line of a kind, not only the first five."""
        self._all.add(need)
        self.reload()

    def _show(self, view: HomeList, items: Sequence[HomeItem]) -> None:
        view.rows.fill(items)
        view.setVisible(bool(items))
        self._headings[view].setVisible(bool(items))

    def _fill_facts(self, page: home.HomePage) -> None:
        self._facts.empty()
        coming = home_words.coming(page)
        if coming:
            self._facts.put(holder(facts(self.tr("Coming up"), coming)))
        words = self.tr("Looking after the data")
        self._facts.put(holder(facts(words, self._data_facts(page))))
        for number in range(self._facts.count()):
            self._facts.setStretch(number, 1)
        self._fit()

    def _data_facts(self, page: home.HomePage) -> list[tuple[str, str]]:
        path, today = self.desk.store.path, self.desk.today()
        made = backups.newest(path) if path is not None else None
        if made is None:
            lines = [("", self.tr("No backup yet: one is made when you close the academy"))]
        else:
            near = made.at.date() == today
            lead = dates.clock(made.at.time()) if near else dates.tiny_day(made.at.date())
            size = backups.size_words(made.bytes)
            when = self.tr("Backup made today, {size}") if near else self.tr("Last backup, {size}")
            lines = [(lead, when.format(size=size))]
        if page.snoozed:
            lines.append((str(page.snoozed), self.tr("put off for now")))
        return lines

    # ---- what the lines do --------------------------------------------------------------------

    def _press(self, item: HomeItem) -> None:
        if item.prints:
            self.paper.preview(item.session_id, item.cohort_id)
        else:
            self.asked.emit(item.address)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return printing: the sheet of the session with the focus, or of the next one."""
        focused = self.today.current_item() if self.today.hasFocus() else None
        found = focused or self._next
        return self.paper.commands(found.session_id, found.cohort_id) if found else {}

    def _leave_list(self, step: int) -> None:
        view = self.sender()
        assert isinstance(view, HomeList)
        next_list(self.lists, view, step)

    def _ask_until(self, item: HomeItem) -> None:
        menu = QMenu(self)
        for words, days in (
            (self.tr("Until &tomorrow"), 1),
            (self.tr("Until next &week"), 7),
            (self.tr("For &good, this one"), None),
        ):
            act = menu.addAction(words)
            act.triggered.connect(lambda _=False, days=days: self.put_off(item, days))
        menu.aboutToHide.connect(menu.deleteLater)
        view = self.needs
        rect = view.visualRect(view.currentIndex())
        menu.popup(view.viewport().mapToGlobal(rect.bottomRight() - QPoint(px(320), 0)))

    def put_off(self, item: HomeItem, days: int | None) -> None:
        """Put a line off for some days, or for good; a toast offers to take it back."""
        if item.need is None:
            return
        until = None if days is None else self.desk.today() + timedelta(days=days)
        done = self.desk.do(Gesture("snooze"), home.snooze, item.need, item.cohort_id, until)
        if done.done:
            from academy.ui.kit.toast import show_toast

            show_toast(self, self.tr("Put off: {what}").format(what=item.what),
                       self.tr("Undo"), self.desk.undo)  # fmt: skip

    def _begin(self) -> None:
        for view in self.lists:
            if view.take_focus(0):
                return

    def _tick(self) -> None:
        if self.isVisible():
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        margin = page_margin(self)
        self.head.set_margin(margin)
        self._lines.set_margins((margin - 12, 4, margin - 12, 8))
        narrow = room_of(self) < 900
        ways = QBoxLayout.Direction
        self._facts.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        tight = room_of(self) < 700
        self._strip_line.setDirection(ways.TopToBottom if tight else ways.LeftToRight)


def badges(desk: Desk, page: home.HomePage | None = None) -> dict[str, int]:
    """Return how many things wait on each page of the sidebar: Home's own numbers.

    `page` is what Home shows, so that the same is not read twice.
    """
    page = page or desk.read(home.home, desk.now())
    by_page = {"mentoring": Need.QUIET_PAIRS, "certificates": Need.CERTIFICATES_DUE}
    return {
        address: sum(row.count for row in page.lines if row.need is need)
        for address, need in by_page.items()
    }


def _primary(item: HomeItem) -> HomeItem:
    from dataclasses import replace

    return replace(item, primary=True)
