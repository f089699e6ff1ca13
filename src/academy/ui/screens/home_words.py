"""Home's lines in words: what, where and why, and the one button of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.domain.words import Need, RiskReason
from academy.ui.kit import labels
from academy.ui.kit.labels import forecasts
from academy.usecases.certificates import CertificateRow, DueRow
from academy.usecases.home import HomeLine, HomePage, HomeSession
from academy.usecases.mentoring import PairRow
from academy.usecases.needs import AtRiskRow, MissingRegister, PlacesLeft

NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class HomeItem:
    """One line as it is painted. `lead` is the time of a session; else there is a picture.

    `address` is where the button goes. `need` and `cohort_id` name the line for putting it off;
    a line without a need cannot be put off. A line of a session has its `session_id`; `prints`:
    its button shows the sign-in sheet. `tag` stands behind what it says, such as “now”.
    """

    what: str
    where: str
    verb: str
    address: str
    picture: str = ""
    tone: str = "plain"
    lead: str = ""
    tag: str = ""
    primary: bool = False
    need: Need | None = None
    cohort_id: int = 0
    session_id: int = 0
    prints: bool = False

    @property
    def aloud(self) -> str:
        """What a screen reader says of the line."""
        parts = (self.lead, self.what, self.tag, self.where, self.verb)
        return ", ".join(part for part in parts if part)


def _tr(words: str) -> str:
    return QCoreApplication.translate("home", words)


translate = QCoreApplication.translate


def session_items(page: HomePage, now: datetime) -> list[HomeItem]:
    """Return the lines of today's sessions; Enter on the next one marks its register."""
    to_come = next_session(page, now)
    return [session_item(session, now, first=session is to_come) for session in page.today]


def session_item(session: HomeSession, now: datetime, *, first: bool = False) -> HomeItem:
    """Return the line of one of today's sessions; of those after the next the sheet is wanted."""
    number = _tr("Session {number}").format(number=session.number)
    what = number if session.title == number else f"{number} · {session.title}"
    facts = [session.cohort, session.room, translate("home", "%n person(s)", "", session.people)]
    prints = not first and _is_far(session, now)
    return HomeItem(
        what=what,
        where=" · ".join(fact for fact in facts if fact),
        verb=_verb(session, prints=prints),
        address=f"cohort/{session.cohort_id}/register/{session.session_id}",
        lead=dates.clock(session.starts),
        tag=_how_soon(session, now),
        cohort_id=session.cohort_id,
        session_id=session.session_id,
        prints=prints,
    )


def _is_far(session: HomeSession, now: datetime) -> bool:
    """Whether a session is more than an hour away: its sheet is wanted before its register."""
    return datetime.combine(session.held_on, session.starts) > now + timedelta(hours=1)


def _verb(session: HomeSession, *, prints: bool) -> str:
    if prints:
        return _tr("Sign-in sheet")
    return _tr("Mark register") if session.blank or not session.people else _tr("See register")


def next_session(page: HomePage, now: datetime) -> HomeSession | None:
    """Return the session that goes on or comes next, today or later."""
    today = (s for s in page.today if datetime.combine(s.held_on, s.ends) > now)
    return next(today, None) or next(iter(page.coming), None)


def _how_soon(session: HomeSession, now: datetime) -> str:
    starts = datetime.combine(session.held_on, session.starts)
    ends = datetime.combine(session.held_on, session.ends)
    if starts <= now < ends:
        return _tr("now")
    if now < starts <= now + timedelta(hours=1):
        return translate(
            "home", "in %n minute(s)", "", max(1, round((starts - now).total_seconds() / 60))
        )
    return _tr("register complete") if now >= ends and session.people and not session.blank else ""


def need_item(line: HomeLine, today: date) -> HomeItem:
    """Return a line of “Needs you”."""
    what, where, verb = _WORDING[line.need](line, today)
    picture, tone = _SIGNS[line.need]
    address = line.address
    if line.need is Need.CERTIFICATES_DUE:
        address = f"cohort/{line.cohort_id}/issue"
    return HomeItem(
        what, where, verb, address, picture, tone, need=line.need, cohort_id=line.cohort_id
    )


_SIGNS = {
    Need.REGISTERS_MISSING: ("list-checks", "bad"),
    Need.CERTIFICATES_DUE: ("award", "info"),
    Need.CERTIFICATES_EXPIRING: ("clock", "warning"),
    Need.AT_RISK: ("triangle-alert", "warning"),
    Need.QUIET_PAIRS: ("message-circle", "warning"),
    Need.PLACES_LEFT: ("user-plus", "plain"),
}


def _registers(line: HomeLine, _today: date) -> tuple[str, str, str]:
    days = [row.held_on for row in line.rows if isinstance(row, MissingRegister)]
    where = f"{line.cohort} · {dates.listed_days(days)}"
    verb = _tr("Mark oldest") if line.count > 1 else _tr("Mark register")
    return translate("home", "%n register(s) missing", "", line.count), where, verb


def _certificates(line: HomeLine, _today: date) -> tuple[str, str, str]:
    days = [row.completed_on for row in line.rows if isinstance(row, DueRow) and row.completed_on]
    where = line.cohort
    if days:
        finished = _tr("finished {day}").format(day=dates.day_and_month(max(days)))
        where = f"{where} · {finished}"
    return translate("home", "%n certificate(s) due", "", line.count), where, _tr("Review & issue")


def _expiring(line: HomeLine, _today: date) -> tuple[str, str, str]:
    days = [row.expires_on for row in line.rows if isinstance(row, CertificateRow)]
    first = min((day for day in days if day is not None), default=None)
    soonest = _tr("the first on {day}").format(day=dates.plain_day(first)) if first else ""
    words = translate("home", "%n certificate(s) about to expire", "", line.count)
    return words, f"{line.cohort} · {soonest}", see(line.count)


