"""Names and e-mail addresses: kept as typed, compared without their accidents of writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from academy.domain.words import RuleBroken

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʻʹʽ‛`´′＇ꞌ"), "'")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－⁃"), "-")
_LETTERS = {
    ord(letter): plain
    for letter, plain in {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t",
        "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss", "ƒ": "f", "ĸ": "k",
    }.items()
}  # fmt: skip
_MC = re.compile(r"\b(mc|mac) (?=\w)")
_JOINERS = "\u200c\u200d"  # they change how Persian, Hindi and emoji look, so they are kept
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PLAIN_BEFORE_AT = re.compile(r"[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*")
_PLAIN_DOMAIN = r"([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
_PLAIN_ADDRESS = re.compile(f"({_PLAIN_BEFORE_AT.pattern})@{_PLAIN_DOMAIN}")
_LONGEST_BEFORE_AT, _LONGEST_ADDRESS = 64, 254  # RFC 5321, 4.5.3.1
_POST_NOMINALS = frozenset(
    {
        "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "PhD", "Ph.D.", "DPhil", "MBA", "MBE", "OBE",
        "CBE", "BEM", "KC", "QC", "MP", "MA", "BA", "MSc", "BSc", "MPA", "CPFA", "ACA", "ACCA",
        "FCA", "FRSA", "MIET", "CEng", "FBCS", "MBCS",
    }
)  # fmt: skip


@lru_cache(maxsize=4096)  # asked for again at once, by what compares and by what sorts
def folded(name: str) -> str:
    """Return the form in which two writings of one name are equal.

    NFC and casefold; variants of apostrophe and hyphen are one; spaces fold to one; invisible
    and control characters and emoji count for nothing. Accents count: they are another name.
    """
    if name.isascii() and name.isprintable():  # most names, and nothing invisible in them
        return " ".join(name.lower().replace("`", "'").replace("^", "").split())
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return " ".join(text.translate(_COMPARED).split())


class _Counts(dict[int, str]):
    """What each character counts as; worked out when it is first met: few make up many names."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, code: int) -> str:
        self[code] = found = self._work_out(chr(code))
        return found


def _compared(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace():
        return " "
    if category in {"Cc", "Cf", "Cs", "So", "Sk"} and ord(character) not in _APOSTROPHES:
        return ""
    shown = "" if 0xFE00 <= ord(character) <= 0xFE0F else character
    return shown.translate(_APOSTROPHES).translate(_HYPHENS)


_COMPARED = _Counts(_compared)


def _without_accents(character: str) -> str:
    text = unicodedata.normalize("NFKD", character.translate(_LETTERS))
    return "".join(c for c in text if not "\u0300" <= c <= "\u036f")


_SUGGESTED = _Counts(_without_accents)


@lru_cache(maxsize=4096)  # names are compared with each other, each many times
def suggestive(name: str) -> str:
    """Return a looser form, good enough to *suggest* that two names are one person's.

    Accents are folded, ł becomes l and ß ss, apostrophes fall away, a hyphen is a space, and
    “Mc Laren” is “McLaren”. Never merge on it without asking.
    """
    if name.isascii() and name.replace(" ", "").isalpha() and "  " not in name:
        plain = name.lower().strip()  # most names: bare letters
        return _MC.sub(r"\1", plain) if "c " in plain else plain
    plain = folded(name)
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain.translate(_SUGGESTED))
    plain = " ".join(plain.replace("'", "").replace("-", " ").split())
    return _MC.sub(r"\1", plain) if "c " in plain else plain


def tidied(text: str) -> str:
    """Return what was typed without stray or odd spaces and without invisible characters.

    Capitals, accents and the writing of apostrophes stay. Characters that are refused
    (`refused_characters`) stay too: they are told, not hidden.
    """
    if text.isprintable():  # most names: nothing in them is invisible, and no space is odd
        return " ".join(text.split()) if "  " in text else text.strip(" ")
    shown = "".join(c for c in text if not _invisible(c))
    return " ".join(shown.split()).strip(_JOINERS)


@lru_cache(maxsize=4096)
def _invisible(character: str) -> bool:
    if character in _OVERRIDES or character in _JOINERS:
        return False
    tag = 0xE0020 <= ord(character) <= 0xE007F  # the flags of England, Scotland and Wales
    return unicodedata.category(character) == "Cf" and not tag


def refused_characters(text: str) -> tuple[str, ...]:
    """Return the code points (“U+202E”) that no field may hold, in order, each once.

    These are control characters other than tab and line ends, overrides of the writing
    direction, and halves of characters.
    """
    if text.isprintable():  # none of them is, and most texts are
        return ()
    found = dict.fromkeys(c for c in text if _refused(c))
    return tuple(f"U+{ord(c):04X}" for c in found)


def _refused(character: str) -> bool:
    if character in "\t\n\r":
        return False
    return character in _OVERRIDES or unicodedata.category(character) in {"Cc", "Cs"}


