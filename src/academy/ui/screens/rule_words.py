"""Completion rules in words, the same wherever they are told."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from academy.usecases.programmes import RulesDraft


def rule_words(rules: RulesDraft) -> str:
    """Return “80% attendance, every required session, 3 mentoring meetings, Challenge project”."""
    translate, parts = QCoreApplication.translate, list[str]()
    if rules.attendance_percent is not None:
        percent = translate("rules", "{percent}% attendance")
        parts.append(percent.format(percent=rules.attendance_percent))
    if rules.required_sessions:
        parts.append(translate("rules", "every required session"))
    if rules.mentoring_meetings:
        meetings = rules.mentoring_meetings
        parts.append(translate("rules", "%n mentoring meeting(s)", "", meetings))
    parts.extend(rules.requirements)
    return ", ".join(parts) if parts else translate("rules", "nothing but taking part")
