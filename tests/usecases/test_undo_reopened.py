"""What was done before the academy was closed is undone after it is opened again."""

import pytest

import builders
from academy.store.file import create, open_academy
from usecases.test_undo import COMMANDS, World, everything, prepared

pytestmark = pytest.mark.no_cover  # the commands of test_undo.py once more


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Return where the academies of this test lie: in a file, instead of in memory."""
    goal = tmp_path / "Own.academy"
    monkeypatch.setattr(builders, "in_memory", lambda who: create(goal, who))
    return goal


@pytest.mark.parametrize("key", COMMANDS)
def test_undo_gives_back_what_was_after_closing_and_opening(key, path):
    world = World()
    run = prepared(COMMANDS[key], world)
    before = everything(world.store)
    run()
    who = world.store.who
    world.store.close()
    again = open_academy(path, who)
    assert again.undo().key == key
    assert everything(again) == before
    again.close()
