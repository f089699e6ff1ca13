"""Draw the icons for every system from the one drawing: ``python icons.py FOLDER``.

For Linux a hicolor theme (16 to 512 and scalable), for Windows .ico files and the picture beside
the last page of its installer, for macOS .icns files.
The window's own, resources/program.png, is a copy of the one of 64 dots.
"""

from __future__ import annotations

import os
import sys
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent / "icons/academy.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
SVG = "http://www.w3.org/2000/svg"
#: by the name of the group in the drawing: the folder of the theme and the icon's name there
LINUX = {
    "program": ("apps", "uk.academy.Academy"),
    "academy-file": ("mimetypes", "application-vnd.uk.academy+sqlite3"),
    "register-file": ("mimetypes", "application-vnd.uk.academy.register+json"),
}
SIDE = QColor("#dce8f7")
ELSEWHERE = {"program": "academy", "academy-file": "academy-file", "register-file": "register-file"}


def alone(group: str) -> bytes:
    """Return a drawing of one group only."""
    ET.register_namespace("", SVG)
    root = ET.parse(DRAWING).getroot()
    for part in list(root):
        if part.get("id") != group:
            root.remove(part)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def png(group: str, size: int) -> bytes:
    """Return the picture of a group, so many dots wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(alone(group))).render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(kept.data())


def theme(folder: Path) -> None:
    """Write the icons as a hicolor theme, into `folder`/hicolor."""
    for group, (kind, name) in LINUX.items():
        places = {f"{size}x{size}/{kind}/{name}.png": png(group, size) for size in SIZES}
        places[f"scalable/{kind}/{name}.svg"] = alone(group)
        for place, content in places.items():
            file = folder / "hicolor" / place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def for_others(folder: Path) -> None:
    """Write the .ico and .icns files, each with all its sizes drawn, none scaled."""
    folder.mkdir(parents=True, exist_ok=True)
    for group, name in ELSEWHERE.items():
        every = {size: Image.open(BytesIO(png(group, size))) for size in (*ICO_SIZES, 512)}
        sizes = [(size, size) for size in ICO_SIZES]
        every[256].save(
            folder / f"{name}.ico", sizes=sizes, append_images=[every[n] for n in ICO_SIZES]
        )
        every[512].save(
            folder / f"{name}.icns", append_images=[every[n] for n in (32, 64, 128, 256)]
        )


def side(goal: Path) -> None:
    """Write the picture beside a page of the Windows installer, twice its size on plain screens."""
    image = QImage(328, 628, QImage.Format.Format_RGB888)  # of the kinds of BMP the one NSIS reads
    image.fill(SIDE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(alone("program"))).render(painter, QRectF(64, 214, 200, 200))
    painter.end()
    image.save(str(goal), "BMP")


def main(folder: Path) -> None:
    """Write all of them below a folder."""
    application = QGuiApplication.instance() or QGuiApplication(["icons"])
    theme(folder)
    for_others(folder)
    side(folder / "side.bmp")
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/package"))
