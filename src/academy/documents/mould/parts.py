"""Objects that may stand in any file: their references are numbered when the file is."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


class Slot(int):
    """A reference to an object of the same part, by its place there."""


#: An object in pieces: bytes as they stand, slots to be numbered.
Body = tuple["bytes | Slot", ...]


@dataclass(frozen=True, eq=False)
class Part:
    """Objects that belong together; the last one is what others refer to."""

    objects: tuple[Body, ...]

    def numbered(self, first: int) -> list[bytes]:
        """Return the objects as they stand in a file where the first has this number."""
        return [
            b"".join(
                b"%d 0 R" % (piece + first) if isinstance(piece, Slot) else piece for piece in body
            )
            for body in self.objects
        ]


class Objects:
    """Objects of a file being written, numbered in the order in which they are added."""

    def __init__(self, first: int = 1) -> None:
        self.first = first
        self.bodies: list[bytes] = []
        #: Objects that are found in the file as they stand; others are packed together.
        self.by_themselves: set[int] = set()

    def add(self, body: bytes = b"") -> int:
        """Add an object, or keep its place, and return its number."""
        self.bodies.append(body)
        return self.first + len(self.bodies) - 1

    def add_by_itself(self, body: bytes = b"") -> int:
        """Add an object that is to be found in the bytes of the file as it stands."""
        number = self.add(body)
        self.by_themselves.add(number)
        return number

    def put(self, number: int, body: bytes) -> None:
        """Fill a place that was kept."""
        self.bodies[number - self.first] = body

    def take(self, part: Part) -> int:
        """Add a part and return the number of its last object."""
        self.bodies += part.numbered(self.first + len(self.bodies))
        return self.first + len(self.bodies) - 1


def references(numbers: Iterable[int]) -> bytes:
    """Return references, as they stand in an array."""
    return b" ".join([b"%d 0 R" % number for number in numbers])


def packed_stream(entries: bytes, data: bytes, level: int = 9) -> bytes:
    """Return a deflated stream with these entries."""
    packed = zlib.compress(data, level)
    head = b"<<%b/Filter/FlateDecode/Length %d>>" % (entries, len(packed))
    return b"%bstream\n%b\nendstream" % (head, packed)


def box(numbers: Sequence[float]) -> bytes:
    """Return the four sides of a box, in points."""
    return b"[%.2f %.2f %.2f %.2f]" % tuple(numbers)
