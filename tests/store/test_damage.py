"""Damaged files: one problem with a key, the file kept as it is, the newest sound backup found."""

import random

import pytest

from academy.domain.words import Who
from academy.store.backup import back_up, folder_of, newest_sound
from academy.store.check import check
from academy.store.file import StoreUnavailable, create, open_academy
from academy.store.store import Gesture

from .test_file import add_person

ANN = Who("Ann")
KEYS = {"store_damaged", "store_not_academy", "store_foreign", "store_empty", "store_too_new"}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "a.academy"
    store = create(path, ANN, name="Anytown")
    for n in range(30):
        store.write(Gesture("add_person"), add_person, f"Person {n}")
    store.close()
    return path.read_bytes()


def cut(data, at):
    return data[: int(len(data) * at)]


def scratched(data, seed):
    """Overwrite some stretches with noise, the beginning of pages more often."""
    chance, spoilt = random.Random(seed), bytearray(data)
    for _ in range(chance.randint(1, 12)):
        page = chance.randrange(len(data) // 4096) * 4096
        at = page + chance.choice([0, 0, chance.randrange(4000)])
        noise = chance.randbytes(chance.randint(1, 96))
        spoilt[at : at + len(noise)] = noise
    return bytes(spoilt)


def refusal(path, read_only):
    """Return why a file does not open; nothing when noise fell where nothing is kept."""
    try:
        open_academy(path, ANN, read_only=read_only).close()
    except StoreUnavailable as problem:
        return problem.key
    return None


CASES = {
    **{f"cut at {at}": lambda data, at=at: cut(data, at) for at in (0.01, 0.1, 0.5, 0.9, 0.999)},
    **{f"scratched {seed}": lambda data, seed=seed: scratched(data, seed) for seed in range(40)},
    "zeros": lambda data: bytes(len(data)),
    "zeros after the first page": lambda data: data[:4096] + bytes(len(data) - 4096),
    "a page twice": lambda data: data[:8192] + data[4096:8192] + data[12288:],
    "no end": lambda data: data + data[:5000],
}


@pytest.mark.parametrize("spoil", CASES.values(), ids=CASES.keys())
def test_a_damaged_file_is_told_in_one_sentence_and_never_changed(whole, tmp_path, spoil):
    path = tmp_path / "a.academy"
    path.write_bytes(whole)
    made = back_up(path, folder_of(path))
    spoilt = spoil(whole)
    path.write_bytes(spoilt)
    found = check(path)
    for read_only in (True, False):
        if key := refusal(path, read_only):
            assert key in KEYS
            assert found
            assert path.read_bytes() == spoilt
    assert {file.name for file in tmp_path.iterdir() if "journal" not in file.name} == {
        "a.academy",
        "a backups",
    }
    newest = newest_sound(path)
    assert (newest.path, newest.counts["people"]) == (made.path, 30)


def test_most_of_these_are_noticed(whole, tmp_path):
    """Control: the cases are damage indeed."""
    path = tmp_path / "a.academy"
    noticed = 0
    for spoil in CASES.values():
        path.write_bytes(spoil(whole))
        noticed += bool(check(path))
    assert noticed > 0.8 * len(CASES)
