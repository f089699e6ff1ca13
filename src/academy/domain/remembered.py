"""What the academy remembers of imports, so that a question is asked once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from academy.domain.base import Entity


class ColumnChoice(Entity):
    """What the columns of a set of headers became the last time."""

    __tablename__ = "column_choices"
    headers: Mapped[str] = mapped_column(unique=True)  # folded and joined
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)  # header or column number -> field
