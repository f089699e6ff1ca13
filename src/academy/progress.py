"""How long work tells how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

Progress = Callable[[int, int, str], None]
"""Called with what is done, of how many, and the name of what comes next."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """The person asked to stop; whoever works puts everything back and lets this pass."""


def silent(_done: int, _total: int, _text: str) -> None:
    """Report progress to nobody."""


def counted(
    items: Sequence[Item], progress: Progress, name: Callable[[Item], str] = lambda _: ""
) -> Iterator[Item]:
    """Go through items and report each before it is worked on."""
    for done, item in enumerate(items):
        progress(done, len(items), name(item))
        yield item
    progress(len(items), len(items), "")
