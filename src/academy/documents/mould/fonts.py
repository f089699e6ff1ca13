"""Font subsets: the letters that a certificate sets in a face, and the operators that show them.

The subset is rounded up a little, so that most certificates of an issue share theirs: to all
digits where there is one, to a–z and A–Z in the face of names. Letters of a name beyond those are
in a small font of their own beside it, so that the large one is still shared.
"""

from __future__ import annotations

import string
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock
from typing import Final

from reportlab.pdfbase.ttfonts import makeToUnicodeCMap

from academy.documents.blocks import Line
from academy.documents.faces import Face
from academy.documents.mould.parts import Part, Slot, packed_stream
from academy.documents.sheet import ink

#: Codes of one font are a byte; 0 is the box for a missing letter.
_MOST = 255
#: Lines kept as operators by each subset: most are the same on every certificate.
_KEPT = 2000
#: What the font of names always holds.
_IN_NAMES: Final = string.ascii_letters + "-'."
_SYMBOLIC, _NONSYMBOLIC = 4, 32
#: A face is read at one place at a time (ReportLab), and a task may run beside a preview.
_one_at_a_time = Lock()


class Subset:
    """Some letters of a face, as fonts of at most 255 letters each; no font holds two `kinds`."""

    def __init__(self, face: Face, kinds: tuple[str, ...]) -> None:
        self.face = face
        runs = [some[n : n + _MOST] for some in kinds for n in range(0, len(some), _MOST)]
        #: The fonts under the names that their operators use.
        self.fonts: Final = {
            f"{face.name}.{n}": _part(face, letters_of_one) for n, letters_of_one in enumerate(runs)
        }
        self._codes = {
            letter: (f"/{face.name}.{n}", f"{code:02x}")
            for n, letters_of_one in enumerate(runs)
            for code, letter in enumerate(letters_of_one, 1)
        }
        self._shown: dict[Line, str] = {}

    def shown(self, line: Line) -> str:
        """Return the operators that show a line of type with its kerning."""
        done = self._shown.get(line)
        if done is None:
            done = self._operators(line)
            if len(self._shown) < _KEPT:
                self._shown[line] = done
        return done

    def _operators(self, line: Line) -> str:
        opening = f"BT {ink(line.colour)} rg {line.x:.2f} {line.y:.2f} Td"
        glyphs = self._glyphs(line)
        if line.track:
            return f"{opening} {line.track:g} Tc {glyphs} 0 Tc ET"
        return f"{opening} {glyphs} ET"

    def _glyphs(self, line: Line) -> str:
        missing = next(iter(self._codes.values()))[0], "00"
        out, opened, moved = list[str](), "", ""
        for run, kern in line.face.runs(line.text):
            for letter in run:
                name, code = self._codes.get(letter, missing)
                if name != opened:  # kerning goes first: at the end some viewers leave it out
                    out.append(f"{'>]TJ ' if opened else ''}{name} {line.size:g} Tf [{moved}<")
                    opened = name
                elif moved:
                    out.append(f">{moved}<")
                out.append(code)
                moved = ""
            moved = f"{-kern}" if kern else ""
        return "".join(out) + ">]TJ"


def subset(face: Face, letters: Iterable[str], *, names: bool) -> Subset:
    """Return the subset of a face for these letters; `names` says that names are set in it."""
    wanted = {letter for letter in letters if not face.missing(letter)} | {" "}
    if wanted & set(string.digits):
        wanted |= set(string.digits)
    others = set[str]()
    if names:
        others = {letter for letter in wanted if not letter.isascii()}
        wanted = wanted - others | set(_IN_NAMES)
    with _one_at_a_time:
        return _subset(face, tuple("".join(sorted(some)) for some in (wanted, others)))


@lru_cache(maxsize=256)
def _subset(face: Face, kinds: tuple[str, ...]) -> Subset:
    return Subset(face, kinds)


@lru_cache(maxsize=256)
def _part(face: Face, letters: str) -> Part:
    """Return one font: its file, descriptor, letters behind the codes, and the font itself."""
    drawn, codes = face.font.face, [0, *map(ord, letters)]
    name = "AAAAAA+" + drawn.name.decode()
    file = drawn.makeSubset(codes)
    flags = drawn.flags & ~_NONSYMBOLIC | _SYMBOLIC
    corners = " ".join(f"{side:g}" for side in drawn.bbox)
    descriptor = (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{corners}]"
        f"/ItalicAngle {drawn.italicAngle:g}/Ascent {drawn.ascent:g}/Descent {drawn.descent:g}"
        f"/CapHeight {drawn.capHeight:g}/StemV {drawn.stemV:g}"
        f"/MissingWidth {drawn.defaultWidth:g}/FontFile2 "
    )
    widths = " ".join(f"{drawn.getCharWidth(code):g}" for code in codes)
    font = (
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 0/LastChar {len(letters)}"
        f"/Widths[{widths}]/FontDescriptor "
    )
    return Part(
        (
            (packed_stream(b"/Length1 %d" % len(file), file),),
            (descriptor.encode(), Slot(0), b">>"),
            (packed_stream(b"", makeToUnicodeCMap(name, codes).encode()),),
            (font.encode(), Slot(1), b"/ToUnicode ", Slot(2), b">>"),
        )
    )
