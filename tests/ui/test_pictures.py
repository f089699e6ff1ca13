"""Pictures for the manual show pages as they are when everything is there."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QImage

from academy.store.store import Store
from academy.ui.kit.pdf_image import page_image
from academy.ui.main_window.picturing import picture
from academy.ui.screens import templates
from academy.usecases.templates import templates as known


def test_a_picture_waits_for_all_small_pages_on_a_busy_machine(
    sample: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths = []

    def slowly(pdf: bytes, width: int) -> QImage:
        widths.append(width)
        time.sleep(0.25)
        return page_image(pdf, width)

    monkeypatch.setattr(templates, "page_image", slowly)
    assert not picture(sample, "templates").isNull()
    assert widths.count(templates.SMALL) == len(sample.read(known))
