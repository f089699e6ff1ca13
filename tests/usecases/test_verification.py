"""Checking certificates: what the token, the file and the register say, together and alone."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest

from academy.documents.reading import read_certificate, reading
from academy.domain.words import Asked, FileProblem, Finding, KeyEnd
from academy.store.journal import Gesture
from academy.usecases import certificates, keys, verification
from academy.usecases.certificate_records import withdrawn_numbers
from builders import TODAY, an_academy
from usecases.signed import SignedAcademy, a_new_key


@pytest.fixture(scope="module")
def academy():
    return SignedAcademy()


@pytest.fixture(scope="module")
def pdf(academy):
    return academy.made[0].content


def check(academy, data, name="a.pdf"):
    return academy.store.read(verification.check_file, reading(data, name), TODAY)


def alone(academy, data):
    return verification.verdict_on_file(reading(data, "a.pdf"), academy.public, TODAY)


def saved_again(data, **how):
    with pikepdf.open(BytesIO(data)) as pdf:
        out = BytesIO()
        pdf.save(out, **how)
    return out.getvalue()


def keys_of(found):
    return [key for key, _ in found.reasons]


def test_the_file_issued_is_genuine_and_the_same_file(academy, pdf):
    found = check(academy, pdf)
    assert (found.verdict, found.same_file, found.asked) == ("genuine", True, Asked.REGISTER)
    assert found.facts.name == academy.plan.certificates[0].facts.name
    assert keys_of(found) == ["same_file"]


def test_the_public_keys_alone_are_enough(academy, pdf):
    found = alone(academy, pdf)
    assert (found.verdict, found.asked, found.reasons) == ("genuine", Asked.TOKEN, ())
    assert found.facts.issuer == "Kent & Medway Leadership"
    by_token = verification.verdict_on_token(academy.made[0].token, academy.public, TODAY)
    assert (by_token.verdict, by_token.same_file) == ("genuine", None)
    assert by_token.facts == found.facts


@pytest.mark.parametrize("address", ["", "https://example.org/check/#", "  "])
def test_what_a_phone_reads_from_the_code_is_taken(academy, address):
    typed = f"{address}{academy.made[0].token}\n"
    assert academy.store.read(verification.check_token, typed, TODAY).verdict == "genuine"


def test_a_number_is_looked_up_in_the_register(academy):
    number = academy.made[1].number
    found = academy.store.read(verification.check_token, f" {number} ", TODAY)
    assert (found.verdict, found.number) == ("genuine", number)
    unknown = academy.store.read(verification.check_token, "LA-2099-0001", TODAY)
    assert unknown.verdict == "unknown"


@pytest.mark.parametrize(
    "how",
    [
        {},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True},
        {"qdf": True},
        {"recompress_flate": True},
    ],
)
def test_a_file_saved_again_is_genuine_but_not_the_same_file(academy, pdf, how):
    again = saved_again(pdf, **how)
    for found in (check(academy, again), alone(academy, again)):
        assert (found.verdict, found.same_file) == ("genuine", False)
        assert "file_differs" in keys_of(found)


def test_revoked_and_replaced_are_told_with_their_day():
    academy = SignedAcademy()
    one, two = (made.content for made in academy.made)
    gesture = Gesture("revoke_certificate")
    academy.store.write(gesture, certificates.revoke, academy.ids[0], TODAY, "A trial")
    found = check(academy, one)
    assert (found.verdict, found.on, found.same_file) == ("revoked", TODAY, True)
    assert check(academy, saved_again(one)).verdict == "revoked"
    assert check(academy, two).verdict == "genuine"
    assert alone(academy, one).verdict == "genuine"  # the token alone cannot know
    [gone] = academy.store.read(withdrawn_numbers)
    assert (gone.number, gone.state, gone.on) == (academy.made[0].number, "revoked", TODAY)


def test_a_certificate_of_another_academy_is_unknown(academy, pdf):
    other = SignedAcademy(a_new_key(7), names=("Siân Hughes",))
    found = check(other, pdf)
    assert (found.verdict, keys_of(found)) == ("unknown", ["key_unknown"])
    assert alone(other, pdf).verdict == "unknown"


def test_a_number_that_the_register_does_not_have_is_unknown(academy, pdf):
    """The key is the academy's, the number was never issued: as from an older backup."""
    store = an_academy()
    store.write(Gesture("make_key", undoable=False), keys.add_key, a_new_key())
    found = store.read(verification.check_file, reading(pdf, "a.pdf"), TODAY)
    assert (found.verdict, keys_of(found)) == ("unknown", ["number_unknown"])


