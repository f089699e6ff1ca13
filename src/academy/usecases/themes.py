"""The themes of mentoring: the academy's own list, and what people have chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from academy.domain import councils
from academy.domain.academy import Academy
from academy.domain.bench import GRADES, THEMES, WEEKDAYS, Told, said, words_listed
from academy.domain.mentoring import MenteeProfile
from academy.domain.names import folded
from academy.domain.organisations import Organisation
from academy.domain.people import Mentor
from academy.domain.words import RuleBroken
from academy.store.journal import Db
from academy.usecases.academy import the_academy
from academy.usecases.rights import ADMINISTRATORS, allowed

MOST = 40


@dataclass(frozen=True)
class Offered:
    """What forms of mentoring offer: themes, regions, days of the week, grades from junior up."""

    themes: tuple[str, ...] = THEMES
    regions: tuple[str, ...] = ()
    days: tuple[str, ...] = WEEKDAYS
    grades: tuple[str, ...] = GRADES


@allowed(*ADMINISTRATORS)
def offered(db: Db) -> Offered:
    """Return what can be chosen in this academy."""
    return Offered(tuple(themes_to_choose(db)), tuple(regions(db)))


@allowed(*ADMINISTRATORS)
def themes(db: Db) -> list[str]:
    """Return the academy's themes; where it has not said, those most academies have."""
    return list(db.scalars(select(Academy.themes)).one() or THEMES)


@allowed(*ADMINISTRATORS)
def themes_to_choose(db: Db) -> list[str]:
    """Return the academy's themes, then others that somebody here has chosen, by name."""
    own = themes(db)
    used = {theme for kept in db.scalars(select(Mentor.themes)) for theme in kept}
    used |= {theme for kept in db.scalars(select(MenteeProfile.themes)) for theme in kept}
    known = {folded(theme) for theme in own}
    return own + sorted((t for t in used if folded(t) not in known), key=folded)


@allowed(*ADMINISTRATORS)
def regions(db: Db) -> list[str]:
    """Return the regions that councils or organisations here lie in, by name."""
    found = {one.region for one in councils.councils().values() if one.current}
    found.update(db.scalars(select(Organisation.region)))
    return sorted(found - {""})


@allowed(*ADMINISTRATORS)
def save_themes(db: Db, wanted: Sequence[str]) -> None:
    """Settle the academy's themes; what people chose before stays with them."""
    tidy = words_listed(wanted)
    if len(tidy) > MOST:
        raise RuleBroken("mentoring_themes", most=MOST)
    the_academy(db).themes = list(tidy)


def as_here(texts: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return themes as the academy writes them, each once."""
    here = {folded(theme): theme for theme in known}
    return [here.get(folded(text), text) for text in words_listed(texts)]


def keep(
    record: Mentor | MenteeProfile,
    told: Told,
    texts: Iterable[str],
    plain: Iterable[str],
    known: Iterable[str],
) -> None:
    """Keep what somebody offers or wishes: texts tidied, other fields as they are."""
    for name in texts:
        setattr(record, name, said(getattr(told, name)))
    for name in plain:
        setattr(record, name, getattr(told, name))
    record.themes = as_here(told.themes, known)
    record.days = [day for day in WEEKDAYS if day in told.days]
