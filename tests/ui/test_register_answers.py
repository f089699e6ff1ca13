"""Who answered an invitation: the session’s panel lists them, counts equal the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from academy.domain.words import Answer
from academy.exchange.calendar import Attendee, Method, write_calendar
from academy.exchange.calendar_reading import read_calendars
from academy.store.journal import Gesture
from academy.ui.kit.desk import Desk
from academy.ui.screens.register import RegisterTab
from academy.usecases import academy, answers, cohorts, invitations, sessions
from builders import NOW, TODAY, WEEK, a_cohort, a_person, a_session, an_academy
from ui.windows import answering, settle


class Page:
    def __init__(self) -> None:
        self.store = an_academy()
        known = self.store.read(academy.academy)
        self.do("change_settings", academy.save_academy, replace(known, email="a@kent.example"))
        self.cohort = a_cohort(self.store, sessions=0).id
        self.session = a_session(self.store, self.cohort, TODAY + WEEK)
        names = ("Noor Ahmed", "Aoife Byrne", "Petra Novak", "Sam Oyelaran")
        people = [
            a_person(self.store, name, email=f"{name.split()[0].lower()}@kent.example")
            for name in names
        ]
        self.do("enrol", cohorts.enrol, self.cohort, people, TODAY)
        self.send()
        self.reply("noor", Answer.ACCEPTED)
        self.reply("aoife", Answer.DECLINED)
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.tab = RegisterTab(self.desk)
        self.tab.open_cohort(self.cohort)
        self.tab.resize(1100, 800)
        self.tab.show()
        self.tab.reload()
        self.tab.line.click()
        settle()

    def do(self, key: str, command, *facts):  # type: ignore[no-untyped-def]
        return self.store.write(Gesture(key, {"n": 1}), command, *facts)

    def send(self) -> None:
        found = self.store.read(invitations.letters, self.cohort, TODAY).letters
        self.event = found[0].event
        self.do("send_invitations", invitations.note_sent, found)

    def reply(self, who: str, answer: Answer) -> None:
        told = replace(self.event, attendees=(Attendee("", f"{who}@kent.example", answer),))
        data = write_calendar([told], Method.REPLY, organiser=Attendee("A", "a@kent.example"))
        self.do("read_answers", answers.take_answers, read_calendars(data))

    def words(self) -> list[str]:
        settle()
        found = self.tab.opened.answers
        shown = (part for part in found.findChildren(QLabel) if part.isVisibleTo(found))
        return [part.text() for part in shown]


@pytest.fixture
def page() -> Iterator[Page]:
    made = Page()
    yield made
    made.tab.close()
    made.tab.deleteLater()


def test_everybody_invited_stands_under_their_answer(page: Page) -> None:
    assert page.words() == [
        "4 invited",
        "No answer yet: 2", "Petra Novak\nSam Oyelaran",
        "Declined: 1", "Aoife Byrne",
        "Accepted: 1", "Noor Ahmed",
    ]  # fmt: skip
    counted = page.store.read(answers.answers, TODAY, TODAY + 2 * WEEK)[page.session]
    rows = page.tab.opened.answers.rows
    assert (counted.invited, counted.accepted, counted.declined) == (
        len(rows),
        sum(row.answer is Answer.ACCEPTED for row in rows),
        sum(row.answer is Answer.DECLINED for row in rows),
    )


def test_an_answer_that_comes_in_moves_its_name(page: Page) -> None:
    page.reply("petra", Answer.TENTATIVE)
    page.tab.reload()
    assert "Perhaps: 1" in page.words()
    assert "No answer yet: 1" in page.words()


def test_those_who_did_not_answer_are_reminded_by_one_draft(page: Page, tmp_path: Path) -> None:
    asked = answering()
    asked.answer, asked.path = "do", tmp_path
    button = page.tab.opened.answers.remind
    assert button.text() == "Remind 2 people…"
    button.click()
    settle()
    [mail] = [message_from_bytes(p.read_bytes(), policy=policy.default)
              for p in tmp_path.glob("*.eml")]  # fmt: skip
    assert mail["Subject"].startswith("Reminder: ")
    assert "petra@kent.example" in mail["To"]
    assert "sam@kent.example" in mail["To"]
    assert "noor" not in mail["To"]
    [ics] = tmp_path.glob("*.ics")
    assert b"SEQUENCE:0" in ics.read_bytes()
    assert page.event.uid.encode() in ics.read_bytes()


def test_a_changed_session_is_told_anew_before_anybody_is_reminded(page: Page) -> None:
    day = TODAY + WEEK + timedelta(days=1)
    page.do("move_session", sessions.move_session, page.session, day)
    page.tab.reload()
    page.tab.opened.answers.remind.click()
    assert "changed since people were told" in page.refusals[0]


def test_without_an_invitation_nothing_is_shown(page: Page) -> None:
    other = a_session(page.store, page.cohort, TODAY + 3 * WEEK, title="Money")
    page.tab.go((str(other),))
    settle()
    assert not page.tab.opened.answers.isVisible()
