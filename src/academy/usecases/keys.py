"""The keys that certificates are signed with: made, unlocked, changed, kept safe, retired.

What takes a third of a second (scrypt) or handles the clear key stands outside the store:

    new = make_key(issuer, today, passphrase)       the key itself, in memory
    store.write(Gesture("make_key", …), add_key, new)
    key = unlock(store.read(locked_key), typed)     an UnlockedKey, for this run of the program

Nothing here can be undone: a key that signed once is needed for ever.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from academy.domain.certificates import Certificate
from academy.domain.keys import SigningKey
from academy.domain.words import FileProblem, KeyEnd, RuleBroken
from academy.exchange import computer_keyring, key_files, key_wrapping
from academy.exchange.key_files import KeyCopy
from academy.exchange.public_keys import PublicKey, public_key_of
from academy.store.journal import Db
from academy.usecases.academy import identity, the_academy
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed

if TYPE_CHECKING:
    from academy.exchange.signing import UnlockedKey


@dataclass(frozen=True)
class KeyRow:
    """A key of the academy, as Settings lists it. `signed` counts certificates."""

    kid: str
    made_on: date
    in_keyring: bool
    signed: int
    retired_on: date | None
    reason: KeyEnd | None
    not_after: date | None


@dataclass(frozen=True, repr=False)
class LockedKey:
    """The key that signs, as it is kept: under its passphrase."""

    kid: str
    certificate: bytes
    wrapped: Mapping[str, Any]
    in_keyring: bool
    made_on: date


@dataclass(frozen=True, repr=False)
class NewKey:
    """A key that was just made, unlocked, and what the academy's file will keep of it."""

    unlocked: UnlockedKey
    wrapped: Mapping[str, Any]
    in_keyring: bool


# ---- outside the store -------------------------------------------------------------------------


def make_key(issuer: str, today: date, passphrase: str) -> NewKey:
    """Make a key under a passphrase; without one (“”) under one that this computer's keyring keeps.

    Raises RuleBroken passphrase_length or keyring_refused.
    """
    from academy.exchange.signing import new_key

    if passphrase:
        key_wrapping.require_passphrase(passphrase)
    key = new_key(issuer, today)
    return _kept_under(key, passphrase)


def wrap_anew(key: UnlockedKey, passphrase: str) -> NewKey:
    """Put an unlocked key under another passphrase, or (“”) into this computer's keyring."""
    return _kept_under(key, passphrase)


def _kept_under(key: UnlockedKey, passphrase: str) -> NewKey:
    typed = passphrase or secrets.token_urlsafe(24)
    if not passphrase and not computer_keyring.keep(key.kid, typed):
        raise RuleBroken("keyring_refused")
    return NewKey(key, key_wrapping.wrapped(key.secret(), typed, key.kid), not passphrase)


def unlock(locked: LockedKey, passphrase: str) -> UnlockedKey:
    """Return the key ready to sign. Raises RuleBroken passphrase_wrong, FileProblem key_damaged."""
    from academy.exchange.signing import key_of

    secret = key_wrapping.unwrapped(locked.wrapped, passphrase, locked.kid)
    key = key_of(secret, locked.certificate, locked.made_on)
    if key.kid != locked.kid:
        raise FileProblem("key_damaged", name="")
    return key


def unlock_by_keyring(locked: LockedKey) -> UnlockedKey | None:
    """Return the key ready to sign if this computer's keyring has its passphrase."""
    kept = computer_keyring.kept(locked.kid) if locked.in_keyring else None
    try:
        return None if kept is None else unlock(locked, kept)
    except RuleBroken:  # the keyring has something else: the passphrase is asked for
        return None


def keyring_usable() -> bool:
    """Tell whether this computer has a keyring that keeps secrets."""
    return computer_keyring.usable()


def save_copy(path: Path, copy: KeyCopy) -> None:
    """Write a copy of a key. Raises FileProblem file_unwritable."""
    key_files.write_key(path, copy)


def opened_copy(path: Path, passphrase: str) -> KeyCopy:
    """Read a copy of a key that this passphrase opens.

    Raises FileProblem (file_missing, file_unreadable, not_a_key, key_damaged, key_too_new) and
    RuleBroken passphrase_wrong.
    """
    copy = key_files.read_key(path)
    locked = LockedKey(
        copy.kid, copy.certificate, copy.wrapped, in_keyring=False, made_on=copy.made_on
    )
    try:
        public = unlock(locked, passphrase).public
    except FileProblem as problem:
        raise FileProblem(problem.rule, name=path.name) from problem
    if public.jwk != dict(copy.public):
        raise FileProblem("key_damaged", name=path.name)
    return copy


# ---- in the store ------------------------------------------------------------------------------


