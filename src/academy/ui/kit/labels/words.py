"""The words for members of enums, by “Enum.MEMBER”."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

WORDS: Final[dict[str, str]] = {
    "Role.ADMINISTRATOR": QT_TRANSLATE_NOOP("labels", "Administrator"),
    "Role.FACILITATOR": QT_TRANSLATE_NOOP("labels", "Facilitator"),
    "Role.VIEWER": QT_TRANSLATE_NOOP("labels", "Viewer"),
    "Letter.PRESENT": QT_TRANSLATE_NOOP("labels", "Present"),
    "Letter.LATE": QT_TRANSLATE_NOOP("labels", "Late"),
    "Letter.ABSENT": QT_TRANSLATE_NOOP("labels", "Absent"),
    "Letter.EXCUSED": QT_TRANSLATE_NOOP("labels", "Apologies"),
    "CohortState.PLANNED": QT_TRANSLATE_NOOP("labels", "Planned"),
    "CohortState.RECRUITING": QT_TRANSLATE_NOOP("labels", "Recruiting"),
    "CohortState.RUNNING": QT_TRANSLATE_NOOP("labels", "Running"),
    "CohortState.FINISHED": QT_TRANSLATE_NOOP("labels", "Finished"),
    "PlaceState.ENROLLED": QT_TRANSLATE_NOOP("labels", "Enrolled"),
    "PlaceState.WITHDRAWN": QT_TRANSLATE_NOOP("labels", "Withdrawn"),
    "PlaceState.COMPLETED": QT_TRANSLATE_NOOP("labels", "Completed"),
    "SessionState.PLANNED": QT_TRANSLATE_NOOP("labels", "Planned"),
    "SessionState.NOT_HELD": QT_TRANSLATE_NOOP("labels", "Not held"),
    "SessionState.CANCELLED": QT_TRANSLATE_NOOP("labels", "Cancelled"),
    "PairState.ACTIVE": QT_TRANSLATE_NOOP("labels", "Active"),
    "PairState.ENDED": QT_TRANSLATE_NOOP("labels", "Ended"),
    "CertificateState.ISSUED": QT_TRANSLATE_NOOP("labels", "Issued"),
    "CertificateState.REPLACED": QT_TRANSLATE_NOOP("labels", "Replaced"),
    "CertificateState.REVOKED": QT_TRANSLATE_NOOP("labels", "Revoked"),
    "CertificateKind.COMPLETION": QT_TRANSLATE_NOOP("labels", "Certificate of completion"),
    "CertificateKind.ATTENDANCE": QT_TRANSLATE_NOOP("labels", "Certificate of attendance"),
    "CertificateKind.ACHIEVEMENT": QT_TRANSLATE_NOOP("labels", "Certificate of achievement"),
    "MeetingFormat.IN_PERSON": QT_TRANSLATE_NOOP("labels", "In person"),
    "MeetingFormat.ONLINE": QT_TRANSLATE_NOOP("labels", "Online"),
    "MeetingFormat.PHONE": QT_TRANSLATE_NOOP("labels", "By phone"),
    "RiskReason.ABSENT_IN_A_ROW": QT_TRANSLATE_NOOP("labels", "unexplained absences in a row"),
    "RiskReason.CANNOT_REACH": QT_TRANSLATE_NOOP("labels", "cannot reach the target any more"),
    "RiskReason.BELOW_AT_HALF": QT_TRANSLATE_NOOP("labels", "below the target after half"),
    "Need.REGISTERS_MISSING": QT_TRANSLATE_NOOP("labels", "registers missing"),
    "Need.CERTIFICATES_DUE": QT_TRANSLATE_NOOP("labels", "certificates due"),
    "Need.AT_RISK": QT_TRANSLATE_NOOP("labels", "people at risk"),
    "Need.QUIET_PAIRS": QT_TRANSLATE_NOOP("labels", "mentoring pairs quiet"),
    "Need.PLACES_LEFT": QT_TRANSLATE_NOOP("labels", "places left"),
    "Bar.NATURE": QT_TRANSLATE_NOOP("labels", "cannot be called back"),
    "Bar.PRIVATE": QT_TRANSLATE_NOOP("labels", "private answers are not kept in History"),
    "Bar.ERASED": QT_TRANSLATE_NOOP("labels", "a person’s details were erased"),
    "Bar.FILLED": QT_TRANSLATE_NOOP("labels", "the first contents of the academy"),
    "Bar.UPGRADED": QT_TRANSLATE_NOOP("labels", "made before Academy was updated"),
    "Bar.UNDONE": QT_TRANSLATE_NOOP("labels", "already undone"),
    "Bar.OLD": QT_TRANSLATE_NOOP("labels", "too long ago"),
}
