"""Open Badges: what they say, that they cannot be changed, that other libraries take them."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from academy.documents.badge_picture import badge_picture
from academy.domain.words import FileProblem
from academy.exchange.badges import BadgeFacts, badge_in, baked, credential, signed_badge
from academy.exchange.signing import new_key
from verification.jose import verified

FACTS = BadgeFacts(
    number="LA-2026-0212",
    name="Siân Ŵyn Hughes",
    email="Sian@example.org",
    programme="Top Talent",
    kind="completion",
    heading="Certificate of completion",
    criteria="This is to certify that the holder has completed the programme Top Talent.",
    hours="This activity counts for 18 hours of continuing professional development.",
    issued_on=date(2026, 11, 20),
    starts_on=date(2026, 1, 14),
    ends_on=date(2026, 11, 19),
    expires_on=date(2028, 11, 20),
    issuer="Kent & Medway Leadership",
    check_address="https://check.example.org/",
)
KEY = new_key("Kent & Medway Leadership", date(2026, 11, 1))
PICTURE = badge_picture("Top Talent", "Certificate of completion", "Kent & Medway Leadership")


def test_a_badge_says_what_the_certificate_prints_and_its_id_ends_in_the_number():
    made = credential(FACTS, KEY.public)
    assert made["id"] == "https://check.example.org/#LA-2026-0212"
    assert made["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert made["issuer"]["name"] == "Kent & Medway Leadership"
    assert made["validFrom"] == "2026-11-20T00:00:00Z"
    assert made["validUntil"] == "2028-11-20T23:59:59Z"
    subject = made["credentialSubject"]
    assert subject["achievement"]["name"] == "Top Talent"
    assert subject["achievement"]["achievementType"] == "CertificateOfCompletion"
    assert "18 hours" in subject["narrative"]
    assert subject["identifier"][0]["identityHash"] == "Siân Ŵyn Hughes"


def test_an_address_is_only_in_it_as_a_salted_digest():
    said = json.dumps(credential(FACTS, KEY.public))
    digest = hashlib.sha256(b"sian@example.orgLA-2026-0212").hexdigest()
    assert "example.org" not in said.replace("check.example.org", "")
    assert f"sha256${digest}" in said
    assert (
        len(credential(replace(FACTS, email=""), KEY.public)["credentialSubject"]["identifier"])
        == 1
    )


def test_without_a_published_address_the_issuer_is_the_key_itself():
    made = credential(replace(FACTS, check_address=""), KEY.public)
    kind, method, said = made["issuer"]["id"].split(":")
    assert (kind, method) == ("did", "jwk")
    assert json.loads(base64.urlsafe_b64decode(said + "==")) == KEY.public.jwk
    assert "url" not in made["issuer"]


def test_another_library_verifies_it_with_the_key_in_its_header():
    badge = signed_badge(FACTS, KEY)
    answer = verified(badge, jwt=True, at="2027-01-01T00:00:00Z")
    assert answer["ok"]
    assert answer["header"] == {"alg": "ES256", "typ": "JWT", "jwk": KEY.public.jwk}
    said = answer["payload"]
    made = credential(FACTS, KEY.public)
    assert {name: said[name] for name in made} == made
    assert (said["iss"], said["jti"]) == (made["issuer"]["id"], made["id"])
    assert said["sub"] == made["credentialSubject"]["id"]


@pytest.mark.parametrize(
    ("at", "code"),
    [("2026-11-19T23:59:59Z", "ERR_JWT_CLAIM_VALIDATION_FAILED"),
     ("2028-11-21T00:00:00Z", "ERR_JWT_EXPIRED")],
)  # fmt: skip
def test_another_library_sees_that_it_is_not_yet_or_no_longer_in_force(at, code):
    assert verified(signed_badge(FACTS, KEY), jwt=True, at=at) == {"ok": False, "code": code}


def test_another_library_refuses_one_that_was_changed_or_signed_by_somebody_else():
    header, payload, signature = signed_badge(FACTS, KEY).split(".")
    eve = base64.urlsafe_b64encode(
        base64.urlsafe_b64decode(payload + "==").replace(b"Hughes", b"Eve Eve")
    ).rstrip(b"=")
    assert not verified(f"{header}.{eve.decode()}.{signature}")["ok"]
    other = new_key("Somebody else", date(2026, 11, 1))
    assert not verified(signed_badge(FACTS, other), KEY.public.jwk)["ok"]


def test_a_badge_baked_into_a_picture_comes_out_as_it_was():
    badge = signed_badge(FACTS, KEY)
    whole = baked(baked(PICTURE, "an older one"), badge)
    assert badge_in(whole) == badge
    with Image.open(BytesIO(whole)) as image:
        image.load()
        assert image.text["openbadgecredential"] == badge
        assert image.size == (600, 600)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", PICTURE, PICTURE[:40]])
def test_a_picture_without_a_badge_is_said_to_have_none(data):
    with pytest.raises(FileProblem, match="badge_missing"):
        badge_in(data)


@pytest.mark.parametrize("name", ["Y", "Arweinyddiaeth Ŵyn a Ŷd", "Leading " * 30])
def test_the_picture_takes_programmes_of_any_length(name):
    assert badge_picture(name, "Certificate of attendance", "A") == badge_picture(
        name, "Certificate of attendance", "A"
    )
