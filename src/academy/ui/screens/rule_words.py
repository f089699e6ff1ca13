"""Completion rules in words, the same wherever they are told."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from academy.usecases.programmes import RulesDraft


def rule_words(rules: RulesDraft) -> str:
    """Return “80% attendance, every required session, 3 mentoring meetings, Challenge project”."""
    say, parts = QCoreApplication.translate, []
    if rules.attendance_percent is not None:
        percent = say("rules", "{percent}% attendance")
        parts.append(percent.format(percent=rules.attendance_percent))
    if rules.required_sessions:
        parts.append(say("rules", "every required session"))
    if rules.mentoring_meetings:
        meetings = rules.mentoring_meetings
        parts.append(say("rules", "%n mentoring meeting(s)", "", meetings))
    parts.extend(rules.requirements)
    return ", ".join(parts) if parts else say("rules", "nothing but taking part")
