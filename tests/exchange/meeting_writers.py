"""Meetings as each program writes them: rows of cells, for the tests that read them back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

START = datetime(2026, 9, 22, 14)
Stays = list[tuple[datetime, datetime]]
Clock = Callable[[datetime], str]
Rows = Iterator[list[str]]
Form = Callable[[list[Stays], Clock], Rows]


def called(number: int) -> str:
    return f"Person {chr(65 + number)}"


def mail(number: int) -> str:
    return f"p{number}@example.org"


def each(found: list[Stays]) -> Iterator[tuple[int, datetime, datetime]]:
    """Every stay, with the number of whose it is."""
    for number, theirs in enumerate(found):
        for join, leave in theirs:
            yield number, join, leave


def ends(theirs: Stays) -> tuple[datetime, datetime]:
    return min(join for join, _ in theirs), max(leave for _, leave in theirs)


# ---- Teams ---------------------------------------------------------------------------------------


def teams_2020(found: list[Stays], at: Clock) -> Rows:
    yield ["Full Name", "User Action", "Timestamp"]
    for number, join, leave in sorted(each(found)):
        yield [called(number), "Joined", at(join)]
        yield [called(number), "Left", at(leave)]


def teams_2021(found: list[Stays], at: Clock) -> Rows:
    yield ["Meeting Summary"]
    yield ["Total Number of Participants", str(len(found))]
    yield ["Meeting Title", "Top Talent"]
    yield ["Meeting Start Time", at(START)]
    yield []
    yield ["Nom complet", "Heure d'arrivée", "Heure de départ", "Durée", "E-mail", "Rôle"]
    for number, join, leave in each(found):
        yield [f"Family, {called(number)} (Invité)", at(join), at(leave), "1 h", mail(number), ""]


def teams_2022(found: list[Stays], at: Clock) -> Rows:
    yield ["1. Podsumowanie"]
    yield ["Tytuł spotkania", "Top Talent"]
    yield []
    yield ["2. Uczestnicy"]
    yield ["Imię i nazwisko", "Pierwsze dołączenie", "Ostatnie opuszczenie", "Adres e-mail"]
    for number, theirs in enumerate(found):
        yield [called(number), *map(at, ends(theirs)), mail(number)]
    yield []
    yield ["3. Działania"]
    yield ["Imię i nazwisko", "Godzina dołączenia", "Godzina opuszczenia", "Adres e-mail"]
    for number, join, leave in each(found):
        yield [called(number), at(join), at(leave), mail(number)]


def teams_2026(found: list[Stays], at: Clock) -> Rows:
    yield ["1. Summary"]
    yield ["Meeting title", "Top Talent"]
    yield ["Start time", at(START)]
    yield []
    yield ["2. Participants"]
    yield [
        "Name", "First Join", "Last Leave", "In-Meeting Duration", "Email",
        "Participant ID (UPN)", "Role", "Engagement: Raised hands",
    ]  # fmt: skip
    for number, theirs in enumerate(found):
        yield [called(number), *map(at, ends(theirs)), "9m", mail(number), "", "Attendee", "2"]
    yield []
    yield ["3. In-Meeting Activities"]
    yield ["Name", "Join Time", "Leave Time", "Duration", "Email", "Role"]
    for number, join, leave in each(found):
        yield [called(number), at(join), at(leave), "9m", mail(number), "Attendee"]
    yield []
    yield ["4. Engagement"]
    yield ["Name", "Email", "Engagement Type", "Time"]
    yield [called(0), mail(0), "Raised hand", at(START)]


def live_event(found: list[Stays], at: Clock) -> Rows:
    yield [
        "SessionId", "ParticipantId", "FullName", "UserAgent", "UTCEventTimestamp", "Action",
        "Role",
    ]  # fmt: skip
    for number, join, leave in sorted(each(found)):
        who = ["s1", mail(number), called(number), "Browser"]
        yield [*who, at(join), "Joined", "Attendee"]
        yield [*who, at(leave), "Left", "Attendee"]


def teams_webinar(found: list[Stays], at: Clock) -> Rows:
    yield [
        "First Name", "Last Name", "Email", "Registration Time", "Registration Status",
        "Attended", "Join Time", "Leave Time",
    ]  # fmt: skip
    registered = at(START - timedelta(days=9))
    for number, join, leave in each(found):
        who = [*called(number).split(), mail(number), registered, "Registered"]
        yield [*who, "Yes", at(join), at(leave)]
    yield ["Zoe", "Away", "away@example.org", registered, "Registered", "No", "", ""]


# ---- Zoom ----------------------------------------------------------------------------------------

ZOOM = ["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)"]


def zoom(found: list[Stays], at: Clock) -> Rows:
    yield ZOOM
    for number, join, leave in each(found):
        yield [f"iPhone ({called(number)})", "", at(join), at(leave), "7"]


def zoom_with_block(found: list[Stays], at: Clock) -> Rows:
    yield ["Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)"]
    yield ["812 3456", "Top Talent", at(START), at(START), "host@example.org", "83"]
    yield []
    yield [*ZOOM, "Guest", "Recording Consent", "In Waiting Room"]
    for number, join, leave in each(found):
        yield [called(number), mail(number), at(join), at(leave), "7", "Yes", "", "No"]


def zoom_on_every_row(found: list[Stays], at: Clock) -> Rows:
    yield ["Topic", "Meeting ID", "User Name", "User Email", "Start Time", "End Time", *ZOOM]
    for number, join, leave in each(found):
        meeting = ["Top Talent", "812", "Host", "host@example.org", at(START), at(START)]
        yield [*meeting, called(number), mail(number), at(join), at(leave), "7"]


def zoom_webinar(found: list[Stays], at: Clock) -> Rows:
    yield ["Attendee Report"]
    yield ["Topic", "Webinar ID", "Actual Start Time", "Actual Duration (minutes)"]
    yield ["Top Talent", "812 3456", at(START), "60"]
    yield []
    yield ["Attendee Details"]
    yield [
        "Attended", "User Name (Original Name)", "Email", "Registration Time", "Join Time",
        "Leave Time", "Time in Session (minutes)", "Is Guest",
    ]  # fmt: skip
    for number, join, leave in each(found):
        yield ["Yes", called(number), mail(number), at(START), at(join), at(leave), "7", "Yes"]
    yield ["No", "Zoe Away", "away@example.org", at(START), "--", "--", "--", "--"]


# ---- Google Meet and trackers --------------------------------------------------------------------


def meet_dated(found: list[Stays], at: Clock) -> Rows:
    yield ["First name", "Last name", "Email", "Duration", "Time joined", "Time exited"]
    for number, join, leave in each(found):
        yield [*called(number).split(), mail(number), "7 min", at(join), at(leave)]


def meet_tracker(found: list[Stays], at: Clock) -> Rows:
    yield ["Participant Name", "Joined At", "Left At", "Duration", "Rejoins", "Status"]
    for number, join, leave in each(found):
        yield [called(number), at(join), at(leave), "7m 0s", "0", "Left"]


def meet_events(found: list[Stays], at: Clock) -> Rows:
    yield ["Name", "Email", "Time", "Type"]
    for number, join, leave in sorted(each(found)):
        yield [called(number), "", at(join), "Join"]
        yield [called(number), "", at(leave), "Leave"]


# ---- Webex ---------------------------------------------------------------------------------------

WEBEX = [
    "Meeting Name", "Meeting Start Time", "Meeting End Time", "Display Name", "First Name",
    "Last Name", "Role", "Attendee Email", "Join Time", "Leave Time", "Attendance Duration",
    "Connection Type", "Session Name",
]  # fmt: skip
WEBEX_PT = [
    "Nome da reunião", "Data de início da reunião", "Data de término da reunião",
    "Nome de exibição", "Nome", "Sobrenome", "Função", "E-mail do convidado", "Hora da entrada",
    "Hora da saída", "Duração da presença", "Tipo de conexão", "Nome da sessão",
]  # fmt: skip


def webex(found: list[Stays], at: Clock) -> Rows:
    yield WEBEX
    yield from _webex(found, lambda moment: f'="{moment:%Y-%m-%d %H:%M:%S}"')


def webex_portuguese(found: list[Stays], at: Clock) -> Rows:
    yield WEBEX_PT
    yield from _webex(found, at)


def _webex(found: list[Stays], at: Clock) -> Rows:
    for number, join, leave in each(found):
        who = [called(number), *called(number).split(), "Attendee", mail(number)]
        yield [
            "Top Talent", at(START), at(START + timedelta(hours=3)), *who, at(join), at(leave),
            "7 mins", "Desktop app", "Top Talent",
        ]  # fmt: skip


def by_hand(found: list[Stays], at: Clock) -> Rows:
    yield ["Aaa", "Bbb", "Ccc", "Ddd"]
    for number, join, leave in each(found):
        yield ["x", at(leave), at(join), called(number)]


# ---- times of the clock alone ------------------------------------------------------------------


def meet_without_date(found: list[Stays], at: Clock) -> Rows:
    yield ["Name", "Email", "Duration", "Time joined", "Time exited"]
    for number, join, leave in each(found):
        yield [called(number), mail(number), "7 min", at(join), at(leave)]


def tracker_first_seen(found: list[Stays], at: Clock) -> Rows:
    yield ["Meeting code", "abc-defg-hij"]
    yield []
    yield ["Name", "First Seen at", "Last Seen at", "Time in Call"]
    for number, join, leave in each(found):
        yield [called(number), at(join), at(leave), "7 min"]


def webex_day_apart(found: list[Stays], at: Clock) -> Rows:
    yield ["Participant", "Name", "Email", "Date", "Invited", "Start time", "End time", "Duration"]
    for number, join, leave in each(found):
        who = [str(number), called(number), mail(number), f"{join:%d/%m/%Y}", "Yes"]
        yield [*who, at(join), at(leave), "7 mins"]
