"""Names as people show them in meetings are cleaned for matching and told from machines."""

import pytest

from academy.exchange.meetings.names import key, may_be_one, shown


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("John Smith (Guest)", "John Smith"),
        ("John Smith (External) (Unverified)", "John Smith"),
        ("UMARJI FOLASADE (EXT)", "UMARJI FOLASADE"),
        ("Jean Dupont (Invité)", "Jean Dupont"),
        ("Max Mustermann (Gast)", "Max Mustermann"),
        ("Anna Żak (Gość)", "Anna Żak"),
        ("Siân Ŵyn (Gwestai)", "Siân Ŵyn"),
        ("Priya Rastogi (she/her)", "Priya Rastogi"),
        ("Priya Rastogi (she/her/hers)", "Priya Rastogi"),
        ("Max Muster (er/ihm)", "Max Muster"),
        ("Smith, John", "John Smith"),
        ("Thistlewood, Lee  (External)", "Lee Thistlewood"),
        ("Smith, John, Kent", "Smith, John, Kent"),
        ("John Smith, OBE", "John Smith"),
        ("[Anytown Council] Winston Gwynne (Unverified)", "Winston Gwynne"),
        ("Wen Li (文 李) (External)", "Wen Li"),
        ("张 三（示例）", "张 三"),
        ("Gwen Llewellyn (gwen laptop)", "Gwen Llewellyn"),
        ("iPhone (Kwame Oyelaran)", "Kwame Oyelaran"),
        ("24DA1A05L3(Meera Venkatesan)", "Meera Venkatesan"),
        ("Siân (Kent County Council)", "Siân"),
        ("Jo (Joanna Smith)", "Joanna Smith"),
        ("Efua -", "Efua"),
        ("  Zoe\u0308   Fitzgerald‑Cholmondeley", "Zoë Fitzgerald‑Cholmondeley"),
        ("Priya\u00a0Rastogi", "Priya Rastogi"),
        ("Priya\u200b Rastogi", "Priya Rastogi"),
        ("\u202eevil\u202c Name", "evil Name"),
        ("Chloë-Maë D’Arcy-Jones 🌸", "Chloë-Maë D’Arcy-Jones"),
        ("佐藤\u3000さくら", "佐藤 さくら"),
        ("ffion ffrench", "ffion ffrench"),
        ("Null", "Null"),
        ("Li Na", "Li Na"),
        ("Rev’d Canon Prof. Sir Kit St John-Stevas", "Rev’d Canon Prof. Sir Kit St John-Stevas"),
    ],
)
def test_a_name_is_cleaned_for_matching(written, clean):
    assert (shown(written).clean, shown(written).kind) == (clean, "person")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("+44 7700 900123", "phone"),
        (" 441632960123 (Unverified)", "phone"),
        ("44770****123", "phone"),
        ("Call-in User_1", "phone"),
        ("read.ai meeting notes", "bot"),
        ("Otter.ai", "bot"),
        ("OtterPilot", "bot"),
        ("Fireflies.ai Notetaker Kwame", "bot"),
        ("MeetGeek", "bot"),
        ("iPhone (2)", "device"),
        ("Siobhan’s iPad", "device"),
        ("Committee Room 2", "device"),
        ("DESKTOP-4F7Q2", "device"),
        ("Jamie Sample", "person"),
        ("Anna Otter", "person"),
        ("Pingu", "person"),
        ("", "person"),
    ],
)
def test_machines_are_told_from_people(written, kind):
    assert shown(written).kind == kind


def test_apostrophes_hyphens_and_capitals_make_no_other_person():
    assert key("Siobhán O'Brien") == key("SIOBHÁN O’BRIEN") == key("Siobhán OʼBrien")
    assert key("Fitzgerald-Cholmondeley") == key("Fitzgerald‑Cholmondeley")


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Lee Thistlewood", "Lee Thistlewood", True),
        ("Jamie Sample", "J Sample", True),
        ("Jamie Sample", "Jamie", True),
        ("Łucja Wiśniewska", "Lucja Wisniewska", True),
        ("Müller Hans", "Hans Muller", True),
        ("Michael Smith", "Mike Smith", True),
        ("Ann Smith", "Bob Smith", False),
        ("Priya Rastogi", "Kwame Oyelaran", False),
    ],
)
def test_names_at_one_address_are_compared_before_they_are_one_person(first, second, one):
    assert may_be_one(first, second) is one
