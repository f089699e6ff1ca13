"""Marks sentences for translation where they stand, to be translated when they are shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Return the sentence as it is; Qt's own function of this name is not typed."""
    return source
