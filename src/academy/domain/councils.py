"""The register of UK local authorities, and which of them a typed name means.

Only a name that can mean one council is a match. Initials, parts of names and misspellings are
suggestions; what may mean several is asked. The register is `resources/councils.csv`, current
authorities and those they replaced.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from academy.domain.names import suggestive
from academy.paths import resource

_SMALL = frozenset({"a", "and", "in", "le", "o", "of", "on", "the", "under", "upon", "with", "y"})
_BEFORE = (
    "cyngor bwrdeistref sirol", "cyngor dinas a sir", "city and county of", "london borough of",
    "metropolitan borough of", "royal borough of", "county borough of", "cyngor dinas",
    "cyngor sir", "borough of", "city of", "council of", "county of", "district of", "lb of",
    "rb of", "cyngor", "lb", "lbc", "sir", "the",
)  # fmt: skip
_AFTER = (
    "london borough", "authority", "bc", "borough", "cbc", "cc", "city", "combined", "corporation",
    "council", "county", "dc", "district", "lbc", "mbc", "mdc", "metropolitan", "rbc", "ua",
    "unitary",
)  # fmt: skip
_KINDS_MEANT = {
    "bc": {"borough"}, "borough": {"borough"}, "cbc": {"county", "borough"},
    "cc": {"county", "city"}, "city": {"city"}, "county": {"county"}, "dc": {"district"},
    "district": {"district"}, "lb": {"borough"}, "lbc": {"borough"}, "mbc": {"borough"},
    "mdc": {"district"}, "rbc": {"borough"},
}  # fmt: skip
_DISTRICTS = frozenset({"London borough", "Metropolitan district", "Non-metropolitan district"})
_SHIRES = {
    "beds": "bedfordshire", "berks": "berkshire", "bucks": "buckinghamshire",
    "cambs": "cambridgeshire", "derbys": "derbyshire", "glos": "gloucestershire",
    "hants": "hampshire", "herts": "hertfordshire", "lancs": "lancashire",
    "leics": "leicestershire", "lincs": "lincolnshire", "northants": "northamptonshire",
    "notts": "nottinghamshire", "oxon": "oxfordshire", "salop": "shropshire",
    "staffs": "staffordshire", "warks": "warwickshire", "wilts": "wiltshire",
    "worcs": "worcestershire", "yorks": "yorkshire",
}  # fmt: skip
_REGIONAL = frozenset({"Combined authority", "Strategic Regional Authority"})


@dataclass(frozen=True)
class Council:
    """One local authority, current or former. `name` is short: “Camden”."""

    code: str
    official_name: str
    name: str
    kind: str
    nation: str
    region: str
    gss_code: str
    ended: str  # ISO day; empty while it is current
    replaced_by: tuple[str, ...]
    other_names: tuple[str, ...]

    @property
    def current(self) -> bool:
        """Whether the authority exists today."""
        return not self.ended

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the official one first."""
        return (self.official_name, self.name, *self.other_names)


@dataclass(frozen=True)
class CouncilMatch:
    """What a typed name means: a match, a suggestion, a question between candidates, or none.

    `why` is name, replaced, short, initials, part, spelling, several or unknown. `former` is the
    council that was typed when `council` (or each candidate) came after it: say so to the user.
    """

    action: Literal["match", "suggest", "ask", "none"]
    why: str
    council: Council | None = None
    candidates: tuple[Council, ...] = ()
    former: Council | None = None


