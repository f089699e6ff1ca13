"""Draft a revision from what the entities say: `python -m tests.store.write_revision 0002 "…"`.

Run from the checkout's root with PYTHONPATH=src. The draft brings an academy of the revision
before to the entities of today; look it over, and give it its line in
`academy.store.schema.REVISIONS`. A revision that was never released may be drafted again; then
write its fixture again, too (`tests/data/make_academy.py`).
"""

import sys
from importlib import import_module

from alembic import command
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext

from academy.domain.base import Entity
from academy.store.engine import open_engine
from academy.store.migrate import MIGRATIONS, configured

HEAD = '''"""{title}."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before!r}
branch_labels = None
depends_on = None
recounted: frozenset[str] = frozenset()  # tables whose number of rows this changes on purpose


def upgrade() -> None:
    """{title}."""
    {body}
'''


def main(revision, title):
    for complete in ("academy.domain.model", "academy.store.tables"):
        import_module(complete)
    versions = MIGRATIONS / "versions"
    for draft in versions.glob(f"{revision}_*.py"):
        draft.unlink()
    before = max((path.stem[:4] for path in versions.glob("[0-9]*.py")), default=None)
    with open_engine(None).execution_options(writing=True).begin() as connection:
        if before:
            command.upgrade(configured(connection), before)
        context = MigrationContext.configure(connection, opts={"render_as_batch": bool(before)})
        steps = produce_migrations(context, Entity.metadata).upgrade_ops
        code = render_python_code(steps, render_as_batch=bool(before))
    lines = [line for line in code.strip().splitlines() if not line.strip().startswith("#")]
    body = "\n".join(lines).strip()
    text = HEAD.format(title=title.capitalize(), revision=revision, before=before, body=body)
    (versions / f"{revision}_{title.replace(' ', '_')}.py").write_text(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
