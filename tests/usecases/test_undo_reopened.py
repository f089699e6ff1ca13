"""What was done before the academy was closed is undone after it is opened again."""

import pytest

from academy.store.file import open_academy
from usecases.test_undo import COMMANDS, World, everything, prepared


@pytest.mark.parametrize("key", COMMANDS)
def test_undo_gives_back_what_was_after_closing_and_opening(key, tmp_path):
    path = tmp_path / "Own.academy"
    world = World(path)
    run = prepared(COMMANDS[key], world)
    before = everything(world.store)
    run()
    who = world.store.who
    world.store.close()
    again = open_academy(path, who)
    assert again.undo().key == key
    assert everything(again) == before
    again.close()
