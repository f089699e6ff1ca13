"""Bank holidays of the four nations of the United Kingdom, from the library `holidays`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from academy.domain.words import Nation

_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


def bank_holidays(nation: Nation, years: Iterable[int]) -> Mapping[date, str]:
    """Return the bank holidays of some years with their names, substitute days included."""
    found: dict[date, str] = {}
    for year in years:
        found.update(_of_year(nation, year))
    return found


@lru_cache(maxsize=64)
def _of_year(nation: Nation, year: int) -> Mapping[date, str]:
    import holidays  # a tenth of a second, only for those who plan sessions

    known = holidays.country_holidays(
        "GB", subdiv=_SUBDIVISIONS[nation], years=year, language="en_GB"
    )
    return {day: name for day, name in known.items() if day.year == year}
