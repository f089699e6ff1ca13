"""Register packs as files: what is written is read; anything else is refused with a sentence."""

import json
import random
from dataclasses import replace
from datetime import date, time

import pytest

from academy.domain.words import FileProblem, Letter
from academy.exchange.packs import PackPerson, RegisterPack, pack_of, read_pack, write_pack
from academy.ui.kit import labels

PACK = RegisterPack(
    academy="0123456789abcdef", academy_name="Kent & Medway", session="a" * 32,
    cohort="Top Talent 7", number=4, title="Leading change", held_on=date(2026, 11, 26),
    starts=time(9, 30), ends=time(12, 30), facilitator="Dana Price",
    people=(PackPerson(1, "Noor Ahmed"), PackPerson(2, "Ğülşen Çelik"), PackPerson(7, "O’Neil")),
)  # fmt: skip


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Top Talent 7 Session 4.register"
    write_pack(path, PACK)
    return path


def refusal(data):
    with pytest.raises(FileProblem) as refused:
        pack_of(data, "a.register")
    assert "a.register" in labels.rule(refused.value)
    return refused.value.rule


def changed(file, **changes):
    return json.dumps({**json.loads(file.read_text("utf-8")), **changes}).encode()


def test_a_pack_is_read_as_it_was_written(file):
    assert read_pack(file) == PACK


def test_marks_are_written_and_read(file):
    marked = replace(PACK, marks={7: Letter.LATE, 1: Letter.EXCUSED})
    write_pack(file, marked)
    assert read_pack(file) == marked
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_pack_is_readable_and_holds_names_and_ids_only(file):
    found = json.loads(file.read_text("utf-8"))
    assert found["people"] == [
        {"id": 1, "name": "Noor Ahmed"}, {"id": 2, "name": "Ğülşen Çelik"},
        {"id": 7, "name": "O’Neil"},
    ]  # fmt: skip
    assert set(found) == {
        "what", "version", "academy", "session", "facilitator", "letters", "people", "seal",
        "marks",
    }  # fmt: skip


@pytest.mark.parametrize("part", ["academy", "session", "facilitator", "people", "letters"])
def test_a_change_to_anything_but_the_marks_is_found(file, part):
    assert refusal(changed(file, **{part: "another"})) == "pack_altered"


def test_something_added_is_found(file):
    assert refusal(changed(file, more=1)) == "pack_altered"


def test_marks_of_somebody_else_are_refused(file):
    assert refusal(changed(file, marks={"3": "P"})) == "pack_altered"


@pytest.mark.parametrize("marks", [{"1": "X"}, {"one": "P"}, {"1": None}, [], None, {"1": ["P"]}])
def test_marks_that_are_none_are_refused(file, marks):
    assert refusal(changed(file, marks=marks)) == "pack_damaged"


def test_other_versions_say_what_to_do(file):
    assert refusal(changed(file, version=2)) == "pack_too_new"
    assert refusal(changed(file, version=0)) == "pack_too_old"
    assert refusal(changed(file, version="1")) == "pack_damaged"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"\xff\xfe", b"hello", b"9" * 5000, b"[" * 100_000, b" " * 2**21]
)
def test_other_files_are_no_packs(data):
    assert refusal(data) == "not_a_pack"


def test_a_pack_cut_off_says_so(file):
    assert refusal(file.read_bytes()[:300]) == "pack_damaged"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileProblem, match="file_missing"):
        read_pack(tmp_path / "gone.register")
    with pytest.raises(FileProblem, match="file_unreadable"):
        read_pack(tmp_path)
    with pytest.raises(FileProblem, match="file_unwritable"):
        write_pack(tmp_path / "no" / "folder.register", PACK)


def test_hundreds_of_mutations_are_read_whole_or_refused(file):
    write_pack(file, replace(PACK, marks={1: Letter.PRESENT, 2: Letter.ABSENT}))
    whole, chance = file.read_bytes(), random.Random(4)
    for _ in range(700):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 8))):
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 1, 1, 5))] = chance.randbytes(chance.choice((0, 1, 3)))
        try:
            found = pack_of(bytes(data), "a.register")
        except FileProblem:
            continue  # any other error ends the test
        assert replace(found, marks={}) == PACK
