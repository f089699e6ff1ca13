"""Academy: run a leadership academy, from the list of people to certificates anybody can check."""

__version__ = "0.1.0"
