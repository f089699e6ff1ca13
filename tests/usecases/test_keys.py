"""The academy's signing keys: made, unlocked, saved, taken over, replaced; never told."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from sqlalchemy import select, text

from academy.domain.words import FileProblem, KeyEnd, RuleBroken
from academy.store.journal import Gesture
from academy.usecases import certificate_files, issue, issue_plan, keys, verification
from academy.usecases.certificates import certificates
from builders import NOW, TODAY, WEEK, an_academy
from usecases.signed import PHRASE, SignedAcademy, a_new_key, with_key


class MemoryKeyring(KeyringBackend):
    """A keyring as a desktop has one, kept in memory."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def desktop_keyring():
    before, made = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture(scope="module")
def academy():
    return SignedAcademy()


def do(store, key, command, *args):
    return store.write(Gesture(key, undoable=False), command, *args)


def refusal(act, *args):
    with pytest.raises(RuleBroken) as broken:
        act(*args)
    return broken.value.rule


def test_the_passphrase_unlocks_the_key_however_it_is_typed(academy):
    locked = academy.store.read(keys.locked_key)
    assert keys.unlock(locked, PHRASE).kid == academy.key.kid
    assert refusal(keys.unlock, locked, PHRASE + " ") == "passphrase_wrong"
    assert refusal(keys.unlock, locked, "x" * 9999) == "passphrase_wrong"


def test_neither_passphrase_nor_key_is_in_the_file_or_its_history(academy):
    def everything(db, like="%"):
        run = db.connection().execute
        found = "select name from sqlite_master where type = 'table' and name like :like"
        names = run(text(found), {"like": like}).scalars().all()
        return repr([run(text(f"select * from {name}")).all() for name in names])

    kept = academy.store.read(everything)
    key = academy.key
    number = str(int.from_bytes(key.secret(), "big"))
    secrets = [PHRASE, key.secret().hex(), repr(key.secret()), number]
    assert not [secret for secret in secrets if secret in kept]
    assert key.kid in kept
    wrapped = academy.store.read(keys.locked_key).wrapped["sealed"]
    journal = academy.store.read(everything, "journal%")
    assert key.kid in journal
    assert wrapped not in journal


def test_a_short_passphrase_makes_no_key():
    assert refusal(keys.make_key, "Kent", TODAY, "too short") == "passphrase_length"


def test_certificates_carry_token_seal_and_the_kid(academy):
    [made, _] = academy.made
    kept = academy.store.read(lambda db: db.scalars(select_certificates()).all())
    assert {one.key for one in kept} == {academy.key.kid}
    assert [one.token for one in kept] == [one.token for one in academy.made]
    assert made.content.count(made.token.encode()) == 2  # the link and the information dictionary
    assert b"https://example.org/check/#" + made.token.encode() in made.content
    assert "code" not in kept[0].facts


def select_certificates():
    from academy.domain.certificates import Certificate

    return select(Certificate).order_by(Certificate.id)


def test_without_a_key_certificates_are_issued_and_the_plan_says_so():
    made = SignedAcademy()
    plan = made.plan
    unsigned = replace(plan, choice=replace(plan.choice, kid=""))
    assert plan.signed
    assert not unsigned.signed
    [one, _] = certificate_files.make_files(unsigned)
    assert one.token == ""
    assert b"AcademyToken" not in one.content


def test_a_key_that_was_retired_meanwhile_issues_nothing():
    academy = SignedAcademy(names=("Siân Hughes",))
    choice = issue_plan.IssueChoice(
        academy.cohort.id, (academy.places[0].id,), TODAY, academy.signatory, kid=academy.key.kid,
        replacing="A trial",
    )  # fmt: skip
    plan = academy.store.read(issue_plan.certificate_plan, choice, NOW)
    made = certificate_files.make_files(plan, key=academy.key)
    do(academy.store, "retire_key", keys.retire, TODAY, KeyEnd.LOST)
    with pytest.raises(RuleBroken):
        academy.store.write(issue.issue_gesture(plan), issue.issue, plan, made)
    assert len(academy.store.read(certificates)) == 1
    assert refusal(certificate_files.make_files, plan) == "key_gone"


