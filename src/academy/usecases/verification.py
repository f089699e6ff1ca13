"""Checking a certificate: is it genuine, changed, unknown, revoked or replaced.

The token is asked first, since it needs nobody: only the public keys. Where the academy is at
hand, its register is asked too: it knows what became of the number and the very bytes issued.
Any change of a fact is told, and so is a file that is not the one issued.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from academy.domain.words import Asked, CertificateState, Finding, RuleBroken
from academy.exchange import tokens
from academy.exchange.public_keys import Keys, by_kid
from academy.exchange.tokens import CanonicalFacts
from academy.store.journal import Db
from academy.usecases import printed_facts
from academy.usecases.certificate_records import Record, record_of_file, record_of_number
from academy.usecases.keys import public_keys
from academy.usecases.rights import EVERYBODY, allowed

if TYPE_CHECKING:
    from academy.documents.reading import ReadCertificate

Reason = tuple[str, tuple[tuple[str, Any], ...]]
"""The key of a sentence and what fills it."""

_UNKNOWN = frozenset({"not_a_token", "key_unknown", "token_too_new", "no_certificate"})


@dataclass(frozen=True)
class Verdict:
    """What a check found.

    `facts` are what holds, None where nothing does; `same_file` whether it is byte for byte the
    file issued (None: a token alone was checked, or nothing tells). `on` and `replaced_by` belong
    to revoked and replaced; `reasons` are sentences by key.
    """

    verdict: Finding
    asked: Asked
    facts: CanonicalFacts | None = None
    same_file: bool | None = None
    on: date | None = None
    replaced_by: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def number(self) -> str:
        """The number that was checked, as far as it is known."""
        return self.facts.number if self.facts else ""


@dataclass(frozen=True)
class _Said:
    """What a token or a file says by itself."""

    finding: Finding
    facts: CanonicalFacts | None = None
    reasons: tuple[Reason, ...] = ()


def reason(key: str, **facts: Any) -> Reason:
    """Return a reason by its key."""
    return key, tuple(facts.items())


def token_in(typed: str) -> str:
    """Return the token in what was typed or scanned: itself, or what follows # in an address."""
    return "".join(typed.rpartition("#")[2].split())


# ---- by the keys alone -------------------------------------------------------------------------


def verdict_on_token(token: str, keys: Keys, today: date) -> Verdict:
    """Check a token by public keys alone."""
    return _alone(_said_by_token(token_in(token), keys, today), None)


def verdict_on_file(file: ReadCertificate, keys: Keys, today: date) -> Verdict:
    """Check a file by public keys alone. Whether it is the file issued, only its seal can tell."""
    same = None if _is_sealed(file, keys) else False
    said = _said_by_file(file, keys, today)
    if said.finding is Finding.GENUINE and same is False:
        said = replace(said, reasons=(*said.reasons, reason("file_differs")))
    return _alone(said, same if said.facts else None)


def _alone(said: _Said, same: bool | None) -> Verdict:  # noqa: FBT001 - three answers
    return Verdict(said.finding, Asked.TOKEN, said.facts, same, reasons=said.reasons)


def _said_by_token(token: str, keys: Keys, today: date) -> _Said:
    try:
        found = tokens.verified(token, keys)
    except RuleBroken as broken:
        finding = Finding.UNKNOWN if broken.rule in _UNKNOWN else Finding.CHANGED
        return _Said(finding, reasons=(reason(broken.rule, **broken.facts),))
    notes = []
    if keys[found.kid].seen_by_others:
        notes.append(reason("key_seen"))
    if found.facts.expires_on and found.facts.expires_on < today:
        notes.append(reason("expired_on", day=found.facts.expires_on))
    return _Said(Finding.GENUINE, found.facts, tuple(notes))


def _said_by_file(file: ReadCertificate, keys: Keys, today: date, issued: str = "") -> _Said:
    """Return what a file says; `issued` is the text of the file issued, where it is at hand."""
    if not file.tokens:
        return _Said(Finding.UNKNOWN, reasons=(reason("no_certificate"),))
    if len(file.tokens) > 1:
        return _Said(Finding.CHANGED, reasons=(reason("tokens_differ"),))
    said = _said_by_token(file.tokens[0], keys, today)
    if said.facts is None:
        return said
    wrong = _marks_of_change(file, said.facts, keys, issued)
    return replace(said, finding=Finding.CHANGED, reasons=wrong) if wrong else said


def _marks_of_change(
    file: ReadCertificate, facts: CanonicalFacts, keys: Keys, issued: str
) -> tuple[Reason, ...]:
    found = []
    if file.seal.state in {"broken", "appended"}:
        found.append(reason(f"seal_{file.seal.state}"))
    elif file.seal.state == "whole" and not _is_sealed(file, keys):
        found.append(reason("seal_of_other"))
    elif not _is_sealed(file, keys):
        found += _text_differs(file, facts, issued)
    return tuple(found)


