"""The academy's seal in a file, as pyHanko and poppler judge it."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from io import BytesIO

import pytest

from academy.documents.seal import Seal
from academy.exchange.signing import new_key
from documents.certificates import LONG_NAME, certificate, facts

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")  # of pyHanko's parts

NUMBERS = range(12)  # each seal has an ECDSA value of its own


@pytest.fixture(scope="module")
def seal():
    key = new_key("Leadership Academy", date(2026, 11, 20))
    return Seal(key.private, key.certificate)


def judged(pdf: bytes):
    """Return pyHanko's judgement, the academy's own certificate trusted."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    trusted = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    return validate_pdf_signature(signature, trusted)


def test_pyhanko_finds_every_sealed_file_whole_and_genuine(seal):
    from pyhanko.sign.validation import SignatureCoverageLevel

    names = [LONG_NAME, "Ŵ (Jo) \\ /ByteRange[0 0000000000 0000000000 0000000000]", "Łukasz"]
    for number in NUMBERS:
        said = facts(number=f"LA-2026-{number:04}", name=names[number % 3])

        found = judged(certificate(said, seal=seal))

        assert found.bottom_line
        assert found.coverage is SignatureCoverageLevel.ENTIRE_FILE
        assert found.docmdp_ok


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler is not here")
def test_poppler_finds_it_valid_and_a_changed_byte_not(seal, tmp_path):
    pdf = certificate(facts(), seal=seal)
    changed = bytearray(pdf)
    changed[pdf.index(b"LA-2026-0212") if b"LA-2026-0212" in pdf else 5000] ^= 1

    assert "Signature is Valid" in said_by_poppler(tmp_path / "a.pdf", pdf)
    assert "Total document signed" in said_by_poppler(tmp_path / "a.pdf", pdf)
    assert "Signature is Valid" not in said_by_poppler(tmp_path / "b.pdf", bytes(changed))


def said_by_poppler(path, pdf: bytes) -> str:
    path.write_bytes(pdf)
    run = ["pdfsig", "-nocert", str(path)]
    return subprocess.run(run, capture_output=True, text=True, check=False).stdout


def test_bytes_changed_anywhere_break_it(seal):
    pdf = certificate(facts(), seal=seal)
    contents = pdf.index(b"/Contents<", pdf.index(b"/ByteRange"))
    for at in (30, 9000, contents - 4000, len(pdf) - 40):
        changed = bytearray(pdf)
        changed[at] ^= 1
        try:
            found = judged(bytes(changed)).bottom_line
        except Exception:  # noqa: BLE001  # a broken file may not even be read
            found = False
        assert not found, at


def test_another_key_makes_another_seal_over_the_same_page(seal):
    other = new_key("Leadership Academy", date(2026, 11, 20))
    mine, theirs = (
        certificate(facts(), seal=seal),
        certificate(facts(), seal=Seal(other.private, other.certificate)),
    )

    assert judged(mine).signing_cert != judged(theirs).signing_cert
    assert judged(theirs).bottom_line
