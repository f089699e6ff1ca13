"""The check page for a web site: written with the keys and the signed list of this moment.

    page = store.read(page_to_publish)
    publish(folder, page, key, now, note)                     outside the store
    store.write(Gesture("publish_page", …), note_published, page, now)

The academy keeps a digest of what it published, so that it knows when a key was made or a
certificate revoked, replaced or taken back into force since.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from academy.domain.words import RuleBroken
from academy.exchange.public_keys import PublicKey, keys_json
from academy.exchange.verification_page import write_page
from academy.exchange.withdrawn import Withdrawn, signed_list
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.certificate_records import withdrawn_numbers
from academy.usecases.keys import public_keys
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey


@dataclass(frozen=True)
class PageToPublish:
    """What the page has to know; `address` is where it is published, “” if nobody said."""

    issuer: str
    address: str
    keys: tuple[PublicKey, ...]
    withdrawn: tuple[Withdrawn, ...]

    @property
    def digest(self) -> str:
        """What tells this content from any other."""
        said = f"{keys_json(self.issuer, self.keys)}{self.withdrawn!r}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Publication:
    """When the page was published last (none: never), and whether it is behind by now."""

    at: datetime | None
    behind: bool


@allowed(*ADMINISTRATORS)
def page_to_publish(db: Db) -> PageToPublish:
    """Return what the page has to know now."""
    return _page(db)


def publish(
    folder: Path, page: PageToPublish, key: UnlockedKey, now: datetime, note: str
) -> list[Path]:
    """Write the page into a folder and return its files. `now` is aware.

    Raises RuleBroken page_needs_key where no key signs here, key_retired_already where it is
    another one, and the FileProblems of `write_page`.
    """
    if all(one.not_after is not None for one in page.keys):
        raise RuleBroken("page_needs_key")
    if not any(one.kid == key.kid and one.not_after is None for one in page.keys):
        raise RuleBroken("key_retired_already", kid=key.kid)
    compact = signed_list(page.issuer, now, page.withdrawn, key)
    return write_page(folder, keys_json(page.issuer, page.keys), compact, note)


@allowed(*ADMINISTRATORS)
def note_published(db: Db, page: PageToPublish, now: datetime) -> None:
    """Keep what was published and when. `now` is aware."""
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    the_academy(db).published = {"at": at, "digest": page.digest}


@allowed(*EVERYBODY)
def publication(db: Db) -> Publication:
    """Return when the page was published last, and whether it must be published again."""
    kept = the_academy(db).published
    if not kept:
        return Publication(None, behind=False)
    return Publication(
        datetime.fromisoformat(kept["at"]), behind=kept["digest"] != _page(db).digest
    )


def _page(db: Db) -> PageToPublish:
    academy = the_academy(db)
    return PageToPublish(
        academy.issuer,
        academy.check_address,
        tuple(public_keys(db)),
        tuple(withdrawn_numbers(db)),
    )
