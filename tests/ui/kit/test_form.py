"""Forms: checked on Save, problems said once at the top and once at the field, nothing lost."""

from __future__ import annotations

import gc
import weakref
from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from academy.ui.kit.entry import tidy
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog, FormPage

TODAY = date(2026, 11, 26)


def one_at(text: str) -> str:
    return "" if text.count("@") == 1 else "Enter an e-mail address with one @"


def person_form() -> Form:
    form = Form()
    form.section("Who")
    form.text("name", "Full name", missing="Enter the participant’s full name")
    form.text("known", "Known as (optional)", "Jay")
    form.text("email", "E-mail address", "j.okafor@@kent.example", check=one_at)
    form.day("starts", "First day", None, TODAY, missing="Enter the first day")
    form.time("at", "Starts at", time(9, 30))
    form.choose("council", "Organisation", [("Kent", 3), ("Medway", 4)], 4)
    return form


@pytest.fixture
def page(qtbot) -> FormPage:
    made = FormPage("Save person", person_form())
    qtbot.addWidget(made)
    made.setWindowTitle("Add a person – Academy")
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_leaving_a_field_says_nothing_and_save_stays_enabled(page):
    page.form.entries["name"].widget.setFocus()
    page.form.entries["known"].widget.setFocus()
    assert page.form.entries["name"].problem() == ""
    assert page.save.isEnabled()


def test_save_lists_what_needs_fixing_and_the_list_takes_the_focus(page):
    page.save.click()
    assert page.form.summary.heading.text() == "3 things need fixing"
    assert QApplication.focusWidget() is page.form.summary
    assert page.form.entries["name"].problem() == "Enter the participant’s full name"
    assert page.form.entries["email"].problem() == "Enter an e-mail address with one @"
    assert page.windowTitle() == "Error: Add a person – Academy"
    assert page.form.entries["email"].widget.text() == "j.okafor@@kent.example"
    assert page.save.isEnabled()


def test_a_line_of_the_list_leads_to_its_field(page):
    page.save.click()
    links = page.form.summary.findChildren(QPushButton)
    links[1].click()
    assert page.form.entries["email"].widget.hasFocus()


def test_mended_values_are_saved_and_the_title_is_plain_again(page):
    page.save.click()
    page.form.entries["name"].widget.setText("  Jay\u200b  Okafor ")
    page.form.entries["email"].widget.setText("j.okafor@kent.example")
    page.form.entries["starts"].widget.setText("+14")
    got = []
    page.filled.connect(lambda values, closing: got.append((values, closing)))
    QTest.keyClick(page.form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert got == [
        (
            {
                "name": "Jay Okafor",
                "known": "Jay",
                "email": "j.okafor@kent.example",
                "starts": date(2026, 12, 10),
                "at": time(9, 30),
                "council": 4,
            },
            False,
        )
    ]
    assert page.windowTitle() == "Add a person – Academy"
    assert not page.form.summary.isVisible()


@pytest.mark.parametrize(
    ("typed", "echo"),
    [("5/3/26", "Thursday 5 March 2026"), ("tomorrow", "Friday 27 November 2026"), ("5", "")],
)
def test_a_date_is_echoed_in_words_while_one_types(page, typed, echo):
    entry = page.form.entries["starts"]
    entry.widget.setText(typed)
    assert entry._echo.text() == echo


def test_a_rule_found_on_saving_is_shown_at_its_field(page):
    page.form.show_problems({"name": "Someone with this name and address is here already"})
    assert page.form.entries["name"].problem().startswith("Someone")
    assert page.form.summary.heading.text() == "1 thing needs fixing"


def test_enter_in_a_field_of_a_page_does_nothing(page):
    got = []
    page.filled.connect(lambda *_: got.append(1))
    QTest.keyClick(page.form.entries["name"].widget, Qt.Key.Key_Return)
    assert got == []
    assert not page.form.summary.isVisible()


def test_every_save_carries_a_key_of_its_own(page):
    first = page.form.commit_key
    assert page.form.commit_key == first
    page.form.saved()
    assert page.form.commit_key != first


def test_pasted_text_loses_what_cannot_be_seen():
    assert tidy("\ufeff Siân\u00a0Ŵyn\u200b-Hughes\t") == "Siân Ŵyn-Hughes"
    assert tidy("علی\u200cرضا") == "علی\u200cرضا"  # a joiner belongs to the name


def test_in_a_dialog_enter_saves_and_esc_closes_and_it_is_freed(qtbot):
    form = Form()
    form.text("name", "Name", "Oakwood House")
    dialog = FormDialog(None, "Venue", "Save venue", form)
    got = []
    dialog.filled.connect(got.append)
    dialog.open()
    QTest.keyClick(form.entries["name"].widget, Qt.Key.Key_Return)
    assert got == [{"name": "Oakwood House"}]
    gone = weakref.ref(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    del dialog, form
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
