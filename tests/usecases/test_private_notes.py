"""Private notes: sealed for whoever wrote them, and not a word of them anywhere else."""

import tempfile
from base64 import b64encode
from dataclasses import replace

import pytest
import sqlalchemy as sa

from academy.domain.base import Entity
from academy.domain.words import FileProblem, Role, RuleBroken, Who
from academy.store.copies import back_up
from academy.store.file import create, open_academy
from academy.store.journal import Gesture
from academy.ui.kit import labels
from academy.usecases import agreements, exports, history, private_notes, search
from academy.usecases import pair_details as details
from builders import DANA, TODAY, a_cohort, a_pair, an_academy, enrolled

PASSPHRASE = "correct horse battery"
NEEDLE = "needle-4f1d"
SAM = Who("Sam Reed", Role.ADMINISTRATOR)


class Notes:
    """A pair on which Dana wrote a note."""

    def __init__(self, store=None):
        self.store = store or an_academy()
        self.cohort = a_cohort(self.store)
        one, two = enrolled(self.store, self.cohort, 2)
        self.pair = a_pair(self.store, self.cohort, one.person_id)
        self.other = a_pair(self.store, self.cohort, two.person_id)
        self.secret = self.key()
        self.note = self.write(f"He said {NEEDLE}, twice.")

    def do(self, key, command, *args, undoable=True):
        return self.store.write(Gesture(key, {"n": 1}, undoable=undoable), command, *args)

    def key(self, passphrase=PASSPHRASE):
        new = private_notes.make_note_key(self.store.who.name, passphrase)
        self.do("make_note_key", private_notes.add_note_key, new, undoable=False)
        return new.secret

    def write(self, text):
        sealed = self.secret.seal(self.pair, text)
        return self.do("write_note", private_notes.write_note, self.pair, sealed)

    def on(self, pair=None):
        return self.store.read(private_notes.pair_notes, pair or self.pair)

    def unlocked(self, passphrase=PASSPHRASE):
        locked = self.store.read(private_notes.locked_note_key)
        return private_notes.unlock_notes(locked, passphrase)


def test_whoever_wrote_a_note_reads_it_again_with_the_passphrase():
    notes = Notes()
    [note] = notes.on().own
    assert notes.unlocked().open(note) == f"He said {NEEDLE}, twice."
    with pytest.raises(RuleBroken, match="passphrase_wrong"):
        notes.unlocked("correct horse batteries")


def test_another_administrator_sees_how_many_there_are_and_not_a_word():
    notes = Notes()
    notes.store.who = SAM
    assert notes.on() == private_notes.PairNotes((), {"Dana Price": 1})
    assert notes.store.read(private_notes.locked_note_key) is None
    for command, args in (
        (private_notes.remove_note, (notes.note,)),
        (private_notes.change_note, (notes.note, b"x")),
    ):
        with pytest.raises(RuleBroken, match="note_of_another"):
            notes.do("change_note", command, *args)
    with pytest.raises(RuleBroken, match="note_key_missing"):
        notes.do("write_note", private_notes.write_note, notes.pair, b"x")
    assert notes.on().others == {"Dana Price": 1}


def test_a_note_moved_to_another_pair_or_changed_by_a_bit_opens_no_more():
    notes = Notes()
    [note] = notes.on().own
    flipped = note.sealed[:-1] + bytes([note.sealed[-1] ^ 1])
    for bad in (
        replace(note, pair_id=notes.other),
        replace(note, sealed=flipped),
        replace(note, sealed=b""),
    ):
        with pytest.raises(FileProblem, match="note_damaged"):
            notes.secret.open(bad)


def test_the_same_words_are_never_sealed_alike():
    notes = Notes()
    assert notes.secret.seal(notes.pair, "x") != notes.secret.seal(notes.pair, "x")


@pytest.mark.parametrize(("text", "rule"), [(" \n", "note_missing"), ("x" * 10_001, "too_long")])
def test_a_note_must_say_something_and_not_too_much(text, rule):
    with pytest.raises(RuleBroken, match=rule):
        private_notes.NoteSecret("Dana Price", bytes(32), "").seal(1, text)


