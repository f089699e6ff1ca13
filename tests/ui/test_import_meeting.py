"""A meeting report as one brings it in: dropped on a register, looked over, applied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from academy.domain.words import Letter
from academy.store.journal import Gesture
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import words_of
from academy.ui.kit.row_drag import MIME
from academy.ui.kit.row_list import ROW
from academy.ui.kit.toast import Toast
from academy.ui.screens.import_meeting import ImportMeetingScreen
from academy.ui.screens.import_meeting_names import button_place
from academy.ui.screens.import_meeting_rows import COLUMNS
from academy.ui.screens.import_meeting_rows import words_of as cell
from academy.ui.screens.register import RegisterTab
from academy.usecases import attendance, register, sessions
from academy.usecases.attendance import MarkDraft
from builders import NOW, TODAY, a_cohort, a_session, an_academy, enrolled
from explains import journal_explains
from ui.answers import Prepared
from ui.windows import settle, window_on

NAMES = ("Noor Ahmed", "Aoife Byrne", "Siân Hughes", "Tola Adeyemi")
Key = Qt.Key


def teams(folder: Path, *rows: str, day: str = "26/11/2026") -> Path:
    """A Teams report of rows like “Noor Ahmed|9:26|12:31”."""
    lines = ["Meeting title\tLeading change", "", "Name\tJoin time\tLeave time\tDuration\tEmail"]
    for row in rows:
        name, joined, left = row.split("|")
        lines.append(f"{name}\t{day}, {joined}:00\t{day}, {left}:00\t\t")
    file = folder / "report.csv"
    file.write_bytes("\r\n".join(lines).encode("utf-16"))
    return file


class Page:
    """The page for a session of four people, 26 November, 9:30am to 12:30pm."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.folder, self.store = folder, an_academy()
        self.cohort = a_cohort(self.store, name="Top Talent 7")
        self.session = a_session(self.store, self.cohort.id)
        self.places = enrolled(self.store, self.cohort, NAMES)
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.went: list[str] = []
        self.screen = ImportMeetingScreen(self.desk)
        self.screen.asked.connect(self.went.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 727)
        self.screen.go((str(self.session),))
        self.screen.show()
        qtbot.waitExposed(self.screen)

    def drop(self, *rows: str, day: str = "26/11/2026") -> None:
        self.screen.open_file(teams(self.folder, *rows, day=day))
        settle()

    def marks(self) -> str:
        found = self.store.read(register.register, self.cohort.id, TODAY)
        by_place = {row.place_id: row.marks[0].letter or " " for row in found.rows}
        return "".join(by_place[place.id] for place in self.places)

    def lines(self) -> list[tuple[str, str, str]]:
        rows = self.screen.table.model_.rows
        return [(row.name, cell(row, "mark"), cell(row, "reason")) for row in rows]

    def row_of(self, person: int) -> int:
        ids = [row.place_id for row in self.screen.table.model_.rows]
        return ids.index(self.places[person].id)

    def click(self, person: int, column: str) -> None:
        table = self.screen.table
        index = table.model_.index(self.row_of(person), COLUMNS.index(column))
        place = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def click_button(self, shown: object, number: int, words: str) -> None:
        view = shown.view  # type: ignore[attr-defined]
        rect = QRectF(view.visualRect(view.model().index(number, 0)))
        place = button_place(rect, words).center().toPoint()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def click_apply(self) -> None:
        QTest.mouseClick(self.screen.apply, Qt.MouseButton.LeftButton)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[Page]:
    made = Page(qtbot, tmp_path)
    yield made
    journal_explains(made.store)


