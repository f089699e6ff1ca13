"""The sentences for register packs that cannot be used."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

PACKS: Final[dict[str, str]] = {
    "not_a_pack": QT_TRANSLATE_NOOP(
        "labels", "{name} is no register pack. Choose a .register file that Academy made."
    ),
    "pack_damaged": QT_TRANSLATE_NOOP(
        "labels", "{name} did not arrive whole. Ask for the pack to be sent again."
    ),
    "pack_altered": QT_TRANSLATE_NOOP(
        "labels",
        "{name} was changed by another program, so its marks are not taken. Make a new pack.",
    ),
    "pack_too_new": QT_TRANSLATE_NOOP(
        "labels", "{name} was made by a newer Academy. Update Academy, then open it."
    ),
    "pack_too_old": QT_TRANSLATE_NOOP(
        "labels", "{name} was made by an Academy that is too old. Make a new pack."
    ),
    "pack_of_other_academy": QT_TRANSLATE_NOOP(
        "labels", "This pack was made by another academy, {academy}. Open that academy for it."
    ),
    "pack_session_gone": QT_TRANSLATE_NOOP(
        "labels", "The session “{title}” of this pack is no longer in this academy."
    ),
    "pack_outdated": QT_TRANSLATE_NOOP(
        "labels",
        "This pack is of {then}, and the session has moved to {now} since. Make a new pack.",
    ),
}
