"""The picture of a signature becomes ink without paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from academy.documents.signature import signature_stencil
from academy.domain.words import FileProblem
from documents.certificates import signature_picture


def picture(mode, size, colour):
    written = BytesIO()
    Image.new(mode, size, colour).save(written, "PNG")
    return written.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("paper", [255, 210])
def test_the_paper_is_cut_away_whatever_its_shade(kind, paper):
    stencil = signature_stencil(signature_picture(kind, paper))

    assert 395 <= stencil.width <= 425
    assert 110 <= stencil.height <= 135


def test_the_same_picture_gives_the_same_stencil():
    assert signature_stencil(signature_picture()) == signature_stencil(signature_picture())


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (b"", "picture_unreadable"),
        (b"%PDF-1.7", "picture_unreadable"),
        (signature_picture()[:60], "picture_unreadable"),
        # larger than any scan: it would fill the memory
        (picture("1", (16000, 16000), 1), "picture_unreadable"),
        (picture("L", (300, 100), 255), "picture_blank"),
        (picture("RGBA", (300, 100), (0, 0, 0, 0)), "picture_blank"),
    ],
)
def test_what_is_no_signature_is_refused_with_its_reason(wrong, rule):
    with pytest.raises(FileProblem) as refused:
        signature_stencil(wrong)

    assert refused.value.rule == rule
