"""Journeys go through the real window, so they start as the tests of the interface do."""

from ui.conftest import answers, fresh_desktop

__all__ = ["answers", "fresh_desktop"]
