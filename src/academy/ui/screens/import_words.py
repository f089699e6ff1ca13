"""The words of the people import: fields, reasons, fates, questions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from academy.exchange.tables import Table
from academy.ui.kit import labels
from academy.usecases.people_plan import LEAVE_OUT, PlanRow

FIELDS = (
    "full_name", "given_name", "family_name", "known_as", "name_on_certificate", "email", "phone",
    "organisation", "job_title", "external_id", "role", "team", "cohort",
)  # fmt: skip
IGNORED = ("role", "team", "cohort")  # recognised, so that they are not asked about; not taken over


def _say(source: str, n: int = -1) -> str:
    return QCoreApplication.translate("ImportPeople", source, None, n)


def field_name(field: str) -> str:
    """Return what a field is called."""
    words = {
        "full_name": _say("Full name"),
        "given_name": _say("Given name"),
        "family_name": _say("Family name"),
        "known_as": _say("Known as"),
        "name_on_certificate": _say("Name on certificate"),
        "email": _say("E-mail"),
        "phone": _say("Phone"),
        "organisation": _say("Organisation"),
        "job_title": _say("Job title"),
        "external_id": _say("Their number"),
        **_mentoring(),
        LEAVE_OUT: _say("Leave out"),
    }
    return words.get(field, words[LEAVE_OUT])


def _mentoring() -> dict[str, str]:
    return {
        "role": _say("Mentor or mentee"),
        "both": _say("Both mentor and mentee"),
        "theme": _say("A theme: its header"),
        "themes": _say("Themes"),
        "region": _say("Region"),
        "formats": _say("Online or in person"),
        "online": _say("Online"),
        "in_person": _say("In person"),
        "days": _say("Days"),
        "grade": _say("Seniority"),
        "capacity": _say("How many mentees"),
        "offers": _say("Offers"),
        "tells": _say("Tells of themselves"),
        "wants": _say("Wants to learn"),
        "wishes": _say("Wishes about the mentor"),
    }


def why(reason: str) -> str:
    """Return why a column becomes what it becomes, in a word or two."""
    words = {
        "guessed": _say("guessed"),
        "content": _say("guessed"),
        "remembered": _say("remembered"),
        "chosen": _say("chosen"),
        "equality": _say("equality: never taken"),
        "health": _say("health: never taken"),
        "account": _say("account state"),
        "somebody_else": _say("somebody else’s"),
        "form": _say("the form’s own"),
        "doubled": _say("second of its kind"),
        "empty": _say("empty"),
    }
    return words.get(reason, "")


def fate(row: PlanRow) -> tuple[str, str, str]:
    """Return the sign, its colour and the words for what will happen to a row."""
    if row.problem is not None:
        return "x", "bad", labels.rule(row.problem).rstrip(".")
    if row.asks:
        name = row.candidates[0].name
        return "circle-question-mark", "link", _say("Same as {name}?").format(name=name)
    if row.fate == "left_out":
        return "minus", "muted", _say("Left out")
    if row.fate == "skipped":
        return "minus", "muted", _say("Again, as in row {row}").format(row=row.same_as)
    if row.fate == "identical":
        return "check", "muted", _say("Already here")
    return _written(row)


def _written(row: PlanRow) -> tuple[str, str, str]:
    becomes = _becomes(row)
    if row.fate == "added":
        return "plus", "good", becomes or _say("New person")
    if becomes:
        return "pencil", "info", becomes
    changed = ", ".join(field_name(name).casefold() for name, _, _ in row.changes)
    if not changed:
        return "pencil", "info", _say("Already here: gets a place")
    return "pencil", "info", _say("Already here: {fields} updated").format(fields=changed)


def _becomes(row: PlanRow) -> str:
    """Return what somebody becomes in mentoring by their row, if anything."""
    names = {name for name, _, _ in row.changes}
    new = row.fate == "added"
    if "mentor" in names:
        return _say("New person, a mentor") if new else _say("Already here: becomes a mentor")
    if "mentee" not in names:
        return ""
    if new:
        return _say("New person with a place and wishes")
    return _say("Already here: gets a place, wishes") if row.enrols else _say("Here: wishes taken")


def left_out(rows: list[int]) -> str:
    """Return which rows will be left out, as rich text."""
    if not rows:
        return _say("Nothing is written before you import.")
    bold = [f"<b style='font-weight:600'>{row}</b>" for row in rows[:6]]
    listed = ", ".join(bold)
    if 1 < len(rows) <= 6:
        listed = _say("{rows} and {last}").format(rows=", ".join(bold[:-1]), last=bold[-1])
    if len(rows) > 6:
        listed = _say("{rows} and %n more", len(rows) - 6).format(rows=listed)
    one, many = _say("Row {rows} will be left out."), _say("Rows {rows} will be left out.")
    words = (one if len(rows) == 1 else many).format(rows=listed)
    return f"{words} {_say('Nothing is written before you import.')}"


def about(table: Table) -> str:
    """Return which list it is: “enrolments.xlsx · sheet “Final” · 24 rows with data”."""
    parts = [table.name or _say("pasted list")]
    if len(table.sheets) > 1:
        parts.append(_say("sheet “{name}”").format(name=table.sheet))
    return " · ".join([*parts, _say("%n row(s) with data", len(table.rows))])


def counted(key: str, n: int) -> str:
    """Return the words of a button that shows the rows of one fate."""
    words = {
        "all": _say("All {n}"),
        "added": _say("{n} new"),
        "updated": _say("{n} already here"),
        "identical": _say("{n} the same"),
        "skipped": _say("{n} twice in the list"),
        "asks": _say("{n} same person?"),
        "problem": _say("%n problem(s)", n),
        "left_out": _say("{n} left out"),
    }
    return words[key].format(n=n)
