"""What everybody must be able to see, reach and hear."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from academy.paths import resource
from academy.ui.kit import theme, tokens
from academy.ui.kit.focus_ring import FocusRing
from academy.ui.kit.theme import Scheme
from ui import gallery

TEXT = {
    "text": "window base alternate hover frame-hover pressed selected-quiet open-column "
    "info-ground warning-ground good-ground bad-ground chart-track",
    "muted": "window base alternate hover open-column selected-quiet chart-track frame-hover",
    "link": "base hover nav-selected alternate warning-ground info-ground",
    "on-accent": "accent accent-hover accent-pressed",
    "on-tooltip": "tooltip",
    "good": "good-ground base hover",
    "warning": "warning-ground base hover",
    "bad": "bad-ground base hover",
    "info": "info-ground base hover",
}
PART = {
    "control": "base window",
    "focus": "base window hover open-column",
    "accent": "base window",
    "chart": "base",
}


def luminance(hexa: str) -> float:
    parts = [int(hexa[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def ratio(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("least", "pairs"), [(4.5, TEXT), (3.0, PART)])
def test_every_pair_of_colours_has_enough_contrast(name, least, pairs):
    colours = tokens.theme_colours(name)
    low = {
        (ink, ground): round(ratio(colours[ink], colours[ground]), 2)
        for ink, grounds in pairs.items()
        for ground in grounds.split()
        if ratio(colours[ink], colours[ground]) < least
    }
    assert low == {}


def test_high_contrast_takes_every_colour_from_the_system():
    system = QPalette(QColor("#000000"))
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Text, QColor("#ffff00"))
    colours = tokens.contrast_colours(system)
    assert set(colours) == set(tokens.theme_colours("light"))
    assert colours["text"] == colours["bad"] == "#ffff00"
    assert colours["base"] == colours["bad-ground"] == "#000000"


@pytest.fixture
def window(qtbot):
    made = gallery.Gallery()
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_no_widget_that_takes_focus_is_without_a_name(window):
    nameless = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        said = widget.accessibleName() or getattr(widget, "text", str)()
        if not said and not isinstance(widget.parent(), QComboBox):
            nameless.append(widget)
    assert nameless == []


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_no_clickable_widget_is_smaller_than_24_px(window, qapp, zoom):
    theme.apply(qapp, Scheme.LIGHT, zoom)
    qapp.processEvents()
    kinds = QAbstractButton | QLineEdit | QComboBox | QCheckBox
    small = [
        (widget.size(), widget)
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and min(widget.width(), widget.height()) < 24
    ]
    assert small == []


def test_tab_reaches_the_end_and_leaves_every_table(window):
    window.side.pages.setFocus()
    seen = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now in seen:
            break
        seen.append(now)
    table = window.findChild(QWidget, "table")
    assert table in seen
    assert seen.index(table) < len(seen) - 1
    assert window.side.pages in seen


def test_the_ring_follows_the_focus_outside_the_widget(window, qapp):
    first = window.findChild(QWidget, "first")
    first.setFocus()
    ring = window.findChild(FocusRing)
    inside = first.rect().translated(first.mapTo(window, first.rect().topLeft()))
    assert ring.isVisible()
    assert ring.geometry().contains(inside.adjusted(-3, -3, 3, 3))
    window.findChild(QWidget, "table").setFocus()
    assert not ring.isVisible()


def test_a_change_of_theme_recolours_pictures_and_ground(window, qapp):
    light = window.grab().toImage().pixelColor(400, 400)
    theme.theme().set_scheme(Scheme.DARK)
    qapp.processEvents()
    dark = window.grab().toImage().pixelColor(400, 400)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_zoom_keeps_between_80_and_200_percent(qapp):
    for wanted, got in ((0.1, 0.8), (1.25, 1.25), (9.0, 2.0)):
        theme.theme().set_zoom(wanted)
        assert theme.theme().zoom == got
        assert theme.px(100) == round(100 * got)
        assert qapp.font().pixelSize() == round(14 * got)


def test_a_page_at_200_percent_is_laid_out_anew_and_back(window, qapp):
    label = next(w for w in window.findChildren(QLabel) if w.text() == "Parts")
    small = label.sizeHint()
    theme.theme().set_zoom(2.0)
    qapp.processEvents()
    assert label.sizeHint().height() > small.height() * 1.8
    assert window.side.width() == 432
    theme.theme().set_zoom(1.0)
    qapp.processEvents()
    assert label.sizeHint() == small
    assert window.side.width() == 216


def test_the_interface_font_has_every_letter_our_names_need(qapp):
    families = QFontDatabase.families()
    assert tokens.FAMILY in families
    for weight in (400, 500, 600, 700):
        metrics = QFontMetrics(tokens.font("body", weight=weight))
        assert all(metrics.inFontUcs4(ord(letter)) for letter in "ŵŷŴŶŁżőşễ▲●…✕–‘’“”")


def test_every_picture_used_in_the_kit_is_bundled():
    for file in resource("icons").glob("*.svg"):
        assert "currentColor" in file.read_text("utf-8"), file.name
    assert (resource("icons") / "LICENSE").is_file()
    assert list(resource("fonts").glob("OFL-academy-interface.txt"))


def test_pictures_take_the_colour_of_the_theme(qapp):
    def darkest() -> int:
        image = theme.icon("house", "text", 16, 0).pixmap(QSize(16, 16)).toImage()
        pixels = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
        return max(pixels, key=QColor.alpha).lightness()

    assert darkest() < 60
    theme.theme().set_scheme(Scheme.DARK)
    assert darkest() > 200


def test_calls_into_qt_lose_no_reference_to_none_true_and_false(qapp):
    label, box = QLabel(), QCheckBox()
    before = [sys.getrefcount(thing) for thing in (None, True, False)]
    for number in range(3000):
        label.setText(str(number))
        box.setChecked(number % 2 == 0)
        box.isChecked()
        label.update()
    after = [sys.getrefcount(thing) for thing in (None, True, False)]
    assert all(abs(a - b) < 200 for a, b in zip(after, before, strict=True)), (before, after)
