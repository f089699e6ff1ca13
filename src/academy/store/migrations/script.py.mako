"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None
recounted: frozenset[str] = frozenset()  # tables whose number of rows this changes on purpose


def upgrade() -> None:
    """${message}."""
    ${upgrades if upgrades else "pass"}
