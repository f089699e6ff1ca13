"""What stands on the screen: the words a page paints, read from its picture, not from models.

It is painted into an SVG file, in which words stay words; those that did not fit end in “…”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QPoint
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget

SPACE = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Painted:
    """Words as they were painted, under the header of their column."""

    words: str
    column: str


def words_painted(view: QTableView) -> list[Painted]:
    """Return all words of a table, headers first."""
    header = view.horizontalHeader()
    found = []
    for part in (header.viewport(), view.viewport()):
        for x, words in _texts(part):
            section = header.logicalIndexAt(round(x) + 2)
            name = view.model().headerData(section, header.orientation())
            found.append(Painted(words, str(name)))
    return found


def cut(view: QTableView) -> list[Painted]:
    """Return the words that were painted with “…” because they did not fit."""
    return [text for text in words_painted(view) if text.words.endswith("…")]


def _texts(part: QWidget) -> list[tuple[float, str]]:
    paper, made = QBuffer(), QSvgGenerator()
    made.setOutputDevice(paper)
    made.setSize(part.size())
    part.render(made, QPoint())
    drawing = ET.fromstring(bytes(paper.data().data()))
    found = []
    for group in drawing.iter(f"{SPACE}g"):
        moved = re.match(r"matrix\(([^)]*)\)", group.get("transform", ""))
        right = float(moved[1].split(",")[4]) if moved else 0.0
        found += [
            (float(text.get("x", "0")) + right, (text.text or "").strip())
            for text in group.findall(f"{SPACE}text")
        ]
    return found


def words_cut(root: QWidget) -> list[str]:
    """Return what is painted with “…” anywhere on a page, but for buttons that ask for more."""
    own = [one.text() for kind in (QLabel, QAbstractButton) for one in root.findChildren(kind)]
    whole = tuple(text.replace("&", "") for text in own if text.endswith("…"))
    painted = [words for _, words in _texts(root)]
    # a letter with an access key is painted by itself: the end of a button’s text stands alone
    return [p for p in painted if p.endswith("…") and not any(w.endswith(p) for w in whole)]


def squeezed(root: QWidget) -> list[str]:
    """Return the buttons and the labels of one line that got less room than their words need."""
    found: list[QLabel | QAbstractButton] = [*root.findChildren(QAbstractButton)]
    found += [one for one in root.findChildren(QLabel) if not one.wordWrap()]
    seen = [one for one in found if one.isVisible() and one.text()]
    return [one.text() for one in seen if one.sizeHint().width() - one.width() > 1]