def test_a_report_is_named_and_each_mark_has_its_reason(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|12:31", "Aoife Byrne|9:52|12:31", "Siân Hughes|9:30|10:31")
    assert page.screen.head.note.text() == (
        "Teams attendance, Leading change, 26 November, 9:26am to 12:31pm. 3 of 4 matched."
    )
    assert page.lines() == [
        ("Aoife Byrne", "Late", "joined 9:52am → Late"),
        ("Noor Ahmed", "Present", "180 of 180 minutes → Present"),
        ("Siân Hughes", "Absent", "61 of 180 minutes → Absent"),
        ("Tola Adeyemi", "Absent", "not in the report → Absent?"),
    ]
    assert words_of(page.screen.apply) == "Apply 3 marks"
    assert not page.screen.names.isVisible()


def test_a_drop_and_a_click_bring_the_marks_and_undo_takes_them_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Budget 5: two, and one for each unmatched name."""
    page = Page(qtbot, tmp_path)
    page.screen.close()
    window = window_on(page.store, f"cohort/{page.cohort.id}/register/{page.session}")
    window.workspace.desk._clock = lambda: NOW
    names = ("Noor Ahmed", "Aoife Byrne", "Sian Hughes")
    file = teams(tmp_path, *[f"{name}|9:26|12:31" for name in names])
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    tab = window.findChild(RegisterTab)
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    tab.dropEvent(QDropEvent(QPointF(200, 200), copy, mime, button, none))  # 1
    settle()
    screen = window.workspace.screen
    assert isinstance(screen, ImportMeetingScreen)
    names = screen.names.names
    assert [one.name for one in names.model.rows] == ["Sian Hughes"]
    words = screen.names.offer(names.model.rows[0])
    assert words == "Siân Hughes?"
    place = button_place(QRectF(names.view.visualRect(names.model.index(0, 0))), words)
    QTest.mouseClick(names.view.viewport(), button, pos=place.center().toPoint())  # + 1 a name
    assert words_of(screen.apply) == "Apply 3 marks"
    window.workspace.desk.refused.connect(page.refusals.append)
    QTest.mouseClick(screen.apply, button)  # 2
    assert page.refusals == []
    settle()
    assert page.marks() == "PPP "
    assert window.workspace.address == f"cohort/{page.cohort.id}/register/{page.session}"
    toast = window.findChild(Toast)
    assert toast.accessibleName() == "3 marks applied"
    QTest.mouseClick(toast.findChild(QPushButton), button)
    assert page.marks() == "    "
    window.close()


def test_apply_has_the_focus_when_nothing_is_open(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|12:31")
    assert page.screen.apply.hasFocus()
    QTest.keyClick(page.screen.apply, Key.Key_Space)
    assert page.marks() == "P   "
    assert page.went == [f"cohort/{page.cohort.id}/register/{page.session}"]


def test_a_device_is_paired_by_one_click_beside_the_person(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|12:31", "iPhone (2)|9:26|12:31")
    people = page.screen.names.people
    number = people.model.number_of(page.places[3].person_id)
    page.click_button(people, number, "Pair")
    assert page.lines()[3][1:] == ("Present", "180 of 180 minutes → Present")
    page.click_apply()
    assert page.marks() == "P  P"


def test_a_name_is_paired_from_its_menu(page: Page) -> None:
    page.drop("Nony|9:26|12:31")
    view = page.screen.names.names.view
    assert view.hasFocus()
    menu = page.screen.names.menu_of(page.screen.names.names.current())  # what Enter opens
    choices = [action.text() for action in menu.actions() if action.text()]
    assert choices == ["Aoife Byrne", "Noor Ahmed", "Siân Hughes", "Tola Adeyemi", "Nobody here"]
    menu.actions()[1].trigger()
    page.click_apply()
    assert page.marks() == "P   "


def test_a_name_is_paired_by_dragging_it_onto_a_person(page: Page) -> None:
    page.drop("Nony|9:26|12:31")
    names, people = page.screen.names.names.model, page.screen.names.people.model
    carried = names.mimeData([names.index(0, 0)])
    assert carried.formats() == [MIME]
    target = people.index(people.number_of(page.places[1].person_id), 0)
    people.dropMimeData(carried, Qt.DropAction.CopyAction, -1, -1, target)
    assert page.lines()[0][:2] == ("Aoife Byrne", "Present")


def test_a_wrong_match_is_parted_and_the_name_can_be_given_to_somebody_else(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|12:31")
    page.screen.table.parted.emit("Noor Ahmed")
    assert page.lines()[1][2] == "not in the report → Absent?"
    shown = page.screen.names.names.model
    assert page.screen.names.about(shown.index(0, 0).data(ROW)) == "nobody here, 180 minutes"


def test_ticks_and_letters_by_keyboard_and_mouse(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|12:31", "Aoife Byrne|9:26|12:31")
    table = page.screen.table
    page.click(3, "tick")
    assert words_of(page.screen.apply) == "Apply 3 marks"
    table.setCurrentIndex(table.model_.index(page.row_of(0), 1))
    QTest.keyClick(table, Key.Key_Space)
    table.setCurrentIndex(table.model_.index(page.row_of(1), 1))
    QTest.keyClick(table, Key.Key_L)
    assert page.lines()[0] == ("Aoife Byrne", "Late", "chosen by you → Late")
    QTest.keyClick(table, Key.Key_Delete)
    assert page.lines()[0][1] == "Present"
    QTest.keyClick(table, Key.Key_E)
    page.click_apply()
    assert page.marks() == " E A"


def test_a_mark_is_chosen_from_its_menu(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|12:31")
    menu = page.screen.table.menu_of(page.screen.table.model_.rows[page.row_of(0)])
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:4] == ["Present\tP", "Late\tL", "Absent\tA", "Apologies\tE"]
    menu.actions()[1].trigger()
    assert page.lines()[1][1] == "Late"


def test_existing_marks_stay_and_say_so(page: Page) -> None:
    draft = MarkDraft(page.session, page.places[0].id, Letter.EXCUSED)
    page.store.write(Gesture("mark_several", {"n": 1}), attendance.mark, [draft], TODAY)
    page.drop("Noor Ahmed|9:26|12:31", "Aoife Byrne|9:26|12:31")
    assert page.lines()[1][1:] == (
        "stays Apologies", "marked already; report: 180 of 180 minutes → Present",
    )  # fmt: skip
    assert "1 earlier mark kept." in page.screen.left_out.text()
    page.click(0, "tick")
    assert page.lines()[1][1] == "Apologies, becomes Present"


def test_the_limits_change_the_marks_at_once(page: Page, qtbot: QtBot) -> None:
    page.drop("Noor Ahmed|9:30|11:00", "Aoife Byrne|9:52|12:30")
    assert [line[1] for line in page.lines()[:2]] == ["Late", "Absent"]
    late = page.screen.limits.late
    late.selectAll()
    QTest.keyClicks(late, "30")
    qtbot.waitUntil(lambda: [line[1] for line in page.lines()[:2]] == ["Present", "Absent"])
    page.screen.limits.percent.setValue(50)
    qtbot.waitUntil(lambda: [line[1] for line in page.lines()[:2]] == ["Present", "Present"])
    assert page.screen.limits.share.text() == "50% (90 of 180 minutes)"


def test_a_report_of_another_day_offers_the_session_of_that_day(page: Page) -> None:
    other = a_session(page.store, page.cohort.id, TODAY.replace(day=19), title="Coaching")
    page.drop("Noor Ahmed|9:26|12:31", day="19/11/2026")
    assert page.screen.message.words.text() == (
        "This report is of 19 November 2026, the session was on 26 November 2026. Choose the "
        "report of that day."
    )
    assert not page.screen.apply.isEnabled()
    assert not page.screen.table.isVisible()
    door = page.screen.message.findChildren(QPushButton)[0]
    assert words_of(door) == "Use it for Coaching"
    QTest.mouseClick(door, Qt.MouseButton.LeftButton)
    assert page.went == [f"session/{other}/import?file={page.folder / 'report.csv'}"]


def test_dates_that_can_be_read_in_two_ways_are_asked_about(page: Page) -> None:
    spring = a_session(page.store, page.cohort.id, TODAY.replace(month=4, day=3))
    page.screen.go((str(spring),))
    page.drop("Noor Ahmed|9:26|12:31", day="05/04/2026")
    doors = page.screen.message.findChildren(QPushButton)
    assert [words_of(door) for door in doors] == ["5 April 2026", "4 May 2026"]
    QTest.mouseClick(doors[0], Qt.MouseButton.LeftButton)
    settle()
    assert page.screen.review.broken is not None
    assert page.screen.review.broken.rule == "report_of_other_day"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty."),
        (b"PK\x03\x04 workbook", "Choose the report as it was downloaded"),
        (b"Team\nBlue\n", "Choose an attendance report of Teams, Zoom, Google Meet or Webex."),
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence(
    page: Page, answers: Prepared, content: bytes, sentence: str
) -> None:
    odd = page.folder / "odd.csv"
    odd.write_bytes(content)
    answers.will(odd)
    assert page.screen.empty.button is not None
    QTest.mouseClick(page.screen.empty.button, Qt.MouseButton.LeftButton)
    assert page.refusals[-1].startswith(sentence)
    assert page.screen.empty.isVisible()
    page.screen.open_file(page.folder / "gone.csv")
    assert page.refusals[-1].startswith("Unable to read gone.csv")


def test_cancel_writes_nothing(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|12:31")
    QTest.mouseClick(page.screen.cancel, Qt.MouseButton.LeftButton)
    assert page.marks() == "    "
    assert page.went == [f"cohort/{page.cohort.id}/register/{page.session}"]


def test_tab_leaves_the_table(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|12:31")
    page.screen.table.setFocus()
    QTest.keyClick(page.screen.table, Key.Key_Tab)
    assert not page.screen.table.hasFocus()
    assert page.screen.table.mapTo(page.screen, QPoint(0, 0)).y() > 0


def test_a_session_to_come_takes_no_report(page: Page) -> None:
    later = a_session(page.store, page.cohort.id, TODAY.replace(day=27))
    page.screen.go((str(later),))
    page.drop("Noor Ahmed|9:26|12:31", day="27/11/2026")
    assert page.screen.message.words.text() == "A session to come takes apologies (E) only."
    assert not page.screen.apply.isEnabled()


def test_buttons_count_the_people_and_show_one_kind_only(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|12:31", "Aoife Byrne|9:52|12:31", "Siân Hughes|9:30|10:31")
    buttons = {words_of(one): one for one in page.screen.kinds.findChildren(QPushButton)}
    assert list(buttons) == ["All 4", "1 to look at", "1 present", "1 late", "1 absent"]
    QTest.mouseClick(buttons["1 to look at"], Qt.MouseButton.LeftButton)
    assert [name for name, _, _ in page.lines()] == ["Tola Adeyemi"]
    page.click(3, "tick")
    assert len(page.lines()) == 4, "nobody is left to look at, so all are shown again"
    assert words_of(page.screen.apply) == "Apply 4 marks"


def test_a_second_device_of_somebody_in_the_report_is_theirs(page: Page) -> None:
    page.drop("Noor Ahmed|9:26|10:30", "iPhone (2)|10:30|12:31")
    names = page.screen.names
    menu = names.menu_of(names.names.current())
    more = next(action.menu() for action in menu.actions() if action.menu())
    assert [action.text() for action in more.actions()] == ["Noor Ahmed"]
    more.actions()[0].trigger()
    assert page.lines()[1][2] == "180 of 180 minutes → Present"


def test_minutes_are_kept_where_no_mark_changes(page: Page) -> None:
    page.drop("Noor Ahmed|9:30|10:00")
    page.screen.run()
    page.screen.go((str(page.session),))
    page.drop("Noor Ahmed|10:30|11:00")
    assert page.screen.apply.text() == "Keep the &minutes"
    assert page.screen.apply.isEnabled()
    page.screen.run()
    assert page.marks() == "A   "
    page.screen.go((str(page.session),))
    page.drop("Noor Ahmed|11:00|12:30")
    assert page.screen.apply.text() == "&Apply 1 mark"


def test_a_report_named_after_another_session_of_the_day_leads_there(page: Page) -> None:
    other = a_cohort(page.store, name="Top Talent 8")
    enrolled(page.store, other, 2)
    theirs = a_session(page.store, other.id, title="Leading change")
    draft = replace(page.store.read(sessions.session, page.session), title="Money")
    page.store.write(Gesture("change_session"), sessions.save_session, draft)
    page.screen.go((str(page.session),))
    page.drop("Noor Ahmed|9:26|12:31")
    words = page.screen.message.words.text()
    assert "named after Leading change of Top Talent 8, on the same day" in words
    door = page.screen.message.focusProxy()
    assert isinstance(door, QPushButton)
    door.click()
    assert page.went[-1].startswith(f"session/{theirs}/import?file=")


def test_a_report_named_after_its_own_session_needs_no_hint(page: Page) -> None:
    other = a_cohort(page.store, name="Top Talent 8")
    a_session(page.store, other.id, title="Leading change")
    page.drop("Noor Ahmed|9:26|12:31")
    assert "named after" not in page.screen.message.words.text()
