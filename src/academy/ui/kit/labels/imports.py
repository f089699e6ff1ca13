"""The sentences for files that come in, their columns and their rows: how to mend each."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

IMPORTS: Final[dict[str, str]] = {
    # files
    "not_a_spreadsheet": QT_TRANSLATE_NOOP(
        "labels", "Choose a spreadsheet (.xlsx, .xls, .ods or .csv)."
    ),
    "file_empty": QT_TRANSLATE_NOOP("labels", "This file is empty. Choose one with rows in it."),
    "file_password": QT_TRANSLATE_NOOP(
        "labels", "This file has a password. Save a copy without one and choose that."
    ),
    "file_damaged": QT_TRANSLATE_NOOP(
        "labels", "This file is damaged. Open it where it was made, save it again and choose that."
    ),
    "file_missing": QT_TRANSLATE_NOOP(
        "labels", "There is no file {name} here any more. Choose where it is now."
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "labels", "Unable to read {name}. Close it in other programs, or copy it to your documents."
    ),
    "file_too_large": QT_TRANSLATE_NOOP(
        "labels", "This file is larger than {megabytes} MB. Choose one with only the rows you need."
    ),
    "file_not_text": QT_TRANSLATE_NOOP(
        "labels", "Choose the report as it was downloaded (.csv), not a workbook or document."
    ),
    "not_a_meeting_report": QT_TRANSLATE_NOOP(
        "labels",
        "Choose an attendance report of Teams, Zoom, Google Meet or Webex. This file starts with: "
        "{headers}.",
    ),
    "who_is_missing": QT_TRANSLATE_NOOP("labels", "Say which column holds the name or the e-mail."),
    "when_is_missing": QT_TRANSLATE_NOOP(
        "labels", "Say which column holds when people joined, when they left, or their minutes."
    ),
    "dates_disagree": QT_TRANSLATE_NOOP(
        "labels",
        "{first} and {second} cannot both be dates of one report. Download it again and choose "
        "that.",
    ),
    # a meeting report and its session
    "date_order_open": QT_TRANSLATE_NOOP(
        "labels", "The dates can be read as {first} or as {second}. Say which is right."
    ),
    "report_without_people": QT_TRANSLATE_NOOP(
        "labels", "Nobody is in this report. Download the one with the participants."
    ),
    "session_without_people": QT_TRANSLATE_NOOP(
        "labels", "Nobody has a place in {cohort} yet. Import or enrol its people first."
    ),
    "report_of_other_day": QT_TRANSLATE_NOOP(
        "labels",
        "This report is of {report}, the session was on {session}. Choose the report of that day.",
    ),
    "register_changed_meanwhile": QT_TRANSLATE_NOOP(
        "labels", "The register changed meanwhile. Look the marks over again, then apply them."
    ),
    "sheet_missing": QT_TRANSLATE_NOOP(
        "labels", "There is no sheet “{sheet}” in {name}. Choose another sheet."
    ),
    "too_many_rows": QT_TRANSLATE_NOOP(
        "labels", "A table can have up to {limit} rows. Delete what is below the last person."
    ),
    "too_many_columns": QT_TRANSLATE_NOOP(
        "labels",
        "A table can have up to {limit} columns; row {row} has more. Delete those you do not need.",
    ),
    "too_many_cells": QT_TRANSLATE_NOOP(
        "labels", "The cells reach too far. Copy the rows you need to a new file and choose that."
    ),
    "cell_too_large": QT_TRANSLATE_NOOP(
        "labels", "A cell in row {row} holds too much text. Shorten it, or check the quotes there."
    ),
    "ending_unknown": QT_TRANSLATE_NOOP(
        "labels", "Choose a name that ends in .xlsx or .csv, not “{name}”."
    ),
    "file_unwritable": QT_TRANSLATE_NOOP(
        "labels", "Unable to save {name}. Close it in other programs, or choose another folder."
    ),
    # columns
    "columns_doubled": QT_TRANSLATE_NOOP(
        "labels", "The columns “{first}” and “{second}” become the same. Leave one of them out."
    ),
    "column_missing": QT_TRANSLATE_NOOP(
        "labels", "No column has the names. Choose which one becomes the full name."
    ),
    # rows
    "refused_characters": QT_TRANSLATE_NOOP(
        "labels", "Type this again: it holds characters that cannot be seen ({characters})."
    ),
    "email_one_at": QT_TRANSLATE_NOOP("labels", "Enter an e-mail address with one @."),
    "email_before_at": QT_TRANSLATE_NOOP("labels", "Enter what stands before the @."),
    "email_after_at": QT_TRANSLATE_NOOP("labels", "Enter what stands after the @."),
    "email_characters": QT_TRANSLATE_NOOP(
        "labels", "Enter the e-mail address without {characters}."
    ),
    "email_domain": QT_TRANSLATE_NOOP(
        "labels", "The part after the @ must be like kent.gov.uk, not “{domain}”."
    ),
    "email_form": QT_TRANSLATE_NOOP(
        "labels", "Enter an e-mail address like name@kent.gov.uk, not “{typed}”."
    ),
}
