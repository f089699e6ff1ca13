"""An academy that published its check page, with a certificate for each thing that can happen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from academy.domain.words import CertificateState
from academy.exchange.public_keys import PublicKey, keys_json
from academy.exchange.signing import UnlockedKey, new_key
from academy.exchange.tokens import CanonicalFacts, signed
from academy.exchange.verification_page import write_page
from academy.exchange.withdrawn import Withdrawn, signed_list
from verification.browser import Tab

_CARD = "document.querySelector('#verdict .card')"
ISSUER = "Kent & Medway Leadership"
DAY = date(2026, 1, 14)
KEY = new_key(ISSUER, DAY)
OLD_KEY = new_key(ISSUER, date(2020, 1, 1))
SEEN_KEY = new_key(ISSUER, date(2019, 1, 1))
OTHER_KEY = new_key("Somebody else", DAY)
RETIRED = (
    replace(OLD_KEY.public, not_after=date(2025, 12, 31)),
    replace(SEEN_KEY.public, not_after=date(2019, 12, 31), seen_by_others=True),
)
FACTS = CanonicalFacts(
    number="LA-2026-0211",
    name="Siân Llŷr Ó Conchúir-O’Hara",
    programme="Aspiring Leaders & “Top Talent”",
    cohort="Top Talent 5",
    award="completion",
    hours="12.5",
    starts_on=DAY,
    ends_on=date(2026, 6, 24),
    issued_on=date(2026, 7, 3),
    expires_on=None,
    issuer=ISSUER,
)
WITHDRAWN = (
    Withdrawn("LA-2026-0007", CertificateState.REVOKED, date(2026, 11, 20)),
    Withdrawn("LA-2026-0009", CertificateState.REPLACED, date(2026, 11, 21), "LA-2026-0031"),
)


def token(key: UnlockedKey = KEY, **other: object) -> str:
    """Return the token of a certificate that differs in these facts."""
    return signed(replace(FACTS, **other), key)  # type: ignore[arg-type]


def a_list(
    key: UnlockedKey = KEY,
    at: datetime | None = None,
    withdrawn: tuple[Withdrawn, ...] = WITHDRAWN,
) -> str:
    """Return the signed list, of now unless told."""
    return signed_list(ISSUER, at or datetime.now(UTC), withdrawn, key)


def publish(folder: Path, withdrawn: str = "", *keys: PublicKey) -> Path:
    """Write the page into a folder, and return its index."""
    known = keys or (KEY.public, *RETIRED)
    write_page(folder, keys_json(ISSUER, known), withdrawn or a_list(), "")
    return folder / "index.html"


def found(tab: Tab) -> tuple[str, list[str]]:
    """Wait for a verdict, and return it with the keys of its reasons."""
    verdict = tab.wait(f"{_CARD}?.dataset.verdict")
    said = tab.value(f"[...{_CARD}.querySelectorAll('[data-reason]')].map(r => r.dataset.reason)")
    return verdict, said


def facts(tab: Tab) -> dict[str, str]:
    """Return the facts that the page shows."""
    shown = f"[...{_CARD}.querySelectorAll('dd')].map(d => [d.dataset.fact, d.textContent])"
    return {name: said.replace("\N{NO-BREAK SPACE}", " ") for name, said in tab.value(shown)}


def check(tab: Tab, typed: str) -> tuple[str, list[str]]:
    """Type a code, check it, and return what was found."""
    tab.value("document.querySelector('#verdict').replaceChildren()")
    tab.put("#code", typed)
    tab.press("Enter")
    return found(tab)


class _Remembered(SimpleHTTPRequestHandler):
    """A web site whose files browsers keep for an hour, as many are."""

    def end_headers(self) -> None:
        """Say how long what is sent may be kept."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_said: object) -> None:
        """Leave the terminal to the tests."""


@contextmanager
def web_site(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, as any web site does; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Remembered, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