def check_characters(text: str) -> str:
    """Return the text tidied; raise `RuleBroken("refused_characters")` if it holds any."""
    found = refused_characters(text)
    if found:
        raise RuleBroken("refused_characters", characters=", ".join(found))
    return tidied(text)


def listed(full_name: str, family_name: str = "") -> str:
    """Return the name as a list shows it: “Family, Given” where the family name is known."""
    if family_name[:1].isalpha() and family_name[-1] != " " and _is_tidy(full_name):
        before, found, after = full_name.rpartition(f" {family_name}")
        if found and not after:  # as nearly every name is stored: the work below is spared
            return f"{family_name}, {before}"
    if not family_name:
        return tidied(full_name)
    words, family = tidied(full_name).split(" "), tidied(family_name).split(" ")
    count = len(family)
    if not folded(family_name) or count >= len(words):
        return " ".join(words)
    for own, given in (words[-count:], words[:-count]), (words[:count], words[count:]):
        if folded(" ".join(own)) == folded(family_name):
            return f"{' '.join(own)}, {' '.join(given)}"
    return " ".join(words)


def _is_tidy(name: str) -> bool:
    return name.isprintable() and "  " not in name and not name.startswith(" ")


def sort_key(full_name: str, family_name: str = "") -> str:
    """Return what lists of people sort by: the listed name, accents deciding last."""
    name = listed(full_name, family_name)
    return f"{suggestive(name)}\t{folded(name)}"


def search_key(*texts: str) -> str:
    """Return what a search looks in, or for: these texts, each word once, accents left aside."""
    words = suggestive(" ".join(texts)).replace(",", " ").split()
    return " ".join(dict.fromkeys(words))


def inverted(name: str) -> tuple[str, str]:
    """Turn “Llewellyn, Gwen” into its full name and family name: (“Gwen Llewellyn”, “Llewellyn”).

    A name without exactly one comma, or with letters after it (“Gwen Llewellyn, MBE”), comes
    back as it is, with no family name.
    """
    text = tidied(name)
    if "," not in text:
        return text, ""
    family, comma, given = (part.strip() for part in text.partition(","))
    if not (comma and family and given) or "," in given:
        return text, ""
    if " " in family and all(word in _POST_NOMINALS for word in given.split()):
        return text, ""
    return f"{given} {family}", family


def email_key(address: str) -> str:
    """Return the form in which two writings of one e-mail address are equal."""
    if address.isascii():
        return tidied(address).lower()
    return unicodedata.normalize("NFC", tidied(address)).casefold()


def check_email(text: str) -> str:
    """Return the address without spaces around it and without “mailto:” or a shown name.

    Raises `RuleBroken` with the first thing to mend: `email_one_at`, `email_before_at`,
    `email_after_at`, `email_characters`, `email_domain`. Nothing is looked up in the network,
    and names kept for examples (.example, .test) are addresses like others.
    """
    if plain := _PLAIN_ADDRESS.fullmatch(text):  # most addresses, of which nothing is in doubt
        short = len(plain[1]) <= _LONGEST_BEFORE_AT and len(text) <= _LONGEST_ADDRESS
        if short and _is_sound(plain[2]):
            return text
    address = check_characters(text)
    shown = re.fullmatch(r"[^<>]*<([^<>]+)>", address)
    address = re.sub(r"^mailto:", "", shown[1] if shown else address, flags=re.IGNORECASE).strip()
    _check_parts(address)
    _check_syntax(address)
    return address


def _check_parts(address: str) -> None:
    """Tell the common slips in words of their own; the library's are in another voice."""
    if address.count("@") != 1:
        raise RuleBroken("email_one_at", typed=address, count=address.count("@"))
    before, _, after = address.partition("@")
    if not before:
        raise RuleBroken("email_before_at", typed=address)
    if not after:
        raise RuleBroken("email_after_at", typed=address)
    odd = dict.fromkeys(c for c in address if c in ' ,;:"()<>[]\\')
    if odd:
        raise RuleBroken("email_characters", typed=address, characters=" ".join(map(_named, odd)))
    if "." not in after or after.startswith(".") or after.endswith(".") or ".." in after:
        raise RuleBroken("email_domain", typed=address, domain=after)


@lru_cache(maxsize=4096)
def _is_sound(domain: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(f"a@{domain}", check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return False
    return True


def _named(character: str) -> str:
    return "space" if character == " " else character


def _check_syntax(address: str) -> None:
    """Ask the library; where many addresses come at once, only once for each domain."""
    from email_validator import EmailNotValidError, validate_email

    before, _, domain = address.rpartition("@")
    short = len(before) <= _LONGEST_BEFORE_AT and len(address) <= _LONGEST_ADDRESS
    if short and _PLAIN_BEFORE_AT.fullmatch(before) and _is_sound(domain):
        return
    try:
        validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError as problem:
        raise RuleBroken("email_form", typed=address) from problem