def test_files_that_another_key_signed_are_not_issued():
    academy = SignedAcademy(names=("Siân Hughes",))
    choice = replace(academy.plan.choice, replacing="A trial")
    plan = academy.store.read(issue_plan.certificate_plan, choice, NOW)
    foreign = a_new_key(9).unlocked
    forged = replace(plan, choice=replace(plan.choice, kid=foreign.kid))
    made = certificate_files.make_files(forged, key=foreign)
    with pytest.raises(RuleBroken, match="key_unknown"):
        academy.store.write(issue.issue_gesture(plan), issue.issue, plan, made)


# ---- a new key ---------------------------------------------------------------------------------


def test_what_an_old_key_signed_stays_good_and_a_new_one_signs():
    academy = SignedAcademy(names=("Siân Hughes",))
    do(academy.store, "rotate_key", keys.rotate, a_new_key(1), TODAY, KeyEnd.UNUSED)
    rows = academy.store.read(keys.keys)
    assert [(row.kid, row.signed, row.reason) for row in rows] == [
        (a_new_key(1).unlocked.kid, 0, None), (academy.key.kid, 1, KeyEnd.UNUSED),
    ]  # fmt: skip
    [old] = academy.made
    assert verification.verdict_on_token(old.token, academy.public, TODAY).verdict == "genuine"
    assert academy.store.read(keys.locked_key).kid == a_new_key(1).unlocked.kid


def test_a_key_seen_by_others_ends_on_the_day_they_might_have_had_it():
    academy = SignedAcademy(a_new_key(2, TODAY - 3 * WEEK), names=("Siân Hughes",))
    seen = TODAY - timedelta(days=1)
    do(academy.store, "retire_key", keys.retire, TODAY, KeyEnd.SEEN, seen)
    [later] = academy.made
    found = verification.verdict_on_token(later.token, academy.public, TODAY)
    assert (found.verdict, found.reasons[0][0]) == ("changed", "token_after_key")
    assert academy.store.read(keys.locked_key) is None
    assert academy.store.read(keys.public_keys)[0].seen_by_others
    assert refusal(do, academy.store, "retire_key", keys.retire, TODAY, KeyEnd.LOST) == (
        "key_missing"
    )


def test_a_key_does_not_end_on_a_day_to_come():
    academy = SignedAcademy(names=("Siân Hughes",))
    late = TODAY + WEEK
    act = (do, academy.store, "retire_key", keys.retire, TODAY, KeyEnd.SEEN, late)
    assert refusal(*act) == "key_day_to_come"
    assert refusal(do, academy.store, "make_key", keys.add_key, a_new_key(1)) == "key_there_already"


def test_another_passphrase_takes_the_place_of_the_first():
    academy = SignedAcademy(names=("Siân Hughes",))
    other = keys.wrap_anew(academy.key, "another four words")
    do(academy.store, "rewrap_key", keys.rewrap, other)
    locked = academy.store.read(keys.locked_key)
    assert refusal(keys.unlock, locked, PHRASE) == "passphrase_wrong"
    assert keys.unlock(locked, "another four words").kid == academy.key.kid


# ---- copies ------------------------------------------------------------------------------------


@pytest.fixture
def copy(academy, tmp_path):
    path = tmp_path / "key.academy-key"
    keys.save_copy(path, academy.store.read(keys.key_copy, None))
    return path


def test_a_copy_brings_a_lost_passphrase_back(copy):
    academy = SignedAcademy(names=("Siân Hughes",))
    before = academy.store.read(keys.key_copy, None)
    keys.save_copy(copy, before)
    do(academy.store, "rewrap_key", keys.rewrap, keys.wrap_anew(academy.key, "forgotten words"))
    do(academy.store, "take_over_key", keys.take_over, keys.opened_copy(copy, PHRASE))
    assert keys.unlock(academy.store.read(keys.locked_key), PHRASE).kid == academy.key.kid


