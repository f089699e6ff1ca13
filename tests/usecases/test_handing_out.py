"""Handing certificates out: each message holds its own certificate and nobody else's."""

import hashlib
from dataclasses import replace
from email import message_from_bytes, policy
from io import BytesIO
from zipfile import ZipFile

import pytest

from academy.domain.words import RuleBroken
from academy.exchange.calendar import Attendee
from academy.exchange.mail_drafts import LetterDraft, read_letter, write_letter
from academy.store.journal import Gesture
from academy.usecases import certificates, cohorts, handing_out, people
from academy.usecases.handing_out import LeftOut
from academy.usecases.people import PersonDraft
from builders import NAMES, TODAY, WEEK, APlace, a_cohort, a_signatory, an_academy, certified

MANY = 200


def words(one):
    return f"Certificate {one.number}", f"Dear {one.name},\n\nhere is {one.number}.\n"


def academy_of(count):
    """Everybody shares one of twelve names; every fifth has no address."""
    store = an_academy()
    a_signatory(store)
    cohort = a_cohort(store, sessions=1, capacity=count)
    drafts = [
        PersonDraft(
            full_name=NAMES[n % len(NAMES)],
            email="" if n % 5 == 4 else f"needle{n:03}@example.org",
        )
        for n in range(count)
    ]

    def fill(db):
        ids = [people.save_person(db, draft) for draft in drafts]
        return cohorts.enrol(db, cohort.id, ids, TODAY - WEEK)

    places = store.write(Gesture("enrol", {"n": count}), fill)
    return store, certified(store, cohort, [APlace(one, 0) for one in places]), places


def test_in_a_merge_of_200_each_message_holds_only_its_own_needle(tmp_path):
    store, ids, places = academy_of(MANY)
    store.write(Gesture("withdraw", {"n": 3}), cohorts.withdraw, places[:3], TODAY)
    store.write(Gesture("revoke_certificate"), certificates.revoke, ids[3], TODAY, "A trial")
    found = store.read(handing_out.handouts, ids)
    why = [reason for _, _, reason in found.left_out]
    assert (why.count(LeftOut.WITHDRAWN), why.count(LeftOut.NOT_LIVE)) == (3, 1)
    assert why.count(LeftOut.NO_ADDRESS) == MANY // 5
    handing_out.write_messages(tmp_path, found.messages, words)
    log = {row.number: row for row in store.read(certificates.certificates)}
    assert len(list(tmp_path.iterdir())) == len(found.messages) == MANY - 44
    needles = {one.email: one for one in found.messages}
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        mail = message_from_bytes(data, policy=policy.default)
        [to] = mail["To"].addresses
        own = needles.pop(to.addr_spec)
        [file] = mail.iter_attachments()
        content = file.get_payload(decode=True)
        assert hashlib.sha256(content).hexdigest() == log[own.number].sha256
        assert file.get_filename() == own.file.name
        said = mail.get_body().get_content() + mail["Subject"] + path.name
        others = [one for one in found.messages if one.number != own.number]
        assert own.number in said
        assert not [one for one in others if one.number in said or one.email.encode() in data]
        assert mail["X-Unsent"] == "1"
        assert not mail["Cc"]
        assert not mail["Bcc"]
    assert needles == {}


def one_handout():
    store, ids, _ = academy_of(2)
    return store.read(handing_out.handouts, ids).messages


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "0" * 64},
        {"number": "LA-2026-0099", "sha256": "0" * 64},
        {"printed_name": "Eve", "email": "eve@example.org, needle001@example.org"},
    ],
)
def test_a_message_that_is_not_of_one_record_is_not_saved(change, tmp_path):
    first, _ = one_handout()
    wrong = replace(first, **change)
    with pytest.raises((RuleBroken, ValueError)):
        handing_out.write_messages(tmp_path, [first, wrong], words)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_somebody_else_is_noticed(tmp_path):
    first, second = one_handout()
    swapped = replace(first, file=second.file)
    with pytest.raises(RuleBroken, match="draft_does_not_match"):
        handing_out.write_messages(tmp_path, [swapped], words)


def test_words_that_name_somebody_else_are_noticed(tmp_path):
    first, second = one_handout()
    with pytest.raises(RuleBroken, match="draft_does_not_match"):
        handing_out.write_messages(tmp_path, [first], lambda _: words(second))


def test_a_message_with_a_copy_to_others_is_not_read_as_one_to_one_person():
    letter = LetterDraft("S", "B", Attendee("Ann", "ann@example.org"), "a.pdf", b"%PDF")
    data = write_letter(letter)
    assert read_letter(data).to.email == "ann@example.org"
    with pytest.raises(ValueError, match="Cc"):
        read_letter(b"Cc: eve@example.org\r\n" + data)


def test_a_zip_holds_the_very_same_bytes_each_time():
    store, ids, _ = academy_of(3)
    files = store.read(certificates.certificate_files, ids)
    data = handing_out.zipped(files)
    assert data == handing_out.zipped(files)
    with ZipFile(BytesIO(data)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            file.name: file.content for file in files
        }
