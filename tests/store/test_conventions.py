"""What the journal needs of the entities, and of the use cases that change them."""

import re
from pathlib import Path

import pytest
from sqlalchemy import JSON, Float, Numeric

import academy.domain.model
from academy.domain.base import Entity

USECASES = Path(academy.domain.model.__file__).parents[1] / "usecases"
OURS = [
    mapper
    for mapper in Entity.registry.mappers
    if mapper.class_.metadata is Entity.metadata and mapper.class_.__module__.startswith("academy.")
]
MAPPERS = sorted(OURS, key=lambda mapper: mapper.class_.__name__)  # alike in every process


@pytest.mark.parametrize("mapper", MAPPERS, ids=lambda mapper: mapper.class_.__name__)
def test_the_journal_can_follow(mapper):
    table = mapper.local_table
    assert len(mapper.tables) == 1
    assert [column.name for column in table.primary_key] == ["id"]
    assert table.dialect_options["sqlite"]["autoincrement"], "an id might be given twice"
    for column in table.c:
        assert mapper.get_property_by_column(column).key == column.name
        assert column.server_default is None, "the database would set what the journal misses"
        assert column.onupdate is None or column.info.get("journal") is False
        assert not isinstance(column.type, Numeric) or isinstance(column.type, Float), (
            f"{column} is rounded by the database; keep money in whole pence"
        )
        assert not column.foreign_keys or column.index or column.unique, (
            f"undo of an import is quadratic without an index on {column}"
        )
        assert not isinstance(column.type, JSON) or column.type.none_as_null or not column.nullable
        for key in column.foreign_keys:
            assert key.ondelete is None, "rows would go behind the journal's back"
            assert key.onupdate is None
    for relation in mapper.relationships:
        assert relation.secondary is None
        assert not relation.passive_deletes
        assert not relation.post_update


def test_there_are_entities_to_look_at():
    assert len(MAPPERS) > 10


@pytest.mark.parametrize("source", sorted(USECASES.rglob("*.py")), ids=lambda path: path.stem)
def test_use_cases_change_rows_through_entities_only(source):
    forbidden = re.findall(r"\.connection\(|\.bulk_\w+|\.commit\(|\.rollback\(", source.read_text())
    assert not forbidden
