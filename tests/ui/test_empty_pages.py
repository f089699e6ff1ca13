"""An empty page leads to one thing: a single filled button, which has the focus."""

from __future__ import annotations

import pytest

from academy.ui.kit.list_and_details import ListAndDetails
from academy.ui.kit.parts import Button
from builders import an_academy
from ui.windows import settle, window_on


@pytest.mark.parametrize("address", ["organisations", "mentoring/mentors"])
def test_an_empty_page_has_one_filled_button(address: str) -> None:
    window = window_on(an_academy(), address)
    settle()
    shown = [one for one in window.findChildren(Button) if one.isVisible()]
    filled = [one for one in shown if one.kind == "primary"]
    assert len(filled) == 1
    assert window.focusWidget() is filled[0]
    window.let_go()


@pytest.mark.parametrize("width", [1280, 800])
def test_with_no_organisation_there_are_no_details(width: int) -> None:
    window = window_on(an_academy(), "organisations")
    window.resize(width, 800)
    settle()
    [split] = window.findChildren(ListAndDetails)
    assert split.widget(0).isVisible()
    assert not split.widget(1).isVisible()
    window.let_go()
