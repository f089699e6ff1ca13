"""The window of the program: its frame, its menus, the way between its pages."""

from academy.ui.main_window.application import Options, run

__all__ = ["Options", "run"]
