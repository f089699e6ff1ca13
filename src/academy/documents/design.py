"""What a design of certificates is: a sheet, its decoration, and what it says in reading order.

Printing, checks and previews work on this alone, for any design. `design_for` makes the design
of a look. Points, origin bottom left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from academy.documents.blocks import Bitmap, Element, Line, Shape
from academy.documents.look import DesignName, Look

if TYPE_CHECKING:
    from academy.documents.certificate import CertificateFacts
    from academy.documents.faces import Face


class Design(Protocol):
    """Lays out certificates of one look. It holds its faces, so one object serves an issue."""

    @property
    def look(self) -> Look:
        """What it was made from."""
        ...

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        ...

    @property
    def language(self) -> str:
        """The language of the document, as in ‘en-GB’; blocks of another one name theirs."""
        ...

    @property
    def paper(self) -> str:
        """The colour of the sheet, as #rrggbb."""
        ...

    def ink(self, role: str) -> str:
        """Return the colour of type in a role: “accent”, “second”, “ink”."""
        ...

    @property
    def faces(self) -> tuple[Face, ...]:
        """Every face it sets type in; the first one opens the file."""
        ...

    @property
    def background(self) -> Bitmap | None:
        """A picture over the whole sheet, an artifact, drawn before everything."""
        ...

    @property
    def furniture(self) -> Shape:
        """The decoration under it all, an artifact in a box of the whole sheet."""
        ...

    def elements(self, facts: CertificateFacts) -> list[Element]:
        """Return what a certificate says, fitted to its place, in reading order."""
        ...

    def title(self, facts: CertificateFacts) -> str:
        """Return the title of the file."""
        ...

    def watermark(self, word: str) -> Line:
        """Return a word for the middle of the sheet, set around 0, 0, to be turned by 24°."""
        ...


def design_for(look: Look) -> Design:
    """Return the design of a look. Heavy: imports ReportLab."""
    if look.design is DesignName.BRIGHT:
        from academy.documents.designs.bright import Bright

        return Bright(look)
    if look.design is DesignName.HERITAGE:
        from academy.documents.designs.heritage import Heritage

        return Heritage(look)
    from academy.documents.designs.civic import Civic

    return Civic(look)