def _risks(line: HomeLine, _today: date) -> tuple[str, str, str]:
    first = line.rows[0]
    assert isinstance(first, AtRiskRow)
    where = f"{spoken(first.name)}: {reason(first)} · {line.cohort}"
    return translate("home", "%n person(s) at risk", "", line.count), where, see(line.count)


def reason(row: AtRiskRow, *, short: bool = False) -> str:
    """Return why somebody is at risk: “2 unexplained absences in a row, needs all 7 to come”.

    In `short`, where there is little room: “2 absences in a row, …”.
    """
    if row.reason is RiskReason.CANNOT_REACH:
        return forecasts.chance(row.outlook)
    words = labels.word(row.reason)
    if row.reason is RiskReason.ABSENT_IN_A_ROW:
        words = f"{row.missed} {_tr('absences in a row') if short else words}"
    elif row.percent is not None:
        words = f"{words} ({row.percent}%)"
    return ", ".join(part for part in (words, forecasts.needed_in_short(row.outlook)) if part)


def spoken(name: str) -> str:
    """Return “Noor Ahmed” for a name as lists have it, “Ahmed, Noor”."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma else name


def _quiet(line: HomeLine, _today: date) -> tuple[str, str, str]:
    days = [row.days_quiet for row in line.rows if isinstance(row, PairRow)]
    longest = translate("home", "longest %n day(s)", "", max(days, default=0))
    where = f"{line.cohort} · {_tr('no contact for too long')}, {longest}"
    return translate("home", "%n mentoring pair(s) quiet", "", line.count), where, see(line.count)


def _places(line: HomeLine, _today: date) -> tuple[str, str, str]:
    row = line.rows[0]
    assert isinstance(row, PlacesLeft)
    where = _tr("{left} of {capacity} places").format(left=row.left, capacity=row.capacity)
    if row.apply_by is not None:
        closes = _tr("applications close on {day}")
        where = f"{where} · {closes.format(day=dates.day_and_month(row.apply_by))}"
    what = _tr("{cohort} has places left").format(cohort=line.cohort)
    return what, where, _tr("Open cohort")


_WORDING: dict[Need, Callable[[HomeLine, date], tuple[str, str, str]]] = {
    Need.REGISTERS_MISSING: _registers,
    Need.CERTIFICATES_DUE: _certificates,
    Need.CERTIFICATES_EXPIRING: _expiring,
    Need.AT_RISK: _risks,
    Need.QUIET_PAIRS: _quiet,
    Need.PLACES_LEFT: _places,
}


def see(count: int) -> str:
    """Return “See the three”, “See who” for one."""
    if count == 1:
        return _tr("See who")
    if count < len(NUMBERS):
        return _tr("See the {number}").format(number=_tr(NUMBERS[count]))
    return _tr("See all {count}").format(count=count)


def checklist(page: HomePage) -> list[HomeItem]:
    """Return the first steps of a new academy; none once all are done."""
    if page.programmes and page.cohorts and page.people:
        return []
    steps = (
        (
            page.programmes,
            _tr("Add a programme"),
            _tr("What completing it takes"),
            _tr("Add…"),
            "cohorts/new-programme",
            "graduation-cap",
        ),
        (
            page.cohorts,
            _tr("Add a cohort"),
            _tr("A run of the programme, with its places"),
            _tr("Add…"),
            "cohorts/new",
            "users",
        ),
        (
            page.people,
            _tr("Bring in people"),
            _tr("Drop a spreadsheet, or type them"),
            _tr("Import…"),
            "people/import",
            "contact",
        ),
    )
    waiting = next((number for number, step in enumerate(steps) if not step[0]), -1)
    return [
        HomeItem(
            f"{number + 1}  {what}",
            _tr("Done") if done else where,
            "" if done else verb,
            address,
            "check" if done else picture,
            "good" if done else "info",
            primary=number == waiting,
        )
        for number, (done, what, where, verb, address, picture) in enumerate(steps)
    ]


def nothing_due(page: HomePage) -> str:
    """Return “Next: Session 5, Thursday 3 December, 9:30am.”, or that nothing is planned."""
    if not page.coming:
        return _tr("No session is planned.")
    session = page.coming[0]
    number = _tr("Session {number}").format(number=session.number)
    day = dates.long_day(session.held_on).rsplit(" ", 1)[0]
    when = f"{day}, {dates.clock(session.starts)}"
    return _tr("Next: {session} of {cohort}, {when}.").format(
        session=number, cohort=session.cohort, when=when
    )


def coming(page: HomePage) -> Sequence[tuple[str, str]]:
    """Return what is coming up: a short date and what happens, by day."""
    found: list[tuple[date, str]] = []
    for session in page.coming:
        number = _tr("Session {number}").format(number=session.number)
        found.append((session.held_on, f"{number} · {session.cohort}"))
    closes = _tr("Applications close")
    found += [(r.apply_by, f"{closes} · {r.cohort}") for r in page.closing if r.apply_by]
    pairs = ((p.next_on, f"{spoken(p.mentee)} – {spoken(p.mentor)}") for p in page.meetings)
    found += [(day, words) for day, words in pairs if day]
    lines = [
        (dates.tiny_day(day), words)
        for day, words in sorted(found)[: 2 if page.mentors_full else 3]
    ]
    if page.mentors_full:
        full = translate("home", "%n mentor(s) with no room left", "", page.mentors_full)
        lines.append(("", full))
    return lines
