"""The words for the tables of the store, as History and conflicts name a record."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

TABLES: Final[dict[str, str]] = {
    "facilitator_passphrase": QT_TRANSLATE_NOOP("labels", "the passphrase of facilitator mode"),
    "academy": QT_TRANSLATE_NOOP("labels", "the settings"),
    "signing_keys": QT_TRANSLATE_NOOP("labels", "the key that certificates are signed with"),
    "certificate_templates": QT_TRANSLATE_NOOP("labels", "a template of certificates"),
    "template_versions": QT_TRANSLATE_NOOP("labels", "a version of a template"),
    "accreditations": QT_TRANSLATE_NOOP("labels", "an accreditation"),
    "signatories": QT_TRANSLATE_NOOP("labels", "a signatory"),
    "organisations": QT_TRANSLATE_NOOP("labels", "an organisation"),
    "people": QT_TRANSLATE_NOOP("labels", "a person"),
    "mentors": QT_TRANSLATE_NOOP("labels", "a mentor"),
    "programmes": QT_TRANSLATE_NOOP("labels", "a programme"),
    "completion_rules": QT_TRANSLATE_NOOP("labels", "completion rules"),
    "cohorts": QT_TRANSLATE_NOOP("labels", "a cohort"),
    "places": QT_TRANSLATE_NOOP("labels", "a place"),
    "session_reopenings": QT_TRANSLATE_NOOP("labels", "the reopening of a register"),
    "session_visitors": QT_TRANSLATE_NOOP("labels", "a visitor"),
    "training_sessions": QT_TRANSLATE_NOOP("labels", "a session"),
    "session_facilitators": QT_TRANSLATE_NOOP("labels", "who leads a session"),
    "curriculum_items": QT_TRANSLATE_NOOP("labels", "a session of the curriculum"),
    "invitations": QT_TRANSLATE_NOOP("labels", "an invitation"),
    "invited": QT_TRANSLATE_NOOP("labels", "an answer to an invitation"),
    "marks": QT_TRANSLATE_NOOP("labels", "a mark"),
    "reported_stays": QT_TRANSLATE_NOOP("labels", "what a meeting report said"),
    "mentee_profiles": QT_TRANSLATE_NOOP("labels", "a mentee’s wishes"),
    "mentoring_conflicts": QT_TRANSLATE_NOOP("labels", "two people kept apart"),
    "mentoring_pairs": QT_TRANSLATE_NOOP("labels", "a mentoring pair"),
    "mentoring_meetings": QT_TRANSLATE_NOOP("labels", "a mentoring meeting"),
    "mentoring_goals": QT_TRANSLATE_NOOP("labels", "a mentoring goal"),
    "learning_sets": QT_TRANSLATE_NOOP("labels", "a learning set"),
    "learning_set_members": QT_TRANSLATE_NOOP("labels", "who is in a learning set"),
    "learning_set_vetoes": QT_TRANSLATE_NOOP("labels", "two people kept out of one set"),
    "learning_set_meetings": QT_TRANSLATE_NOOP("labels", "a meeting of a learning set"),
    "learning_set_marks": QT_TRANSLATE_NOOP("labels", "a mark of a learning set’s meeting"),
    "note_keys": QT_TRANSLATE_NOOP("labels", "the passphrase of private notes"),
    "private_notes": QT_TRANSLATE_NOOP("labels", "a private note"),
    "certificates": QT_TRANSLATE_NOOP("labels", "a certificate"),
    "other": QT_TRANSLATE_NOOP("labels", "a record"),
}
