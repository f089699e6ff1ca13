"""Writes the pictures of the check page into docs/pictures: a telephone, and a desk in Welsh.

    python docs/make_check_page_pictures.py [FOLDER]

It needs Chromium, as the tests of the page do.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent / "tests")]

from verification.browser import Browser  # noqa: E402
from verification.published import found, publish, token  # noqa: E402


def main() -> None:
    """Write both pictures and say where."""
    goal = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "pictures"
    with tempfile.TemporaryDirectory() as folder:
        index = publish(Path(folder) / "page").as_uri()
        browser = Browser(Path(folder) / "profile")
        with browser.tab(f"{index}#{token()}", width=390, height=800) as tab:
            found(tab)
            tab.picture(goal / "check-page-phone.png")
        number = "LA-2026-0009"
        with browser.tab(f"{index}#{token(number=number)}", width=900, dark=True) as tab:
            found(tab)
            tab.value("speak('cy')")
            tab.picture(goal / "check-page-welsh-dark.png")
        browser.close()
    print(goal / "check-page-phone.png", goal / "check-page-welsh-dark.png", sep="\n")


if __name__ == "__main__":
    main()
