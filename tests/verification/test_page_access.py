"""The check page for everybody: small, large, dark, in Welsh, by keyboard and read aloud."""

import json
import re
from pathlib import Path

import pytest

from academy import paths
from verification.published import check, facts, found, token

# Each visible text with its colour, the ground it stands on, and its size in pixels.
PAINTED = """
[...document.querySelectorAll('body *')].filter(e => e.getClientRects().length
  && getComputedStyle(e).opacity !== '0'
  && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())).map(e => {
  let ground = e;
  while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)')
    ground = ground.parentElement;
  const style = getComputedStyle(e);
  return [e.textContent.trim().slice(0, 40), style.color,
          getComputedStyle(ground ?? document.body).backgroundColor];
})
"""


def light_of(colour):
    parts = [int(one) / 255 for one in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted([light_of(one), light_of(other)])
    return (lighter + 0.05) / (darker + 0.05)


NUMBERS = {"genuine": "LA-2026-0211", "revoked": "LA-2026-0007", "replaced": "LA-2026-0009"}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground(browser, site, dark):
    for verdict, number in NUMBERS.items():
        with browser.tab(f"{site}#{token(number=number)}", dark=dark) as tab:
            assert found(tab)[0] == verdict
            painted = tab.value(PAINTED)
            assert len(painted) > 20
            faint = [one for one in painted if contrast(one[1], one[2]) < 4.5]
            assert faint == []


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("width", [320, 640])
def test_a_narrow_or_enlarged_page_never_scrolls_sideways(browser, site, language, width):
    """640 points at 200 % are 320 of the page."""
    long = "Gwladys-Myfanwy" * 8
    with browser.tab(site, width=320, height=600, zoom=width / 320) as tab:
        tab.value(f"speak('{language}')")
        check(tab, token(name=long, programme="Arweinyddiaeth " * 12 + "x"))
        assert tab.value("document.documentElement.scrollWidth") <= 320
        cut = "[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > 321).length"
        assert tab.value(cut) == 0


def test_everything_that_can_be_used_has_a_name(page):
    check(page, token())
    assert page.controls() == [
        ("button", "English"),
        ("button", "Cymraeg"),
        ("textbox", "Code of the certificate"),
        ("button", "Check the code"),
        ("button", "The certificate as a PDF Choose a PDF…"),
        ("link", "Public keys (JSON)"),
        ("link", "Withdrawn numbers (signed)"),
    ]


def test_the_verdict_is_told_where_screen_readers_listen(page):
    assert page.value("document.querySelector('#verdict').getAttribute('role')") == "status"
    check(page, token())
    word = "document.querySelector('#verdict h2')"
    assert page.value(f"{word}.textContent") == "Genuine"
    assert page.value(f"!!{word}.querySelector('svg[aria-hidden=true]')")
    assert page.value("document.title") == "Genuine – Check a certificate"
    levels = "[...document.querySelectorAll('h1, h2')].map(h => h.tagName).join()"
    assert page.value(levels) == "H1,H2,H2"
    landmarks = "['header', 'main', 'footer'].map(n => document.querySelectorAll(n).length)"
    assert page.value(landmarks) == [1, 1, 1]


def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(page):
    order = []
    for _step in range(7):
        page.press("Tab")
        order.append(page.value("document.activeElement.id || document.activeElement.textContent"))
        ring = "getComputedStyle({}).outlineStyle"
        at = "document.activeElement"
        if order[-1] == "file":
            at += ".nextElementSibling"
        assert page.value(ring.format(at)) != "none", order[-1]
    assert order[:5] == ["English", "Cymraeg", "code", "Check the code", "file"]


def test_welsh_is_spoken_throughout_with_welsh_dates(page):
    page.value("document.querySelector('[data-language=cy]').click()")
    assert check(page, token()) == ("genuine", ["list_good", "compare"])
    shown = facts(page)
    assert shown["dates"] == "14 Ionawr 2026 i 24 Mehefin 2026"
    assert shown["issued_on"] == "3 Gorffennaf 2026"
    assert page.value("document.documentElement.lang") == "cy"
    assert page.value("document.querySelector('#verdict h2').textContent") == "Dilys"
    page.value("document.querySelector('[data-language=en]').click()")
    assert page.value("document.documentElement.lang") == "en-GB"
    assert facts(page)["issued_on"] == "3 July 2026"  # what is shown changes its language too


def test_both_languages_say_the_same_things(page):
    words = page.value("WORDS")
    assert words["en"].keys() == words["cy"].keys()
    for key, said in words["en"].items():
        named, theirs = (set(re.findall(r"\{\w+\}", text)) for text in (said, words["cy"][key]))
        assert named == theirs, key


def test_without_scripts_the_page_says_what_it_needs(browser, site):
    with browser.tab(f"{site}#{token()}", script=False) as tab:
        nodes = tab.ask("Accessibility.getFullAXTree")["nodes"]
        said = " ".join(str(node.get("name", {}).get("value", "")) for node in nodes)
        assert "needs JavaScript" in said
        assert "angen JavaScript" in said


def test_the_page_names_no_address_but_its_own_folder():
    folder = paths.resource("verification")
    for file in folder.iterdir():
        text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://\w|//\w+\.\w+/|@import|\burl\(", text), file.name
    page = Path(folder / "index.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert "connect-src 'none'" in page
    assert json.dumps("unsafe-inline")[1:-1] not in page
