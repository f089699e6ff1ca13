"""Revoking certificates and issuing them anew, from the page that lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import RuleBroken
from academy.store.journal import Gesture
from academy.ui.dialogs.reason import ReasonDialog
from academy.ui.dialogs.reissue import ReissueDialog
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk
from academy.ui.kit.toast import show_toast
from academy.ui.screens.issuing import Issuing
from academy.usecases import certificates
from academy.usecases.certificate_files import layout_problems
from academy.usecases.certificates import CertificateRow
from academy.usecases.issue_plan import IssuePlan, certificate_plan
from academy.usecases.reissue import reissue_choice, reissue_template
from academy.usecases.templates import templates

NAME_RULES: Final = frozenset(
    {
        "full_name_missing",
        "text_too_long",
        "refused_characters",
        "letters_missing",
        "text_too_small",
    }
)
"""Rules that speak of the name that was typed; the others are about the certificate."""


class CertificateDoing(QObject):
    """Asks for a reason, then does it to the chosen certificates, all of them or none."""

    revoked = Signal()
    reissued = Signal(list)
    """The ids of the new certificates."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.issuing = Issuing(desk, page)
        self.issuing.issued.connect(self._tell_reissued)

    # ---- revoking ------------------------------------------------------------------------------

    def ask_revoke(self, rows: Sequence[CertificateRow]) -> None:
        """Ask why these certificates are taken back."""
        live = [one for one in rows if one.live]
        if not live:
            return
        dialog = ReasonDialog(
            self._page,
            self.tr("Revoke %n certificate(s)", "", len(live)),
            self._what(live),
            self.tr("Re&voke %n certificate(s)", "", len(live)),
            missing=self.tr("Enter the reason; it is kept in the log"),
        )

        def revoke(values: dict[str, str]) -> None:
            ids, today = [one.id for one in live], self._desk.today()
            key = "revoke_certificates" if len(ids) > 1 else "revoke_certificate"
            facts = {"n": len(ids)} if len(ids) > 1 else {}
            gesture = Gesture(key, facts, once=dialog.form.commit_key)
            done = self._desk.attempt(
                gesture, certificates.revoke_several, ids, today, values["reason"]
            )
            if not done.done:
                dialog.form.show_problems({"reason": done.refusal})
                return
            dialog.close()
            self.revoked.emit()
            words = self.tr("%n certificate(s) revoked.", "", len(ids))
            show_toast(self._page, words, self.tr("Undo"), self._desk.undo)

        dialog.filled.connect(revoke)
        dialog.open()

    def _what(self, rows: Sequence[CertificateRow]) -> str:
        if len(rows) > 1:
            return self.tr("The numbers stay used; the log says why and when.")
        what = self.tr("{number} of {name}. The number stays used; the log says why and when.")
        return what.format(number=rows[0].number, name=rows[0].printed_name)

    # ---- reissuing -----------------------------------------------------------------------------

    def ask_reissue(self, rows: Sequence[CertificateRow]) -> None:
        """Ask for the name and the reason, then issue anew in one go."""
        if not rows or self.issuing.under_way:
            return
        known = self._desk.read(templates)
        before = self._desk.read(reissue_template, rows[0].id)
        dialog = ReissueDialog(self._page, rows, known, before)

        def reissue(values: dict[str, Any]) -> None:
            try:
                plan = self._plan(rows, values)
            except RuleBroken as broken:
                dialog.form.show_problems(_placed(broken.rule, labels.rule(broken), values))
                return
            if problem := self._in_the_way(plan):
                dialog.form.show_problems(_placed(problem.rule, labels.rule(problem), values))
                return
            dialog.close()
            self.issuing.start(plan)

        dialog.filled.connect(reissue)
        dialog.open()

    def _plan(self, rows: Sequence[CertificateRow], values: Mapping[str, Any]) -> IssuePlan:
        ids, name = [one.id for one in rows], values.get("name", "")
        today, template = self._desk.today(), values.get("template") or 0
        choice = self._desk.read(reissue_choice, ids, today, values["reason"], name, template)
        return self._desk.read(certificate_plan, choice, self._desk.now())

    def _in_the_way(self, plan: IssuePlan) -> RuleBroken | None:
        for problem in (*plan.problems, *layout_problems(plan)):
            if problem.blocks:
                return RuleBroken(problem.key, **dict(problem.facts))
        return None

    def _tell_reissued(self, ids: list[int], plan: IssuePlan) -> None:
        self.reissued.emit(ids)
        first = plan.certificates[0].facts.number
        one = self.tr("Reissued as {number}.").format(number=first)
        many = self.tr("%n certificate(s) reissued.", "", len(ids))
        show_toast(self._page, one if len(ids) == 1 else many)


def _placed(rule: str, sentence: str, values: Mapping[str, Any]) -> dict[str, str]:
    """Return under which field a sentence stands; what is about neither stands above them."""
    if rule in NAME_RULES and "name" in values:
        return {"name": sentence}
    return {"reason" if rule == "reason_missing" else "": sentence}
