"""Names as people show them in meetings: cleaned for matching, and told from phones and bots.

What was written is kept elsewhere; nothing here is for print. Rules of the names data: suffixes
and pronouns go (they are never recorded), `Family, Given` turns, controls and emoji go, one
Unicode form.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from academy.exchange.meetings.report import Kind

_STATUS = """
    guest|external|unverified|ext|anonymous|presenter|organizer|organiser|host|co-host|cohost
    |me|gast|extern|nicht-verifiziert|unverifiziert|nicht überprüft|invité|invitée|externe
    |non vérifié|non-vérifié|invitado|invitada|externo|externa|sin comprobar|no verificado
    |no comprobado|ospite|esterno|esterna|non verificato|non verificata|convidado|convidada
    |não verificado|não verificada|gość|zewnętrzny|zewnętrzna|niezweryfikowany
    |niezweryfikowana|niet geverifieerd|niet-geverifieerd|gäst|overifierad|gwestai|allanol
    |heb ei wirio|heb ei ddilysu|gjest|ekstern|gæst|vieras|ulkoinen|vahvistamaton|hostitel
    |externí|vendég|külső|invitat|konuk|harici|doğrulanmamış|гость|внешний|непроверенный
    |ゲスト|外部|未確認|来宾|访客|未验证|來賓|未驗證|게스트|외부|확인되지 않음|external user
    |guest user"""
_STATUSES = frozenset(word.strip() for word in _STATUS.split("|"))
_PRONOUN = re.compile(
    r"(?:she|her|hers|he|him|his|they|them|theirs?|ze|hir|xe|xem|any|all|sie|ihr|ihre|er|ihm|sein"
    r"|elle|il|iel|ella|él|elle|lei|lui|ela|dela|ele|dele|ona|jej|on|jego|hi|hithau|ef|fe|fo|nhw"
    r"|hon|henne|han|hans|hun|hende|zij|haar|hij|hem|pronouns?|any pronouns|hi/hi)"
)
_ALL_SEEN = re.compile("[ -~\u00c0-\u024f’]*")  # plain letters, of which none is left out
_BRACKETS = re.compile(r"\s*[(（]([^()（）]{0,120})[)）]")
_SQUARE = re.compile(r"\s*[\[【{][^\[\]【】{}]{0,120}[\]】}]\s*")
_BOT = re.compile(
    r"\b(?:read\.?ai|otter\.?(?:ai|pilot)|fireflies|meetgeek|fathom|tl;?dv|sembly|avoma|supernormal"
    r"|krisp|circleback|granola|fellow\.app|notta|tactiq|airgram|colibri|jamie ai|grain\.(?:com|co)"
    r"|laxis|nyota|spinach|bluedot|rewatch|gong\.io|chorus\.ai|zoominfo chorus|copilot)\b"
    r"|note ?taker|meeting notes|notulist|notizassistent|prise de notes"
    r"|\bai (?:assistant|companion|notes?|recorder)|\bbot$|^bot\b"
    r"|\b\w{3,}\.ai\b|\brecorder$",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"\b(?:iphone|ipad|macbook|imac|ipod|android|galaxy|samsung|pixel ?\d|huawei|oneplus|xiaomi"
    r"|redmi|oppo|nokia|motorola|chromebook|thinkpad|surface|laptop|desktop|tablet|phone|mobile|handy"
    r"|telefon|portable|móvil|celular|computer|pc|meeting room|conference room|teams room|zoom room"
    r"|boardroom|committee room|council chamber|training room|besprechungsraum|sm-[a-z]?\d+\w*"
    r"|(?:desktop|laptop)-[a-z0-9]{4,})\b",
    re.IGNORECASE,
)
_CALLER = re.compile(
    r"^(?:phone (?:caller|user)|call[- ]?in[- _]user|caller|dial[- ]?in|telephone|anrufer"
    r"|pstn)(?![a-z])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\+?[\d\s().*x•\-/]{5,}")
_ORGANISATION = re.compile(
    r"\b(?:council|borough|county|district|city|ltd|limited|nhs|trust|dept|department|team|service"
    r"|services|university|college|school|office|group|cyngor|hr|it|plc|llp|gmbh|care|housing)\b",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"phd|dphil|md|mba|msc|ma|ba|bsc|obe|cbe|mbe|kc|qc|jn?r|sn?r|m?cipd|f?cca|acca|esq"
)


@dataclass(frozen=True)
class Shown:
    """A name taken apart: for matching, what its brackets held, and what kind of thing it is."""

    clean: str
    other: str
    kind: Kind


@lru_cache(maxsize=4096)  # a name is on each row of its person
def shown(name: str) -> Shown:
    """Take the name of a participant apart."""
    visible = _visible(name)
    plain = _SQUARE.sub(" ", visible)
    brackets = [inside.strip() for inside in _BRACKETS.findall(plain)]
    others = [inside for inside in brackets if inside and not _is_suffix(inside)]
    outside = _turned(_BRACKETS.sub(" ", plain))
    other = next((_turned(inside) for inside in others if not _is_copy(inside)), "")
    if kind := _machine(outside, visible):
        return _machine_or_person(kind, outside, other)
    if other and _is_fuller(other, outside):
        return Shown(other, outside, "person")
    return Shown(outside or other, other if outside else "", "person")


def _machine_or_person(kind: Kind, outside: str, other: str) -> Shown:
    """Zoom keeps the account's name in the bracket: `iPhone (Kwame Oyelaran)` is Kwame."""
    if kind != "bot" and other and _words(other) and _machine(other, other) is None:
        return Shown(other, outside, "person")
    return Shown(outside, other, kind)