def _text_differs(file: ReadCertificate, facts: CanonicalFacts, issued: str) -> list[Reason]:
    """Compare what is printed with the file issued; else look for each fact in it."""
    if issued and printed_facts.packed(issued) == printed_facts.packed(file.text):
        return []
    fields = printed_facts.contradicted(facts, file.text)
    return [reason("text_differs", fields=", ".join(fields))] if fields else []


def _is_sealed(file: ReadCertificate, keys: Keys) -> bool:
    """Tell whether the file is whole under the seal of one of these keys."""
    made = {(key.x, key.y) for key in keys.values()}
    return file.seal.state == "whole" and (file.seal.x, file.seal.y) in made


# ---- with the register -------------------------------------------------------------------------


@allowed(*EVERYBODY)
def check_token(db: Db, token: str, today: date) -> Verdict:
    """Check a token by the academy's keys and its register, or a number by the register alone."""
    typed = token_in(token)
    known = record_of_number(db, " ".join(token.split()))
    if known is not None:
        return _judged(_Said(Finding.GENUINE, known.facts), known, None)
    said = _said_by_token(typed, by_kid(public_keys(db)), today)
    if said.facts is None:
        return Verdict(said.finding, Asked.REGISTER, reasons=said.reasons)
    return _judged(said, record_of_number(db, said.facts.number), None)


@allowed(*EVERYBODY)
def check_file(db: Db, file: ReadCertificate, today: date) -> Verdict:
    """Check a file by the academy's keys and its register, signed or not."""
    keys = by_kid(public_keys(db))
    same = record_of_file(db, file.sha256)
    if same is not None:
        said = _Said(Finding.GENUINE, same.facts, _notes(same.facts, today))
        return _judged(said, same, True)  # noqa: FBT003
    if not file.tokens:
        return _unsigned(db, file)
    said = _said_by_file(file, keys, today)
    if said.facts is None:
        return Verdict(said.finding, Asked.REGISTER, None, None, reasons=said.reasons)
    known = record_of_number(db, said.facts.number)
    if known is not None:
        said = _said_by_file(file, keys, today, _text_of(known))
    return _judged(said, known, False)  # noqa: FBT003


def _notes(facts: CanonicalFacts, today: date) -> tuple[Reason, ...]:
    over = facts.expires_on is not None and facts.expires_on < today
    return (reason("expired_on", day=facts.expires_on),) if over else ()


def _unsigned(db: Db, file: ReadCertificate) -> Verdict:
    """Check a file without a token, as certificates are that were issued unsigned."""
    printed = printed_facts.packed(file.text)
    for number in _numbers(db):
        if not printed_facts.says(printed, number):
            continue
        known = record_of_number(db, number)
        if known is None or known.token:
            continue
        said = _Said(Finding.GENUINE, known.facts)
        wrong = [] if known.erased else _text_differs(file, known.facts, _text_of(known))
        if wrong:
            said = _Said(Finding.CHANGED, known.facts, tuple(wrong))
        return _judged(said, known, False)  # noqa: FBT003
    return Verdict(Finding.UNKNOWN, Asked.REGISTER, reasons=(reason("no_certificate"),))


def _text_of(known: Record) -> str:
    from academy.documents.reading import reading

    return "" if known.content is None else reading(known.content, known.facts.number).text


def _numbers(db: Db) -> Sequence[str]:
    from sqlalchemy import select

    from academy.domain.certificates import Certificate

    return db.scalars(select(Certificate.number).order_by(Certificate.id)).all()


def _judged(said: _Said, known: Record | None, same: bool | None) -> Verdict:  # noqa: FBT001
    """Return the verdict on what was said, by what the register knows of its number."""
    facts = said.facts
    if known is None:
        number = facts.number if facts else ""
        why = (reason("number_unknown", number=number),)
        return Verdict(Finding.UNKNOWN, Asked.REGISTER, facts, same, reasons=why)
    if known.erased and facts is not None:
        facts = replace(facts, name="")  # the answer gives all but the name
    finding, notes = said.finding, list(said.reasons)
    if finding is Finding.GENUINE and not _agree(facts, known):
        finding, notes = Finding.CHANGED, [reason("facts_differ")]
    if finding is Finding.GENUINE and known.state is not CertificateState.ISSUED:
        finding = Finding(known.state.value)
    if same is not None:
        notes.append(reason("same_file" if same else "file_differs"))
    withdrawn = known.state is not CertificateState.ISSUED
    return Verdict(
        finding, Asked.REGISTER, facts, same, known.state_on if withdrawn else None,
        known.replaced_by, tuple(notes),
    )  # fmt: skip


def _agree(facts: CanonicalFacts | None, known: Record) -> bool:
    """Tell whether facts are those of the register; of an erased person all but the name."""
    return facts is None or asdict(facts) == asdict(known.facts)
