"""When a register closes."""

from datetime import date, timedelta

import pytest

from academy.domain.locking import is_locked

DAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("lock_days", "later", "reopened", "closed"),
    [
        (0, 4000, None, False),
        (14, 14, None, False),
        (14, 15, None, True),
        (14, 15, 15, False),
        (14, 29, 15, False),
        (14, 30, 15, True),
        (14, -7, None, False),
        (1, 2, None, True),
    ],
)
def test_a_register_closes_after_its_days_counted_anew_from_a_reopening(
    lock_days, later, reopened, closed
):
    opened = None if reopened is None else DAY + timedelta(reopened)
    assert is_locked(DAY, opened, lock_days, DAY + timedelta(later)) is closed
