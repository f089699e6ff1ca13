"""What the message with a certificate says, and why somebody gets none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.usecases.handing_out import Handout, Handouts, LeftOut


def _tr(words: str) -> str:
    return QCoreApplication.translate("letters", words)


def letter(handout: Handout) -> tuple[str, str]:
    """Return the subject and the text of the message to one person."""
    subject = _tr("Your certificate: {programme}").format(programme=handout.programme)
    lines = [
        _tr("Dear {name},"),
        "",
        _tr("your certificate for {programme} is attached, number {number}."),
    ]
    if handout.expires_on is not None:
        lines.append(_tr("It expires on {day}."))
    if handout.check_address:
        lines.append(_tr("Anybody can check it at {address} or by scanning its code."))
    lines += ["", "{issuer}", ""]
    day = dates.plain_day(handout.expires_on) if handout.expires_on else ""
    text = "\n".join(lines).format(
        name=handout.name, programme=handout.programme, number=handout.number, day=day,
        address=handout.check_address, issuer=handout.issuer,
    )  # fmt: skip
    return subject, text


def not_written_to(found: Handouts) -> str:
    """Return who gets no message and why, a line for each reason."""
    why = {
        LeftOut.NO_ADDRESS: _tr("Without an e-mail address: {names}"),
        LeftOut.WITHDRAWN: _tr("Withdrawn from the cohort: {names}"),
        LeftOut.NOT_LIVE: _tr("Certificate revoked or replaced: {names}"),
        LeftOut.ERASED: _tr("Certificate erased: {names}"),
    }
    lines = []
    for reason, words in why.items():
        names = [f"{name} ({number})" for name, number, one in found.left_out if one is reason]
        if names:
            lines.append(words.format(names=", ".join(names)))
    return "\n".join(lines)
