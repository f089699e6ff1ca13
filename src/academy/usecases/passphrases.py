"""The passphrase asked for when facilitator mode is left: set, changed, taken away, tried."""

from __future__ import annotations

from sqlalchemy import select

from academy.domain.passphrases import FacilitatorPassphrase
from academy.store.journal import Db
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed


def _kept(db: Db) -> FacilitatorPassphrase | None:
    return db.scalar(select(FacilitatorPassphrase).order_by(FacilitatorPassphrase.id))


@allowed(*EVERYBODY)
def has_passphrase(db: Db) -> bool:
    """Tell whether leaving facilitator mode asks for a passphrase."""
    return _kept(db) is not None


@allowed(*EVERYBODY)
def is_passphrase(db: Db, typed: str) -> bool:
    """Tell whether this leads out of facilitator mode; where none was set, anything does."""
    kept = _kept(db)
    return kept is None or kept.is_right(typed)


@allowed(*ADMINISTRATORS)
def set_passphrase(db: Db, passphrase: str) -> None:
    """Ask for this passphrase from now on. Raises RuleBroken passphrase_length."""
    kept = _kept(db) or FacilitatorPassphrase()
    kept.choose(passphrase)
    db.add(kept)


@allowed(*ADMINISTRATORS)
def remove_passphrase(db: Db) -> None:
    """Ask for none any more."""
    kept = _kept(db)
    if kept is not None:
        db.delete(kept)