def _visible(name: str) -> str:
    """Drop what is not seen: controls, direction marks, zero widths, emoji; fold the spaces."""
    text = unicodedata.normalize("NFC", name[:300])
    if _ALL_SEEN.fullmatch(text):
        return " ".join(text.split())
    kept = []
    for letter in text:
        category = unicodedata.category(letter)
        if category == "Cf" or letter in "\ufe0f\u20e3":
            continue
        kept.append(" " if category in {"Cc", "Zs", "Zl", "Zp", "So", "Cn", "Co"} else letter)
    return " ".join("".join(kept).split())


def _is_suffix(inside: str) -> bool:
    plain = inside.casefold()
    if plain in _STATUSES:
        return True
    parts = [part.strip() for part in re.split(r"[/,|]", plain)]
    return len(parts) >= 1 and all(_PRONOUN.fullmatch(part) for part in parts)


def _is_copy(inside: str) -> bool:
    return inside.isdigit()


def _turned(name: str) -> str:
    """Turn `Family, Given` where there is one comma; take loose dashes and letters after names."""
    plain = " ".join(name.split()).strip(",;|_ ")
    plain = re.sub(r"\s+[-–—]+$", "", plain)
    family, comma, given = (part.strip() for part in plain.partition(","))
    if not comma or not given or not family or "," in given:
        return plain
    if _AFTER_NAME.fullmatch(given.casefold().replace(".", "")):
        return family
    return f"{given} {family}"


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", name) if any(c.isalpha() for c in word)]


def _machine(outside: str, whole: str) -> Kind | None:
    if _BOT.search(whole):
        return "bot"
    digits = sum(letter.isdigit() or letter in "*•" for letter in outside)
    if _CALLER.search(outside) or (digits >= 5 and _NUMBER.fullmatch(outside)):
        return "phone"
    return "device" if _DEVICE.search(outside) else None


def _is_fuller(other: str, outside: str) -> bool:
    """Tell whether the bracket is the real name: two words or more against one or none."""
    if _ORGANISATION.search(other) or _machine(other, other) is not None:
        return False
    return len(_words(other)) >= 2 and len([w for w in _words(outside) if w.isalpha()]) < 2


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Fold a cleaned name into a key: capitals, spaces, apostrophes and hyphens do not matter."""
    plain = unicodedata.normalize("NFC", name).casefold()
    plain = re.sub("[’‘`´ʻʼ＇]", "'", plain)
    return " ".join(re.sub("[‐‑‒–—―]", "-", plain).split())


@lru_cache(maxsize=4096)  # everybody in a report is compared with everybody in the cohort
def bare(name: str) -> tuple[str, ...]:
    """Return the words of a name as `may_be_one` compares them."""
    folded = unicodedata.normalize("NFKD", key(name)).replace("ł", "l").replace("ø", "o")
    letters = "".join(c if c.isalpha() or c == "'" else " " for c in folded if c.isprintable())
    return tuple(word.replace("'", "") for word in letters.split() if word.strip("'"))


def may_be_one(first: str, second: str) -> bool:
    """Tell whether two names at one address may be the same person; False asks the user.

    Every word of the shorter name has to be in the longer one: the same, its initial, or nearly
    so. `Ann Smith` and `Bob Smith` at a shared address are two people.
    """
    if first == second:
        return True
    short, long = sorted((bare(first), bare(second)), key=len)
    if not short:
        return True
    if "".join(sorted(short)) == "".join(sorted(long)):
        return True
    left = list(long)
    for word in short:
        match = next((other for other in left if _near(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return True


@lru_cache(maxsize=4096)  # given names repeat
def _near(one: str, two: str) -> bool:
    if one == two or (min(len(one), len(two)) == 1 and one[0] == two[0]):
        return True
    needed = 0.5 if one[0] == two[0] else 0.8
    match = SequenceMatcher(None, one, two)
    return match.quick_ratio() >= needed and match.ratio() >= needed  # the first is never less
