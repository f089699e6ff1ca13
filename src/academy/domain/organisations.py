"""Member organisations: councils and others, and the names people type for them."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity


class Organisation(Entity):
    """A council or another body that people come from."""

    __tablename__ = "organisations"
    name: Mapped[str]
    code: Mapped[str | None] = mapped_column(unique=True)  # of the register of UK local authorities
    kind: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    aliases: Mapped[list[OrganisationAlias]] = relationship(
        back_populates="organisation", cascade="all, delete-orphan"
    )


class OrganisationAlias(Entity):
    """What somebody once typed for an organisation, folded for comparing."""

    __tablename__ = "organisation_aliases"
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    typed: Mapped[str] = mapped_column(unique=True)
    organisation: Mapped[Organisation] = relationship(back_populates="aliases")
