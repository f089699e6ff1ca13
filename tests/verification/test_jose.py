"""What an academy signs, verified by a library of other people (npm jose)."""

import json
from datetime import UTC, datetime

import pytest

from academy.exchange.public_keys import keys_json
from verification.jose import verified
from verification.published import ISSUER, KEY, OLD_KEY, OTHER_KEY, a_list, token


def jwk_of(key):
    """Return the key as a reader of keys.json has it."""
    [found] = json.loads(keys_json(ISSUER, [key.public]))["keys"]
    return found


@pytest.mark.parametrize("key", [KEY, OLD_KEY], ids=["current", "retired"])
def test_a_token_verifies_by_the_published_key(key):
    answer = verified(token(key), jwk_of(key))
    assert answer["ok"]
    assert answer["header"] == {"alg": "ES256", "kid": key.kid}
    assert answer["payload"][:3] == [1, "LA-2026-0211", "Siân Llŷr Ó Conchúir-O’Hara"]


def test_the_list_of_withdrawn_numbers_verifies():
    answer = verified(a_list(at=datetime(2026, 11, 22, 4, 5, 6, tzinfo=UTC)), jwk_of(KEY))
    assert answer["ok"]
    assert answer["header"] == {"alg": "ES256", "kid": KEY.kid, "typ": "withdrawn"}
    assert answer["payload"] == {
        "issuer": ISSUER,
        "made_at": "2026-11-22T04:05:06Z",
        "withdrawn": [
            ["LA-2026-0007", "revoked", "2026-11-20", ""],
            ["LA-2026-0009", "replaced", "2026-11-21", "LA-2026-0031"],
        ],
    }


def test_what_was_changed_or_signed_by_another_does_not_verify():
    one, other = token(), token(number="LA-2026-0212")
    head, _body, signature = one.split(".")
    spliced = f"{head}.{other.split('.')[1]}.{signature}"
    for forged, key in ((spliced, KEY), (one, OTHER_KEY), (a_list(), OTHER_KEY)):
        answer = verified(forged, jwk_of(key))
        assert answer == {"ok": False, "code": "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"}
