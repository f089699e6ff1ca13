"""The register of certificates as its users work it: correcting, reissuing, filters, expiry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from academy.exchange.badges import badge_in
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.dialogs.reason import ReasonDialog
from academy.ui.dialogs.reissue import ReissueDialog
from academy.ui.kit import printing, tasks, unlocked_keys
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import words_of
from academy.ui.kit.printing import Printing
from academy.ui.screens.certificates import CertificatesScreen
from academy.usecases import certificates, home, keys, people, templates
from builders import (
    NOW,
    TODAY,
    ACohort,
    a_cohort,
    certified,
    enrolled,
    made_once,
    marks,
)
from explains import journal_explains
from ui.answers import Desktop, Prepared

Key = Qt.Key
NAMES = ("Sian Hughs", "Tola Adeyemi", "Petra Novak", "Noor Ahmed")


def issued(store: Store) -> tuple[tuple[ACohort, ...], tuple[int, ...], tuple[int, ...]]:
    """Issue four certificates in two cohorts; return the cohorts, certificates and people."""
    cohorts, ids, people = [], [], []
    for number, names, days in ((5, NAMES[:2], (None, None)), (6, NAMES[2:], (-1, 60))):
        cohort = a_cohort(store, sessions=2, name=f"Top Talent {number}")
        cohorts.append(cohort)
        places = enrolled(store, cohort, names)
        marks(store, cohort, *["PP"] * len(names))
        for place, left in zip(places, days, strict=True):
            day = None if left is None else TODAY + timedelta(left)
            ids += certified(store, cohort, [place], expires_on=day)
        people += [place.person_id for place in places]
    return tuple(cohorts), tuple(ids), tuple(people)


class Page:
    """Four certificates of two cohorts: one expired, one about to, two for good."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.store, (self.cohorts, self.ids, self.people) = made_once(issued)
        unlocked_keys.go_unsigned(str(id(self.store)))
        self.desk = Desk(self.store, lambda: NOW)
        self.went: list[str] = []
        self.refusals: list[str] = []
        self.screen = CertificatesScreen(self.desk)
        self.screen.asked.connect(self.went.append)
        self.desk.refused.connect(self.refusals.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1240, 700)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.go(())

    def column(self, key: str) -> list[str]:
        column = next(c for c in self.screen.model.columns if c.key == key)
        shown = [self.screen.model.row_at(n) for n in range(self.screen.model.rowCount())]
        return [column.text(row) for row in shown]

    def choose(self, *numbers: int) -> None:
        self.screen.table.view.select_ids([self.ids[n] for n in numbers])

    def reissue(self, reason: str, name: str = "") -> ReissueDialog:
        QTest.mouseClick(self.screen.reissue, Qt.MouseButton.LeftButton)
        dialog = self.screen.findChild(ReissueDialog)
        assert dialog is not None
        if name:
            entry = dialog.form.entries["name"].widget
            entry.setText(name)
        QTest.keyClicks(dialog.form.entries["reason"].widget, reason)
        QTest.keyClick(dialog.form.entries["reason"].widget, Key.Key_Return)
        self.settle()
        return dialog

    def details(self) -> list[str]:
        return [one.text() for one in self.screen.details.findChildren(QLabel) if one.text()]

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not tasks.running())


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    made.settle()
    journal_explains(made.store)


def test_a_name_is_corrected_and_reissued_in_one_dialog(page: Page) -> None:
    page.choose(0)
    page.reissue("Name misspelt", "Siân Hughes")
    new, *_, old = page.store.read(certificates.certificates)
    assert (new.printed_name, new.replaces) == ("Siân Hughes", old.number)
    assert page.screen.table.view.selected_ids() == [new.id]
    assert page.screen.window().focusWidget() is page.screen.table.view
    assert page.store.read(people.person, page.people[0]).name_on_certificate == "Siân Hughes"
    [link] = [b for b in page.screen.details.findChildren(QPushButton) if "place of" in b.text()]
    assert link.text() == "In place of LA-2026-0001"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert page.screen.table.view.selected_ids() == [old.id]
    assert "Replaced by LA-2026-0005" in [
        b.text() for b in page.screen.details.findChildren(QPushButton)
    ]


def test_it_is_reissued_with_its_template_or_another(page: Page) -> None:
    page.choose(0)
    QTest.mouseClick(page.screen.reissue, Qt.MouseButton.LeftButton)
    dialog = page.screen.findChild(ReissueDialog)
    assert dialog is not None
    template = dialog.form.entries["template"].widget
    assert isinstance(template, QComboBox)
    assert template.currentText() == "Civic"
    template.setCurrentText("Heritage")
    QTest.keyClicks(dialog.form.entries["reason"].widget, "Another design")
    dialog.save.click()
    page.settle()
    with_it = {one.name: one.issued for one in page.store.read(templates.templates)}
    assert (with_it["Civic"], with_it["Heritage"]) == (4, 1)


