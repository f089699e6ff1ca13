"""What lies beside the check page for whoever puts it on a web site."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP
from academy.usecases.publishing import PageToPublish

_NOTE: Final = QT_TRANSLATE_NOOP(
    "labels",
    """The check page of {issuer}, made on {day}

This folder is a whole web page: anybody can check a certificate with it, without an
account and without asking you. It needs no program on the server and keeps nothing.

1. Put all files of this folder into one folder of your web site{there}.
   The address must begin with https://, or browsers will not check signatures.
2. Open it and scan the code of one of your certificates.
3. Publish again (Settings, Check page, or: academy publish-verification) and put the
   new files in place of the old ones
   - after each certificate that is revoked or replaced: withdrawn.js and withdrawn.jws
     are the list of these, signed by your key, and the page shows its date;
   - after a new signing key;
   - and at least every three months, or the page says that its list is old.

Nothing here is secret. The key that signs is not in this folder; never put it on a web
site. The page also works opened from a disk or a stick: open index.html.

keys.json        your public keys, for other programs (JWK set)
withdrawn.jws    the signed list of withdrawn numbers, for other programs (JWS)
""",
)
_THERE: Final = QT_TRANSLATE_NOOP("labels", ", so that it opens at\n   {address}")


def page_note(page: PageToPublish, day: date) -> str:
    """Return the text of README.txt."""
    tr = QCoreApplication.translate
    there = tr("labels", _THERE).format(address=page.address) if page.address else ""
    said = tr("labels", _NOTE)
    return said.format(issuer=page.issuer, day=dates.plain_day(day), there=there)