def test_a_key_seen_by_others_is_told_beside_a_genuine_certificate(pdf):
    academy = SignedAcademy()
    academy.store.write(
        Gesture("retire_key", undoable=False), keys.retire, TODAY, KeyEnd.SEEN, TODAY
    )
    found = check(academy, saved_again(academy.made[0].content))
    assert found.verdict == "genuine"
    assert "key_seen" in keys_of(found)


def test_a_certificate_whose_time_is_over_is_genuine_and_says_so(academy):
    from academy.exchange import tokens

    facts = tokens.read(academy.made[0].token).facts
    over = tokens.signed(replace(facts, expires_on=TODAY - timedelta(days=1)), academy.key)
    found = verification.verdict_on_token(over, academy.public, TODAY)
    assert (found.verdict, keys_of(found)) == (Finding.GENUINE, ["expired_on"])
    last_day = tokens.signed(replace(facts, expires_on=TODAY), academy.key)
    assert keys_of(verification.verdict_on_token(last_day, academy.public, TODAY)) == []


def test_unsigned_certificates_are_checked_by_the_register():
    academy = SignedAcademy()
    academy.store.write(Gesture("retire_key", undoable=False), keys.retire, TODAY, KeyEnd.LOST)
    ids = [academy.ids[0]]
    academy.store.write(Gesture("revoke_certificate"), certificates.revoke, ids[0], TODAY, "Trial")
    [made] = academy.issue(None, [academy.places[0].id])
    assert made.token == ""
    assert check(academy, made.content).same_file is True
    again = check(academy, saved_again(made.content))
    assert (again.verdict, again.same_file, again.number) == ("genuine", False, made.number)


def test_of_an_erased_person_the_answer_gives_all_but_the_name():
    from academy.domain.certificates import Certificate

    academy = SignedAcademy()
    data, token = academy.made[0].content, academy.made[0].token

    def erase(db):
        kept = db.get_one(Certificate, academy.ids[0])
        kept.facts = {name: said for name, said in kept.facts.items() if name != "name"}
        kept.token, kept.file.content = "", None

    academy.store.write(Gesture("change_person"), erase)
    for found in (
        check(academy, data),
        check(academy, saved_again(data)),
        academy.store.read(verification.check_token, token, TODAY),
        academy.store.read(verification.check_token, academy.made[0].number, TODAY),
    ):
        assert (found.verdict, found.facts.name) == ("genuine", "")
        assert found.facts.programme


# ---- files that cannot be read -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (lambda data: b"", "not_a_pdf"),
        (lambda data: b"PK\x03\x04" + data[9:], "not_a_pdf"),
        (lambda data: data[: len(data) // 3], "pdf_damaged"),
        (lambda data: b"%PDF-1.7\n", "pdf_damaged"),
        (lambda data: encrypted(data, user="secret"), "pdf_encrypted"),
        (lambda data: encrypted(data, user=""), "pdf_encrypted"),
        (lambda data: data + b" " * (21 * 1024 * 1024), "pdf_too_large"),
        (lambda data: many_pages(data), "pdf_too_large"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(pdf, spoil, rule, tmp_path):
    from academy.ui.kit import labels

    path = tmp_path / "odd.pdf"
    path.write_bytes(spoil(pdf))
    with pytest.raises(FileProblem) as broken:
        read_certificate(path)
    assert broken.value.rule == rule
    assert "odd.pdf" in labels.rule(broken.value)


def encrypted(data, user):
    return saved_again(data, encryption=pikepdf.Encryption(owner="owner", user=user))


def many_pages(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        for _ in range(25):
            pdf.pages.append(pdf.pages[0])
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_a_pdf_that_is_no_certificate_is_unknown(academy):
    out = BytesIO()
    with pikepdf.new() as empty:
        empty.add_blank_page()
        empty.save(out)
    for found in (check(academy, out.getvalue()), alone(academy, out.getvalue())):
        assert (found.verdict, keys_of(found)) == ("unknown", ["no_certificate"])
        assert found.facts is None


def test_a_file_that_is_not_there_is_told(tmp_path):
    for path, rule in ((tmp_path / "no.pdf", "file_missing"), (tmp_path, "file_unreadable")):
        with pytest.raises(FileProblem, match=rule):
            read_certificate(path)
