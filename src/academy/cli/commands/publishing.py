"""`academy publish-verification`: the page on which anybody checks certificates, as a folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer
from academy.cli.arguments import Asked
from academy.cli.commands.certificates import signing_key
from academy.domain.words import RuleBroken
from academy.store.journal import Gesture
from academy.ui.kit.labels.publishing import page_note
from academy.ui.kit.labels.terminal import say
from academy.usecases import keys, publishing


@answering
def publish_verification(asked: Asked) -> Answer:
    """Write the page with the keys and withdrawn numbers of now; needs the academy's key."""
    now = datetime.now(UTC)
    with academy(asked.file, write=True) as store:
        locked = store.read(keys.locked_key)
        if locked is None:
            raise RuleBroken("page_needs_key")
        page = store.read(publishing.page_to_publish)
        key = signing_key(store, asked, locked.made_on)
        assert key is not None
        note = page_note(page, now.astimezone().date())
        files = publishing.publish(asked.to, page, key, now, note)
        gesture = Gesture("publish_page", undoable=False)
        store.write(gesture, publishing.note_published, page, now)
    return Answer(_result(page, asked, files), _said(page, asked))


def _result(
    page: publishing.PageToPublish, asked: Asked, files: Sequence[Path]
) -> dict[str, object]:
    return {
        "folder": asked.to,
        "files": files,
        "address": page.address,
        "keys": [key.kid for key in page.keys],
        "withdrawn": [one.number for one in page.withdrawn],
    }


def _said(page: publishing.PageToPublish, asked: Asked) -> list[str]:
    address = say("page_address", address=page.address) if page.address else say("page_no_address")
    counts = say("page_numbers", keys=len(page.keys), withdrawn=len(page.withdrawn))
    return [say("page_published", folder=asked.to), counts, address]
