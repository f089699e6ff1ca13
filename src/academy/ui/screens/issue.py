"""Issuing certificates: the review page, which is the confirmation, and what comes after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from academy.domain import dates
from academy.ui.dialogs.reason import ReasonDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.empty import EmptyState
from academy.ui.kit.page import (
    Crumb,
    PageHead,
    footer,
    page_layout,
    page_margin,
    room_of,
)
from academy.ui.kit.parts import Tag, button, holder, label, line
from academy.ui.kit.screen import ItemCommand, Screen
from academy.ui.kit.toast import announce
from academy.ui.screens.certificate_saving import CertificateSaver
from academy.ui.screens.issue_parts import IssueParts
from academy.ui.screens.issue_review import IssueReview, numbers_of
from academy.ui.screens.issued import IssuedPanel
from academy.ui.screens.issuing import Issuing
from academy.usecases import cohorts
from academy.usecases.academy import signatories
from academy.usecases.issue_plan import IssuePlan
from academy.usecases.templates import templates


class IssueScreen(Screen):
    """Ticks, live page, day and signature, checks, numbers, one button. Address: cohort/5/issue."""

    watches = frozenset(
        {"places", "people", "marks", "training_sessions", "cohorts", "programmes", "academy",
         "completion_rules", "requirements_met", "mentoring_meetings", "mentoring_pairs",
         "signatories", "certificates", "signing_keys", "certificate_templates",
         "template_versions", "accreditations"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.review = IssueReview(desk)
        self.saver = CertificateSaver(desk, self)
        self._name = ""
        self._issued: list[int] = []
        self.issuing = Issuing(desk, self)
        self.head = PageHead(self.tr("Issue certificates"))
        self.parts = IssueParts()
        self.people, self.page = self.parts.people, self.parts.page
        self.choices, self.checks = self.parts.choices, self.parts.checks
        self.numbers = label("", "muted", wrap=True)
        self.cancel = button(self.tr("Cancel"))
        self.issue = button(self.tr("Issue certificates"), "primary")
        self.done = IssuedPanel(self.saver)
        words = self.tr("Nobody is left to get a certificate in this cohort.")
        heading, act = self.tr("No certificate to issue"), self.tr("Open completion")
        self.empty = EmptyState("award", heading, words, act)
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.foot = footer(self.numbers, self.cancel, self.issue)
        body = page_layout(self.parts, self.foot)
        body.setStretch(0, 1)
        foot = self.foot.layout()
        assert foot is not None
        foot.setStretch(0, 1)  # type: ignore[attr-defined]
        for part in (holder(body), self.done, self.empty):
            self._pages.addWidget(part)
        whole = page_layout(self.head, line(), self._pages)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.people)

    def _connect(self) -> None:
        self.head.went.connect(self.asked)
        self.people.toggled.connect(self.toggle)
        self.people.all_toggled.connect(self._toggle_all)
        self.people.chosen.connect(lambda _place: self._show_page())
        self.page.turned.connect(self.people.turn)
        self.page.sheet.resized.connect(self._show_page)
        self.choices.day_changed.connect(self._take_day)
        self.choices.signing_changed.connect(self.refresh)
        self.choices.template_changed.connect(self._take_template)
        self.choices.signatories_wished.connect(lambda: self.asked.emit("settings/signatories"))
        self.cancel.clicked.connect(self._leave)
        self.issue.clicked.connect(self.issue_all)
        self.done.log_wished.connect(lambda: self.asked.emit("certificates"))
        self.issuing.issued.connect(self._show_issued)
        self.issuing.turned_down.connect(self.refresh)
        assert self.empty.button is not None
        self.empty.button.clicked.connect(self._leave)

    # ---- showing -------------------------------------------------------------------------------

    def go(self, parts: Sequence[str]) -> None:
        """Review the certificates of a cohort: ("5",)."""
        self._issued = []
        self.review.open(int(parts[0]))
        self.refresh()
        QTimer.singleShot(0, self, self.people.setFocus)

    def title(self) -> str:
        """Return “Issue certificates – Top Talent 5”."""
        name = self.tr("Issue certificates")
        return f"{name} – {self._name}" if self._name else name

    def reload(self) -> None:
        """Read the cohort anew; ticks and reasons stay."""
        if not self.review.cohort_id or self.issuing.writing:
            return
        found = self.desk.read(cohorts.cohort_row, self.review.cohort_id)
        if found is None:  # its making was undone
            self._pages.setCurrentWidget(self.empty)
            return
        self._name, last = found.name, found.last_day
        signing = self.choices.offer(self.desk.read(signatories))
        self.review.signatory_id, self.review.by_hand = signing
        self.review.read()
        self.choices.offer_templates(self.desk.read(templates), self.review.template.id)
        self._show_head(last)
        if self._issued:
            self._pages.setCurrentWidget(self.done)
            return
        self._pages.setCurrentIndex(0 if self.review.candidates else 2)
        self._show()

    def _show_head(self, last: date | None) -> None:
        cohort = f"cohort/{self.review.cohort_id}/completion"
        crumbs = [Crumb(self.tr("Certificates"), "certificates"), Crumb(self._name, cohort)]
        self.head.set_crumbs([] if self.parts.tiny else crumbs)
        due = sum(row.due for row in self.review.rows.values())
        tags: list[Tag] = [(self.tr("{n} due").format(n=due), "info" if due else "plain")]
        if last is not None and last <= self.desk.today():
            day = dates.day_and_month(last)
            tags.append((self.tr("finished {day}").format(day=day), "plain"))
        self.head.set_tags(tags)
        self._fit()

    def _show(self) -> None:
        review = self.review
        self.people.fill(review.candidates)
        self.choices.show_day(review.issued_on, self.desk.today())
        self.checks.show_checks(review.checks())
        self.issue.setText(self.tr("Iss&ue %n certificate(s)", "", len(review.ticked)))
        self.numbers.setText(review.numbers_sentence())
        self._show_page()

    def _show_page(self) -> None:
        place_id = self.people.current()
        planned = self.review.certificate_of(place_id) if place_id else None
        if planned is None or self._pages.currentIndex():
            return
        ticked = self.review.ticked
        count = self.tr("not ticked")
        if place_id in ticked:
            words = self.tr("{number} of {total}")
            count = words.format(number=ticked.index(place_id) + 1, total=len(ticked))
        self.page.draw(planned, self.review.template.look, count, signed=bool(self.review.kid))
        self.told.emit(self.review.status(place_id))

    # ---- choosing ------------------------------------------------------------------------------

    def toggle(self, place_id: int) -> None:
        """Tick or untick somebody; whoever is not due needs a reason first."""
        self.people.show_person(place_id)
        if self.review.needs_reason(place_id):
            self._ask_reason(place_id)
        elif place_id in self.review.ticked:
            self.review.untick(place_id)
        else:
            self.review.tick(place_id)
        self._renew()

    def _ask_reason(self, place_id: int) -> None:
        row_ = self.review.rows[place_id]
        dialog = ReasonDialog(
            self,
            self.tr("Certificate that is not due"),
            self.tr("{name} has not met the rules. The reason is kept in the log.").format(
                name=row_.name
            ),
            self.tr("Tick with this reason"),
            missing=self.tr("Enter the reason for this certificate"),
            reason=self.review.reasons.get(place_id, ""),
        )

        def take(values: dict[str, str]) -> None:
            self.review.tick(place_id, values["reason"])
            dialog.close()
            self._renew()

        dialog.filled.connect(take)
        dialog.open()

    def _toggle_all(self) -> None:
        self.review.toggle_due()
        self._renew()

    def _take_day(self, day: object) -> None:
        if isinstance(day, date):
            self.review.with_day(day)
        else:
            self.review.day_problem = str(day)
        self._show()

    def _take_template(self, template_id: int) -> None:
        self.review.template_id = template_id
        self.review.read()
        self._show()

    def _renew(self) -> None:
        self.review.refresh()
        self._show()

    # ---- issuing -------------------------------------------------------------------------------

    def issue_all(self) -> None:
        """Issue what is ticked, unless something is in the way; a second press does nothing."""
        plan, blocked = self.review.plan, self.review.blocked
        if self._issued or plan is None:
            return
        if blocked or not plan.certificates:
            words = blocked[0].words if blocked else self.tr("Tick at least one person.")
            self.desk.refused.emit(words)
            self.parts.show_people()
            self.people.show_person(blocked[0].place_id if blocked else 0)
            self.people.setFocus()
        else:
            self.issuing.start(plan)

    def _show_issued(self, ids: list[int], plan: IssuePlan) -> None:
        self._issued = ids
        heading = self.tr("%n certificate(s) issued.", "", len(ids))
        first, last = numbers_of([one.facts.number for one in plan.certificates])
        span = self.tr("Numbers {first} to {last}.").format(first=first, last=last)
        one = self.tr("Number {number}.").format(number=first)
        self._pages.setCurrentWidget(self.done)
        self.done.show_issued(heading, span if last else one, ids)
        announce(self, heading)
        self.refresh()
        self.saver.save(ids)

    def _leave(self) -> None:
        if not self.issuing.cancel():
            self.asked.emit(f"cohort/{self.review.cohort_id}/completion")

    # ---- the window ----------------------------------------------------------------------------

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the current person."""
        place_id = self.people.current()
        if not place_id or self._issued:
            return ()
        person = self.review.rows[place_id].person_id
        address = f"person/{person}"
        return (
            ItemCommand(self.tr("&Tick or untick"), lambda: self.toggle(place_id), "Space"),
            ItemCommand(self.tr("&Open person"), lambda: self.asked.emit(address)),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        self.head.set_margin(page_margin(self))
        self.parts.fit(room_of(self))
        self.head.tags.setVisible(not self.parts.tiny and not self._issued)
