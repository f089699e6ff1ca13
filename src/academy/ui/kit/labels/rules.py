"""The sentences for broken rules: each says how to mend what is wrong."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP
from academy.ui.kit.labels.mentoring import MENTORING

RULES: Final[dict[str, str]] = {
    "conflict": QT_TRANSLATE_NOOP(
        "labels", "{by} changed {what} {when}, so this cannot be undone. History shows the change."
    ),
    "conflict_unknown": QT_TRANSLATE_NOOP(
        "labels", "Something that came later needs {what}, so this cannot be undone."
    ),
    "nothing_to_undo": QT_TRANSLATE_NOOP("labels", "There is nothing to undo."),
    "not_undoable": QT_TRANSLATE_NOOP("labels", "“{what}” cannot be undone. History shows why."),
    "changed_meanwhile": QT_TRANSLATE_NOOP(
        "labels", "{by} changed this meanwhile. Open it again to see the change, then change it."
    ),
    "not_allowed": QT_TRANSLATE_NOOP("labels", "As {role} you can look at this, not change it."),
    "template_name_missing": QT_TRANSLATE_NOOP("labels", "Enter the name of the template."),
    "accreditation_body_missing": QT_TRANSLATE_NOOP("labels", "Enter which body accredits."),
    "text_too_long": QT_TRANSLATE_NOOP("labels", "The text can have up to {limit} characters."),
    # days and times
    "date_missing": QT_TRANSLATE_NOOP("labels", "Enter a date."),
    "date_needs_month": QT_TRANSLATE_NOOP("labels", "The date “{text}” needs a month."),
    "date_unreadable": QT_TRANSLATE_NOOP("labels", "Enter a date like 5 March 2026, not “{text}”."),
    "date_unreal": QT_TRANSLATE_NOOP("labels", "“{text}” must be a real date, like 5 March 2026."),
    "time_missing": QT_TRANSLATE_NOOP("labels", "Enter a time, like 9:30am."),
    "time_unreadable": QT_TRANSLATE_NOOP("labels", "Enter a time like 9:30am, not “{text}”."),
    "ends_before_start": QT_TRANSLATE_NOOP(
        "labels", "The session must end after it starts at {starts}; it ends at {ends}."
    ),
    "time_skipped": QT_TRANSLATE_NOOP(
        "labels", "The clocks skip {at} on {day}. Choose another time."
    ),
    "time_doubled": QT_TRANSLATE_NOOP(
        "labels", "The clocks go back on {day}, so {at} comes twice. Say which one is meant."
    ),
    "residential_length": QT_TRANSLATE_NOOP("labels", "A residential has 1 to 14 days."),
    "series_length": QT_TRANSLATE_NOOP("labels", "A series can have 1 to 100 sessions."),
    "series_weeks": QT_TRANSLATE_NOOP("labels", "Repeat every 1 to 52 weeks."),
    "day_twice": QT_TRANSLATE_NOOP("labels", "One day is named twice. Give each session its own."),
    "facilitator_unknown": QT_TRANSLATE_NOOP(
        "labels", "Nobody has the address {name}. Enter a name, or an address of People."
    ),
    "facilitator_ambiguous": QT_TRANSLATE_NOOP(
        "labels", "%n people are called {name}. Enter the e-mail address instead."
    ),
    "curriculum_minutes": QT_TRANSLATE_NOOP("labels", "“{title}” must last 5 minutes to 12 hours."),
    "curriculum_weeks": QT_TRANSLATE_NOOP(
        "labels", "“{title}” must come 0 to 52 weeks after the session before."
    ),
    "session_has_invitations": QT_TRANSLATE_NOOP(
        "labels", "Invitations to this session went out. Mark it as cancelled, and tell people."
    ),
    "academy_email_missing": QT_TRANSLATE_NOOP(
        "labels", "Enter the academy’s e-mail address in Settings: answers go there."
    ),
    "nobody_to_invite": QT_TRANSLATE_NOOP(
        "labels", "Nobody is to be told anything: every calendar is up to date."
    ),
    "nobody_to_remind": QT_TRANSLATE_NOOP(
        "labels", "Nobody is to be reminded: everybody who can be written to has answered."
    ),
    "changed_since_told": QT_TRANSLATE_NOOP(
        "labels", "The session changed since people were told. Draft its invitations first."
    ),
    "session_over": QT_TRANSLATE_NOOP("labels", "This session is over or does not take place."),
    "changed_since_drafting": QT_TRANSLATE_NOOP(
        "labels", "The sessions changed meanwhile. Make the invitations again."
    ),
    # academy, programmes, cohorts
    "academy_name_missing": QT_TRANSLATE_NOOP("labels", "Enter the name of the academy."),
    "setting_below_one": QT_TRANSLATE_NOOP("labels", "Enter a number of 1 or more."),
    "passphrase_length": QT_TRANSLATE_NOOP(
        "labels", "Choose a passphrase of {shortest} to {longest} characters."
    ),
    "setting_too_large": QT_TRANSLATE_NOOP("labels", "Enter a number up to {limit}."),
    "zone_unknown": QT_TRANSLATE_NOOP(
        "labels", "There is no time zone “{zone}”. Enter one like Europe/London."
    ),
    "signatory_name_missing": QT_TRANSLATE_NOOP("labels", "Enter the name of the signatory."),
    "number_pattern": QT_TRANSLATE_NOOP(
        "labels",
        "The pattern “{pattern}” needs {{number}}, may hold {{year}}: LA-{{year}}-{{number:04}}.",
    ),
    "programme_missing": QT_TRANSLATE_NOOP("labels", "Choose a programme."),
    "programme_name_missing": QT_TRANSLATE_NOOP("labels", "Enter the name of the programme."),
    "programme_name_taken": QT_TRANSLATE_NOOP(
        "labels", "There is a programme called {name} already. Choose another name."
    ),
    "percent_out_of_range": QT_TRANSLATE_NOOP("labels", "Enter a percentage from 1 to 100."),
    "meetings_below_zero": QT_TRANSLATE_NOOP("labels", "Enter a number of meetings, 0 or more."),
    "requirement_name_missing": QT_TRANSLATE_NOOP("labels", "Enter the name of the requirement."),
    "requirement_twice": QT_TRANSLATE_NOOP("labels", "Two requirements have the same name."),
    "cohort_name_missing": QT_TRANSLATE_NOOP("labels", "Enter the name of the cohort."),
    "cohort_name_taken": QT_TRANSLATE_NOOP(
        "labels", "There is a cohort called {name} already. Choose another name."
    ),
    "cohort_finished": QT_TRANSLATE_NOOP("labels", "{cohort} is finished. Reopen it first."),
    "cohort_full": QT_TRANSLATE_NOOP(
        "labels", "All {capacity} places of {cohort} are taken. Raise the number of places first."
    ),
    "capacity_out_of_range": QT_TRANSLATE_NOOP("labels", "A cohort can have 1 to 500 places."),
    "capacity_below_people": QT_TRANSLATE_NOOP(
        "labels", "{people} people have a place already, so {capacity} places are too few."
    ),
    "already_enrolled": QT_TRANSLATE_NOOP("labels", "This person has a place in {cohort} already."),
    "already_withdrawn": QT_TRANSLATE_NOOP("labels", "This person has left the cohort already."),
    # people
    "full_name_missing": QT_TRANSLATE_NOOP("labels", "Enter the person’s full name."),
    "person_has_places": QT_TRANSLATE_NOOP(
        "labels", "This person has a place in a cohort, so the record stays. Undo the enrolment."
    ),
    "person_has_pairs": QT_TRANSLATE_NOOP(
        "labels", "This person is or was in a mentoring pair, so the record stays."
    ),
    "person_leads_sessions": QT_TRANSLATE_NOOP(
        "labels", "This person leads sessions, so the record stays."
    ),
    "person_was_invited": QT_TRANSLATE_NOOP(
        "labels", "This person was invited to sessions, so the record stays."
    ),
    "organisation_name_missing": QT_TRANSLATE_NOOP("labels", "Enter the name of the organisation."),
    "organisation_name_taken": QT_TRANSLATE_NOOP(
        "labels", "{name} is in the academy already. Choose another name."
    ),
    # sessions and marks
    "session_title_missing": QT_TRANSLATE_NOOP("labels", "Enter the title of the session."),
    "session_has_marks": QT_TRANSLATE_NOOP(
        "labels", "{marks} marks are kept in this session. Mark it as cancelled instead."
    ),
    "mark_line_unreadable": QT_TRANSLATE_NOOP(
        "labels", "Write a person’s id, a comma and a mark, like 12,P. This was: {line}"
    ),
    "mark_unknown": QT_TRANSLATE_NOOP("labels", "Use P, L, A or E, not “{mark}”."),
    "session_unknown": QT_TRANSLATE_NOOP("labels", "There is no session {session}."),
    "not_in_cohort": QT_TRANSLATE_NOOP(
        "labels", "This person has no place in the session’s cohort."
    ),
    "session_does_not_count": QT_TRANSLATE_NOOP(
        "labels", "This session is marked as {state}, so it takes no marks."
    ),
    "future_takes_only_apologies": QT_TRANSLATE_NOOP(
        "labels", "A session to come takes apologies (E) only."
    ),
    "place_withdrawn": QT_TRANSLATE_NOOP(
        "labels", "This person left the cohort on {on}, before the session."
    ),
    "session_locked": QT_TRANSLATE_NOOP(
        "labels", "‘{session}’ closed %n day(s) after its day. Reopen it to change its marks."
    ),
    "session_not_locked": QT_TRANSLATE_NOOP("labels", "‘{session}’ is open already."),
    "reopening_reason_missing": QT_TRANSLATE_NOOP("labels", "Say why it is opened again."),
    "visitor_name_missing": QT_TRANSLATE_NOOP("labels", "Enter the visitor’s name."),
    "visitor_there": QT_TRANSLATE_NOOP("labels", "‘{name}’ is among the visitors already."),
    "visitor_on_register": QT_TRANSLATE_NOOP(
        "labels", "{name} is on this register. Mark them there and remove the visitor."
    ),
    "session_has_visitors": QT_TRANSLATE_NOOP(
        "labels", "This session had visitors. Remove them first, or mark it as cancelled."
    ),
    "person_visited": QT_TRANSLATE_NOOP(
        "labels", "This person visited a session, so the record stays."
    ),
    "away_backwards": QT_TRANSLATE_NOOP(
        "labels", "The last day away, {last}, is before the first, {first}."
    ),
    "away_nothing": QT_TRANSLATE_NOOP(
        "labels", "No session without a mark lies between {first} and {last}."
    ),
    # completion
    "requirement_of_other_rules": QT_TRANSLATE_NOOP(
        "labels", "{name} is not asked for in this cohort. Choose one of its own requirements."
    ),
    "already_finished": QT_TRANSLATE_NOOP("labels", "{cohort} is finished already."),
    "sessions_to_come": QT_TRANSLATE_NOOP(
        "labels", "%n session(s) are to come. Hold them first, or mark them as cancelled."
    ),
    **MENTORING,
    # certificates
    "nobody_chosen": QT_TRANSLATE_NOOP("labels", "Choose at least one person."),
    "cohort_too_small": QT_TRANSLATE_NOOP(
        "labels",
        "{cohort} has {left} places left and the list brings %n person(s). Raise the number of "
        "places first.",
    ),
    "cohort_unknown": QT_TRANSLATE_NOOP("labels", "There is no cohort {cohort}."),
    "not_due_needs_reason": QT_TRANSLATE_NOOP(
        "labels", "Not due: give the reason for this certificate; it is kept in the log."
    ),
    "has_live_certificate": QT_TRANSLATE_NOOP(
        "labels", "This person holds certificate {number}. Revoke it before issuing another."
    ),
    "signatory_missing": QT_TRANSLATE_NOOP(
        "labels", "Choose who signs. Signatories are kept in Settings."
    ),
    "signature_missing": QT_TRANSLATE_NOOP(
        "labels",
        "There is no picture of the signature of {name}. Add it in Settings, or sign by hand.",
    ),
    "issued_in_future": QT_TRANSLATE_NOOP("labels", "Enter a date of issue up to today."),
    "numbers_taken": QT_TRANSLATE_NOOP(
        "labels", "The number {number} was used meanwhile. Review the certificates again."
    ),
    "plan_has_problems": QT_TRANSLATE_NOOP(
        "labels", "%n problem(s) are still open. Mend what the checks list, then issue."
    ),
    "changed_since_review": QT_TRANSLATE_NOOP(
        "labels", "Something changed meanwhile, so nothing was done. Look through it again."
    ),
    "files_do_not_match": QT_TRANSLATE_NOOP(
        "labels", "The files are not those of these certificates. Review them again."
    ),
    "letters_missing": QT_TRANSLATE_NOOP(
        "labels", "No typeface here can show {what}. Change the name on the certificate."
    ),
    "text_too_small": QT_TRANSLATE_NOOP(
        "labels", "A text is too long for its place and becomes very small."
    ),
    "name_smaller": QT_TRANSLATE_NOOP("labels", "The name is made smaller to fit."),
    "text_overlaps": QT_TRANSLATE_NOOP(
        "labels", "Text lies on something else. Take a line away or choose another design."
    ),
    "text_over_edge": QT_TRANSLATE_NOOP(
        "labels", "Text stands too near to the edge of the sheet. Make it shorter."
    ),
    "contrast_low": QT_TRANSLATE_NOOP(
        "labels", "A colour is hard to read on the paper ({what} : 1). Choose a darker one."
    ),
    "field_unknown": QT_TRANSLATE_NOOP(
        "labels", "There is no field {{{what}}}. Choose one with “Insert field”."
    ),
    "heading_of_other_kind": QT_TRANSLATE_NOOP(
        "labels", "The words say “{what}”, but the rules ask for something else."
    ),
    "claim_of_others": QT_TRANSLATE_NOOP(
        "labels", "“{what}” is a word that only a body outside the academy can grant."
    ),
    "picture_unreadable": QT_TRANSLATE_NOOP(
        "labels", "The picture cannot be read. Choose a PNG or JPEG file."
    ),
    "picture_blank": QT_TRANSLATE_NOOP(
        "labels", "The picture is blank. Choose one with dark ink on white."
    ),
    "folder_unwritable": QT_TRANSLATE_NOOP(
        "labels", "Academy cannot save in {folder}. Choose another folder."
    ),
    "printer_refused": QT_TRANSLATE_NOOP(
        "labels", "The printer {printer} takes nothing. Check that it is on, or choose another."
    ),
    "certificate_not_live": QT_TRANSLATE_NOOP(
        "labels", "Certificate {number} is revoked or replaced already."
    ),
    "certificate_has_newer": QT_TRANSLATE_NOOP(
        "labels", "A newer certificate stands in the place of {number}. Reissue that one."
    ),
    "certificate_of_withdrawn": QT_TRANSLATE_NOOP(
        "labels",
        "The holder of {number} has withdrawn from the cohort. Enrol the person again first.",
    ),
    "draft_does_not_match": QT_TRANSLATE_NOOP(
        "labels", "The draft for {number} does not hold that certificate. None was saved."
    ),
    "badge_missing": QT_TRANSLATE_NOOP("labels", "This picture carries no badge."),
    "badges_need_key": QT_TRANSLATE_NOOP(
        "labels", "Badges are signed: make the academy’s key first, in Settings."
    ),
    "badges_of_none": QT_TRANSLATE_NOOP(
        "labels", "None of these certificates is in force, so there is no badge to make."
    ),
    "reissue_one_cohort": QT_TRANSLATE_NOOP(
        "labels", "Choose certificates of one cohort to reissue them together."
    ),
    "reason_missing": QT_TRANSLATE_NOOP("labels", "Enter the reason; it is kept in the log."),
}