@allowed(*EVERYBODY)
def keys(db: Db) -> list[KeyRow]:
    """Return all keys of the academy, the current one first, then the latest."""
    signed = select(Certificate.key, func.count()).group_by(Certificate.key)
    counts = {kid: int(n) for kid, n in db.execute(signed)}
    found = db.scalars(select(SigningKey).order_by(SigningKey.id.desc())).all()
    rows = [
        KeyRow(
            key.kid, key.made_on, key.in_keyring, counts.get(key.kid, 0), key.retired_on,
            key.reason, key.not_after,
        )
        for key in found
    ]  # fmt: skip
    return sorted(rows, key=lambda row: row.retired_on is not None)


@allowed(*EVERYBODY)
def public_keys(db: Db) -> list[PublicKey]:
    """Return the public keys, as whoever checks certificates needs them: all there ever were."""
    found = db.scalars(select(SigningKey).order_by(SigningKey.id.desc()))
    return [
        public_key_of(
            key.public,
            key.made_on,
            not_after=key.not_after,
            seen_by_others=key.reason is KeyEnd.SEEN,
        )
        for key in found
    ]


@allowed(*ADMINISTRATORS)
def locked_key(db: Db) -> LockedKey | None:
    """Return the key that signs now, still locked; none where certificates are not signed."""
    key = _current(db)
    if key is None or key.wrapped is None:
        return None
    return LockedKey(key.kid, key.certificate, dict(key.wrapped), key.in_keyring, key.made_on)


@allowed(*ADMINISTRATORS)
def add_key(db: Db, new: NewKey) -> int:
    """Keep a new key; it signs from now on. Refused while another one does: key_there_already."""
    if _current(db) is not None:
        raise RuleBroken("key_there_already")
    return _add(db, new)


@allowed(*ADMINISTRATORS)
def rotate(db: Db, new: NewKey, today: date, reason: KeyEnd, not_after: date | None = None) -> int:
    """Retire the key that signs and let a new one sign; what the old one signed stays good."""
    _retire(db, today, reason, not_after)
    return _add(db, new)


@allowed(*ADMINISTRATORS)
def retire(db: Db, today: date, reason: KeyEnd, not_after: date | None = None) -> None:
    """Sign no more with the current key. What carries a day later than `not_after` is not good.

    Raises RuleBroken key_missing, key_day_to_come.
    """
    _retire(db, today, reason, not_after)


@allowed(*ADMINISTRATORS)
def rewrap(db: Db, kept: NewKey) -> None:
    """Keep the current key under another passphrase. Copies made before keep theirs."""
    key = _current(db)
    if key is None or key.kid != kept.unlocked.kid:
        raise RuleBroken("key_missing")
    key.wrapped, key.in_keyring = dict(kept.wrapped), kept.in_keyring


@allowed(*ADMINISTRATORS)
def key_copy(db: Db, kept: NewKey | None) -> KeyCopy:
    """Return a copy of the current key to save, under its own passphrase or that of `kept`."""
    key = _current(db)
    if key is None or key.wrapped is None:
        raise RuleBroken("key_missing")
    return KeyCopy(
        academy=identity(db),
        issuer=the_academy(db).issuer,
        kid=key.kid,
        public=dict(key.public),
        certificate=key.certificate,
        wrapped=dict(key.wrapped if kept is None else kept.wrapped),
        made_on=key.made_on,
    )


@allowed(*ADMINISTRATORS)
def take_over(db: Db, copy: KeyCopy) -> None:
    """Sign with the key of a copy, under the passphrase of that copy.

    Raises FileProblem key_of_other_academy, RuleBroken key_retired_already, key_there_already.
    """
    if copy.academy != identity(db):
        raise FileProblem("key_of_other_academy", academy=copy.issuer)
    known = db.scalar(select(SigningKey).where(SigningKey.kid == copy.kid))
    current = _current(db)
    if known is not None and known.retired_on is not None:
        raise RuleBroken("key_retired_already", kid=copy.kid)
    if known is None and current is not None:
        raise RuleBroken("key_there_already")
    if known is None:
        known = SigningKey(
            kid=copy.kid,
            public=dict(copy.public),
            certificate=copy.certificate,
            made_on=copy.made_on,
        )
        db.add(known)
    known.wrapped, known.in_keyring = dict(copy.wrapped), False


def _retire(db: Db, today: date, reason: KeyEnd, not_after: date | None) -> None:
    key = _current(db)
    if key is None:
        raise RuleBroken("key_missing")
    key.retire(today, reason, not_after or today)
    db.flush()


def _current(db: Db) -> SigningKey | None:
    return db.scalar(select(SigningKey).where(SigningKey.retired_on.is_(None)))


def _add(db: Db, new: NewKey) -> int:
    key = new.unlocked
    made = SigningKey(
        kid=key.kid,
        public=key.public.jwk,
        certificate=key.certificate,
        wrapped=dict(new.wrapped),
        in_keyring=new.in_keyring,
        made_on=key.public.made_on,
    )
    db.add(made)
    db.flush()
    return made.id