@cache
def councils() -> dict[str, Council]:
    """Return the register by code, read when it is first needed."""
    with resource("councils.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: _council(row) for row in csv.DictReader(file)}


def _council(row: dict[str, str]) -> Council:
    lists = {key: tuple(filter(None, row.pop(key).split("|"))) for key in _LISTS}
    return Council(**row, replaced_by=lists["replaced_by"], other_names=lists["other_names"])


_LISTS = ("replaced_by", "other_names")


def successors(council: Council) -> tuple[Council, ...]:
    """Return the current councils that a council became: itself while it is current."""
    if council.current:
        return (council,)
    after = (found for code in council.replaced_by for found in successors(councils()[code]))
    return tuple(dict.fromkeys(after))


def council_key(typed: str) -> str:
    """Return the form in which two writings of one council's name are equal."""
    text = suggestive(typed).replace("&", " and ")
    words = re.sub(r"[^\w]+", " ", text).split()
    return " ".join("st" if word == "saint" else word for word in words)


def _core(key: str) -> tuple[str, frozenset[str]]:
    """Return the place in a council's name, and what kind of council the rest says it is."""
    kinds: set[str] = set()
    shorter = key
    while shorter:
        key, shorter = shorter, ""
        if found := next((w for w in _BEFORE if key.startswith(w + " ")), ""):
            shorter = key.removeprefix(found).strip()
        elif found := next((w for w in _AFTER if key.endswith(" " + w)), ""):
            shorter = key.removesuffix(found).strip()
        for word in found.split():
            kinds |= _KINDS_MEANT.get(word, set())
    return key, frozenset(kinds)


@dataclass(frozen=True)
class _Index:
    """The ways to find a council: each maps a written form to those who bear it."""

    names: dict[str, tuple[Council, ...]]
    cores: dict[str, tuple[Council, ...]]
    parts: dict[str, tuple[Council, ...]]
    initials: dict[str, tuple[Council, ...]]


@cache
def _index() -> _Index:
    everyone = tuple(councils().values())
    local = tuple(c for c in everyone if c.current and c.kind not in _REGIONAL)
    return _Index(
        names=_grouped((council_key(name), c) for c in everyone for name in c.names),
        cores=_grouped((_core(council_key(name))[0], c) for c in everyone for name in c.names),
        parts=_grouped((part, c) for c in local for part in _parts(c.name)),
        initials=_grouped((i, c) for c in everyone if c.current for i in _initials(c)),
    )


def _grouped(pairs: Iterable[tuple[str, Council]]) -> dict[str, tuple[Council, ...]]:
    found: dict[str, dict[Council, None]] = {}
    for key, council in pairs:
        found.setdefault(key, {})[council] = None
    return {key: tuple(bearers) for key, bearers in found.items()}


def _parts(name: str) -> list[str]:
    """Return the places in a name of several: “Newcastle” of Newcastle-under-Lyme."""
    place = _core(council_key(name))[0]
    both = re.split(r" and | with ", place)
    first = re.split(r" (?:upon|under|on|in|le|with|and) ", place)[0]
    return [part for part in dict.fromkeys([first, *both]) if part != place]


def _initials(council: Council) -> set[str]:
    found = set()
    for name in (council.official_name, council.name):
        words = [word for word in council_key(name).split() if word not in _SMALL]
        found.add("".join(word[0] for word in words))
    return {letters for letters in found if len(letters) >= 3}


def match(typed: str) -> CouncilMatch:
    """Say which council a typed name means; see `CouncilMatch`. Anything may be typed."""
    found = _match(council_key(typed))
    head = re.split(r"\s[-–—|/]\s|[(,;]", typed, maxsplit=1)[0]  # “Leeds City Council - Digital”
    if found.action != "none" or head == typed:
        return found
    found = _match(council_key(head))
    return replace(found, action="suggest", why="part") if found.action == "match" else found


def _match(key: str) -> CouncilMatch:
    index = _index()
    if not key:
        return CouncilMatch("none", "unknown")
    if found := _preferred(index.names.get(key, ())):
        return _meant(found)
    core, kinds = _core(key)
    bearers = index.cores.get(core, ())
    found = _preferred([c for c in bearers if not _contradicts(c, kinds)])
    others = index.parts.get(core, ())
    if found and not set(others) - set(bearers):
        return _meant(found)
    if bearers:
        return _asked([*bearers, *others, *_beginning_with(core, kinds)])
    return _guess(core)


def _preferred(bearers: Iterable[Council]) -> list[Council]:
    """Leave out former councils where a current one bears the same name."""
    every = list(bearers)
    return [council for council in every if council.current] or every


def _contradicts(council: Council, kinds: frozenset[str]) -> bool:
    if council.kind == "County":
        return bool(kinds) and "county" not in kinds
    own = _core(council_key(council.official_name))[1]
    return kinds == {"county"} and (council.kind in _DISTRICTS or bool(own - {"county"}))


def _beginning_with(core: str, kinds: frozenset[str]) -> list[Council]:
    """Return the counties a district's place begins: Cambridgeshire for “Cambridge County”."""
    found = (c for name, some in _index().cores.items() if name.startswith(core) for c in some)
    return [c for c in found if c.current and kinds and not _contradicts(c, kinds)]


def _meant(found: list[Council]) -> CouncilMatch:
    """Settle on the one council meant, or on the one that came after it."""
    former = found[0] if len(found) == 1 and not found[0].current else None
    after = tuple(dict.fromkeys(c for council in found for c in successors(council)))
    if len(after) != 1:
        return CouncilMatch("ask", "replaced" if former else "several", None, after, former)
    return CouncilMatch("match", "replaced" if former else "name", after[0], after, former)


def _asked(found: list[Council]) -> CouncilMatch:
    after = tuple(dict.fromkeys(c for council in found for c in successors(council)))
    if len(after) == 1:
        return CouncilMatch("suggest", "part", after[0], after)
    return CouncilMatch("ask", "several", None, after)


def _guess(core: str) -> CouncilMatch:
    """Suggest by a shire’s short form, by initials, by a part of the name, then by spelling."""
    index = _index()
    written_out = " ".join(_SHIRES.get(word, word) for word in core.split())
    ways = (
        ("short", index.cores.get(written_out, ())),
        ("initials", index.initials.get(core, ())),
        ("part", index.parts.get(core, ())),
        ("part", _containing(core)),
        ("spelling", _misspelt(core)),
    )
    for why, found in ways:
        after = tuple(dict.fromkeys(c for old in _preferred(found) for c in successors(old)))
        if len(after) == 1:
            return CouncilMatch("suggest", why, after[0], after)
        if after:
            return CouncilMatch("ask", "several", None, after)
    return CouncilMatch("none", "unknown")


def _containing(core: str) -> tuple[Council, ...]:
    """Return the councils whose name holds all the typed words, if they are a handful."""
    words = set(core.split()) - _SMALL - set(_AFTER)
    if not words or min(map(len, words)) < 4:
        return ()
    found = (c for name, some in _index().cores.items() if words <= set(name.split()) for c in some)
    current = tuple(dict.fromkeys(c for c in found if c.current))
    return current if len(current) <= 12 else ()


def _misspelt(core: str) -> tuple[Council, ...]:
    from rapidfuzz import fuzz, process

    if len(core) < 4:
        return ()
    cores = _index().cores
    near = process.extract(core, cores.keys(), scorer=fuzz.ratio, score_cutoff=84, limit=6)
    return tuple(c for name, score, _ in near if score >= near[0][1] - 3 for c in cores[name])
