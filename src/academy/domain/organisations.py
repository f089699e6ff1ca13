"""Member organisations: councils and others, and the names people type for them."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from academy.domain.base import Entity, following
from academy.domain.names import search_key


class Organisation(Entity):
    """A council or another body that people come from."""

    __tablename__ = "organisations"
    name: Mapped[str]
    code: Mapped[str | None] = mapped_column(unique=True)  # of the register of UK local authorities
    kind: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    found_by: Mapped[str] = following(lambda row: search_key(row["name"]))
    aliases: Mapped[list[OrganisationAlias]] = relationship(
        back_populates="organisation", cascade="all, delete-orphan"
    )

    @validates("name")
    def _follow(self, _field: str, name: str) -> str:
        self.found_by = search_key(name)
        return name


class OrganisationAlias(Entity):
    """What somebody once typed for an organisation, folded for comparing."""

    __tablename__ = "organisation_aliases"
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    typed: Mapped[str] = mapped_column(unique=True)
    organisation: Mapped[Organisation] = relationship(back_populates="aliases")