def test_a_name_no_font_has_is_said_in_the_field_and_nothing_happens(page: Page) -> None:
    page.choose(0)
    dialog = page.reissue("Another script", "\U0001f600")
    assert dialog.isVisible()
    assert dialog.form.entries["name"].problem()
    dialog.close()
    assert len(page.store.read(certificates.certificates)) == 4


def test_a_missing_reason_is_said(page: Page) -> None:
    page.choose(0)
    dialog = page.reissue("")
    assert dialog.form.entries["reason"].problem() == "Enter the reason; it is kept in the log"
    dialog.close()


def test_two_real_clicks_reissue_once(page: Page) -> None:
    page.choose(0)
    QTest.mouseClick(page.screen.reissue, Qt.MouseButton.LeftButton)
    dialog = page.screen.findChild(ReissueDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.form.entries["reason"].widget, "Signed by another")
    for _ in range(2):
        dialog.save.click()
    QTest.mouseClick(page.screen.reissue, Qt.MouseButton.LeftButton)
    page.settle()
    assert len(page.store.read(certificates.certificates)) == 5


def test_several_are_reissued_or_revoked_together_for_one_reason(page: Page) -> None:
    page.choose(0, 1)
    dialog = page.reissue("Signed by another")
    assert "name" not in dialog.form.entries
    assert page.column("state")[:4] == [
        "Issued, replaces LA-2026-0002", "Issued, replaces LA-2026-0001",
        "Issued, expires 25 Jan 2027", "Expired on 25 Nov 2026",
    ]  # fmt: skip
    QTest.mouseClick(page.screen.revoke, Qt.MouseButton.LeftButton)
    asking = page.screen.findChild(ReasonDialog)
    assert asking is not None
    assert words_of(asking.save) == "Revoke 2 certificates"
    QTest.keyClicks(asking.form.entries["reason"].widget, "A trial")
    QTest.keyClick(asking.form.entries["reason"].widget, Key.Key_Return)
    assert [text[:7] for text in page.column("state")[:2]] == ["Revoked", "Revoked"]
    page.desk.undo()
    assert [text[:6] for text in page.column("state")[:2]] == ["Issued", "Issued"]


def test_certificates_of_two_cohorts_are_refused_in_words(page: Page) -> None:
    page.choose(0, 2)
    dialog = page.reissue("Why not")
    heading = dialog.form.summary.accessibleDescription()
    assert heading == "Choose certificates of one cohort to reissue them together."
    dialog.close()


def test_expiry_is_said_in_words_and_can_be_filtered(page: Page) -> None:
    assert page.column("state") == [
        "Issued, expires 25 Jan 2027", "Expired on 25 Nov 2026", "Issued", "Issued",
    ]  # fmt: skip
    page.screen.filters.choose("state", "expired")
    assert page.column("name") == ["Petra Novak"]
    assert page.screen.count.text() == "1 of 4"
    page.screen.filters.choose("state", "expiring")
    assert page.column("name") == ["Noor Ahmed"]


def test_filters_narrow_each_other_and_each_can_be_taken_away(page: Page) -> None:
    page.screen.filters.choose("cohort", page.cohorts[1].id)
    page.screen.filters.choose("state", "live")
    assert page.column("name") == ["Noor Ahmed"]
    page.screen.filters.choose("state", "revoked")
    assert page.screen.nothing.isVisible()
    away = [b for b in page.screen.filters.findChildren(QPushButton) if b.text() == "Revoked"]
    QTest.mouseClick(away[0], Qt.MouseButton.LeftButton)
    assert page.column("name") == ["Noor Ahmed", "Petra Novak"]
    page.screen.filters.clear()
    assert len(page.column("name")) == 4


def test_an_address_of_a_certificate_takes_the_filters_away(page: Page) -> None:
    page.screen.filters.choose("state", "expired")
    page.screen.go((str(page.ids[0]),))
    assert page.screen.table.view.selected_ids() == [page.ids[0]]


def test_homes_line_opens_exactly_the_certificates_it_counts(page: Page) -> None:
    [line] = [
        one for one in page.store.read(home.home, NOW).lines
        if one.need == "certificates_expiring"
    ]  # fmt: skip
    page.screen.go(tuple(line.address.split("/")[1:]))
    assert line.count == page.screen.model.rowCount() == 1


def test_an_address_of_a_cohort_without_certificates_shows_what_expires_anywhere(
    page: Page,
) -> None:
    page.screen.go(("expiring", "999"))
    assert page.column("name") == ["Noor Ahmed"]


