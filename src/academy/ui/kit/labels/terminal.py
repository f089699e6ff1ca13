"""The sentences of the command line, and what `academy check` finds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from academy.ui.kit import labels
from academy.ui.kit.labels.files import FILES
from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

TERMINAL: Final[dict[str, str]] = {
    "sample_made": QT_TRANSLATE_NOOP("labels", "Sample academy: {file} ({cohorts} cohorts)"),
    "program_incomplete": QT_TRANSLATE_NOOP(
        "labels",
        "A part of the program is missing: {file}. Install Academy again; your academy files stay "
        "as they are.",
    ),
    "practice_made": QT_TRANSLATE_NOOP("labels", "Practice files: {folder}"),
    "check_sound": QT_TRANSLATE_NOOP("labels", "{file} is whole; its certificates are as issued."),
    "backup_made": QT_TRANSLATE_NOOP("labels", "Backup made and read again: {file}"),
    "restored": QT_TRANSLATE_NOOP("labels", "Restored: {file}"),
    "set_aside": QT_TRANSLATE_NOOP("labels", "What was there before is kept: {file}"),
    "report_read": QT_TRANSLATE_NOOP("labels", "{title}: {people} names"),
    "date_order_undecided": QT_TRANSLATE_NOOP(
        "labels", "The dates can be read in two ways: {days}. Give the day with --date."
    ),
    "people_imported": QT_TRANSLATE_NOOP(
        "labels",
        "Added {added}, updated {updated}, identical {identical}, skipped {skipped}, left out "
        "{left_out}",
    ),
    "import_cohort": QT_TRANSLATE_NOOP("labels", "Say which cohort with --cohort ID."),
    "never_taken": QT_TRANSLATE_NOOP(
        "labels", "Left out, because they hold answers about equality or health: {columns}"
    ),
    "not_understood": QT_TRANSLATE_NOOP(
        "labels", "Row {row}: ‘{text}’ ({column}) is not understood and left out"
    ),
    "would_import": QT_TRANSLATE_NOOP(
        "labels",
        "Would add {added}, update {updated}, leave {identical} as they are, skip {skipped}, leave "
        "out {left_out}",
    ),
    "marks_imported": QT_TRANSLATE_NOOP("labels", "{marks} marks set in {title}"),
    "would_mark": QT_TRANSLATE_NOOP("labels", "Would set {marks} marks in {title}"),
    "session_open": QT_TRANSLATE_NOOP(
        "labels", "The report may be of several sessions. Name one of them with --session."
    ),
    "session_not_found": QT_TRANSLATE_NOOP(
        "labels", "This cohort has no session on the day of the report. Name one with --session."
    ),
    "name_unmatched": QT_TRANSLATE_NOOP(
        "labels", "{name} is nobody in this cohort yet. Pair the name in the window."
    ),
    "row": QT_TRANSLATE_NOOP("labels", "row {number}"),
    "same_person": QT_TRANSLATE_NOOP(
        "labels", "Is {name} the same person as {names}? Import the list in the window to answer."
    ),
    "paired": QT_TRANSLATE_NOOP("labels", "{pairs} pairs confirmed, {left} people left over"),
    "would_pair": QT_TRANSLATE_NOOP(
        "labels", "Would confirm {pairs} pairs and leave {left} people over"
    ),
    "pair_told": QT_TRANSLATE_NOOP("labels", "{mentee} – {mentor} ({score})"),
    "left_without": QT_TRANSLATE_NOOP("labels", "{name} stays without a mentor: {why}."),
    "sets_made": QT_TRANSLATE_NOOP("labels", "%n set(s) made of {people} people"),
    "would_make_sets": QT_TRANSLATE_NOOP("labels", "Would make %n set(s) of {people} people"),
    "set_told": QT_TRANSLATE_NOOP("labels", "Set {number}: {names}"),
    "exported": QT_TRANSLATE_NOOP("labels", "{rows} rows written: {file}"),
    "long_of_marks": QT_TRANSLATE_NOOP("labels", "--long is for --what marks."),
    "marks_listed": QT_TRANSLATE_NOOP(
        "labels", "{new} marks set, {same} the same already, {left_out} left out"
    ),
    "would_list_marks": QT_TRANSLATE_NOOP(
        "labels", "Would set {new} marks, {same} are the same already, {left_out} left out"
    ),
    "mark_differs": QT_TRANSLATE_NOOP(
        "labels", "{name}, {session}: here it is {ours}, the list says {theirs}. Ours stays."
    ),
    "form_of_moodle": QT_TRANSLATE_NOOP(
        "labels", "--for moodle is for --what sessions, and for --what marks with --session."
    ),
    "not_in_export": QT_TRANSLATE_NOOP("labels", "{name} has no e-mail address and is left out."),
    "sessions_listed": QT_TRANSLATE_NOOP(
        "labels", "{new} sessions added, {same} the same already, {left_out} left out"
    ),
    "would_list_sessions": QT_TRANSLATE_NOOP(
        "labels", "Would add {new} sessions, {same} are the same already, {left_out} left out"
    ),
    "session_differs": QT_TRANSLATE_NOOP(
        "labels", "{title} on {day} differs from the list: {fields}. Ours stays."
    ),
    "session_clashes": QT_TRANSLATE_NOOP("labels", "{title} on {day}: {clash}"),
    "pack_made": QT_TRANSLATE_NOOP("labels", "Register pack made: {file} ({people} names)"),
    "pack_make_words": QT_TRANSLATE_NOOP("labels", "Give --session and --to to make a pack."),
    "pack_read_words": QT_TRANSLATE_NOOP(
        "labels", "Give the academy and the pack to read; --session and --to are for making one."
    ),
    "pack_ending": QT_TRANSLATE_NOOP("labels", "Choose a name that ends in .register."),
    "pack_differs": QT_TRANSLATE_NOOP(
        "labels", "{name}: here it is {ours}, the pack says {theirs}. What is here stays."
    ),
    "pack_person_gone": QT_TRANSLATE_NOOP(
        "labels", "{name} has no place in this cohort any more and is left out."
    ),
    "sheet_written": QT_TRANSLATE_NOOP("labels", "PDF written: {file}"),
    "sheet_of_what": QT_TRANSLATE_NOOP(
        "labels", "Give --session for a sign-in sheet, or --cohort and --filled for a register."
    ),
    "certificates_issued": QT_TRANSLATE_NOOP("labels", "{count} certificates issued: {folder}"),
    "certificates_previewed": QT_TRANSLATE_NOOP("labels", "{count} previews: {folder}"),
    "certificates_signed": QT_TRANSLATE_NOOP("labels", "Signed with the key {kid}."),
    "certificates_unsigned": QT_TRANSLATE_NOOP(
        "labels", "Not signed: nobody can check them without asking the academy."
    ),
    "verify_asked": QT_TRANSLATE_NOOP("labels", "Asked: {asked} ({against})"),
    "verify_changed": QT_TRANSLATE_NOOP("labels", "This is not what the academy issued."),
    "verify_unknown": QT_TRANSLATE_NOOP("labels", "No certificate is known by it."),
    "verify_revoked": QT_TRANSLATE_NOOP("labels", "Certificate {number} was revoked on {on}."),
    "verify_replaced": QT_TRANSLATE_NOOP(
        "labels", "Certificate {number} was replaced by {by} on {on}."
    ),
    "page_published": QT_TRANSLATE_NOOP("labels", "The check page is in {folder}"),
    "page_numbers": QT_TRANSLATE_NOOP("labels", "Keys: {keys}, withdrawn numbers: {withdrawn}"),
    "page_address": QT_TRANSLATE_NOOP("labels", "Put it where the codes lead: {address}"),
    "page_no_address": QT_TRANSLATE_NOOP(
        "labels",
        "No address of the page is set: enter it in Settings before you issue, so that codes "
        "lead there.",
    ),
    "badges_written": QT_TRANSLATE_NOOP("labels", "{count} badges: {folder}"),
    "certificates_none_due": QT_TRANSLATE_NOOP("labels", "No certificate of this cohort is due."),
    "name_missing": QT_TRANSLATE_NOOP("labels", "Give the new academy a name with --name."),
    "file_or_sample": QT_TRANSLATE_NOOP("labels", "Name an academy file, or say --sample."),
    "no_screen": QT_TRANSLATE_NOOP(
        "labels",
        "There is no screen to show the window on. The commands work without: academy --help",
    ),
    "picture_saved": QT_TRANSLATE_NOOP("labels", "Picture saved: {file}"),
    "picture_unsaved": QT_TRANSLATE_NOOP("labels", "Unable to save the picture as {file}."),
    "page_unknown": QT_TRANSLATE_NOOP("labels", "There is no page “{address}” in this academy."),
    "part_works": QT_TRANSLATE_NOOP("labels", "{part}: works"),
    "part_broken": QT_TRANSLATE_NOOP("labels", "{part}: {why}"),
}
FINDINGS: Final[dict[str, str]] = {
    "certificate_differs": QT_TRANSLATE_NOOP(
        "labels", "The file of certificate {number} is not the one that was issued."
    ),
    "unfinished_write": QT_TRANSLATE_NOOP(
        "labels", "A program ended while it was writing. Open the academy to mend it."
    ),
    "stale_lock": QT_TRANSLATE_NOOP(
        "labels", "A program ended without closing the academy. Open and close it once."
    ),
    "orphan_file": QT_TRANSLATE_NOOP(
        "labels", "A file was left half written beside the academy. You can delete it."
    ),
    "older_tables": QT_TRANSLATE_NOOP(
        "labels", "An older program saved this academy. Opening it brings it up to date."
    ),
    "reference_to_nothing": QT_TRANSLATE_NOOP(
        "labels", "{n} rows name something that is not there. Restore the newest backup."
    ),
    "ids_reused": QT_TRANSLATE_NOOP(
        "labels", "The id {id} could be given out twice. Restore the newest backup."
    ),
    "orphan_changes": QT_TRANSLATE_NOOP(
        "labels", "{n} changes belong to no entry of the history. Restore the newest backup."
    ),
    "clock_behind": QT_TRANSLATE_NOOP(
        "labels", "The newest entry is from {newest}, later than now. Check this computer’s clock."
    ),
}


def say(key: str, **facts: object) -> str:
    """Return a sentence of the command line."""
    return labels.text(TERMINAL[key], facts)


def finding(code: str, facts: Mapping[str, object], path: Path) -> str:
    """Return the sentence for something that `academy check` found in a file."""
    return labels.text(FINDINGS.get(code) or FILES[code], {"path": path, **facts})
