"""Publishing the check page: what lies in the folder, and when it must be published again."""

import json
from datetime import UTC, datetime

import pytest

from academy.domain.words import FileProblem, KeyEnd, RuleBroken
from academy.exchange.public_keys import read_keys
from academy.exchange.withdrawn import verified_list
from academy.store.journal import Gesture
from academy.usecases import certificates, keys, publishing
from builders import TODAY, an_academy
from usecases.signed import SignedAcademy, a_new_key

NOW = datetime(2026, 11, 26, 12, 41, tzinfo=UTC)


@pytest.fixture
def academy():
    return SignedAcademy()


def publish(academy, folder, key=None):
    page = academy.store.read(publishing.page_to_publish)
    files = publishing.publish(folder, page, key or academy.key, NOW, "About this folder")
    gesture = Gesture("publish_page", undoable=False)
    academy.store.write(gesture, publishing.note_published, page, NOW)
    return files


def revoke(academy):
    gesture = Gesture("revoke_certificate")
    academy.store.write(gesture, certificates.revoke, academy.ids[0], TODAY, "A trial")


def state(academy):
    return academy.store.read(publishing.publication)


def test_the_folder_holds_the_page_the_keys_and_the_signed_list(academy, tmp_path):
    revoke(academy)
    folder = tmp_path / "new" / "check"
    files = publish(academy, folder)
    assert {file.name for file in folder.iterdir()} == {file.name for file in files} == {
        "README.txt", "icon.svg", "index.html", "keys.js", "keys.json", "pdf.js", "token.js",
        "verify.css", "verify.js", "withdrawn.js", "withdrawn.jws", "words.js",
    }  # fmt: skip
    issuer, known = read_keys((folder / "keys.json").read_bytes(), "keys.json")
    assert (issuer, set(known)) == ("Kent & Medway Leadership", {academy.key.kid})
    listed = verified_list((folder / "withdrawn.jws").read_text("utf-8"), known)
    assert listed.made_at == NOW
    assert [one.number for one in listed.withdrawn] == [academy.made[0].number]
    script = (folder / "keys.js").read_text("utf-8")
    said = script.removeprefix('"use strict";\nglobalThis.academyKeys = ').removesuffix(";\n")
    assert json.loads(said) == json.loads((folder / "keys.json").read_text("utf-8"))


def test_publishing_again_replaces_its_files_and_leaves_others(academy, tmp_path):
    publish(academy, tmp_path)
    (tmp_path / "index.html").write_text("old")
    (tmp_path / "robots.txt").write_text("mine")
    publish(academy, tmp_path)
    assert (tmp_path / "index.html").read_text("utf-8").startswith("<!doctype html>")
    assert (tmp_path / "robots.txt").read_text() == "mine"
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_it_must_be_published_again_after_what_it_does_not_know(academy, tmp_path):
    assert state(academy) == publishing.Publication(None, behind=False)
    publish(academy, tmp_path)
    assert state(academy) == publishing.Publication(NOW, behind=False)
    revoke(academy)
    assert state(academy).behind
    academy.store.undo()
    assert not state(academy).behind
    gesture = Gesture("rotate_key", undoable=False)
    new = a_new_key(3)
    academy.store.write(gesture, keys.rotate, new, TODAY, KeyEnd.UNUSED)
    assert state(academy).behind
    publish(academy, tmp_path, new.unlocked)
    assert not state(academy).behind


def test_only_the_key_that_signs_now_publishes(academy, tmp_path):
    page = academy.store.read(publishing.page_to_publish)
    with pytest.raises(RuleBroken, match="key_retired_already"):
        publishing.publish(tmp_path, page, a_new_key(4).unlocked, NOW, "")
    nobody = an_academy().read(publishing.page_to_publish)
    with pytest.raises(RuleBroken, match="page_needs_key"):
        publishing.publish(tmp_path, nobody, academy.key, NOW, "")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(academy, tmp_path):
    page = academy.store.read(publishing.page_to_publish)
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FileProblem, match="folder_unwritable"):
        publishing.publish(tmp_path / "file", page, academy.key, NOW, "")
