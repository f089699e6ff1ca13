"""The sentences for files that cannot be used: what happened and what to do."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.imports import IMPORTS
from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP
from academy.ui.kit.labels.packs import PACKS
from academy.ui.kit.labels.signing import SIGNING
from academy.ui.kit.labels.templates import TEMPLATES

FILES: Final[dict[str, str]] = {
    # calendar files
    "calendar_missing": QT_TRANSLATE_NOOP(
        "labels", "There is no calendar message in {name}. Choose an .ics file or a saved reply."
    ),
    "calendar_unreadable": QT_TRANSLATE_NOOP(
        "labels", "{name} cannot be read as a calendar. Save the reply again and choose that."
    ),
    # the academy's own file
    "store_locked": QT_TRANSLATE_NOOP(
        "labels",
        "This academy is open on {computer} by {by} since {since}. Open it for reading, or close "
        "it there.",
    ),
    "store_too_new": QT_TRANSLATE_NOOP(
        "labels",
        "Academy {saved_by} saved this academy. You have {program}. Update Academy.",
    ),
    "store_no_permission": QT_TRANSLATE_NOOP(
        "labels", "Your account may not open {path}. Ask its owner, or copy it to your documents."
    ),
    "store_busy": QT_TRANSLATE_NOOP(
        "labels", "Another program is using {path}. Wait until it is done, then do this again."
    ),
    "store_read_only": QT_TRANSLATE_NOOP(
        "labels", "This academy is open for reading only, so nothing can be changed."
    ),
    "store_disk_trouble": QT_TRANSLATE_NOOP(
        "labels", "The disk did not take or give the data of {path}. Check the disk, then go on."
    ),
    "store_disk_full": QT_TRANSLATE_NOOP(
        "labels", "The disk is full, so nothing was changed. Make room, then do this again."
    ),
    "store_damaged": QT_TRANSLATE_NOOP(
        "labels", "{path} is damaged. It stays as it is; restore the newest backup."
    ),
    "store_not_opened": QT_TRANSLATE_NOOP(
        "labels", "{path} cannot be opened. Check that the file and its folder are there."
    ),
    "store_missing": QT_TRANSLATE_NOOP(
        "labels", "There is no academy at {path}. Choose where it is now."
    ),
    "store_exists": QT_TRANSLATE_NOOP(
        "labels", "There is a file {path} already. Choose another name."
    ),
    "store_empty": QT_TRANSLATE_NOOP(
        "labels", "{path} is empty, so it is no academy. Restore the newest backup."
    ),
    "store_folder": QT_TRANSLATE_NOOP("labels", "{path} is a folder. Choose an academy file."),
    "store_not_academy": QT_TRANSLATE_NOOP(
        "labels", "{path} is no academy. Choose a file that Academy made."
    ),
    "store_foreign": QT_TRANSLATE_NOOP(
        "labels", "{path} was made by another program. Choose a file that Academy made."
    ),
    "store_network": QT_TRANSLATE_NOOP(
        "labels",
        "{path} is on a network drive, where it could be damaged. Copy it to this computer.",
    ),
    "store_synchronised": QT_TRANSLATE_NOOP(
        "labels",
        "{path} is in a synchronised folder, where it could be damaged. Copy it elsewhere.",
    ),
    "store_backup_differs": QT_TRANSLATE_NOOP(
        "labels",
        "The copy differs from the academy, so it was not kept. Check the disk, then try again.",
    ),
    # a signature
    "picture_unreadable": QT_TRANSLATE_NOOP("labels", "Choose a picture (.png or .jpg)."),
    "picture_blank": QT_TRANSLATE_NOOP(
        "labels", "Nothing dark is on this picture. Choose one with a signature on white paper."
    ),
    **IMPORTS,
    **PACKS,
    **SIGNING,
    **TEMPLATES,
}
