"""Whatever bytes come: a report is read or refused in a sentence, and nothing else happens."""

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from academy.domain.words import FileProblem
from academy.exchange.meetings import read_meeting
from academy.exchange.meetings.by_hand import report_columns


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_no_bytes_at_all_bring_more_than_a_refusal(data):
    for prefix in (b"", b"Full Name\tUser Action\tTimestamp\n", b"Name,Join Time,Email\n"):
        with contextlib.suppress(FileProblem):
            read_meeting(prefix + data, "report.csv", None)
        with contextlib.suppress(FileProblem):
            report_columns(prefix + data)
