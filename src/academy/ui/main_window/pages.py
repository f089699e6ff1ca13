"""Which page an address belongs to, and which class shows it.

Pages are named here and imported when they are first shown. A page whose module is not there
does not appear in the sidebar, the menus or the palette.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from academy.ui.kit import late

SCREENS: Final = "academy.ui.screens"


@dataclass(frozen=True)
class Page:
    """A class that shows addresses, and what it is told of them: the parts behind the name."""

    name: str
    shown_by: str


PAGES: Final = {
    page.name: page
    for page in (
        Page("home", f"{SCREENS}.home:HomeScreen"),
        Page("cohorts", f"{SCREENS}.cohorts:CohortsScreen"),
        Page("cohort", f"{SCREENS}.cohort:CohortScreen"),
        Page("people", f"{SCREENS}.people:PeopleScreen"),
        Page("person", f"{SCREENS}.person:PersonScreen"),
        Page("organisations", f"{SCREENS}.organisations:OrganisationsScreen"),
        Page("calendar", f"{SCREENS}.calendar:CalendarScreen"),
        Page("mentoring", f"{SCREENS}.mentoring_overview:MentoringScreen"),
        Page("pair", f"{SCREENS}.pair:PairScreen"),
        Page("mentor-group", f"{SCREENS}.pair_group:MentorGroupScreen"),
        Page("sets", f"{SCREENS}.sets:SetsScreen"),
        Page("bench", f"{SCREENS}.bench:BenchScreen"),
        Page("import-mentors", f"{SCREENS}.import_mentoring:ImportMentorsScreen"),
        Page("import-mentees", f"{SCREENS}.import_mentoring:ImportMenteesScreen"),
        Page("certificates", f"{SCREENS}.certificates:CertificatesScreen"),
        Page("templates", f"{SCREENS}.templates:TemplatesScreen"),
        Page("template", f"{SCREENS}.template:TemplateScreen"),
        Page("issue", f"{SCREENS}.issue:IssueScreen"),
        Page("import-people", f"{SCREENS}.import_people:ImportPeopleScreen"),
        Page("import-meeting", f"{SCREENS}.import_meeting:ImportMeetingScreen"),
        Page("import-marks", f"{SCREENS}.import_marks:ImportMarksScreen"),
        Page("import-sessions", f"{SCREENS}.import_sessions:ImportSessionsScreen"),
        Page("import-pack", f"{SCREENS}.import_pack:ImportPackScreen"),
        Page("history", f"{SCREENS}.history:HistoryScreen"),
        Page("settings", f"{SCREENS}.settings:SettingsScreen"),
        Page("help", f"{SCREENS}.help:HelpScreen"),
    )
}

SPECIAL: Final = {
    ("cohort", "issue"): "issue",
    ("cohort", "import"): "import-people",
    ("cohort", "import-marks"): "import-marks",
    ("cohort", "import-sessions"): "import-sessions",
    ("cohort", "sets"): "sets",
    ("people", "import"): "import-people",
    ("mentoring", "mentors"): "bench",
    ("mentoring", "import"): "import-mentors",
    ("cohort", "import-mentees"): "import-mentees",
    ("session", "import"): "import-meeting",
}
"""Addresses whose last part is a page of its own: `cohort/5/issue`, `session/12/import`."""

ALIASES: Final = {"mentor": "bench", "organisation": "organisations"}
"""Names of addresses that another page shows: one organisation stands in their list."""

UNDER: Final = {
    "cohort": "cohorts",
    "issue": "certificates",
    "templates": "certificates",
    "template": "certificates",
    "pair": "mentoring",
    "mentor-group": "mentoring",
    "sets": "cohorts",
    "person": "people",
    "import-people": "people",
    "import-meeting": "cohorts",
    "bench": "mentoring",
    "import-mentors": "mentoring",
    "import-mentees": "cohorts",
    "import-pack": "cohorts",
    "import-marks": "cohorts",
    "import-sessions": "cohorts",
    "session": "cohorts",
}
"""Which item of the sidebar is shown as chosen for pages that have none."""


IN_COHORT: Final = (
    "issue",
    "import-people",
    "import-marks",
    "import-sessions",
    "import-mentees",
    "sets",
)
"""Pages that are of a cohort where their address names one."""


def parted(address: str) -> tuple[str, tuple[str, ...]]:
    """Return the page an address names and the parts its screen is told.

    `cohort/5/issue` gives ("issue", ("5",)), `cohort/7/register` ("cohort", ("7", "register")).
    What stands behind a question mark is told last: `session/12/import?file=/tmp/a.csv` gives
    ("import-meeting", ("12", "?file=/tmp/a.csv")).
    """
    path, mark, more = address.partition("?")
    name, *rest = path.split("/")
    told = (f"?{more}",) if mark else ()
    special = SPECIAL.get((name, rest[-1])) if rest else None
    if special is not None:
        return special, (*rest[:-1], *told)
    return ALIASES.get(name, name), (*rest, *told)


def parent(address: str) -> str:
    """Return the address one level up: of a tab's page its object, of an object its list."""
    name, parts = parted(address)
    if name in IN_COHORT and parts:
        return f"cohort/{parts[0]}"
    if name in ("bench", "import-mentors"):
        return "mentoring"
    if name == "template":
        return "templates"
    if name == "templates":
        return "certificates"
    if name == "home" or not parts:
        return "home"
    return UNDER.get(name, name)


def under(address: str) -> str:
    """Return the sidebar's item for an address."""
    name, parts = parted(address)
    if name == "import-people" and parts:
        return "cohorts"
    return UNDER.get(name, name)


def is_page(name: str) -> bool:
    """Whether the program has the page of this name."""
    return name in PAGES and late.is_there(PAGES[name].shown_by)