def test_a_note_key_is_ones_own_and_made_once():
    notes = Notes()
    new = private_notes.make_note_key("Dana Price", PASSPHRASE)
    with pytest.raises(RuleBroken, match="note_key_there_already"):
        notes.do("make_note_key", private_notes.add_note_key, new)
    notes.store.who = SAM
    with pytest.raises(RuleBroken, match="note_key_there_already"):
        notes.do("make_note_key", private_notes.add_note_key, new)
    with pytest.raises(RuleBroken, match="passphrase_length"):
        private_notes.make_note_key("Sam Reed", "short")


def test_a_forgotten_passphrase_costs_ones_own_notes_and_nothing_else():
    notes = Notes()
    dana, notes.store.who = notes.store.who, SAM
    sams = notes.key("another good passphrase")
    sealed = sams.seal(notes.pair, "Mine")
    notes.do("write_note", private_notes.write_note, notes.pair, sealed)
    notes.store.who = dana
    give_up = private_notes.give_up_notes
    with pytest.raises(RuleBroken, match="changed_since_review"):
        notes.do("give_up_notes", give_up, 2, undoable=False)
    assert notes.do("give_up_notes", give_up, 1, undoable=False) == 1
    assert notes.on() == private_notes.PairNotes((), {"Sam Reed": 1})
    assert not notes.secret.fits(notes.store.read(private_notes.locked_note_key))
    anew = notes.key("a passphrase to remember")
    assert not notes.secret.fits(notes.store.read(private_notes.locked_note_key))
    assert anew.fits(notes.store.read(private_notes.locked_note_key))


def test_another_passphrase_opens_what_was_written_before():
    notes = Notes()
    new = private_notes.wrap_notes_anew(notes.secret, "another good passphrase")
    rewrap = private_notes.rewrap_notes
    notes.do("rewrap_notes", rewrap, notes.secret, new, undoable=False)
    with pytest.raises(RuleBroken, match="passphrase_wrong"):
        notes.unlocked()
    assert NEEDLE in notes.unlocked("another good passphrase").open(notes.on().own[0])
    stranger = private_notes.make_note_key("Dana Price", PASSPHRASE)
    with pytest.raises(RuleBroken, match="note_key_missing"):
        notes.do("rewrap_notes", rewrap, notes.secret, stranger)


def everything_said(store, pair):
    """Whatever leaves the store towards windows, files and people, as one text."""
    told = [
        store.read(exports.people), store.read(exports.marks), store.read(exports.certificates),
        store.read(search.found, "a"), store.read(details.pair_details, pair, TODAY),
        store.read(private_notes.pair_notes, pair),
        store.read(private_notes.locked_note_key),
        store.read(agreements.agreement, pair, agreements.AgreementTerms(), TODAY),
    ]  # fmt: skip
    changes = store.read(history.recent_changes, 500)
    told += [labels.gesture(change.key, change.facts) for change in changes]
    for table in ("private_notes", "note_keys", "mentoring_pairs"):
        told += store.read(history.record_history, table, 1)
    return repr(told)


def every_row(path):
    """Every row of every table of a file, the journal's too, as one text."""
    store = open_academy(path, DANA)
    try:
        return store.read(
            lambda db: repr([
                [tuple(row) for row in db.connection().execute(sa.select(table))]
                for table in Entity.metadata.sorted_tables
            ])
        )  # fmt: skip
    finally:
        store.close()


def test_not_a_word_is_in_file_journal_backup_exports_search_or_history(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    store = create(tmp_path / "Kent.academy", DANA, name="Kent")
    notes = Notes(store)
    sealed = notes.secret.seal(notes.pair, f"{NEEDLE} again")
    notes.do("change_note", private_notes.change_note, notes.note, sealed)
    told = everything_said(store, notes.pair)
    store.undo()
    backup = back_up(store, tmp_path / "backups")
    assert NEEDLE in notes.secret.open(notes.on().own[0])  # the writer still reads it
    open_files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    store.close()
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()] + open_files
    told += every_row(tmp_path / "Kent.academy") + every_row(backup.path)
    for secret in (NEEDLE, PASSPHRASE, NEEDLE[7:]):
        assert secret not in told
        for coded in (secret.encode(), secret.encode("utf-16-le"), b64encode(secret.encode())):
            assert all(coded.rstrip(b"=")[:-1] not in data for data in files)
    for coded in (notes.secret.key, b64encode(notes.secret.key)[:-2]):
        assert all(coded not in data for data in files)


def test_secrets_are_not_shown_by_a_careless_print():
    notes = Notes()
    [note] = notes.on().own
    assert repr(notes.secret.key) not in repr((notes.secret, note))
