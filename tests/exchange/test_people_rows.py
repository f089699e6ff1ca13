"""A list of people is read column by column, and says what its rows say one by one."""

import datetime as dt
import random

from academy.exchange.people_rows import person, read_person_rows
from academy.exchange.tables import Table


def test_a_list_read_by_columns_is_what_its_rows_are_one_by_one():
    texts = (
        "",
        " ",
        "Siân\u00a0 Pugh",
        "Pugh, Siân",
        "N/A",
        "a@b.example",
        "mailto:c@d.example",
        "x" * 101,
    )
    chance = random.Random(7)
    fields = "full_name", "given_name", "family_name", "email", "team"
    for _ in range(40):
        used = chance.sample(fields, chance.randint(1, 5))
        if not {"full_name", "given_name", "family_name"} & set(used):
            continue
        rows = [tuple(chance.choice([*texts, "a\u202eb"]) for _ in used) for _ in range(12)]
        table = Table("", "", (), tuple(used), tuple(rows), tuple(range(2, 14)))
        plain = [
            person(number, dict(zip(used, row, strict=True)))
            for number, row in zip(table.row_numbers, rows, strict=True)
        ]
        read = read_person_rows(table, dict(enumerate(used)))
        expected = [one for one in plain if one.values]
        assert [(r.row_number, r.values, str(r.problem)) for r in read] == [
            (r.row_number, r.values, str(r.problem)) for r in expected
        ]


def test_texts_of_a_column_are_counted_once_and_blank_ones_left_out():
    day = dt.date(2026, 11, 26)
    rows = (("Kent", day), (" ", "x"), ("Kent", "x"), ("", dt.time(9, 30)))
    table = Table("", "", (), ("Council", "When"), rows, (2, 3, 4, 5))
    assert table.column(0) == ("Kent", " ", "Kent", "")
    assert table.column(1) == ("2026-11-26", "x", "x", "09:30:00")
    assert table.filled(0) == {"Kent": 2}
    assert Table("", "", (), ("Council",), (), ()).column(0) == ()
