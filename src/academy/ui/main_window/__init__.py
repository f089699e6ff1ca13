"""The window of the program: its frame, its menus, the way between its pages."""

from academy.ui.main_window.application import Options, run
from academy.ui.main_window.picturing import picture, save_picture

__all__ = ["Options", "picture", "run", "save_picture"]
