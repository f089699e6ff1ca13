"""Certificates: numbered, frozen, never deleted; revoked or replaced instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from academy.domain.base import Entity, following, stored
from academy.domain.cohorts import Place
from academy.domain.names import search_key
from academy.domain.templates import TemplateVersion
from academy.domain.words import CertificateKind, CertificateState, RuleBroken

# {number} once, {year} at most once, and nothing that a number cannot hold
_PATTERN: Final = re.compile(
    r"(?=.{1,40}$)(?!.*{year}.*{year})[^{}<>:\x00-\x1f]*({year}[^{}<>:\x00-\x1f]*)?"
    r"{number(:0[1-9])?}[^{}<>:\x00-\x1f]*({year}[^{}<>:\x00-\x1f]*)?"
)
SIGNED_SHAPE: Final = (
    r"eyJhbGciOiJFUzI1NiIsImtpZCI6[A-Za-z0-9_-]{15}\.[A-Za-z0-9_-]{40,3900}\.[A-Za-z0-9_-]{86}"
)
"""What the signed token of a certificate looks like (docs/reference/certificate-token.md)."""

_LETTERS: Final = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "ı": "i", "’": "", "'": ""}
)  # fmt: skip


def _found_by(row: Mapping[str, Any]) -> str:
    facts = row.get("facts") or {}
    name, reason = str(facts.get("name", "")), row.get("reason") or ""
    return search_key(row.get("number") or "", name, reason)


class Certificate(Entity):
    """What was issued to a person: the number, the facts as printed, the hash of the file.

    A row is a kilobyte, most of it token and facts. The log of all is filtered, counted and
    searched along an index that holds what this takes, a tenth of that; `found_by` is in it and
    follows the number, the name as printed and the reason by itself.
    """

    __tablename__ = "certificates"
    __table_args__ = (
        UniqueConstraint("year", "sequence"),
        Index(
            None, "year", "sequence", "state", "expires_on", "issued_on", "kind", "place_id",
            "state_on", "found_by",
        ),
        Entity.__table_args__,
    )  # fmt: skip
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    number: Mapped[str] = mapped_column(unique=True)
    year: Mapped[int]
    sequence: Mapped[int]
    kind: Mapped[CertificateKind] = mapped_column(stored(CertificateKind))
    issued_on: Mapped[date]
    state: Mapped[CertificateState] = mapped_column(
        stored(CertificateState), default=CertificateState.ISSUED
    )
    state_on: Mapped[date | None]  # when it was revoked or replaced
    reason: Mapped[str] = mapped_column(default="")  # of revoking, or of issuing though not due
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("certificates.id"), index=True)
    template: Mapped[str]  # the template’s name and version when it was issued
    template_version_id: Mapped[int | None] = mapped_column(
        ForeignKey("template_versions.id"), index=True
    )
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)  # as printed, frozen
    sha256: Mapped[str]
    expires_on: Mapped[date | None]  # of a certificate that is valid for some time only
    key: Mapped[str] = mapped_column(default="")  # the id of the key that signed it, if any did
    token: Mapped[str] = mapped_column(default="")  # the signed facts, as the QR code carries them
    found_by: Mapped[str] = following(_found_by)
    place: Mapped[Place] = relationship()
    template_version: Mapped[TemplateVersion | None] = relationship()
    replaces: Mapped[Certificate | None] = relationship(remote_side="Certificate.id")
    file: Mapped[CertificateFile] = relationship(
        back_populates="certificate", cascade="all, delete-orphan"
    )

    @validates("number", "facts", "reason")
    def _follow(self, field: str, value: Any) -> Any:
        now = {name: getattr(self, name) for name in ("number", "facts", "reason")}
        self.found_by = _found_by(now | {field: value})
        return value

    def revoke(self, on: date, reason: str) -> None:
        """Take it back, with a reason; the number stays used."""
        self._end(CertificateState.REVOKED, on, reason)

    def replace(self, on: date, reason: str) -> None:
        """Let another one stand in its place, with a reason; the number stays used."""
        self._end(CertificateState.REPLACED, on, reason)

    def _end(self, state: CertificateState, on: date, reason: str) -> None:
        if self.state is not CertificateState.ISSUED:
            raise RuleBroken("certificate_not_live", number=self.number)
        if not reason.strip():
            raise RuleBroken("reason_missing")
        self.state, self.state_on, self.reason = state, on, reason


class CertificateFile(Entity):
    """The bytes of an issued certificate, kept for good and never made again."""

    __tablename__ = "certificate_files"
    certificate_id: Mapped[int] = mapped_column(
        ForeignKey("certificates.id"), unique=True, index=True
    )
    content: Mapped[bytes | None] = mapped_column(info={"journal": False}, deferred=True)
    certificate: Mapped[Certificate] = relationship(back_populates="file")


def number_of(pattern: str, year: int, sequence: int) -> str:
    """Return a certificate's number by the academy's pattern: LA-2026-0211."""
    if not _PATTERN.fullmatch(pattern):
        raise RuleBroken("number_pattern", pattern=pattern)
    return pattern.format(year=year, number=sequence)


def counts_by_year(pattern: str) -> bool:
    """Tell whether numbers begin anew each year; without the year in them they run on."""
    return "{year}" in pattern


def file_name(number: str, name: str) -> str:
    """Return a name for the file that every system takes: “LA-2026-0212 Sian Hughes.pdf”."""
    plain = unicodedata.normalize("NFKD", f"{number} {name}".translate(_LETTERS))
    safe = re.sub(r"[^A-Za-z0-9 ._-]+", "-", plain.encode("ascii", "ignore").decode())
    words = " ".join(re.sub(r"-{2,}", "-", safe).split())
    return f"{words[:76].strip(' .-') or 'certificate'}.pdf"
