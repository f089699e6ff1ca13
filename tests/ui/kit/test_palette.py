"""The palette finds what people mean, goes there, and gives the focus back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from academy.ui.kit import palette_model
from academy.ui.kit.palette import Group, Palette, PaletteEntry, find

PEOPLE = [
    PaletteEntry(
        Group.PEOPLE, name, "contact", f"{council} · Top Talent 7", address=f"person/{number}"
    )
    for number, (name, council) in enumerate(
        [
            ("Siân Morgan", "Powys County Council"),
            ("Siân Ŵyn Davies-Worthington", "Cornwall Council"),
            ("Joy Adeyemi", "Kent County Council"),
            ("Łukasz Żółć", "Medway Council"),
        ]
    )
]
OTHERS = [
    PaletteEntry(Group.COHORTS, "Empowering Women 4", "users", address="cohort/4/overview"),
    PaletteEntry(Group.CERTIFICATES, "LA-2026-0212 Siân Hughes", "award", address="certificate/9"),
    PaletteEntry(Group.COMMANDS, "Print sign-in sheet", "printer", shortcut="Ctrl+P"),
    PaletteEntry(Group.COMMANDS, "Issue certificates", "award", why_not="nothing is due"),
]
ALL = PEOPLE + OTHERS


def names(typed: str) -> list[str]:
    return [found.entry.words for found in find(typed, ALL)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sian", "Siân Morgan"),
        ("worthington", "Siân Ŵyn Davies-Worthington"),
        ("ew4", "Empowering Women 4"),
        ("zolc", "Łukasz Żółć"),
        ("adeyemi kent", "Joy Adeyemi"),
        ("0212", "LA-2026-0212 Siân Hughes"),
        (">issue", "Issue certificates"),
        ("@sian", "Siân Morgan"),
        ("#sian", "LA-2026-0212 Siân Hughes"),
    ],
)
def test_the_best_line_stands_first(typed, first):
    assert names(typed)[0] == first


def test_a_sign_in_front_narrows_to_one_group():
    assert {found.entry.group for found in find(">", ALL)} == {Group.COMMANDS}
    assert names("@sian") == ["Siân Morgan", "Siân Ŵyn Davies-Worthington"]


def test_the_council_finds_its_people_after_those_of_that_name():
    assert names("powys") == ["Siân Morgan"]


def test_matched_letters_are_those_of_the_name_as_it_is_written():
    found = find("sian", PEOPLE)[0]
    assert "".join(found.entry.words[n] for n in found.places) == "Siân"


def test_five_thousand_entries_are_folded_once_and_few_lines_are_made(monkeypatch):
    many = [PaletteEntry(Group.PEOPLE, f"Person Number {n}", "contact") for n in range(5000)]
    folds = []
    monkeypatch.setattr(palette_model, "folded", lambda text: folds.append(text) or text)
    for typed in ("p", "pe", "per", "person 4", "zzz"):
        assert len(find(typed, many)) <= palette_model.SHOWN
    assert folds == ["p", "pe", "per", "person 4", "zzz"]


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QLineEdit(made).move(0, 60)
    made.edit = QLineEdit(made)
    QLineEdit(made).move(0, 120)
    made.resize(900, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.edit.setFocus()
    return made


def open_palette(window: QWidget) -> Palette:
    palette = Palette(window, ALL, last=PEOPLE[2:])
    palette.open()
    return palette


def test_escape_gives_the_focus_back_exactly(window):
    palette = open_palette(window)
    QTest.keyClicks(palette.edit, "sian")
    QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert window.edit.hasFocus()


def test_an_empty_palette_shows_what_was_used_last(window):
    assert [f.entry.words for f in open_palette(window).found()] == ["Joy Adeyemi", "Łukasz Żółć"]


def test_enter_goes_to_the_chosen_line(window):
    palette = open_palette(window)
    went = []
    palette.went.connect(went.append)
    QTest.keyClicks(palette.edit, "sian")
    QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert went == ["person/1"]
    assert window.edit.hasFocus()


def test_a_command_that_cannot_run_says_why_and_stays(window):
    palette = open_palette(window)
    QTest.keyClicks(palette.edit, ">issue")
    assert "nothing is due" in palette.edit.accessibleDescription()
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_control_enter_does_the_first_action(window):
    done = []
    entry = PaletteEntry(
        Group.PEOPLE, "Ada", "contact", address="person/1", first_action=lambda: done.append("mail")
    )
    palette = Palette(window, [entry])
    palette.open()
    QTest.keyClicks(palette.edit, "ada")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == ["mail"]


def test_tab_stays_in_the_open_palette(window):
    palette = open_palette(window)
    QTest.keyClick(palette.edit, Qt.Key.Key_Tab)
    assert palette.edit.hasFocus()
