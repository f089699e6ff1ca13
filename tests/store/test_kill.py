"""A program killed with -9 loses nothing it said was saved. The long run: `kill_run.py`."""

import pytest

from .kill_run import kill_run


@pytest.mark.parametrize("people", [1, 30])
def test_what_was_acknowledged_is_there_after_kill_9(people):
    result = kill_run(3, people)
    assert result.good, result
    assert result.slowest < 3


def test_without_sqlites_journal_the_same_test_fails():
    """Control: the test can see half a command."""
    result = kill_run(4, 4000, control=True)
    assert result.half or result.unreadable, result
