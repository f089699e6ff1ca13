"""Designs whose bottom is laid out as one `Foot`: signatures, day and number, how to check it."""

from __future__ import annotations

from abc import abstractmethod

from academy.documents.blocks import Code
from academy.documents.designs.base import Box, Layout
from academy.documents.designs.parts import Foot


class Footed(Layout):
    """A layout that takes the boxes of signatures and the QR code from its foot."""

    @property
    @abstractmethod
    def foot(self) -> Foot:
        """What stands at the bottom."""

    @property
    def signature_boxes(self) -> tuple[Box, ...]:
        """Where signatures stand."""
        return self.foot.boxes

    def code(self, alternative: str) -> Code:
        """Return where the QR code stands."""
        return Code(*self.foot.code, "#000000", alternative)
