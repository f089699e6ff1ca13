"""A model with every kind of column and cascade that the journal must survive, and commands on it.

Its tables have their own metadata: no academy file ever holds them.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from secrets import randbits
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    Dialect,
    ForeignKey,
    LargeBinary,
    MetaData,
    Numeric,
    TypeDecorator,
    UniqueConstraint,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from academy.domain.base import Entity, stored
from academy.domain.words import RuleBroken, Who
from academy.store.engine import open_engine
from academy.store.journal import Db, Gesture
from academy.store.store import Store
from academy.store.tables import alembic_version, journal_entries

G = Gesture("do")
ANN, BOB = Who("Ann"), Who("Bob")


class Sealed(TypeDecorator[str]):
    """Text that is not the same twice in its table, and so in the journal and in backups."""

    impl = LargeBinary
    cache_ok = True
    sealed = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        key = randbits(8)
        return None if value is None else bytes([key, *(b ^ key ^ 170 for b in value.encode())])

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else bytes(b ^ value[0] ^ 170 for b in value[1:]).decode()


def stamp(_: object = None) -> int:
    return randbits(53)


class Presence(StrEnum):
    PRESENT = "P"
    ABSENT = "A"


class Odd(Entity):
    __abstract__ = True
    metadata = MetaData(naming_convention=Entity.metadata.naming_convention)


class Pupil(Odd):
    __tablename__ = "odd_pupils"
    name: Mapped[str]
    phone: Mapped[str | None]
    mentor_id: Mapped[int | None] = mapped_column(ForeignKey("odd_pupils.id"), index=True)
    born: Mapped[date | None]
    photo: Mapped[bytes | None] = mapped_column(deferred=True)
    fee: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    seen_at: Mapped[datetime | None]
    wakes: Mapped[time | None]
    took: Mapped[timedelta | None]
    token: Mapped[UUID | None]
    score: Mapped[float | None]
    active: Mapped[bool] = mapped_column(default=True)
    extra: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    ethnicity: Mapped[str | None] = mapped_column(info={"private": True})
    note: Mapped[str | None] = mapped_column(Sealed)
    version: Mapped[int] = mapped_column(
        BigInteger, default=stamp, onupdate=stamp, info={"journal": False}
    )
    mentor: Mapped[Pupil | None] = relationship(remote_side="Pupil.id", back_populates="mentees")
    mentees: Mapped[list[Pupil]] = relationship(back_populates="mentor")
    memberships: Mapped[list[Membership]] = relationship(
        back_populates="pupil", cascade="all, delete-orphan"
    )
    __mapper_args__: ClassVar = {"version_id_col": version, "version_id_generator": stamp}


class Club(Odd):
    __tablename__ = "odd_clubs"
    name: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int]
    members: Mapped[list[Membership]] = relationship(
        back_populates="club", cascade="all, delete-orphan"
    )
    evenings: Mapped[list[Evening]] = relationship(
        back_populates="club", cascade="all, delete-orphan"
    )

    def admit(self, pupil: Pupil) -> Membership:
        if len(self.members) >= self.size:
            raise RuleBroken("club_full", club=self.name)
        member = Membership(pupil=pupil)
        self.members.append(member)
        return member


class Membership(Odd):
    __tablename__ = "odd_memberships"
    club_id: Mapped[int] = mapped_column(ForeignKey("odd_clubs.id"), index=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("odd_pupils.id"), index=True)
    club: Mapped[Club] = relationship(back_populates="members")
    pupil: Mapped[Pupil] = relationship(back_populates="memberships")
    visits: Mapped[list[Visit]] = relationship(
        back_populates="member", cascade="all, delete-orphan"
    )


class Evening(Odd):
    __tablename__ = "odd_evenings"
    club_id: Mapped[int] = mapped_column(ForeignKey("odd_clubs.id"), index=True)
    held_on: Mapped[date]
    club: Mapped[Club] = relationship(back_populates="evenings")
    visits: Mapped[list[Visit]] = relationship(
        back_populates="evening", cascade="all, delete-orphan"
    )


class Visit(Odd):
    __tablename__ = "odd_visits"
    __table_args__ = (UniqueConstraint("evening_id", "member_id"), Entity.__table_args__)
    evening_id: Mapped[int] = mapped_column(ForeignKey("odd_evenings.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("odd_memberships.id"), index=True)
    presence: Mapped[Presence] = mapped_column(stored(Presence))
    evening: Mapped[Evening] = relationship(back_populates="visits")
    member: Mapped[Membership] = relationship(back_populates="visits")


def odd_store(path: Path | None = None, who: Who = ANN, schema: str = "r1") -> Store:
    """Open a store on the odd tables, in memory or in a file, made when it is not there."""
    engine = open_engine(path, "rwc")
    with engine.execution_options(writing=True).begin() as connection:
        Odd.metadata.create_all(connection)
        journal_entries.metadata.create_all(
            connection, [t for n, t in Entity.metadata.tables.items() if n.startswith("journal_")]
        )
        alembic_version.create(connection, checkfirst=True)
        connection.execute(alembic_version.delete())
        connection.execute(alembic_version.insert().values(version_num=schema))
    return Store(engine, schema, who, path=path)


def add(db: Db, entity: Odd) -> int:
    db.add(entity)
    db.flush()
    return entity.id


def open_club(db: Db, name: str, size: int = 3) -> int:
    return add(db, Club(name=name, size=size))


def new_pupil(db: Db, name: str, **more: Any) -> int:
    return add(db, Pupil(name=name, **more))


def admit(db: Db, club_id: int, pupil_id: int) -> int:
    club = db.get_one(Club, club_id)
    member = club.admit(db.get_one(Pupil, pupil_id))
    db.flush()
    return member.id


def hold(db: Db, club_id: int, on: date = date(2026, 1, 1)) -> int:
    club = db.get_one(Club, club_id)
    club.evenings.append(evening := Evening(held_on=on))
    db.flush()
    return evening.id


def mark(db: Db, evening_id: int, member_id: int, presence: Presence) -> None:
    found = db.scalar(select(Visit).filter_by(evening_id=evening_id, member_id=member_id))
    if found:
        found.presence = presence
    else:
        evening, member = db.get_one(Evening, evening_id), db.get_one(Membership, member_id)
        db.add(Visit(evening=evening, member=member, presence=presence))


def alter(db: Db, kind: type[Odd], row_id: int, **values: Any) -> None:
    entity = db.get_one(kind, row_id)
    for name, value in values.items():
        setattr(entity, name, value)


def remove(db: Db, kind: type[Odd], row_id: int) -> None:
    db.delete(db.get_one(kind, row_id))


def a_full_club(store: Store, pupils: int = 3) -> tuple[int, list[int], list[int], int]:
    """Make a club with pupils and an evening, everybody marked present; each step is an entry."""
    club = store.write(G, open_club, "Alpha", 99)
    people = [store.write(G, new_pupil, f"P{i}", phone=str(i)) for i in range(pupils)]
    members = [store.write(G, admit, club, person) for person in people]
    evening = store.write(G, hold, club)
    for member in members:
        store.write(G, mark, evening, member, Presence.PRESENT)
    return club, people, members, evening
