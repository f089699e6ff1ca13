"""Fields of a template's form: a colour with its contrast, a picture, texts with fields."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QColorDialog, QLineEdit, QMenu, QPlainTextEdit, QWidget

from academy.domain.words import FileProblem
from academy.ui.kit import labels, paint, pickers
from academy.ui.kit.entry import Entry, PartEntry, Problem, TextEntry
from academy.ui.kit.parts import Field, Painted, button, column, holder, icon_button, label, row
from academy.ui.kit.theme import px
from academy.usecases.templates import require_picture

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")

CONTRAST = 124
"""Room for “14.0:1 on the paper” beside a colour, before it is measured."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("template", words)


def read_colour(typed: str) -> str:
    """Return a colour as #rrggbb, nothing for nothing; raise Problem for what is none."""
    if not typed.strip():
        return ""
    found = _COLOUR.fullmatch(typed.strip())
    if found is None:
        raise Problem(_tr("Write a colour like #1d5fa8"))
    digits = found[1].lower()
    return f"#{digits if len(digits) == 6 else ''.join(d * 2 for d in digits)}"


class ColourEntry(Entry):
    """A colour as it is typed, or chosen; beside it how well it reads on the paper."""

    def __init__(self, words: str, value: str, usual: str) -> None:
        self._field = Field(words, value, width=104)
        self._field.setPlaceholderText(usual)
        self._usual = usual
        name = words.replace("&", "")
        self._swatch = icon_button("pencil", _tr("Choose {colour}…").format(colour=name))
        self._swatch.clicked.connect(self._choose)
        self._seen = Painted(self._draw, width=24, height=24)
        self.contrast = label("", "caption")
        self.contrast.setMinimumWidth(px(CONTRAST))
        beside = holder(row(self._seen, self._swatch, self.contrast, gap=6))
        super().__init__(words, self._field, beside=beside)
        self._field.textChanged.connect(self._seen.update)
        self._field.textChanged.connect(self.changed)

    def shown(self) -> str:
        """Return the colour that is in force: what is typed, else the design's own."""
        try:
            return read_colour(self._field.text()) or self._usual
        except Problem:
            return self._usual

    def set_usual(self, usual: str) -> None:
        """Take the colour of another design, where none is typed."""
        self._usual = usual
        self._field.setPlaceholderText(usual)
        self._seen.update()

    def read(self) -> str:
        """Return #rrggbb, or nothing for the design's own."""
        return read_colour(self._field.text())

    def _choose(self) -> None:
        dialog = QColorDialog(QColor(self.shown()), self)
        dialog.setWindowTitle(self.words.replace("&", ""))
        for part in dialog.findChildren(QWidget):  # Qt's own fields of colours say nothing
            if "ColorPicker" in (kind := part.metaObject().className()) or "Luminance" in kind:
                part.setAccessibleName(_tr("Colours to see; numbers stand beside them"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda chosen: self._field.setText(chosen.name()))
        dialog.open()

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        paint.box(painter, rect.adjusted(1, 1, -1, -1), px(4), QColor(self.shown()), "hairline")


class PictureEntry(PartEntry):
    """A PNG or JPEG picture: chosen, seen, taken away."""

    picture_changed = Signal()

    def __init__(self, words: str, picture: bytes | None, *, hint: str = "") -> None:
        self.picture, self._wrong = picture, ""
        name = words.replace("&", "")
        self._seen = Painted(self._draw, width=96, height=56)
        self.choose = button(_tr("Choose…"))
        self.choose.setAccessibleName(_tr("Choose {picture}…").format(picture=name))
        self.remove = button(_tr("Remove"))
        self.remove.setAccessibleName(_tr("Remove {picture}").format(picture=name))
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: self._show(None))
        self.remove.setEnabled(picture is not None)
        part = holder(row(self._seen, self.choose, self.remove, None, gap=8))
        part.setFocusProxy(self.choose)
        super().__init__(words, part, self._read, hint=hint)

    def take(self, path: Path) -> None:
        """Take a picture; one that cannot be used becomes the field's problem."""
        try:
            picture = path.read_bytes()
            require_picture(picture)
        except FileProblem as problem:
            self._wrong = labels.rule(problem)
        except OSError:
            self._wrong = labels.rule(FileProblem("file_unreadable", name=path.name))
        else:
            self._show(picture)
            return
        self.show_problem(self._wrong)

    def _choose(self) -> None:
        kinds = [pickers.FileKind(_tr("Pictures"), ("png", "jpg", "jpeg"))]
        path = pickers.open_file(self, self.words.replace("&", ""), kinds, "pictures")
        if path is not None:
            self.take(path)

    def _show(self, picture: bytes | None) -> None:
        self.picture, self._wrong = picture, ""
        self.show_problem("")
        self.remove.setEnabled(picture is not None)
        self._seen.update()
        self.changed.emit()

    def _read(self) -> bytes | None:
        if self._wrong:
            raise Problem(self._wrong)
        return self.picture

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        ground = QColor("#ffffff") if self.picture else "alternate"
        paint.box(painter, rect, px(6), ground, "hairline-strong")
        if self.picture is None:
            paint.text(painter, rect, _tr("None"), "caption", "muted", paint.CENTRE)
            return
        image = QImage.fromData(self.picture)
        room = rect.adjusted(px(4), px(4), -px(4), -px(4))
        size = image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)


def field_menu(
    entry: TextEntry, fields: list[tuple[str, str]], parent: QWidget, field_name: str
) -> QWidget:
    """Return the button that puts a field, such as {name}, where the cursor of an entry is."""
    menu = QMenu(parent)
    for words, field in fields:
        menu.addAction(words).triggered.connect(
            lambda _checked=False, field=field: _insert(entry.widget, f"{{{field}}}")
        )
    made = button(_tr("Insert field"), "link", menu=menu)
    made.setAccessibleName(_tr("Insert field into {field}").format(field=field_name))
    return holder(column(row(made, None), gap=0))


def _insert(widget: QWidget, text: str) -> None:
    if isinstance(widget, QPlainTextEdit):
        widget.insertPlainText(text)
    elif isinstance(widget, QLineEdit):
        widget.insert(text)
    widget.setFocus()
