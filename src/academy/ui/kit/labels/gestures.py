"""The verb phrases for gestures, for the Edit menu, the status line and History.

Facts are counts and ids, never names of people: what is erased must not live on here.
"""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

GESTURES: Final[dict[str, str]] = {
    "undone": QT_TRANSLATE_NOOP("labels", "Undone: {what}"),
    "redone": QT_TRANSLATE_NOOP("labels", "Done again: {what}"),
    # academy
    "name_academy": QT_TRANSLATE_NOOP("labels", "start the academy"),
    "make_sample": QT_TRANSLATE_NOOP("labels", "make the sample academy"),
    "move_sample": QT_TRANSLATE_NOOP("labels", "move the sample’s dates by %n day(s)"),
    "restore_backup": QT_TRANSLATE_NOOP("labels", "restore a backup"),
    "change_settings": QT_TRANSLATE_NOOP("labels", "change the settings"),
    "set_passphrase": QT_TRANSLATE_NOOP("labels", "set the passphrase of facilitator mode"),
    "remove_passphrase": QT_TRANSLATE_NOOP("labels", "remove the passphrase of facilitator mode"),
    "save_signatory": QT_TRANSLATE_NOOP("labels", "save a signatory"),
    "snooze": QT_TRANSLATE_NOOP("labels", "put a line of Home off"),
    "unsnooze": QT_TRANSLATE_NOOP("labels", "show a line of Home again"),
    "several": QT_TRANSLATE_NOOP("labels", "%n change(s)"),
    # programmes, cohorts, people
    "add_programme": QT_TRANSLATE_NOOP("labels", "add a programme"),
    "change_programme": QT_TRANSLATE_NOOP("labels", "change a programme"),
    "add_cohort": QT_TRANSLATE_NOOP("labels", "add a cohort"),
    "change_cohort": QT_TRANSLATE_NOOP("labels", "change a cohort"),
    "finish_cohort": QT_TRANSLATE_NOOP("labels", "finish a cohort"),
    "adopt_rules": QT_TRANSLATE_NOOP("labels", "hold a cohort to the newest rules"),
    "add_organisation": QT_TRANSLATE_NOOP("labels", "add an organisation"),
    "rename_organisation": QT_TRANSLATE_NOOP("labels", "rename an organisation"),
    "add_person": QT_TRANSLATE_NOOP("labels", "add a person"),
    "change_person": QT_TRANSLATE_NOOP("labels", "change a person"),
    "remove_person": QT_TRANSLATE_NOOP("labels", "remove a person"),
    "enrol": QT_TRANSLATE_NOOP("labels", "enrol %n person(s)"),
    "withdraw": QT_TRANSLATE_NOOP("labels", "withdraw %n person(s)"),
    "import_people": QT_TRANSLATE_NOOP("labels", "import %n person(s)"),
    # sessions and marks
    "add_session": QT_TRANSLATE_NOOP("labels", "add a session"),
    "add_sessions": QT_TRANSLATE_NOOP("labels", "add %n session(s)"),
    "change_session": QT_TRANSLATE_NOOP("labels", "change a session"),
    "remove_session": QT_TRANSLATE_NOOP("labels", "remove a session"),
    "add_residential": QT_TRANSLATE_NOOP("labels", "add a residential of %n day(s)"),
    "move_residential": QT_TRANSLATE_NOOP("labels", "move a residential of %n day(s)"),
    "change_residential": QT_TRANSLATE_NOOP("labels", "change a residential of %n day(s)"),
    "move_session": QT_TRANSLATE_NOOP("labels", "move a session"),
    "send_invitations": QT_TRANSLATE_NOOP("labels", "make %n invitation(s)"),
    "remind": QT_TRANSLATE_NOOP("labels", "remind %n person(s) of an invitation"),
    "read_answers": QT_TRANSLATE_NOOP("labels", "read %n answer(s) to invitations"),
    "note_session": QT_TRANSLATE_NOOP("labels", "note on a session"),
    "mark": QT_TRANSLATE_NOOP("labels", "mark %n person(s) {letter}"),
    "mark_several": QT_TRANSLATE_NOOP("labels", "set %n mark(s)"),
    "marks_in_session": QT_TRANSLATE_NOOP("labels", "%n mark(s) in {session}"),
    "clear_marks": QT_TRANSLATE_NOOP("labels", "clear %n mark(s)"),
    "fill_blanks": QT_TRANSLATE_NOOP("labels", "fill %n blank(s) with Present"),
    "set_away": QT_TRANSLATE_NOOP("labels", "set apologies for %n session(s)"),
    "reopen_session": QT_TRANSLATE_NOOP("labels", "reopen a session’s register"),
    "add_visitor": QT_TRANSLATE_NOOP("labels", "note a visitor"),
    "link_visitor": QT_TRANSLATE_NOOP("labels", "say who a visitor is"),
    "remove_visitor": QT_TRANSLATE_NOOP("labels", "remove a visitor"),
    "note_mark": QT_TRANSLATE_NOOP("labels", "note on a mark"),
    "import_marks": QT_TRANSLATE_NOOP("labels", "apply %n mark(s) of a meeting report"),
    "keep_minutes": QT_TRANSLATE_NOOP("labels", "keep the minutes of a meeting report"),
    "import_mark_list": QT_TRANSLATE_NOOP("labels", "import %n mark(s) from a list"),
    "import_sessions": QT_TRANSLATE_NOOP("labels", "import %n session(s) from a list"),
    "make_pack": QT_TRANSLATE_NOOP("labels", "make a register pack"),
    "apply_pack": QT_TRANSLATE_NOOP("labels", "apply %n mark(s) of a register pack"),
    # mentoring
    "save_mentor": QT_TRANSLATE_NOOP("labels", "save a mentor"),
    "pair": QT_TRANSLATE_NOOP("labels", "pair a mentor and a mentee"),
    "end_pair": QT_TRANSLATE_NOOP("labels", "end a mentoring pair"),
    "log_meeting": QT_TRANSLATE_NOOP("labels", "log a mentoring meeting"),
    "remove_meeting": QT_TRANSLATE_NOOP("labels", "remove a mentoring meeting"),
    # completion and certificates
    "meet_requirement": QT_TRANSLATE_NOOP("labels", "note a requirement as met"),
    "unmeet_requirement": QT_TRANSLATE_NOOP("labels", "note a requirement as not met"),
    "issue_certificates": QT_TRANSLATE_NOOP("labels", "issue %n certificate(s)"),
    "reissue_certificates": QT_TRANSLATE_NOOP("labels", "reissue %n certificate(s)"),
    "make_key": QT_TRANSLATE_NOOP("labels", "make a signing key"),
    "rotate_key": QT_TRANSLATE_NOOP("labels", "replace the signing key by a new one"),
    "retire_key": QT_TRANSLATE_NOOP("labels", "retire the signing key"),
    "rewrap_key": QT_TRANSLATE_NOOP("labels", "change the passphrase of the signing key"),
    "take_over_key": QT_TRANSLATE_NOOP("labels", "take over a copy of a signing key"),
    "revoke_certificate": QT_TRANSLATE_NOOP("labels", "revoke a certificate"),
    "revoke_certificates": QT_TRANSLATE_NOOP("labels", "revoke %n certificate(s)"),
}
