"""Run by Alembic: the connection is given and its transaction already begun."""

from __future__ import annotations

from importlib import import_module

from alembic import context

from academy.domain.base import Entity

for complete in ("academy.domain.model", "academy.store.tables"):
    import_module(complete)
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Entity.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
