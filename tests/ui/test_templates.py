"""Templates as their users work them: the list, the designer by keyboard, files, the issue page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.documents.look import DesignName, Language, OwnWords
from academy.exchange.template_files import read_template
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.dialogs.new_template import NewTemplateDialog
from academy.ui.kit import tasks
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import Choice, Field
from academy.ui.screens.issue import IssueScreen
from academy.ui.screens.template import TemplateScreen
from academy.ui.screens.template_entries import PictureEntry
from academy.ui.screens.templates import TemplatesScreen
from academy.usecases import templates
from academy.usecases.template_preview import HARD_NAMES
from builders import (
    NOW,
    SIGNATURE,
    TODAY,
    a_cohort,
    a_signatory,
    an_academy,
    certified,
    enrolled,
    marks,
)
from ui.answers import Prepared
from ui.windows import settle, window_on

Key = Qt.Key


class Opened:
    """One page of an academy with a cohort of two that is due its certificates."""

    def __init__(self, qtbot: QtBot, kind: type) -> None:
        self.qtbot, self.store = qtbot, an_academy()
        self.cohort = a_cohort(self.store, sessions=1)
        self.places = enrolled(self.store, self.cohort, ["Siân Hughes", "Tola Adeyemi"])
        marks(self.store, self.cohort, "P", "P")
        a_signatory(self.store)
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.went: list[str] = []
        self.screen = kind(self.desk)
        self.screen.asked.connect(self.went.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 727)

    def show(self, *parts: str) -> None:
        self.screen.go(parts)
        self.screen.show()
        self.qtbot.waitExposed(self.screen)
        settle()

    def named(self, name: str) -> templates.TemplateRow:
        return next(one for one in self.store.read(templates.templates) if one.name == name)


@pytest.fixture
def designer(qtbot: QtBot) -> Opened:
    return Opened(qtbot, TemplateScreen)


@pytest.fixture
def listed(qtbot: QtBot) -> Opened:
    made = Opened(qtbot, TemplatesScreen)
    made.show()
    return made


def drawn(opened: Opened) -> None:
    """Wait until the page beside the form is drawn."""
    with opened.qtbot.waitSignal(opened.screen.preview.drawn, timeout=20_000):
        pass
    opened.qtbot.waitUntil(lambda: not tasks.running(), timeout=20_000)


def pick(choice: Choice, value: object) -> None:
    """Choose a value by the arrow keys, as people do."""
    for _ in range(choice.count()):
        QTest.keyClick(choice, Key.Key_Up)
    while choice.currentData() != value:
        QTest.keyClick(choice, Key.Key_Down)


def field(opened: Opened, key: str) -> Field:
    found = opened.screen.form.entries[key].widget
    assert isinstance(found, Field)
    return found


def test_a_template_is_designed_and_saved_by_keyboard_alone(designer: Opened) -> None:
    designer.show("1")
    drawn(designer)
    first = designer.screen.focusWidget()
    assert isinstance(first, Choice)
    pick(first, DesignName.BRIGHT)
    QTest.keyClick(first, Key.Key_Tab)
    QTest.keyClick(designer.screen.focusWidget(), Key.Key_Tab)
    languages = designer.screen.focusWidget()
    assert isinstance(languages, Choice)
    pick(languages, Language.WELSH_ENGLISH)
    QTest.keyClicks(field(designer, "colour_accent"), "8a1020")
    QTest.keyClicks(field(designer, "english_heading"), "Certificate of leadership")
    drawn(designer)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(field(designer, "english_heading"), Key.Key_Return, control)
    look = designer.named("Civic").look
    assert (look.design, look.language) == (DesignName.BRIGHT, Language.WELSH_ENGLISH)
    assert look.colours.accent == "#8a1020"
    assert look.english.heading == "Certificate of leadership"
    assert designer.went == ["templates"]
    designer.store.undo()
    assert designer.named("Civic").look.design is DesignName.CIVIC


def test_the_page_follows_what_is_typed(designer: Opened) -> None:
    designer.show("1")
    drawn(designer)
    before = designer.screen.preview.sheet._image.copy()
    QTest.keyClicks(field(designer, "english_heading"), "Diploma")
    drawn(designer)
    assert designer.screen.preview.sheet._image != before


def test_the_page_is_shown_for_people_and_for_hard_names(designer: Opened) -> None:
    designer.show("1")
    names = designer.screen.preview.name
    offered = [names.itemText(n) for n in range(names.count())]
    assert offered == ["Tola Adeyemi", "Siân Hughes", *HARD_NAMES]
    drawn(designer)
    names.setCurrentIndex(names.count() - 1)
    names.activated.emit(names.currentIndex())
    drawn(designer)
    said = designer.screen.preview.checks.accessibleName()
    assert "李小龍" in said


def test_pale_colours_are_told_beside_the_field_and_below_the_page(designer: Opened) -> None:
    designer.show("1")
    QTest.keyClicks(field(designer, "colour_accent"), "#e0e0e0")
    drawn(designer)
    assert "too pale" in designer.screen.form.colours["accent"].contrast.text()


def test_what_cannot_be_used_stands_at_its_field_and_nothing_is_saved(designer: Opened) -> None:
    designer.show("1")
    form = designer.screen.form
    QTest.keyClicks(field(designer, "colour_ink"), "blue-ish")
    QTest.keyClicks(field(designer, "english_did"), "has met {grade}")
    QTest.keyClicks(field(designer, "valid_months"), "soon")
    designer.screen.page.save.click()
    assert form.entries["colour_ink"].problem() == "Write a colour like #1d5fa8"
    assert "{grade}" in form.entries["english_did"].problem()
    assert form.entries["valid_months"].problem()
    assert designer.named("Civic").look.colours.ink == ""


def test_a_draft_stays_when_one_looks_at_another_template(designer: Opened) -> None:
    designer.show("1")
    QTest.keyClicks(field(designer, "english_heading"), "Diploma")
    designer.show("3")
    assert field(designer, "english_heading").text() == ""
    designer.show("1")
    assert field(designer, "english_heading").text() == "Diploma"
    assert designer.screen.page.note.text().startswith("Draft kept")


def test_a_field_is_inserted_where_the_cursor_stands(designer: Opened) -> None:
    designer.show("1")
    from academy.ui.screens.template_entries import _insert

    heading = field(designer, "english_heading")
    QTest.keyClicks(heading, "Diploma of ")
    _insert(heading, "{programme}")
    assert designer.screen.form.look_now().english.heading == "Diploma of {programme}"


def test_a_logo_that_is_no_picture_is_told_and_the_old_one_stays(
    designer: Opened, tmp_path: Path
) -> None:
    designer.show("1")
    logo = designer.screen.form.entries["logo"]
    assert isinstance(logo, PictureEntry)
    good, bad = tmp_path / "logo.png", tmp_path / "logo.jpg"
    good.write_bytes(SIGNATURE)
    bad.write_bytes(b"no picture")
    logo.take(good)
    logo.take(bad)
    assert logo.problem() == "The picture cannot be read. Choose a PNG or JPEG file."
    assert logo.picture == SIGNATURE


def test_saving_says_that_it_makes_a_version_where_certificates_were_issued(
    designer: Opened,
) -> None:
    certified(designer.store, designer.cohort, designer.places)
    designer.show("1")
    assert designer.screen.page.note.text() == "Saving makes version 2."


def test_a_new_template_begins_as_a_copy_and_opens(listed: Opened) -> None:
    listed.screen.rows.show_id(3)
    listed.screen.add.click()
    dialog = listed.screen.findChild(NewTemplateDialog)
    assert dialog is not None
    assert dialog.form.entries["name"].widget.text() == "Bright 2"
    dialog.save.click()
    made = listed.named("Bright 2")
    assert made.look.design is DesignName.BRIGHT
    assert listed.went == [f"template/{made.id}"]


def test_enter_opens_the_designer(listed: Opened) -> None:
    QTest.keyClick(listed.screen.rows.view, Key.Key_Down)
    QTest.keyClick(listed.screen.rows.view, Key.Key_Return)
    assert listed.went == ["template/2"]


def test_templates_leave_and_come_back_as_files(
    listed: Opened, answers: Prepared, tmp_path: Path
) -> None:
    path = tmp_path / "Heritage.academy-template"
    answers.will(path, path)
    listed.screen.rows.show_id(5)
    listed.screen.export.click()
    assert read_template(path).look == {"design": "heritage"}
    listed.screen.bring.click()
    assert listed.screen.chosen().name == "Heritage 2"
    listed.store.undo()
    assert len(listed.screen.rows.model.rows) == 6


def test_a_template_of_a_newer_academy_is_refused_with_a_sentence(
    listed: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "New.academy-template"
    path.write_text('{"what": "Academy certificate template", "version": 9}', "utf-8")
    listed.screen.import_file(path)
    assert listed.refusals == [
        "New.academy-template was made by a newer Academy. Update Academy, then import it."
    ]
    assert len(listed.screen.rows.model.rows) == 6


def test_a_retired_template_moves_down_and_comes_back(listed: Opened) -> None:
    listed.screen.rows.show_id(1)
    listed.screen.retire.click()
    assert listed.screen.rows.model.rows[-1].name == "Civic"
    listed.screen.rows.show_id(1)
    assert listed.screen.retire.text() == "Offer again"
    listed.screen.retire.click()
    assert listed.screen.rows.model.rows[0].name == "Civic"


def test_the_issue_page_shows_and_takes_another_template(qtbot: QtBot) -> None:
    page = Opened(qtbot, IssueScreen)
    page.show(str(page.cohort.id))
    template = page.screen.choices.template
    assert template.currentText() == "Civic"
    page.qtbot.waitUntil(lambda: not page.screen.page.sheet._image.isNull())
    before = page.screen.page.sheet._image.copy()
    pick(template, 5)
    template.activated.emit(template.currentIndex())
    assert page.screen.review.plan.template.key == "Heritage 1"
    page.qtbot.waitUntil(lambda: page.screen.page.sheet._image != before)


def test_what_is_wrong_with_a_template_stands_among_the_checks_of_an_issue(qtbot: QtBot) -> None:
    page = Opened(qtbot, IssueScreen)
    draft = page.store.read(templates.template, 1)
    words = replace(draft.look, english=OwnWords(heading="Certificate of {grade}"))
    page.store.write(
        Gesture("change_template"), templates.save_template, replace(draft, look=words), TODAY
    )
    page.show(str(page.cohort.id))
    bad = [check.words for check in page.screen.review.blocked]
    assert any("grade" in words for words in bad)


def test_the_templates_are_found_from_the_certificates(qtbot: QtBot) -> None:
    store: Store = an_academy()
    window = window_on(store, "certificates")
    qtbot.addWidget(window)
    window.workspace.screen.templates.click()
    settle()
    assert isinstance(window.workspace.screen, TemplatesScreen)
    window.let_go()
