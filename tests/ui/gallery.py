"""Every part in every state, for people to look at: python tests/ui/gallery.py FOLDER.

Also the page that tests walk through, so a new part belongs here.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2] / "src"))

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QVBoxLayout, QWidget

from academy.ui.kit import focus_ring, paint, theme
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormPage
from academy.ui.kit.nav import NavItem, Sidebar
from academy.ui.kit.page import (
    Crumb,
    Fold,
    MessageBar,
    PageHead,
    Tabs,
    footer,
    page_layout,
    toolbar,
)
from academy.ui.kit.palette import Group, Palette, PaletteEntry
from academy.ui.kit.parts import (
    Painted,
    button,
    chips,
    choice,
    column,
    field,
    holder,
    icon_button,
    label,
    line,
    row,
    scrolled,
    tick,
)
from academy.ui.kit.rows import RowDelegate, Table, list_view
from academy.ui.kit.search_pill import SearchPill
from academy.ui.kit.theme import Scheme, px
from academy.ui.kit.toast import show_toast

PAGES = [
    NavItem(name, picture, name.lower(), f"Ctrl+{number}")
    for number, (name, picture) in enumerate(
        [
            ("Home", "house"),
            ("Cohorts", "users"),
            ("People", "contact"),
            ("Organisations", "building-2"),
            ("Applications", "inbox"),
            ("Calendar", "calendar"),
            ("Mentoring", "handshake"),
            ("Certificates", "award"),
            ("Reports", "chart-column"),
        ],
        1,
    )
]
FOOT = [
    NavItem("Settings", "settings", "settings", "Ctrl+,"),
    NavItem("Help", "circle-question-mark", "help", "F1"),
]


def rows_model(*lines: tuple[str, ...]) -> QStandardItemModel:
    model = QStandardItemModel()
    for texts in lines:
        model.appendRow([QStandardItem(text) for text in texts])
    return model


def types() -> QWidget:
    samples = (
        ("Title 24/600", "title", "Top Talent 7"),
        ("Figure 28/600", "figure", "91%"),
        ("Section 16/600", "section", "To finish this cohort"),
        ("Body 14/400", "body", "Thursday 26 November 2026, 9:30am to 12:30pm"),
        ("Group 13/600", "group", "Needs you"),
        ("Caption 13/400", "caption", "Łukasz Żółć · Siân Ŵyn · Nguyễn Thị Ánh"),
    )
    lines = []
    for name, role, words in samples:
        head = label(name, "caption")
        head.setFixedWidth(px(96))
        lines.append(row(head, label(words, role), None))
    return holder(column(*lines, gap=5))


def buttons() -> QWidget:
    pressed, off = button("Pressed"), button("Disabled", "primary")
    pressed.setDown(True)
    off.setEnabled(False)
    menu = QMenu()
    menu.addAction("A spreadsheet…")
    first = button("Issue 18", "primary")
    first.setObjectName("first")
    made = column(
        row(first, button("Mark register", "primary", "list-checks"), off, None),
        row(button("Sign-in sheet", picture="printer"), pressed, button("Import", menu=menu), None),
        row(
            button("Choose…", "quiet"),
            button("Show as table", "link"),
            icon_button("ellipsis", "More", "normal"),
            icon_button("x", "Close"),
            button("Small", small=True),
            None,
        ),
        gap=8,
    )
    whole = holder(made)
    menu.setParent(whole, menu.windowFlags())
    return whole


def fields() -> QWidget:
    off = field("Off", "Disabled", 120)
    off.setEnabled(False)
    wrong = field("E-mail address", "j.okafor@@kent", 160)
    wrong.mark_problem("Enter an e-mail address with one @")
    both, off_tick = tick("Some"), tick("Off", on=True)
    both.setTristate(True)
    both.setCheckState(Qt.CheckState.PartiallyChecked)
    off_tick.setEnabled(False)
    people = choice("Facilitator", [("Dana Price", 1), ("Jo Frost", 2)], width=150)
    return holder(
        column(
            row(field("Date", "26 Nov 2026", 130), people, off, None),
            row(wrong, tick("Ticked", on=True), tick("Not ticked"), both, off_tick, None),
            gap=10,
        )
    )


def marks(painter: QPainter, rect: QRectF) -> None:
    for i, letter in enumerate("PLAE"):
        place = QRectF(px(46) * i, 0, px(42), rect.height())
        paint.mark(painter, place, letter, note=letter == "L")
    paint.segments(painter, QRectF(px(200), 0, px(156), rect.height()), "P", "L")


def small_signs(painter: QPainter, rect: QRectF) -> None:
    middle = rect.center().y()
    paint.strip(painter, 0, middle, "PLPAEP..")
    paint.bar(painter, QRectF(px(124), middle - px(3), px(70), px(6)), 0.75, "warning")
    paint.pips(painter, px(212), middle, 1, 2)
    paint.keycap(painter, px(308), middle, "Ctrl+K")
    paint.disc(painter, QRectF(px(326), middle - px(14), px(28), px(28)), "NA")


def lists() -> QWidget:
    plain = list_view(
        rows_model(("Row",), ("Hover",), ("Selected, focus elsewhere",)),
        RowDelegate(),
        "Rows",
        fitted=True,
    )
    plain.setProperty("hover-row", 1)
    plain.setCurrentIndex(plain.model().index(2, 0))
    model = rows_model(
        ("Ahmed, Noor", "Kent County Council", "26 Nov 2026"),
        ("Çelik, Ğülşen", "Glasgow City Council", "3 Dec 2026"),
        ("Davies-Worthington, Siân Ŵyn", "Cornwall Council", "14 Jan 2027"),
    )
    model.setHorizontalHeaderLabels(["Name", "Organisation", "Since"])
    table = Table("People")
    table.setModel(model)
    table.setItemDelegate(RowDelegate(table))
    table.set_widths((160, 160, 120), 0)
    table.setObjectName("table")
    table.setFixedHeight(px(36 + 96 + 2))
    table.selectRow(1)
    return holder(column(plain, table, gap=12))


def messages() -> QWidget:
    warn, info = MessageBar(), MessageBar()
    warn.say(
        "Sam Reed changed 3 of these 24 marks today at 2:15pm, so this cannot be undone.",
        "warning",
        [("Show the 3", lambda: None)],
    )
    info.say("Pat Ellis would then be full.", "info")
    return holder(column(warn, info, gap=8))


class Gallery(QWidget):
    """A window with the whole frame and all parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frame")
        self.setWindowTitle("Parts – Academy")
        self.side = Sidebar(PAGES, FOOT, "Kent & Medway")
        self.side.tile.set_academy("Kent & Medway", "Leadership Academy")
        self.side.set_badges({"applications": 7, "mentoring": 4, "certificates": 18})
        self.side.show_current("cohorts/7/register")
        self.pill = SearchPill()
        sheet = QFrame()
        sheet.setObjectName("sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.page())
        top = row(None, icon_button("arrow-left", "Back"), self.pill, margins=(8, 6, 8, 6))
        self.setLayout(column(top, row(self.side, sheet, gap=0, margins=(0, 0, 8, 8)), gap=0))

    def page(self) -> QWidget:
        self.head = PageHead(
            "Parts",
            crumbs=[Crumb("Cohorts", "cohorts"), Crumb("Top Talent", "programme/1")],
            light="in every state",
            tags=[("Running", "good"), ("24 of 24 places", "plain")],
            actions=[icon_button("ellipsis", "More actions")],
        )
        self.head.set_bottom(0)
        self.tabs = Tabs(
            [("Overview", "a"), ("Register", "b"), ("Completion & certificates", "c")], "Cohort"
        )
        self.tabs.show_tab("b")
        tags = (("Running", "good"), ("Planned", "info"), ("At risk", "warning", "▲"))
        left = column(
            label("Type", "section"),
            types(),
            label("Buttons", "section"),
            buttons(),
            label("Fields", "section"),
            fields(),
            None,
            gap=8,
        )
        right = column(
            label("Tags and marks", "section"),
            row(chips(*tags, ("Revoked", "bad", "A")), None),
            Painted(marks, height=36, name="Marks"),
            Painted(small_signs, height=36, name="Signs"),
            lists(),
            messages(),
            None,
            gap=8,
        )
        body = row(left, right, gap=24, margins=(24, 12, 24, 12))
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        fold = Fold(
            "Session 4",
            lambda p, r: paint.text(p, r, "Session 4 · Leading change", "strong"),
        )
        tools = toolbar(button("Fill the rest with Present", "primary"), button("Except…"), None)
        foot = footer(label("Nothing you typed is lost.", "muted"), None, button("Cancel"))
        made = page_layout(
            self.head,
            row(self.tabs, None, margins=(24, 0, 24, 0)),
            line(),
            tools,
            scrolled(body),
            line(),
            fold,
            foot,
        )
        made.setStretch(4, 1)
        return holder(made)


def people_entries() -> list[PaletteEntry]:
    def person(name: str, detail: str) -> PaletteEntry:
        return PaletteEntry(Group.PEOPLE, name, "contact", detail, address="person/1")

    return [
        person("Siân Morgan", "Powys County Council · Top Talent 8"),
        person("Siân Ŵyn Davies-Worthington", "Cornwall Council · Top Talent 7"),
        person("Siân Hughes", "Kent County Council · Top Talent 5"),
        PaletteEntry(
            Group.CERTIFICATES, "LA-2026-0212 Siân Hughes", "award", "due, not issued yet"
        ),
        PaletteEntry(
            Group.COMMANDS, "Draft e-mail to Siân Morgan", "mail", "Command", "Ctrl+Enter"
        ),
        PaletteEntry(Group.COMMANDS, "Issue certificates", "award", why_not="nothing is due"),
    ]


def person_form() -> FormPage:
    form = Form()
    form.section("Who")
    form.text(
        "name",
        "Full name",
        hint="As the person writes it. Used everywhere but on certificates already issued.",
        missing="Enter the participant’s full name",
    )
    form.text("known", "Known as (optional)", "Jay")
    form.day("starts", "First day", date(2026, 12, 3), date(2026, 11, 26))
    form.section("Contact")
    form.text(
        "email",
        "E-mail address",
        "j.okafor@@kent.example",
        check=lambda _: "Enter an e-mail address with one @, like name@council.example",
    )
    form.text("phone", "Phone (optional)", "01622 496 0138", width=240)
    form.choose("council", "Organisation", [("Kent County Council", 1)])
    page = FormPage("Save person", form)
    page.note.setText("Nothing you typed is lost. Draft kept 12:43pm.")
    return page


def photograph(application: QApplication, window: QWidget, file: Path) -> None:
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    settle(application)
    if isinstance(window, FormPage):
        window.form.check()
    elif isinstance(window, Gallery):
        palette = Palette(window, people_entries())
        palette.open()
        palette.edit.setText("sian")
        show_toast(window, "24 people marked present in Session 4", "Undo", lambda: None)
    settle(application)
    window.grab().save(str(file))
    window.close()
    window.deleteLater()
    settle(application)


def settle(application: QApplication) -> None:
    for _ in range(5):
        application.processEvents()


def main(folder: str) -> None:
    application = QApplication([])
    focus_ring.install(application)
    for scheme, zoom in ((Scheme.LIGHT, 1.0), (Scheme.DARK, 1.0), (Scheme.LIGHT, 2.0)):
        theme.apply(application, scheme, zoom)
        window = Gallery()
        window.resize(1280, 860) if zoom == 1 else window.resize(2400, 1700)
        window.show()
        window.activateWindow()
        settle(application)
        window.findChild(QWidget, "first").setFocus(Qt.FocusReason.TabFocusReason)
        settle(application)
        name = f"gallery-{scheme}-{round(zoom * 100)}.png"
        window.grab().save(str(Path(folder) / name))
        window.findChild(QWidget, "table").setFocus(Qt.FocusReason.TabFocusReason)
        settle(application)
        window.grab().save(str(Path(folder) / name.replace(".png", "-table.png")))
        window.close()
        window.deleteLater()
        settle(application)
        if zoom == 1:
            out = Path(folder)
            photograph(application, Gallery(), out / f"palette-{scheme}.png")
            photograph(application, person_form(), out / f"form-{scheme}.png")
            empty = EmptyState(
                "users",
                "No people in this cohort yet",
                "Drop a spreadsheet here, paste rows from Excel, or accept applications.",
                "Bring in people…",
                "file-spreadsheet",
            )
            photograph(application, empty, out / f"empty-{scheme}.png")


if __name__ == "__main__":
    main(sys.argv[1])
