"""The passphrase of facilitator mode: kept as a salted digest, never in clear, not even in logs."""

from pathlib import Path

import pytest

from academy.domain.words import RuleBroken, Who
from academy.store.file import create
from academy.store.journal import Gesture
from academy.usecases import passphrases
from builders import an_academy

SET = Gesture("set_passphrase", undoable=False)


def test_it_is_right_however_accents_were_typed():
    store = an_academy()
    store.write(SET, passphrases.set_passphrase, "Siân’s kettle")
    assert store.read(passphrases.is_passphrase, "Sia\u0302n’s kettle")
    assert not store.read(passphrases.is_passphrase, "Sian’s kettle")
    assert not store.read(passphrases.is_passphrase, "x" * 100_000)


def test_a_new_one_takes_the_place_of_the_old():
    store = an_academy()
    for words in ("first one", "second one"):
        store.write(SET, passphrases.set_passphrase, words)
    assert not store.read(passphrases.is_passphrase, "first one")
    assert store.read(passphrases.is_passphrase, "second one")


@pytest.mark.parametrize("words", ["", "short", "x" * 201])
def test_one_that_is_too_short_or_endless_is_refused(words):
    store = an_academy()
    with pytest.raises(RuleBroken, match="passphrase_length"):
        store.write(SET, passphrases.set_passphrase, words)
    assert not store.read(passphrases.has_passphrase)


def test_without_one_anything_leads_out_and_removing_it_changes_nothing():
    store = an_academy()
    store.write(Gesture("remove_passphrase", undoable=False), passphrases.remove_passphrase)
    assert store.read(passphrases.is_passphrase, "anything")


def test_the_file_holds_it_nowhere(tmp_path: Path):
    path = tmp_path / "Own.academy"
    store = create(path, Who("Ann"), name="Own")
    store.write(SET, passphrases.set_passphrase, "blue kettle 9")
    store.close()
    assert b"blue kettle 9" not in b"".join(p.read_bytes() for p in tmp_path.iterdir())
