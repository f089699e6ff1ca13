"""The window of the program: its frame, its menus, the way between its pages."""
