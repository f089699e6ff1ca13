"""The look of certificates: everything that a version of a template fixes, as plain values.

Nothing here draws. `design_for` makes a design of a look; `look_of` and `look_data` read and
write it as plain JSON, pictures apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

#: The language of English certificates, and of Welsh words.
ENGLISH_CODE: Final = "en-GB"
WELSH_CODE: Final = "cy"


class DesignName(StrEnum):
    """The designs there are."""

    CIVIC = "civic"
    BRIGHT = "bright"
    HERITAGE = "heritage"


class Paper(StrEnum):
    """The sheet: A4 across or upright."""

    LANDSCAPE = "a4_landscape"
    PORTRAIT = "a4_portrait"


class Language(StrEnum):
    """The languages of a certificate: English alone, or Welsh first with English beside it."""

    ENGLISH = "en"
    WELSH_ENGLISH = "cy_en"


class NameFace(StrEnum):
    """The type of the name: that of the design, or another one."""

    DESIGN = "design"
    SERIF = "serif"
    SANS = "sans"
    SCRIPT = "script"


@dataclass(frozen=True)
class Colours:
    """Colours as #rrggbb; an empty one is that of the design.

    `accent` is for headings and rules, `second` for what stands beside it, `ink` for plain text.
    """

    accent: str = ""
    second: str = ""
    ink: str = ""
    paper: str = ""


@dataclass(frozen=True)
class OwnWords:
    """What an academy says in its own words in one language; an empty text is the usual one.

    Texts may hold fields in braces, such as {name} (see `fields`). `lines` stand below the hours.
    """

    academy: str = ""
    strapline: str = ""
    heading: str = ""
    certifies: str = ""
    did: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signer:
    """Somebody who signs every certificate of a template: name, role, picture of the signature."""

    name: str = ""
    role: str = ""
    welsh_role: str = ""
    picture: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Look:
    """What a template says about the page. Pictures are the bytes of PNG or JPEG files.

    Without `signers`, whoever is chosen when issuing signs. `valid_months` 0: for good.
    """

    design: DesignName = DesignName.CIVIC
    paper: Paper = Paper.LANDSCAPE
    language: Language = Language.ENGLISH
    colours: Colours = Colours()
    border: bool = True
    name_face: NameFace = NameFace.DESIGN
    english: OwnWords = OwnWords()
    welsh: OwnWords = OwnWords()
    signers: tuple[Signer, ...] = ()
    valid_months: int = 0
    logo: bytes | None = field(default=None, repr=False)
    background: bytes | None = field(default=None, repr=False)

    @property
    def bilingual(self) -> bool:
        """Whether it speaks Welsh too."""
        return self.language is Language.WELSH_ENGLISH