def test_a_copy_file_tells_nothing_without_its_passphrase(copy, academy):
    text_ = copy.read_text()
    assert academy.key.secret().hex() not in text_
    assert PHRASE not in text_
    assert refusal(keys.opened_copy, copy, "not this one") == "passphrase_wrong"


def test_a_copy_of_another_academy_is_refused(copy):
    other = an_academy("Another Academy")
    with_key(other, a_new_key(1))
    opened = keys.opened_copy(copy, PHRASE)
    with pytest.raises(FileProblem, match="key_of_other_academy"):
        do(other, "take_over_key", keys.take_over, opened)
    assert other.read(keys.locked_key).kid == a_new_key(1).unlocked.kid


def test_a_retired_key_does_not_come_back_by_its_copy():
    academy = SignedAcademy(names=("Siân Hughes",))
    copy = academy.store.read(keys.key_copy, None)
    do(academy.store, "retire_key", keys.retire, TODAY, KeyEnd.LOST)
    assert refusal(do, academy.store, "take_over_key", keys.take_over, copy) == (
        "key_retired_already"
    )


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (lambda data: data[: len(data) // 2], "key_damaged"),
        (lambda data: data.replace(b'"kid": "', b'"kid": "x'), "key_damaged"),
        (lambda data: data.replace(b'"version": 1', b'"version": 7'), "key_too_new"),
        (lambda data: data.replace(b'"version": 1', b'"version": null'), "key_damaged"),
        (lambda data: b"", "not_a_key"),
        (lambda data: b"%PDF-1.7", "not_a_key"),
        (lambda data: b"[" * 5000, "not_a_key"),
        (lambda data: b"\xff\xfe" + data, "key_damaged"),
        (lambda data: data + b" " * 99999, "not_a_key"),
    ],
)
def test_a_copy_that_cannot_be_used_is_refused_in_words(copy, damage, rule):
    from academy.ui.kit import labels

    copy.write_bytes(damage(copy.read_bytes()))
    with pytest.raises(FileProblem) as broken:
        keys.opened_copy(copy, PHRASE)
    assert broken.value.rule == rule
    assert "{" not in labels.rule(broken.value)


def test_a_missing_copy_and_a_folder_are_refused(tmp_path: Path):
    assert refusal(keys.opened_copy, tmp_path / "no.academy-key", PHRASE) == "file_missing"
    assert refusal(keys.opened_copy, tmp_path, PHRASE) == "file_unreadable"


def test_a_copy_that_cannot_be_written_leaves_nothing(academy, tmp_path):
    copy = academy.store.read(keys.key_copy, None)
    assert refusal(keys.save_copy, tmp_path / "no" / "key", copy) == "file_unwritable"
    assert list(tmp_path.iterdir()) == []


# ---- the keyring of the computer ---------------------------------------------------------------


def test_the_keyring_opens_its_key_without_asking(desktop_keyring):
    store = an_academy()
    new = keys.make_key("Kent", TODAY, "")
    do(store, "make_key", keys.add_key, new)
    assert keys.keyring_usable()
    [kept] = desktop_keyring.kept.values()
    locked = store.read(keys.locked_key)
    assert locked.in_keyring
    assert kept not in repr(dict(locked.wrapped))
    assert keys.unlock_by_keyring(locked).kid == new.unlocked.kid
    desktop_keyring.kept.clear()
    assert keys.unlock_by_keyring(locked) is None


def test_a_computer_without_a_keyring_makes_no_key_for_it():
    from keyring.backends import fail

    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        assert not keys.keyring_usable()
        assert refusal(keys.make_key, "Kent", date(2026, 1, 1), "") == "keyring_refused"
    finally:
        keyring.set_keyring(before)
