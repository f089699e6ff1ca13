"""Every kind of document is accessible (PDF/UA-1) and archival (PDF/A-2a), as veraPDF judges.

The engine starts once and sees all files at once.
"""

import pytest

from documents.verapdf.engine import PROFILES, Verdicts, judged
from documents.verapdf.samples import SAMPLES
from documents.verapdf.spoiling import SPOILED, saved_again

pytestmark = pytest.mark.long
LETTER = "a letter"


@pytest.fixture(scope="module")
def verdicts() -> Verdicts:
    sound = {name: make() for name, make in SAMPLES.items()}
    spoiled = {how: saved_again(sound[base], do) for how, (base, do, _) in SPOILED.items()}
    bases = {base for base, _, _ in SPOILED.values()}
    control = {f"{base}, saved again": saved_again(sound[base]) for base in bases}
    return judged({**sound, **control, **spoiled, LETTER: b"Dear all"})


@pytest.mark.parametrize("profile", PROFILES)
def test_every_kind_of_document_passes_also_when_saved_again(verdicts, profile):
    sound = verdicts[profile].keys() - SPOILED.keys() - {LETTER}

    assert sound > SAMPLES.keys()
    assert {name: told for name in sound if (told := verdicts[profile][name])} == {}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("how", SPOILED)
def test_what_is_spoiled_is_found(verdicts, profile, how):
    _, _, forbidden_by = SPOILED[how]

    assert bool(verdicts[profile][how]) == (profile in forbidden_by)


def test_what_is_no_pdf_is_told(verdicts):
    assert verdicts[PROFILES[0]][LETTER][0].startswith("unread: ")
