"""Three designs, upright and across, in one language and in two: what stands on them."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from academy.documents.blocks import Block, Group, Part
from academy.documents.certificate import CertificatePrinter
from academy.documents.checks import Checker, Finding
from academy.documents.design import design_for
from academy.documents.faces import as_set
from academy.documents.look import Colours, DesignName, Language, Look, OwnWords
from academy.domain.words import CertificateKind
from documents.certificates import CODE, facts, picture_of, signature_picture, text_of
from documents.looks import LOOKS, NAMES, SECOND
from documents.reading import read_aloud

NAME_LIST = Path(__file__).parents[1] / "data/names/uk-names.csv"
SAID = facts(
    code=CODE, check_at="academy.example.gov.uk/check",
    starts_on=date(2026, 1, 14), ends_on=date(2026, 6, 24),
)  # fmt: skip
every_look = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
every_design = pytest.mark.parametrize("name", DesignName)


BILINGUAL = {name: look for name, look in LOOKS.items() if look.bilingual}


def blocks_of(look: Look) -> list[Block]:
    elements = design_for(look).elements(SAID)
    groups = [element.blocks for element in elements if isinstance(element, Group)]
    alone = [element for element in elements if isinstance(element, Block)]
    return [*alone, *(block for blocks in groups for block in blocks)]


def keys(look: Look, **changed) -> list[str]:
    return [finding.key for finding in Checker(look).findings(replace(SAID, **changed))]


def printed(look: Look, **changed) -> bytes:
    return CertificatePrinter(design_for(look)).pdf(replace(SAID, **changed))


@every_look
@pytest.mark.parametrize("name", NAMES)
def test_every_name_can_be_read_back_and_nothing_lies_on_anything(look, name):
    assert set(keys(look, name=name)) <= {"name_smaller"}
    said = " ".join(text_of(printed(look, name=name)).split())
    for words in (name, "Top Talent", "LA-2026-0212", "20 November 2026", "14 January to 24 June"):
        assert words in said


@every_design
def test_each_british_name_is_read_back_or_its_letters_are_told(name):
    checker, printer = Checker(Look(name)), CertificatePrinter(design_for(Look(name)))
    with NAME_LIST.open(encoding="utf-8", newline="") as rows:
        names = [row["full_as_typed"] for row in csv.DictReader(rows)]
    lost = []
    for said in (replace(SAID, name=one) for one in names):
        told = "letters_missing" in [finding.key for finding in checker.findings(said)]
        read = as_set(" ".join(text_of(printer.pdf(said)).split()))
        lost += [said.name] if not told and as_set(said.name) not in read else []
    assert lost == []


@every_look
def test_letters_that_no_face_has_stop_the_issue(look):
    found = Checker(look).findings(replace(SAID, name="李小龍"))
    assert (found[0].key, found[0].what, found[0].blocks) == ("letters_missing", "李小龍", True)


@every_design
def test_welsh_comes_first_in_the_same_size_and_the_name_once(name):
    look = LOOKS[f"{name}, a4_landscape, cy_en"]
    elements = design_for(look).elements(SAID)
    [heading] = [element for element in elements if isinstance(element, Group)]
    welsh, english = heading.blocks
    assert (welsh.language, english.language) == ("cy", "")
    assert welsh.lines[0].size == english.lines[0].size
    said = " ".join(text_of(printed(look)).split())
    assert said.count("Siân Ŵyn-Hughes") == 1
    assert "14 Ionawr i 24 Mehefin 2026" in said
    assert "20 Tachwedd 2026" in said


@pytest.mark.parametrize("look", BILINGUAL.values(), ids=BILINGUAL)
def test_whatever_both_languages_say_is_set_in_one_size(look):
    by_part: dict[tuple[Part, str], dict[str, float]] = {}
    for block in blocks_of(look):
        style = block.lines[0].face.name
        sizes = by_part.setdefault((block.part, style), {})
        sizes[block.language] = block.lines[0].size
    both = {part: sizes for part, sizes in by_part.items() if len(sizes) == 2}
    assert {part for part, _ in both} >= {Part.ACADEMY, Part.HEADING, Part.RUN, Part.CHECK}
    assert all(sizes["cy"] == sizes[""] for sizes in both.values())


@every_look
@pytest.mark.parametrize(
    "gone", [("code",), ("check_at",), ("code", "check_at"), ("hours", "role")]
)
def test_what_is_not_known_leaves_room_and_nothing_lies_on_anything(look, gone):
    assert keys(look, **dict.fromkeys(gone, "")) == []


@pytest.mark.parametrize("name", ["Kyle Khan", "Kit Klein", "Fiona MacGillivray-McAfee", "Ll Yg"])
def test_no_space_is_heard_where_script_opens_a_pair(name):
    assert name in text_of(printed(Look(DesignName.HERITAGE), name=name))


def test_a_name_in_capitals_is_not_set_in_script():
    look = Look(DesignName.HERITAGE)
    said = replace(SAID, name="GWEN PRITCHARD")
    [name] = [b for b in design_for(look).elements(said) if getattr(b, "part", "") is Part.NAME]
    assert name.lines[0].face.name == "EBGaramond-Medium"


@every_look
def test_two_have_room_to_sign(look):
    assert keys(replace(look, signers=(SECOND,))) == []


@every_design
def test_it_is_read_from_the_academy_to_the_code(name):
    read = " ".join(read_aloud(printed(Look(name))))
    wanted = (
        "Leadership Academy", "This is to certify", "Siân", "Top Talent", "42 hours", "Dana Price",
        "20 November", "LA-2026-0212", "Check this certificate", "Scan the code",
    )  # fmt: skip
    places = [read.index(words) for words in wanted]
    assert places == sorted(places)


@every_design
def test_two_sign_and_lines_of_the_academy_stand_below_the_hours(name):
    words = OwnWords(lines=("Held in {cohort}.", "With merit."))
    look = Look(name, signers=(SECOND,), english=words)
    assert keys(look) == []
    said = " ".join(text_of(printed(look)).split())
    assert "Held in 5. With merit." in said
    assert "Siân Hughes" in said


@every_design
def test_text_that_lies_on_text_stops_the_issue(name):
    look = Look(name, language=Language.WELSH_ENGLISH, signers=(SECOND,),
                english=OwnWords(lines=("One.", "Two.", "Three.", "Four.")),
                welsh=OwnWords(lines=("Un.", "Dau.", "Tri.")), valid_months=12)  # fmt: skip
    found = Checker(look).findings(replace(SAID, expires_on=date(2027, 11, 20)))
    assert Finding("text_overlaps", found[0].part, blocks=True) == found[0]


@every_design
def test_the_usual_colours_reach_their_contrast_and_others_are_told(name):
    assert "contrast_low" not in keys(Look(name))
    assert "contrast_low" in keys(Look(name, colours=Colours(ink="#b8bcc4")))
    assert "contrast_low" in keys(Look(name, colours=Colours(paper="#333333")))


@every_design
def test_it_holds_without_colour(name):
    dark = sum(picture_of(printed(Look(name))).histogram()[:110])
    assert dark > 4000  # type and code, as a grey printer shows them


@every_design
def test_a_border_can_be_left_out(name):
    with_it, without = (
        sum(picture_of(printed(Look(name, border=border))).histogram()[:200])
        for border in (True, False)
    )
    assert without < with_it


def png(colours: Image.Image) -> bytes:
    from io import BytesIO

    written = BytesIO()
    colours.save(written, "PNG")
    return written.getvalue()


@every_design
def test_a_logo_with_transparency_is_laid_on_the_paper(name):
    logo = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    logo.paste((200, 0, 0, 255), (50, 25, 150, 75))
    look = Look(name, logo=png(logo))
    assert keys(look) == []
    elements = design_for(look).elements(SAID)
    assert elements[0].width == pytest.approx(2 * elements[0].height)
    assert elements[0].height > 30


def test_a_dark_background_is_told_and_a_light_one_is_not():
    dark, light = (png(Image.new("RGB", (300, 200), tone)) for tone in ("#303030", "#f6f2e8"))
    assert "contrast_low" in keys(Look(background=dark))
    assert keys(Look(background=light)) == []


def test_a_background_is_held_against_the_text_that_lies_on_it():
    framed = Image.new("RGB", (842, 595), "#101010")
    framed.paste("#ffffff", (20, 20, 822, 575))
    spotted = Image.new("RGB", (842, 595), "#ffffff")
    spotted.paste("#101010", (60, 255, 500, 285))
    assert keys(Look(background=png(framed))) == []
    found = Checker(Look(background=png(spotted))).findings(SAID)
    assert {(one.key, one.part) for one in found} == {("contrast_low", Part.NAME)}


@pytest.mark.parametrize("picture", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7"])
def test_a_logo_that_is_no_picture_stops_the_issue(picture):
    expected = ["picture_unreadable"] if picture else []
    assert keys(Look(logo=picture)) == expected


@pytest.mark.parametrize("where", ["academy", "heading", "certifies", "did", "strapline"])
def test_a_field_that_does_not_exist_is_named(where):
    [found] = Checker(Look(english=OwnWords(**{where: "For {nome}"}))).findings(SAID)
    assert (found.key, found.what) == ("field_unknown", "nome")


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        (CertificateKind.ACHIEVEMENT, {"english": OwnWords(heading="Certificate of achievement")}),
        (CertificateKind.COMPLETION, {"welsh": OwnWords(heading="Tystysgrif Gwblhau")}),
        (CertificateKind.COMPLETION, {"english": OwnWords(did="has completed")}),
    ],
)
def test_words_of_another_kind_are_told(kind, own):
    look = Look(**own)
    assert keys(look, kind=CertificateKind.ATTENDANCE) == ["heading_of_other_kind"]
    assert keys(look, kind=kind) == []


def test_a_level_is_a_claim_and_a_floor_is_none():
    assert keys(Look(), programme="Management, Level 5") == ["claim_of_others"]
    assert keys(Look(), programme="Levelling up") == []


def test_when_it_expires_stands_on_it():
    said = text_of(printed(Look(), expires_on=date(2029, 11, 20)))
    assert "Valid until 20 November 2029." in said


def test_the_second_signature_must_be_a_picture():
    look = Look(signers=(replace(SECOND, picture=b"GIF89a"),))
    assert keys(look, signature=signature_picture()) == ["picture_unreadable"]
