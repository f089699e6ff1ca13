"""What the organisations typed in a list mean: our own, a council of the register, or a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from academy.domain import councils
from academy.domain.names import folded
from academy.domain.organisations import Organisation, OrganisationAlias
from academy.store.journal import Db


@dataclass(frozen=True)
class OrganisationPlan:
    """What one typed name becomes: an organisation that is here, a council, or a new name.

    `why` is known, alias, chosen, typed, or the reason of `councils.match`; `candidates` are the
    (code, name) of councils that may be meant, to choose from.
    """

    typed: str
    name: str
    organisation_id: int | None = None
    code: str | None = None
    why: str = "typed"
    candidates: tuple[tuple[str, str], ...] = ()


def organisations_of(
    db: Db, typed: Iterable[str], chosen: Mapping[str, str]
) -> dict[str, OrganisationPlan]:
    """Return what each typed name means; `chosen` are codes picked by hand ("": as typed)."""
    own = {folded(name): (id_, name, code) for id_, name, code in db.execute(
        select(Organisation.id, Organisation.name, Organisation.code))}  # fmt: skip
    by_code = {code: (id_, name) for id_, name, code in own.values() if code}
    wanted = select(OrganisationAlias.typed, OrganisationAlias.organisation_id)
    aliases = {key: id_ for key, id_ in db.execute(wanted)}  # noqa: C416 - rows, not pairs
    names = {id_: name for id_, name, _ in own.values()}
    found = {}
    for name in dict.fromkeys(filter(None, typed)):
        key = folded(name)
        if name in chosen:
            found[name] = _chosen(name, chosen[name], by_code)
        elif key in own:
            id_, shown, code = own[key]
            found[name] = OrganisationPlan(name, shown, id_, code, "known")
        elif key in aliases:
            id_ = aliases[key]
            found[name] = OrganisationPlan(name, names[id_], id_, None, "alias")
        else:
            found[name] = _matched(name, by_code)
    return found


def _chosen(typed: str, code: str, by_code: Mapping[str, tuple[int, str]]) -> OrganisationPlan:
    if not code:
        return OrganisationPlan(typed, typed, why="chosen")
    return _council(typed, councils.councils()[code], by_code, "chosen")


def _matched(typed: str, by_code: Mapping[str, tuple[int, str]]) -> OrganisationPlan:
    match = councils.match(typed)
    if match.action == "match" and match.council is not None:
        return _council(typed, match.council, by_code, match.why)
    likely = [match.council] if match.council else list(match.candidates)
    candidates = tuple((council.code, council.official_name) for council in likely[:6])
    return OrganisationPlan(typed, typed, why=match.why, candidates=candidates)


def _council(
    typed: str, council: councils.Council, by_code: Mapping[str, tuple[int, str]], why: str
) -> OrganisationPlan:
    here = by_code.get(council.code)
    if here is not None:
        return OrganisationPlan(typed, here[1], here[0], council.code, why)
    return OrganisationPlan(typed, council.official_name, None, council.code, why)
