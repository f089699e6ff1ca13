"""One sample of each kind of document Academy makes; a new kind gets its line here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

from PIL import Image

from academy.documents.agreement import agreement_pdf
from academy.documents.archival import About
from academy.documents.blocks import Tag
from academy.documents.certificate import CertificatePrinter
from academy.documents.design import design_for
from academy.documents.joining import joined
from academy.documents.look import Look, OwnWords
from academy.documents.page import MARGIN, PORTRAIT, Foot, Pages, body, paragraph, strong
from academy.documents.register_facts import OUT, SheetPerson
from academy.documents.seal import Seal
from academy.documents.set_list import set_list_pdf
from academy.documents.tagging import Node
from academy.domain.words import SessionState
from academy.exchange.signing import new_key
from documents.certificates import CODE, LONG_NAME, certificate, facts
from documents.looks import LOOKS, SECOND
from documents.test_agreement import agreement
from documents.test_filled_register import column, person, register
from documents.test_set_list import set_list
from documents.test_sign_in_sheet import sheet


def _changeful_register() -> bytes:
    """Two pages across, two down; somebody left, somebody below the target, a session not held."""
    days = [column(n, 30) for n in range(1, 21)]
    days[3] = column(4, 30, SessionState.CANCELLED)
    marks = "PLAE" * 5
    people = [person(n, marks) for n in range(1, 31)]
    people[2] = person(3, marks[:10] + OUT * 10, 50, left=date(2026, 11, 2), below=True)
    return register(sessions=tuple(days), people=tuple(people))


def _every_element() -> bytes:
    """One of each element a document can have."""
    pages = Pages(PORTRAIT, About("Pob peth", "Academy", "", "en-GB", date(2026, 5, 4)), 1, "",
                  Foot(PORTRAIT[0], "Foot"))  # fmt: skip
    pages.begin()
    pages.block(paragraph("Every element", strong(20), 500, Tag.HEADING), MARGIN, 780)
    with pages.sheet.element(Node(Tag.PARAGRAPH, language="cy")):
        pages.write("Gwiriwch y dystysgrif hon", body(11), MARGIN, 700)
    with pages.sheet.figure("A square", (60, 600, 90, 630)):
        pages.sheet.rect(60, 600, 30, 30, fill=1)
    return pages.pdf()


@cache
def _seal() -> Seal:
    key = new_key("Leadership Academy", date(2026, 11, 20))
    return Seal(key.private, key.certificate)


def _pictured() -> Look:
    """A logo with transparency, a picture over the sheet, own lines, somebody else who signs."""
    logo, paper = BytesIO(), BytesIO()
    Image.new("RGBA", (300, 90), (0, 90, 140, 128)).save(logo, "PNG")
    Image.new("RGB", (420, 297), "#f7f3e8").save(paper, "JPEG")
    return replace(
        LOOKS["heritage, a4_portrait, cy_en"], signers=(SECOND,), logo=logo.getvalue(),
        background=paper.getvalue(), english=OwnWords(lines=("Held in {cohort}.",)),
    )  # fmt: skip


#: What it is, and how it is made.
SAMPLES: dict[str, Callable[[], bytes]] = {
    "sign-in sheet over several pages": lambda: sheet(40),
    "sign-in sheet in large type": lambda: sheet(12, large=True),
    "sign-in sheet for visitors alone": lambda: sheet(0),
    "sign-in sheet with apologies": lambda: sheet(
        people=(SheetPerson(3, "Ahmed, Noor", excused=True),)
    ),
    "filled register": _changeful_register,
    "filled register of nobody": lambda: register(0, 0),
    "mentoring agreement": lambda: agreement_pdf(agreement()),
    "mentoring agreement with lines to fill in": lambda: agreement_pdf(agreement(blank=True)),
    "mentoring agreement in large type over several pages": lambda: agreement_pdf(
        agreement(goals=12), large=True
    ),
    "learning sets over several pages": lambda: set_list_pdf(set_list(sets=9)),
    "learning sets in large type": lambda: set_list_pdf(set_list(), large=True),
    "every element": _every_element,
    "certificate": lambda: certificate(facts()),
    "certificate for a long name": lambda: certificate(facts(name=LONG_NAME)),
    "certificate with its code, sealed": lambda: certificate(facts(code=CODE), seal=_seal()),
    "certificates joined for the printer": lambda: joined(
        [certificate(facts(name=name, code=CODE), seal=_seal()) for name in (LONG_NAME, "Jo")]
    ),
    "preview of a certificate": lambda: certificate(facts(), preview=True),
    "certificate with pictures and two signatures": lambda: CertificatePrinter(
        design_for(_pictured()), seal=_seal()
    ).pdf(facts(code=CODE)),
    **{
        name: lambda look=look: CertificatePrinter(design_for(look), seal=_seal()).pdf(
            facts(name=LONG_NAME, code=CODE, expires_on=date(2029, 11, 20))
        )
        for name, look in LOOKS.items()
    },
}
