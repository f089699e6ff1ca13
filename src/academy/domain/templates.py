"""Templates of certificates: a look with a name, in versions. What was issued keeps its version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity

_WELSH: Final = {"language": "cy_en"}
SHIPPED: Final[tuple[tuple[str, Mapping[str, Any]], ...]] = (
    ("Civic", {"design": "civic"}),
    ("Civic, Welsh and English", {"design": "civic", **_WELSH}),
    ("Bright", {"design": "bright"}),
    ("Bright, Welsh and English", {"design": "bright", **_WELSH}),
    ("Heritage", {"design": "heritage"}),
    ("Heritage, Welsh and English", {"design": "heritage", **_WELSH}),
)
"""The templates that every academy begins with: name and look; the rest is as the design has it."""


class CertificateTemplate(Entity):
    """How certificates look and what they say, under a name. A retired one is offered no more."""

    __tablename__ = "certificate_templates"
    name: Mapped[str] = mapped_column(unique=True)
    retired: Mapped[bool] = mapped_column(default=False)
    versions: Mapped[list[TemplateVersion]] = relationship(
        back_populates="template",
        cascade="all, delete-orphan",
        order_by="TemplateVersion.version",
    )

    def present(self) -> TemplateVersion:
        """Return the version that the next certificates get."""
        return max(self.versions, key=lambda one: one.version)


class TemplateVersion(Entity):
    """One version of a template. Once a certificate was issued with it, it is never edited.

    `look` is plain data (documents/look_data.py), the pictures stand beside it as PNG or JPEG.
    """

    __tablename__ = "template_versions"
    __table_args__ = (UniqueConstraint("template_id", "version"), Entity.__table_args__)
    template_id: Mapped[int] = mapped_column(ForeignKey("certificate_templates.id"), index=True)
    version: Mapped[int]
    look: Mapped[dict[str, Any]] = mapped_column(JSON)
    logo: Mapped[bytes | None]
    background: Mapped[bytes | None]
    second_signature: Mapped[bytes | None]
    made_on: Mapped[date | None]  # none: it came with the program
    template: Mapped[CertificateTemplate] = relationship(back_populates="versions")

    @property
    def key(self) -> str:
        """How it is named on the record of a certificate: “Civic 2”."""
        return f"{self.template.name} {self.version}"


def shipped_rows(first_id: int = 1) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the rows of the shipped templates and of their first versions, with their ids."""
    numbered = list(enumerate(SHIPPED, first_id))
    templates = [{"id": n, "name": name, "retired": False} for n, (name, _) in numbered]
    versions = [
        {"id": n, "template_id": n, "version": 1, "look": dict(look)} for n, (_, look) in numbered
    ]
    return templates, versions