def test_the_details_tell_what_is_printed_who_issued_it_and_the_digest(page: Page) -> None:
    page.choose(0)
    told = page.details()
    for words in ("LA-2026-0001", "Sian Hughs", "Dana Price", "Kent & Medway Leadership"):
        assert words in told
    assert any(text.startswith("Dana Price, ") for text in told)
    row = page.store.read(certificates.certificates)[-1]
    assert f"{row.sha256[:16]}…" in told


def test_messages_go_to_whoever_has_an_address_and_the_others_are_named(
    page: Page, answers: Prepared, tmp_path: Path, desktop: Desktop
) -> None:
    draft = page.store.read(people.person, page.people[0])
    changed = replace(draft, email="sian@example.org")
    page.store.write(Gesture("save_person"), people.save_person, changed)
    answers.will(tmp_path / "out")
    page.choose(0, 1)
    page.screen.handing.draft.trigger()
    page.settle()
    [path] = (tmp_path / "out" / "E-mail drafts").iterdir()
    assert path.name == "LA-2026-0001 Sian Hughs.eml"
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert mail["To"] == "Sian Hughs <sian@example.org>"
    assert mail["Subject"].startswith("Your certificate: Programme")
    assert desktop.shown == [path.parent]
    [_, (question, names)] = answers.asked
    assert question == "1 person without a message"
    assert names == "Without an e-mail address: Tola Adeyemi (LA-2026-0002)"


def test_nobody_to_write_to_is_said_and_no_folder_asked_for(page: Page) -> None:
    page.choose(1)
    page.screen.handing.draft.trigger()
    assert page.refusals == ["Without an e-mail address: Tola Adeyemi (LA-2026-0002)"]


def test_a_zip_holds_the_chosen_ones(page: Page, answers: Prepared, tmp_path: Path) -> None:
    answers.will(tmp_path / "out")
    page.choose(0, 1)
    page.screen.handing.zip.trigger()
    page.settle()
    [path] = (tmp_path / "out").iterdir()
    assert path.name == "Certificates LA-2026-0001 to LA-2026-0002.zip"
    with ZipFile(path) as archive:
        assert archive.namelist() == [
            "LA-2026-0001 Sian Hughs.pdf",
            "LA-2026-0002 Tola Adeyemi.pdf",
        ]


class AtThePrinter(Printing):
    """Prints into a file without a dialog."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.asked: list[str] = []

    def choose(self, printer: QPrinter, parent: QWidget | None) -> bool:
        self.asked.append(printer.docName())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.out))
        return True


def test_the_chosen_ones_are_printed_each_on_its_page(page: Page, tmp_path: Path) -> None:
    printer = AtThePrinter(tmp_path / "paper.pdf")
    before = printing.use(printer)
    page.choose(0, 1)
    page.screen.commands()["print"]()
    page.settle()
    printing.use(before)
    assert printer.asked == ["Certificates LA-2026-0001 to LA-2026-0002"]
    with pypdfium2.PdfDocument(printer.out) as paper:
        assert len(paper) == 2
        wide, high = paper.get_page_size(0)
        assert wide > high


def test_lines_are_dragged_out_as_the_stored_files(page: Page) -> None:
    model = page.screen.model
    rows = [model.index(model.number_of(page.ids[n]), column) for n in (0, 2) for column in (0, 1)]
    assert model.flags(rows[0]) & Qt.ItemFlag.ItemIsDragEnabled
    carried = [Path(url.toLocalFile()) for url in model.mimeData(rows).urls()]
    kept = page.store.read(certificates.certificate_files, [page.ids[0], page.ids[2]])
    assert {path.name: path.read_bytes() for path in carried} == {f.name: f.content for f in kept}


def test_badges_need_a_key_and_then_are_written_for_those_in_force(
    page: Page, answers: Prepared, tmp_path: Path
) -> None:
    page.choose(0, 1)
    page.screen.handing.badges.trigger()
    assert page.refusals == ["Badges are signed: make the academy’s key first, in Settings."]
    new = keys.make_key("Kent & Medway Leadership", TODAY, "correct horse battery")
    page.store.write(Gesture("make_key", undoable=False), keys.add_key, new)
    unlocked_keys.remember(new.unlocked)
    answers.will(tmp_path / "out")
    page.screen.handing.badges.trigger()
    page.settle()
    made = sorted((tmp_path / "out" / "Badges").iterdir())
    assert [path.name for path in made] == [
        "LA-2026-0001 Sian Hughs badge.png", "LA-2026-0002 Tola Adeyemi badge.png",
    ]  # fmt: skip
    assert badge_in(made[0].read_bytes()).count(".") == 2
