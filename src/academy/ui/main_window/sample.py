"""The sample academy from the window: made at the first time, moved with the days, made anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from academy.store.file import open_academy
from academy.store.journal import Gesture
from academy.store.problems import StoreUnavailable
from academy.store.reading import explaining
from academy.store.store import Store
from academy.ui.main_window import files
from academy.ui.main_window.files import Obstacle
from academy.usecases import sample

PARTS = ("", "-journal", ".lock")


def opened(today: date | None = None) -> Store | Obstacle:
    """Open the sample: untouched on a later day it is made anew, else its dates move."""
    today = today or date.today()  # noqa: DTZ011 - the wall calendar
    path = files.sample_path()
    try:
        with explaining(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            return sample.make_sample(path, files.who(), today)
        store = open_academy(path, files.who())
        if store.read(sample.untouched):
            return _made_anew_if_old(store, path, today)
        _move(store, today)
        return store
    except StoreUnavailable as problem:
        return files.obstacle(path, problem)


def made_anew(today: date | None = None) -> Store | Obstacle:
    """Replace the sample, whatever was done in it, by a fresh one."""
    today = today or date.today()  # noqa: DTZ011 - the wall calendar
    path = files.sample_path()
    try:
        for part in PARTS:
            path.with_name(path.name + part).unlink(missing_ok=True)
        return sample.make_sample(path, files.who(), today)
    except StoreUnavailable as problem:
        return files.obstacle(path, problem)


def _made_anew_if_old(store: Store, path: Path, today: date) -> Store | Obstacle:
    from academy.usecases.academy import sample_day

    if store.read(sample_day) == today:
        return store
    store.close()
    path.unlink()
    return sample.make_sample(path, files.who(), today)


def _move(store: Store, today: date) -> None:
    from academy.usecases.academy import sample_day

    made = store.read(sample_day)
    if made is not None and made != today:
        days = (today - made).days
        gesture = Gesture("move_sample", {"n": days}, undoable=False)
        store.write(gesture, sample.move_sample, today)
