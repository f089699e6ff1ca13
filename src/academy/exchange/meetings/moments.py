"""Dates, times and durations as meeting reports write them, in any language and clock."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from academy.exchange.meetings.report import NO_DAY, DateOrder

_YEAR_FIRST = re.compile(r"(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})[日일.]?")
_NUMBERS = re.compile(r"(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)")
_DAY_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?(?: de)?[ -]([^\W\d_]{3,12})\.?,?(?: de)?[ -](\d{4})"
)
_NAMED_DAY = re.compile(r"([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:.]|\s?h\s?)(\d{2})(?:(?:[:.]|\s?min\s?)(\d{2})(?:[.,]\d{1,7})?)?(?!\d)"
)
_USUAL = re.compile(
    r"(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2}),? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP])M)?",
    re.ASCII | re.IGNORECASE,
)
_LETTERS = re.compile("[ -/:-~\u00c0-\u024f’]*")  # of names, and signs that are no digits
_DIGIT = re.compile(r"\d")
_ZONE = re.compile(r"(?:\bz\b|z$|utc|gmt)?\s?[+-]\d{2}:?\d{2}$|\b(?:utc|gmt)\b|z$")
_BEFORE_NOON = re.compile(
    r"(?<![^\W\d_])a\s?\.?\s?m\b|午前|上午|오전|\bπ\.?μ|\böö|\bsa\b|\bpg\b|\bfm\b|\bde\."
)
_AFTER_NOON = re.compile(
    r"(?<![^\W\d_])p\s?\.?\s?m\b|午後|下午|오후|\bμ\.?μ|\bös|\bch\b|\bptg\b|\bem\b|\bdu\."
)
_MONTHS = {
    name[:3]: number
    for number, names in enumerate(
        (
            "jan|ene|gen|ion|sty|янв",
            "feb|fév|fev|chw|lut|luty|фев",
            "mar|mär|mrt|maw|mrz|мар",
            "apr|avr|abr|ebr|kwi|апр",
            "may|mai|mag|mei|maj|мая",
            "jun|jui|giu|meh|cze|июн",
            "jul|lug|gor|lip|июл",
            "aug|aoû|ago|aws|sie|авг",
            "sep|set|med|wrz|сен",
            "oct|okt|ott|out|hyd|paź|окт",
            "nov|tac|lis|ноя",
            "dec|dez|déc|dic|rha|gru|дек",
        ),
        start=1,
    )
    for name in names.split("|")
} | {"juil": 7, "juin": 6}


class Written(NamedTuple):
    """A date, a time or both as they stand in a cell, before the order of the numbers is known."""

    numbers: tuple[int, int, int] | None
    order: DateOrder | None = None
    dots: bool = False
    clock: time | None = None
    utc: bool = False

    def day(self, order: DateOrder | None) -> date | None:
        """Give the date in this order, None where there is no such day."""
        if self.numbers is None:
            return None
        first, second, third = self.numbers
        match self.order or order:
            case "YMD":
                year, month, day = first, second, third
            case "MDY":
                month, day, year = first, second, third
            case _:
                day, month, year = first, second, third
        return _date(year, month, day)

    def moment(self, order: DateOrder | None, otherwise: date | None) -> datetime | None:
        """Give the moment; a time alone falls on `otherwise`, a date alone on midnight."""
        day = self.day(order) if self.numbers else otherwise or NO_DAY
        if day is None or (self.numbers is None and self.clock is None):
            return None
        return datetime.combine(day, self.clock or time())


@lru_cache(maxsize=1024)  # one meeting has few days
def _date(year: int, month: int, day: int) -> date | None:
    year += 2000 if year < 100 else 0
    year -= 543 if 2500 <= year <= 2699 else 0  # the Buddhist years of Thai reports
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=65536)  # each cell is asked several times what it is
def written(cell: str) -> Written | None:
    """Read a cell that holds a date, a time or both and nothing else; None for any other."""
    if len(cell) > 80 or "@" in cell or not _has_digit(cell):
        return None
    return _usual(cell) or _any_way(cell)


def _has_digit(cell: str) -> bool:
    return not _LETTERS.fullmatch(cell) and any(letter.isdigit() for letter in cell)


def _usual(cell: str) -> Written | None:
    """Read “11/26/2026, 9:20:00 AM” and its like, which most cells are; None for all others.

    What is found is what `_any_way` finds; it is only found sooner.
    """
    found = _USUAL.fullmatch(cell)
    if found is None:
        return None
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    hour, half = int(found[5]), found[8]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in "Pp" else 0)
    real = _date(third, second, first) or _date(third, first, second)
    if not real or hour > 23 or int(found[6]) > 59 or int(found[7] or 0) > 59:
        return None
    clock = time(hour, int(found[6]), int(found[7] or 0))
    return Written((first, second, third), None, found[2] == ".", clock)


def _any_way(cell: str) -> Written | None:
    plain = _plain(cell)
    found = _dated(plain)
    rest = plain if found is None else plain[: found[1][0]] + " " + plain[found[1][1] :]
    clock = _CLOCK.search(rest)
    if found is None and clock is None:
        return None
    at = _time(clock, rest) if clock else None
    if clock is not None:
        if at is None:
            return None
        rest = rest[: clock.start()] + rest[clock.end() :]
    zone = _ZONE.search(rest.strip())
    remains = _ZONE.sub("", rest.strip())
    if any(letter.isdigit() or letter in "@_" for letter in remains) or len(remains) > 24:
        return None
    numbers, order, dots = found[0] if found else (None, None, False)
    return Written(numbers, order, dots, at, utc=zone is not None and _is_utc(zone[0]))


def _plain(cell: str) -> str:
    text = unicodedata.normalize("NFKC", cell)
    text = "".join(" " if letter == "\t" else letter for letter in text if letter.isprintable())
    return re.sub(r"(?<=\d)t(?=\d)", " ", " ".join(text.casefold().split()))


_Dated = tuple[tuple[tuple[int, int, int], DateOrder | None, bool], tuple[int, int]]


def _dated(plain: str) -> _Dated | None:
    if year_first := _YEAR_FIRST.search(plain):
        year, month, day = (int(part) for part in year_first.groups())
        if _date(year, month, day):
            return ((year, month, day), "YMD", False), year_first.span()
    if numbers := _NUMBERS.search(plain):
        first, second, third = int(numbers[1]), int(numbers[3]), int(numbers[4])
        if _date(third, second, first) or _date(third, first, second):
            return ((first, second, third), None, numbers[2] == "."), numbers.span()
    return _named(plain)


def _named(plain: str) -> _Dated | None:
    """Read a date with the month in words; its numbers are put into the order it is in."""
    if found := _DAY_NAMED.search(plain):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
        if month and _date(year, month, day):
            return ((day, month, year), "DMY", False), found.span()
    if found := _NAMED_DAY.search(plain):
        day, month, year = int(found[2]), _month(found[1]), int(found[3])
        if month and _date(year, month, day):
            return ((month, day, year), "MDY", False), found.span()
    return None


def _month(word: str) -> int | None:
    return _MONTHS.get(word[:4]) or _MONTHS.get(word[:3])


def _time(clock: re.Match[str], around: str) -> time | None:
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if hour <= 12:
        if _AFTER_NOON.search(around):
            hour = hour % 12 + 12
        elif _BEFORE_NOON.search(around):
            hour %= 12
    if hour > 23 or minute > 59 or second > 59:
        return None
    return time(hour, minute, second)


def _is_utc(zone: str) -> bool:
    return not re.search(r"[1-9]", zone)


_HOURS = """
    h hr hrs hour hours std stunde stunden heure heures hora horas ora ore godz godzina godziny
    godzin g u uur uren t tim timme timmar time timer tunti tuntia ó óra ч час часа часов sa saat
    awr oriau hod hodina hodiny hodin ώ ώρα ώρες 時間 小时 小時 시간 giờ jam j"""
_MINUTES = """
    m min mins minute minutes minuten minuto minutos minuti minut minuta minuty minuter minuutti
    minuuttia perc p мин минут минуты минута dk dakika munud λ λεπτά 分 分钟 分鐘 분 phút menit"""
_SECONDS = """
    s sec secs second seconds sek sekunde sekunden seconde secondes seg segundo segundos secondo
    secondi sekund sekunda sekundy sekunder sekunti sekuntia mp másodperc сек с секунд секунды
    секунда sn saniye eiliad δ δευτ 秒 초 giây detik"""
_UNITS = {
    unit: seconds
    for seconds, units in ((3600, _HOURS), (60, _MINUTES), (1, _SECONDS))
    for unit in units.split()
}
_PART = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s?([^\W\d_]+)")
_COLONS = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?")


def duration(cell: str, bare_unit: int = 60) -> int | None:
    """Read a duration in any of the spellings of reports, in seconds; None when it is none.

    A bare number counts `bare_unit` seconds each: reports that write one mean minutes.
    """
    if len(cell) > 60 or not _DIGIT.search(unicodedata.normalize("NFKC", cell)):
        return None
    return _duration(cell, bare_unit)


@lru_cache(maxsize=4096)  # minutes repeat
def _duration(cell: str, bare_unit: int) -> int | None:
    plain = _plain(cell).removeprefix("pt")
    if colons := _COLONS.fullmatch(plain):
        hours, minutes, seconds = (int(part or 0) for part in colons.groups())
        return hours * 3600 + minutes * 60 + seconds
    if re.fullmatch(r"\d{1,7}(?:[.,]\d{1,3})?", plain):
        return round(float(plain.replace(",", ".")) * bare_unit)
    parts = [(float(number.replace(",", ".")), unit) for number, unit in _PART.findall(plain)]
    known = [number * _UNITS[unit] for number, unit in parts if unit in _UNITS]
    left = _PART.sub("", plain).strip(" .,<")
    if not known or len(known) != len(parts) or len(left) > 3:
        return None
    return round(sum(known))


def after(join: datetime | None, leave: datetime | None) -> datetime | None:
    """Move a leave without a date of its own to the join's day, or past midnight."""
    if join is None or leave is None:
        return leave
    moved = datetime.combine(join.date(), leave.time())
    return moved if moved >= join else moved + timedelta(days=1)
