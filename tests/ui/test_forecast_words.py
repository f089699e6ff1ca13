"""Forecasts in words, in each of the ways a person can stand."""

from datetime import date

import pytest

from academy.domain.forecast import forecast
from academy.ui.kit.labels import forecasts
from academy.usecases.outlook import outlook


class Session:
    """A session as far as a forecast names it."""

    def __init__(self, number: int) -> None:
        self.number, self.held_on = number, date(2026, 11, number)


def found(marks, held, target=75):
    letters = marks.replace(".", " ")
    days = [Session(number) for number in range(1, len(marks) + 1)]
    return outlook(forecast(letters, target, held=held), letters, days, date(2026, 11, held))


@pytest.mark.parametrize(
    ("marks", "held", "lines"),
    [
        ("PPPPPP..", 6, ["6 of 6 so far, 100% · 75% of all 8 sessions.",
                         "75% is safe, whatever comes."]),
        ("PPPA....", 4, ["3 of 4 so far, 75% · 37% of all 8 sessions.",
                         "Needs 3 of the 4 sessions to come to reach 75%.",
                         ("Session 6 (6 November) decides first: missing every one up to it puts "
                         "75% out of reach.")]),
        ("AA......", 2, ["0 of 2 so far, 0% · 0% of all 8 sessions.",
                         "Needs all 6 sessions to come to reach 75%.",
                         "Session 3 (3 November) decides: missing it puts 75% out of reach."]),
        ("PPPPPA..", 6, ["5 of 6 so far, 83% · 62% of all 8 sessions.",
                         "Needs 1 of the 2 sessions to come to reach 75%.",
                         "Session 7 (7 November) decides: attending it makes 75% safe."]),
        ("PA.E", 2, ["1 of 2 so far, 50% · 25% of all 4 sessions.",
                     ("Cannot reach 75% any more, 50% at best; coming to 1 session with apologies "
                     "after all would save it.")]),
        ("PPPA", 4, ["3 of 4, 75%.", "75% is reached."]),
        ("PPAA", 4, ["2 of 4, 50%.", "75% is not reached."]),
        ("P.P.", 4, ["2 of 2 so far, 100% · 50% of all 4 sessions.",
                     "Needs 1 of the 2 sessions not marked yet to reach 75%.",
                     "Session 2 (2 November) decides: attending it makes 75% safe."]),
        ("....", 1, ["Nothing marked yet of 4 sessions.",
                         "Needs 3 of the 4 sessions to come to reach 75%.",
                         ("Session 2 (2 November) decides first: missing every one up to it puts "
                         "75% out of reach.")]),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("qapp")
def test_a_forecast_is_told_in_whole_sentences(marks, held, lines):
    assert forecasts.told(found(marks, held)).splitlines() == lines


@pytest.mark.usefixtures("qapp")
def test_without_a_target_only_the_rates_are_told():
    assert forecasts.told(found("PPA.", 3, None)) == "2 of 3 so far, 66% · 50% of all 4 sessions."
