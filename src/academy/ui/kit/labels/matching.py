"""The words of matching: reasons for and against a pair, and why somebody is left over."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

#: Why two people suit each other, or do not; the keys are those of usecases.matching_reasons.
REASONS: Final[dict[str, str]] = {
    "wants_common": QT_TRANSLATE_NOOP("labels", "Offers what is wanted: {what}"),
    "wants_none": QT_TRANSLATE_NOOP("labels", "Does not offer {what}"),
    "themes_common": QT_TRANSLATE_NOOP("labels", "Both named {what}"),
    "themes_none": QT_TRANSLATE_NOOP("labels", "Works in another field than {what}"),
    "wishes_common": QT_TRANSLATE_NOOP("labels", "As wished: {what}"),
    "wishes_none": QT_TRANSLATE_NOOP("labels", "Not as wished: {what}"),
    "same_region": QT_TRANSLATE_NOOP("labels", "Same region: {region}"),
    "both_online": QT_TRANSLATE_NOOP("labels", "Both can meet online"),
    "cannot_meet": QT_TRANSLATE_NOOP("labels", "No way to meet that suits both"),
    "days_common": QT_TRANSLATE_NOOP("labels", "Both free on {days}"),
    "days_none": QT_TRANSLATE_NOOP("labels", "No day on which both are free"),
    "other_organisation": QT_TRANSLATE_NOOP("labels", "Another organisation"),
    "same_organisation": QT_TRANSLATE_NOOP("labels", "The same organisation"),
    "more_senior": QT_TRANSLATE_NOOP("labels", "More senior than the mentee"),
    "same_grade": QT_TRANSLATE_NOOP("labels", "Of the same grade"),
    "less_senior": QT_TRANSLATE_NOOP("labels", "Less senior than the mentee"),
    "new_to_mentoring": QT_TRANSLATE_NOOP("labels", "New to mentoring"),
}
#: Why so many mentors may not be somebody’s.
CAUSES: Final[dict[str, str]] = {
    "oneself": QT_TRANSLATE_NOOP("labels", "%n is the person themselves"),
    "paused": QT_TRANSLATE_NOOP("labels", "%n mentor(s) paused"),
    "resting": QT_TRANSLATE_NOOP("labels", "%n mentor(s) in their rest period"),
    "reporting_line": QT_TRANSLATE_NOOP("labels", "%n in their reporting line"),
    "conflict": QT_TRANSLATE_NOOP("labels", "%n never to be paired with them"),
    "former_pair": QT_TRANSLATE_NOOP("labels", "%n mentored them before"),
    "declined": QT_TRANSLATE_NOOP("labels", "%n declined here"),
    "same_organisation": QT_TRANSLATE_NOOP("labels", "%n of their own organisation"),
    "full": QT_TRANSLATE_NOOP("labels", "%n mentor(s) without a place left"),
    "taken": QT_TRANSLATE_NOOP("labels", "%n mentor(s) whose places others need"),
    "no_mentors": QT_TRANSLATE_NOOP("labels", "nobody mentors yet"),
}
#: Why a pin cannot stand.
PINS: Final[dict[str, str]] = {
    "stands_not": QT_TRANSLATE_NOOP(
        "labels", "{mentee} and {mentor} cannot be kept together: {cause}."
    ),
    "twice": QT_TRANSLATE_NOOP("labels", "one of them is kept with somebody else or is not here"),
}
